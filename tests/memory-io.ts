import { posix } from 'node:path'
import { PassThrough } from 'node:stream'
import type { LocalAnswer, LocalRequest } from '../src/io/local-server.js'
import type { Web } from '../src/io/web.js'
import type { Content, Entry, Io, PrintingBrowser, Ran, RunOptions, Streams } from '../src/io.js'

export interface MemoryIo extends Io {
  readonly printed: { out: string; err: string }
  /** Files by path; what is published lands here too. */
  readonly files: Map<string, Uint8Array>
  readonly local: Local
}

/** What a test does with a program that serves and watches. */
export interface Local {
  /** Asks what is served; undefined while nothing is. */
  ask?: (request: LocalRequest) => LocalAnswer
  /** Ports on which others listen. */
  readonly taken: Set<number>
  readonly watched: Set<string>
  /** Says that a file has changed. */
  change: () => void
  /** Ctrl+C */
  stop: () => void
}

export interface MemoryWorld {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly today?: string
  /** The working folder: what lies below it is named relative to it. */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Other programs; without it there are none. */
  readonly run?: (command: string, args: readonly string[], options?: RunOptions) => Promise<Ran>
  /** The browser that stands at a path; without it none starts. */
  readonly browser?: (path: string) => Promise<PrintingBrowser>
  /** Other machines; without it there are none. */
  readonly web?: Web
  /** What somebody at the terminal answers, in turn; without it nobody is there. */
  readonly answers?: readonly string[]
  readonly streams?: Streams
  /** How wide the terminal is; without it there is none. */
  readonly columns?: number
}

/** An Io over a record of files. `-` is standard input. */
export function memoryIo({
  files = {},
  today = '2026-11-23',
  cwd = '/kho',
  env = {},
  run,
  browser,
  web,
  answers,
  streams,
  columns,
}: MemoryWorld = {}): MemoryIo {
  const printed = { out: '', err: '' }
  const stored = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]))
  const waiting = [...(answers ?? [])]
  const local: Local = { taken: new Set(), watched: new Set(), change() {}, stop() {} }
  const stopped = new Promise<void>(resolve => {
    local.stop = resolve
  })
  return {
    printed,
    files: stored,
    today,
    cwd,
    env,
    colour: false,
    ...(columns !== undefined && { columns }),
    out(text) {
      printed.out += text
    },
    err(text) {
      printed.err += text
    },
    async readBytes(path) {
      const bytes = stored.get(path)
      if (bytes === undefined) throw missing(path)
      return bytes
    },
    async list(path) {
      const plain = path.replace(/^\.\//, '').replace(/\/+$/, '')
      if (stored.has(plain)) return undefined
      const prefix = plain === '.' ? '' : `${plain}/`
      const entries = new Map<string, Entry>()
      for (const name of stored.keys()) {
        if (!name.startsWith(prefix)) continue
        const [first = '', ...rest] = name.slice(prefix.length).split('/')
        entries.set(first, { name: first, folder: rest.length > 0 })
      }
      if (entries.size === 0) throw missing(path)
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    realPath: async path => posix.resolve(cwd, path),
    async publish(folder, fresh) {
      for (const name of stored.keys()) if (name.startsWith(`${folder}/`)) stored.delete(name)
      for (const [name, text] of fresh) stored.set(`${folder}/${name}`, bytesOf(text))
    },
    async write(path, content, expected) {
      const before = stored.get(path)
      if (expected !== undefined && (before === undefined || !Buffer.from(before).equals(bytesOf(expected))))
        return false
      stored.set(path, bytesOf(content))
      return true
    },
    streams: () => streams ?? { input: new PassThrough(), output: new PassThrough() },
    async create(path, content) {
      if (stored.has(path)) return false
      stored.set(path, bytesOf(content))
      return true
    },
    progress() {},
    run: run ?? (command => Promise.reject(missing(command))),
    browser: browser ?? (path => Promise.reject(missing(path))),
    web: web ?? { resolve: host => Promise.reject(noHost(host)), request: url => Promise.reject(noHost(url)) },
    wait: async () => {},
    local,
    async serve(port, answer) {
      if (local.taken.has(port)) throw Object.assign(new Error(`EADDRINUSE: ${port}`), { code: 'EADDRINUSE' })
      local.ask = answer
      return {
        port: port === 0 ? 49152 : port,
        async close() {
          delete local.ask
        },
      }
    },
    async watch(changed) {
      local.change = changed
      return {
        set(folders) {
          local.watched.clear()
          for (const folder of folders) local.watched.add(folder)
        },
        close: () => local.watched.clear(),
      }
    },
    interrupted: () => stopped,
    now: () => 0,
    ...(answers !== undefined && {
      async ask(question: string) {
        printed.err += `${question}\n`
        return waiting.shift()
      },
    }),
  }
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
}

function noHost(host: string): Error {
  return Object.assign(new Error(`ENOTFOUND: ${host}`), { code: 'ENOTFOUND' })
}
