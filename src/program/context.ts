import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit.js'
import type { Io } from '../io.js'
import { type Locale, locales } from '../locale.js'
import { isoDate } from './values.js'

/** What the definition of a command needs: one file of this folder adds one command. */
export interface ProgramContext {
  readonly program: Command
  readonly lang: Locale
  readonly io: Io
  /** The sentence in the language of the user. */
  say(vi: string, en: string): string
  /** To be called once with the exit code of the command. */
  done(code: ExitCode): void
  /** Options that the program and every command have. */
  common(command: Command): Command
  /** `--date`, for the commands whose result depends on the day. */
  dated(command: Command): Command
  /** Options of the commands that check a catalog before they do anything with it. */
  checked(command: Command): Command
  /** Lines that show the command in use. */
  examples(lines: readonly string[]): string
}

export function programContext(program: Command, lang: Locale, io: Io, done: (code: ExitCode) => void): ProgramContext {
  const say = (vi: string, en: string) => ({ vi, en })[lang]
  const common = (command: Command) => {
    command.addOption(new Option('--lang <vi|en>', say('ngôn ngữ', 'language')).choices(locales).default(lang))
    // The program would take them away from its commands.
    if (command !== program) {
      command
        .option('--color', say('luôn tô màu', 'always colour'))
        .option('--no-color', say('không tô màu', 'never colour'))
    }
    return command.helpOption('-h, --help', say('xem hướng dẫn', 'show this help'))
  }
  const dated = (command: Command) =>
    command.addOption(
      new Option('--date <date>', say('coi như hôm nay là ngày này', 'take this day for today'))
        .argParser(isoDate(lang))
        .default(io.today, say('hôm nay', 'today')),
    )
  return {
    program,
    lang,
    io,
    say,
    done,
    common,
    dated,
    checked: command =>
      dated(common(command)).option(
        '--reference <file>',
        say('danh sách đối chiếu mới hơn, .csv hoặc .xlsx', 'newer reference list, .csv or .xlsx'),
      ),
    examples: lines => `\n${say('Ví dụ:', 'Examples:')}\n${lines.map(line => `  ${line}`).join('\n')}`,
  }
}

/** Whether to colour: as the command line says, else as the terminal does. */
export function colourOf({ color }: { readonly color?: boolean }, io: Io): boolean {
  return color ?? io.colour
}
