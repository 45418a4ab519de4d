import { InvalidArgumentError, Option } from 'commander'
import { exit } from '../exit.js'
import type { Text } from '../locale.js'
import { wrongUse } from '../wording.js'
import { colourOf, type ProgramContext } from './context.js'

export function addImport({ program, io, lang, say, done, checked, examples }: ProgramContext): void {
  checked(program.command('import'))
    .description(
      say(
        'lập danh mục từ bảng Excel, CSV; hoặc nhận lại bảng đã xuất',
        'make a catalog of an Excel or CSV sheet, or take a corrected export back',
      ),
    )
    .argument('<file>', say('bảng .xlsx hoặc .csv; - là đầu vào chuẩn', '.xlsx or .csv sheet; - is standard input'))
    .option('--out <dir>', say('thư mục danh mục mới', 'folder of the new catalog'))
    .option(
      '--update <catalog>',
      say('nhận lại bảng do tthc export ghi vào danh mục này', 'take a corrected export back into this catalog'),
    )
    .option('--delete', say('với --update: xóa mục không còn dòng', 'with --update: delete what has no row any more'))
    .addOption(
      new Option(
        '--take <sheet|yaml>',
        say('với --update: hai bên đều sửa thì theo bên nào', 'with --update: which side wins where both have changed'),
      ).choices(['sheet', 'yaml']),
    )
    .option(
      '--dry-run',
      say('không ghi danh mục; với --update: in các dòng sẽ đổi', 'write no catalog; with --update: print a diff'),
    )
    .option(
      '--report <file.xlsx>',
      say(
        'ghi lại bảng này, ô sai được tô màu kèm lời giải thích',
        'write the sheet again, its faults coloured and explained',
      ),
    )
    .option(
      '--map <column=key>',
      say(
        'cho biết cột là gì, như "Bộ phận=officer", "F=-" (bỏ cột F); dùng được nhiều lần',
        'tell what a column is, such as "Bộ phận=officer", "F=-" (leave F out); repeatable',
      ),
      (word: string, before: readonly string[] | undefined) => [...(before ?? []), word],
    )
    .option('--sheet <name>', say('trang tính cần đọc', 'the sheet to read'))
    .option('--agency <name>', say('tên cơ quan công bố danh mục', 'name of the office that publishes the catalog'))
    .addOption(
      new Option('--format <text|json>', say('dạng kết quả', 'form of the report'))
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--quiet', say('chỉ in lỗi', 'print errors only'))
    .addHelpText(
      'after',
      examples([
        'tthc import danh-sach.xlsx --out phuong-hoa-mai',
        'tthc import danh-sach.csv --dry-run --report danh-sach-loi.xlsx',
        'tthc import danh-sach.csv --map "Bộ phận=officer" --out phuong-hoa-mai',
        'tthc import danh-muc.xlsx --update phuong-hoa-mai --dry-run',
      ]),
    )
    .action(async (path: string, { map, ...options }) => {
      const misuse = misuseOf({ map, ...options })
      if (misuse !== undefined) {
        io.err(`tthc: ${misuse[lang]}\n`)
        done(exit.usage)
        return
      }
      if (options.update !== undefined) {
        const { importUpdateCommand } = await import('../commands/import-update.js')
        done(await importUpdateCommand(path, options.update, { ...options, colour: colourOf(options, io) }, io))
        return
      }
      const { parseMapping } = await import('../import/columns.js')
      const { columnKeys } = await import('../import/headings.js')
      const mappings = ((map ?? []) as readonly string[]).map(word => {
        const mapping = parseMapping(word)
        if (mapping !== undefined) return mapping
        const keys = columnKeys.join(', ')
        throw new InvalidArgumentError(
          `option '--map <column=key>' argument '${word}' is invalid. ${say(
            `cần "Tên cột=khóa"; các khóa: ${keys}; hoặc - để bỏ cột`,
            `"heading=key" is needed; the keys are: ${keys}; or - to leave the column out`,
          )}`,
        )
      })
      const { importCommand } = await import('../commands/import.js')
      done(await importCommand(path, { ...options, map: mappings, colour: colourOf(options, io) }, io))
    })
}

/** A new catalog and an update of one are two different things to ask for. */
function misuseOf(options: Readonly<Record<string, unknown>>): Text | undefined {
  if (options['update'] === undefined) {
    const lone = ['delete', 'take'].find(name => options[name] !== undefined)
    return lone === undefined ? undefined : wrongUse.needs(`--${lone}`, '--update')
  }
  const other = ['out', 'report', 'map', 'sheet', 'agency'].find(name => options[name] !== undefined)
  return other === undefined ? undefined : wrongUse.notWith(`--${other}`, '--update')
}
