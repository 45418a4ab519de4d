import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { type ExitCode, exit } from './exit.js'
import { Failure } from './failure.js'
import type { Io } from './io.js'
import { type Locale, locales } from './locale.js'
import { addBoard } from './program/board.js'
import { addBuild } from './program/build.js'
import { addCheck } from './program/check.js'
import { addCompletion } from './program/completion.js'
import { type ProgramContext, programContext } from './program/context.js'
import { addDeadline } from './program/deadline.js'
import { addExplain } from './program/explain.js'
import { addExport } from './program/export.js'
import { addImport } from './program/import.js'
import { addInit } from './program/init.js'
import { addLsp } from './program/lsp.js'
import { addPreview } from './program/preview.js'
import { addSchema } from './program/schema.js'
import { addStats } from './program/stats.js'
import { printable } from './reports/printable.js'
import { fold } from './reports/wrap.js'
import { helpIn, usageError } from './usage.js'

declare const TTHC_VERSION: string

/** Runs one command line (without the program itself) and gives its exit code. Throws only on a bug. */
export async function main(argv: readonly string[], world: Io): Promise<ExitCode> {
  const io = folding(world)
  const lang = localeOf(argv, io.env)
  let code: ExitCode = exit.ok
  const done = (result: ExitCode) => {
    code = result
  }
  // Where the first word names a command, the others need not be built; but completion speaks of them all.
  const program = buildProgram(lang, io, done, argv[0] === 'completion' ? undefined : argv[0])
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exit.ok
      const named = argv.find(word => Object.hasOwn(commands, word))
      io.err(`tthc: ${usageError(error, named)[lang]}\n`)
      return exit.usage
    }
    // Bundles hold their own copy of the class, so it is known by its name.
    if (error instanceof Error && error.name === Failure.name) {
      io.err(`tthc: ${(error as Failure).text[lang].split('\n').map(printable).join('\n')}\n`)
      return exit.failure
    }
    throw error
  }
}

/** What is said on the side folds to the width of the terminal, whichever command says it. */
function folding(world: Io): Io {
  const { columns } = world
  if (columns === undefined) return world
  const err = (text: string) =>
    world.err(
      text
        .split('\n')
        .map(line => fold(line, columns))
        .join('\n'),
    )
  // Not a copy: what the world says may change, such as the day.
  return Object.assign(Object.create(world), { err })
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

/** `--out "$UNSET"` must not mean the root of the disk. */
function refuseEmpty(command: Command, lang: Locale): void {
  const empty = command.options.find(option => command.getOptionValue(option.attributeName()) === '')
  if (empty === undefined) return
  const reason = { vi: 'giá trị trống', en: 'it is empty' }[lang]
  throw new InvalidArgumentError(`option '${empty.flags}' argument '' is invalid. ${reason}`)
}

/** Every command, in the order in which `--help` lists them. */
const commands: Readonly<Record<string, (context: ProgramContext) => void>> = {
  init: addInit,
  check: addCheck,
  build: addBuild,
  board: addBoard,
  export: addExport,
  import: addImport,
  preview: addPreview,
  explain: addExplain,
  deadline: addDeadline,
  lsp: addLsp,
  schema: addSchema,
  stats: addStats,
  completion: addCompletion,
}

/** The program with its commands, for `main` and for whatever is made out of it; with one of them alone where `only` names it. */
export function buildProgram(lang: Locale, io: Io, done: (code: ExitCode) => void, only = ''): Command {
  const program = new Command('tthc')
  const context = programContext(program, lang, io, done)
  context
    .common(program)
    .description(
      context.say(
        'Kiểm tra và công khai danh mục thủ tục hành chính của phường, xã',
        'Checks and publishes catalogs of administrative procedures',
      ),
    )
    .version(TTHC_VERSION, '-V, --version', context.say('in số phiên bản', 'print the version'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp(helpIn(lang))
    .addHelpText(
      'after',
      context.examples([
        'tthc init phuong-hoa-mai',
        'tthc check phuong-hoa-mai',
        'tthc build phuong-hoa-mai --out trang',
        'tthc check --help',
      ]),
    )
  program.hook('preAction', (_, command) => refuseEmpty(command, lang))
  const named = Object.hasOwn(commands, only) ? commands[only] : undefined
  for (const add of named === undefined ? Object.values(commands) : [named]) add(context)
  return program
}
