import type { BoardField, BoardOfficer, BoardProcedure, BoardView } from '../views/board.js'
import type { CaseView } from '../views/procedure.js'
import type { Block } from './board-flow.js'
import { areaOf, type Head, sheetPages } from './board-frame.js'
import { between, rectangle, run, setText } from './board-node.js'
import type { Paper } from './board-paper.js'
import { qrNode, qrWidth, usualModule } from './board-qr.js'
import { contentWidth, numbered, paragraph, section, tableRows } from './board-rows.js'
import { codeFor, type QrTargets, type Sheet, sheetRevision, targetOf } from './board-sheet.js'
import { glued, type Run } from './board-type.js'

export interface SheetOptions {
  readonly paper: Paper
  /** The smallest letters, mm. */
  readonly size: number
  readonly targets: QrTargets
}

/** The sheet of one procedure with every part that Điều 8 NĐ 63/2010/NĐ-CP names. */
export function procedureSheet(
  view: BoardView,
  field: BoardField,
  procedure: BoardProcedure,
  { paper, size, targets }: SheetOptions,
): Sheet | undefined {
  const staff = [field.inCharge, ...field.deputies].filter(officer => officer !== null)
  const shows = [
    procedure.records.listing,
    procedure.records.parts,
    field.record,
    ...staff.map(({ record }) => record),
    view.agencyRecord,
  ]
  const revision = sheetRevision(shows, view)
  const options = { paper, size, targets }
  const parts = partBlocks(view, field, procedure, areaOf(paper).width, size)
  const pagesWith = (title: string, blocks: readonly Block[]) =>
    sheetPages({
      view,
      paper,
      size,
      revision,
      kicker: 'Thủ tục hành chính',
      opening: opening(field, procedure, title, revision, options),
      running: running(procedure, paper, size),
      blocks,
    })
  // A title that leaves no room for anything else is shortened at the head and stands whole as the first part.
  const pages =
    pagesWith(procedure.title, parts) ??
    pagesWith(shortened(procedure.shortTitle, 120), [...titleBlock(procedure, areaOf(paper).width, size), ...parts])
  if (pages === undefined) return undefined
  const title = `${procedure.code} ${procedure.shortTitle}`
  return { kind: 'procedure', subject: procedure.code, title, shows, revision, pages, cells: [] }
}

/** A long title needs no large letters to be seen; it needs room. */
function titleSize(title: string, size: number): number {
  if (title.length <= 60) return 1.75 * size
  if (title.length <= 140) return 1.45 * size
  return title.length <= 300 ? 1.2 * size : size
}

function opening(
  field: BoardField,
  procedure: BoardProcedure,
  titleText: string,
  revision: string,
  { paper, size, targets }: SheetOptions,
): Head {
  const { width } = areaOf(paper)
  const code = codeFor(targetOf(procedure.address, procedure.view.onlineUrl, revision, targets))
  const side = code === null ? 0 : qrWidth(code, Math.max(code.modules * usualModule, 5 * size))
  const textWidth = width - (code === null ? 0 : side + size)
  const place: Run[] = [
    run(field.name, 700, 'accent'),
    ...(field.counter === null ? [] : [between, run(glued(field.counter), 700)]),
  ]
  const above = setText(place, textWidth, { size: 1.1 * size })
  const title = setText(titleText, textWidth, {
    size: titleSize(titleText, size),
    weight: 700,
    leading: 1.2,
  })
  const below = setText(
    [
      run('Mã thủ tục '),
      run(procedure.code, 700, 'accent'),
      ...(procedure.level === null ? [] : [between, run(glued(procedure.level), 700)]),
    ],
    textWidth,
    { size },
  )
  const height = Math.max(above.height + title.height + 0.3 * size + below.height, side)
  return {
    height,
    place: (x, y) => [
      above.at(x, y),
      title.at(x, y + above.height, { tag: 'h1' }),
      below.at(x, y + above.height + title.height + 0.3 * size),
      ...(code === null ? [] : [qrNode(code, `Mã QR: thủ tục ${procedure.code} trên mạng`, x + width - side, y, side)]),
    ],
  }
}

