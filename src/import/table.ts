import type { MisreadEncoding } from '../catalog/misread.js'
import { Failure } from '../failure.js'
import { cellOffset, type Location, type Sheet, type Source } from '../source.js'

/** A sheet as it was read: every row and cell at its place, nothing left out, so that places are those that Excel shows. */
export interface Table {
  readonly source: Source
  readonly rows: readonly Row[]
  readonly format: TableFormat
}

export type Row = readonly Cell[]

export interface Cell {
  /** Without white space at both ends. A number is written as it would have to be typed, a date as year-month-day. */
  readonly text: string
  /** What the program that wrote the sheet took it for. A CSV knows texts only. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** Where a click on the cell leads. */
  readonly link?: string
  /** The upper left cell of the merged area that it belongs to. */
  readonly mergedWith?: CellPlace
}

/** Counted from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** What was recognised on the way, for the user to see. */
export interface TableFormat {
  readonly kind: 'csv' | 'xlsx'
  readonly encoding?: TextEncoding
  readonly delimiter?: string
  /** Cells whose letters were those of another table (TCVN3, VNI …) and were converted. */
  readonly converted?: { readonly encoding: MisreadEncoding; readonly cells: number }
  /** Sheets of the workbook that were not read. */
  readonly otherSheets?: readonly string[]
}

export type TextEncoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'windows-1252' | Exclude<MisreadEncoding, 'UTF-8'>

/** A province has 170 wards of 400 procedures. What is beyond would take more memory than machines have to spare. */
export const mostRows = 100_000
export const mostCells = 5_000_000

export const emptyCell: Cell = { text: '', kind: 'text' }

export function textCell(text: string): Cell {
  const trimmed = text.trim()
  return trimmed === '' ? emptyCell : { text: trimmed, kind: 'text' }
}

export function tooManyCells(path: string): Failure {
  return new Failure({
    vi: `Bảng “${path}” quá lớn so với một danh mục (hơn ${mostRows} dòng, hoặc có ô lạc ở rất xa); chia bảng, hoặc xóa các dòng, cột thừa rồi lưu lại`,
    en: `The sheet “${path}” is too large for a list (more than ${mostRows} rows, or a lone cell stands far away); part it, or delete the spare rows and columns and save again`,
  })
}

export function makeTable(path: string, rows: readonly Row[], format: TableFormat, name?: string): Table {
  const sheet: Sheet = {
    ...(name !== undefined && { name }),
    cell: (row, column) => rows[row]?.[column]?.text ?? '',
  }
  return { source: { path, text: '', sheet }, rows, format }
}

export function cellOf(table: Table, row: number, column: number): Cell {
  return table.rows[row]?.[column] ?? emptyCell
}

/** Where a cell stands; for findings. */
export function placeOf({ source }: Table, row: number, column: number): Location {
  const start = cellOffset(row, column)
  return { source, start, end: start + 1 }
}

/** The cell's own text or, below and beside a merged cell, the text of that. */
export function mergedText(table: Table, row: number, column: number): string {
  const cell = cellOf(table, row, column)
  const { mergedWith } = cell
  return mergedWith === undefined ? cell.text : cellOf(table, mergedWith.row, mergedWith.column).text
}
