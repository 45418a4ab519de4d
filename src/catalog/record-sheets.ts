import { createHash } from 'node:crypto'
import type { Catalog } from './model.js'
import { catalogKeys, type Key, type Keys } from './schema.js'
import type { SheetUse } from './sheet-use.js'

export interface SheetColumn {
  readonly key: string
  readonly of: Key
  /** Records whose ids stand in this column. */
  readonly reference?: 'fields' | 'officers'
}

const references: Readonly<Record<string, SheetColumn['reference']>> = {
  'procedures.field': 'fields',
  'procedures.officer': 'officers',
  'fields.officers': 'officers',
}

/** The keys of a record that a sheet carries: all but what is internal. */
export function sheetColumns(use: SheetUse): readonly SheetColumn[] {
  return Object.entries(recordKeys(use))
    .filter(([key]) => key !== 'internal')
    .map(([key, of]) => {
      const reference = references[`${use}.${key}`]
      return { key, of, ...(reference !== undefined && { reference }) }
    })
}

export function recordKeys(use: SheetUse): Keys {
  const { type } = catalogKeys[use]
  if (type.kind !== 'list' || type.items.kind !== 'record') throw new Error(`${use} is no list of records`)
  return type.items.keys
}

/** The key that tells records of a list apart. */
export function identityKey(use: SheetUse): 'code' | 'id' {
  return use === 'procedures' ? 'code' : 'id'
}

/**
 * A name for each record of a list that outlives new lines above it: its code or id, and which of several where a catalog
 * holds it twice.
 */
export function recordReferences(use: SheetUse, catalog: Pick<Catalog, SheetUse>): ReadonlyMap<string, object> {
  const key = identityKey(use)
  const seen = new Map<string, number>()
  const found = new Map<string, object>()
  for (const record of catalog[use]) {
    const id = String((record as unknown as Readonly<Record<string, unknown>>)[key])
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    found.set(fingerprint(JSON.stringify([id, count])), record)
  }
  return found
}

/** A letter first, so that no spreadsheet takes it for a number. */
export function fingerprint(text: string): string {
  return `t${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}
