import type { BoardField, BoardProcedure, BoardView } from '../views/board.js'
import type { Block } from './board-flow.js'
import { areaOf, type Head, sheetPages } from './board-frame.js'
import { type BoardNode, between, rectangle, run, setText } from './board-node.js'
import { caseRuns, type SheetOptions, shortened } from './board-procedure.js'
import { qrNode, qrWidth, usualModule } from './board-qr.js'
import { paragraph, pile } from './board-rows.js'
import { codeFor, type QrTargets, type Sheet, sheetRevision, targetOf } from './board-sheet.js'
import { glued, type Run } from './board-type.js'

/** The sheet of one field for its counter: who is in charge, and every procedure with time, fee and QR code. */
export function fieldSheet(
  view: BoardView,
  field: BoardField,
  { paper, size, targets }: SheetOptions,
): Sheet | undefined {
  const staff = [field.inCharge, ...field.deputies].filter(officer => officer !== null)
  const shows = [
    field.record,
    field.listRecord,
    ...staff.map(({ record }) => record),
    ...field.procedures.map(({ records }) => records.listing),
    view.agencyRecord,
  ]
  const revision = sheetRevision(shows, view)
  const { width } = areaOf(paper)
  const rows =
    field.procedures.length === 0
      ? [paragraph('Lĩnh vực này chưa có thủ tục nào.', width, { size })]
      : field.procedures.map((procedure, row) => fieldRow(procedure, row, width, size, revision, targets))
  const pagesWith = (head: Head, blocks: readonly Block[]) =>
    sheetPages({
      view,
      paper,
      size,
      revision,
      kicker: 'Thủ tục theo lĩnh vực',
      opening: head,
      running: running(field, width, size),
      blocks,
    })
  // A name and contacts that leave no room for anything else stand in plain letters, as the first of the rows.
  const pages =
    pagesWith(opening(field, width, size), rows) ??
    pagesWith(running(field, width, size, ''), [...plainOpening(field, width, size), ...rows])
  if (pages === undefined) return undefined
  return { kind: 'field', subject: field.id, title: `Lĩnh vực ${field.name}`, shows, revision, pages, cells: [] }
}

/** A band that is seen from the door. */
function opening(field: BoardField, width: number, size: number): Head {
  const pad = 0.8 * size
  const inner = width - 2 * pad
  const nameSize = (field.name.length <= 24 ? 2.4 : field.name.length <= 60 ? 1.8 : 1.4) * size
  const counter =
    field.counter === null
      ? null
      : setText(glued(field.counter), inner * 0.34, {
          size: 1.7 * size,
          weight: 700,
          tone: 'light',
          align: 'right',
          leading: 1.2,
        })
  const name = setText(field.name, inner * (counter === null ? 1 : 0.64), {
    size: nameSize,
    weight: 700,
    tone: 'light',
    leading: 1.16,
  })
  const lines: Run[][] = [
    ...(field.inCharge === null ? [] : [contact('Phụ trách', field.inCharge.name, field.inCharge.number)]),
    ...field.deputies.map(deputy => contact('Người làm thay', deputy.name, deputy.number)),
  ]
  const texts = lines.map((runs, index) =>
    setText(runs, inner, { size: index === 0 ? 1.15 * size : size, leading: 1.3 }),
  )
  const top = Math.max(name.height, counter?.height ?? 0)
  const band = top + 1.1 * pad
  const count = setText([run(`${field.procedures.length}`, 700, 'accent'), run(' thủ tục')], width, {
    size: 1.1 * size,
  })
  const height = band + 0.4 * size + texts.reduce((sum, text) => sum + text.height, 0) + count.height
  return {
    height,
    place: (x, y) => {
      const nodes: BoardNode[] = [
        rectangle('fill', { x, y, width, height: band }),
        name.at(x + pad, y + 0.5 * pad, { tag: 'h1' }),
        ...(counter === null ? [] : [counter.at(x + width - pad - inner * 0.34, y + 0.5 * pad)]),
      ]
      let at = y + band + 0.4 * size
      for (const text of texts) {
        nodes.push(text.at(x, at))
        at += text.height
      }
      nodes.push(count.at(x, at))
      return nodes
    },
  }
}

function contact(role: string, name: string, number: string | null): Run[] {
  return [
    run(`${role}: `, 400, 'soft'),
    run(glued(name), 700),
    ...(number === null ? [] : [between, run(glued(number), 700, 'accent')]),
  ]
}

