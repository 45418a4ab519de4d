import { type BoardView, boardRecords } from '../views/board.js'
import { boardChanges } from '../views/board-register.js'
import type { Boards } from './board-documents.js'
import type { Cell, Sheet } from './board-sheet.js'
import { sheetRevision } from './board-sheet.js'
import { revisionStrip, type Strip, stripFor, stripPages } from './board-strips.js'

/** What has to be done about the wall that hangs. */
export type WallChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'strips'; readonly strips: readonly Strip[] }
  /** Printed anew; `why` in Vietnamese, for the list at the counter. */
  | { readonly kind: 'whole'; readonly why: string }

/**
 * Strips for the places whose text changed, in the layout of the wall that hangs; or the whole wall anew, where something
 * has no place on it: its head, a new procedure, a text that is too long for its place.
 */
export function wallChange(before: BoardView, old: Boards, view: BoardView, boards: Boards): WallChange {
  if (boards.wall === undefined) return { kind: 'none' }
  const hangs = old.documents.find(({ kind }) => kind === 'wall')
  if (hangs === undefined || old.wall === undefined) return { kind: 'whole', why: 'chưa có bảng lớn để dán lên' }
  const [was, is] = [boardRecords(before), boardRecords(view)]
  const strips: Strip[] = []
  for (const [index, sheet] of hangs.sheets.entries()) {
    const changes = boardChanges(
      sheet.shows.map(({ id }) => id),
      was,
      is,
    )
    if (changes.length === 0) continue
    const changed = new Set(changes.map(({ record }) => record))
    const head = ['agency', 'feedback'].find(id => changed.has(id))
    if (head !== undefined || before.notice !== view.notice || before.decision !== view.decision) {
      return { kind: 'whole', why: 'phần đầu hoặc phần cuối bảng đã khác' }
    }
    if (changed.has('counts')) return { kind: 'whole', why: 'số thủ tục hoặc số lĩnh vực đã khác' }
    const own = stripsFor(sheet, index + 1, changed, view, old)
    if (own === undefined) return { kind: 'whole', why: 'có ô không đủ chỗ cho nội dung mới' }
    strips.push(...own)
  }
  if (strips.length === 0) return { kind: 'none' }
  if (stripPages(view, strips) === undefined) return { kind: 'whole', why: 'băng dán lớn hơn mọi khổ giấy' }
  return { kind: 'strips', strips }
}

function stripsFor(
  sheet: Sheet,
  number: number,
  changed: ReadonlySet<string>,
  view: BoardView,
  { wall }: Boards,
): Strip[] | undefined {
  if (wall === undefined) return undefined
  const { layout, options } = wall
  const records = boardRecords(view)
  const shows = sheet.shows.flatMap(({ id }) => records.get(id) ?? [])
  const revision = sheetRevision(shows, view)
  const settings = { size: layout.size, leastSize: options.leastSize, targets: options.targets }
  const strips: Strip[] = []
  for (const cell of sheet.cells) {
    if (cell.key === 'revision') {
      strips.push(revisionStrip(number, cell, revision, layout.size))
      continue
    }
    const content = contentOf(cell, changed, view)
    if (content === 'same') continue
    const strip = content === 'gone' ? undefined : stripFor(number, cell, content, revision, settings)
    if (strip === undefined) return undefined
    strips.push(strip)
  }
  return strips
}

type Content = Parameters<typeof stripFor>[2]

function contentOf(cell: Cell, changed: ReadonlySet<string>, view: BoardView): Content | 'same' | 'gone' {
  if (cell.key.startsWith('field/')) {
    const field = view.fields.find(one => one.record.id === cell.key)
    if (field === undefined) return 'gone'
    // Where a field goes on in the next column, its band names nobody.
    const officer = cell.continued ? undefined : field.inCharge?.record.id
    return changed.has(cell.key) || (officer !== undefined && changed.has(officer)) ? { field } : 'same'
  }
  if (!changed.has(cell.key)) return 'same'
  const code = cell.key.slice('listing/'.length)
  const procedure = view.fields.flatMap(field => field.procedures).find(one => one.code === code)
  return { procedure, code }
}
