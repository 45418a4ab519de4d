import { posix } from 'node:path'
import type { Loaded } from '../catalog/load.js'
import { Failure } from '../failure.js'
import type { Entry, Io, Ran } from '../io.js'
import { readCatalogs } from './read.js'

/**
 * The catalogs that the paths named as of a git revision, under the same paths as today. A path that held no YAML file at
 * the time gives none. Throws a Failure where there is no git, no repository or no such revision.
 */
export async function readCatalogsAt(revision: string, paths: readonly string[], io: Io): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = []
  for (const path of paths) {
    const then = await ioAt(revision, path, io)
    if (then !== undefined) loaded.push(...(await readCatalogs([path], then)))
  }
  return loaded
}

/**
 * The world as of a git revision, as far as a path and the configurations above it go. Undefined where the path held no YAML
 * file at the time. Throws a Failure where there is no git, no repository or no such revision.
 */
export async function ioAt(revision: string, path: string, io: Io): Promise<Io | undefined> {
  const { commit, folder, files } = await filesAt(revision, path, io)
  return files.size === 0 ? undefined : past(io, files, name => blobAt(commit, folder, name, io))
}

interface Then {
  readonly commit: string
  /** A folder in the repository. */
  readonly folder: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** The YAML files below a path as of a revision, named as the user would name them today. */
async function filesAt(revision: string, path: string, io: Io): Promise<Then> {
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
  const files = new Map(names.map((name, index) => [posix.join(folder, name), contents[index] ?? new Uint8Array()]))
  return { commit, folder, files }
}

/** `main...` is the commit where the present branch left `main`, as in `git diff main...`. */
async function resolve(revision: string, folder: string, io: Io): Promise<string> {
  if (revision.endsWith('...')) {
    const other = await resolve(revision.slice(0, -3), folder, io)
    const { code, out } = await run(folder, ['merge-base', other, 'HEAD'], io)
    if (code === 0) return new TextDecoder().decode(out).trim()
    throw new Failure({
      vi: `“${revision}”: hai nhánh không có phiên bản chung trong phần lịch sử đã tải; tải đủ bằng git fetch --unshallow`,
      en: `“${revision}”: the branches share no commit in the history that was fetched; fetch the rest with git fetch --unshallow`,
    })
  }
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { code, out, err } = await run(folder, args, io)
  if (code === 0) return new TextDecoder().decode(out).trim()
  if (/not a git repository/i.test(err)) {
    throw new Failure({
      vi: `Thư mục “${folder}” không nằm trong kho git, nên không so được với “${revision}”`,
      en: `“${folder}” lies in no git repository, so it cannot be compared with “${revision}”`,
    })
  }
  const said = err.trim().split('\n')[0] ?? ''
  if (said !== '') throw new Failure({ vi: `git không làm được: ${said}`, en: `git could not do it: ${said}` })
  throw (await isShallow(folder, io))
    ? new Failure({
        vi: `Kho git ở đây chỉ tải một phần lịch sử (shallow clone) nên không có phiên bản “${revision}”; tải đủ bằng git fetch --unshallow, hoặc đặt fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)`,
        en: `The git repository holds a part of its history only (shallow clone) and lacks the revision “${revision}”; fetch the rest with git fetch --unshallow, or set fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)`,
      })
    : new Failure({
        vi: `Kho git không có phiên bản “${revision}”; xem các phiên bản bằng git log hoặc git branch --all`,
        en: `The git repository has no revision “${revision}”; git log and git branch --all list what it has`,
      })
}

async function isShallow(folder: string, io: Io): Promise<boolean> {
  const { out } = await run(folder, ['rev-parse', '--is-shallow-repository'], io)
  return new TextDecoder().decode(out).trim() === 'true'
}

/** Whether there is a commit to compare with: outside of a repository, and before its first commit, there is none. */
export async function hasCommit(folder: string, io: Io): Promise<boolean> {
  const { code } = await run(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], io)
  return code === 0
}

class GitError extends Error {}

async function git(folder: string, args: readonly string[], io: Io, input?: string): Promise<Uint8Array> {
  const { code, out, err } = await run(folder, args, io, input)
  if (code !== 0) throw new GitError(err)
  return out
}

async function run(folder: string, args: readonly string[], io: Io, input?: string): Promise<Ran> {
  try {
    return await io.run('git', ['-C', folder, ...args], input === undefined ? {} : { input })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    throw new Failure({
      vi: 'Máy này chưa cài git, nên không so được với phiên bản cũ',
      en: 'There is no git on this machine, so nothing can be compared with a revision',
    })
  }
}

/** A file outside of the path that was asked for, a configuration above it. Undefined where the revision has none. */
async function blobAt(commit: string, folder: string, name: string, io: Io): Promise<Uint8Array | undefined> {
  const { code, out } = await run(folder, ['cat-file', 'blob', `${commit}:./${posix.relative(folder, name)}`], io)
  return code === 0 ? out : undefined
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

/** The world with these files in place of those on the disk; `elsewhere` looks for others. */
function past(
  io: Io,
  files: ReadonlyMap<string, Uint8Array>,
  elsewhere: (name: string) => Promise<Uint8Array | undefined>,
): Io {
  const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
  return {
    ...io,
    async readBytes(path) {
      const plain = posix.normalize(path)
      const bytes = files.get(plain) ?? (await elsewhere(plain))
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
    realPath: async path => posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=.)\/$/, ''),
  }
}
