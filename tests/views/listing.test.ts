import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { listingView } from '../../src/views/listing.js'
import { internalPhone, sampleCatalog } from '../sample.js'

const bare: Catalog = { path: 'x', officers: [], fields: [], procedures: [] }

test('a list as plain data', () => {
  const nguyen = {
    name: 'Nguyễn Thị Ví Dụ',
    jobTitle: 'Công chức Tư pháp - Hộ tịch',
    counter: 'Quầy 2',
    phone: { text: '0274 3000 001', href: 'tel:+842743000001', extension: '12' },
    email: 'hotich@example.vn',
  }
  const tran = { name: 'Trần Văn Mẫu', jobTitle: null, counter: null, phone: null, email: null }
  const scheme = 'Nghị định 43/2011/NĐ-CP'
  const level2 = {
    value: 'level-2',
    name: 'Mức độ 2',
    scheme,
    meaning: 'Tải được mẫu đơn về điền; nộp hồ sơ trực tiếp hoặc qua bưu chính.',
  }
  const level4 = {
    value: 'level-4',
    name: 'Mức độ 4',
    scheme,
    meaning: 'Gửi hồ sơ và nộp phí (nếu có) qua mạng; nhận kết quả qua mạng, tại trụ sở hoặc qua bưu chính.',
  }
  const silent = {
    shortTitle: null,
    level: null,
    partialReason: null,
    times: [],
    statutoryTime: null,
    fees: [],
    channels: null,
    legalBases: [],
    onlineUrl: null,
    officer: null,
  }
  expect(listingView(sampleCatalog, { errors: 0 })).toEqual({
    agency: {
      name: 'Ủy ban nhân dân phường Ví Dụ',
      shortName: 'UBND phường Ví Dụ',
      province: 'Bình Dương',
      address: 'Số 1, đường Ví Dụ',
      phone: { text: '0274 3000 000', href: 'tel:+842743000000', extension: null },
      email: 'ubnd.vidu@example.vn',
      website: 'https://vidu.example.vn',
      hours: ['Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:00–17:00', 'Thứ Bảy: 07:30–11:30'],
      feedback: {
        phone: { text: '0274 3000 009', href: 'tel:+842743000009', extension: null },
        email: 'phananh@example.vn',
        address: 'Số 2, đường Ví Dụ',
        url: 'https://phananh.example.vn',
      },
    },
    notice: 'Danh mục ví dụ, không phải danh mục chính thức.',
    date: { iso: '2022-07-01', text: '01/07/2022' },
    decision: 'Quyết định số 1234/QĐ-UBND ngày 10/05/2022 của UBND tỉnh Bình Dương',
    errors: 0,
    counts: { procedures: 3, fields: 2 },
    levels: [
      { ...level2, count: 1 },
      { ...level4, count: 1 },
      { value: '', name: 'Chưa công bố mức độ', scheme: null, meaning: null, count: 1 },
    ],
    fields: [
      {
        anchor: 'lv-ho-tich',
        name: 'Hộ tịch',
        counter: 'Quầy 2',
        inCharge: nguyen,
        deputies: [tran],
        count: 2,
        procedures: [
          {
            ...silent,
            anchor: 'tt-1-001193',
            number: 1,
            code: '1.001193',
            title: 'Đăng ký khai sinh',
            shortTitle: 'Khai sinh',
            level: level4,
            times: [{ text: 'trong ngày', when: null }],
            statutoryTime: '1 ngày làm việc',
            fees: [{ text: 'Không', when: null }],
            channels: 'Trực tiếp, trực tuyến, qua bưu chính',
            legalBases: ['60/2014/QH13', '371/QĐ-UBND ngày 01/03/2022'],
            onlineUrl: 'https://dichvucong.example.vn/khai-sinh?a=1&b=2',
            place: 'Quầy 2, UBND phường Ví Dụ',
          },
          {
            ...silent,
            anchor: 'tt-2-000635',
            number: 2,
            code: '2.000635',
            title: 'Cấp bản sao trích lục hộ tịch',
            level: level2,
            times: [
              { text: '1/2 ngày', when: 'Nộp trực tiếp' },
              { text: '3 ngày làm việc', when: 'Nộp qua bưu chính, hồ sơ phải xác minh' },
            ],
            fees: [{ text: '8.000 đồng/bản (lệ phí)', when: 'đăng ký quá hạn' }],
            officer: tran,
            place: 'Quầy 2, UBND phường Ví Dụ',
          },
        ],
      },
      {
        anchor: 'lv-dat-dai',
        name: 'Đất đai',
        counter: 'Phòng 5',
        inCharge: {
          name: 'Lê Văn Thử',
          jobTitle: null,
          counter: 'Quầy 3',
          phone: { text: '0274 3000 003', href: 'tel:+842743000003', extension: null },
          email: null,
        },
        deputies: [],
        count: 1,
        procedures: [
          {
            ...silent,
            anchor: 'tt-1-003554',
            number: 3,
            code: '1.003554',
            title: 'Hòa giải tranh chấp đất đai',
            fees: [{ text: 'Miễn', when: null }],
            place: 'Phòng 5, UBND phường Ví Dụ',
          },
        ],
      },
    ],
  })
})

