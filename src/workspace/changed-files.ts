import { posix } from 'node:path'
import type { Io } from '../io.js'
import { type CatalogFiles, discover } from './discover.js'

export interface ChangedCatalogs {
  /** What to read: folders of catalogs, or single files. */
  readonly paths: readonly string[]
  /** The catalogs that the files belong to, by their paths; others may lie inside of them. */
  readonly catalogs: ReadonlySet<string>
}

const catalogFile = 'catalog.yaml'
const configFile = 'tthc.config.yaml'

/**
 * The catalogs that some files belong to, as pre-commit names files: any of the repository, most of them none of our business. A
 * configuration belongs to every catalog below it; a file that is gone, to the catalog it was in.
 */
export async function catalogsOfFiles(files: readonly string[], io: Io): Promise<ChangedCatalogs> {
  const found = new Map<string, CatalogFiles>()
  const known = new Map<string, readonly CatalogFiles[]>()
  const below = async (folder: string) => {
    const catalogs = known.get(folder) ?? (await discover(folder, io))
    known.set(folder, catalogs)
    return catalogs
  }
  for (const file of files.filter(name => /\.ya?ml$/i.test(name))) {
    const plain = posix.normalize(file)
    for (const catalog of await owners(plain, below, io)) found.set(catalog.path, catalog)
  }
  const paths = [...found.keys()].sort()
  const inner = (path: string) => paths.some(other => other !== path && isBelow(path, other))
  return { paths: paths.filter(path => !inner(path)), catalogs: new Set(paths) }
}

async function owners(
  file: string,
  below: (folder: string) => Promise<readonly CatalogFiles[]>,
  io: Io,
): Promise<readonly CatalogFiles[]> {
  const folder = posix.dirname(file)
  if (posix.basename(file) === configFile) {
    const catalogs = await below(folder).catch(() => [])
    // A folder of YAML files without a catalog.yaml counts as a catalog only where the user names it.
    const named = await Promise.all(
      catalogs.map(async catalog => ((await isCatalog(catalog.path, io)) ? [catalog] : [])),
    )
    return named.flat()
  }
  for (const above of foldersAbove(folder)) {
    if (!(await isCatalog(above, io))) continue
    const catalog = (await below(above)).find(({ path }) => path === above)
    const isGone = (await textOf(file, io)) === undefined
    return catalog !== undefined && (isGone || catalog.files.includes(file)) ? [catalog] : []
  }
  // A single file says itself that it is a catalog.
  const isOne = /^["']?catalog["']?[ \t]*:/m.test((await textOf(file, io)) ?? '')
  return isOne ? [{ path: file, files: [file] }] : []
}

async function isCatalog(folder: string, io: Io): Promise<boolean> {
  const entries = await io.list(folder).catch(() => undefined)
  return entries?.some(({ name, folder: isFolder }) => name === catalogFile && !isFolder) ?? false
}

async function textOf(file: string, io: Io): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await io.readBytes(file))
  } catch {
    return undefined
  }
}

function foldersAbove(folder: string): string[] {
  const above = posix.dirname(folder)
  // `../x` does not lie below the working folder, and above `..` nothing more is known of the way.
  if (above === folder || posix.basename(folder) === '..' || (above === '.' && folder.startsWith('..'))) return [folder]
  return [folder, ...foldersAbove(above)]
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' ? !path.startsWith('..') && !path.startsWith('/') : path.startsWith(`${folder}/`)
}
