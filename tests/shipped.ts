import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Loaded, load } from '../src/catalog/load.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A catalog of `catalogs/`, as it is shipped. */
export async function shippedCatalog(name: string): Promise<Loaded> {
  const folder = join(root, 'catalogs', name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'))
  const sources = files.sort().map(file => ({ path: file, text: readFileSync(join(folder, file), 'utf8') }))
  return load(`catalogs/${name}`, sources)
}
