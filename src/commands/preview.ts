import { createHash } from 'node:crypto'
import { platform } from 'node:os'
import type { ReferenceList } from '../catalog/reference-list.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { FolderWatch } from '../io/folder-watch.js'
import type { LocalServer } from '../io/local-server.js'
import type { Content, Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { templateEngine } from '../renderers/templates.js'
import { overlayState } from '../reports/overlay.js'
import { type CatalogReport, countSeverities } from '../reports/reporter.js'
import { severityCounts } from '../wording.js'
import { configName, foldersAbove } from '../workspace/config.js'
import { readReference } from '../workspace/reference.js'
import { readWithSettings, report } from './check.js'
import { previewAnswer, type Shown } from './preview-answers.js'
import { siteFiles } from './site-files.js'
import { siteLook } from './site-look.js'
import { templateFiles } from './template-files.js'

export interface PreviewOptions {
  readonly lang: Locale
  /** Language of the labels of the pages. */
  readonly labels: Locale
  readonly date: string
  /** A file with a newer reference list. */
  readonly reference?: string
  readonly templates?: string
  /** Absent: the first free one from the usual. */
  readonly port?: number
  /** Opens the browser of the machine. */
  readonly open?: boolean
}

/** Any office may run two. */
const usualPorts = Array.from({ length: 10 }, (_, index) => 4380 + index)

/** Serves the site of a catalog on this machine, and builds it anew at every change, until somebody ends it. */
export async function previewCommand(path: string, options: PreviewOptions, io: Io): Promise<ExitCode> {
  const reference = await readReference(options.reference, io)
  const preview = new Preview(path, options, reference, io)
  await preview.start()
  // A bug in a later build ends the program as one in the first would.
  let crash: (error: unknown) => void = () => {}
  const crashed = new Promise<never>((_, reject) => {
    crash = reject
  })
  const watch = await io.watch(() => void preview.changed().catch(crash))
  preview.watch = watch
  const server = await listen(preview, options.port, io)
  try {
    const url = `http://127.0.0.1:${server.port}/`
    io.out(`${serving(url)[options.lang]}\n`)
    await preview.watchFolders()
    if (options.open === true) openBrowser(url, options.lang, io)
    await Promise.race([io.interrupted(), crashed])
  } finally {
    watch.close()
    await server.close()
  }
  return exit.ok
}

async function listen(preview: Preview, port: number | undefined, io: Io): Promise<LocalServer> {
  for (const candidate of port === undefined ? [...usualPorts, 0] : [port]) {
    let bound = candidate
    try {
      const server = await io.serve(candidate, request =>
        previewAnswer(request, bound, preview.shown, send => preview.follow(send)),
      )
      bound = server.port
      return server
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
      if (port !== undefined) throw portTaken(port, code)
    }
  }
  throw portTaken(0, 'EADDRINUSE')
}

class Preview {
  shown: Shown
  watch: FolderWatch | undefined
  #building: Promise<void> | undefined
  #again = false
  readonly #followers = new Set<(event: string, data: string) => void>()

  constructor(
    readonly path: string,
    readonly options: PreviewOptions,
    readonly reference: ReferenceList,
    readonly io: Io,
  ) {
    this.shown = { version: '', files: new Map(), state: '', overlay: '' }
  }

  /** The first build. Throws a Failure where there is nothing to show. */
  async start(): Promise<void> {
    const begun = this.io.now()
    const { shown, reports } = await this.#build()
    this.shown = shown
    this.#tell(reports, begun)
  }

  follow(send: (event: string, data: string) => void): () => void {
    this.#followers.add(send)
    send('state', this.shown.state)
    return () => this.#followers.delete(send)
  }

  /** Builds anew; once more where something changes meanwhile. */
  changed(): Promise<void> {
    if (this.#building !== undefined) {
      this.#again = true
      return this.#building
    }
    this.#building = this.#rebuild().finally(() => {
      this.#building = undefined
    })
    return this.#building
  }

  async #rebuild(): Promise<void> {
    do {
      this.#again = false
      const begun = this.io.now()
      try {
        const { shown, reports } = await this.#build()
        this.shown = shown
        this.#tell(reports, begun)
      } catch (error) {
        // Bundles hold their own copy of the class, so it is known by its name.
        if (!(error instanceof Error && error.name === Failure.name)) throw error
        const { text } = error as Failure
        this.io.err(`tthc: ${text[this.options.lang]}\n`)
        this.shown = { ...this.shown, state: overlayState([], this.#style(this.shown.version, text)) }
      }
      for (const send of this.#followers) send('state', this.shown.state)
      await this.watchFolders()
    } while (this.#again)
  }

  async #build(): Promise<{ readonly shown: Shown; readonly reports: readonly CatalogReport[] }> {
    const { date: today, templates, labels: locale } = this.options
    const configured = await readWithSettings([this.path], this.io)
    const engine = await templateEngine(await templateFiles(templates, this.io))
    const files = new Map<string, Content>()
    const reports: CatalogReport[] = []
    for (const { loaded, settings } of configured) {
      const result = report(loaded, { today, reference: this.reference }, settings)
      reports.push(result)
      const site = siteFiles(
        loaded.catalog,
        {
          locale,
          today,
          errors: countSeverities(result.findings).error,
          sheet: { delimiter: ',', plain: false },
          look: await siteLook(settings.theme, this.io),
        },
        engine,
        this.reference,
      )
      const folder = configured.length === 1 ? '' : `${reports.length}/`
      for (const [name, content] of site) files.set(folder + name, content)
    }
    if (configured.length > 1) files.set('index.html', catalogList(reports))
    const version = hashOf(files)
    const state = overlayState(reports, this.#style(version))
    return { shown: { version, files, state, overlay: engine.asset('preview.js') }, reports }
  }

  #style(version: string, failure?: Text) {
    return { locale: this.options.lang, version, ...(failure !== undefined && { failure }) }
  }

  #tell(reports: readonly CatalogReport[], begun: number): void {
    const counts = severityCounts(countSeverities(reports.flatMap(({ findings }) => findings)))
    this.io.out(`${built(this.shown.files.size, this.io.now() - begun, counts)[this.options.lang]}\n`)
  }

  /** The folders in which a change can matter. */
  async watchFolders(): Promise<void> {
    const { templates } = this.options
    const folders = new Set(templates === undefined ? [] : [templates])
    await addFolders(this.path, folders, this.io)
    await addConfigFolders(this.path, folders, this.io)
    this.watch?.set(folders)
  }
}

