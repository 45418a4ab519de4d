import type { Block } from './board-flow.js'
import { rectangle, run, type SetText, setText, splitText, type TextStyle } from './board-node.js'
import type { Run } from './board-type.js'

/** A paragraph that goes down a column; longer than a page, it goes on over the next. */
export function paragraph(
  content: string | readonly Run[],
  width: number,
  style: TextStyle,
  gap = 0,
  indent = 0,
): Block {
  const leading = (style.leading ?? 1.3) * style.size
  return textBlock(setText(content, width - indent, style), leading, gap, indent)
}

function textBlock(text: SetText, leading: number, gap: number, indent: number): Block {
  return {
    height: text.height,
    gap,
    place: (x, y) => (text.lines.length === 0 ? [] : [text.at(x + indent, y)]),
    split: room => {
      const parts = splitText(text, room, leading)
      return parts === undefined
        ? undefined
        : [textBlock(parts[0], leading, gap, indent), textBlock(parts[1], leading, 0, indent)]
    },
  }
}

/** A part of a sheet: its name at the left, what belongs to it at the right, under a line. */
export function section(name: string, items: readonly Block[], width: number, size: number): Block[] {
  const label = labelWidth(width)
  const shown = setText(name, label - 0.8 * size, { size, weight: 700, tone: 'accent', leading: 1.25 })
  const [first, ...others] = items
  if (first === undefined) return []
  const rest = others.map((item, index) => shifted(item, label, 0, index === others.length - 1 ? 0.35 * size : 0))
  const below = rest.length === 0 ? 0.35 * size : 0
  const head = shifted(first, label, 0.35 * size, below)
  const [second] = rest
  // A name of two lines stands beside two short items, which then stay together, and opens no gap between them.
  const free =
    second !== undefined &&
    second.height < 10 * size &&
    head.height + second.gap + second.height >= shown.height + 0.35 * size
  const block = titled(head, shown, width, size, free ? Number.NEGATIVE_INFINITY : below)
  return [free && head.height < shown.height + 0.35 * size ? { ...block, keep: true } : block, ...rest]
}

function titled(block: Block, name: SetText, width: number, size: number, below: number): Block {
  const pad = 0.35 * size
  return {
    ...block,
    height: Math.max(block.height, name.height + pad + below),
    gap: 0,
    place: (x, y) => [
      rectangle('hairline', { x, y, width, height: 0.2 }),
      name.at(x, y + pad, { tag: 'h2' }),
      ...block.place(x, y),
    ],
    ...(block.split !== undefined && {
      split: (room: number) => {
        const parts = block.split?.(room)
        return parts === undefined ? undefined : [titled(parts[0], name, width, size, 0), parts[1]]
      },
    }),
  }
}

/** The same block further right, with room above and below. */
function shifted(block: Block, by: number, above: number, below: number): Block {
  return {
    ...block,
    height: block.height + above + below,
    ...(block.head !== undefined && { head: shifted(block.head, by, 0, 0) }),
    place: (x, y) => block.place(x + by, y + above),
    ...(block.split !== undefined && {
      split: (room: number) => {
        const parts = block.split?.(room - above)
        return parts === undefined ? undefined : [shifted(parts[0], by, above, 0), shifted(parts[1], by, 0, below)]
      },
    }),
  }
}

function labelWidth(width: number): number {
  return width * 0.3
}

export function contentWidth(width: number): number {
  return width - labelWidth(width)
}

export interface TableColumn {
  readonly name: string
  /** Part of the width. */
  readonly part: number
}

/** Rows under a head that stands again on every page. What has the looks of a table is read out as one. */
export function tableRows(
  label: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | readonly Run[])[])[],
  width: number,
  size: number,
): Block[] {
  const group = { role: 'table', label } as const
  const gap = 0.8 * size
  const xs: number[] = []
  let at = 0
  for (const { part } of columns) {
    xs.push(at)
    at += part * width
  }
  const cellWidth = (index: number) => (columns[index]?.part ?? 0) * width - (index === columns.length - 1 ? 0 : gap)
  const pad = 0.25 * size
  const rowOf = (cells: readonly (string | readonly Run[])[], heading: boolean): Block => {
    const sets = cells.map((cell, index) =>
      setText(cell, cellWidth(index), { size, leading: 1.25, ...(heading && { tone: 'soft' as const }) }),
    )
    const height = Math.max(...sets.map(set => set.height)) + 2 * pad
    return {
      height,
      gap: 0,
      group,
      place: (x, y) => [
        {
          tag: 'div',
          role: 'row',
          children: [
            ...sets.map((set, index) =>
              set.at(x + (xs[index] ?? 0), y + pad, { tag: 'div', role: heading ? 'columnheader' : 'cell' }),
            ),
          ],
        },
        rectangle(heading ? 'rule' : 'hairline', { x, y: y + height - 0.2, width, height: 0.2 }),
      ],
    }
  }
  const head: Block = {
    ...rowOf(
      columns.map(({ name }) => name),
      true,
    ),
    keep: true,
  }
  return [head, ...rows.map(cells => ({ ...rowOf(cells, false), head }))]
}

/** “1. Nộp tờ khai …” with the number in the margin of the paragraph. */
export function numbered(label: string, items: readonly (readonly Run[])[], width: number, size: number): Block[] {
  const indent = 1.7 * size
  return items.map((runs, index) => {
    const body = paragraph(runs, width, { size, leading: 1.25 }, index === 0 ? 0 : 0.25 * size, indent)
    const number = setText([run(`${index + 1}.`, 700, 'accent')], indent, { size, leading: 1.25 })
    return listItem(label, body, number)
  })
}

function listItem(label: string, body: Block, mark: SetText | undefined): Block {
  return {
    ...body,
    group: { role: 'list', label },
    place: (x, y) => [
      {
        tag: 'div',
        role: 'listitem',
        children: [...(mark === undefined ? [] : [mark.at(x, y)]), ...body.place(x, y)],
      },
    ],
    ...(body.split !== undefined && {
      split: (room: number) => {
        const parts = body.split?.(room)
        return parts === undefined ? undefined : [listItem(label, parts[0], mark), listItem(label, parts[1], undefined)]
      },
    }),
  }
}

/** Pieces that make one block, with room around; where no page holds them all, they part between two or inside a long one. */
export function pile(pieces: readonly Block[], pad: number): Block {
  const height = pieces.reduce((sum, piece, index) => sum + piece.height + (index === 0 ? 0 : piece.gap), 2 * pad)
  return {
    height,
    gap: 0,
    place: (x, y) => {
      let at = y + pad
      return pieces.flatMap((piece, index) => {
        at += index === 0 ? 0 : piece.gap
        const nodes = piece.place(x, at)
        at += piece.height
        return nodes
      })
    },
    split: room => {
      let used = 2 * pad
      for (const [index, piece] of pieces.entries()) {
        if (used + piece.height <= room) {
          used += piece.height + piece.gap
          continue
        }
        const parts = piece.split?.(room - used)
        if (parts !== undefined) {
          return [pile([...pieces.slice(0, index), parts[0]], pad), pile([parts[1], ...pieces.slice(index + 1)], pad)]
        }
        return index === 0 ? undefined : [pile(pieces.slice(0, index), pad), pile(pieces.slice(index), pad)]
      }
      return undefined
    },
  }
}
