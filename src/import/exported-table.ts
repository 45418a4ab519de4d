import { sheetColumns } from '../catalog/record-sheets.js'
import type { SheetUse } from '../catalog/sheet-use.js'
import { fold } from '../catalog/vietnamese.js'
import type { ExportedRow, ExportedSheet } from './exported.js'

/** One kind of records as rows of texts, the headings first. */
export interface ExportedTable {
  readonly use: SheetUse
  readonly name?: string
  readonly rows: readonly (readonly string[])[]
  readonly base: ExportedSheet['base']
  readonly fingerprints?: ExportedSheet['fingerprints']
  /** The columns that hold what is ours, not a key. */
  readonly own: ReadonlySet<number>
  /** Which record a row was made from. */
  reference(row: readonly string[]): string | undefined
  isDamaged?(row: readonly string[]): boolean
}

export function exportedSheet({ use, name, rows, base, fingerprints, own, ...table }: ExportedTable): ExportedSheet {
  const columns = new Map<string, number>()
  const unknown: { heading: string; column: number }[] = []
  const repeated: { heading: string; column: number }[] = []
  const keys = keysByHeading(use)
  for (const [column, heading] of (rows[0] ?? []).entries()) {
    if (own.has(column) || heading.trim() === '') continue
    const key = keys.get(fold(heading))
    if (key === undefined) unknown.push({ heading, column })
    else if (columns.has(key)) repeated.push({ heading, column })
    else columns.set(key, column)
  }
  const read: ExportedRow[] = []
  for (const [row, texts] of rows.entries()) {
    if (row === 0) continue
    const cells = new Map<string, string>()
    for (const [key, column] of columns) {
      const text = tidied(texts[column] ?? '')
      if (text !== '') cells.set(key, text)
    }
    const reference = table.reference(texts)
    const isDamaged = table.isDamaged?.(texts) === true
    if (cells.size > 0)
      read.push({ row, cells, ...(reference !== undefined && { reference }), ...(isDamaged && { isDamaged }) })
  }
  return {
    use,
    ...(name !== undefined && { name }),
    columns,
    unknown,
    repeated,
    base,
    ...(fingerprints && { fingerprints }),
    rows: read,
  }
}

/** Line ends as we write them: spreadsheets have their own. */
export function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

function keysByHeading(use: SheetUse): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const { key, of } of sheetColumns(use)) {
    for (const heading of [key, of.title.en, of.title.vi]) keys.set(fold(heading), key)
  }
  return keys
}
