import { type Options, parse } from 'csv-parse/sync'
import { Failure } from '../failure.js'
import { countHeadings } from './headings.js'
import { makeTable, mostCells, mostRows, type Row, type Table, textCell, tooManyCells } from './table.js'
import { convertCells, readText } from './text-encoding.js'

/** Told how much of the text has been read, 0 to 1. */
export type Step = (share: number) => void

/** Reads a CSV in any encoding and with any of the usual separators. Throws a Failure where it cannot be taken apart. */
export function readCsv(path: string, bytes: Uint8Array, step: Step = () => {}): Table {
  const { text: whole, encoding } = readText(bytes)
  const { text, delimiter } = separated(whole)
  const { rows, converted } = convertCells(rowsOf(path, text, delimiter, step))
  return makeTable(path, rows, { kind: 'csv', encoding, delimiter, ...(converted !== undefined && { converted }) })
}

const delimiters = [',', ';', '\t', '|'] as const
const sampleLength = 100_000

/** Excel takes a first line `sep=;` for an order and does not show it. */
function separated(text: string): { readonly text: string; readonly delimiter: string } {
  const [line, ordered] = /^sep=(.)\r?\n/i.exec(text) ?? []
  if (line !== undefined && ordered !== undefined) return { text: text.slice(line.length), delimiter: ordered }
  return { text, delimiter: delimiterOf(text) }
}

/** The sign that makes out most headings that we know, else the one that makes rows of equal length. */
function delimiterOf(text: string): string {
  const whole = text.length <= sampleLength
  const end = whole ? text.length : Math.max(text.lastIndexOf('\n', sampleLength), 1)
  const sample = text.slice(0, end)
  const scores = delimiters.map(delimiter => ({ delimiter, ...score(sample, delimiter) }))
  return scores.reduce((best, other) => (isBetter(other, best) ? other : best)).delimiter
}

interface Score {
  readonly headings: number
  /** Rows that have as many cells as most rows have, where that is more than one. */
  readonly even: number
}

function isBetter(a: Score, b: Score): boolean {
  return a.headings === b.headings ? a.even > b.even : a.headings > b.headings
}

function score(sample: string, delimiter: string): Score {
  const rows = parsed(sample, delimiter) ?? []
  const lengths = new Map<number, number>()
  for (const { length } of rows) if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1)
  return { headings: Math.max(0, ...rows.slice(0, 40).map(countHeadings)), even: Math.max(0, ...lengths.values()) }
}

function parsed(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { ...csvOptions, delimiter })
  } catch {
    return undefined
  }
}

/** Empty lines are rows: without them every place below would be wrong. */
export const csvOptions = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
} satisfies Options

/** How often to say how far the reading is. */
const rowsPerStep = 1000

function rowsOf(path: string, text: string, delimiter: string, step: Step): Row[] {
  const rows: Row[] = []
  let cells = 0
  try {
    parse(text, {
      ...csvOptions,
      delimiter,
      on_record(record: string[], { bytes }) {
        cells += record.length
        if (rows.length >= mostRows || cells > mostCells) throw tooManyCells(path)
        rows.push(record.map(unguarded))
        // Bytes are counted in UTF-8, the text in UTF-16: near enough for a bar.
        if (rows.length % rowsPerStep === 0) step(Math.min(1, bytes / (text.length * 1.3)))
        return null
      },
    })
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(path, error)
  }
  step(1)
  return rows
}

/**
 * A cell without what keeps spreadsheets from making a number or a formula of it: `="1.001010"`, and an apostrophe before
 * a sign that would begin a formula.
 */
function unguarded(text: string): Row[number] {
  const [, constant] = /^\s*="([^"]*)"\s*$/.exec(text) ?? []
  return textCell(constant ?? text.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))
}

function unreadable(path: string, error: unknown): Failure {
  const { code, lines, message } = error as { code?: string; lines?: number; message?: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new Failure({
      vi: `Bảng “${path}” có một ô mở bằng dấu nháy kép mà không đóng, kéo dài đến cuối tệp (dòng ${lines}); mở bằng Excel, tìm ô đó và lưu lại`,
      en: `A cell of “${path}” opens with a double quote that is never closed (up to line ${lines}); find it in a spreadsheet and save again`,
    })
  }
  return new Failure({
    vi: `“${path}” không phải bảng CSV đọc được: ${message ?? String(error)}`,
    en: `“${path}” is no CSV that can be read: ${message ?? String(error)}`,
  })
}
