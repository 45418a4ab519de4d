import { jsonSchema } from '../catalog/schema.js'
import { type ExitCode, exit } from '../exit.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'

export async function schemaCommand({ lang }: { readonly lang: Locale }, io: Io): Promise<ExitCode> {
  io.out(`${JSON.stringify(jsonSchema(lang), null, 2)}\n`)
  return exit.ok
}
