import { decode } from '../catalog/encoding.js'
import { type Loaded, load } from '../catalog/load.js'
import { byPlace } from '../finding.js'
import type { Io } from '../io.js'
import { type CatalogFiles, cannotRead, discover } from './discover.js'

/** Reads every catalog that the paths name. Throws a Failure where a file cannot be read. */
export async function readCatalogs(paths: readonly string[], io: Io): Promise<readonly Loaded[]> {
  const found = await discoverAll(paths, io)
  const loaded: Loaded[] = []
  for (const files of found) {
    io.progress(loaded.length, found.length, files.path)
    loaded.push(await readCatalog(files, io))
  }
  return loaded
}

/** A catalog that several paths name, or a path and a folder above it, is one. It bears the name that comes first. */
async function discoverAll(paths: readonly string[], io: Io): Promise<readonly CatalogFiles[]> {
  const found = new Map<string, CatalogFiles>()
  for (const path of paths) {
    for (const files of await discover(path, io)) {
      const key = files.path === '-' ? '-' : await io.realPath(files.path)
      if (!found.has(key)) found.set(key, files)
    }
  }
  return [...found.values()]
}

/** Reads the files of one catalog. */
export async function readCatalog({ path, files }: CatalogFiles, io: Io): Promise<Loaded> {
  const decoded = await Promise.all(files.map(async file => decode(file, await bytesOf(file, io))))
  const unread = decoded.flatMap(({ findings }) => findings)
  const loaded = await load(
    path,
    decoded.map(({ source }) => source),
  )
  return unread.length === 0 ? loaded : { ...loaded, findings: [...unread, ...loaded.findings].sort(byPlace) }
}

async function bytesOf(file: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.readBytes(file)
  } catch (error) {
    throw cannotRead(file, error)
  }
}
