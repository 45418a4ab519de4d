import type { Argument, Command, CommanderError, HelpConfiguration } from 'commander'
import type { Locale, Text } from './locale.js'

/** Help pages in the language of the user: commander speaks English only. */
export function helpIn(lang: Locale): HelpConfiguration {
  if (lang === 'en') return { helpWidth: 80 }
  return {
    helpWidth: 80,
    styleTitle: title => titles[title] ?? title,
    commandUsage: command => {
      const names = []
      for (let named: Command | null = command; named !== null; named = named.parent) names.unshift(named.name())
      const words = command.registeredArguments.map(argumentWord)
      const after = command.parent === null && words.length === 0 ? ['<lệnh>'] : words
      return [...names, '[tùy chọn]', ...after].join(' ')
    },
    subcommandTerm: command => [command.name(), ...command.registeredArguments.map(argumentWord)].join(' '),
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const notes = []
      if (argChoices !== undefined) notes.push(`chọn: ${argChoices.join(', ')}`)
      if (defaultValue !== undefined) notes.push(`mặc định: ${defaultValue}`)
      return notes.length === 0 ? description : `${description} (${notes.join('; ')})`
    },
    argumentDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : `${description} (mặc định: ${defaultValue})`,
  }
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

/** What commander found wrong with the command line, in both languages. */
export function usageError({ code, message }: CommanderError): Text {
  const en = message.replace(/^error: /, '').replaceAll('\n', ' ')
  const [, name = ''] = /'([^']*)'/.exec(en) ?? []
  const [, near] = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(en) ?? []
  const hint = near === undefined ? '; xem tthc --help' : `; có phải ${near} không?`
  switch (code) {
    case 'commander.unknownOption':
      return { vi: `không có tùy chọn “${name}”${hint}`, en }
    case 'commander.unknownCommand':
      return { vi: `không có lệnh “${name}”${hint}`, en }
    case 'commander.optionMissingArgument':
      return { vi: `tùy chọn “${name}” cần thêm giá trị`, en }
    case 'commander.missingMandatoryOptionValue':
      return { vi: `thiếu tùy chọn “${name}”`, en }
    case 'commander.missingArgument':
      return { vi: `thiếu đối số “${name}”`, en }
    case 'commander.excessArguments':
      return { vi: 'thừa đối số; xem tthc --help', en }
    case 'commander.invalidArgument':
      return { vi: invalidValue(en), en }
    default:
      return { vi: 'chưa chọn lệnh; xem tthc --help', en: 'no command was given; see tthc --help' }
  }
}

/** “option '--date <date>' argument 'x' is invalid. Why”: the reason is ours, in the right language already. */
function invalidValue(en: string): string {
  const [, name, value, why = ''] = /'([^']*)' argument '([^']*)' is invalid\. ?(.*)$/.exec(en) ?? []
  const reason = why.replace(/^Allowed choices are (.*)\.$/, 'chỉ nhận $1')
  return `giá trị “${value}” của “${name}” không dùng được: ${reason}`
}
