import type { BoardView } from '../views/board.js'
import { numberText } from '../views/contact-number.js'
import { type BoardNode, type Box, rectangle, run, setText, sizeForOneLine } from './board-node.js'
import type { Paper } from './board-paper.js'
import { glued, type Run } from './board-type.js'

export interface WallPlace {
  readonly sheet: number
  readonly sheets: number
  /** “Lĩnh vực 1–18” */
  readonly range: string
}

interface Frame {
  readonly height: number
  readonly nodes: readonly BoardNode[]
}

/** The head of a wall sheet: whose list it is, of what day, and where to ask. Nothing in it is smaller than the list. */
export function wallHead(view: BoardView, paper: Paper, size: number, { sheet, sheets, range }: WallPlace): Frame {
  const { agency, counts, date, decision } = view
  const short = Math.min(paper.width, paper.height)
  const margin = short * 0.03
  const width = paper.width - 2 * margin
  const nodes: BoardNode[] = []

  const agencyName = [
    agency.name.toUpperCase(),
    agency.province === null ? '' : `, ${agency.province.toUpperCase()}`,
  ].join('')
  const agencySize = Math.max(size, sizeForOneLine(agencyName || ' ', 700, width, short * 0.024))
  const titleText = 'DANH MỤC THỦ TỤC HÀNH CHÍNH'
  const titleSize = Math.max(size, sizeForOneLine(titleText, 700, width, short * 0.058))
  const agencySet = setText(agencyName, width, { size: agencySize, weight: 700, tone: 'light', leading: 1.3 })
  // The hook over Ủ is tall: with less leading it would touch the name above.
  const titleSet = setText(titleText, width, { size: titleSize, weight: 700, tone: 'light', leading: 1.45 })
  const bandPad = margin * 0.65
  const bandHeight = bandPad + agencySet.height + titleSet.height + bandPad * 0.8
  // The band runs over the edge: where the shop cuts, no white line stays.
  nodes.push(
    rectangle('fill bleed-top', { x: 0, y: 0, width: paper.width, height: bandHeight }),
    ...(agencySet.lines.length === 0 ? [] : [agencySet.at(margin, bandPad)]),
    titleSet.at(margin, bandPad + agencySet.height, { tag: 'h1' }),
  )

  const factSize = Math.max(1.05 * size, short * 0.013)
  const facts: Run[][] = [
    [
      run(`${counts.procedures}`, 700, 'accent'),
      run(' thủ tục, '),
      run(`${counts.fields}`, 700, 'accent'),
      run(' lĩnh vực'),
    ],
    ...(date === null ? [] : [[run('Cập nhật đến ngày '), run(date.text, 700)]]),
    ...(sheets === 1 || sheet > sheets
      ? []
      : [[run('Tờ '), run(`${sheet}/${sheets}`, 700, 'accent'), run(range === '' ? '' : `: ${range}`)]]),
    ...(decision === null ? [] : [[run(decision)]]),
    ...agency.hours.map(hours => [run(hours)]),
    ...(agency.phone === null ? [] : [[run('Điện thoại '), run(glued(numberText(agency.phone)), 700)]]),
    ...(agency.feedback?.phone == null
      ? []
      : [[run('Phản ánh, kiến nghị '), run(glued(numberText(agency.feedback.phone)), 700)]]),
    [run('Quét mã QR để xem hồ sơ cần nộp', 400, 'soft')],
    [run('* tùy trường hợp, xem qua mã QR', 400, 'soft')],
  ]
  // A line that says which sheet it is must be measured with the longest that it may say.
  const measured = sheet === 1 && sheets === 99 ? [...facts, [run('Tờ 99/99: Lĩnh vực 100–100')]] : facts
  const columns = Math.max(1, Math.min(4, Math.floor(width / (19 * factSize))))
  const gap = 1.5 * factSize
  const columnWidth = (width - (columns - 1) * gap) / columns
  const sets = measured.map(runs => setText(runs, columnWidth, { size: factSize, leading: 1.32 }))
  const top = bandHeight + margin * 0.6
  const perColumn = Math.ceil(sets.length / columns)
  let bottom = top
  for (let column = 0; column * perColumn < sets.length; column += 1) {
    let y = top
    for (const set of sets.slice(column * perColumn, (column + 1) * perColumn)) {
      nodes.push(set.at(margin + column * (columnWidth + gap), y))
      y += set.height
    }
    bottom = Math.max(bottom, y)
  }
  return { height: bottom, nodes: [{ tag: 'header', children: nodes }] }
}

/** The foot: what the publisher says of the list, and the code by which a sheet is known to be current. */
export function wallFoot(
  view: BoardView,
  paper: Paper,
  size: number,
  revision: string,
  { sheet, sheets }: Pick<WallPlace, 'sheet' | 'sheets'>,
): Frame & { readonly code: Box } {
  const margin = Math.min(paper.width, paper.height) * 0.03
  const width = paper.width - 2 * margin
  const lines = notices(view).map(runs => setText(runs, width, { size, leading: 1.3 }))
  const codeText: Run[] = [run('Mã bảng '), run(revision, 700)]
  const page = sheets === 1 ? '' : `Tờ ${sheet}/${sheets}`
  const code = setText(codeText, width * 0.75, { size, leading: 1.3 })
  const pageSet = setText(page, width * 0.25, { size, weight: 700, align: 'right', leading: 1.3 })
  const height =
    0.5 * size + lines.reduce((sum, set) => sum + set.height, 0) + Math.max(code.height, pageSet.height) + margin * 0.6
  const top = paper.height - height
  const nodes: BoardNode[] = [rectangle('rule', { x: margin, y: top, width, height: Math.max(0.4, size * 0.08) })]
  let y = top + 0.5 * size
  for (const set of lines) {
    nodes.push(set.at(margin, y))
    y += set.height
  }
  nodes.push(code.at(margin, y))
  if (page !== '') nodes.push(pageSet.at(margin + width * 0.75, y))
  const codeWidth = 14 * size
  return {
    height,
    nodes: [{ tag: 'footer', children: nodes }],
    code: { x: margin, y, width: codeWidth, height: 1.3 * size },
  }
}

/** What every sheet says: that errors were left in it, and the publisher's own notice. */
export function notices({ notice, errors }: Pick<BoardView, 'notice' | 'errors'>): Run[][] {
  return [
    ...(errors > 0
      ? [[run(`BẢN XEM THỬ, KHÔNG DÙNG ĐỂ NIÊM YẾT: danh mục còn ${errors} lỗi chưa sửa.`, 700, 'accent')]]
      : []),
    ...(notice === null ? [] : [[run('Lưu ý: ', 700), run(notice)]]),
  ]
}
