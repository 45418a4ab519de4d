import { Command, CommanderError } from 'commander'
import { type ExitCode, exit } from './exit.js'
import { Failure } from './failure.js'
import type { Io } from './io.js'
import { type Locale, locales } from './locale.js'
import { addBoard } from './program/board.js'
import { addBuild } from './program/build.js'
import { addCheck } from './program/check.js'
import { type ProgramContext, programContext } from './program/context.js'
import { addDeadline } from './program/deadline.js'
import { addExplain } from './program/explain.js'
import { addSchema } from './program/schema.js'
import { helpIn, usageError } from './usage.js'

declare const TTHC_VERSION: string

/** Runs one command line (without the program itself) and gives its exit code. Throws only on a bug. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = localeOf(argv, io.env)
  let code: ExitCode = exit.ok
  const program = buildProgram(argv, lang, io, result => {
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

/** Every command, in the order in which `--help` lists them. */
const commands: Readonly<Record<string, (context: ProgramContext) => void>> = {
  check: addCheck,
  build: addBuild,
  board: addBoard,
  explain: addExplain,
  deadline: addDeadline,
  schema: addSchema,
}

function buildProgram(argv: readonly string[], lang: Locale, io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('tthc')
  const context = programContext(program, lang, io, done)
  context
    .common(program)
    .description(
      context.say(
        'Kiểm tra và công bố danh mục thủ tục hành chính của phường, xã',
        'Checks and publishes catalogs of administrative procedures',
      ),
    )
    .version(TTHC_VERSION, '-V, --version', context.say('in số phiên bản', 'print the version'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp(helpIn(lang))
  // Where the first word names a command, the others need not be built.
  const named = commands[argv[0] ?? '']
  for (const add of named === undefined ? Object.values(commands) : [named]) add(context)
  return program
}
