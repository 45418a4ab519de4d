import type { Loaded } from '../catalog/load.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import type { Outside } from '../check/check.js'
import { type Judgement, judge } from '../check/judge.js'
import type { Settings } from '../check/settings.js'
import type { Finding } from '../finding.js'
import type { Source } from '../source.js'
import { CatalogMarks, type FileMarks, marksOf } from './marks.js'

/** All that is known of a catalog as it stands in the editor. */
export interface Analysis {
  readonly path: string
  readonly loaded: Loaded
  readonly settings: Settings
  /** Worked out when it is first asked for: a completion must not wait for a hundred rules. */
  readonly judgement: Judgement
  readonly marks: CatalogMarks
  readonly reference: ReferenceList
  readonly today: string
}

export async function analyse(
  loaded: Loaded,
  settings: Settings,
  outside: Outside,
  known: MarksCache = new MarksCache(),
): Promise<Analysis> {
  const marks = new CatalogMarks(await Promise.all(loaded.files.map(file => known.of(file))))
  let judgement: Judgement | undefined
  return {
    path: loaded.catalog.path,
    loaded,
    settings,
    get judgement() {
      judgement ??= judge(loaded, outside, settings)
      return judgement
    },
    marks,
    ...outside,
  }
}

/** The marks of files as they were last read: while somebody types in one, the others stay what they are. */
export class MarksCache {
  readonly #files = new Map<string, FileMarks>()

  async of(source: Source): Promise<FileMarks> {
    const known = this.#files.get(source.path)
    if (known?.source.text === source.text) return known
    const fresh = await marksOf(source)
    this.#files.set(source.path, fresh)
    return fresh
  }
}

/** A file of the catalog by its path. */
export function fileOf({ loaded }: Analysis, path: string): Source | undefined {
  return loaded.files.find(file => file.path === path)
}

/** What was found in a file between two offsets. */
export function findingsIn({ judgement }: Analysis, path: string, start: number, end: number): readonly Finding[] {
  return judgement.findings.filter(
    ({ at }) => at.source.path === path && at.start <= end && start <= Math.max(at.start, at.end),
  )
}
