import { stringify } from 'csv-stringify/sync'
import { guardedCell } from '../catalog/csv-guard.js'
import { baseHeading } from '../catalog/exported-marks.js'
import type { SheetView } from '../views/record-book.js'
import type { CsvOptions } from './csv.js'

/** csv-stringify puts quotes around its own line end only, but every line end begins a row. */
const layout = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }

/** A cell of Excel holds 32,767 letters. */
const chunk = 30_000
/**
 * One kind of records as CSV. For Excel (not `plain`): a byte order mark, CRLF, guards, and behind the last column what was
 * exported, so that `tthc import --update` can tell what has been changed. As letters and digits that no spreadsheet
 * touches: base64url of JSON.
 */
export function renderRecordCsv({ use, columns, rows }: SheetView, { delimiter, plain }: CsvOptions): string {
  const headings = columns.map(({ heading }) => heading)
  if (plain) {
    const keys = columns.map(({ key }) => key)
    return stringify([keys, ...rows.map(({ cells }) => cells)], { delimiter, ...layout })
  }
  const meta = chunks({ use, rows: rows.map(({ reference, fingerprint }) => [reference, fingerprint]) })
  const bases = rows.map(({ reference, cells }) =>
    chunks([reference, Object.fromEntries(columns.flatMap(({ key }, at) => (cells[at] ? [[key, cells[at]]] : [])))]),
  )
  const width = Math.max(meta.length, ...bases.map(({ length }) => length))
  const padded = (parts: readonly string[]) => Array.from({ length: width }, (_, at) => parts[at] ?? '')
  const table = [
    [...headings, ...padded(meta).map((part, at) => `${baseHeading}${at + 1} ${part}`.trim())],
    ...rows.map(({ cells }, at) => [...cells.map(guardedCell), ...padded(bases[at] ?? [])]),
  ]
  return stringify(table, { bom: true, delimiter, ...layout })
}

/** A letter first: nothing takes it for a number. */
function chunks(value: unknown): string[] {
  const text = `b${Buffer.from(JSON.stringify(value)).toString('base64url')}`
  return Array.from({ length: Math.ceil(text.length / chunk) }, (_, at) => text.slice(at * chunk, (at + 1) * chunk))
}
