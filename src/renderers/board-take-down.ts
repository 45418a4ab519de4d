import type { BoardView } from '../views/board.js'
import { changeText, type SupersededBoard } from '../views/board-register.js'
import { type Boards, boardFiles } from './board-documents.js'
import type { BoardDocument } from './board-sheet.js'
import { stripPlace } from './board-strips.js'
import type { WallChange } from './board-wall-change.js'
import type { OutputFile } from './renderer.js'

export interface TakeDown {
  readonly before: BoardView
  readonly view: BoardView
  readonly superseded: readonly SupersededBoard[]
  readonly boards: Boards
  readonly printed: readonly BoardDocument[]
  readonly wall: WallChange
}

/** The list for whoever goes round with a ladder: what changed, what comes down, what goes up. Vietnamese: it is for the counter. */
export function renderTakeDown(all: TakeDown): OutputFile {
  const days = [all.before.date?.text, all.view.date?.text].filter(day => day !== undefined)
  const lines = [
    `THAY BẢNG${days.length === 2 && days[0] !== days[1] ? `: danh mục ngày ${days[0]} → ${days[1]}` : ''}`,
    '',
    ...changed(all),
    ...comesDown(all),
    ...goesUp(all),
  ]
  return { path: 'thay-bang.txt', text: `${lines.join('\n')}\n` }
}

/** Each change once, with the files and pages that it makes necessary. */
function changed({ superseded, printed, wall }: TakeDown): string[] {
  const affected = new Map<string, SupersededBoard[]>()
  for (const board of superseded) {
    for (const change of board.changes) {
      const text = changeText(change)
      affected.set(text, [...(affected.get(text) ?? []), board])
    }
  }
  if (affected.size === 0 && printed.length === 0) return ['Không có bảng nào phải thay.']
  const places = placesOf(printed)
  return [...affected].flatMap(([text, boards]) => {
    const files = new Map<string, [number, number][]>()
    for (const { kind, subject } of boards) {
      const place = places.get(`${kind} ${subject}`)
      if (place !== undefined) files.set(place.file, [...(files.get(place.file) ?? []), place.pages])
    }
    const walls = boards.filter(({ kind }) => kind === 'wall').map(({ subject }) => subject)
    return [
      text,
      ...(walls.length === 0
        ? []
        : [`  - bảng lớn: tờ ${walls.join(', ')}${wall.kind === 'strips' ? ` (băng dán: ${boardFiles.strips})` : ''}`]),
      ...Array.from(files, ([file, pages]) => `  - ${file}: ${pages.length} bảng, trang ${ranges(pages)}`),
    ]
  })
}

function placesOf(printed: readonly BoardDocument[]) {
  const places = new Map<string, { file: string; pages: [number, number] }>()
  for (const { file, sheets } of printed) {
    let page = 1
    for (const { kind, subject, pages } of sheets) {
      places.set(`${kind} ${subject}`, { file, pages: [page, page + pages.length - 1] })
      page += pages.length
    }
  }
  return places
}

/** [1,2] [3,3] [7,8] → “1–3, 7–8” */
function ranges(pages: readonly [number, number][]): string {
  const merged: [number, number][] = []
  for (const [from, to] of pages) {
    const last = merged.at(-1)
    if (last !== undefined && last[1] + 1 === from) last[1] = to
    else merged.push([from, to])
  }
  return merged.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')
}

function comesDown({ superseded, boards, wall }: TakeDown): string[] {
  const down = superseded.filter(({ kind }) => kind !== 'wall' || wall.kind !== 'strips')
  if (down.length === 0) return []
  const stays = ({ kind, subject }: SupersededBoard) =>
    boards.documents.some(({ sheets }) => sheets.some(one => one.kind === kind && one.subject === subject))
  return [
    '',
    'GỠ XUỐNG',
    ...down.map(board => `- ${board.code}  ${board.title}${stays(board) ? '' : ' (không có bảng thay)'}`),
  ]
}

function goesUp({ printed, wall }: TakeDown): string[] {
  const up: string[] = []
  const places = placesOf(printed)
  for (const { sheets, file } of printed) {
    if (file === boardFiles.strips) continue
    for (const { revision, title, kind, subject } of sheets) {
      const pages = places.get(`${kind} ${subject}`)?.pages
      up.push(`- ${revision}  ${title}: ${file}, trang ${pages === undefined ? '' : ranges([pages])}`)
    }
  }
  if (wall.kind === 'strips') {
    for (const strip of wall.strips) up.push(`- Băng dán “${strip.what}”: bảng lớn, ${stripPlace(strip).toLowerCase()}`)
  }
  if (wall.kind === 'whole') up.push(`- Bảng lớn phải in lại toàn bộ: ${wall.why}`)
  return up.length === 0 ? [] : ['', 'IN VÀ TREO', ...up]
}
