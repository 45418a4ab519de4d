import type { BoardView } from '../views/board.js'
import { anyRevision, type BoardRecord, revisionCode } from '../views/board-records.js'
import type { BoardNode } from './board-node.js'
import { smallestLetter } from './board-node.js'
import type { Paper } from './board-paper.js'
import { type QrCode, qrCode } from './board-qr.js'

export const boardKinds = ['wall', 'field', 'procedure', 'officers', 'feedback', 'index'] as const
export type BoardKind = (typeof boardKinds)[number]

/** A place where one record stands on a sheet, so that a strip can be glued over it. */
export interface Cell {
  /** `listing/1.001193`, `field/ho-tich` */
  readonly key: string
  readonly page: number
  /** Column and row on the page, from 1. */
  readonly column: number
  readonly row: number
  /** A band of a field that began in a column before. */
  readonly continued: boolean
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Everything that hangs or lies together under one revision code. */
export interface Sheet {
  readonly kind: BoardKind
  /** What it is about: the code of a procedure, the id of a field, the number of a wall sheet. */
  readonly subject: string
  readonly title: string
  readonly shows: readonly BoardRecord[]
  readonly revision: string
  readonly pages: readonly (readonly BoardNode[])[]
  readonly cells: readonly Cell[]
}

/** One file: sheets on one kind of paper. */
export interface BoardDocument {
  readonly kind: BoardKind
  /** Without its ending. */
  readonly file: string
  readonly title: string
  readonly paper: Paper
  readonly sheets: readonly Sheet[]
}

/** Where the QR codes of the boards lead. */
export interface QrTargets {
  /** The root of the site, ending in `/`; without it a code leads to the procedure's online link. */
  readonly baseUrl: string | undefined
}

/** Where a code on a sheet with this revision leads: a page of ours, else what the catalog links to. */
export function targetOf(
  address: string,
  onlineUrl: string | null,
  revision: string,
  { baseUrl }: QrTargets,
): string | null {
  if (baseUrl !== undefined) return `${baseUrl}${address}?b=${revision}`
  if (onlineUrl === null) return null
  // Behind # it stays with the telephone: a foreign server gets the address that the catalog gives and nothing else.
  return onlineUrl.includes('#') ? onlineUrl : `${onlineUrl}#b=${revision}`
}

export function codeFor(target: string | null): QrCode | null {
  return target === null ? null : qrCode(target)
}

/** Makes the parts of a sheet with the code that its content gives: a first time only to see what stands on it. */
function issueOf(view: BoardView): string {
  return `${view.date?.iso ?? ''} ${view.revision}`
}

export function sheetRevision(shows: readonly BoardRecord[], view: BoardView): string {
  return revisionCode(shows, issueOf(view))
}

export const placeholderRevision = anyRevision

export function smallestOf(document: BoardDocument): number {
  return Math.min(...document.sheets.flatMap(sheet => sheet.pages.map(page => smallestLetter(page))))
}

export function pageCount(document: BoardDocument): number {
  return document.sheets.reduce((sum, { pages }) => sum + pages.length, 0)
}
