import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** All that the tool may touch outside itself. Tests hand in another. */
export interface Io {
  /** Bytes of a file; `-` is standard input. Rejects as node:fs does. */
  readBytes(path: string): Promise<Uint8Array>
  /** Names in a folder, sorted by code point; undefined where the path is no folder. */
  list(path: string): Promise<readonly Entry[] | undefined>
  out(text: string): void
  err(text: string): void
  /** Writes the files into a new folder beside `folder` and swaps it in: `folder` is never half written. */
  publish(folder: string, files: ReadonlyMap<string, string>): Promise<void>
  readonly colour: boolean
  /** The present day in Vietnam, ISO. */
  readonly today: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Entry {
  readonly name: string
  readonly folder: boolean
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

async function publish(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const fresh = `${folder}.${process.pid}.new`
  const old = `${folder}.${process.pid}.old`
  try {
    for (const [name, text] of files) {
      const path = join(fresh, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
    const replaces = await stat(folder).then(
      () => true,
      () => false,
    )
    if (replaces) await rename(folder, old)
    try {
      await rename(fresh, folder)
    } catch (error) {
      if (replaces) await rename(old, folder)
      throw error
    }
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** https://no-color.org; FORCE_COLOR=0 is Node's own way to say no. */
function wantsColour(env: NodeJS.ProcessEnv): boolean {
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  if (env['NO_COLOR']) return false
  return process.stdout.isTTY === true
}

/** The world as it is. */
export function realIo(): Io {
  // A reader that has seen enough (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    readBytes: path => (path === '-' ? readStandardInput() : readFile(path)),
    async list(path) {
      try {
        const entries = await readdir(path, { withFileTypes: true })
        return entries
          .map(entry => ({ name: entry.name, folder: entry.isDirectory() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
        throw error
      }
    },
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    publish,
    colour: wantsColour(process.env),
    // Vietnam keeps UTC+7 all year.
    today: new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10),
    env: process.env,
  }
}
