import { pageAddresses } from '../views/addresses.js'
import type { BoardView } from '../views/board.js'
import { numberText } from '../views/contact-number.js'
import type { Block } from './board-flow.js'
import { areaOf, largestFit, noHead, sheetPages } from './board-frame.js'
import { between, rectangle, run, setText, sizeForOneLine } from './board-node.js'
import type { SheetOptions } from './board-procedure.js'
import { type QrCode, qrNode, qrWidth, usualModule } from './board-qr.js'
import { numbered, paragraph } from './board-rows.js'
import { codeFor, type Sheet, sheetRevision, targetOf } from './board-sheet.js'
import { glued } from './board-type.js'

/** Where to complain: NĐ 20/2008/NĐ-CP (amended by NĐ 48/2013 and NĐ 92/2017) has it posted at every counter. */
export function feedbackSheet(view: BoardView, { paper, size: least, targets }: SheetOptions): Sheet | undefined {
  const shows = [view.feedbackRecord, view.agencyRecord]
  const revision = sheetRevision(shows, view)
  const { width } = areaOf(paper)
  const code = codeFor(targetOf(pageAddresses.feedback, view.agency.feedback?.url ?? null, revision, targets))
  const pagesAt = (size: number) =>
    sheetPages({
      view,
      paper,
      size: least,
      revision,
      kicker: '',
      opening: noHead,
      running: noHead,
      blocks: blocks(view, code, width, size),
    })
  const size = largestFit(least, 1.7 * least, wished => pagesAt(wished)?.length === 1)
  const pages = pagesAt(size ?? least)
  if (pages === undefined) return undefined
  return { kind: 'feedback', subject: 'phan-anh', title: 'Phản ánh, kiến nghị', shows, revision, pages, cells: [] }
}

function blocks(view: BoardView, code: QrCode | null, width: number, size: number): Block[] {
  const { feedback } = view.agency
  const titleText = 'PHẢN ÁNH, KIẾN NGHỊ'
  const title = setText(titleText, width - 1.4 * size, {
    size: Math.max(size, sizeForOneLine(titleText, 700, width - 1.4 * size, 3 * size)),
    weight: 700,
    tone: 'light',
    leading: 1.2,
  })
  const bandHeight = title.height + 0.6 * size
  const band: Block = {
    height: bandHeight,
    gap: 0,
    place: (x, y) => [
      rectangle('fill', { x, y, width, height: bandHeight }),
      title.at(x + 0.7 * size, y + 0.3 * size, { tag: 'h1' }),
    ],
  }
  const style = { size, leading: 1.27 }
  const text = (content: Parameters<typeof paragraph>[0], gap = 0.4) => paragraph(content, width, style, gap * size)
  const heading = (content: string): Block => ({
    ...paragraph([run(content, 700, 'accent')], width, { size: 1.15 * size, leading: 1.25 }, 0.7 * size),
    keep: true,
  })
  const ways: Block[] = []
  if (feedback === null) ways.push(text([run('Danh mục chưa ghi nơi tiếp nhận phản ánh, kiến nghị.', 400, 'soft')]))
  if (feedback?.phone != null) {
    ways.push(
      text([run('Gọi điện thoại', 400, 'soft')]),
      paragraph([run(glued(numberText(feedback.phone)), 700, 'accent')], width, { size: 2.4 * size, leading: 1.2 }),
    )
  }
  if (feedback?.email != null) ways.push(text([run('Gửi thư điện tử', 400, 'soft'), between, run(feedback.email, 700)]))
  if (feedback?.address != null)
    ways.push(text([run('Gửi thư hoặc đến trực tiếp', 400, 'soft'), between, run(feedback.address, 700)]))
  if (feedback?.url != null) ways.push(text([run('Gửi qua mạng', 400, 'soft'), between, run(feedback.url, 700)]))
  if (code !== null) ways.push(codeRow(code, width, size))
  return [
    band,
    text(
      [
        run(view.agency.name === '' ? 'Cơ quan này' : view.agency.name, 700),
        run(
          ' tiếp nhận phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính và về việc giải quyết thủ tục hành chính.',
        ),
      ],
      0.7,
    ),
    ...ways,
    heading('Nội dung phản ánh, kiến nghị'),
    ...numbered(
      'Nội dung phản ánh, kiến nghị',
      [
        'Vướng mắc cụ thể khi thực hiện thủ tục; cán bộ chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định.',
        'Quy định hành chính không phù hợp với thực tế, không đồng bộ, không thống nhất, không hợp pháp hoặc trái điều ước quốc tế.',
        'Phương án xử lý hoặc sáng kiến ban hành quy định mới.',
      ].map(item => [run(item)]),
      width,
      size,
    ),
    heading('Khi gửi phản ánh, kiến nghị'),
    ...numbered(
      'Khi gửi phản ánh, kiến nghị',
      [
        'Dùng tiếng Việt, nói rõ nội dung.',
        'Ghi rõ tên, địa chỉ, số điện thoại hoặc địa chỉ thư tín của người gửi.',
        'Khiếu nại, tố cáo gửi theo pháp luật về khiếu nại, tố cáo.',
      ].map(item => [run(item)]),
      width,
      size,
    ),
  ]
}

function codeRow(code: QrCode, width: number, size: number): Block {
  const side = qrWidth(code, Math.max(code.modules * usualModule, 6 * size))
  const beside = setText('Quét mã để gửi phản ánh, kiến nghị qua mạng', width - side - size, { size, leading: 1.27 })
  return {
    height: Math.max(side, beside.height),
    gap: 0.4 * size,
    place: (x, y) => [
      qrNode(code, 'Mã QR: gửi phản ánh, kiến nghị', x, y, side),
      beside.at(x + side + size, y + Math.max(0, (side - beside.height) / 2)),
    ],
  }
}
