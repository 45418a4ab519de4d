import { checkFormats } from '../reports/reporter.js'
import { colourOf, type ProgramContext } from './context.js'
import { count, outputs } from './values.js'

export function addCheck({ program, lang, io, say, done, checked, examples }: ProgramContext): void {
  checked(program.command('check'))
    .description(say('kiểm tra danh mục', 'check catalogs'))
    .argument(
      '[path...]',
      say('thư mục hoặc tệp danh mục; - là đầu vào chuẩn', 'folders or files; - is standard input'),
    )
    .option(
      '--format <form[=file]>',
      say(
        `dạng kết quả: ${checkFormats.join(', ')}; thêm =<tệp> để ghi vào tệp; dùng được nhiều lần (mặc định: text)`,
        `form of the report: ${checkFormats.join(', ')}; with =<file> written to a file; may be repeated (default: text)`,
      ),
      outputs(lang),
    )
    .option('--quiet', say('chỉ in lỗi', 'print errors only'))
    .option(
      '--max-warnings <n>',
      say('nhiều cảnh báo hơn số này thì mã thoát là 1', 'exit with 1 on more warnings than this'),
      count(lang),
    )
    .option('--fix', say('tự sửa những chỗ chắc chắn đúng', 'mend what cannot be mended wrongly'))
    .option('--dry-run', say('với --fix: chỉ cho xem sẽ sửa gì', 'with --fix: only show what would be mended'))
    .option(
      '--baseline <file>',
      say('không báo những tồn đọng đã ghi trong tệp này', 'do not report the debt that this file holds'),
    )
    .option(
      '--update-baseline',
      say('bỏ khỏi tệp tồn đọng những gì đã sửa xong', 'take out of the baseline what has been mended'),
    )
    .option(
      '--accept-new',
      say('với --update-baseline: ghi cả vấn đề mới', 'with --update-baseline: take in what is new as well'),
    )
    .option(
      '--since <revision>',
      say(
        'chỉ báo những gì thay đổi từ phiên bản git này, và những gì thay đổi đó gây ra',
        'report only what changed since this git revision, and what that caused',
      ),
    )
    .option(
      '--changed-files',
      say(
        'các đường dẫn là tệp đã sửa (như pre-commit đưa vào): kiểm tra danh mục chứa chúng',
        'the paths are files that changed (as pre-commit names them): check their catalogs',
      ),
    )
    .option('--links', say('mở thử mọi địa chỉ trang web trong danh mục', 'ask for every web address of the catalog'))
    .option(
      '--no-cache',
      say('với --links: thử lại cả những địa chỉ đã thử hôm nay', 'with --links: ask again what was asked today'),
    )
    .option(
      '--allow-private',
      say('với --links: thử cả địa chỉ trong mạng nội bộ', 'with --links: ask addresses of private networks too'),
    )
    .addHelpText(
      'after',
      examples([
        'tthc check catalogs/dinh-hoa',
        'tthc check . --format json --lang en',
        'tthc check . --format html=ket-qua.html',
        'tthc check . --format github --format sarif=tthc.sarif',
        'tthc check . --since origin/main...',
        'tthc check . --fix --dry-run',
        'tthc check . --baseline ton-dong.json --update-baseline',
      ]),
    )
    .action(async (paths: string[], options) => {
      const { checkCommand } = await import('../commands/check.js')
      const where = paths.length === 0 && options.changedFiles !== true ? ['.'] : paths
      const format = options.format ?? [{ format: 'text' }]
      done(await checkCommand(where, { ...options, format, colour: colourOf(options, io) }, io))
    })
}
