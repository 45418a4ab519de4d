import type { Content, Entry, Io, PrintingBrowser, Ran, RunOptions } from '../src/io.js'

export interface MemoryIo extends Io {
  readonly printed: { out: string; err: string }
  /** Files by path; what is published lands here too. */
  readonly files: Map<string, Uint8Array>
}

export interface MemoryWorld {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly today?: string
  readonly env?: Readonly<Record<string, string>>
  /** Other programs; without it there are none. */
  readonly run?: (command: string, args: readonly string[], options?: RunOptions) => Promise<Ran>
  /** The browser that stands at a path; without it none starts. */
  readonly browser?: (path: string) => Promise<PrintingBrowser>
  /** What somebody at the terminal answers, in turn; without it nobody is there. */
  readonly answers?: readonly string[]
  /** How wide the terminal is; without it there is none. */
  readonly columns?: number
}

/** An Io over a record of files. `-` is standard input. */
export function memoryIo({
  files = {},
  today = '2026-11-23',
  env = {},
  run,
  browser,
  answers,
  columns,
}: MemoryWorld = {}): MemoryIo {
  const printed = { out: '', err: '' }
  const stored = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]))
  const waiting = [...(answers ?? [])]
  return {
    printed,
    files: stored,
    today,
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
    async create(path, content) {
      if (stored.has(path)) return false
      stored.set(path, bytesOf(content))
      return true
    },
    progress() {},
    run: run ?? (command => Promise.reject(missing(command))),
    browser: browser ?? (path => Promise.reject(missing(path))),
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
