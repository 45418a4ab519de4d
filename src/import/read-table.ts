import { Failure } from '../failure.js'
import type { Step } from './csv.js'
import type { Table } from './table.js'

export interface TableOptions {
  /** The sheet of a workbook that is meant. */
  readonly sheet?: string
  /** Told how far the reading of a CSV is. */
  readonly step?: Step
}

/** A list of 50,000 rows has 15 MB. */
const largestFile = 64 * 1024 * 1024

/** Reads a sheet: a workbook or a CSV, told apart by what is in the file. Throws a Failure where it is neither. */
export async function readTable(path: string, bytes: Uint8Array, { sheet, step }: TableOptions = {}): Promise<Table> {
  if (bytes.length > largestFile) throw tooLarge(path, bytes.length)
  if (isOld(bytes)) throw oldWorkbook(path)
  if (isZip(bytes)) {
    const { readXlsx } = await import('./xlsx.js')
    return readXlsx(path, bytes, sheet)
  }
  const { readCsv } = await import('./csv.js')
  return readCsv(path, bytes, step)
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Excel 97 to 2003 */
function isOld(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

function oldWorkbook(path: string): Failure {
  return new Failure({
    vi: `“${path}” là bảng tính .xls đời cũ; mở bằng Excel và lưu thành .xlsx hoặc CSV UTF-8`,
    en: `“${path}” is an .xls workbook of old; open it in Excel and save it as .xlsx or CSV UTF-8`,
  })
}

function tooLarge(path: string, length: number): Failure {
  const size = Math.ceil(length / 1024 / 1024)
  const most = largestFile / 1024 / 1024
  return new Failure({
    vi: `“${path}” nặng ${size} MB, nhiều nhất đọc được ${most} MB`,
    en: `“${path}” has ${size} MB, at most ${most} MB are read`,
  })
}
