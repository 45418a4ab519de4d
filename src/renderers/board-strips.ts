import type { BoardField, BoardProcedure, BoardView } from '../views/board.js'
import { wallBand, wallCell } from './board-cell.js'
import type { Block } from './board-flow.js'
import { type BoardNode, rectangle, run, setText } from './board-node.js'
import { type Paper, type PaperName, paper } from './board-paper.js'
import { type Cell, codeFor, type QrTargets, type Sheet, targetOf } from './board-sheet.js'

/** A piece of paper to be glued over one place of a wall sheet that hangs already. */
export interface Strip {
  /** Sheet, column and row on the wall, from 1. */
  readonly sheet: number
  readonly cell: Cell
  readonly what: string
  readonly nodes: (x: number, y: number) => BoardNode[]
}

export interface StripOptions {
  /** Letters of the wall that hangs, and the smallest that may be used to make a longer text fit its old place. */
  readonly size: number
  readonly leastSize: number
  readonly targets: QrTargets
}

/** The new text in the old place; undefined where it does not fit there with legible letters. */
export function stripFor(
  sheet: number,
  cell: Cell,
  content: { readonly field: BoardField } | { readonly procedure: BoardProcedure | undefined; readonly code: string },
  revision: string,
  { size, leastSize, targets }: StripOptions,
): Strip | undefined {
  const { width, height } = cell.box
  const at = (letters: number): Block => {
    if ('field' in content) return wallBand(content.field, width, letters, cell.continued)
    const { procedure } = content
    if (procedure === undefined) return abolished(content.code, width, letters)
    return wallCell(
      procedure,
      width,
      letters,
      codeFor(targetOf(procedure.address, procedure.view.onlineUrl, revision, targets)),
      0,
    )
  }
  for (let letters = size; letters >= leastSize - 1e-9; letters -= 0.1) {
    const block = at(letters)
    if (block.height > height + 1e-6) continue
    const fill = 'field' in content
    return {
      sheet,
      cell,
      what: nameOf(content),
      nodes: (x, y) => [
        rectangle(fill ? 'fill' : 'blank', { x, y, width, height }),
        ...block.place(x, y),
        ...outline(x, y, width, height),
      ],
    }
  }
  return undefined
}

function nameOf(
  content: { readonly field: BoardField } | { readonly procedure: BoardProcedure | undefined; readonly code: string },
) {
  if ('field' in content) return `Lĩnh vực ${content.field.name}`
  return `Thủ tục ${content.code}${content.procedure === undefined ? ' (bãi bỏ)' : ''}`
}

function abolished(code: string, width: number, size: number): Block {
  const text = setText([run(code, 700, 'accent'), run(' không còn trong danh mục này.', 700)], width, {
    size,
    leading: 1.24,
  })
  return { height: text.height + 0.8 * size, gap: 0, place: (x, y) => [text.at(x, y + 0.4 * size)] }
}

function outline(x: number, y: number, width: number, height: number): BoardNode[] {
  return [rectangle('frame', { x: x - 0.25, y: y - 0.25, width: width + 0.5, height: height + 0.5 })]
}

/** The code at the foot of a sheet, to be glued over the old one. */
export function revisionStrip(sheet: number, cell: Cell, revision: string, size: number): Strip {
  const { width, height } = cell.box
  const text = setText([run('Mã bảng '), run(revision, 700)], width, { size, leading: 1.3 })
  return {
    sheet,
    cell,
    what: `Mã bảng ${revision}`,
    nodes: (x, y) => [rectangle('blank', { x, y, width, height }), text.at(x, y), ...outline(x, y, width, height)],
  }
}

/** “Tờ 2, cột 3, ô 1” */
export function stripPlace({ sheet, cell }: Pick<Strip, 'sheet' | 'cell'>): string {
  return cell.row === 0 ? `Tờ ${sheet}, chân tờ` : `Tờ ${sheet}, cột ${cell.column}, ô ${cell.row}`
}

const margin = 12
/** For whoever glues them, at arm's length. */
const labelSize = 4.8

/** The strips one under the other on the smallest paper that takes the widest, with the place of each beside it. */
export function stripPages(
  view: BoardView,
  strips: readonly Strip[],
): { readonly paper: Paper; readonly sheet: Sheet } | undefined {
  const widest = Math.max(...strips.map(({ cell }) => cell.box.width))
  const tallest = Math.max(...strips.map(({ cell }) => cell.box.height))
  const on = smallestPaper(widest, tallest)
  if (on === undefined) return undefined
  const pages: BoardNode[][] = []
  let y = Number.POSITIVE_INFINITY
  for (const strip of strips) {
    const label = setText(
      [
        run(stripPlace(strip), 700, 'accent'),
        run(
          `: ${strip.what}. Dán cách mép trái ${Math.round(strip.cell.box.x)} mm, cách mép trên ${Math.round(strip.cell.box.y)} mm.`,
        ),
      ],
      on.width - 2 * margin,
      { size: labelSize, leading: 1.3 },
    )
    const needed = label.height + 1.5 + strip.cell.box.height + 8
    if (y + needed > on.height - margin) {
      pages.push([])
      y = margin
    }
    pages.at(-1)?.push(label.at(margin, y), {
      tag: 'section',
      label: strip.what,
      children: strip.nodes(margin, y + label.height + 1.5),
    })
    y += needed
  }
  const title = `Băng dán thay trên bảng lớn${view.date === null ? '' : `, danh mục ngày ${view.date.text}`}`
  return { paper: on, sheet: { kind: 'wall', subject: 'bang-dan', title, shows: [], revision: '', pages, cells: [] } }
}

function smallestPaper(width: number, height: number): Paper | undefined {
  const names: PaperName[] = ['A4', 'A3', 'A2', 'A1', 'A0']
  const papers = names.flatMap(name => [paper(name, 'portrait'), paper(name, 'landscape')])
  return papers.find(one => one.width >= width + 2 * margin && one.height >= height + 2 * margin + 12)
}
