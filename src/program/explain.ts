import type { ProgramContext } from './context.js'

export function addExplain({ program, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('explain'))
    .description(say('giải thích một quy tắc, hoặc liệt kê các quy tắc', 'explain a rule, or list all rules'))
    .argument('[rule]', say('tên quy tắc', 'name of the rule'))
    .addHelpText('after', examples(['tthc explain', 'tthc explain officer-without-phone']))
    .action(async (rule: string | undefined, options) => {
      const { explainCommand } = await import('../commands/explain.js')
      done(await explainCommand(rule, options, io))
    })
}
