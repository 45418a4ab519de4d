import { parse } from 'csv-parse/sync'
import type { ReferenceEntry } from '../catalog/reference-list.js'
import { Failure } from '../failure.js'
import { columnsOf, furthestHead, referenceEntries } from './reference-rows.js'

/** The entries of a reference list in CSV, with or without a byte order mark. */
export function readReferenceCsv(path: string, text: string): readonly ReferenceEntry[] {
  return referenceEntries(path, rowsOf(path, text))
}

function rowsOf(path: string, text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Failure({
      vi: `Danh sách đối chiếu “${path}” không phải bảng CSV đọc được: ${reason}`,
      en: `The reference list “${path}” is no CSV that can be read: ${reason}`,
    })
  }
}

/** The sign that makes out most columns that we know. A Vietnamese Excel writes semicolons, and titles hold commas. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, furthestHead).map(line => line.replace(/["\uFEFF]/g, ''))
  const named = (sign: string) => Math.max(...lines.map(line => columnsOf(line.split(sign)).size))
  return [',', ';', '\t'].reduce((best, sign) => (named(sign) > named(best) ? sign : best))
}
