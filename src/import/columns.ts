import { Failure } from '../failure.js'
import { columnName } from '../source.js'
import { type ColumnKey, columnKeys, countHeadings, headingKey } from './headings.js'
import { cellOf, mergedText, type Table } from './table.js'

/** Where the list begins in a sheet, and what its columns hold. */
export interface Head {
  /** Of the head itself, counted from 0; none where `--map` names columns by their letters and no row names them. */
  readonly rows: readonly number[]
  /** The first row below it. */
  readonly next: number
  readonly columns: readonly Column[]
}

export interface Column {
  /** Counted from 0. */
  readonly index: number
  /** As the sheet has it, that of a heading that spans several columns before its own; empty where there is none. */
  readonly heading: string
  /** Undefined where nobody knows what it holds. */
  readonly key: ColumnKey | undefined
  /** The user said to leave it out. */
  readonly dropped?: true
}

/** `--map "Tên cột=key"`: by heading, or by the letter of the column. The key `-` leaves a column out. */
export interface Mapping {
  readonly column: string
  readonly key: ColumnKey | '-'
}

/** A list has a dozen columns; stray cells further to the right name none. */
const widestHead = 500

/** Below a title, the name of the office and an empty row or two. */
const furthestHead = 40

const codeInside = /(?<!\d)[1-9]\.\d{6}(?!\d)/

/** Finds the row, or the two rows, that name the columns. Throws a Failure where none does, or a mapping names no column. */
export function findHead(table: Table, mappings: readonly Mapping[] = []): Head {
  const candidates = Array.from({ length: Math.min(furthestHead, table.rows.length) }, (_, row) =>
    headAt(table, row, mappings),
  )
  const best = candidates.reduce<Head | undefined>(
    (found, head) => (weight(head, mappings) > (found === undefined ? 0 : weight(found, mappings)) ? head : found),
    undefined,
  )
  const head = best ?? byLetters(table, mappings)
  if (head === undefined || !isEnough(head)) throw noHead(table, head)
  const unknown = mappings.find(({ column }) => !head.columns.some(known => isNamed(known, column)))
  if (unknown !== undefined) throw noColumn(unknown.column, head)
  return head
}

function headAt(table: Table, row: number, mappings: readonly Mapping[]): Head {
  const two = isSplit(table, row)
  const widest = Math.max(table.rows[row]?.length ?? 0, two ? (table.rows[row + 1]?.length ?? 0) : 0)
  const width = Math.min(widest, widestHead)
  const taken = new Set<ColumnKey>()
  const columns = Array.from({ length: width }, (_, index): Column => {
    const { heading, key: known } = two ? splitHeading(table, row, index) : plainHeading(table, row, index)
    return takeKey({ index, heading, key: known }, mappings, taken)
  })
  const rows = two ? [row, row + 1] : [row]
  return { rows, next: row + rows.length, columns }
}

/** What is told holds; of two columns that claim one thing the first has it, the other is kept as a note. */
function takeKey(column: Column, mappings: readonly Mapping[], taken: Set<ColumnKey>): Column {
  const mapping = mappings.find(({ column: name }) => isNamed(column, name))
  if (mapping?.key === '-') return { ...column, key: undefined, dropped: true }
  const key = mapping?.key ?? column.key
  const promised = mapping === undefined && mappings.some(other => other.key === key)
  if (key === undefined || taken.has(key) || promised) return { ...column, key: undefined }
  taken.add(key)
  return { ...column, key }
}

function isNamed({ heading, index }: Column, name: string): boolean {
  return sameHeading(heading, name) || columnName(index) === name
}

