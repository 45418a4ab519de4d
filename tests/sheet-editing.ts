import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import readWorkbook from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { guardedCell } from '../src/catalog/csv-guard.js'

/** What somebody does with an exported file. */
export type SheetEdit = (book: EditedBook) => void

/** Rows of texts by sheet; the first row holds the headings, the first column before any edit the code. */
class EditedBook {
  constructor(readonly sheets: Map<string, string[][]>) {}

  set(sheet: string, code: string, heading: string, text: string): void {
    const rows = this.#rows(sheet)
    const row = rows.find(cells => cells[0] === code || cells[0] === `="${code}"`)
    const column = rows[0]?.indexOf(heading) ?? -1
    if (row === undefined || column === -1) throw new Error(`there is no ${heading} of ${code}`)
    row[column] = text
  }

  setRow(sheet: string, row: number, heading: string, text: string): void {
    const rows = this.#rows(sheet)
    const cells = rows[row]
    if (cells === undefined) throw new Error(`there is no row ${row}`)
    const column = rows[0]?.indexOf(heading) ?? -1
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  add(sheet: string, texts: Readonly<Record<string, string>>): void {
    const rows = this.#rows(sheet)
    rows.push((rows[0] ?? []).map(heading => texts[heading] ?? ''))
  }

  copy(sheet: string, code: string, texts: Readonly<Record<string, string>>): void {
    const rows = this.#rows(sheet)
    const row = rows.find(cells => cells[0] === code || cells[0] === `="${code}"`) ?? []
    rows.push((rows[0] ?? []).map((heading, at) => texts[heading] ?? row[at] ?? ''))
  }

  remove(sheet: string, code: string): void {
    const rows = this.#rows(sheet)
    rows.splice(
      rows.findIndex(cells => cells[0] === code || cells[0] === `="${code}"`),
      1,
    )
  }

  reverseRows(sheet: string): void {
    const rows = this.#rows(sheet)
    rows.splice(1, rows.length - 1, ...rows.slice(1).reverse())
  }

  reverseColumns(sheet: string): void {
    for (const row of this.#rows(sheet)) row.reverse()
  }

  addColumn(sheet: string, heading: string, text: string): void {
    for (const [at, row] of this.#rows(sheet).entries()) row.push(at === 0 ? heading : text)
  }

  #rows(sheet: string): string[][] {
    const rows = this.sheets.get(sheet) ?? (this.sheets.size === 1 ? [...this.sheets.values()][0] : undefined)
    if (rows === undefined) throw new Error(`there is no sheet ${sheet}`)
    return rows
  }
}

/** As if another program had read the workbook and saved it again: only the texts of the cells are kept. */
export async function editXlsx(bytes: Uint8Array, edit: SheetEdit): Promise<Uint8Array> {
  const sheets = (await readWorkbook(Buffer.from(bytes), { trim: false })) as unknown as {
    sheet: string
    data: (string | number | null)[][]
  }[]
  const book = new EditedBook(
    new Map(
      sheets.map(({ sheet, data }) => [sheet, data.map(row => row.map(cell => (cell === null ? '' : String(cell))))]),
    ),
  )
  edit(book)
  const file = writeExcelFile(
    Array.from(book.sheets, ([sheet, rows]) => ({
      sheet,
      data: rows.map(row => row.map(value => (value === '' ? null : { value, type: String }))),
    })),
  )
  return file.toBuffer()
}

/** As Excel would: cells that begin a formula are what the formula says. */
export function editCsv(bytes: Uint8Array, edit: SheetEdit): Uint8Array {
  const delimiter = Buffer.from(bytes).subarray(0, 40).includes(';') ? ';' : ','
  const rows: string[][] = parse(Buffer.from(bytes), {
    bom: true,
    delimiter,
    record_delimiter: '\r\n',
    relax_column_count: true,
  })
  const before = new Set(rows.flat())
  const book = new EditedBook(new Map([['csv', rows]]))
  edit(book)
  const typed = [...book.sheets.values()][0]?.map(row => row.map(cell => (before.has(cell) ? cell : guardedCell(cell))))
  return Buffer.from(
    stringify(typed ?? [], { bom: true, delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ }),
  )
}
