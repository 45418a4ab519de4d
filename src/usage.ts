import { type Argument, type Command, type CommanderError, Help, type HelpConfiguration, type Option } from 'commander'
import type { Locale, Text } from './locale.js'
import { nearest } from './nearest.js'

/** Help pages in the language of the user: commander speaks English only. */
export function helpIn(lang: Locale): HelpConfiguration {
  if (lang === 'en') return { helpWidth: 80, visibleOptions }
  return {
    helpWidth: 80,
    visibleOptions,
    styleTitle: title => titles[title] ?? title,
    commandUsage: command => {
      const names = []
      for (let named: Command | null = command; named !== null; named = named.parent) names.unshift(named.name())
      const words = command.registeredArguments.map(argumentWord)
      const after = command.parent === null && words.length === 0 ? ['<lệnh>'] : words
      return [...names, '[tùy chọn]', ...after].join(' ')
    },
    subcommandTerm: command => [command.name(), ...command.registeredArguments.map(argumentWord)].join(' '),
    optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) => {
      const notes = []
      if (argChoices !== undefined) notes.push(`chọn: ${argChoices.join(', ')}`)
      if (defaultValue !== undefined) notes.push(`mặc định: ${defaultValueDescription ?? defaultValue}`)
      return notes.length === 0 ? description : `${description} (${notes.join('; ')})`
    },
    argumentDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : `${description} (mặc định: ${defaultValue})`,
  }
}

const general = ['--lang', '--color', '--no-color', '--version', '--help']

/** What a command alone has comes first, what every command has comes last. */
function visibleOptions(this: Help, command: Command): Option[] {
  const options = Help.prototype.visibleOptions.call(this, command)
  const isGeneral = ({ long }: Option) => long !== undefined && general.includes(long)
  return [...options.filter(option => !isGeneral(option)), ...options.filter(isGeneral)]
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
}

function argumentWord(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

/**
 * What commander found wrong with the command line, in both languages, and where to read on: in the help of `command`, if
 * one was named.
 */
export function usageError({ code, message }: CommanderError, command?: string): Text {
  const help = command === undefined ? 'tthc --help' : `tthc ${command} --help`
  const plain = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '')
  const [, name = ''] = /'([^']*)'/.exec(plain) ?? []
  const [, near] = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(plain) ?? []
  const hint = near === undefined ? `; xem ${help}` : `; có phải ${near} không?`
  const en = near === undefined ? `${plain}; see ${help}` : plain
  switch (code) {
    case 'commander.unknownOption':
      return { vi: `không có tùy chọn “${name}”${hint}`, en }
    case 'commander.unknownCommand':
      return { vi: `không có lệnh “${name}”${hint}`, en }
    case 'commander.optionMissingArgument':
      return { vi: `tùy chọn “${name}” cần thêm giá trị; xem ${help}`, en }
    case 'commander.missingMandatoryOptionValue':
      return { vi: `thiếu tùy chọn “${name}”; xem ${help}`, en }
    case 'commander.missingArgument':
      return { vi: `thiếu đối số “${name}”; xem ${help}`, en }
    case 'commander.excessArguments':
      return { vi: `thừa đối số; xem ${help}`, en }
    case 'commander.conflictingOption': {
      const [one, other] = Array.from(plain.matchAll(/'([^']*)'/g), ([, option]) => option)
      return { vi: `không dùng “${one}” cùng với “${other}”; xem ${help}`, en }
    }
    case 'commander.invalidArgument':
      return invalidValue(plain)
    default:
      return { vi: `chưa chọn lệnh; xem ${help}`, en: `no command was given; see ${help}` }
  }
}

/** “option '--date <date>' argument 'x' is invalid. Why”: the reason is ours, in the right language already. */
function invalidValue(plain: string): Text {
  const option = /'(?<name>[^']*)' argument '(?<value>[^']*)' is invalid\. ?(?<why>.*)$/
  const argument = /value '(?<value>[^']*)' is invalid for argument '(?<name>[^']*)'\. ?(?<why>.*)$/
  const { name, value = '', why = '' } = (option.exec(plain) ?? argument.exec(plain))?.groups ?? {}
  const [, choices] = /^Allowed choices are (.*)$/.exec(why) ?? []
  if (choices === undefined) return { vi: `giá trị “${value}” của “${name}” không dùng được: ${why}`, en: plain }
  const near = nearest(value, choices.split(', '))
  return {
    vi: `giá trị “${value}” của “${name}” không dùng được: chỉ nhận ${choices}${near && `; có phải ${near} không?`}`,
    en: `${plain}${near && ` (Did you mean ${near}?)`}`,
  }
}
