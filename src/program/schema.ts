import { Option } from 'commander'
import type { ProgramContext } from './context.js'

export function addSchema({ program, io, say, done, common, examples }: ProgramContext): void {
  common(program.command('schema'))
    .description(say('in JSON Schema của danh mục', 'print the JSON Schema of a catalog'))
    .addOption(
      new Option(
        '--of <subject>',
        say('của danh mục YAML, hay của tệp catalog.json đã công bố', 'of a catalog, or of the catalog.json of a site'),
      )
        .choices(['catalog', 'catalog-json'])
        .default('catalog'),
    )
    .addHelpText(
      'after',
      examples(['tthc schema > tthc.schema.json', 'tthc schema --of catalog-json > catalog.schema.json']),
    )
    .action(async options => {
      const { schemaCommand } = await import('../commands/schema.js')
      done(await schemaCommand(options, io))
    })
}