/** The folder and all below it, as `discover` goes through them; of a file, the folder that it lies in. */
async function addFolders(path: string, folders: Set<string>, io: Io, above: readonly string[] = []): Promise<void> {
  const real = await io.realPath(path)
  if (above.includes(real)) return
  const entries = await io.list(path).catch(() => [])
  if (entries === undefined) {
    folders.add(/[\\/]/.test(path) ? path.replace(/[\\/][^\\/]*$/, '') || '/' : '.')
    return
  }
  folders.add(path)
  for (const { name, folder } of entries) {
    if (folder && !name.startsWith('.') && name !== 'node_modules')
      await addFolders(`${path}/${name}`, folders, io, [...above, real])
  }
}

/** Folders above that hold a configuration; the others are full of what does not matter. */
async function addConfigFolders(path: string, folders: Set<string>, io: Io): Promise<void> {
  for (const folder of foldersAbove(path)) {
    const entries = await io.list(folder).catch(() => undefined)
    if (entries?.some(({ name }) => name === configName) === true) folders.add(folder)
  }
}

function hashOf(files: ReadonlyMap<string, Content>): string {
  const hash = createHash('sha1')
  for (const [name, content] of files) hash.update(`${name}\0`).update(content).update('\0')
  return hash.digest('hex')
}

/** A plain page that leads to each of several sites. */
function catalogList(reports: readonly CatalogReport[]): string {
  const escaped = (text: string) => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
  const items = reports.map(({ path }, index) => `<li><a href="${index + 1}/">${escaped(path)}</a></li>\n`).join('')
  return `<!doctype html>\n<html lang="vi">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>tthc preview</title></head>\n<body>\n<ul>\n${items}</ul>\n</body>\n</html>\n`
}

function openBrowser(url: string, lang: Locale, io: Io): void {
  const [command, args] = openers[platform()] ?? (['xdg-open', []] as const)
  io.run(command, [...args, url]).catch(() => io.err(`${notOpened(url)[lang]}\n`))
}

const openers: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  darwin: ['open', []],
  win32: ['rundll32', ['url.dll,FileProtocolHandler']],
}

function serving(url: string): Text {
  return {
    vi: `Xem thử ở ${url} (chỉ máy này mở được); nhấn Ctrl+C để dừng`,
    en: `Preview at ${url} (for this machine only); press Ctrl+C to stop`,
  }
}

function built(files: number, milliseconds: number, counts: Text): Text {
  const time = Math.round(milliseconds)
  return {
    vi: `Đã dựng ${files} tệp trong ${time} ms: ${counts.vi}`,
    en: `Built ${files} files in ${time} ms: ${counts.en}`,
  }
}

function notOpened(url: string): Text {
  return { vi: `Không mở được trình duyệt; tự mở ${url}`, en: `The browser did not open; open ${url} yourself` }
}

function portTaken(port: number, code: string): Failure {
  return new Failure({
    vi: `Không mở được cổng ${port} (${code}); bỏ --port để tự chọn cổng còn trống`,
    en: `Port ${port} cannot be opened (${code}); leave --port out to have a free one chosen`,
  })
}
