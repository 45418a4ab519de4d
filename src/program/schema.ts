import type { ProgramContext } from './context.js'

export function addSchema({ program, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('schema'))
    .description(say('in JSON Schema của danh mục', 'print the JSON Schema of a catalog'))
    .addHelpText('after', examples(['tthc schema > tthc.schema.json']))
    .action(async options => {
      const { schemaCommand } = await import('../commands/schema.js')
      done(await schemaCommand(options, io))
    })
}
