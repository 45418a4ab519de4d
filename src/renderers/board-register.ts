import type { BoardView } from '../views/board.js'
import type { BoardRegister, CarriedBoards, RegisteredBoard, SupersededBoard } from '../views/board-register.js'
import { distanceOf } from './board-legibility.js'
import { smallestLetter } from './board-node.js'
import type { BoardDocument } from './board-sheet.js'
import type { OutputFile } from './renderer.js'

export const registerFile = 'boards.json'

/** The boards of one issue. `printed` says which documents were written, and with which ending. */
export function registeredBoards(
  documents: readonly BoardDocument[],
  isPrinted: (document: BoardDocument, sheet: BoardDocument['sheets'][number]) => boolean,
  ending: '.html' | '.pdf',
): RegisteredBoard[] {
  return documents.flatMap(document => {
    let page = 0
    return document.sheets.map(sheet => {
      const printed = isPrinted(document, sheet)
      const letter = Math.min(...sheet.pages.map(smallestLetter))
      const first = page + 1
      if (printed) page += sheet.pages.length
      return {
        code: sheet.revision,
        kind: sheet.kind,
        subject: sheet.subject,
        title: sheet.title,
        file: printed ? document.file + ending : null,
        pages: printed ? ([first, page] as const) : ([0, 0] as const),
        paper: document.paper.name,
        orientation: document.paper.orientation,
        letterHeight: Math.floor(letter * 100 + 1e-6) / 100,
        readableFrom: Math.floor(distanceOf(letter) * 100 + 1e-6) / 100,
        shows: sheet.shows.map(({ id }) => id),
      }
    })
  })
}

export function boardRegister(
  view: BoardView,
  documents: readonly BoardDocument[],
  boards: readonly RegisteredBoard[],
  superseded: readonly SupersededBoard[],
  carried: CarriedBoards = { boards: [], records: {} },
): BoardRegister {
  const records = new Map(Object.entries(carried.records))
  for (const { sheets } of documents) {
    for (const { shows } of sheets) for (const { id, name, values } of shows) records.set(id, { name, values })
  }
  return {
    format: 1,
    agency: view.agency.name,
    date: view.date?.iso ?? null,
    revision: view.revision,
    boards: [...boards, ...carried.boards],
    records: Object.fromEntries(records),
    superseded,
  }
}

export function renderRegister(register: BoardRegister): OutputFile {
  return { path: registerFile, text: `${JSON.stringify(register, undefined, 1)}\n` }
}
