import type { CompletionCommand, CompletionOption, CompletionTree, Values } from './completion-tree.js'

/** May be sourced, or stand as `_tthc` in a folder of `$fpath`. */
export function zshCompletion({ options, commands }: CompletionTree): string {
  return `#compdef tthc
# source <(tthc completion zsh)
_tthc() {
  local curcontext="$curcontext" state line
  _arguments -C \\
${options.map(option => `    ${specification(option)} \\\n`).join('')}    '1: :->command' \\
    '*:: :->arguments'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, description }) => `        ${quoted(`${name}:${description}`)}\n`).join('')}      )
      _describe -t commands command commands
      ;;
    arguments)
      case $words[1] in
${commands.map(commandCase).join('')}      esac
      ;;
  esac
}
if [[ $funcstack[1] == _tthc ]]; then
  _tthc "$@"
else
  compdef _tthc tthc
fi
`
}

function commandCase({ name, options, arguments: places, repeats }: CompletionCommand): string {
  const last = places.length - 1
  const specifications = [
    ...options.map(specification),
    ...places.map((values, at) =>
      quoted(`${repeats && at === last ? '*' : at + 1}:${places.length > 1 ? at + 1 : ' '}:${action(values)}`),
    ),
  ]
  return `        ${name})\n          _arguments ${specifications.join(' \\\n            ')}\n          ;;\n`
}

/** `'(-h --help)'{-h,--help}'[…]'`: either of the two, once. An option may be given again where it takes a value. */
function specification({ flags, description, values }: CompletionOption): string {
  const told = `[${description.replace(/[[\]\\]/g, '\\$&')}]`
  const value = values === undefined ? '' : `: :${action(values)}`
  const [first = ''] = flags
  if (flags.length === 1)
    return quoted(`${values === undefined ? '' : '*'}${first}${values === undefined ? '' : '='}${told}${value}`)
  return `${quoted(`(${flags.join(' ')})`)}{${flags.join(',')}}${quoted(told + value)}`
}

function action(values: Values): string {
  switch (values.kind) {
    case 'choices':
      return `(${values.choices.map(choice => choice.replace(/[^\w.-]/g, '\\$&')).join(' ')})`
    case 'files':
      return '_files'
    case 'folders':
      return '_files -/'
    case 'text':
      return ' '
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
