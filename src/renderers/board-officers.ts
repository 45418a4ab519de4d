import type { BoardCounter, BoardField, BoardOfficer, BoardView } from '../views/board.js'
import type { BoardRecord } from '../views/board-records.js'
import type { Block } from './board-flow.js'
import { areaOf, type Head, largestFit, noHead, sheetPages, stacked } from './board-frame.js'
import { type BoardNode, between, rectangle, run, setText, sizeForOneLine } from './board-node.js'
import type { SheetOptions } from './board-procedure.js'
import { paragraph } from './board-rows.js'
import { type Sheet, sheetRevision } from './board-sheet.js'
import { glued, type Run } from './board-type.js'

/** Who sits where, with telephone, fields, deputies and hours. */
export function officersSheet(view: BoardView, { paper, size }: SheetOptions): Sheet | undefined {
  const shows = [
    view.agencyRecord,
    ...view.officers.map(({ record }) => record),
    ...view.fields.map(({ record }) => record),
  ]
  const revision = sheetRevision(shows, view)
  const { width } = areaOf(paper)
  const seated = new Set(view.counters.flatMap(({ officers }) => officers))
  const others = view.officers.filter(officer => !seated.has(officer))
  const counters =
    others.length === 0 ? view.counters : [...view.counters, { name: 'Nơi khác', officers: others, fields: [] }]
  const pages = sheetPages({
    view,
    paper,
    size,
    revision,
    kicker: 'Bộ phận Một cửa',
    opening: openingOf('Cán bộ tại các quầy', view, width, size),
    running: { ...titleHead('Cán bộ tại các quầy (tiếp theo)', width, size) },
    blocks: counters.flatMap(counter => counterRows(view, counter, width, size)),
  })
  if (pages === undefined) return undefined
  return { kind: 'officers', subject: 'can-bo', title: 'Cán bộ tại các quầy', shows, revision, pages, cells: [] }
}

function openingOf(title: string, view: BoardView, width: number, size: number): Head {
  const hours = view.agency.hours.map(line => paragraph([run(line)], width, { size: 1.05 * size }))
  return stacked([titleBlock(title, width, 2.1 * size), ...hours])
}

function titleBlock(title: string, width: number, size: number): Block {
  const text = setText(title, width, { size, weight: 700, tone: 'accent', leading: 1.2 })
  return { height: text.height, gap: 0, place: (x, y) => [text.at(x, y, { tag: 'h1' })] }
}

function titleHead(title: string, width: number, size: number): Head {
  const text = setText(title, width, { size, weight: 700, tone: 'accent', leading: 1.25 })
  return { height: text.height, place: (x, y) => [text.at(x, y)] }
}

/** A counter with its people: the name at the left as on the plate that hangs above it. */
function counterRows(view: BoardView, { name, officers, fields }: BoardCounter, width: number, size: number): Block[] {
  const plate = width * 0.2
  const inner = width - plate - size
  const pad = 0.6 * size
  const plateSize = Math.min(1.35 * size, Math.max(size, sizeForOneLine(name, 700, plate - 0.8 * size, 1.35 * size)))
  const sign = setText(name, plate - 0.6 * size, {
    size: plateSize,
    weight: 700,
    tone: 'light',
    align: 'center',
    leading: 1.2,
  })
  const people = officers.map(officer => officerLines(view, officer, inner, size))
  const listed =
    fields.length === 0
      ? []
      : [
          paragraph(
            [run('Lĩnh vực: ', 400, 'soft'), run(fields.map(field => field.name).join('; '))],
            inner,
            { size, leading: 1.25 },
            0.3 * size,
          ),
        ]
  const content = stacked([...people, ...listed])
  const signHeight = sign.height + 0.6 * size
  const height = Math.max(content.height, signHeight) + 2 * pad
  return [
    {
      height,
      gap: 0,
      place: (x, y) => [
        {
          tag: 'div',
          children: [
            rectangle('rule', { x, y, width, height: 0.3 }),
            rectangle('fill', { x, y: y + pad, width: plate, height: signHeight }),
            sign.at(x + 0.3 * size, y + pad + 0.3 * size, { tag: 'h2' }),
            ...content.place(x + plate + size, y + pad),
          ],
        },
      ],
      // A counter for many: person by person, where a page does not hold them all.
      split: room => splitCounter(view, { name, officers, fields }, width, size, room),
    },
  ]
}

function splitCounter(
  view: BoardView,
  counter: BoardCounter,
  width: number,
  size: number,
  room: number,
): [Block, Block] | undefined {
  for (let count = counter.officers.length - 1; count > 0; count -= 1) {
    const first = counterRows(
      view,
      { ...counter, officers: counter.officers.slice(0, count), fields: [] },
      width,
      size,
    )[0]
    const rest = counterRows(view, { ...counter, officers: counter.officers.slice(count) }, width, size)[0]
    if (first !== undefined && rest !== undefined && first.height <= room) return [first, rest]
  }
  return undefined
}

