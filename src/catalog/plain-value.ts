import type { Keys, Type } from './schema.js'

/** A value as YAML holds it when everything is text: `1` is “1”, `true` is “true”. */
export type PlainValue = string | readonly PlainValue[] | PlainRecord
export interface PlainRecord {
  readonly [key: string]: PlainValue
}

export function isList(value: PlainValue | undefined): value is readonly PlainValue[] {
  return Array.isArray(value)
}

export function isRecord(value: PlainValue | undefined): value is PlainRecord {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The value of a record of the model, keys in the order of the schema. What the schema does not name is left out. */
function plainValue(type: Type, value: unknown): PlainValue {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) {
    const items = listType(type)?.items
    return value.map(item => (items === undefined ? String(item) : plainValue(items, item)))
  }
  const keys = recordType(type)?.keys
  return keys === undefined ? {} : plainRecord(keys, value)
}

export function plainRecord(keys: Keys, record: object): PlainRecord {
  const plain: Record<string, PlainValue> = {}
  for (const [name, { type }] of Object.entries(keys)) {
    const value = (record as Readonly<Record<string, unknown>>)[name]
    if (value !== undefined) plain[name] = plainValue(type, value)
  }
  return plain
}

export function sameValue(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (a === b) return true
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every(name => sameValue(a[name], b[name]))
}

/** The list that a value of this type may be. */
export function listType(type: Type): (Type & { kind: 'list' }) | undefined {
  return alternatives(type).find(option => option.kind === 'list')
}

/** The record that a value of this type may be. */
export function recordType(type: Type): (Type & { kind: 'record' }) | undefined {
  return alternatives(type).find(option => option.kind === 'record')
}

/** The text, number, day or yes that a value of this type may be. */
export function scalarType(type: Type): Exclude<Type, { kind: 'list' | 'record' | 'either' }> | undefined {
  return alternatives(type).find(
    option => option.kind !== 'list' && option.kind !== 'record' && option.kind !== 'either',
  )
}

function alternatives(type: Type): readonly Type[] {
  return type.kind === 'either' ? type.options : [type]
}
