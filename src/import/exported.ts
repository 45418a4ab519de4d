import type { SheetUse } from '../catalog/sheet-use.js'

/** A file that `tthc export` wrote and somebody has corrected since. */
export interface ExportedBook {
  readonly path: string
  readonly sheets: readonly ExportedSheet[]
}

export interface ExportedSheet {
  readonly use: SheetUse
  /** As the workbook calls it; absent in a CSV. */
  readonly name?: string
  /** The keys that have a column now: columns may have been moved or deleted. */
  readonly columns: ReadonlyMap<string, number>
  /** Headings that are no key of ours, with their column. */
  readonly unknown: readonly { readonly heading: string; readonly column: number }[]
  /** Headings that stand twice: nobody can say which column counts. */
  readonly repeated: readonly { readonly heading: string; readonly column: number }[]
  /** What was exported: for each reference, the texts of its cells by key. */
  readonly base: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Of the whole record as it was exported, where a row that is deleted takes its cells along. */
  readonly fingerprints?: ReadonlyMap<string, string>
  readonly rows: readonly ExportedRow[]
}

export interface ExportedRow {
  /** Counted from 0, as the sheet has it. */
  readonly row: number
  /** Absent where the row was added. */
  readonly reference?: string
  /** There is something where it says from which record the row was made, and it cannot be read any more. */
  readonly isDamaged?: true
  /** Texts by key; cells that are empty are absent. */
  readonly cells: ReadonlyMap<string, string>
}

/** “Thủ tục!B17”, or B17 in a CSV. */
export function cellPlace({ name }: Pick<ExportedSheet, 'name'>, row: number, column: number): string {
  const cell = `${columnName(column)}${row + 1}`
  return name === undefined ? cell : `${name}!${cell}`
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
