import type { Text } from '../locale.js'
import type { BoardView } from '../views/board.js'
import { feedbackSheet } from './board-feedback.js'
import { fieldSheet } from './board-field.js'
import { indexSheet } from './board-index.js'
import { largePrint, sizeFor, usualDistance } from './board-legibility.js'
import { counterCard, officersSheet } from './board-officers.js'
import { type Orientation, type PaperName, paper } from './board-paper.js'
import { procedureSheet, type SheetOptions } from './board-procedure.js'
import type { BoardDocument, BoardKind, QrTargets, Sheet } from './board-sheet.js'
import { capHeight } from './board-type.js'
import { fitWall, sheetsNeeded, type WallLayout, type WallOptions, wallSheets } from './board-wall.js'
import { noRoom, wallTooSmall } from './board-wording.js'

export interface BoardOptions {
  readonly kinds: readonly BoardKind[]
  /** Of a procedure or the id of a field: only sheets about these. */
  readonly only: readonly string[]
  readonly wallPaper: PaperName
  readonly sheetPaper: PaperName
  readonly orientation: Orientation
  /** How many wall sheets; without it as many as legible letters need. */
  readonly sheets: number | undefined
  /** Metres; without it the usual distance of each kind. */
  readonly distance: number | undefined
  readonly largePrint: boolean
  readonly targets: QrTargets
}

export interface Boards {
  readonly documents: readonly BoardDocument[]
  /** Boards that nobody could read from where people stand, with the numbers and what would help. */
  readonly refused: readonly Text[]
  readonly wall: { readonly layout: WallLayout; readonly options: WallOptions } | undefined
}

/** Smallest letter size (mm) for a kind of board. */
function leastSize({ distance, largePrint: large }: BoardOptions, kind: 'wall' | 'sheet'): number {
  const size = sizeFor(distance ?? usualDistance[kind])
  return large ? Math.max(size * largePrint.factor, largePrint.leastSize) : size
}

function wallOptions(options: BoardOptions): WallOptions {
  return {
    paper: paper(options.wallPaper, options.orientation),
    sheets: options.sheets,
    leastSize: leastSize(options, 'wall'),
    targets: options.targets,
  }
}

/** All boards of the kinds asked for. Each is legible from its distance, or it is refused. */
export function makeBoards(view: BoardView, options: BoardOptions): Boards {
  const documents: BoardDocument[] = []
  const refused: Text[] = []
  const sheet: SheetOptions = {
    paper: paper(options.sheetPaper, options.orientation),
    size: leastSize(options, 'sheet'),
    targets: options.targets,
  }
  const add = (
    kind: BoardKind,
    file: string,
    title: string,
    made: readonly [string, Sheet | undefined][],
    on = sheet.paper,
  ) => {
    const sheets = made.flatMap(([, one]) => (one === undefined ? [] : [one]))
    const [missing] = made.find(([, one]) => one === undefined) ?? []
    if (missing !== undefined) refused.push(noRoom(missing, on, sheet.size * capHeight))
    else if (sheets.length > 0) documents.push({ kind, file, title: titleFor(title, view), paper: on, sheets })
  }
  const wanted = (...names: string[]) => options.only.length === 0 || names.some(name => options.only.includes(name))
  const fields = view.fields.filter(({ id }) => wanted(id))
  let wall: Boards['wall']
  for (const kind of options.kinds) {
    if (kind === 'wall' && options.only.length === 0) {
      const made = wallBoard(view, options)
      if (made.refused !== undefined) refused.push(made.refused)
      if (made.wall !== undefined) {
        wall = made.wall
        add(
          'wall',
          boardFiles.wall,
          'Bảng lớn',
          made.sheets.map(one => [one.title, one]),
          made.wall.options.paper,
        )
      }
    }
    if (kind === 'index' && options.only.length === 0) {
      add(kind, boardFiles.index, 'Danh sách thủ tục', [['Danh sách thủ tục', indexSheet(view, sheet)]])
    }
    if (kind === 'field') {
      add(
        kind,
        boardFiles.field,
        'Thủ tục theo lĩnh vực',
        fields.map(field => [field.name, fieldSheet(view, field, sheet)]),
      )
    }
    if (kind === 'procedure') {
      const all = view.fields.flatMap(field => field.procedures.map(procedure => ({ field, procedure })))
      const chosen = all.filter(({ field, procedure }) => wanted(procedure.code, field.id))
      add(
        kind,
        boardFiles.procedure,
        'Thủ tục hành chính',
        chosen.map(({ field, procedure }) => [procedure.code, procedureSheet(view, field, procedure, sheet)]),
      )
    }
    if (kind === 'officers' && options.only.length === 0) {
      add(kind, boardFiles.officers, 'Cán bộ tại các quầy', [['Cán bộ tại các quầy', officersSheet(view, sheet)]])
      const card = { ...sheet, paper: cardPaper(options) }
      add(
        kind,
        boardFiles.cards,
        'Thẻ quầy',
        view.counters.map(counter => [counter.name, counterCard(view, counter, card)]),
        card.paper,
      )
    }
    if (kind === 'feedback' && options.only.length === 0) {
      add(kind, boardFiles.feedback, 'Phản ánh, kiến nghị', [['Phản ánh, kiến nghị', feedbackSheet(view, sheet)]])
    }
  }
  return { documents, refused, wall }
}

export const boardFiles = {
  wall: 'bang-lon',
  field: 'linh-vuc',
  procedure: 'thu-tuc',
  officers: 'can-bo',
  cards: 'the-quay',
  feedback: 'phan-anh',
  index: 'danh-sach',
  strips: 'bang-dan',
} as const

/** A card lies along the counter. */
function cardPaper({ sheetPaper }: BoardOptions) {
  return paper(sheetPaper, 'landscape')
}

function titleFor(title: string, view: BoardView): string {
  return view.agency.shortName === '' ? title : `${title} – ${view.agency.shortName}`
}

/** More sheets than this nobody hangs side by side unless they ask for it. */
const mostSheets = 12

function wallBoard(view: BoardView, options: BoardOptions): { sheets: Sheet[]; refused?: Text; wall?: Boards['wall'] } {
  const wall = wallOptions(options)
  const layout = fitWall(view, wall)
  const tooMany = wall.sheets === undefined && layout !== undefined && layout.sheets > mostSheets
  if (layout === undefined || tooMany || layout.size < wall.leastSize - 0.02) {
    return {
      sheets: [],
      refused: wallTooSmall({
        layout: tooMany ? fitWall(view, { ...wall, sheets: mostSheets }) : layout,
        options: wall,
        distance: options.distance ?? usualDistance.wall,
        needed: sheetsNeeded(view, wall),
        longTitles: view.fields
          .flatMap(({ procedures }) => procedures)
          .filter(({ shortTitle }) => shortTitle.length > 100).length,
      }),
    }
  }
  return { sheets: wallSheets(view, layout, wall), wall: { layout, options: wall } }
}
