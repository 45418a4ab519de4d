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
          'của danh mục, của tthc.config.yaml, của kết quả check --format json, hay của catalog.json đã công khai',
          'of a catalog, of tthc.config.yaml, of what check --format json prints, or of the catalog.json of a site',
        ),
      )
        .choices(schemaSubjects)
        .default('catalog'),
    )
    .addHelpText(
      'after',
      examples([
        'tthc schema > tthc.schema.json',
        'tthc schema --of report',
        'tthc schema --of catalog-json > catalog.schema.json',
      ]),
    )
    .action(async options => {
      const { schemaCommand } = await import('../commands/schema.js')
      done(await schemaCommand(options, io))
    })
}
