import type { BoardField, BoardView } from '../views/board.js'
import type { BoardRecord } from '../views/board-records.js'
import { wallBand, wallCell, wallCellFits } from './board-cell.js'
import { type Block, type Column, flow, nodesOf } from './board-flow.js'
import type { BoardNode } from './board-node.js'
import type { Paper } from './board-paper.js'
import {
  type Cell,
  codeFor,
  placeholderRevision,
  type QrTargets,
  type Sheet,
  sheetRevision,
  targetOf,
} from './board-sheet.js'
import { wallFoot, wallHead } from './board-wall-frame.js'

export interface WallOptions {
  readonly paper: Paper
  /** So many sheets side by side; without it as many as legible letters need. */
  readonly sheets: number | undefined
  /** Size of the smallest letters that can be read from where people stand, mm. */
  readonly leastSize: number
  readonly targets: QrTargets
}

/** How a list fills its sheets. */
export interface WallLayout {
  readonly size: number
  readonly sheets: number
  readonly columnsPerSheet: number
}

const mostColumns = 9
/** Letters beyond this are no easier to read, and a list of five would look like shouting. */
const largest = (paper: Paper) => Math.min(paper.width, paper.height) / 26

interface Measure {
  readonly margin: number
  readonly gutter: number
  readonly columnWidth: number
  readonly columnHeight: number
  readonly top: number
}

function measure(view: BoardView, paper: Paper, size: number, columns: number): Measure {
  const margin = Math.min(paper.width, paper.height) * 0.03
  const gutter = Math.max(1.4 * size, margin * 0.6)
  const top = wallHead(view, paper, size, { sheet: 1, sheets: 99, range: '' }).height + margin * 0.7
  const bottom = wallFoot(view, paper, size, placeholderRevision, { sheet: 99, sheets: 99 }).height + margin * 0.5
  return {
    margin,
    gutter,
    columnWidth: (paper.width - 2 * margin - (columns - 1) * gutter) / columns,
    columnHeight: paper.height - top - bottom,
    top,
  }
}

function blocks(
  view: BoardView,
  width: number,
  size: number,
  targets: QrTargets,
  revision: string,
): Block[] | undefined {
  const all: Block[] = []
  for (const field of view.fields) {
    const again = wallBand(field, width, size, true)
    all.push(wallBand(field, width, size, false))
    for (const [row, procedure] of field.procedures.entries()) {
      const code = codeFor(targetOf(procedure.address, procedure.view.onlineUrl, revision, targets))
      if (!wallCellFits(width, size, code)) return undefined
      all.push({ ...wallCell(procedure, width, size, code, row), head: again })
    }
  }
  return all
}

function columnsAt(
  view: BoardView,
  options: WallOptions,
  size: number,
  columns: number,
  revision = placeholderRevision,
) {
  const { columnWidth, columnHeight } = measure(view, options.paper, size, columns)
  if (columnHeight < 8 * size || columnWidth < 12 * size) return undefined
  const pieces = blocks(view, columnWidth, size, options.targets, revision)
  return pieces === undefined ? undefined : flow(pieces, () => columnHeight)
}

/** The largest letters with which the list fits, over all numbers of columns. Undefined where none are legible at any size. */
export function fitWall(view: BoardView, options: WallOptions): WallLayout | undefined {
  const sheets = options.sheets ?? sheetsNeeded(view, options)
  if (sheets === undefined) return undefined
  let best: WallLayout | undefined
  for (let columns = 1; columns <= mostColumns; columns += 1) {
    const fits = (size: number) => {
      const flowed = columnsAt(view, options, size, columns)
      return flowed !== undefined && flowed.length <= sheets * columns
    }
    let [low, high] = [best?.size ?? 1, largest(options.paper)]
    if (!fits(low)) continue
    if (fits(high)) low = high
    while (high - low > 0.02) {
      const middle = (low + high) / 2
      if (fits(middle)) low = middle
      else high = middle
    }
    // Rounded down, so that the size that was proven is the size that is printed.
    const size = Math.floor(low * 100) / 100
    if (best === undefined || size > best.size) best = { size, sheets, columnsPerSheet: columns }
  }
  return best
}