function plainOpening(field: BoardField, width: number, size: number): Block[] {
  const lines: Run[][] = [
    [run(field.name, 700)],
    ...(field.counter === null ? [] : [[run(field.counter, 700, 'accent')]]),
    ...(field.inCharge === null ? [] : [contact('Phụ trách', field.inCharge.name, field.inCharge.number)]),
    ...field.deputies.map(deputy => contact('Người làm thay', deputy.name, deputy.number)),
  ]
  return lines.map(runs => paragraph(runs, width, { size }, 0.2 * size))
}

function running(field: BoardField, width: number, size: number, note = ' (tiếp theo)'): Head {
  const counter = field.counter === null || field.counter.length > 30 ? null : field.counter
  const text = setText(
    [
      run(shortened(field.name, 90), 700, 'light'),
      run(note, 400, 'light'),
      ...(counter === null ? [] : [between, run(glued(counter), 700, 'light')]),
    ],
    width - 1.6 * size,
    { size, leading: 1.25 },
  )
  const height = text.height + 0.6 * size
  return {
    height,
    place: (x, y) => [rectangle('fill', { x, y, width, height }), text.at(x + 0.8 * size, y + 0.3 * size)],
  }
}

function fieldRow(
  procedure: BoardProcedure,
  row: number,
  width: number,
  size: number,
  revision: string,
  targets: QrTargets,
): Block {
  const pad = 0.5 * size
  const code = codeFor(targetOf(procedure.address, procedure.view.onlineUrl, revision, targets))
  const side = code === null ? 0 : qrWidth(code, code.modules * usualModule)
  const indent = 2.2 * size
  const textWidth = width - indent - (code === null ? 0 : side + 0.6 * size)
  const number = setText([run(`${row + 1}`, 700, 'accent')], indent, { size: 1.1 * size, leading: 1.22 })
  const titled = paragraph(
    [run(procedure.title, 700)],
    textWidth + indent,
    { size: 1.1 * size, leading: 1.22 },
    0,
    indent,
  )
  const { times, fees, officer, statutoryTime } = procedure.view
  const facts: Run[][] = [
    [run(procedure.code, 700, 'accent'), ...(procedure.level === null ? [] : [between, run(glued(procedure.level))])],
    ...(times.length === 0
      ? []
      : [
          [
            run(glued('Thời hạn: '), 400, 'soft'),
            ...times.flatMap((time, index) => [...(index === 0 ? [] : [run('; ')]), ...caseRuns(time)]),
          ],
        ]),
    ...(statutoryTime === null ? [] : [[run(glued('Theo quy định: '), 400, 'soft'), run(statutoryTime)]]),
    ...(fees.length === 0
      ? []
      : [
          [
            run(glued('Phí, lệ phí: '), 400, 'soft'),
            ...fees.flatMap((fee, index) => [...(index === 0 ? [] : [run('; ')]), ...caseRuns(fee)]),
          ],
        ]),
    ...(officer === null ? [] : [contact('Cán bộ', officer.name, officer.phone?.text ?? null)]),
  ]
  const texts = facts.map(runs => paragraph(runs, textWidth + indent, { size, leading: 1.25 }, 0, indent))
  const overlap = code === null ? 0 : Math.min(pad, (side / code.modules) * 4)
  const row1 = pile([titled, ...texts], pad)
  return {
    ...row1,
    height: Math.max(row1.height, side - 2 * overlap + 2 * pad),
    place: (x, y) => [
      {
        tag: 'article',
        children: [
          ...(row === 0 ? [] : [rectangle('hairline', { x, y: y - 0.1, width, height: 0.2 })]),
          number.at(x, y + pad),
          ...row1.place(x, y),
          ...(code === null
            ? []
            : [qrNode(code, `Mã QR: thủ tục ${procedure.code}`, x + width - side + overlap, y + pad - overlap, side)]),
        ],
      },
    ],
    split: room => {
      const parts = row1.split?.(room)
      if (parts === undefined) return undefined
      const [first, rest] = parts
      return [
        {
          ...first,
          place: (x, y) => [
            number.at(x, y + pad),
            ...first.place(x, y),
            ...(code === null
              ? []
              : [
                  qrNode(code, `Mã QR: thủ tục ${procedure.code}`, x + width - side + overlap, y + pad - overlap, side),
                ]),
          ],
        },
        rest,
      ]
    },
  }
}
