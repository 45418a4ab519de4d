import type { Location, Source } from '../source.js'
import { type MapNode, type Node, readTree } from './tree.js'

/** A stretch of a file that holds a record, and what the record is called. */
export interface NamedRecord {
  readonly start: number
  readonly end: number
  /** `procedures/1.001193`, `officers/ho-tich-1`, `agency`. Such a name outlives new lines above the record. */
  readonly name: string
  /** A whole list of records. */
  readonly isList: boolean
}

/**
 * The records of a file, in the order of writing: those of the wrong shape too, as they are found in the tree. Before the items
 * of a list stands the list itself. Empty where the file cannot be parsed.
 */
export async function namedRecords(source: Source): Promise<readonly NamedRecord[]> {
  const { root } = await readTree(source)
  return root?.kind === 'map' ? root.entries.flatMap(({ key, value }) => namesIn(key.text, key.start, value)) : []
}

/** Tells the name of the record that a place of the files lies in; empty where there is none. */
export async function recordFinder(files: readonly Source[]): Promise<(at: Location) => string> {
  const records = new Map<Source, readonly NamedRecord[]>()
  for (const file of files) records.set(file, await namedRecords(file))
  return ({ source, start }) => recordAt(records.get(source) ?? [], start)?.name ?? ''
}

/** The innermost record at a place: the last that begins at or before it, as a list comes before its items. */
export function recordAt(records: readonly NamedRecord[], offset: number): NamedRecord | undefined {
  return records.findLast(({ start, end }) => start <= offset && offset <= end)
}

function namesIn(key: string, start: number, value: Node): NamedRecord[] {
  const whole = { start, end: value.end, name: key, isList: value.kind === 'list' }
  if (value.kind !== 'list') return [whole]
  const items = value.items.map(item => ({
    start: item.start,
    end: item.end,
    name: itemName(key, item),
    isList: false,
  }))
  return [whole, ...items]
}

function itemName(key: string, item: Node): string {
  const id = item.kind === 'map' ? identity(item) : undefined
  return id === undefined ? key : `${key}/${id}`
}

function identity({ entries }: MapNode): string | undefined {
  const entry = entries.find(({ key }) => key.text === 'code' || key.text === 'id')
  return entry?.value.kind === 'text' ? entry.value.text : undefined
}