test('what is internal never leaves the catalog', () => {
  const text = JSON.stringify(listingView(sampleCatalog, { errors: 0 }))
  expect(text).not.toContain('internal')
  expect(text).not.toContain('rieng@example.vn')
  expect(text).not.toContain('khẩn cấp')
  expect(text.replace(/\D/g, '')).not.toContain(internalPhone.replace(/\D/g, ''))
})

test('a catalog that says nothing still makes a view', () => {
  const view = listingView(bare, { errors: 2 })
  expect(view).toMatchObject({ agency: { name: '', feedback: null }, errors: 2, levels: [], fields: [] })
})

test('a procedure of an unknown field is not dropped', () => {
  const stray = { code: '1.000001', title: 'Thủ tục lạc', field: 'khong-co' }
  const view = listingView({ ...sampleCatalog, procedures: [...sampleCatalog.procedures, stray] }, { errors: 1 })
  expect(view.fields.map(({ name, count }) => [name, count])).toEqual([
    ['Hộ tịch', 2],
    ['Đất đai', 1],
    ['Chưa xếp lĩnh vực', 1],
  ])
  expect(view.counts).toEqual({ procedures: 4, fields: 2 })
})

test('a code that stands twice gets two anchors', () => {
  const twice = { code: '1.000001', title: 'Hai lần', field: 'ho-tich' }
  const view = listingView({ ...sampleCatalog, procedures: [twice, { ...twice }] }, { errors: 1 })
  expect(view.fields[0]?.procedures.map(({ anchor }) => anchor)).toEqual(['tt-1-000001', 'tt-1-000001-2'])
})

test('a link that is no web address is left out', () => {
  const wrong = { code: '1.000001', title: 'Liên kết', field: 'ho-tich', onlineUrl: 'javascript:alert(1)' }
  const view = listingView({ ...sampleCatalog, procedures: [wrong] }, { errors: 1 })
  expect(view.fields[0]?.procedures[0]?.onlineUrl).toBeNull()
})

test('only part of it online: the reason is published', () => {
  const partial = {
    code: '1.000001',
    title: 'Một phần',
    field: 'ho-tich',
    serviceLevel: 'partial',
    partialReason: 'phải đối chiếu bản chính',
  }
  const publication = { date: '2026-08-01' }
  const view = listingView({ ...sampleCatalog, publication, procedures: [partial] }, { errors: 0 })
  expect(view.fields[0]?.procedures[0]).toMatchObject({
    level: { name: 'Một phần', scheme: 'Nghị định 224/2026/NĐ-CP' },
    partialReason: 'phải đối chiếu bản chính',
  })
})