function titleBlock({ title }: BoardProcedure, width: number, size: number): Block[] {
  return section(
    'Tên thủ tục',
    [paragraph([run(title, 700)], contentWidth(width), { size, leading: 1.25 })],
    width,
    size,
  )
}

/** What later pages say of themselves: one that fell out of the stand finds its way back. */
function running(procedure: BoardProcedure, paper: Paper, size: number): Head {
  const { width } = areaOf(paper)
  const text = setText(
    [
      run(`${procedure.code}  `, 700, 'accent'),
      run(shortened(procedure.shortTitle, 110), 700),
      run(' (tiếp theo)', 400, 'soft'),
    ],
    width,
    { size },
  )
  return {
    height: text.height + 0.3 * size,
    place: (x, y) => [text.at(x, y), rectangle('rule', { x, y: y + text.height + 0.2 * size, width, height: 0.3 })],
  }
}

export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, cut.lastIndexOf(' ') > length / 2 ? cut.lastIndexOf(' ') : length)}…`
}

const unknown = [run('Chưa công bố', 400, 'soft')]
const none = [run('Không')]

function partBlocks(
  view: BoardView,
  field: BoardField,
  procedure: BoardProcedure,
  width: number,
  size: number,
): Block[] {
  const { view: listed, parts } = procedure
  const inner = contentWidth(width)
  const style = { size, leading: 1.25 }
  const text = (runs: readonly Run[], gap = 0) => paragraph(runs, inner, style, gap)
  const value = (content: string | null) => [text(content === null ? unknown : [run(content)])]
  const list = (label: string, items: readonly (readonly Run[])[] | null) => {
    if (items === null) return [text(unknown)]
    if (items.length === 0) return [text(none)]
    if (items.length === 1) return [text(items[0] ?? none)]
    return numbered(label, items, inner, size)
  }
  const cases = (all: readonly CaseView[]) =>
    all.length === 0 ? [text(unknown)] : all.map((one, index) => text(caseRuns(one), index === 0 ? 0 : 0.2 * size))
  const add = (name: string, items: readonly Block[]) => section(name, items, width, size)

  const steps = parts.steps?.map(({ title, actor, time }) => [
    run(title),
    ...(actor === null ? [] : [run(` (${actor})`, 400, 'soft')]),
    ...(time === null ? [] : [run(` ${time}`, 700)]),
  ])
  return [
    ...add('Thời hạn giải quyết', [
      ...cases(listed.times),
      ...(listed.statutoryTime === null
        ? []
        : [text([run('Theo quy định: '), run(listed.statutoryTime, 700)], 0.2 * size)]),
    ]),
    ...add('Phí, lệ phí', cases(listed.fees)),
    ...add('Trình tự thực hiện', list('Trình tự thực hiện', steps ?? null)),
    ...add('Cách thức thực hiện', [
      ...value(parts.channels),
      ...(listed.partialReason === null
        ? []
        : [text([run(`Lý do chỉ cung cấp một phần: ${listed.partialReason}`)], 0.2 * size)]),
    ]),
    ...add('Thành phần hồ sơ', dossier(procedure, inner, size) ?? list('', parts.dossier === null ? null : [])),
    ...add('Số lượng hồ sơ', value(parts.sets === null ? null : `${parts.sets} bộ`)),
    ...add('Đối tượng thực hiện', value(parts.applicants?.join(', ') ?? null)),
    ...add('Cơ quan giải quyết', [
      ...value(parts.authority),
      ...(parts.interlinked.length === 0
        ? []
        : [text([run(`Liên thông với: ${parts.interlinked.join(', ')}`)], 0.2 * size)]),
    ]),
    ...add(
      'Mẫu đơn, tờ khai',
      list(
        'Mẫu đơn, tờ khai',
        parts.forms?.map(({ name, code }) => [run(code === null ? name : `${name} (${code})`)]) ?? null,
      ),
    ),
    ...add('Kết quả thực hiện', list('Kết quả thực hiện', parts.results?.map(result => [run(result)]) ?? null)),
    ...add(
      'Yêu cầu, điều kiện',
      list('Yêu cầu, điều kiện', parts.conditions?.map(condition => [run(condition)]) ?? null),
    ),
    ...add(
      'Căn cứ pháp lý',
      list(
        'Căn cứ pháp lý',
        parts.legalBases?.map(({ number, date, title }) => [
          run(glued(number), 700),
          ...(date === null ? [] : [run(` ngày ${date}`)]),
          ...(title === null ? [] : [run(` ${title}`)]),
        ]) ?? null,
      ),
    ),
    ...optional('Quyết định công bố', parts.decision, add, text),
    ...optional('Hiệu lực', effect(parts.effectiveFrom, parts.effectiveTo), add, text),
    ...optional('Quy trình ISO', parts.iso, add, text),
    ...add('Nơi tiếp nhận', [
      text([run(listed.place === '' ? view.agency.name : listed.place, 700)]),
      ...hours(view, text, size),
    ]),
    ...add('Cán bộ phụ trách', staffBlocks(field, procedure, text, size)),
  ]
}

function optional(
  name: string,
  content: string | null,
  add: (name: string, items: readonly Block[]) => Block[],
  text: (runs: readonly Run[]) => Block,
): Block[] {
  return content === null ? [] : add(name, [text([run(content)])])
}

function effect(from: string | null, to: string | null): string | null {
  const parts = [from === null ? null : `từ ngày ${from}`, to === null ? null : `đến hết ngày ${to}`].filter(
    part => part !== null,
  )
  return parts.length === 0 ? null : parts.join(' ')
}

export function caseRuns({ text, when }: CaseView): Run[] {
  return when === null ? [run(text, 700)] : [run(`${when}: `), run(text, 700)]
}

function dossier({ parts }: BoardProcedure, width: number, size: number): Block[] | undefined {
  if (parts.dossier === null || parts.dossier.length === 0) return undefined
  const rows = parts.dossier.map(({ name, copies, form, when }, index) => [
    [
      run(`${index + 1}. `, 700, 'accent'),
      run(name),
      ...(form === null ? [] : [run(` (mẫu: ${form})`, 400, 'soft')]),
      ...(when === null ? [] : [run(` Khi: ${when}`, 400, 'soft')]),
    ],
    copies ?? '',
  ])
  return tableRows(
    'Thành phần hồ sơ',
    [
      { name: 'Tên giấy tờ', part: 0.76 },
      { name: 'Số lượng', part: 0.24 },
    ],
    rows,
    width,
    size,
  )
}

function hours(view: BoardView, text: (runs: readonly Run[], gap?: number) => Block, size: number): Block[] {
  return view.agency.hours.map(line => text([run(line)], 0.1 * size))
}

function staffBlocks(
  field: BoardField,
  { view }: BoardProcedure,
  text: (runs: readonly Run[], gap?: number) => Block,
  size: number,
): Block[] {
  const own = view.officer
  if (own !== null)
    return [
      text([run(own.name, 700), ...(own.phone === null ? [] : [between, run(glued(own.phone.text), 700, 'accent')])]),
    ]
  const line = (officer: BoardOfficer, note: string): Run[] => [
    run(officer.name, 700),
    ...(note === '' ? [] : [run(` (${note})`, 400, 'soft')]),
    ...(officer.number === null ? [] : [run(': '), run(glued(officer.number), 700, 'accent')]),
  ]
  if (field.inCharge === null) return [text(unknown)]
  return [
    text(line(field.inCharge, '')),
    ...field.deputies.map(deputy => text(line(deputy, 'người làm thay'), 0.1 * size)),
  ]
}
