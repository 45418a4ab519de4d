import { Option } from 'commander'
import { colourOf, type ProgramContext } from './context.js'
import { siteUrl } from './values.js'

export function addBuild({ program, lang, io, say, done, checked, examples }: ProgramContext): void {
  checked(program.command('build'))
    .description(say('ghi trang danh sách và bảng CSV', 'write the page and the sheet'))
    .argument('[path]', say('thư mục hoặc tệp danh mục', 'folder or file of the catalog'), '.')
    .requiredOption('--out <dir>', say('thư mục kết quả, được thay trọn vẹn', 'folder to write, replaced as a whole'))
    .option('--templates <dir>', say('thư mục mẫu riêng của đơn vị', 'folder with templates of your own'))
    .option('--allow-errors', say('vẫn ghi khi danh mục còn lỗi', 'write even when the catalog has errors'))
    .addOption(
      new Option('--delimiter <,|;>', say('dấu ngăn cột của CSV', 'column separator of the CSV'))
        .choices([',', ';'])
        .default(','),
    )
    .option(
      '--base-url <url>',
      say('địa chỉ sẽ công bố, cho sitemap.xml và dữ liệu', 'where it will be published, for sitemap.xml and data'),
      siteUrl(lang),
    )
    .option('--plain-csv', say('CSV cho phần mềm khác, không phải Excel', 'CSV for programs other than Excel'))
    .addHelpText('after', examples(['tthc build catalogs/dinh-hoa --out listing']))
    .action(async (path: string, options) => {
      const { buildCommand } = await import('../commands/build.js')
      done(
        await buildCommand(
          path,
          { allowErrors: false, plainCsv: false, ...options, colour: colourOf(options, io) },
          io,
        ),
      )
    })
}
