import type { Loaded } from '../catalog/load.js'
import { type NamedRecord, namedRecords, recordAt } from '../catalog/record-names.js'
import type { Finding } from '../finding.js'
import type { Source } from '../source.js'
import { writtenAt } from './baseline.js'

/** Picks, of what was found in a catalog, what a change has to do with. */
export type Selection = (loaded: Loaded, findings: readonly Finding[]) => Promise<readonly Finding[]>

/** A catalog before the change. */
export interface Former {
  readonly loaded: Loaded
  readonly findings: readonly Finding[]
}

/**
 * Findings in records that the change touched, and those that it caused elsewhere: there was none of the same rule, record and
 * value before. In a catalog that is new everything is new.
 */
export async function causedByChange(before: readonly Former[]): Promise<Selection> {
  const states = new Map<string, FormerState>()
  for (const former of before) states.set(former.loaded.catalog.path, await stateOf(former))
  return async (loaded, findings) => {
    const state = states.get(loaded.catalog.path)
    if (state === undefined) return findings
    const records = await recordsOf(loaded.files)
    const met = new Map<string, number>()
    return findings.filter(finding => {
      const { source, start } = finding.at
      const record = recordAt(records.get(source) ?? [], start)
      const key = keyOf(finding, record)
      const turn = (met.get(key) ?? 0) + 1
      met.set(key, turn)
      return turn > (state.known.get(key) ?? 0) || (record !== undefined && isTouched(record, source, state))
    })
  }
}

/** Findings that lie in these files, or name a place in them, and those that another selection picks. */
export function inFiles(paths: ReadonlySet<string>, others: Selection): Selection {
  return async (loaded, findings) => {
    const caused = new Set(await others(loaded, findings))
    const isIn = ({ at, related = [] }: Finding) => [{ at }, ...related].some(place => paths.has(place.at.source.path))
    return findings.filter(finding => isIn(finding) || caused.has(finding))
  }
}

interface FormerState {
  /** How often each rule spoke of a value of a record. */
  readonly known: ReadonlyMap<string, number>
  /** What each record said, by its name; several may share one. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>
}

async function stateOf({ loaded, findings }: Former): Promise<FormerState> {
  const records = await recordsOf(loaded.files)
  const known = new Map<string, number>()
  for (const finding of findings) {
    const key = keyOf(finding, recordAt(records.get(finding.at.source) ?? [], finding.at.start))
    known.set(key, (known.get(key) ?? 0) + 1)
  }
  const texts = new Map<string, Set<string>>()
  for (const [source, named] of records) {
    for (const record of named) {
      const own = texts.get(record.name) ?? new Set()
      texts.set(record.name, own.add(textOf(record, source)))
    }
  }
  return { known, texts }
}

async function recordsOf(files: readonly Source[]): Promise<ReadonlyMap<Source, readonly NamedRecord[]>> {
  const records = new Map<Source, readonly NamedRecord[]>()
  for (const file of files) records.set(file, await namedRecords(file))
  return records
}

/** A list is touched whenever one of its items is, so what is said of it as a whole has to be new. */
function isTouched(record: NamedRecord, source: Source, { texts }: FormerState): boolean {
  return !record.isList && texts.get(record.name)?.has(textOf(record, source)) !== true
}

/** Other line ends are no change. */
function textOf({ start, end }: NamedRecord, { text }: Source): string {
  return text.slice(start, end).replaceAll('\r\n', '\n').trimEnd()
}

function keyOf(finding: Finding, record: NamedRecord | undefined): string {
  return JSON.stringify([finding.rule, record?.name ?? '', writtenAt(finding)])
}
