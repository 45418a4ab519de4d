import type { Catalog, Procedure } from '../src/catalog/model.js'

import { type BoardOptions, makeBoards } from '../src/renderers/board-documents.js'
import { boardKinds } from '../src/renderers/board-sheet.js'
import { boardView } from '../src/views/board.js'
import { sampleCatalog } from './sample.js'

export const boardDefaults: BoardOptions = {
  kinds: boardKinds,
  only: [],
  wallPaper: 'A0',
  sheetPaper: 'A4',
  orientation: 'portrait',
  sheets: undefined,
  distance: undefined,
  largePrint: false,
  targets: { baseUrl: 'https://phuong.example.vn/tthc/' },
}

const words =
  'Thủ tục hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần theo quy định của pháp luật về ưu đãi người có công với cách mạng '

/** As long as the longest that is known from a real list. */
export const longTitle = words.repeat(8).slice(0, 1094).trimEnd().padEnd(1094, 'g')

/** What no list should hold and some do: a title of 1,094 characters, a field of 60 procedures, words without spaces. */
export const crowdedCatalog: Catalog = {
  ...sampleCatalog,
  publication: {
    ...sampleCatalog.publication,
    date: '2026-11-01',
    decision: { number: '1250/QĐ-UBND', date: '2026-10-20', issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Bình Dương' },
    notice: 'Danh mục ví dụ; tên người và số điện thoại là hư cấu, không dùng để niêm yết tại bộ phận một cửa.',
  },
  fields: [
    ...sampleCatalog.fields,
    {
      id: 'sau-muoi',
      name: 'Lĩnh vực có sáu mươi thủ tục và một cái tên dài hơn chiều rộng của cột',
      officers: [sampleCatalog.officers[0]?.id ?? ''],
      counter: 'Quầy tiếp nhận hồ sơ số 12',
    },
    { id: 'trong', name: 'Lĩnh vực chưa có thủ tục' },
  ],
  procedures: [
    ...sampleCatalog.procedures,
    {
      code: '1.999999',
      title: longTitle,
      field: 'ho-tich',
      serviceLevel: 'level-2',
      processingTime: '5 ngày làm việc',
      fees: 'none',
    },
    { code: '1.999998', title: 'a'.repeat(300), field: 'ho-tich', processingTime: 'https://'.concat('x'.repeat(120)) },
    ...Array.from(
      { length: 60 },
      (_, index): Procedure => ({
        code: `3.${String(index).padStart(6, '0')}`,
        title: `Thủ tục thứ ${index + 1} ${words.slice(0, 20 + ((index * 37) % 110))}`,
        field: 'sau-muoi',
        serviceLevel: 'level-3',
        onlineUrl: 'https://dichvucong.gov.vn/',
        processingTime: [{ time: '3 ngày làm việc' }, { time: '10 ngày làm việc', when: 'phải xác minh' }],
        fees:
          index % 3 === 0 ? 'none' : [{ kind: 'lệ phí', amount: '8000', per: 'trường hợp', when: words.slice(0, 60) }],
        steps: Array.from({ length: 1 + (index % 9) }, (_step, step) => ({
          title: `Bước ${step + 1}: ${words}`,
          actor: 'Công chức',
        })),
        dossier: Array.from({ length: index % 12 }, (_paper, number) => ({
          name: `Giấy tờ ${number + 1}: ${words}`,
          original: 1,
          copies: 2,
        })),
        legalBases: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }, { number: '123/2015/NĐ-CP' }],
      }),
    ),
  ],
}

export function boardsOf(catalog: Catalog, options: Partial<BoardOptions> = {}, errors = 0) {
  return makeBoards(boardView(catalog, { errors }), { ...boardDefaults, ...options })
}
