import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../catalogs', import.meta.url))

/** The files of a catalog that we ship, for an Io in memory. */
export function shippedCatalog(name: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files
      .filter(file => file.endsWith('.yaml'))
      .map(file => [`${name}/${file.replaceAll('\\', '/')}`, readFileSync(join(folder, name, file), 'utf8')]),
  )
}
