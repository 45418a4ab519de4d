import type { BoardView } from '../views/board.js'
import { type Block, flow, nodesOf } from './board-flow.js'
import { type BoardNode, between, rectangle, run, setText } from './board-node.js'
import type { Paper } from './board-paper.js'
import { glued, type Run } from './board-type.js'
import { notices } from './board-wall-frame.js'

/** The part of a sheet that its content may fill. */
export interface Area {
  readonly x: number
  readonly width: number
}

/** Something at the head of a page, of a known height. */
export interface Head {
  readonly height: number
  place(x: number, y: number): BoardNode[]
}

export interface SheetParts {
  readonly view: BoardView
  readonly paper: Paper
  /** The smallest letters of the sheet, mm. */
  readonly size: number
  readonly revision: string
  /** What kind of sheet this is, at the upper right: “Thủ tục hành chính”. */
  readonly kicker: string
  /** Over the first page, and over each later one. */
  readonly opening: Head
  readonly running: Head
  readonly blocks: readonly Block[]
}

const barHeight = 4

function marginOf(paper: Paper): number {
  return Math.max(9, Math.min(paper.width, paper.height) * 0.06)
}

export function areaOf(paper: Paper): Area {
  const x = marginOf(paper)
  return { x, width: paper.width - 2 * x }
}

/** Pages with the same head and foot, as many as the content takes. Undefined where letters of this size find no room. */
export function sheetPages(parts: SheetParts): BoardNode[][] | undefined {
  const { view, paper, size, revision, opening, running, blocks } = parts
  const { x, width } = areaOf(paper)
  const letterhead = letterheadOf(parts, width)
  const top = barHeight + 0.8 * size + letterhead.height + 0.7 * size
  const foot = footOf(view, width, size, revision, '99/99')
  const bottom = paper.height - marginOf(paper) * 0.7 - foot.height - 0.5 * size
  const below = (page: number) => {
    const head = page === 0 ? opening : running
    return head.height === 0 ? 0 : head.height + 0.6 * size
  }
  const room = (page: number) => bottom - top - below(page)
  if (room(0) < 4 * size || room(1) < 6 * size) return undefined
  const columns = flow(blocks, room)
  if (columns === undefined) return undefined
  return columns.map((column, page) => {
    const label = columns.length === 1 ? '' : `${page + 1}/${columns.length}`
    const head = page === 0 ? opening : running
    return [
      {
        tag: 'header',
        children: [
          rectangle('fill bleed-top', { x: 0, y: 0, width: paper.width, height: barHeight }),
          ...letterhead.place(x, barHeight + 0.8 * size),
        ],
      },
      { tag: 'div', children: [...head.place(x, top), ...nodesOf(column, x, top + below(page))] },
      {
        tag: 'footer',
        children: footOf(view, width, size, revision, label).place(x, bottom + 0.5 * size),
      },
    ]
  })
}

function letterheadOf({ view, kicker, size }: SheetParts, width: number): Head {
  const right = setText(kicker, width * 0.42, { size, tone: 'soft', align: 'right' })
  const left = setText(view.agency.name.toUpperCase(), width * 0.56, { size, weight: 700, tone: 'accent' })
  return {
    height: Math.max(left.height, right.height),
    place: (x, y) =>
      [left, right].flatMap((text, index) => (text.lines.length === 0 ? [] : [text.at(x + index * width * 0.58, y)])),
  }
}

function footOf(view: BoardView, width: number, size: number, revision: string, page: string): Head {
  const lines = notices(view).map(runs => setText(runs, width, { size, leading: 1.25 }))
  const code: Run[] = [
    run(glued('Mã bảng ')),
    run(glued(revision), 700),
    ...(view.date === null ? [] : [between, run(glued('Danh mục ngày ')), run(glued(view.date.text), 700)]),
  ]
  const pageWidth = 7.5 * size
  const left = setText(code, width - pageWidth, { size, leading: 1.25 })
  const right = setText(page === '' ? '' : glued(`Trang ${page}`), pageWidth, { size, align: 'right', leading: 1.25 })
  const height = 0.4 * size + lines.reduce((sum, set) => sum + set.height, 0) + left.height
  return {
    height,
    place: (x, y) => {
      const nodes: BoardNode[] = [rectangle('rule', { x, y, width, height: 0.4 })]
      let at = y + 0.4 * size
      for (const set of lines) {
        nodes.push(set.at(x, at))
        at += set.height
      }
      nodes.push(left.at(x, at))
      if (page !== '') nodes.push(right.at(x + width - pageWidth, at))
      return nodes
    },
  }
}

export const noHead: Head = { height: 0, place: () => [] }

/** Blocks one under the other as one head. */
export function stacked(blocks: readonly (Block | Head)[]): Head {
  const gapOf = (block: Block | Head, index: number) => (index > 0 && 'gap' in block ? block.gap : 0)
  return {
    height: blocks.reduce((sum, block, index) => sum + gapOf(block, index) + block.height, 0),
    place: (x, y) => {
      let at = y
      return blocks.flatMap((block, index) => {
        at += gapOf(block, index)
        const nodes = block.place(x, at)
        at += block.height
        return nodes
      })
    },
  }
}

/** The largest size of letters, from the least to the most, at which something fits. Undefined where not even the least does. */
export function largestFit(least: number, most: number, fits: (size: number) => boolean): number | undefined {
  if (!fits(least)) return undefined
  if (fits(most)) return most
  let [low, high] = [least, most]
  while (high - low > 0.02) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
