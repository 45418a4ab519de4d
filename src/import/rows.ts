import { fold } from '../catalog/vietnamese.js'
import type { Column, Head } from './columns.js'
import type { ColumnKey } from './headings.js'
import { type Cell, type CellPlace, cellOf, mergedText, type Table } from './table.js'

/** The rows below the head, by what they are. */
export interface SheetRows {
  readonly procedures: readonly ProcedureRow[]
  /** “Tổng cộng: 133 thủ tục”: what the sheet itself says that it holds. */
  readonly totals: readonly PlainRow[]
  /** “B. Thủ tục hành chính cấp xã”: not a field. */
  readonly sections: readonly PlainRow[]
  /** Neither of these: signatures, remarks. */
  readonly others: readonly PlainRow[]
}

export interface PlainRow {
  readonly row: number
  /** The first cell that is not empty. */
  readonly at: CellPlace
  readonly text: string
}

/** One procedure: a row, and those below it that go on with some of its cells. */
export interface ProcedureRow {
  readonly row: number
  /** The cells of each column, one for each row. */
  cells(key: ColumnKey): readonly PlacedCell[]
  /** Those of the columns that nobody knows. */
  unplaced(): readonly (PlacedCell & { readonly heading: string })[]
  /** The field that the row, a band above it, or a merged cell names. */
  readonly field: FieldPlace | undefined
}

export interface FieldPlace extends CellPlace {
  readonly name: string
}

export interface PlacedCell extends CellPlace {
  readonly cell: Cell
}

/** A code, as it is written or as a spreadsheet may have left it. */
const codeInside = /(?<![\d.,])[1-9]\.\d{6}(?!\d)/
const roman = /^(?:[IVX]{1,6}|[A-ZĐ])[.)]?$/
const total = /^(?:tong(?: (?:cong|so|cong so))?|cong)(?:$| *\d| (?:tthc|thu tuc|cac|linh vuc|danh muc)\b)/
const section =
  /^(?:danh muc|phan|phu luc|chuong|thu tuc hanh chinh|tthc|cac thu tuc|thu tuc (?:cap|thuoc|thuc hien|do)|cap (?:tinh|huyen|xa)|dung chung)\b/

/** The name of a field over its procedures; what is longer is a remark. */
const longestBand = 300

export function sortRows(table: Table, head: Head): SheetRows {
  return new Sorter(table, head).sort()
}

class Sorter {
  readonly #procedures: OpenRow[] = []
  readonly #totals: PlainRow[] = []
  readonly #sections: PlainRow[] = []
  readonly #others: PlainRow[] = []
  readonly #columns: ReadonlyMap<ColumnKey, number>
  #field: FieldPlace | undefined
  /** A band that no procedure has stood under yet: if none will, it was none. */
  #band: PlainRow | undefined
  /** The row above was a procedure, so that this one may go on with it. */
  #open: OpenRow | undefined

