import { type Command, Option } from 'commander'
import { colourOf, type ProgramContext } from './context.js'
import { siteUrl } from './values.js'

export function addBuild({ program, lang, io, say, done, checked, examples }: ProgramContext): void {
  checked(program.command('build'))
    .description(
      say('ghi trang web của danh mục và các tệp tải về', 'write the web site of a catalog and its downloads'),
    )
    .argument('[path]', say('thư mục hoặc tệp danh mục', 'folder or file of the catalog'), '.')
    .requiredOption('--out <dir>', say('thư mục kết quả, được thay trọn vẹn', 'folder to write, replaced as a whole'))
    .option(
      '--base-url <url>',
      say(
        'địa chỉ sẽ đặt trang web, cho mã QR và sitemap.xml',
        'where the site will stand, for QR codes and sitemap.xml',
      ),
      siteUrl(lang),
    )
    .addOption(
      new Option(
        '--single-file',
        say('chỉ ghi một trang trọn vẹn và bảng CSV', 'write one page with everything, and the CSV'),
        // The one page neither offers boards nor knows where it stands.
      ).conflicts(['boards', 'baseUrl']),
    )
    .option(
      '--boards <dir>',
      say('thư mục bảng do tthc board ghi, để tải về và tra mã', 'folder of tthc board, to download and look codes up'),
    )
    .option('--templates <dir>', say('thư mục mẫu riêng của đơn vị', 'folder with templates of your own'))
    .option('--allow-errors', say('vẫn ghi khi danh mục còn lỗi', 'write even when the catalog has errors'))
    .addOption(
      new Option('--delimiter <,|;>', say('dấu ngăn cột của CSV', 'column separator of the CSV'))
        .choices([',', ';'])
        .default(','),
    )
    .option('--plain-csv', say('CSV cho phần mềm khác, không phải Excel', 'CSV for programs other than Excel'))
    .addHelpText(
      'after',
      examples([
        'tthc build catalogs/dinh-hoa --out listing',
        'tthc build . --out public --base-url https://phuong.example/thu-tuc',
      ]),
    )
    .action(async (path: string, options, command: Command) => {
      const { buildCommand } = await import('../commands/build.js')
      done(
        await buildCommand(
          path,
          {
            allowErrors: false,
            plainCsv: false,
            singleFile: false,
            ...options,
            // The language of the machine must not turn a ward's notice into English.
            labels: command.getOptionValueSourceWithGlobals('lang') === 'cli' ? options.lang : 'vi',
            colour: colourOf(options, io),
          },
          io,
        ),
      )
    })
}
