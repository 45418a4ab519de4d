import { Option } from 'commander'
import { sheetUses } from '../catalog/sheet-use.js'
import { colourOf, type ProgramContext } from './context.js'

export function addExport({ program, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('export'))
    .description(
      say(
        'xuất danh mục ra Excel, CSV, JSON để sửa rồi nhận lại',
        'write the records as sheets, to be corrected and taken back',
      ),
    )
    .argument('[path]', say('thư mục hoặc tệp danh mục', 'folder or file of the catalog'), '.')
    .requiredOption(
      '--out <dir|file>',
      say('thư mục, hoặc một tệp .xlsx, .csv, .json', 'a folder, or one file: .xlsx, .csv, .json'),
    )
    .addOption(
      new Option('--sheet <name>', say('tệp .csv chứa mục nào', 'what a single .csv holds'))
        .choices(sheetUses)
        .default('procedures'),
    )
    .addOption(
      new Option('--delimiter <,|;>', say('dấu ngăn cột của CSV', 'column separator of the CSV'))
        .choices([',', ';'])
        .default(','),
    )
    .option(
      '--plain-csv',
      say('CSV cho phần mềm khác, không nhận lại được', 'CSV for other programs; cannot be taken back'),
    )
    .option('--force', say('ghi đè tệp đã có', 'overwrite files that are there already'))
    .addHelpText(
      'after',
      examples(['tthc export catalogs/dinh-hoa --out danh-muc.xlsx', 'tthc export catalogs/dinh-hoa --out bang']),
    )
    .action(async (path: string, options) => {
      const { exportCommand } = await import('../commands/export.js')
      done(await exportCommand(path, { plainCsv: false, force: false, ...options, colour: colourOf(options, io) }, io))
    })
}
