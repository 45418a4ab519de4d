import { jsonSchema } from '../catalog/schema.js'
import { type ExitCode, exit } from '../exit.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { catalogJsonSchema } from '../renderers/catalog-json-schema.js'

export interface SchemaOptions {
  readonly lang: Locale
  readonly of: SchemaSubject
}

export type SchemaSubject = 'catalog' | 'catalog-json'

const schemas: Readonly<Record<SchemaSubject, (lang: Locale) => object>> = {
  catalog: jsonSchema,
  'catalog-json': catalogJsonSchema,
}

export async function schemaCommand({ lang, of }: SchemaOptions, io: Io): Promise<ExitCode> {
  io.out(`${JSON.stringify(schemas[of](lang), null, 2)}\n`)
  return exit.ok
}
