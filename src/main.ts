import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { isIsoDate } from './catalog/shape.js'
import type { CheckFormat } from './commands/check.js'
import { type ExitCode, exit } from './exit.js'
import { Failure } from './failure.js'
import type { Io } from './io.js'
import { type Locale, locales, type Text } from './locale.js'
import { helpIn, usageError } from './usage.js'

declare const TTHC_VERSION: string

/** Runs one command line (without the program itself) and gives its exit code. Throws only on a bug. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = localeOf(argv, io.env)
  let code: ExitCode = exit.ok
  const program = buildProgram(lang, io, result => {
    code = result
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exit.ok
      io.err(`tthc: ${usageError(error)[lang]}\n`)
      return exit.usage
    }
    // Bundles hold their own copy of the class, so it is known by its name.
    if (error instanceof Error && error.name === Failure.name) {
      io.err(`tthc: ${(error as Failure).text[lang]}\n`)
      return exit.failure
    }
    throw error
  }
}

/** `--lang`, else the language of the machine where it is English, else Vietnamese. Needed before the line is parsed. */
function localeOf(argv: readonly string[], env: Io['env']): Locale {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='))
  const word = at === -1 ? undefined : argv[at]
  const wanted = word?.includes('=') ? word.slice('--lang='.length) : argv[at + 1]
  const known = locales.find(locale => at !== -1 && locale === wanted)
  if (known !== undefined) return known
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return system.startsWith('en') ? 'en' : 'vi'
}

function buildProgram(lang: Locale, io: Io, done: (code: ExitCode) => void): Command {
  const say = (vi: string, en: string) => ({ vi, en })[lang]

  const common = (command: Command) =>
    command
      .addOption(new Option('--lang <vi|en>', say('ngôn ngữ', 'language')).choices(locales).default(lang))
      .helpOption('-h, --help', say('xem hướng dẫn', 'show this help'))

  const checked = (command: Command) =>
    common(command)
      .option('--date <date>', say('coi như hôm nay là ngày này', 'take this day for today'), isoDate(lang), io.today)
      .option(
        '--reference <file>',
        say('danh sách đối chiếu mới hơn, .csv hoặc .xlsx', 'newer reference list, .csv or .xlsx'),
      )
      .option('--color', say('luôn tô màu', 'always colour'))
      .option('--no-color', say('không tô màu', 'never colour'))

  const colourOf = ({ color }: { color?: boolean }) => ({ colour: color ?? io.colour })

  const program = common(new Command('tthc'))
    .description(
      say(
        'Kiểm tra và công bố danh mục thủ tục hành chính của phường, xã',
        'Checks and publishes catalogs of administrative procedures',
      ),
    )
    .version(TTHC_VERSION, '-V, --version', say('in số phiên bản', 'print the version'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp(helpIn(lang))

  checked(program.command('check'))
    .description(say('kiểm tra danh mục', 'check catalogs'))
    .argument(
      '[path...]',
      say('thư mục hoặc tệp danh mục; - là đầu vào chuẩn', 'folders or files; - is standard input'),
    )
    .addOption(
      new Option('--format <text|json>', say('dạng kết quả', 'form of the report')).choices(formats).default('text'),
    )
    .option('--quiet', say('chỉ in lỗi', 'print errors only'))
    .option(
      '--max-warnings <n>',
      say('nhiều cảnh báo hơn số này thì mã thoát là 1', 'exit with 1 on more warnings than this'),
      count(lang),
    )
    .addHelpText('after', examples(lang, ['tthc check catalogs/dinh-hoa', 'tthc check . --format json --lang en']))
    .action(async (paths: string[], options) => {
      const { checkCommand } = await import('./commands/check.js')
      const where = paths.length === 0 ? ['.'] : paths
      done(await checkCommand(where, { quiet: false, ...options, ...colourOf(options) }, io))
    })

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
    .option('--plain-csv', say('CSV cho phần mềm khác, không phải Excel', 'CSV for programs other than Excel'))
    .addHelpText('after', examples(lang, ['tthc build catalogs/dinh-hoa --out listing']))
    .action(async (path: string, options) => {
      const { buildCommand } = await import('./commands/build.js')
      done(await buildCommand(path, { allowErrors: false, plainCsv: false, ...options, ...colourOf(options) }, io))
    })

  common(program.command('explain'))
    .description(say('giải thích một quy tắc, hoặc liệt kê các quy tắc', 'explain a rule, or list all rules'))
    .argument('[rule]', say('tên quy tắc', 'name of the rule'))
    .addHelpText('after', examples(lang, ['tthc explain', 'tthc explain officer-without-phone']))
    .action(async (rule: string | undefined, options) => {
      const { explainCommand } = await import('./commands/explain.js')
      done(await explainCommand(rule, options, io))
    })

  common(program.command('deadline'))
    .description(say('tính hạn trả kết quả theo ngày làm việc, ngày nghỉ', 'count a time limit over working days'))
    .argument('<time>', say('thời hạn, như “5 ngày làm việc”', 'a processing time, such as “5 ngày làm việc”'))
    .option('--from <date>', say('ngày tiếp nhận hồ sơ', 'day of receipt'), isoDate(lang), io.today)
    .option('--at <hh:mm>', say('giờ tiếp nhận, khi có quy định “sau 15 giờ”', 'time of receipt'), clock(lang))
    .addHelpText('after', examples(lang, ['tthc deadline "5 ngày làm việc" --from 2026-11-20']))
    .action(async (time: string, options) => {
      const { deadlineCommand } = await import('./commands/deadline.js')
      done(await deadlineCommand(time, options, io))
    })

  common(program.command('schema'))
    .description(say('in JSON Schema của danh mục', 'print the JSON Schema of a catalog'))
    .addHelpText('after', examples(lang, ['tthc schema > tthc.schema.json']))
    .action(async options => {
      const { schemaCommand } = await import('./commands/schema.js')
      done(await schemaCommand(options, io))
    })

  return program
}

const formats: readonly CheckFormat[] = ['text', 'json']

function examples(lang: Locale, lines: readonly string[]): string {
  const title: Text = { vi: 'Ví dụ:', en: 'Examples:' }
  return `\n${title[lang]}\n${lines.map(line => `  ${line}`).join('\n')}`
}

function isoDate(lang: Locale): (word: string) => string {
  return word => {
    if (isIsoDate(word)) return word
    throw new InvalidArgumentError(
      { vi: 'cần ngày có thật viết năm-tháng-ngày, như 2026-11-23', en: 'a real day is needed, such as 2026-11-23' }[
        lang
      ],
    )
  }
}

function clock(lang: Locale): (word: string) => string {
  return word => {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(word)) return word
    throw new InvalidArgumentError(
      { vi: 'cần giờ:phút, như 15:30', en: 'hours:minutes are needed, such as 15:30' }[lang],
    )
  }
}

function count(lang: Locale): (word: string) => number {
  return word => {
    if (/^\d{1,9}$/.test(word)) return Number(word)
    throw new InvalidArgumentError({ vi: 'cần một số nguyên không âm', en: 'a whole number is needed' }[lang])
  }
}
