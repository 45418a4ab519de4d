import { Option } from 'commander'
import { boardKindNames, orientationNames, sheetPaperNames, wallPaperNames } from './board-choices.js'
import { colourOf, type ProgramContext } from './context.js'
import { list, metres, millimetres, positive, siteUrl } from './values.js'

export function addBoard({ program, lang, io, say, done, common, checked, examples }: ProgramContext): void {
  const board = checked(program.command('board'))
    .description(say('làm bảng niêm yết để in', 'make the boards for the counter'))
    .argument('[path]', say('thư mục hoặc tệp danh mục', 'folder or file of the catalog'), '.')
    .option('--out <dir>', say('thư mục kết quả, được thay trọn vẹn', 'folder to write, replaced as a whole'))
    .option(
      '--kind <kinds>',
      say(
        `loại bảng, cách nhau bằng dấu phẩy: ${boardKindNames.join(', ')}, all`,
        `kinds, comma-separated: ${boardKindNames.join(', ')}, all`,
      ),
      list(lang, [...boardKindNames, 'all']),
      ['all'],
    )
    .option(
      '--only <ids>',
      say('chỉ bảng của các mã thủ tục, mã lĩnh vực này', 'only these procedure codes and field ids'),
      list(lang),
    )
    .addOption(
      new Option('--wall-paper <size>', say('khổ giấy bảng lớn', 'paper of the wall board'))
        .choices(wallPaperNames)
        .default('A0'),
    )
    .addOption(
      new Option('--paper <size>', say('khổ giấy các bảng khác', 'paper of the other boards'))
        .choices(sheetPaperNames)
        .default('A4'),
    )
    .addOption(
      new Option('--orientation <word>', say('giấy dọc hay ngang', 'upright or lying paper'))
        .choices(orientationNames)
        .default('portrait'),
    )
    .option(
      '--sheets <number>',
      say(
        'số tờ của bảng lớn (mặc định: đủ để đọc được)',
        'sheets of the wall board (default: as many as are legible)',
      ),
      positive(lang),
    )
    .option(
      '--distance <metres>',
      say('đứng cách bao nhiêu mét (mặc định: 0.7; bảng lớn 1.5)', 'reading distance (default: 0.7; wall 1.5)'),
      metres(lang),
    )
    .option(
      '--base-url <url>',
      say('địa chỉ trang danh mục, cho mã QR', 'address of the site, for the QR codes'),
      siteUrl(lang),
    )
    .option(
      '--since <rev|dir>',
      say(
        'chỉ in những gì đã khác từ phiên bản git hoặc thư mục này',
        'only what changed since this git revision or folder',
      ),
    )
    .option(
      '--pdf',
      say('ghi thêm PDF bằng Chrome, Edge hoặc Chromium', 'write PDF too, with Chrome, Edge or Chromium'),
    )
    .option('--browser <path>', say('trình duyệt dùng cho --pdf', 'browser to use for --pdf'))
    .option('--bleed <mm>', say('phần tràn màu quanh giấy', 'colour beyond the edge'), millimetres(lang))
    .option('--crop-marks', say('in dấu cắt', 'print crop marks'))
    .option('--monochrome', say('chỉ mực đen', 'black ink only'))
    .option('--large-print', say('bản chữ lớn', 'large-print edition'))
    .option('--allow-errors', say('vẫn làm khi danh mục còn lỗi', 'make them even when the catalog has errors'))
    .addHelpText(
      'after',
      examples([
        'tthc board catalogs/dinh-hoa --out boards --pdf',
        'tthc board catalogs/dinh-hoa --kind wall --distance 1 --out boards',
        'tthc board catalogs/dinh-hoa --since HEAD~1 --out boards --pdf',
        'tthc board verify 7K2MQ-9XR catalogs/dinh-hoa --boards boards',
      ]),
    )
    .action(async (path: string, options) => {
      if (options.out === undefined)
        board.error(`error: required option '--out <dir>' not specified`, {
          code: 'commander.missingMandatoryOptionValue',
        })
      const { boardCommand } = await import('../commands/board.js')
      const {
        kind,
        only = [],
        wallPaper,
        paper,
        baseUrl: root,
        bleed = 0,
        cropMarks = false,
        monochrome = false,
      } = options
      done(
        await boardCommand(
          path,
          {
            ...options,
            kinds: kind.includes('all') ? boardKindNames : boardKindNames.filter(name => kind.includes(name)),
            only,
            wallPaper,
            sheetPaper: paper,
            targets: { baseUrl: root },
            surround: { bleed, cropMarks },
            monochrome,
            largePrint: options.largePrint ?? false,
            allowErrors: options.allowErrors ?? false,
            pdf: options.pdf ?? false,
            colour: colourOf(options, io),
          },
          io,
        ),
      )
    })

  common(board.command('verify'))
    .description(say('cho biết bảng có mã này còn đúng không', 'say whether a printed board is current'))
    .argument('<code>', say('mã in ở chân bảng', 'code at the foot of the board'))
    .argument(
      '[path]',
      say('danh mục hiện nay (mặc định: theo boards.json)', 'catalog of today (default: as boards.json says)'),
    )
    .option('--boards <path>', say('thư mục bảng hoặc tệp boards.json', 'folder of boards, or boards.json'), '.')
    .addHelpText('after', examples(['tthc board verify 7K2MQ-9XR catalogs/dinh-hoa --boards boards']))
    .action(async (code: string, path: string | undefined, options) => {
      const { boardVerifyCommand } = await import('../commands/board-verify.js')
      done(await boardVerifyCommand(code, path, options, io))
    })
}
