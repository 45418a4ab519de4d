import type { Command } from 'commander'
import { allRules } from '../check/all-rules.js'
import type { Shell } from './completion.js'
import { bashCompletion } from './completion-bash.js'
import { fishCompletion } from './completion-fish.js'
import { powershellCompletion } from './completion-powershell.js'
import { type CompletionTree, completionTree } from './completion-tree.js'
import { zshCompletion } from './completion-zsh.js'

const writers: Readonly<Record<Shell, (tree: CompletionTree) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** The script that teaches a shell the commands, options and choices of the program as it stands. */
export function completionScript(program: Command, shell: Shell): string {
  const rules = allRules.map(({ id }) => id)
  return writers[shell](completionTree(program, rules))
}