  constructor(
    readonly table: Table,
    readonly head: Head,
  ) {
    this.#columns = new Map(
      head.columns.flatMap(({ key, index }) => (key === undefined ? [] : [[key, index] as const])),
    )
  }

  sort(): SheetRows {
    for (let row = this.head.next; row < this.table.rows.length; row += 1) this.#take(row)
    this.#endBand()
    return {
      procedures: this.#procedures,
      totals: this.#totals,
      sections: this.#sections,
      others: this.#others,
    }
  }

  #take(row: number): void {
    const filled = this.#filled(row)
    if (filled.length === 0) {
      this.#open = undefined
      return
    }
    if (this.#isHeadAgain(filled) || isNumbering(filled)) return
    const hasCode = isCodeLike(this.#text(row, 'code')) || codeInside.test(this.#text(row, 'title'))
    if (!hasCode && this.#takeUncoded(row, filled)) return
    if (!hasCode && this.#text(row, 'title') === '' && this.#text(row, 'code') === '') {
      this.#others.push(plainRow(row, filled))
      this.#open = undefined
      return
    }
    this.#band = undefined
    this.#open = new OpenRow(this.table, this.head.columns, this.#columns, row, this.#fieldOf(row))
    this.#procedures.push(this.#open)
  }

  /** A row without a code that is no procedure. */
  #takeUncoded(row: number, filled: readonly PlacedCell[]): boolean {
    const first = filled.find(({ cell }) => /\p{L}/u.test(cell.text) && !roman.test(cell.text)) ?? filled[0]
    const words = fold(first?.cell.text ?? '')
    if (total.test(words)) {
      this.#totals.push(plainRow(row, filled))
      this.#open = undefined
      return true
    }
    if (this.#goesOn(row)) {
      this.#open?.goOn(row)
      return true
    }
    const band = this.#bandOf(row, filled)
    if (band === undefined) return false
    this.#open = undefined
    if (section.test(fold(withoutNumber(band.cell.text)))) this.#sections.push(plainRow(row, filled))
    else {
      this.#endBand()
      this.#band = plainRow(row, filled)
      this.#field = { row: band.row, column: band.column, name: fieldName(band.cell.text) }
    }
    return true
  }

  #endBand(): void {
    if (this.#band !== undefined) this.#others.push(this.#band)
    this.#band = undefined
  }

  /** Neither number, code nor title, but something else in a column that we know: the second officer of the row above. */
  #goesOn(row: number): boolean {
    if (this.#open === undefined) return false
    if (['number', 'code', 'title'].some(key => this.#text(row, key as ColumnKey) !== '')) return false
    return this.head.columns.some(({ key, index }) => key !== undefined && cellOf(this.table, row, index).text !== '')
  }

  /** One text alone in its row, with a number before it at most: the name of a field over its procedures. */
  #bandOf(row: number, filled: readonly PlacedCell[]): PlacedCell | undefined {
    const numbered = filled.length === 2 && isOrdinal(filled[0]?.cell.text ?? '') ? filled[0] : undefined
    const [band, ...more] = numbered === undefined ? filled : filled.slice(1)
    if (band === undefined || more.length > 0 || !/\p{L}/u.test(band.cell.text)) return undefined
    const { text } = band.cell
    if (text.length > longestBand) return undefined
    const key = this.head.columns[band.column]?.key
    if (key !== undefined && !['number', 'code', 'title', 'shortTitle', 'field'].includes(key)) return undefined
    if (this.#columns.get('field') === band.column) return band
    if (
      /^(?:[IVX\d]{1,6}[.):]?\s*|[A-Z][.)]\s*)?lĩnh vực\b/iu.test(text.normalize('NFC')) ||
      roman.test(numbered?.cell.text ?? '')
    )
      return band
    if (/^(?:[IVX]{1,6}|[A-ZĐ])[.)]\s/.test(text) || isCapitals(text)) return band
    // Below a head with numbers, a text without one is no procedure; neither is one that stands in the column of the codes.
    const unnumbered = this.#columns.has('number') && this.#text(row, 'number') === ''
    const misplaced = band.column === this.#columns.get('number') || band.column === this.#columns.get('code')
    if (misplaced) return band
    return unnumbered && numbered === undefined && !this.#columns.has('field') ? band : undefined
  }

  #fieldOf(row: number): FieldPlace | undefined {
    const column = this.#columns.get('field')
    if (column === undefined) return this.#field
    const own = cellOf(this.table, row, column)
    const text = mergedText(this.table, row, column)
    if (text === '') return this.#field
    const { row: at, column: over } = own.mergedWith ?? { row, column }
    // Whatever is merged, or left empty below, is of this field too.
    this.#field = { row: at, column: over, name: text }
    return this.#field
  }

  #filled(row: number): PlacedCell[] {
    const cells = this.table.rows[row] ?? []
    return cells.flatMap((cell, column) => (cell.text === '' ? [] : [{ row, column, cell }]))
  }

  #text(row: number, key: ColumnKey): string {
    const column = this.#columns.get(key)
    return column === undefined ? '' : cellOf(this.table, row, column).text
  }

  /** The head is printed on every page. */
  #isHeadAgain(filled: readonly PlacedCell[]): boolean {
    const headings = this.head.columns
    return (
      filled.length > 1 &&
      filled.every(({ column, cell }) => {
        const heading = headings[column]?.heading ?? ''
        return cell.text === heading || (cell.text.length > 1 && heading.includes(cell.text))
      })
    )
  }
}

