import type { BoardNode } from './board-node.js'

/** A piece of a sheet with a known height, which goes down a column. */
export interface Block {
  readonly height: number
  /** Room above it, except at the top of a column. */
  readonly gap: number
  /** Must not be the last of a column: a head stays with what it heads. */
  readonly keep?: boolean
  /** What stands above it once more where it begins a column: the head of its table or field. */
  readonly head?: Block
  /** What it shows, for finding the place again: `listing/1.001193`. */
  readonly key?: string
  /** Neighbours of one group are read out as one table or list. */
  readonly group?: { readonly role: 'table' | 'list'; readonly label: string }
  place(x: number, y: number): BoardNode[]
  /** Its first part, of at most this height, and the rest; nothing where it stays in one piece. */
  split?(room: number): [Block, Block] | undefined
}

export interface Placed {
  readonly block: Block
  /** From the top of its column. */
  readonly y: number
}

export interface Column {
  readonly placed: readonly Placed[]
  readonly used: number
}

/** Rounding must not send a block to the next column that was measured for this one. */
const hair = 1e-6

/**
 * Sends blocks down columns of the given heights, as many as it takes. Nothing is split unless it is taller than a whole
 * column. Undefined where a block can be placed nowhere.
 */
export function flow(blocks: readonly Block[], heightOf: (column: number) => number): Column[] | undefined {
  const columns: { placed: Placed[]; used: number }[] = []
  let column = open()
  function open() {
    const fresh = { placed: [] as Placed[], used: 0 }
    columns.push(fresh)
    return fresh
  }
  const height = () => heightOf(columns.length - 1)
  const put = (block: Block) => {
    const y = column.placed.length === 0 ? 0 : column.used + block.gap
    column.placed.push({ block, y })
    column.used = y + block.height
  }
  const headFor = (unit: readonly Block[]) => unit[0]?.head
  const fits = (unit: readonly Block[]) => {
    let used = column.used
    let first = column.placed.length === 0
    const head = first ? headFor(unit) : undefined
    for (const block of head === undefined ? unit : [head, ...unit]) {
      used += (first ? 0 : block.gap) + block.height
      first = false
    }
    return used <= height() + hair
  }
  const putUnit = (unit: readonly Block[]) => {
    const head = column.placed.length === 0 ? headFor(unit) : undefined
    for (const block of head === undefined ? unit : [head, ...unit]) put(block)
  }

  for (const unit of units(blocks)) {
    if (fits(unit)) {
      putUnit(unit)
      continue
    }
    if (column.placed.length > 0) column = open()
    if (fits(unit)) {
      putUnit(unit)
      continue
    }
    // Longer than a whole column: piece by piece, each as far as there is room.
    for (const piece of unit) {
      let rest: Block | undefined = piece
      while (rest !== undefined) {
        if (fits([rest])) {
          putUnit([rest])
          break
        }
        // One that a column of its own would hold is not split for the sake of what stands before it.
        if (column.placed.length > 0 && aloneFits(rest, heightOf(columns.length))) {
          column = open()
          continue
        }
        const head: number = column.placed.length === 0 && rest.head !== undefined ? rest.head.height + rest.gap : 0
        const room: number = height() - column.used - (column.placed.length === 0 ? head : rest.gap)
        const parts: [Block, Block] | undefined = rest.split?.(room)
        if (parts === undefined) {
          if (column.placed.length === 0) return undefined
          column = open()
          continue
        }
        putUnit([parts[0]])
        rest = parts[1]
        column = open()
      }
    }
  }
  return columns
}

function aloneFits(block: Block, height: number): boolean {
  const head = block.head === undefined ? 0 : block.head.height + block.gap
  return head + block.height <= height + hair
}

/** Blocks that stay together. */
function units(blocks: readonly Block[]): Block[][] {
  const all: Block[][] = []
  let unit: Block[] = []
  for (const block of blocks) {
    unit.push(block)
    if (block.keep === true) continue
    all.push(unit)
    unit = []
  }
  if (unit.length > 0) all.push(unit)
  return all
}

export function nodesOf({ placed }: Column, x: number, top: number): BoardNode[] {
  const nodes: BoardNode[] = []
  let open: { group: Block['group']; children: BoardNode[] } | undefined
  for (const { block, y } of placed) {
    const own = block.place(x, top + y)
    if (block.group === undefined) {
      open = undefined
      nodes.push(...own)
    } else if (open !== undefined && open.group?.label === block.group.label) {
      open.children.push(...own)
    } else {
      open = { group: block.group, children: own }
      nodes.push({ tag: 'div', ...block.group, children: open.children })
    }
  }
  return nodes
}
