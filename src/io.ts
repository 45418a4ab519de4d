import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {
  chmod,
  constants,
  copyFile,
  link,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FolderWatch } from './io/folder-watch.js'
import type { LocalAnswer, LocalRequest, LocalServer } from './io/local-server.js'
import type { Web } from './io/web.js'

/** All that the tool may touch outside itself. Tests hand in another. */
export interface Io {
  /** Bytes of a file; `-` is standard input. Rejects as node:fs does. */
  readBytes(path: string): Promise<Uint8Array>
  /** Names in a folder, sorted by code point; undefined where the path is no folder. */
  list(path: string): Promise<readonly Entry[] | undefined>
  /** The one whole path of a file or folder, however it was written and whatever links lead there; of what has none (a pipe), `path`. */
  realPath(path: string): Promise<string>
  out(text: string): void
  err(text: string): void
  /**
   * Writes the files into a new folder beside `folder` and swaps it in: `folder` is never half written. Files that have
   * not changed are moved over as they are.
   */
  publish(folder: string, files: ReadonlyMap<string, Content>): Promise<void>
  /**
   * Puts a whole file in place of what stands at `path`, never half of it, and makes the folders above. Where `expected` is
   * given and the file holds anything else by now, nothing is written and the answer is false.
   */
  write(path: string, content: Content, expected?: Content): Promise<boolean>
  /** Makes a new file, whole or not at all. Answers false, and leaves it alone, where there is one already. */
  create(path: string, content: Content): Promise<boolean>
  /** Runs another program (no shell) and waits for it. Rejects with ENOENT where there is no such program. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<Ran>
  /** Starts the browser that stands at `path`, out of sight. Rejects where it is none or does not start. */
  browser(path: string): Promise<PrintingBrowser>
  /** Asks whoever sits at the terminal, undefined at the end of input. Absent where nobody does. */
  ask?(question: string): Promise<string | undefined>
  /** The working folder, as the system writes it. */
  readonly cwd: string
  /** Other machines. */
  readonly web: Web
  /** Answers HTTP on 127.0.0.1 and nowhere else. `port` 0 is any free one. Rejects with EADDRINUSE. */
  serve(port: number, answer: (request: LocalRequest) => LocalAnswer): Promise<LocalServer>
  /** Calls `changed` once for every change, or several at a time, in the folders that it is told to watch. */
  watch(changed: () => void): Promise<FolderWatch>
  /** Waits until somebody wants the program to end: Ctrl+C, or a signal of the system. */
  interrupted(): Promise<void>
  /** Milliseconds since the program started. */
  now(): number
  /** Lets so many milliseconds pass. */
  wait(milliseconds: number): Promise<void>
  /** Standard input and output as they are, for a protocol that is spoken over them. */
  streams(): Streams
  /** Shows how far long work has come, to whoever sits at a terminal and only once a second has gone by. */
  progress(done: number, of: number, what: string): void
  readonly colour: boolean
  /** How wide the terminal is that `out` goes to. Undefined where it goes into a file or another program. */
  readonly columns?: number
  /** The present day in Vietnam, ISO. Asked anew by what runs for days. */
  readonly today: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Chrome, Edge or Chromium. */
export interface PrintingBrowser {
  /** Prints a whole page, which may reach for nothing outside itself, on the paper that its style sheet asks for. */
  pdf(html: string): Promise<Uint8Array>
  close(): Promise<void>
}

export interface Streams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

/** A text is written as UTF-8. */
export type Content = string | Uint8Array

export interface RunOptions {
  readonly cwd?: string
  readonly input?: Content
}

/** What another program left behind. */
export interface Ran {
  readonly code: number
  readonly out: Uint8Array
  readonly err: string
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

/** What undoes writing that is under way. */
const underWay = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Has `undo` called where a signal ends the program before the function that comes back is called. Signals are caught only
 * meanwhile: at any other time they end the program as they end every program.
 */
function undoneBySignal(undo: () => void): () => void {
  if (underWay.size === 0) for (const signal of signals) process.on(signal, endBySignal)
  underWay.add(undo)
  return () => {
    underWay.delete(undo)
    if (underWay.size === 0) for (const signal of signals) process.off(signal, endBySignal)
  }
}

function endBySignal(signal: NodeJS.Signals): void {
  for (const undo of underWay) undo()
  for (const each of signals) process.off(each, endBySignal)
  endNow(signal)
}

/** Ends by the signal itself: a shell says 130 for SIGINT, and ends the script that ran us, as it would not for a mere code. */
function endNow(signal: NodeJS.Signals): void {
  // Windows knows no signals; there the code would be 1, which means findings.
  if (process.platform === 'win32') process.exit(130)
  process.kill(process.pid, signal)
}

async function publish(named: string, files: ReadonlyMap<string, Content>): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const folder = await realpath(named).catch(() => named)
  const fresh = `${folder}.${process.pid}.new`
  const old = `${folder}.${process.pid}.old`
  const finished = undoneBySignal(() => {
    if (existsSync(old) && !existsSync(folder)) renameSync(old, folder)
    for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true })
  })
  try {
    await writeTree(fresh, files, folder)
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
    finished()
  }
}

