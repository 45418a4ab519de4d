import type { CompletionCommand, CompletionOption, CompletionTree, Values } from './completion-tree.js'

export function fishCompletion({ options, commands }: CompletionTree): string {
  const names = commands.map(({ name }) => name).join(' ')
  const before = `not __fish_seen_subcommand_from ${names}`
  const lines = [
    '# tthc: fish',
    '# tthc completion fish > ~/.config/fish/completions/tthc.fish',
    'complete -c tthc -e',
    'complete -c tthc -f',
    ...options.map(option => optionLine(before, option)),
    ...commands.map(
      ({ name, description }) => `complete -c tthc -n ${quoted(before)} -a ${name} -d ${quoted(description)}`,
    ),
    ...commands.flatMap(commandLines),
  ]
  return `${lines.join('\n')}\n`
}

function commandLines({ name, options, arguments: places }: CompletionCommand): string[] {
  const seen = `__fish_seen_subcommand_from ${name}`
  // fish does not count arguments: what any of them may be is offered at each.
  const files = places.some(({ kind }) => kind === 'files')
  const folders = places.some(({ kind }) => kind === 'folders')
  const choices = places.flatMap(values => (values.kind === 'choices' ? values.choices : []))
  return [
    ...(choices.length > 0 ? [`complete -c tthc -n ${quoted(seen)} -a ${quoted(choices.join(' '))}`] : []),
    ...(files ? [`complete -c tthc -n ${quoted(seen)} -F`] : []),
    ...(folders && !files ? [`complete -c tthc -n ${quoted(seen)} -a ${quoted(directories)}`] : []),
    ...options.map(option => optionLine(seen, option)),
  ]
}

const directories = '(__fish_complete_directories)'

function optionLine(condition: string, { flags, description, values }: CompletionOption): string {
  const names = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  return `complete -c tthc -n ${quoted(condition)} ${names.join(' ')}${valuePart(values)} -d ${quoted(description)}`
}

function valuePart(values: Values | undefined): string {
  switch (values?.kind) {
    case undefined:
      return ''
    case 'choices':
      return ` -x -a ${quoted(values.choices.join(' '))}`
    case 'files':
      return ' -r -F'
    case 'folders':
      return ` -x -a ${quoted(directories)}`
    case 'text':
      return ' -x'
  }
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
