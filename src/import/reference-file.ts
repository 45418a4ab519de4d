import { decode } from '../catalog/encoding.js'
import type { ReferenceEntry } from '../catalog/reference-list.js'
import { Failure } from '../failure.js'

/** The entries of a list that the user gives: CSV, or XLSX, told apart by what is in the file. Throws a Failure. */
export async function readReferenceFile(path: string, bytes: Uint8Array): Promise<readonly ReferenceEntry[]> {
  if (isOld(bytes)) throw oldWorkbook(path)
  if (isZip(bytes)) {
    const { readReferenceXlsx } = await import('./reference-xlsx.js')
    return readReferenceXlsx(path, bytes)
  }
  const { source, findings } = decode(path, bytes)
  const [unread] = findings
  if (unread !== undefined) {
    throw new Failure({
      vi: `Không đọc được danh sách đối chiếu “${path}”. ${unread.message.vi}`,
      en: `The reference list “${path}” cannot be read. ${unread.message.en}`,
    })
  }
  const { readReferenceCsv } = await import('./reference-csv.js')
  return readReferenceCsv(path, source.text)
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
    vi: `Danh sách đối chiếu “${path}” là bảng tính .xls đời cũ; mở bằng Excel và lưu thành .xlsx hoặc CSV UTF-8`,
    en: `The reference list “${path}” is an .xls workbook of old; open it in Excel and save it as .xlsx or CSV UTF-8`,
  })
}
