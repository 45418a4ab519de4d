import { setImmediate } from 'node:timers/promises'
import { createConnection } from 'vscode-languageserver/lib/common/server.js'
import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  createProtocolConnection,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { actionsAt, fixAllKind, writeReason } from '../editor/actions.js'
import { type Analysis, fileOf } from '../editor/analysis.js'
import { type Client, offsetAt } from '../editor/client.js'
import { completionAt } from '../editor/completion.js'
import { diagnosticsByFile, diagnosticsOf } from '../editor/diagnostics.js'
import { hoverAt } from '../editor/hover.js'
import { definitionsAt, referencesAt } from '../editor/navigation.js'
import { renamableAt, renameAt } from '../editor/rename.js'
import { isConfig, Session } from '../editor/session.js'
import { symbolsOf } from '../editor/symbols.js'
import { pathOf, uriOfPath } from '../editor/workspace-view.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { readReference } from '../workspace/reference.js'

declare const TTHC_VERSION: string

export interface LspOptions {
  readonly lang: Locale
  /** The language was asked for on the command line: that of the editor does not count. */
  readonly langGiven: boolean
  readonly date?: string
  readonly reference?: string
}

/** How long somebody must have stopped typing before the catalog is checked again. */
const quietTime = 150

/** Serves an editor over standard input and output until it says goodbye. */
export async function lspCommand(options: LspOptions, io: Io): Promise<ExitCode> {
  const reference = await readReference(options.reference, io)
  const session = new Session(io, { reference, ...(options.date !== undefined && { date: options.date }) })
  const { input, output } = io.streams()
  return new Promise(resolve => {
    // The protocol wants 1 from a server that was not told to shut down first.
    const end = (orderly: boolean) => resolve(orderly ? exit.ok : exit.findings)
    const watchDog = { shutdownReceived: false, initialize() {}, exit: (code: number) => end(code === 0) }
    input.on('end', () => end(watchDog.shutdownReceived))
    // An editor that is gone reads no answer.
    output.on('error', () => end(false))
    const connection = createConnection(
      logger => createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
      watchDog,
    )
    new Server(connection, session, options).listen()
  }).finally(() => input.pause()) as Promise<ExitCode>
}

class Server {
  readonly #connection: Connection
  readonly #session: Session
  readonly #options: LspOptions
  readonly #documents = new TextDocuments(TextDocument)
  /** How the editor calls the files that it has open: on Windows there are several ways. */
  readonly #uris = new Map<string, string>()
  /** What was underlined, by catalog: it must be taken back some day. */
  readonly #published = new Map<string, ReadonlySet<string>>()
  #capabilities: ClientCapabilities = {}
  #locale: Locale
  #timer: NodeJS.Timeout | undefined

  constructor(connection: Connection, session: Session, options: LspOptions) {
    this.#connection = connection
    this.#session = session
    this.#options = options
    this.#locale = options.lang
  }

  listen(): void {
    this.#initialize()
    this.#followDocuments()
    this.#answer()
    this.#documents.listen(this.#connection)
    this.#connection.listen()
  }

