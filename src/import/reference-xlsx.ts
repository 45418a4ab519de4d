import { readSheet } from 'read-excel-file/universal'
import type { ReferenceEntry } from '../catalog/reference-list.js'
import { Failure } from '../failure.js'
import { referenceEntries } from './reference-rows.js'

/** The entries of a reference list in the first sheet of a workbook, such as the list that the national portal exports. */
export async function readReferenceXlsx(path: string, bytes: Uint8Array): Promise<readonly ReferenceEntry[]> {
  return referenceEntries(path, await rowsOf(path, bytes))
}

async function rowsOf(path: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  try {
    const rows = await readSheet(new Uint8Array(bytes).buffer)
    return rows.map(row => row.map(cellText))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Failure({
      vi: `Danh sách đối chiếu “${path}” không phải bảng tính .xlsx đọc được: ${reason}`,
      en: `The reference list “${path}” is no .xlsx workbook that can be read: ${reason}`,
    })
  }
}

/** A code kept as a number has lost its last zeros, and a day may come as a date. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}
