import type { BoardField, BoardView } from '../views/board.js'
import type { Block } from './board-flow.js'
import { areaOf, sheetPages, stacked } from './board-frame.js'
import { type BoardNode, rectangle, run, setText } from './board-node.js'
import type { SheetOptions } from './board-procedure.js'
import { paragraph, pile } from './board-rows.js'
import { type Sheet, sheetRevision } from './board-sheet.js'
import { glued } from './board-type.js'

/** The list in front of a stand: every procedure with its number there, by field. */
export function indexSheet(view: BoardView, { paper, size }: SheetOptions): Sheet | undefined {
  const shows = [
    view.agencyRecord,
    view.countsRecord,
    ...view.fields.flatMap(field => [
      field.record,
      field.listRecord,
      ...field.procedures.map(({ records }) => records.name),
    ]),
  ]
  const revision = sheetRevision(shows, view)
  const { width } = areaOf(paper)
  const { counts, decision, date } = view
  const titled = (title: string, letter: number) => {
    const text = setText(title, width, { size: letter, weight: 700, tone: 'accent', leading: 1.2 })
    return {
      height: text.height,
      gap: 0,
      place: (x: number, y: number) => [text.at(x, y, { tag: letter > size ? 'h1' : 'p' })],
    }
  }
  const pages = sheetPages({
    view,
    paper,
    size,
    revision,
    kicker: 'Danh sách thủ tục',
    opening: stacked([
      titled('Danh mục thủ tục hành chính', 1.9 * size),
      paragraph(
        [
          run(`${counts.procedures}`, 700),
          run(' thủ tục, '),
          run(`${counts.fields}`, 700),
          run(' lĩnh vực'),
          ...(date === null ? [] : [run(', cập nhật đến ngày '), run(glued(date.text), 700)]),
        ],
        width,
        { size },
        0.1 * size,
      ),
      ...(decision === null ? [] : [paragraph([run(decision)], width, { size }, 0.1 * size)]),
    ]),
    running: titled('Danh mục thủ tục hành chính (tiếp theo)', size),
    blocks: view.fields.flatMap(field => fieldBlocks(field, width, size)),
  })
  if (pages === undefined) return undefined
  return { kind: 'index', subject: 'danh-muc', title: 'Danh sách thủ tục', shows, revision, pages, cells: [] }
}

function fieldBlocks(field: BoardField, width: number, size: number): Block[] {
  const head = (continued: boolean): Block => {
    const counterWidth = width * 0.26
    const name = setText(
      [run(`${field.number}. ${field.name}`, 700, 'light'), ...(continued ? [run(' (tiếp theo)', 400, 'light')] : [])],
      width - counterWidth - 1.2 * size,
      { size: 1.1 * size, leading: 1.22 },
    )
    const counter = setText(field.counter === null ? '' : glued(field.counter), counterWidth, {
      size: 1.1 * size,
      weight: 700,
      tone: 'light',
      align: 'right',
      leading: 1.22,
    })
    const height = Math.max(name.height, counter.height) + 0.4 * size
    return {
      height,
      gap: 0.7 * size,
      keep: true,
      place: (x, y) => [
        rectangle('fill', { x, y, width, height }),
        name.at(x + 0.5 * size, y + 0.2 * size, { tag: continued ? 'p' : 'h2' }),
        ...(counter.lines.length === 0 ? [] : [counter.at(x + width - 0.5 * size - counterWidth, y + 0.2 * size)]),
      ],
    }
  }
  const again = head(true)
  const numberWidth = 2.6 * size
  const codeWidth = 6.4 * size
  const titleWidth = width - numberWidth - codeWidth - 0.8 * size
  const rows = field.procedures.map(({ number, title, code }, row): Block => {
    const numberSet = setText([run(String(number), 700, 'accent')], numberWidth - 0.6 * size, {
      size,
      align: 'right',
      leading: 1.25,
    })
    const titled = paragraph([run(title)], numberWidth + titleWidth, { size, leading: 1.25 }, 0, numberWidth)
    const codeSet = setText([run(code)], codeWidth, { size, align: 'right', leading: 1.25 })
    return listRow(
      field.name,
      pile([titled], 0.2 * size),
      Math.max(numberSet.height, codeSet.height) + 0.4 * size,
      again,
      (x, y) => [
        ...(row === 0 ? [] : [rectangle('hairline', { x, y, width, height: 0.2 })]),
        numberSet.at(x, y + 0.2 * size),
        codeSet.at(x + width - codeWidth, y + 0.2 * size),
      ],
    )
  })
  return [head(false), ...rows]
}

/** A row with what stands beside its title; the title alone goes on, where it is longer than a page. */
function listRow(
  label: string,
  body: Block,
  least: number,
  head: Block,
  beside: ((x: number, y: number) => BoardNode[]) | undefined,
): Block {
  return {
    height: Math.max(body.height, least),
    gap: 0,
    head,
    group: { role: 'list', label },
    place: (x, y) => [{ tag: 'div', role: 'listitem', children: [...(beside?.(x, y) ?? []), ...body.place(x, y)] }],
    split: room => {
      const parts = body.split?.(room)
      if (parts === undefined) return undefined
      return [listRow(label, parts[0], least, head, beside), listRow(label, parts[1], 0, head, undefined)]
    },
  }
}
