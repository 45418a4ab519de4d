import { Argument } from 'commander'
import { exit } from '../exit.js'
import type { ProgramContext } from './context.js'

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

export function addCompletion({ program, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('completion'))
    .description(say('in tập lệnh để trình bao gợi ý lệnh, tùy chọn', 'print the completion script of a shell'))
    .addArgument(new Argument('<shell>', say('trình bao', 'the shell')).choices(shells))
    .addHelpText(
      'after',
      examples([
        'eval "$(tthc completion bash)"',
        'source <(tthc completion zsh)',
        'tthc completion fish > ~/.config/fish/completions/tthc.fish',
        'tthc completion powershell | Out-String | Invoke-Expression',
      ]),
    )
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion-script.js')
      io.out(completionScript(program, shell))
      done(exit.ok)
    })
}
