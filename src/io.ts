import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
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
  publish(folder: string, files: ReadonlyMap<string, Content>): Promise<void>
  /**
   * Puts a whole file in place of what stands at `path`, never half of it, and makes the folders above. Where `expected` is
   * given and the file holds anything else by now, nothing is written and the answer is false.
   */
  write(path: string, content: Content, expected?: Content): Promise<boolean>
  /** Runs another program (no shell) and waits for it. Rejects with ENOENT where there is no such program. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<Ran>
  /** Starts the browser that stands at `path`, out of sight. Rejects where it is none or does not start. */
  browser(path: string): Promise<PrintingBrowser>
  /** Asks whoever sits at the terminal, undefined at the end of input. Absent where nobody does. */
  ask?(question: string): Promise<string | undefined>
  readonly colour: boolean
  /** The present day in Vietnam, ISO. */
  readonly today: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Chrome, Edge or Chromium. */
export interface PrintingBrowser {
  /** Prints a whole page, which may reach for nothing outside itself, on the paper that its style sheet asks for. */
  pdf(html: string): Promise<Uint8Array>
  close(): Promise<void>
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

async function publish(folder: string, files: ReadonlyMap<string, Content>): Promise<void> {
  const fresh = `${folder}.${process.pid}.new`
  const old = `${folder}.${process.pid}.old`
  try {
    for (const [name, content] of files) {
      const path = join(fresh, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
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

async function write(path: string, content: Content, expected?: Content): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}.new`
  try {
    await writeFile(fresh, content)
    if (expected !== undefined && !(await readFile(path)).equals(Buffer.from(expected))) return false
    await rename(fresh, path)
    return true
  } finally {
    await rm(fresh, { force: true })
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

/** Answered by us, whatever it asks for: the page is handed over without a file, and nothing else is to be had. */
const printedPage = 'http://board.invalid/'

async function browser(path: string): Promise<PrintingBrowser> {
  const { chromium } = await import('playwright-core')
  const started = await chromium.launch({ executablePath: path })
  return {
    async pdf(html) {
      const context = await started.newContext({ offline: true })
      try {
        const page = await context.newPage()
        await page.route('**', route =>
          route.request().url() === printedPage
            ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
            : route.abort(),
        )
        await page.goto(printedPage)
        await page.evaluate('document.fonts.ready.then(() => true)')
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      } finally {
        await context.close()
      }
    },
    close: () => started.close(),
  }
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const closed = new Promise<undefined>(resolve => lines.once('close', () => resolve(undefined)))
    return await Promise.race([lines.question(question), closed])
  } finally {
    lines.close()
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
    // A catalog is a few dozen small files: the threads of asynchronous reading cost more than the waiting.
    readBytes: async path => (path === '-' ? readStandardInput() : readFileSync(path)),
    async list(path) {
      try {
        return readdirSync(path, { withFileTypes: true })
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
    write,
    run,
    browser,
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
    colour: wantsColour(process.env),
    // Vietnam keeps UTC+7 all year.
    today: new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10),
    env: process.env,
  }
}
