import readWorkbook from 'read-excel-file/universal'
import { Failure } from '../failure.js'
import { countHeadings } from './headings.js'
import { type Cell, emptyCell, makeTable, type Row, type Table, textCell } from './table.js'
import { convertCells } from './text-encoding.js'
import { openWorkbook, type SheetParts, unreadable } from './xlsx-parts.js'

/** Reads the sheet of a workbook that looks most like a list of procedures, or the one that is named. Throws a Failure. */
export async function readXlsx(path: string, bytes: Uint8Array, wanted?: string): Promise<Table> {
  const parts = openWorkbook(path, bytes)
  const sheets = await sheetsOf(path, bytes)
  const chosen = wanted === undefined ? mostLikely(sheets) : sheets.find(({ sheet }) => sheet === wanted)
  if (chosen === undefined) throw noSheet(path, wanted, sheets)
  const rows = withParts(
    chosen.data.map(row => row.map(cellOf)),
    parts.get(chosen.sheet),
  )
  const { rows: readable, converted } = convertCells(rows)
  const otherSheets = sheets
    .filter(({ sheet, data }) => sheet !== chosen.sheet && data.length > 0)
    .map(({ sheet }) => sheet)
  return makeTable(
    path,
    readable,
    {
      kind: 'xlsx',
      ...(converted !== undefined && { converted }),
      ...(otherSheets.length > 0 && { otherSheets }),
    },
    sheets.length > 1 ? chosen.sheet : undefined,
  )
}

/** A number as the workbook holds it: 1.001010 has become 1.00101 there. */
class Digits {
  constructor(readonly text: string) {}
}

type Value = string | Digits | boolean | Date | null

interface ReadSheet {
  readonly sheet: string
  readonly data: readonly (readonly Value[])[]
}

async function sheetsOf(path: string, bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  try {
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer, {
      trim: false,
      parseNumber: text => new Digits(text),
    })
    // The types of the library call a Date a DateConstructor.
    return sheets as unknown as readonly ReadSheet[]
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The head may stand below a title. */
const furthestHead = 40

function mostLikely(sheets: readonly ReadSheet[]): ReadSheet | undefined {
  const headings = ({ data }: ReadSheet) =>
    Math.max(0, ...data.slice(0, furthestHead).map(row => countHeadings(row.map(cell => cellOf(cell).text))))
  return sheets.reduce<ReadSheet | undefined>(
    (best, sheet) => (best === undefined || headings(sheet) > headings(best) ? sheet : best),
    undefined,
  )
}

function noSheet(path: string, wanted: string | undefined, sheets: readonly ReadSheet[]): Failure {
  const names = sheets.map(({ sheet }) => `“${sheet}”`).join(', ')
  if (wanted === undefined) {
    return new Failure({ vi: `“${path}” không có trang tính nào`, en: `“${path}” holds no sheet` })
  }
  return new Failure({
    vi: `“${path}” không có trang tính “${wanted}”; có: ${names}`,
    en: `“${path}” has no sheet “${wanted}”; there are: ${names}`,
  })
}

function cellOf(value: Value): Cell {
  if (value === null || value === undefined) return emptyCell
  if (value instanceof Date) return { text: dayOf(value), kind: 'date' }
  if (value instanceof Digits) return { text: numberText(value.text), kind: 'number' }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'boolean' }
  // A sheet that was a CSV keeps the guard against formulas as part of the text.
  return textCell(value.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** 1.0010099999999999 is how a workbook may write 1.00101; fifteen digits are what Excel shows. */
function numberText(written: string): string {
  const number = Number(written)
  if (!Number.isFinite(number)) return written
  const short = String(Number(number.toPrecision(15)))
  return /e/.test(short) ? written : short
}

function withParts(rows: Row[], parts: SheetParts | undefined): readonly Row[] {
  if (parts === undefined) return rows
  const { merges, links, errors } = parts
  const table = rows.map(row => [...row])
  const change = (row: number, column: number, more: Partial<Cell>) => {
    const cells = table[row]
    if (cells === undefined) return
    while (cells.length <= column) cells.push(emptyCell)
    cells[column] = { ...(cells[column] ?? emptyCell), ...more }
  }
  for (const { from, to } of merges) {
    for (let row = from.row; row <= Math.min(to.row, table.length - 1); row += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        if (row !== from.row || column !== from.column) change(row, column, { mergedWith: from })
      }
    }
  }
  for (const { at, target } of links) change(at.row, at.column, { link: target })
  for (const { at, text } of errors) change(at.row, at.column, { text, kind: 'error' })
  return table
}
