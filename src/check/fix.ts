import { sharedByAliases } from '../catalog/aliases.js'
import { type Loaded, load } from '../catalog/load.js'
import type { Edit, Finding } from '../finding.js'
import type { Source } from '../source.js'

/** What fixing made of a catalog. */
export interface Mended {
  /** As it reads now. */
  readonly loaded: Loaded
  /** The files whose text is another now. */
  readonly files: readonly MendedFile[]
  /** How many fixes were made. */
  readonly count: number
}

export interface MendedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Overlapping fixes wait for the next pass. Real lists need two or three. */
const mostPasses = 10

/**
 * Makes every fix that is offered, and those that come to light by them, on copies of the texts. `findingsOf` says what is
 * wrong with a catalog: what it leaves out is not mended. Nothing is written.
 */
export async function mend(
  loaded: Loaded,
  findingsOf: (loaded: Loaded) => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<Mended> {
  let now = loaded
  let count = 0
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { edits, fixes } = chooseEdits(await findingsOf(now))
    if (fixes === 0) break
    count += fixes
    const sources = now.files.map(source => {
      const own = edits.get(source)
      return own === undefined ? source : { path: source.path, text: applyEdits(source.text, own) }
    })
    now = await load(loaded.catalog.path, sources)
  }
  const files = loaded.files.flatMap(({ path, text: before }, index) => {
    const after = now.files[index]?.text ?? before
    return after === before ? [] : [{ path, before, after }]
  })
  return { loaded: now, files, count }
}

/** The text with all edits made, from the last to the first, so that offsets stay true. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => b.at.start - a.at.start || b.at.end - a.at.end)
  let result = text
  for (const { at, text: fresh } of sorted) result = result.slice(0, at.start) + fresh + result.slice(at.end)
  return result
}

export interface ChosenEdits {
  readonly edits: ReadonlyMap<Source, readonly Edit[]>
  /** How many fixes they make up. */
  readonly fixes: number
}

/**
 * The edits that can be made at once, by file. A fix is taken whole or not at all; one that overlaps another waits for the
 * next pass, one that would change what another key means (through an alias) is left alone.
 */
export function chooseEdits(findings: readonly Finding[]): ChosenEdits {
  const chosen = new Map<Source, Edit[]>()
  const shared = new Map<Source, (offset: number) => boolean>()
  const mayEdit = ({ at: { source, start } }: Edit) => {
    const isShared = shared.get(source) ?? sharedByAliases(source)
    shared.set(source, isShared)
    return !isShared(start)
  }
  let fixes = 0
  for (const { fix } of findings) {
    if (fix === undefined || !fix.edits.every(mayEdit)) continue
    // Two findings may ask for the very same edit.
    const fresh = fix.edits.filter(edit => !(chosen.get(edit.at.source) ?? []).some(other => isSame(edit, other)))
    if (fresh.some(edit => (chosen.get(edit.at.source) ?? []).some(other => overlap(edit, other)))) continue
    for (const edit of fresh) chosen.set(edit.at.source, [...(chosen.get(edit.at.source) ?? []), edit])
    fixes += 1
  }
  return { edits: chosen, fixes }
}

function isSame(a: Edit, b: Edit): boolean {
  return a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text
}

/** Insertions at one place overlap too: nobody can say which comes first. */
function overlap({ at: a }: Edit, { at: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}
