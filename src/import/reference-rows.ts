import { parseCode, repairCode } from '../catalog/code.js'
import { type ReferenceEntry, type ReferenceKey, referenceEntry } from '../catalog/reference-list.js'
import { fold } from '../catalog/vietnamese.js'
import { Failure } from '../failure.js'

/** How a column may be called, folded: our own names, those of the national portal, those of publication decisions. */
const headings: Readonly<Record<ReferenceKey, readonly string[]>> = {
  code: ['code', 'ma so', 'ma', 'ma tthc', 'ma so tthc', 'ma thu tuc', 'ma thu tuc hanh chinh', 'ma so thu tuc'],
  title: ['title', 'ten', 'ten tthc', 'ten thu tuc', 'ten thu tuc hanh chinh'],
  field: ['field', 'linh vuc'],
  replacedBy: ['replacedby', 'duoc thay bang', 'ma thay the', 'thay the bang'],
  replacedFrom: ['replacedfrom', 'thay tu ngay'],
  source: ['source', 'nguon'],
  asOf: ['asof', 'ngay cap nhat', 'cap nhat ngay'],
}

/** The portal puts one line above the head, a decision a few more. */
const furthestHead = 20

/** The entries of a sheet, from the row on that names its columns. Throws a Failure where no row does. */
export function referenceEntries(path: string, rows: readonly (readonly string[])[]): readonly ReferenceEntry[] {
  const { columns, next } = findHead(path, rows)
  const entries = rows.slice(next).flatMap(row => {
    const entry = entryOf(row, columns)
    return entry === undefined ? [] : [entry]
  })
  if (entries.length > 0) return entries
  throw new Failure({
    vi: `Danh sách đối chiếu “${path}” không có dòng nào vừa có mã thủ tục, vừa có tên`,
    en: `No row of the reference list “${path}” holds both a procedure code and a title`,
  })
}

type Columns = ReadonlyMap<ReferenceKey, number>

function findHead(path: string, rows: readonly (readonly string[])[]): { columns: Columns; next: number } {
  const heads = rows.slice(0, furthestHead).map((row, index) => ({ columns: columnsOf(row), next: index + 1 }))
  const head = heads.find(({ columns }) => columns.has('code') && columns.has('title'))
  if (head !== undefined) return head
  const hasCode = heads.some(({ columns }) => columns.has('code'))
  const hasTitle = heads.some(({ columns }) => columns.has('title'))
  throw missingColumns(path, !hasCode || hasTitle, !hasTitle || hasCode)
}

/** Which of the columns that we know a row names. */
function columnsOf(row: readonly string[]): Columns {
  const columns = new Map<ReferenceKey, number>()
  for (const [index, cell] of row.entries()) {
    const heading = fold(cell)
    for (const [key, names] of Object.entries(headings) as [ReferenceKey, readonly string[]][])
      if (names.includes(heading) && !columns.has(key)) columns.set(key, index)
  }
  return columns
}

function missingColumns(path: string, code: boolean, title: boolean): Failure {
  const vi = [code && '“Mã số” (code)', title && '“Tên” (title)'].filter(Boolean).join(' và cột ')
  const en = [code && '“code” (Mã số)', title && '“title” (Tên)'].filter(Boolean).join(' and the column ')
  return new Failure({
    vi: `Danh sách đối chiếu “${path}” thiếu cột ${vi}; dòng đầu bảng phải ghi tên các cột`,
    en: `The reference list “${path}” lacks the column ${en}; a row above the data must name the columns`,
  })
}

function entryOf(row: readonly string[], columns: Columns): ReferenceEntry | undefined {
  const text = (key: ReferenceKey) => cellText(row[columns.get(key) ?? -1] ?? '')
  const code = wholeCode(text('code'))
  const title = text('title')
  if (code === undefined || title === '') return undefined
  const replacedBy = wholeCode(text('replacedBy')) ?? ''
  const others = {
    field: text('field'),
    replacedFrom: text('replacedFrom'),
    source: text('source'),
    asOf: text('asOf'),
  }
  return referenceEntry({ code, title, replacedBy, ...others })
}

function cellText(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The portal's part of a code. A spreadsheet makes 1.00101, 1,00101 or 1001010 of 1.001010: there are always six digits. */
function wholeCode(text: string): string | undefined {
  const [, whole, decimals] = /^([1-9])[.,](\d{3,5})$/.exec(text) ?? []
  const code = decimals === undefined ? text : `${whole}.${decimals.padEnd(6, '0')}`
  return parseCode(repairCode(code) ?? code)?.base
}