function officerLines(view: BoardView, officer: BoardOfficer, width: number, size: number): Head & { gap: number } {
  const phoneWidth = width * 0.4
  const name = setText(officer.name, width - phoneWidth, { size: 1.15 * size, weight: 700, leading: 1.25 })
  const phone = setText(officer.number === null ? '' : glued(officer.number), phoneWidth, {
    size: 1.15 * size,
    weight: 700,
    tone: 'accent',
    align: 'right',
    leading: 1.25,
  })
  const job = setText([...(officer.jobTitle === null ? [] : [run(officer.jobTitle, 400, 'soft')])], width, {
    size,
    leading: 1.25,
  })
  const deputies = deputiesOf(view.fields, officer)
  const stands = setText(
    deputies.length === 0
      ? []
      : [run('Người làm thay: ', 400, 'soft'), run(deputies.map(({ name: deputy }) => deputy).join(', '))],
    width,
    { size, leading: 1.25 },
  )
  const top = Math.max(name.height, phone.height)
  return {
    gap: 0.4 * size,
    height: top + job.height + stands.height,
    place: (x, y) => [
      name.at(x, y),
      ...(phone.lines.length === 0 ? [] : [phone.at(x + width - phoneWidth, y)]),
      ...(job.lines.length === 0 ? [] : [job.at(x, y + top)]),
      ...(stands.lines.length === 0 ? [] : [stands.at(x, y + top + job.height)]),
    ],
  }
}

/** Who stands in where this officer is in charge. */
function deputiesOf(fields: readonly BoardField[], officer: BoardOfficer): BoardOfficer[] {
  return [...new Set(fields.filter(({ inCharge }) => inCharge === officer).flatMap(({ deputies }) => deputies))]
}

/** A card that stands on a counter: its name, who is there, the telephone and the fields. */
export function counterCard(
  view: BoardView,
  counter: BoardCounter,
  { paper, size: least }: SheetOptions,
): Sheet | undefined {
  const deputies = [...new Set(counter.fields.flatMap(field => field.deputies))].filter(
    one => !counter.officers.includes(one),
  )
  const records = [
    ...counter.officers.map(({ record }) => record),
    ...deputies.map(({ record }) => record),
    ...counter.fields.map(({ record }) => record),
    view.agencyRecord,
  ]
  const shows: BoardRecord[] = [...new Set(records)]
  const revision = sheetRevision(shows, view)
  const { width } = areaOf(paper)
  const pagesAt = (size: number) =>
    sheetPages({
      view,
      paper,
      size: least,
      revision,
      kicker: 'Bộ phận Một cửa',
      opening: noHead,
      running: noHead,
      blocks: cardBlocks(counter, deputies, width, size),
    })
  const size = largestFit(least, 2.2 * least, wished => pagesAt(wished)?.length === 1)
  // Too much for one card: it goes on over the back.
  const pages = pagesAt(size ?? least)
  if (pages === undefined) return undefined
  return { kind: 'officers', subject: counter.name, title: counter.name, shows, revision, pages, cells: [] }
}

function cardBlocks(
  { name, officers, fields }: BoardCounter,
  deputies: readonly BoardOfficer[],
  width: number,
  size: number,
): Block[] {
  const nameSize = sizeForOneLine(name, 700, width * 0.9, 3.2 * size)
  const title = setText(name, width, { size: Math.max(size, nameSize), weight: 700, tone: 'light', leading: 1.18 })
  const bandHeight = title.height + 0.5 * size
  const band: Block = {
    height: bandHeight,
    gap: 0,
    place: (x, y): BoardNode[] => [
      rectangle('fill', { x, y, width, height: bandHeight }),
      title.at(x + 0.6 * size, y + 0.25 * size, { tag: 'h1' }),
    ],
  }
  const people = officers.flatMap((officer, index) => {
    const who = paragraph(
      [run(officer.name, 700)],
      width,
      { size: 1.35 * size, leading: 1.2 },
      index === 0 ? 0.5 * size : 0.35 * size,
    )
    const job =
      officer.jobTitle === null ? [] : [paragraph([run(officer.jobTitle, 400, 'soft')], width, { size, leading: 1.22 })]
    const phone =
      officer.number === null
        ? []
        : [paragraph([run(glued(officer.number), 700, 'accent')], width, { size: 1.5 * size, leading: 1.2 })]
    return [who, ...job, ...phone]
  })
  const below: Run[][] = [
    ...(fields.length === 0 ? [] : [[run('Lĩnh vực: ', 400, 'soft'), run(fields.map(field => field.name).join('; '))]]),
    ...(deputies.length === 0
      ? []
      : [
          [
            run('Người làm thay: ', 400, 'soft'),
            ...deputies.flatMap((deputy, index) => [
              ...(index === 0 ? [] : [run('; ')]),
              run(glued(deputy.name)),
              ...(deputy.number === null ? [] : [between, run(glued(deputy.number), 700)]),
            ]),
          ],
        ]),
  ]
  return [band, ...people, ...below.map(runs => paragraph(runs, width, { size, leading: 1.25 }, 0.4 * size))]
}
