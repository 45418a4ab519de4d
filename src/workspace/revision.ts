import { posix } from 'node:path'
import type { Loaded } from '../catalog/load.js'
import { Failure } from '../failure.js'
import type { Entry, Io } from '../io.js'
import { readCatalogs } from './read.js'

/**
 * The catalogs that the paths named as of a git revision, under the same paths as today. A path that held no YAML file at
 * the time gives none. Throws a Failure where there is no git, no repository or no such revision.
 */
export async function readCatalogsAt(revision: string, paths: readonly string[], io: Io): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = []
  for (const path of paths) {
    const files = await filesAt(revision, path, io)
    if (files.size > 0) loaded.push(...(await readCatalogs([path], past(io, files))))
  }
  return loaded
}

/** The YAML files below a path as of a revision, named as the user would name them today. */
async function filesAt(revision: string, path: string, io: Io): Promise<ReadonlyMap<string, Uint8Array>> {
  const forward = posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '')
  const isFolder = (await io.list(forward).catch(() => undefined)) !== undefined
  const folder = isFolder ? forward : posix.dirname(forward)
  const commit = await resolve(revision, folder, io)
  const listed = await git(folder, ['ls-tree', '-r', '-z', '--name-only', commit, '--', '.'], io)
  const names = new TextDecoder()
    .decode(listed)
    .split('\0')
    .filter(name => /\.ya?ml$/i.test(name) && !name.includes('\n'))
    .filter(name => isFolder || posix.join(folder, name) === forward || posix.basename(forward) === 'catalog.yaml')
  const contents = await blobs(
    folder,
    names.map(name => `${commit}:./${name}`),
    io,
  )
  return new Map(names.map((name, index) => [posix.join(folder, name), contents[index] ?? new Uint8Array()]))
}

async function resolve(revision: string, folder: string, io: Io): Promise<string> {
  try {
    const out = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], io)
    return new TextDecoder().decode(out).trim()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw /not a git repository/i.test(error.message)
      ? new Failure({
          vi: `Thư mục “${folder}” không nằm trong kho git, nên không so được với “${revision}”`,
          en: `“${folder}” lies in no git repository, so it cannot be compared with “${revision}”`,
        })
      : new Failure({
          vi: `Kho git không có phiên bản “${revision}”; nếu CI chỉ tải bản mới nhất, tải thêm lịch sử (fetch-depth: 0)`,
          en: `The git repository has no revision “${revision}”; where CI fetches the newest commit only, fetch more (fetch-depth: 0)`,
        })
  }
}

class GitError extends Error {}

async function git(folder: string, args: readonly string[], io: Io, input?: string): Promise<Uint8Array> {
  try {
    const { code, out, err } = await io.run('git', ['-C', folder, ...args], input === undefined ? {} : { input })
    if (code !== 0) throw new GitError(err)
    return out
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    throw new Failure({
      vi: 'Máy này chưa cài git, nên không so được với phiên bản cũ',
      en: 'There is no git on this machine, so nothing can be compared with a revision',
    })
  }
}

/** `git cat-file --batch` answers `<id> blob <size>`, a line end, the bytes and a line end for each object asked for. */
async function blobs(folder: string, names: readonly string[], io: Io): Promise<readonly Uint8Array[]> {
  if (names.length === 0) return []
  const out = await git(folder, ['cat-file', '--batch'], io, names.map(name => `${name}\n`).join(''))
  const found: Uint8Array[] = []
  let at = 0
  for (const name of names) {
    const lineEnd = out.indexOf(0x0a, at)
    const size = Number(/ blob (\d+)$/.exec(new TextDecoder().decode(out.slice(at, lineEnd)))?.[1] ?? Number.NaN)
    if (Number.isNaN(size)) throw new GitError(`git cat-file does not know ${name}`)
    found.push(out.slice(lineEnd + 1, lineEnd + 1 + size))
    at = lineEnd + 1 + size + 1
  }
  return found
}

/** The world with these files in place of those on the disk. */
function past(io: Io, files: ReadonlyMap<string, Uint8Array>): Io {
  const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
  return {
    ...io,
    async readBytes(path) {
      const bytes = files.get(posix.normalize(path))
      if (bytes === undefined) throw missing(path)
      return bytes
    },
    async list(path) {
      const plain = posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '')
      if (files.has(plain)) return undefined
      const prefix = plain === '.' ? '' : `${plain}/`
      const entries = new Map<string, Entry>()
      for (const name of files.keys()) {
        if (!name.startsWith(prefix)) continue
        const [first = '', ...rest] = name.slice(prefix.length).split('/')
        entries.set(first, { name: first, folder: rest.length > 0 })
      }
      if (entries.size === 0) throw missing(path)
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}
