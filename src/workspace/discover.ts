import { Failure } from '../failure.js'
import type { Io } from '../io.js'

/** The files of one catalog, in path order. */
export interface CatalogFiles {
  /** The folder, or the file, as the user would type it. */
  readonly path: string
  readonly files: readonly string[]
}

const catalogFile = 'catalog.yaml'
/** Settings of the tool, not part of a catalog. */
const configFile = 'tthc.config.yaml'

/**
 * The catalogs that a path names: standard input (`-`), a single file, a catalog folder (or its `catalog.yaml`), or a folder
 * above several. A folder of YAML files without a `catalog.yaml` anywhere is one catalog too. Throws a Failure where there
 * is nothing to read.
 */
export async function discover(path: string, io: Io): Promise<readonly CatalogFiles[]> {
  if (path === '-') return [{ path, files: ['-'] }]
  const entries = await listOrFail(path, io)
  if (entries === undefined) {
    const folder = folderOf(path)
    return path.split(/[\\/]/).at(-1) === catalogFile ? discover(folder, io) : [{ path, files: [path] }]
  }
  const tree = await walk(trimmed(path), io)
  const found = catalogsIn(tree)
  if (found.length > 0) return found
  const files = allFiles(tree)
  if (files.length > 0) return [{ path: tree.path, files }]
  throw new Failure({
    vi: `Trong “${path}” không có tệp .yaml nào; chỉ ra thư mục chứa tệp ${catalogFile}`,
    en: `There is no .yaml file in “${path}”; name the folder that holds ${catalogFile}`,
  })
}

async function listOrFail(path: string, io: Io) {
  try {
    return await io.list(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
}

/** What to say when a file or folder cannot be read. */
export function cannotRead(path: string, error: unknown): Failure {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT') {
    return new Failure({
      vi: `Không có tệp hay thư mục “${path}”`,
      en: `There is no file or folder “${path}”`,
    })
  }
  return new Failure({
    vi: `Không đọc được “${path}”: ${code ?? String(error)}`,
    en: `“${path}” cannot be read: ${code ?? String(error)}`,
  })
}

interface Folder {
  readonly path: string
  readonly yaml: readonly string[]
  readonly folders: readonly Folder[]
}

/** A link to a folder that it lies in would never end: what is on the way down already is not entered again. */
async function walk(path: string, io: Io, above: readonly string[] = []): Promise<Folder> {
  const real = await io.realPath(path)
  if (above.includes(real)) return { path, yaml: [], folders: [] }
  const entries = (await listOrFail(path, io)) ?? []
  const visible = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && name !== configFile)
  const below = (name: string) => (path === '.' ? name : `${path}/${name}`)
  const folders: Folder[] = []
  for (const { name, folder } of visible) if (folder) folders.push(await walk(below(name), io, [...above, real]))
  const yaml = visible.filter(({ name, folder }) => !folder && /\.ya?ml$/i.test(name)).map(({ name }) => below(name))
  return { path, yaml, folders }
}

function catalogsIn(folder: Folder): CatalogFiles[] {
  const nested = folder.folders.flatMap(catalogsIn)
  if (!isCatalog(folder)) return nested
  return [{ path: folder.path, files: ownFiles(folder) }, ...nested]
}

function isCatalog({ yaml }: Folder): boolean {
  return yaml.some(file => file.split('/').at(-1) === catalogFile)
}

/** A catalog inside a catalog is one of its own. */
function ownFiles(folder: Folder): string[] {
  const below = folder.folders.filter(inner => !isCatalog(inner)).flatMap(ownFiles)
  return [...folder.yaml, ...below].sort(byCodeUnit)
}

function allFiles({ yaml, folders }: Folder): string[] {
  return [...yaml, ...folders.flatMap(allFiles)].sort(byCodeUnit)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function trimmed(path: string): string {
  const forward = path.replaceAll('\\', '/').replace(/^\.\/(?=.)/, '')
  return forward.length > 1 ? forward.replace(/\/+$/, '') : forward
}

function folderOf(path: string): string {
  const parts = path.split(/[\\/]/)
  return parts.length === 1 ? '.' : parts.slice(0, -1).join('/') || '/'
}
