import { Option } from 'commander'
import { schemaSubjects } from '../commands/schema.js'
import type { ProgramContext } from './context.js'

export function addSchema({ program, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('schema'))
    .description(say('in JSON Schema của danh mục', 'print the JSON Schema of a catalog'))
    .addOption(
      new Option(
        '--of <subject>',
        say(
          'của danh mục, của tthc.config.yaml, hay của kết quả check --format json',
          'of a catalog, of tthc.config.yaml, or of what check --format json prints',
        ),
      )
        .choices(schemaSubjects)
        .default('catalog'),
    )
    .addHelpText('after', examples(['tthc schema > tthc.schema.json', 'tthc schema --of report']))
    .action(async options => {
      const { schemaCommand } = await import('../commands/schema.js')
      done(await schemaCommand(options, io))
    })
}
