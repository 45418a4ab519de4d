import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeWorkbook, { type Sheet, type SheetData } from 'write-excel-file/universal'

/** A workbook of one sheet, or of several; `change` may rewrite the XML of the first, and that of its relations. */
export async function workbook(
  data: SheetData | readonly Sheet<Blob>[],
  change?: (xml: string, part: 'sheet' | 'relations') => string,
): Promise<Uint8Array> {
  const several = data.length > 0 && !Array.isArray(data[0])
  const sheets = several ? (data as Sheet<Blob>[]) : [{ data: data as SheetData, sheet: 'Bảng' }]
  const blob = await writeWorkbook(sheets).toBlob()
  const bytes = new Uint8Array(await blob.arrayBuffer())
  if (change === undefined) return bytes
  const files = unzipSync(bytes)
  for (const [name, part] of [
    ['xl/worksheets/sheet1.xml', 'sheet'],
    ['xl/worksheets/_rels/sheet1.xml.rels', 'relations'],
  ] as const) {
    files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array()), part))
  }
  return zipSync(files)
}