class OpenRow implements ProcedureRow {
  readonly #rows: number[]

  constructor(
    readonly table: Table,
    readonly columns: readonly Column[],
    readonly indexes: ReadonlyMap<ColumnKey, number>,
    readonly row: number,
    readonly field: FieldPlace | undefined,
  ) {
    this.#rows = [row]
  }

  goOn(row: number): void {
    this.#rows.push(row)
  }

  cells(key: ColumnKey): readonly PlacedCell[] {
    const index = this.indexes.get(key)
    return index === undefined ? [] : this.#column(index)
  }

  unplaced(): readonly (PlacedCell & { readonly heading: string })[] {
    const width = Math.max(...this.#rows.map(row => this.table.rows[row]?.length ?? 0))
    return Array.from({ length: width }, (_, index) => index).flatMap(index => {
      const column = this.columns[index]
      if (column !== undefined && (column.key !== undefined || column.dropped === true)) return []
      return this.#column(index).map(placed => ({ ...placed, heading: column?.heading ?? '' }))
    })
  }

  #column(column: number): PlacedCell[] {
    return this.#rows.flatMap(row => {
      const cell = cellOf(this.table, row, column)
      if (cell.text !== '' || cell.link !== undefined) return [{ row, column, cell }]
      const { mergedWith } = cell
      // A cell that reaches over several procedures holds for each; within one row it is said once.
      if (mergedWith === undefined || mergedWith.column !== column || this.#rows.includes(mergedWith.row)) return []
      const whole = cellOf(this.table, mergedWith.row, mergedWith.column)
      return whole.text === '' ? [] : [{ ...mergedWith, cell: whole }]
    })
  }
}

/** A code, or what is left of one; the name of a field over the list may stand in the column of the codes. */
function isCodeLike(text: string): boolean {
  return text !== '' && (codeInside.test(text) || !/\p{L}{2}/u.test(text))
}

function plainRow(row: number, filled: readonly PlacedCell[]): PlainRow {
  const [first] = filled
  return {
    row,
    at: { row, column: first?.column ?? 0 },
    text: filled.map(({ cell }) => cell.text.replace(/\s+/g, ' ')).join(' | '),
  }
}

/** (1) (2) (3), A B 1 2 3=1+2: the line that numbers the columns. */
function isNumbering(filled: readonly PlacedCell[]): boolean {
  return (
    filled.length > 2 && filled.every(({ cell }) => /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=[\d+\s()-]*)?$/.test(cell.text))
  )
}

function isOrdinal(text: string): boolean {
  return roman.test(text) || /^\d{1,3}[.)]?$/.test(text)
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase()
}

/** “II. Lĩnh vực Hộ tịch (12 TTHC)” without its number. */
function withoutNumber(text: string): string {
  return text.replace(/^(?:[IVX]{1,6}|[A-ZĐ]|\d{1,3})[.):/-]+\s*/, '')
}

/** The name that a band or a cell gives a field: “II. LĨNH VỰC HỘ TỊCH (12 TTHC)” → “HỘ TỊCH”. */
function fieldName(text: string): string {
  const name = withoutNumber(text.replace(/\s+/g, ' ').trim())
    .replace(/^(?:nhóm )?lĩnh vực\s*:?\s*/iu, '')
    .replace(/\s*[(:–-]+\s*\d+\s*(?:tthc|thủ tục(?: hành chính)?|dvc)\s*\)?\.?$/iu, '')
    .trim()
  return name === '' ? text.trim() : name
}
