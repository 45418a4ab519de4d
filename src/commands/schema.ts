import { type ExitCode, exit } from '../exit.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'

/** What a JSON Schema can be printed of. */
export const schemaSubjects = ['catalog', 'config', 'report', 'catalog-json'] as const
export type SchemaSubject = (typeof schemaSubjects)[number]

const schemas: Readonly<Record<SchemaSubject, () => Promise<(locale: Locale) => object>>> = {
  catalog: async () => (await import('../catalog/schema.js')).jsonSchema,
  config: async () => (await import('../workspace/config-file.js')).configSchema,
  report: async () => (await import('../reports/report-schema.js')).reportSchema,
  'catalog-json': async () => (await import('../renderers/catalog-json-schema.js')).catalogJsonSchema,
}

export async function schemaCommand(
  { lang, of }: { readonly lang: Locale; readonly of: SchemaSubject },
  io: Io,
): Promise<ExitCode> {
  const schema = await schemas[of]()
  io.out(`${JSON.stringify(schema(lang), null, 2)}\n`)
  return exit.ok
}