/** As many sheets of this paper as letters need that can be read. */
export function sheetsNeeded(view: BoardView, options: WallOptions): number | undefined {
  let fewest: number | undefined
  for (let columns = 1; columns <= mostColumns; columns += 1) {
    const flowed = columnsAt(view, options, options.leastSize, columns)
    if (flowed === undefined) continue
    const sheets = Math.ceil(flowed.length / columns)
    if (fewest === undefined || sheets < fewest) fewest = sheets
  }
  return fewest
}

export function wallSheets(view: BoardView, layout: WallLayout, options: WallOptions): Sheet[] {
  const { size, sheets, columnsPerSheet } = layout
  const { paper } = options
  const where = measure(view, paper, size, columnsPerSheet)
  const columns = columnsAt(view, options, size, columnsPerSheet) ?? []
  const began = new Set<string>()
  return Array.from({ length: Math.min(sheets, Math.ceil(columns.length / columnsPerSheet)) }, (_, index) => {
    const own = columns.slice(index * columnsPerSheet, (index + 1) * columnsPerSheet)
    const shows = recordsOf(view, own)
    const revision = sheetRevision(shows, view)
    // Once more with codes that carry the revision: they are as long as those that were measured.
    const drawn = (columnsAt(view, options, size, columnsPerSheet, revision) ?? []).slice(
      index * columnsPerSheet,
      (index + 1) * columnsPerSheet,
    )
    const place = { sheet: index + 1, sheets, range: rangeOf(view, own) }
    const head = wallHead(view, paper, size, place)
    const foot = wallFoot(view, paper, size, revision, place)
    const body: BoardNode[] = []
    const cells: Cell[] = []
    for (const [column, flowed] of drawn.entries()) {
      const x = where.margin + column * (where.columnWidth + where.gutter)
      body.push(...nodesOf(flowed, x, where.top))
      for (const [row, { block, y }] of flowed.placed.entries()) {
        if (block.key === undefined) continue
        const box = { x, y: where.top + y, width: where.columnWidth, height: block.height }
        const continued = row === 0 && block.gap > 0 && began.has(block.key)
        began.add(block.key)
        cells.push({ key: block.key, page: 1, column: column + 1, row: row + 1, continued, box })
      }
    }
    cells.push({ key: 'revision', page: 1, column: 1, row: 0, continued: false, box: foot.code })
    return {
      kind: 'wall',
      subject: String(index + 1),
      title: sheets === 1 ? 'Bảng lớn' : `Bảng lớn, tờ ${index + 1}`,
      shows,
      revision,
      pages: [[...head.nodes, { tag: 'div', children: body }, ...foot.nodes]],
      cells,
    }
  })
}

function placedKeys(columns: readonly Column[]): Set<string> {
  return new Set(columns.flatMap(({ placed }) => placed.map(({ block }) => block.key ?? '')))
}

function recordsOf(view: BoardView, columns: readonly Column[]): BoardRecord[] {
  const keys = placedKeys(columns)
  const officers = new Set<BoardRecord>()
  const shown: BoardRecord[] = []
  for (const field of view.fields) {
    if (!keys.has(field.record.id)) continue
    shown.push(field.record, field.listRecord)
    if (field.inCharge !== null) officers.add(field.inCharge.record)
    for (const { records } of field.procedures) if (keys.has(records.listing.id)) shown.push(records.listing)
  }
  return [
    view.agencyRecord,
    view.countsRecord,
    ...(view.agency.feedback === null ? [] : [view.feedbackRecord]),
    ...officers,
    ...shown,
  ]
}

/** “Lĩnh vực 1–18”: what somebody looks for on this sheet rather than on the next. */
function rangeOf(view: BoardView, columns: readonly Column[]): string {
  const keys = placedKeys(columns)
  const numbers = view.fields.filter((field: BoardField) => keys.has(field.record.id)).map(({ number }) => number)
  const [first, last] = [numbers.at(0), numbers.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? `Lĩnh vực ${first}` : `Lĩnh vực ${first}–${last}`
}
