import readWorkbook from 'read-excel-file/universal'
import { baseSheet, bookMark, referenceHeading } from '../catalog/exported-marks.js'
import { type SheetUse, sheetUses } from '../catalog/sheet-use.js'
import { Failure } from '../failure.js'
import type { ExportedBook, ExportedSheet } from './exported.js'
import { exportedSheet, tidied } from './exported-table.js'
import { openWorkbook, unreadable } from './xlsx-parts.js'

/** Reads a workbook that `tthc export` wrote, whichever program saved it last. Throws a Failure where it is none. */
export async function readExportedXlsx(path: string, bytes: Uint8Array): Promise<ExportedBook> {
  const sheets = await sheetsOf(path, bytes)
  const base = sheets.find(({ name }) => name === baseSheet)?.rows ?? []
  if (base[0]?.[0] !== bookMark[0]) throw notExported(path)
  if (base[0]?.[1] !== bookMark[1]) throw otherVersion(path)
  const bases = basesOf(base)
  const found = sheetUses.flatMap((use): ExportedSheet[] => {
    const own = bases.get(use)
    const sheet = sheets.find(({ name }) => name === own?.title)
    if (own === undefined || sheet === undefined) return []
    const column = sheet.rows[0]?.findIndex(text => text.trim() === referenceHeading) ?? -1
    if (column === -1) throw noReferences(path, sheet.name)
    return [
      exportedSheet({
        use,
        name: sheet.name,
        rows: sheet.rows,
        base: own.rows,
        own: new Set([column]),
        reference: row => row[column]?.trim() || undefined,
      }),
    ]
  })
  return { path, sheets: found }
}

interface TextSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

async function sheetsOf(path: string, bytes: Uint8Array): Promise<readonly TextSheet[]> {
  // Refuses what would not fit into memory.
  openWorkbook(path, bytes)
  try {
    // Its types call a Date a DateConstructor.
    const sheets = (await readWorkbook(new Uint8Array(bytes).buffer, {
      trim: false,
      parseNumber: text => text as unknown as number,
    })) as unknown as readonly { sheet: string; data: readonly (readonly unknown[])[] }[]
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(textOf)) }))
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** A day that was typed into a cell that is no text any more arrives as a Date; a number as its digits. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return String(value)
}

interface Base {
  readonly title: string
  readonly keys: readonly string[]
  readonly rows: Map<string, ReadonlyMap<string, string>>
}

function basesOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, Base> {
  const bases = new Map<string, Base>()
  for (const [mark, use = '', name = '', ...cells] of rows) {
    if (mark === 'sheet') bases.set(use, { title: name, keys: cells, rows: new Map() })
    if (mark !== 'row') continue
    const base = bases.get(use as SheetUse)
    const texts = cells.flatMap((text, at): [string, string][] => {
      const key = base?.keys[at]
      return key === undefined || tidied(text) === '' ? [] : [[key, tidied(text)]]
    })
    base?.rows.set(name, new Map(texts))
  }
  return bases
}

export function notExported(path: string): Failure {
  return new Failure({
    vi: `“${path}” không phải bảng do tthc export ghi (hoặc các trang, cột ẩn đã bị xóa) nên không biết ô nào đã sửa; xuất bảng mới bằng tthc export rồi sửa trên đó`,
    en: `“${path}” was not written by tthc export (or its hidden sheets or columns were deleted), so nobody can tell what was changed; make a new one with tthc export and correct that`,
  })
}

function otherVersion(path: string): Failure {
  return new Failure({
    vi: `“${path}” do một bản tthc khác ghi; xuất lại bảng bằng bản đang dùng`,
    en: `“${path}” was written by another version of tthc; export it again with this one`,
  })
}

function noReferences(path: string, sheet: string): Failure {
  return new Failure({
    vi: `Trang “${sheet}” của “${path}” đã mất cột ẩn “${referenceHeading}” nên không biết dòng nào là thủ tục nào; xuất bảng mới rồi sửa trên đó`,
    en: `The sheet “${sheet}” of “${path}” has lost its hidden column “${referenceHeading}”, so nobody can tell its rows apart; make a new export and correct that`,
  })
}
