import type { CompletionCommand, CompletionOption, CompletionTree, Values } from './completion-tree.js'

/** Runs in the bash 3.2 of macOS too, and needs no package `bash-completion`. */
export function bashCompletion({ options, commands }: CompletionTree): string {
  const names = commands.map(({ name }) => name)
  return `# tthc: bash
# eval "$(tthc completion bash)"
_tthc() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" position=0 i word
  # --format=json comes as three words.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ \${COMP_WORDS[i+1]-} == "=" ]]; then
      i=$((i + 2))
      continue
    fi
    if [[ -z $command ]]; then
      case "$word" in
${patterns(valueFlags(options), '        ', 'i=$((i + 1))')}        -*) ;;
        *) command="$word" ;;
      esac
    else
      case "$command:$word" in
${patterns(
  commands.flatMap(({ name, options: own }) => valueFlags(own).map(flag => `${name}:${flag}`)),
  '        ',
  'i=$((i + 1))',
)}        *:-?*) ;;
        *) position=$((position + 1)) ;;
      esac
    fi
  done
  COMPREPLY=()
  case "$command:$prev" in
${commands
  .flatMap(({ name, options: own }) => [...own.flatMap(option => valueCase(`${name}:`, option))])
  .join('')}${options.flatMap(option => valueCase(':', option)).join('')}  esac
  case "$command" in
    "")
      if [[ $cur == -* ]]; then
        ${words(options.flatMap(({ flags }) => flags))}
      else
        ${words(names)}
      fi
      ;;
${commands.map(commandCase).join('')}  esac
}
_tthc_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$2")
}
_tthc_paths() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$2")
}
complete -F _tthc tthc
`
}

function valueFlags(options: readonly CompletionOption[]): string[] {
  return options.flatMap(({ flags, values }) => (values === undefined ? [] : flags))
}

function patterns(all: readonly string[], indent: string, action: string): string {
  return all.length === 0 ? '' : `${indent}${all.join('|')}) ${action} ;;\n`
}

function valueCase(prefix: string, { flags, values }: CompletionOption): string[] {
  if (values === undefined) return []
  return [`    ${flags.map(flag => prefix + flag).join('|')}) ${reply(values)}return ;;\n`]
}

function commandCase({ name, options, arguments: places, repeats }: CompletionCommand): string {
  const last = places.length - 1
  const cases = places.map((values, at) => `          ${at}${repeats && at === last ? '|*' : ''}) ${reply(values)};;\n`)
  const body = cases.length === 0 ? '        :\n' : `        case $position in\n${cases.join('')}        esac\n`
  return `    ${name})
      if [[ $cur == -* ]]; then
        ${words(options.flatMap(({ flags }) => flags))}
      else
${body}      fi
      ;;
`
}

function reply(values: Values): string {
  switch (values.kind) {
    case 'choices':
      return `${words(values.choices)}; `
    case 'files':
      return '_tthc_paths -f "$cur"; '
    case 'folders':
      return '_tthc_paths -d "$cur"; '
    case 'text':
      return ''
  }
}

function words(all: readonly string[]): string {
  return `_tthc_words ${quoted(all.join(' '))} "$cur"`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