/**
 * Writes the files, and takes over those that `before` holds already with the same bytes: a link costs less than a write,
 * keeps the day of the last change, and leaves nothing to copy for whoever mirrors the folder. Without a promise
 * for each: some hundred small files are written twice as fast, and now and then there is time for a signal.
 */
async function writeTree(fresh: string, files: ReadonlyMap<string, Content>, before: string): Promise<void> {
  mkdirSync(fresh, { recursive: true })
  const made = new Set(['.'])
  const make = (name: string): void => {
    if (made.has(name)) return
    make(dirname(name))
    mkdirSync(join(fresh, name))
    made.add(name)
  }
  let written = 0
  for (const [name, content] of files) {
    written += 1
    if (written % filesBetweenPauses === 0) await new Promise(resolve => setImmediate(resolve))
    make(dirname(name))
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    if (!takeOver(join(before, name), join(fresh, name), bytes)) writeFileSync(join(fresh, name), bytes)
  }
}

const filesBetweenPauses = 32

function takeOver(from: string, to: string, bytes: Uint8Array): boolean {
  if (statSync(from, { throwIfNoEntry: false })?.size !== bytes.length) return false
  try {
    if (!readFileSync(from).equals(bytes)) return false
    linkSync(from, to)
    return true
  } catch {
    // A file system without links, or a file that may not be read: then it is written like any other.
    return false
  }
}