function sameHeading(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

function plainHeading(table: Table, row: number, index: number): Pick<Column, 'heading' | 'key'> {
  const heading = cellOf(table, row, index).text
  return { heading, key: headingKey(heading) }
}

/** “Thời hạn giải quyết” over “Theo quy định” and “Sau cắt giảm”. */
function splitHeading(table: Table, row: number, index: number): Pick<Column, 'heading' | 'key'> {
  const below = cellOf(table, row + 1, index).text
  const own = mergedText(table, row, index)
  if (below === '') return { heading: own, key: headingKey(own) }
  const above = own === '' ? spanning(table, row, index) : own
  const heading = above === '' || above === below ? below : `${above} ${below}`
  return {
    heading: above === below ? below : [above, below].filter(Boolean).join(' / '),
    key: headingOf(heading, below),
  }
}

/** “Phí, lệ phí / Lệ phí” is the part below, “Mức độ / 3” needs both. */
function headingOf(both: string, below: string): ColumnKey | undefined {
  const special = headingKey(below)
  const whole = headingKey(both)
  if (whole?.startsWith('level:')) return whole
  return special ?? whole
}

/** The heading on the left that reaches over this column: a CSV leaves the merged cells empty. */
function spanning(table: Table, row: number, index: number): string {
  for (let left = index - 1; left >= 0; left -= 1) {
    const { text } = cellOf(table, row, left)
    if (text !== '') return cellOf(table, row + 1, left).text === '' ? '' : text
  }
  return ''
}

/** Whether the row below names parts of these columns: the columns that are not parted are empty there. */
function isSplit(table: Table, row: number): boolean {
  const above = (table.rows[row] ?? []).slice(0, widestHead)
  const below = (table.rows[row + 1] ?? []).slice(0, widestHead)
  if (below.some(({ text }) => codeInside.test(text))) return false
  // A title that spans the sheet has the whole head below it.
  if (countHeadings(above.map(({ text }) => text)) < 2) return false
  const whole = above.filter(({ text }, index) => {
    const key = headingKey(text)
    const isMain = key === 'code' || key === 'title' || key === 'number'
    return isMain && ownText(table, row + 1, index) !== ''
  })
  if (whole.length > 0) return false
  const parts = below.filter(({ text, mergedWith }) => text !== '' && mergedWith === undefined && text.length < 60)
  const reaches = below.some(
    ({ text }, index) => text !== '' && cellOf(table, row, index).text === '' && spanning(table, row, index) !== '',
  )
  return parts.length > 1 && reaches
}

function ownText(table: Table, row: number, column: number): string {
  const cell = cellOf(table, row, column)
  return cell.mergedWith === undefined ? cell.text : ''
}

/** How many columns a row names. Letters name those of any row, so they alone make no head of it. */
function weight(head: Head, mappings: readonly Mapping[]): number {
  const known = head.columns.filter(({ key }) => key !== undefined && key !== 'number')
  const named = known.some(
    ({ heading }) => headingKey(heading) !== undefined || mappings.some(({ column }) => sameHeading(heading, column)),
  )
  return isEnough(head) && named ? known.length : 0
}

/** A list of procedures has codes or titles and at least one thing more. */
function isEnough({ columns }: Head): boolean {
  const keys = new Set(columns.map(({ key }) => key).filter(key => key !== undefined))
  return (keys.has('title') || keys.has('code')) && keys.size > 1
}

/** No row names the columns: the letters that the user gave must do. */
function byLetters(table: Table, mappings: readonly Mapping[]): Head | undefined {
  const widest = table.rows.reduce((most, { length }) => Math.max(most, length), 0)
  const width = Math.min(widest, widestHead)
  const taken = new Set<ColumnKey>()
  const columns = Array.from({ length: width }, (_, index) =>
    takeKey({ index, heading: '', key: undefined }, mappings, taken),
  )
  return taken.size === 0 ? undefined : { rows: [], next: 0, columns }
}

function noHead({ source: { path } }: Table, head: Head | undefined): Failure {
  const found = head?.columns.flatMap(({ heading, key }) => (key === undefined ? [] : [`“${heading}”`])) ?? []
  const vi = found.length === 0 ? '' : ` (chỉ thấy: ${found.join(', ')})`
  const en = found.length === 0 ? '' : ` (only ${found.join(', ')})`
  return new Failure({
    vi: `Trong “${path}” không có dòng nào ghi tên các cột của danh mục thủ tục${vi}; cần cột tên thủ tục hoặc mã và ít nhất một cột khác. Có thể chỉ ra cột bằng --map "B=title"`,
    en: `No row of “${path}” names the columns of a list of procedures${en}; a title or a code and one more column are needed. Columns can be told by --map "B=title"`,
  })
}

function noColumn(name: string, { columns }: Head): Failure {
  const known = columns.flatMap(({ heading }) => (heading === '' ? [] : [`“${heading}”`])).join(', ')
  return new Failure({
    vi: `Không có cột “${name}” như --map ghi; các cột: ${known}`,
    en: `There is no column “${name}”, which --map names; the columns are: ${known}`,
  })
}

/** Reads `Tên cột=key`; undefined where it is not of that form, or the key is none. */
export function parseMapping(text: string): Mapping | undefined {
  const at = text.lastIndexOf('=')
  const column = text.slice(0, Math.max(at, 0)).trim()
  const key = text.slice(at + 1).trim()
  if (column === '') return undefined
  if (key === '-') return { column, key }
  const known = columnKeys.find(name => name === key)
  return known === undefined ? undefined : { column, key: known }
}
