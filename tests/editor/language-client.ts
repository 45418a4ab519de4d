import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Place {
  readonly line: number
  readonly character: number
}

/** An editor as a server sees it: the protocol’s own client library over the streams of a real process. */
export class LanguageClient {
  readonly connection: ProtocolConnection
  readonly child: ChildProcess
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>()
  readonly #waiting = new Set<() => void>()
  readonly logged: string[] = []
  readonly shown: unknown[] = []
  errors = ''
  #versions = new Map<string, number>()

  constructor(args: readonly string[], configuration: Readonly<Record<string, unknown>> = {}) {
    const env = { ...process.env, LANG: '', LC_ALL: '', LC_MESSAGES: '' }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] })
    this.child = child
    child.stderr.on('data', chunk => {
      this.errors += chunk
    })
    const { connection } = this.#connect(child)
    this.connection = connection
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#diagnostics.set(params.uri, params)
      for (const check of this.#waiting) check()
    })
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message)
    })
    connection.onRequest('window/showDocument', params => {
      this.shown.push(params)
      return { success: true }
    })
    connection.onRequest('client/registerCapability', () => null)
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section = '' }) => configuration[section] ?? null),
    )
    connection.listen()
  }

  #connect({ stdout, stdin }: { stdout: NodeJS.ReadableStream; stdin: NodeJS.WritableStream }) {
    return { connection: createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin)) }
  }

  async start(capabilities: ClientCapabilities = {}, locale?: string): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(locale !== undefined && { locale }),
    })
    await this.connection.sendNotification('initialized', {})
    return result
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1)
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    })
  }

  /** Types `text` in place of a stretch, or of everything. */
  async change(uri: string, text: string, range?: { start: Place; end: Place }): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1
    this.#versions.set(uri, version)
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text, ...(range !== undefined && { range }) }],
    })
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  ask<T>(method: string, uri: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...more })
  }

  /** The findings in a file, once they are as wanted; fails by the time limit of the test where they never are. */
  async diagnostics(uri: string, wanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const now = () => this.#diagnostics.get(uri)?.diagnostics
    return new Promise(resolve => {
      const check = () => {
        const found = now()
        if (found === undefined || !wanted(found)) return
        this.#waiting.delete(check)
        resolve(found)
      }
      this.#waiting.add(check)
      check()
    })
  }

  versionOf(uri: string): number | undefined {
    return this.#diagnostics.get(uri)?.version
  }

  /** Says goodbye in order; gives the exit code. */
  async end(): Promise<number | null> {
    const left = new Promise<number | null>(resolve => this.child.on('exit', resolve))
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    const code = await left
    this.connection.dispose()
    return code
  }
}

/** Where the `|` stands in a text, and the text without it. */
export function cursor(marked: string): { readonly text: string; readonly position: Place } {
  const offset = marked.indexOf('|')
  return { text: marked.replace('|', ''), position: placeAt(marked, offset) }
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\n/)
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

/** The place right behind the first `needle`. */
export function behind(text: string, needle: string): Place {
  const offset = text.indexOf(needle)
  if (offset === -1) throw new Error(`“${needle}” is not in the text`)
  return placeAt(text, offset + needle.length)
}
