import { sharedByAliases } from '../catalog/aliases.js'
import { type Loaded, load } from '../catalog/load.js'
import { type Node, readTree } from '../catalog/tree.js'
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
    const next = await onePass(now, await findingsOf(now))
    if (next === undefined) break
    count += next.fixes
    now = await load(loaded.catalog.path, next.sources)
  }
  const files = loaded.files.flatMap(({ path, text: before }, index) => {
    const after = now.files[index]?.text ?? before
    return after === before ? [] : [{ path, before, after }]
  })
  return { loaded: now, files, count }
}

/** The files with all edits made that leave every other text what it is; undefined where there are none. */
async function onePass({ files }: Loaded, findings: readonly Finding[]) {
  let sound = findings
  while (true) {
    const { edits, fixes } = chooseEdits(sound)
    if (fixes === 0) return undefined
    const sources = files.map(source => edited(source, edits.get(source) ?? []))
    const broken = new Set<Source>()
    for (const [index, source] of files.entries()) {
      const fresh = sources[index]
      const own = edits.get(source)
      if (fresh !== undefined && own !== undefined && !(await meansTheSame(source, fresh, own))) broken.add(source)
    }
    if (broken.size === 0) return { sources, fixes }
    sound = await withoutHarm(sound, broken)
  }
}

/** A fix that changes more than what it speaks of would be a fault of its rule. It is left out, and the finding stands. */
async function withoutHarm(findings: readonly Finding[], broken: ReadonlySet<Source>): Promise<readonly Finding[]> {
  const sound: Finding[] = []
  for (const finding of findings) {
    const isSuspect = finding.fix?.edits.some(({ at }) => broken.has(at.source)) === true
    if (!isSuspect || (await isHarmless(finding))) sound.push(finding)
  }
  // Each by itself does no harm, but all together do: then none is made.
  return sound.length === findings.length ? [] : sound
}

/** Whether a fix changes nothing but the values that it writes anew. */
async function isHarmless({ fix }: Finding): Promise<boolean> {
  const edits = fix?.edits ?? []
  for (const source of new Set(edits.map(({ at }) => at.source))) {
    const own = edits.filter(({ at }) => at.source === source)
    if (!(await meansTheSame(source, edited(source, own), own))) return false
  }
  return true
}

/** The edits of one fix, where it can be made by itself. */
export async function editsOf(finding: Finding): Promise<readonly Edit[] | undefined> {
  const { edits, fixes } = chooseEdits([finding])
  return fixes === 1 && (await isHarmless(finding)) ? [...edits.values()].flat() : undefined
}

function edited(source: Source, edits: readonly Edit[]): Source {
  return edits.length === 0 ? source : { path: source.path, text: applyEdits(source.text, edits) }
}

/** Whether both files have the same lists and keys, and the same texts but for those that were edited. */
async function meansTheSame(before: Source, after: Source, edits: readonly Edit[]): Promise<boolean> {
  const [was, is] = [await readTree(before), await readTree(after)]
  const sorted = inOrder(edits)
  const isEdited = ({ start, end }: Node) => {
    const last = sorted[startingBy(sorted, end) - 1]
    return last !== undefined && start <= last.at.end
  }
  return was.root !== undefined && is.root !== undefined && same(was.root, is.root, isEdited)
}

function same(a: Node, b: Node, isEdited: (node: Node) => boolean): boolean {
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text || isEdited(a)
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, index) => sameAt(item, b.items[index], isEdited))
  }
  if (a.kind !== 'map' || b.kind !== 'map') return a.kind === b.kind
  return (
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }, index) => {
      const other = b.entries[index]
      return key.text === other?.key.text && sameAt(value, other.value, isEdited)
    })
  )
}

function sameAt(a: Node, b: Node | undefined, isEdited: (node: Node) => boolean): boolean {
  return b !== undefined && same(a, b, isEdited)
}

/** The text with all edits made. They must not overlap. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const { at, text: fresh } of inOrder(edits)) {
    parts.push(text.slice(done, at.start), fresh)
    done = at.end
  }
  return [...parts, text.slice(done)].join('')
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
}

interface ChosenEdits {
  readonly edits: ReadonlyMap<Source, readonly Edit[]>
  /** How many fixes they make up. */
  readonly fixes: number
}

/**
 * The edits that can be made at once, by file. A fix is taken whole or not at all; one that overlaps another waits for the
 * next pass, one that would change what another key means (through an alias) is left alone.
 */
function chooseEdits(findings: readonly Finding[]): ChosenEdits {
  const chosen = new Map<Source, ChosenInFile>()
  const chosenIn = (source: Source) => {
    const known = chosen.get(source) ?? new ChosenInFile()
    chosen.set(source, known)
    return known
  }
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
    const fresh = fix.edits.filter(edit => !chosenIn(edit.at.source).has(edit))
    if (fresh.some(edit => chosenIn(edit.at.source).overlaps(edit))) continue
    for (const edit of fresh) chosenIn(edit.at.source).add(edit)
    fixes += 1
  }
  return { edits: new Map([...chosen].map(([source, { edits }]) => [source, edits])), fixes }
}

/** Edits of one file in the order of their places, of which there may be tens of thousands. */
class ChosenInFile {
  readonly edits: Edit[] = []

  has(edit: Edit): boolean {
    return this.#near(edit).some(other => isSame(edit, other))
  }

  overlaps(edit: Edit): boolean {
    return this.#near(edit).some(other => overlap(edit, other))
  }

  add(edit: Edit): void {
    this.edits.splice(startingBy(this.edits, edit.at.start), 0, edit)
  }

  /** None overlaps another, so only the last that starts before or with an edit, and the next, can reach it. */
  #near({ at: { start } }: Edit): readonly Edit[] {
    const next = startingBy(this.edits, start)
    return this.edits.slice(Math.max(0, next - 1), next + 1)
  }
}

/** How many edits, in the order of their places, start at an offset or before it. */
function startingBy(edits: readonly Edit[], offset: number): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.at.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function isSame(a: Edit, b: Edit): boolean {
  return a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text
}

/** Insertions at one place overlap too: nobody can say which comes first. */
function overlap({ at: a }: Edit, { at: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}
