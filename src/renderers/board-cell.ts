import type { BoardField, BoardProcedure } from '../views/board.js'
import type { Block } from './board-flow.js'
import { type BoardNode, between, rectangle, run, setText } from './board-node.js'
import { type QrCode, qrNode, qrWidth, smallestModule, usualModule } from './board-qr.js'
import { glued, type Run, widthOfRuns } from './board-type.js'

/** A procedure on a wall: its title, code, level, time and fee, and the QR code at the right. */
export function wallCell(
  procedure: BoardProcedure,
  width: number,
  size: number,
  code: QrCode | null,
  row: number,
): Block & { readonly key: string } {
  const pad = 0.42 * size
  const gap = 0.7 * size
  const side = code === null ? 0 : qrWidth(code, Math.max(code.modules * usualModule, 3.4 * size))
  const textWidth = width - (code === null ? 0 : side + gap)
  const title = setText(procedure.shortTitle, textWidth, { size, weight: 700, leading: 1.24 })
  const facts = setText(factRuns(procedure), textWidth, { size, leading: 1.24 })
  const textHeight = title.height + 0.06 * size + facts.height
  // The light modules of the code may reach into the padding, which is as white as they are.
  const overlap = code === null ? 0 : Math.min(pad, (side / code.modules) * 4)
  const height = Math.max(textHeight + 2 * pad, side - 2 * overlap + 2 * pad)
  return {
    height,
    gap: 0,
    key: procedure.records.listing.id,
    place: (x, y) => [
      {
        tag: 'article',
        children: [
          ...(row === 0 ? [] : [rectangle('hairline', { x, y: y - 0.1, width, height: 0.2 })]),
          title.at(x, y + pad, { tag: 'h3' }),
          facts.at(x, y + pad + title.height + 0.06 * size),
          ...(code === null
            ? []
            : [qrNode(code, `Mã QR: thủ tục ${procedure.code}`, x + width - side + overlap, y + pad - overlap, side)]),
        ],
      },
    ],
  }
}

export function wallCellFits(width: number, size: number, code: QrCode | null): boolean {
  return width - (code === null ? 0 : code.modules * smallestModule) > 12 * size
}

/** Values without labels: a code, a level, a time and a fee tell themselves apart, and letters can be larger. */
function factRuns({ code, level, time, fee }: BoardProcedure): Run[] {
  const values = [level, time, fee === null ? null : feeOnWall(fee)].filter(value => value !== null)
  // A gap in place of a sign: signs would stand lost at the ends of lines.
  return [run(code, 700, 'accent'), ...values.flatMap(value => [between, run(shortValue(value))])]
}

function feeOnWall(fee: string): string {
  if (fee === 'Không') return 'Không thu phí'
  return fee === 'Miễn' ? 'Miễn phí' : fee
}

/** “5 ngày làm việc” and “8.000 đồng/trường hợp” stay in one line. */
function shortValue(value: string): string {
  return value
    .split('; ')
    .map(part => (part.length <= 26 ? glued(part) : part))
    .join('; ')
}

/** The band of a field: its number and name, who is in charge, where and under which number. */
export function wallBand(field: BoardField, width: number, size: number, continued: boolean): Block {
  const pad = 0.55 * size
  const inner = width - 2 * pad
  const chipSize = 1.1 * size
  const chip = field.counter === null ? null : counterChip(field.counter, inner / 2, chipSize)
  const beside = chip === null ? inner : inner - chip.width - 0.6 * size
  const named = [run(`${field.number}. `, 700, 'light'), run(field.name, 700, 'light')]
  const nameSize = 1.45 * size
  const name = setText(continued ? [...named, run(' (tiếp)', 400, 'light')] : named, continued ? beside : inner, {
    size: continued ? size : nameSize,
    leading: 1.22,
  })
  const officer = field.inCharge
  const contact: Run[] =
    officer === null || continued
      ? []
      : [
          run(glued(officer.name), 400, 'light'),
          ...(officer.number === null ? [] : [run(' '), run(glued(officer.number), 700, 'light')]),
        ]
  const line = setText(contact, beside, { size, leading: 1.26 })
  const top = 0.4 * size
  // The counter stands at the right of the last lines of the band; its text beside it.
  const lower = continued ? name.height : line.height
  const upper = continued ? 0 : name.height
  const height = top + upper + Math.max(lower, chip === null ? 0 : chip.height) + 0.45 * size
  return {
    height,
    gap: 0.8 * size,
    keep: true,
    key: field.record.id,
    place: (x, y) => [
      rectangle('fill', { x, y, width, height }),
      name.at(x + pad, y + top, { tag: continued ? 'p' : 'h2' }),
      ...(line.lines.length === 0 ? [] : [line.at(x + pad, y + top + upper)]),
      ...(chip === null ? [] : chip.at(x + width - pad - chip.width, y + height - 0.4 * size - chip.height)),
    ],
  }
}

/** “Quầy 3” on a white plate. */
function counterChip(counter: string, widest: number, size: number) {
  const style = { size, weight: 700, tone: 'accent', align: 'center', leading: 1.22 } as const
  const free = setText(glued(counter), widest - 0.6 * size, style)
  const width = Math.min(widest, lineWidth(free.lines, size) + 0.8 * size)
  const text = setText(glued(counter), width - 0.4 * size, style)
  const height = text.height + 0.06 * size
  return {
    width,
    height,
    at: (x: number, y: number): BoardNode[] => [
      rectangle('chip', { x, y, width, height }),
      text.at(x + 0.2 * size, y + 0.03 * size),
    ],
  }
}

function lineWidth(lines: readonly (readonly Run[])[], size: number): number {
  return Math.max(...lines.map(line => widthOfRuns(line))) * size * 1.02
}
