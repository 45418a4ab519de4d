import type { CompletionOption, CompletionTree, Values } from './completion-tree.js'

/** For PowerShell 5.1 of Windows and later ones. Files and folders are what PowerShell offers where we offer nothing. */
export function powershellCompletion({ options, commands }: CompletionTree): string {
  return `# tthc: PowerShell
# tthc completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tthc -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, description }) => `    ${quoted(name)} = ${quoted(description)}\n`).join('')}  }
  $options = @{
    '' = ${table(options)}
${commands.map(({ name, options: own }) => `    ${quoted(name)} = ${table(own)}\n`).join('')}  }
  $values = @{
${[
  ...options.flatMap(option => valueLines('', option)),
  ...commands.flatMap(({ name, options: own }) => own.flatMap(option => valueLines(name, option))),
  ...commands.flatMap(({ name, arguments: [first] }) => (first?.kind === 'choices' ? [line(name, '', first)] : [])),
].join('')}  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $words.Count -gt 0) { $words = @($words | Select-Object -SkipLast 1) }
  $command = @($words | Where-Object { $commands.Contains($_) }) | Select-Object -First 1
  if ($null -eq $command) { $command = '' }
  $previous = if ($words.Count -gt 0) { $words[-1] } else { '' }
  $found = [ordered]@{}
  if ($values.ContainsKey("$command $previous")) {
    foreach ($value in $values["$command $previous"]) { $found[$value] = $value }
  } elseif ($wordToComplete -like '-*') {
    $found = $options[$command]
  } elseif ($command -eq '') {
    $found = $commands
  } elseif ($values.ContainsKey("$command ")) {
    foreach ($value in $values["$command "]) { $found[$value] = $value }
  }
  foreach ($name in $found.Keys) {
    if ($name -like "$wordToComplete*") {
      [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $found[$name])
    }
  }
}
`
}

function table(options: readonly CompletionOption[]): string {
  const entries = options.flatMap(({ flags, description }) =>
    flags.map(flag => `${quoted(flag)} = ${quoted(description)}`),
  )
  return `[ordered]@{ ${entries.join('; ')} }`
}

function valueLines(command: string, { flags, values }: CompletionOption): string[] {
  return values?.kind === 'choices' ? flags.map(flag => line(command, flag, values)) : []
}

function line(command: string, flag: string, values: Extract<Values, { kind: 'choices' }>): string {
  return `    ${quoted(`${command} ${flag}`)} = @(${values.choices.map(quoted).join(', ')})\n`
}

/** PowerShell takes typographic quotes for quotes. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`
}