/** Writes beside `path` and hands the file over to `place`, which puts it there; what it leaves is removed. */
async function beside<T>(path: string, content: Content, place: (fresh: string) => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}.new`
  const finished = undoneBySignal(() => rmSync(fresh, { force: true }))
  try {
    await writeFile(fresh, content)
    return await place(fresh)
  } finally {
    await rm(fresh, { force: true })
    finished()
  }
}

async function write(named: string, content: Content, expected?: Content): Promise<boolean> {
  const path = await realpath(named).catch(() => named)
  const before = await stat(path).catch(() => undefined)
  return beside(path, content, async fresh => {
    // Who may read the file is not ours to change.
    if (before !== undefined) await chmod(fresh, before.mode)
    if (expected !== undefined && !(await readFile(path)).equals(Buffer.from(expected))) return false
    await rename(fresh, path)
    return true
  })
}

function create(path: string, content: Content): Promise<boolean> {
  return beside(path, content, async fresh => {
    try {
      await link(fresh, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      return copyNew(fresh, path)
    }
    return true
  })
}

/** For a file system without links. */
async function copyNew(from: string, path: string): Promise<boolean> {
  try {
    await copyFile(from, path, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function run(command: string, args: readonly string[], { cwd, input }: RunOptions = {}): Promise<Ran> {
  const { spawn } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString() }))
    // A program that has seen enough may close its input early.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  // While it reads, the terminal sends Ctrl+C as a letter.
  lines.on('SIGINT', () => {
    lines.close()
    process.stderr.write('\n')
    endNow('SIGINT')
  })
  try {
    const closed = new Promise<undefined>(resolve => lines.once('close', () => resolve(undefined)))
    return await Promise.race([lines.question(question), closed])
  } finally {
    lines.close()
  }
}

/** Loaded late: most runs need no network. */
const web: Web = {
  resolve: async host => (await import('./io/web.js')).realWeb.resolve(host),
  request: async (url, options) => (await import('./io/web.js')).realWeb.request(url, options),
}

function interrupted(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  return new Promise(resolve => {
    const end = () => {
      // A second Ctrl+C ends the program as it ends every program.
      for (const signal of signals) process.off(signal, end)
      resolve()
    }
    for (const signal of signals) process.on(signal, end)
  })
}

/** https://no-color.org; FORCE_COLOR=0 is Node's own way to say no. */
function wantsColour(env: NodeJS.ProcessEnv): boolean {
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  if (env['NO_COLOR']) return false
  return process.stdout.isTTY === true
}

/**
 * One line on the terminal that is written over and over, and gone before anything else is printed. The terminal is not
 * touched before there is something to show: to open it costs a start two milliseconds.
 */
class ProgressLine {
  #shownAt: number | undefined
  #clearsAtEnd = false

  show(done: number, of: number, what: string): void {
    const now = performance.now()
    // Counted from the start of the program: whoever waits has waited since then.
    if (now < 1000 || now - (this.#shownAt ?? 0) < 100) return
    if (!process.stderr.isTTY || process.env['TERM'] === 'dumb') return
    if (!this.#clearsAtEnd) process.once('exit', () => this.clear())
    this.#clearsAtEnd = true
    this.#shownAt = now
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a path must not move the cursor
    const letters = Array.from(`${done}/${of} ${what.replace(/[\u0000-\u001F\u007F-\u009F]/g, '?')}`)
    const room = Math.max(10, (process.stderr.columns || 80) - 1)
    const text = letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : letters.join('')
    process.stderr.write(`\r${text}\u001B[K`)
  }

  clear(): void {
    if (this.#shownAt === undefined) return
    this.#shownAt = undefined
    process.stderr.write('\r\u001B[K')
  }
}

/** A reader that has seen enough (`| head`) is no fault of ours. */
function ignoreClosedReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** A link that leads nowhere is told as a file, where it is read. */
function leadsToFolder(link: string): boolean {
  try {
    return statSync(link, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    // A link to itself, or into a folder that may not be read.
    return false
  }
}

/** The world as it is. */
export function realIo(): Io {
  process.stdout.on('error', ignoreClosedReader)
  const line = new ProgressLine()
  return {
    // A catalog is a few dozen small files: the threads of asynchronous reading cost more than the waiting.
    readBytes: async path => (path === '-' ? readStandardInput() : readFileSync(path)),
    async list(path) {
      try {
        return readdirSync(path, { withFileTypes: true })
          .map(entry => ({
            name: entry.name,
            folder: entry.isSymbolicLink() ? leadsToFolder(join(path, entry.name)) : entry.isDirectory(),
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
        throw error
      }
    },
    async realPath(path) {
      try {
        return realpathSync.native(path)
      } catch {
        return path
      }
    },
    out(text) {
      line.clear()
      process.stdout.write(text)
    },
    err(text) {
      line.clear()
      if (!process.stderr.listeners('error').includes(ignoreClosedReader))
        process.stderr.on('error', ignoreClosedReader)
      process.stderr.write(text)
    },
    progress: (done, of, what) => line.show(done, of, what),
    publish,
    write,
    create,
    run,
    browser: async path => (await import('./io/printing-browser.js')).startBrowser(path),
    web,
    serve: async (port, answer) => (await import('./io/local-server.js')).serve(port, answer),
    watch: async changed => (await import('./io/folder-watch.js')).watchFolders(changed),
    interrupted,
    now: () => performance.now(),
    wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
    cwd: process.cwd(),
    streams: () => ({ input: process.stdin, output: process.stdout }),
    colour: wantsColour(process.env),
    ...(process.stdout.isTTY && process.stdout.columns > 0 && { columns: process.stdout.columns }),
    get today() {
      // Vietnam keeps UTC+7 all year.
      return new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)
    },
    env: process.env,
  }
}