  #initialize(): void {
    this.#connection.onInitialize(({ capabilities, locale }) => {
      this.#capabilities = capabilities
      if (!this.#options.langGiven && locale !== undefined) this.#locale = /^en\b/i.test(locale) ? 'en' : 'vi'
      return {
        serverInfo: { name: 'tthc', version: TTHC_VERSION },
        capabilities: {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
          hoverProvider: true,
          definitionProvider: true,
          referencesProvider: true,
          documentSymbolProvider: true,
          renameProvider: { prepareProvider: true },
          completionProvider: { triggerCharacters: [' ', '"', "'", '[', ','] },
          codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
          executeCommandProvider: { commands: [writeReason] },
        },
      }
    })
    this.#connection.onInitialized(async () => {
      if (this.#capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return
      await this.#connection.client
        .register({ method: 'workspace/didChangeWatchedFiles' } as never, {
          watchers: [{ globPattern: '**/*.{yaml,yml}' }],
        })
        // Without it, only what is changed in the editor is seen at once.
        .catch(() => undefined)
    })
    this.#connection.onShutdown(() => clearTimeout(this.#timer))
  }

  #followDocuments(): void {
    this.#documents.onDidChangeContent(({ document }) => {
      const path = pathOf(document.uri) ?? document.uri
      this.#uris.set(path, document.uri)
      this.#session.change(path, document.getText())
      this.#checkSoon()
    })
    this.#documents.onDidClose(({ document }) => {
      const path = pathOf(document.uri) ?? document.uri
      this.#session.close(path)
      this.#checkSoon()
    })
    this.#connection.onDidChangeWatchedFiles(() => {
      this.#session.touch()
      this.#checkSoon()
    })
  }

  #checkSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#check(), quietTime)
  }

  /** Underlines what is wrong in every catalog of which a file is open, and takes back what was underlined in others. */
  async #check(): Promise<void> {
    const { state } = this.#session
    try {
      const catalogs = new Set<string>()
      for (const path of this.#session.openPaths) {
        const analysis = await this.#session.analysisOf(path)
        if (state !== this.#session.state) return
        if (analysis !== undefined && !catalogs.has(analysis.path)) {
          catalogs.add(analysis.path)
          this.#publish(analysis.path, diagnosticsByFile(analysis, this.#client))
        } else if (analysis === undefined && isConfig(path)) {
          const findings = await this.#session.configFindings(path)
          catalogs.add(path)
          this.#publish(path, new Map([[path, diagnosticsOf(findings, this.#client)]]))
        }
      }
      for (const catalog of this.#published.keys()) if (!catalogs.has(catalog)) this.#takeBack(catalog)
    } catch (error) {
      this.#complain(error)
    }
  }

  #publish(catalog: string, byFile: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const [path, diagnostics] of byFile) this.#send(path, diagnostics)
    for (const path of this.#published.get(catalog) ?? []) if (!byFile.has(path)) this.#send(path, [])
    this.#published.set(catalog, new Set(byFile.keys()))
  }

  #takeBack(catalog: string): void {
    for (const path of this.#published.get(catalog) ?? []) this.#send(path, [])
    this.#published.delete(catalog)
  }

  #send(path: string, diagnostics: readonly Diagnostic[]): void {
    const uri = this.#client.uriOf(path)
    const version = this.#documents.get(uri)?.version
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version !== undefined && { version }),
    })
  }

  get #client(): Client {
    const { textDocument, window } = this.#capabilities
    const uriOf = (path: string) => this.#uris.get(path) ?? uriOfPath(path)
    return {
      locale: this.#locale,
      uriOf,
      versionOf: path => this.#documents.get(uriOf(path))?.version ?? null,
      markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
      showsDocuments: window?.showDocument?.support === true,
    }
  }

  #answer(): void {
    const connection = this.#connection
    connection.onHover((params, token) =>
      this.#at(params, token, (analysis, path, offset) => hoverAt(analysis, path, offset, this.#client) ?? null),
    )
    connection.onDefinition((params, token) =>
      this.#at(params, token, (analysis, path, offset) => definitionsAt(analysis, path, offset, this.#client)),
    )
    connection.onReferences((params, token) =>
      this.#at(params, token, (analysis, path, offset) =>
        referencesAt(analysis, path, offset, params.context.includeDeclaration, this.#client),
      ),
    )
    connection.onPrepareRename((params, token) =>
      this.#at(params, token, (analysis, path, offset) => renamableAt(analysis, path, offset) ?? null),
    )
    connection.onRenameRequest((params, token) =>
      this.#at(params, token, (analysis, path, offset) => {
        const result = renameAt(analysis, path, offset, params.newName, this.#client)
        if (!('vi' in result)) return result
        throw new ResponseError(LSPErrorCodes.RequestFailed, result[this.#locale])
      }),
    )
    connection.onCompletion((params, token) =>
      this.#at(params, token, (analysis, path, offset) => {
        const source = fileOf(analysis, path)
        return source === undefined ? null : completionAt(analysis, source, offset, this.#client)
      }),
    )
    connection.onDocumentSymbol((params, token) =>
      this.#in(params.textDocument.uri, token, (analysis, path) => {
        const file = analysis.marks.files.find(({ source }) => source.path === path)
        return file === undefined ? null : symbolsOf(file, this.#locale)
      }),
    )
    connection.onCodeAction((params, token) =>
      this.#in(params.textDocument.uri, token, (analysis, path) => {
        const source = fileOf(analysis, path)
        if (source === undefined) return null
        const { range, context } = params
        const [start, end] = [offsetAt(source, range.start), offsetAt(source, range.end)]
        const wanted = { path, start, end, ...(context.only !== undefined && { only: context.only }) }
        return actionsAt(analysis, wanted, this.#client)
      }),
    )
    connection.onExecuteCommand(async ({ command, arguments: [uri, selection] = [] }) => {
      if (command === writeReason) await connection.window.showDocument({ uri, takeFocus: true, selection })
      return null
    })
  }

  #at<T>(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
    work: (analysis: Analysis, path: string, offset: number) => T | Promise<T>,
  ): Promise<T | null> {
    return this.#in(textDocument.uri, token, (analysis, path) => {
      const source = fileOf(analysis, path)
      return source === undefined ? null : work(analysis, path, offsetAt(source, position))
    })
  }

  /** Answers from the catalog as it stands in the editor now; null where the file belongs to none. */
  async #in<T>(
    uri: string,
    token: CancellationToken,
    work: (analysis: Analysis, path: string) => T | Promise<T> | null,
  ): Promise<T | null> {
    // What was typed, or taken back, after the question may be waiting already.
    await setImmediate()
    if (token.isCancellationRequested) throw cancelled()
    const path = pathOf(uri) ?? uri
    try {
      const analysis = await this.#session.analysisOf(path)
      if (token.isCancellationRequested) throw cancelled()
      return analysis === undefined ? null : await work(analysis, path)
    } catch (error) {
      if (!isFailure(error)) throw error
      this.#complain(error)
      return null
    }
  }

  /** An editor shows it in its log: a file that cannot be read is no reason to end. */
  #complain(error: unknown): void {
    if (isFailure(error)) this.#connection.console.error(error.text[this.#locale])
    else this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

function cancelled() {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled')
}

/** Bundles hold their own copy of the class, so it is known by its name. */
function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === Failure.name
}
