import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { type BoardOptions, type Boards, boardFiles, makeBoards } from '../renderers/board-documents.js'
import type { BoardDocument, Sheet } from '../renderers/board-sheet.js'
import { stripPages } from '../renderers/board-strips.js'
import { renderTakeDown } from '../renderers/board-take-down.js'
import { type WallChange, wallChange } from '../renderers/board-wall-change.js'
import type { OutputFile } from '../renderers/renderer.js'
import { type BoardView, boardRecords, boardView } from '../views/board.js'
import { boardChanges, type SupersededBoard, sameContent } from '../views/board-register.js'
import { readCatalogs } from '../workspace/read.js'
import { readCatalogsAt } from '../workspace/revision.js'

/** What has to be printed, out of all boards. */
export interface Reissue {
  readonly all: readonly BoardDocument[]
  readonly printed: readonly BoardDocument[]
  isPrinted(document: BoardDocument, sheet: Sheet): boolean
  /** Boards that have to come down. */
  readonly superseded: readonly SupersededBoard[]
  readonly notes: readonly OutputFile[]
}

/** Only the boards that no longer tell the truth, with strips for the wall where they suffice, and what to take down. */
export async function reissue(
  path: string,
  since: string,
  view: BoardView,
  boards: Boards,
  options: BoardOptions & { readonly lang: Locale },
  io: Io,
): Promise<Reissue> {
  const before = await viewSince(path, since, io)
  const old = makeBoards(before, options)
  const wall = wallChange(before, old, view, boards)
  const changed = (document: BoardDocument, sheet: Sheet): boolean => {
    if (document.kind === 'wall') return wall.kind === 'whole'
    const former = sheetOf(old.documents, document.file, sheet.subject)
    return former === undefined || !sameContent(former.shows, sheet.shows)
  }
  const printed = boards.documents
    .map(document => ({ ...document, sheets: document.sheets.filter(sheet => changed(document, sheet)) }))
    .filter(({ sheets }) => sheets.length > 0)
  const strips = wall.kind === 'strips' ? stripDocument(view, wall) : []
  const superseded = supersededSince(before, old, view, boards)
  return {
    all: boards.documents,
    printed: [...printed, ...strips],
    isPrinted: (document, sheet) => changed(document, sheet),
    superseded,
    notes: [renderTakeDown({ before, view, superseded, boards, printed, wall })],
  }
}

async function viewSince(path: string, since: string, io: Io): Promise<BoardView> {
  const isFolder = await io.list(since).then(
    () => true,
    () => false,
  )
  const loaded = isFolder ? await readCatalogs([since], io) : await readCatalogsAt(since, [path], io)
  const former = loaded.length === 1 ? loaded[0] : (loaded.find(one => one.catalog.path === path) ?? loaded[0])
  if (former === undefined) {
    throw new Failure({
      vi: `Ở “${since}” chưa có danh mục “${path}”, nên không so được`,
      en: `At “${since}” there was no catalog “${path}”, so there is nothing to compare with`,
    })
  }
  return boardView(former.catalog, { errors: 0 })
}

function sheetOf(documents: readonly BoardDocument[], file: string, subject: string): Sheet | undefined {
  return documents.find(document => document.file === file)?.sheets.find(sheet => sheet.subject === subject)
}

function stripDocument(view: BoardView, { strips }: Extract<WallChange, { kind: 'strips' }>): BoardDocument[] {
  if (strips.length === 0) return []
  const made = stripPages(view, strips)
  if (made === undefined) return []
  return [{ kind: 'wall', file: boardFiles.strips, title: made.sheet.title, paper: made.paper, sheets: [made.sheet] }]
}

function supersededSince(before: BoardView, old: Boards, view: BoardView, boards: Boards): SupersededBoard[] {
  const [was, is] = [boardRecords(before), boardRecords(view)]
  const codes = new Set(boards.documents.flatMap(({ sheets }) => sheets.map(({ revision }) => revision)))
  return old.documents.flatMap(({ sheets }) =>
    sheets.flatMap(({ revision, kind, subject, title, shows }): SupersededBoard[] => {
      const changes = boardChanges(
        shows.map(({ id }) => id),
        was,
        is,
      )
      if (changes.length === 0 || codes.has(revision)) return []
      return [
        {
          code: revision,
          kind,
          subject,
          title,
          date: before.date?.iso ?? null,
          supersededOn: view.date?.iso ?? null,
          changes,
        },
      ]
    }),
  )
}
