import { posix } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Entry, Io } from '../io.js'

/** The path of a file as the tool writes it, or undefined where the editor's name for it is no file. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri).replaceAll('\\', '/')
  } catch {
    // A file on another host, or a name that is no name.
    return undefined
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href
}

/** The world as the editor shows it: what is open and not saved stands in place of what is on the disk. */
export function withBuffers(io: Io, buffers: ReadonlyMap<string, string>): Io {
  // Not a copy: an Io may stand on another.
  return Object.assign(Object.create(io) as Io, {
    async readBytes(path: string) {
      const text = buffers.get(path)
      return text === undefined ? io.readBytes(path) : new TextEncoder().encode(text)
    },
    async list(path: string) {
      if (buffers.has(path)) return undefined
      const entries = await io.list(path)
      if (entries === undefined) return undefined
      const unsaved = [...buffers.keys()].filter(file => posix.dirname(file) === path).map(file => posix.basename(file))
      const fresh = unsaved.filter(name => !entries.some(entry => entry.name === name))
      if (fresh.length === 0) return entries
      const all: Entry[] = [...entries, ...fresh.map(name => ({ name, folder: false }))]
      return all.sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  })
}

/**
 * The catalog that a file belongs to: the nearest folder at or above it that holds a `catalog.yaml`; or the file itself
 * where there is none and it says that it is a catalog. An editor shows us every YAML file there is.
 */
export async function catalogOf(path: string, text: string | undefined, io: Io): Promise<string | undefined> {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (await exists(posix.join(folder, 'catalog.yaml'), io)) return folder
    if (folder === posix.dirname(folder)) break
  }
  return text !== undefined && /^\uFEFF?catalog[ \t]*:|\ncatalog[ \t]*:/.test(text) ? path : undefined
}

async function exists(path: string, io: Io): Promise<boolean> {
  try {
    await io.readBytes(path)
    return true
  } catch {
    return false
  }
}
