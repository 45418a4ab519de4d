import { posix } from 'node:path'
import type { ReferenceList } from '../catalog/reference-list.js'
import type { Finding } from '../finding.js'
import type { Io } from '../io.js'
import { Configs, configName } from '../workspace/config.js'
import { discover } from '../workspace/discover.js'
import { readCatalog } from '../workspace/read.js'
import { type Analysis, analyse, MarksCache } from './analysis.js'
import { catalogOf, withBuffers } from './workspace-view.js'

/** A configuration belongs to no catalog, but what is wrong with it is said beside what is wrong with that of its folder. */
export function isConfig(path: string): boolean {
  return posix.basename(path) === configName
}

export interface SessionOptions {
  readonly reference: ReferenceList
  /** Taken for today; without it each check asks anew, as a session may last for days. */
  readonly date?: string
}

/** What is open in an editor, and what is known of the catalogs that it belongs to. */
export class Session {
  readonly #buffers = new Map<string, string>()
  readonly #analyses = new Map<string, { readonly state: number; readonly analysis: Promise<Analysis | undefined> }>()
  readonly #marks = new MarksCache()
  readonly #io: Io
  readonly #options: SessionOptions
  /** Raised by every change: what was worked out before it is old. */
  #state = 0

  constructor(io: Io, options: SessionOptions) {
    this.#io = io
    this.#options = options
  }

  get state(): number {
    return this.#state
  }

  get openPaths(): readonly string[] {
    return [...this.#buffers.keys()]
  }

  /** The text of a file as it stands in the editor; undefined where it is not open. */
  buffer(path: string): string | undefined {
    return this.#buffers.get(path)
  }

  change(path: string, text: string): void {
    this.#buffers.set(path, text)
    this.#state += 1
  }

  close(path: string): void {
    this.#buffers.delete(path)
    this.#state += 1
  }

  /** Something changed on the disk. */
  touch(): void {
    this.#state += 1
  }

  catalogOf(path: string): Promise<string | undefined> {
    return catalogOf(path, this.#buffers.get(path), this.#view())
  }

  /** What is known of the catalog of a file, as it stands now. Undefined where it belongs to none. */
  async analysisOf(path: string): Promise<Analysis | undefined> {
    const catalog = await this.catalogOf(path)
    if (catalog === undefined) return undefined
    const analysis = await this.analysis(catalog)
    return isConfig(path) || analysis?.loaded.files.some(file => file.path === path) ? analysis : undefined
  }

  /** What is known of a catalog; asked again while somebody types, it starts over. */
  async analysis(catalog: string): Promise<Analysis | undefined> {
    while (true) {
      const state = this.#state
      const known = this.#analyses.get(catalog)
      const analysis = known?.state === state ? known.analysis : this.#analyse(catalog)
      this.#analyses.set(catalog, { state, analysis })
      const result = await analysis
      if (state === this.#state) return result
    }
  }

  /** What is wrong with a configuration that no catalog of its folder is there to be told of. */
  async configFindings(path: string): Promise<readonly Finding[]> {
    const { findings } = await new Configs(this.#view()).of(posix.dirname(path))
    return findings.filter(({ at }) => at.source.path === path)
  }

  async #analyse(catalog: string): Promise<Analysis | undefined> {
    const state = this.#state
    const io = this.#view()
    const { reference, date = this.#io.today } = this.#options
    const files = (await discover(catalog, io)).find(({ path }) => path === catalog)
    if (files === undefined) return undefined
    const loaded = await readCatalog(files, io)
    const settings = await new Configs(io).of(catalog)
    // Somebody typed on meanwhile: the costly part would be for nothing.
    return state === this.#state ? analyse(loaded, settings, { reference, today: date }, this.#marks) : undefined
  }

  #view(): Io {
    return withBuffers(this.#io, this.#buffers)
  }
}
