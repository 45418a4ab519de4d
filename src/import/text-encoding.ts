import { countForeignWords, type MisreadEncoding, misread, reread } from '../catalog/misread.js'
import type { Cell, Row, TextEncoding } from './table.js'

export interface ReadText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** Enough words to tell the tables apart. */
const sampleLength = 200_000

/**
 * The text of a file that Excel, or a program of before Unicode, may have written: a byte order mark decides, then whether
 * the bytes are UTF-8, then in which of the old tables of letters the words make Vietnamese syllables.
 */
export function readText(bytes: Uint8Array): ReadText {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined)
    return { text: decodeAs(utf16 === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be', bytes), encoding: utf16 }
  const utf8 = decodeAs('utf-8', bytes)
  if (isUtf8(utf8)) return { text: utf8, encoding: 'UTF-8' }
  const western = decodeAs('windows-1252', bytes)
  const encoding = oldTableOf(western.slice(0, sampleLength))
  return { text: encoding === 'windows-1252' ? western : reread(western, encoding), encoding }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** By its mark or, without one, by every other byte being zero, as the comma and the digits have it. */
function utf16Of(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE'
  const length = Math.min(bytes.length, 2000) & ~1
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const enough = length / 2 / 4
  if (length < 4 || Math.max(even, odd) <= enough) return undefined
  return odd > even ? 'UTF-16 LE' : 'UTF-16 BE'
}

/** A byte or two that went wrong among many letters make no other encoding of it: they show as U+FFFD, which a finding names. */
function isUtf8(decoded: string): boolean {
  const wrong = decoded.match(/\uFFFD/g)?.length ?? 0
  if (wrong === 0) return true
  const right = decoded.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return right > wrong * 20
}

const oldTables = ['windows-1258', 'TCVN3', 'VNI'] as const

function oldTableOf(western: string): 'windows-1252' | (typeof oldTables)[number] {
  let best: ReturnType<typeof oldTableOf> = 'windows-1252'
  let fewest = countForeignWords(western)
  for (const encoding of oldTables) {
    const foreign = countForeignWords(reread(western, encoding))
    if (foreign >= fewest) continue
    best = encoding
    fewest = foreign
  }
  return best
}

export interface ConvertedRows {
  readonly rows: readonly Row[]
  readonly converted?: { readonly encoding: MisreadEncoding; readonly cells: number }
}

/**
 * The rows with the cells put right that were written in a font of before Unicode (.VnTime, VNI-Times), or read with the wrong
 * table on their way here. What has two readings follows the rest of the sheet; what has none stays for a finding to name.
 */
export function convertCells(rows: readonly Row[]): ConvertedRows {
  const encoding = mostOf(rows)
  if (encoding === undefined) return { rows }
  let cells = 0
  const converted = rows.map(row =>
    row.map(cell => {
      const text = convertedText(cell, encoding)
      if (text === undefined) return cell
      cells += 1
      return { ...cell, text }
    }),
  )
  return cells === 0 ? { rows } : { rows: converted, converted: { encoding, cells } }
}

function mostOf(rows: readonly Row[]): MisreadEncoding | undefined {
  const votes = new Map<MisreadEncoding, number>()
  for (const row of rows) {
    for (const { text } of row) {
      const found = misread(text)
      if (found?.text !== undefined) votes.set(found.encoding, (votes.get(found.encoding) ?? 0) + 1)
    }
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function convertedText({ text }: Cell, encoding: MisreadEncoding): string | undefined {
  const found = misread(text)
  if (found === undefined) return undefined
  // The mark of a file that was read as windows-1252 became part of its first cell.
  if (found.text !== undefined || encoding === 'UTF-8') return found.text?.replace(/^\uFEFF/, '')
  const meant = reread(text, encoding)
  return meant !== text && countForeignWords(meant) === 0 ? meant : undefined
}
