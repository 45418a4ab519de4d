import { createHash } from 'node:crypto'
import { type CellType, formatCell, type RecordNames } from './cell.js'
import type { Catalog } from './model.js'
import { plainRecord } from './plain-value.js'
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

/** The texts of the cells of a record by key; a key that it lacks has none. */
export function recordCells(use: SheetUse, record: object, names: Names): ReadonlyMap<string, string> {
  const plain = plainRecord(recordKeys(use), record)
  return new Map(
    sheetColumns(use).flatMap((column): [string, string][] => {
      const value = plain[column.key]
      return value === undefined ? [] : [[column.key, fitting(formatCell(cellType(column, names), value))]]
    }),
  )
}

export type Names = Readonly<Record<'fields' | 'officers', RecordNames>>

export function cellType({ of, reference }: SheetColumn, names: Names): CellType {
  return { type: of.type, ...(reference !== undefined && { names: names[reference] }) }
}

/** What a cell of Excel holds at most. */
const longestCell = 32_767

/** A text that no cell holds is not cut: the cell says where it is, and its fingerprint tells whether it has changed. */
function fitting(text: string): string {
  if (text.length <= longestCell) return text
  return `(${text.length} ký tự, dài hơn một ô Excel; sửa trong tệp YAML) ${fingerprint(text)}`
}

/** The fingerprint of a text that no cell could hold, where one stands for it. */
export function tooLongFor(text: string): string | undefined {
  return /^\(\d+ ký tự, dài hơn một ô Excel; sửa trong tệp YAML\) (t[0-9a-f]{12})$/.exec(text)?.[1]
}

/** Tells whether a record has changed as a whole, where its cells are not at hand. */
export function cellsFingerprint(cells: ReadonlyMap<string, string>): string {
  return fingerprint(JSON.stringify([...cells]))
}

/** A letter first, so that no spreadsheet takes it for a number. */
export function fingerprint(text: string): string {
  return `t${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}
