import { parse } from 'csv-parse/sync'
import { unguardedCell } from '../catalog/csv-guard.js'
import { baseHeading } from '../catalog/exported-marks.js'
import { type SheetUse, sheetUses } from '../catalog/sheet-use.js'
import { Failure } from '../failure.js'
import { csvOptions } from './csv.js'
import type { ExportedBook } from './exported.js'
import { exportedSheet, tidied } from './exported-table.js'
import { notExported } from './exported-xlsx.js'

/** Reads a CSV that `tthc export` wrote, whichever program saved it last. Throws a Failure where it is none. */
export function readExportedCsv(path: string, bytes: Uint8Array): ExportedBook {
  const rows = rowsOf(path, textOf(path, bytes))
  const heads = (rows[0] ?? []).map(heading => ownHeading.exec(heading.trim()))
  const own = heads.flatMap((match, column) =>
    match === null ? [] : [{ column, number: Number(match[1]), text: match[2] ?? '' }],
  )
  own.sort((a, b) => a.number - b.number)
  const meta = unpacked(own.map(({ text }) => text).join(''))
  if (!isMeta(meta)) throw notExported(path)
  const base = new Map<string, ReadonlyMap<string, string>>(meta.rows.map(([reference]) => [reference, new Map()]))
  const packed = (row: readonly string[]) => own.map(({ column }) => row[column]?.trim() ?? '').join('')
  const read = (row: readonly string[]) => unpacked(packed(row))
  for (const row of rows) {
    const record = read(row)
    if (!isRow(record)) continue
    base.set(record[0], new Map(Object.entries(record[1]).map(([key, text]) => [key, tidied(text)])))
  }
  const sheet = exportedSheet({
    use: meta.use,
    rows: rows.map((row, at) => (at === 0 ? row : row.map(unguardedCell))),
    base,
    fingerprints: new Map(meta.rows),
    own: new Set(own.map(({ column }) => column)),
    reference: row => {
      const record = read(row)
      return isRow(record) ? record[0] : undefined
    },
    isDamaged: row => packed(row) !== '' && !isRow(read(row)),
  })
  if (sheet.unknown.some(({ heading }) => heading.includes('?')) || hasLostLetters(sheet.rows, base))
    throw lostLetters(path)
  return { path, sheets: [sheet] }
}

const ownHeading = new RegExp(`^${baseHeading}(\\d+)(?: (\\S+))?$`)

/** Whichever separator the last program wrote: the right one is that which finds our columns. */
function rowsOf(path: string, text: string): string[][] {
  for (const delimiter of [',', ';', '\t']) {
    try {
      const rows: string[][] = parse(text, { ...csvOptions, delimiter })
      if (rows[0]?.some(heading => ownHeading.test(heading.trim()))) return rows
    } catch {
      // Not with this separator.
    }
  }
  throw notExported(path)
}

function textOf(path: string, bytes: Uint8Array): string {
  // “Unicode Text” of Excel is UTF-16.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Failure({
      vi: `“${path}” không được lưu bằng UTF-8 nên chữ Việt có thể đã sai; lưu lại với kiểu “CSV UTF-8”, hoặc dùng bản .xlsx`,
      en: `“${path}” was not saved as UTF-8, so its letters cannot be trusted; save it as “CSV UTF-8”, or use the .xlsx`,
    })
  }
}

/** Excel’s plain “CSV” writes a question mark for every letter that the code page lacks. Nobody types that by hand. */
function hasLostLetters(
  rows: ReturnType<typeof exportedSheet>['rows'],
  base: ReadonlyMap<string, ReadonlyMap<string, string>>,
): boolean {
  return rows.some(({ reference, cells }) =>
    Array.from(base.get(reference ?? '') ?? []).some(([key, before]) => {
      const now = cells.get(key)
      if (now === undefined || now === before || !now.includes('?') || now.length !== before.length) return false
      return now.split('').every((sign, at) => sign === before[at] || (sign === '?' && (before[at] ?? '') > '\u007f'))
    }),
  )
}

function lostLetters(path: string): Failure {
  return new Failure({
    vi: `“${path}” đã mất chữ Việt (thay bằng dấu “?”) khi lưu; mở lại bản xuất, lưu với kiểu “CSV UTF-8”, hoặc dùng bản .xlsx`,
    en: `“${path}” has lost its Vietnamese letters (question marks stand for them); save it as “CSV UTF-8”, or use the .xlsx`,
  })
}

function unpacked(text: string): unknown {
  if (!text.startsWith('b')) return undefined
  try {
    return JSON.parse(Buffer.from(text.slice(1), 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function isMeta(
  value: unknown,
): value is { readonly use: SheetUse; readonly rows: readonly (readonly [string, string])[] } {
  const { use, rows } = (value ?? {}) as { use?: unknown; rows?: unknown }
  return (
    sheetUses.some(known => known === use) &&
    Array.isArray(rows) &&
    rows.every(row => Array.isArray(row) && row.length === 2 && row.every(part => typeof part === 'string'))
  )
}

function isRow(value: unknown): value is readonly [string, Readonly<Record<string, string>>] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false
  const cells: unknown = value[1]
  return typeof cells === 'object' && cells !== null && Object.values(cells).every(text => typeof text === 'string')
}
