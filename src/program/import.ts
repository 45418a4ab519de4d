import { InvalidArgumentError, Option } from 'commander'
import { checkFormats } from '../reports/reporter.js'
import { colourOf, type ProgramContext } from './context.js'

export function addImport({ program, io, say, done, checked, examples }: ProgramContext): void {
  checked(program.command('import'))
    .description(say('lập danh mục từ bảng Excel hoặc CSV', 'make a catalog of an Excel or CSV sheet'))
    .argument('<file>', say('bảng .xlsx hoặc .csv; - là đầu vào chuẩn', '.xlsx or .csv sheet; - is standard input'))
    .option('--out <dir>', say('thư mục danh mục mới', 'folder of the new catalog'))
    .option('--dry-run', say('chỉ kiểm tra, không ghi danh mục', 'only check, write no catalog'))
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
        .choices(checkFormats)
        .default('text'),
    )
    .option('--quiet', say('chỉ in lỗi', 'print errors only'))
    .addHelpText(
      'after',
      examples([
        'tthc import danh-sach.xlsx --out phuong-hoa-mai',
        'tthc import danh-sach.csv --dry-run --report danh-sach-loi.xlsx',
        'tthc import danh-sach.csv --map "Bộ phận=officer" --out phuong-hoa-mai',
      ]),
    )
    .action(async (path: string, { map, ...options }) => {
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
