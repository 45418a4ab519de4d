import type { Argument, Command, Option } from 'commander'

/** What may stand at a place of the command line. */
export type Values =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  /** Something that no shell can guess. */
  | { readonly kind: 'text' }

export interface CompletionOption {
  /** `-h`, `--help` */
  readonly flags: readonly string[]
  readonly description: string
  /** Absent where the option takes no value. */
  readonly values?: Values
}

export interface CompletionCommand {
  readonly name: string
  readonly description: string
  readonly options: readonly CompletionOption[]
  /** One for each argument in turn; the last one again and again where `repeats`. */
  readonly arguments: readonly Values[]
  readonly repeats: boolean
}

export interface CompletionTree {
  /** What may stand before the command. */
  readonly options: readonly CompletionOption[]
  readonly commands: readonly CompletionCommand[]
}

/** All that a shell can complete, taken from the program as it is defined. `rules` are the ids that `explain` knows. */
export function completionTree(program: Command, rules: readonly string[]): CompletionTree {
  return {
    options: optionsOf(program),
    commands: program.commands.map(command => ({
      name: command.name(),
      description: command.description(),
      options: optionsOf(command),
      arguments: command.registeredArguments.map(argument => argumentValues(argument, rules)),
      repeats: command.registeredArguments.at(-1)?.variadic === true,
    })),
  }
}

function optionsOf(command: Command): readonly CompletionOption[] {
  const { visibleOptions } = command.createHelp()
  return visibleOptions.call(command.createHelp(), command).map(option => {
    const { short, long, description } = option
    const flags = [short, long].filter(flag => flag !== undefined)
    return option.required || option.optional
      ? { flags, description, values: optionValues(option) }
      : { flags, description }
  })
}

function optionValues({ argChoices, flags }: Option): Values {
  if (argChoices !== undefined) return { kind: 'choices', choices: argChoices }
  return namedValues(/[<[]([\w-]+)/.exec(flags)?.[1] ?? '')
}

function argumentValues(argument: Argument, rules: readonly string[]): Values {
  if (argument.argChoices !== undefined) return { kind: 'choices', choices: argument.argChoices }
  return argument.name() === 'rule' ? { kind: 'choices', choices: rules } : namedValues(argument.name())
}

/** The word that stands for a value in the help says what kind of value it is. */
function namedValues(name: string): Values {
  if (/^(?:dir|folder)$/.test(name)) return { kind: 'folders' }
  return /^(?:path|file|sheet|before|after|base|input|catalog)s?$/.test(name) ? { kind: 'files' } : { kind: 'text' }
}
