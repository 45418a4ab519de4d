import writeWorkbook, { type CellObject, type SheetData } from 'write-excel-file/universal'
import type { Finding, Severity } from '../finding.js'
import { type Cell, cellOf, type Table } from '../import/table.js'
import type { Locale } from '../locale.js'
import { cellAt, placeName } from '../source.js'
import { severityNames } from '../wording.js'
import { type CellComment, cellComments } from './cell-comments.js'
import { steadyZip } from './steady-zip.js'

/** As Excel colours “bad”, “neutral” and notes. */
const colours: Readonly<Record<Severity, string>> = { error: '#FFC7CE', warning: '#FFEB9C', info: '#DDEBF7' }
const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

/** What a column may be wide, in characters. */
const narrowest = 6
const widest = 60

/**
 * The sheet as it was read, as a workbook: the cells with findings are coloured by the worst of them and bear a comment with
 * all; a second sheet lists them. Texts stay texts: no code becomes a number, nothing becomes a formula.
 */
export async function markedSheet(table: Table, findings: readonly Finding[], lang: Locale): Promise<Uint8Array> {
  const own = findings.filter(({ at }) => at.source === table.source)
  const byCell = new Map<number, Finding[]>()
  for (const finding of own) {
    const there = byCell.get(finding.at.start)
    if (there === undefined) byCell.set(finding.at.start, [finding])
    else there.push(finding)
  }
  const comments: CellComment[] = [...byCell].map(([offset, list]) => ({
    ...cellAt(offset),
    text: commentText(list, lang),
  }))
  const workbook = writeWorkbook(
    [
      { data: cells(table, byCell), columns: widths(table), sheet: sheetName(table, lang) },
      {
        data: listing(findings, lang),
        columns: [{ width: 10 }, { width: 12 }, { width: 100 }, { width: 32 }],
        sheet: listName[lang],
        stickyRowsCount: 1,
      },
    ],
    comments.length === 0 ? {} : { features: [cellComments<Blob>(comments)] },
  )
  return steadyZip(new Uint8Array(await (await workbook.toBlob()).arrayBuffer()))
}

function cells(table: Table, byCell: ReadonlyMap<number, readonly Finding[]>): SheetData {
  const worst = new Map<string, Severity>()
  let rows = table.rows.length
  let columns = table.rows.reduce((most, { length }) => Math.max(most, length), 0)
  for (const [offset, list] of byCell) {
    const { row, column } = cellAt(offset)
    rows = Math.max(rows, row + 1)
    columns = Math.max(columns, column + 1)
    worst.set(`${row} ${column}`, worstOf(list))
  }
  const spans = spansOf(table)
  return Array.from({ length: rows }, (_, row) => {
    // A title alone in its row reaches over the columns on its right, as it does in the sheet.
    const alone = (table.rows[row] ?? []).filter(({ text }) => text !== '').length === 1
    return Array.from({ length: columns }, (_, column) => {
      const cell = cellOf(table, row, column)
      const severity = worst.get(`${row} ${column}`)
      const span = spans.get(`${row} ${column}`) ?? {}
      if (severity === undefined) return cell.text === '' ? null : { ...plain(cell, !alone), ...span }
      return { ...plain(cell, !alone), ...span, backgroundColor: colours[severity] }
    })
  })
}

/** How far the merged cells reach. */
function spansOf({ rows }: Table): ReadonlyMap<string, { readonly columnSpan: number; readonly rowSpan: number }> {
  const spans = new Map<string, { columnSpan: number; rowSpan: number }>()
  for (const [row, cells] of rows.entries()) {
    for (const [column, { mergedWith, text }] of cells.entries()) {
      if (mergedWith === undefined || text !== '') continue
      const key = `${mergedWith.row} ${mergedWith.column}`
      const { columnSpan = 1, rowSpan = 1 } = spans.get(key) ?? {}
      spans.set(key, {
        columnSpan: Math.max(columnSpan, column - mergedWith.column + 1),
        rowSpan: Math.max(rowSpan, row - mergedWith.row + 1),
      })
    }
  }
  return spans
}

function plain(cell: Cell, wrap: boolean): CellObject {
  const number = cell.kind === 'number' ? Number(cell.text) : Number.NaN
  const style = { wrap, alignVertical: 'top' } as const
  return Number.isFinite(number)
    ? { value: number, type: Number, ...style }
    : { value: cell.text, type: String, ...style }
}

function worstOf(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { severity }) => (weights[severity] > weights[worst] ? severity : worst),
    'info',
  )
}

function commentText(findings: readonly Finding[], lang: Locale): string {
  return findings
    .map(({ severity, message, fix }) => {
      const name = severityNames[severity][lang]
      const mended = fix === undefined ? '' : `\n→ ${fix.title[lang]}`
      return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${message[lang]}${mended}`
    })
    .join('\n\n')
}

function widths({ rows }: Table): { readonly width: number }[] {
  const longest: number[] = []
  for (const row of rows.slice(0, 200)) {
    for (const [column, { text }] of row.entries()) {
      const length = text.split('\n').reduce((most, line) => Math.max(most, line.length), 0)
      // A title over the whole table must not widen its first column.
      const alone = row.filter(cell => cell.text !== '').length === 1
      if (!alone) longest[column] = Math.max(longest[column] ?? 0, length)
    }
  }
  return Array.from(longest, length => ({ width: Math.min(widest, Math.max(narrowest, (length ?? 0) + 2)) }))
}

const listName = { vi: 'Cần sửa', en: 'To mend' }
const headings: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Ô', 'Mức', 'Nội dung', 'Quy tắc'],
  en: ['Cell', 'Severity', 'What is wrong', 'Rule'],
}

function listing(findings: readonly Finding[], lang: Locale): SheetData {
  const head = headings[lang].map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }))
  const rows = findings.map(({ at, severity, message, rule }) =>
    [placeName(at), severityNames[severity][lang], message[lang], rule].map(
      (value): CellObject => ({ value, type: String, wrap: true, alignVertical: 'top' }),
    ),
  )
  return [head, ...rows]
}

/** As the workbook calls it, where that is a name and not that of our list. */
function sheetName({ source }: Table, lang: Locale): string {
  const name = source.sheet?.name ?? ''
  const fits = name !== '' && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name) && name !== listName[lang]
  return fits ? name : { vi: 'Bảng', en: 'Sheet' }[lang]
}
