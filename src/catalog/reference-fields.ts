import type { ReferenceEntry } from './reference-list.js'
import { suggestion } from './shape.js'
import { fold } from './vietnamese.js'

/** A field as the reference list has it, with the procedures of it that are in force. */
export interface ReferenceField {
  readonly id: string
  readonly name: string
  readonly procedures: readonly ReferenceEntry[]
}

/** The fields of a reference list by their names. Spellings of one name (“Đất đai”, “Đất Đai”) are one field. */
export function referenceFields(entries: readonly ReferenceEntry[]): readonly ReferenceField[] {
  const groups = new Map<string, ReferenceEntry[]>()
  for (const entry of entries) {
    if (entry.field === undefined || entry.replacedBy !== undefined) continue
    const key = fold(entry.field)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const byName = new Intl.Collator('vi').compare
  return Array.from(groups, ([key, procedures]) => ({
    id: key.replaceAll(' ', '-'),
    name: usualSpelling(procedures.map(({ field = '' }) => field)),
    procedures,
  })).sort((a, b) => byName(a.name, b.name))
}

function usualSpelling(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

export type FoundField = { readonly field: ReferenceField } | { readonly field: undefined; readonly near?: string }

/** The field that a word means: its name whatever marks and capitals, its id, or its place in the list from 1. */
export function findField(word: string, fields: readonly ReferenceField[]): FoundField {
  const numbered = /^\d{1,4}$/.test(word.trim()) ? fields[Number(word) - 1] : undefined
  const key = fold(word)
  const field = numbered ?? fields.find(({ name, id }) => fold(name) === key || fold(id) === key)
  if (field !== undefined) return { field }
  const near = suggestion(
    key,
    fields.map(({ name }) => fold(name)),
  )
  const meant = near === undefined ? undefined : fields.find(({ name }) => fold(name) === near)
  return { field: undefined, ...(meant !== undefined && { near: meant.name }) }
}
