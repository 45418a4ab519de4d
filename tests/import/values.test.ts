import { describe, expect, it } from 'vitest'
import { readOfficers, readPhones } from '../../src/import/contacts.js'
import type { Value } from '../../src/import/draft.js'
import { headingKey } from '../../src/import/headings.js'
import {
  feesReader,
  readApplicants,
  readChannels,
  readCount,
  readDate,
  readDecision,
  readLegalBases,
  readLevel,
  readMark,
  readNamesOrNone,
  readSteps,
  readTime,
} from '../../src/import/values.js'

const at = { row: 0, column: 0 }

/** A value as plain data. */
function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined
  if (value.kind === 'text') return value.text
  if (value.kind === 'list') return value.items.map(plain)
  return Object.fromEntries(value.entries.map(({ key, value: inner }) => [key, plain(inner)]))
}

describe('headings', () => {
  it.each([
    ['number', ['STT', 'TT', 'Số TT', 'Số thứ tự']],
    [
      'code',
      [
        'Mã',
        'Mã số',
        'Mã TTHC',
        'Mã số TTHC',
        'Mã thủ tục hành chính',
        'MÃ THỦ TỤC',
        'Mã hồ sơ TTHC',
        'code',
        'Procedure code',
      ],
    ],
    [
      'title',
      [
        'Tên',
        'Tên TTHC',
        'Tên thủ tục',
        'TÊN THỦ TỤC HÀNH CHÍNH',
        'Tên dịch vụ công',
        'Thủ tục hành chính',
        'Title',
        'Nội dung TTHC',
      ],
    ],
    ['field', ['Lĩnh vực', 'Tên lĩnh vực', 'LĨNH VỰC TTHC', 'Field']],
    [
      'serviceLevel',
      [
        'Mức độ',
        'Mức độ DVC',
        'DVCTT',
        'Mức độ cung cấp DVCTT',
        'Mức độ dịch vụ công trực tuyến',
        'DVCTT mức độ (3, 4)',
        'Online service level',
      ],
    ],
    ['level:level-3', ['Mức độ 3', 'Mức 3', 'Level 3', 'DVCTT mức độ 3']],
    ['level:full', ['Toàn trình', 'DVCTT toàn trình', 'Dịch vụ công trực tuyến toàn trình']],
    ['level:partial', ['Một phần', 'DVC trực tuyến một phần']],
    [
      'processingTime',
      [
        'Thời hạn giải quyết',
        'Thời gian giải quyết',
        'Thời hạn giải quyết (ngày làm việc)',
        'Thời hạn',
        'Sau cắt giảm',
        'Processing time',
      ],
    ],
    ['statutoryTime', ['Thời hạn theo quy định', 'Theo quy định', 'Thời hạn giải quyết theo quy định']],
    ['fees', ['Phí, lệ phí', 'Phí/Lệ phí', 'Phí, lệ phí (nếu có)', 'Phí và lệ phí', 'Mức thu phí, lệ phí', 'Fees']],
    ['fees:lệ phí', ['Lệ phí', 'Mức lệ phí', 'Lệ phí (đồng)']],
    ['fees:phí', ['Phí', 'Mức phí']],
    ['legalBases', ['Căn cứ pháp lý', 'Căn cứ', 'Cơ sở pháp lý', 'Văn bản quy phạm pháp luật', 'Legal bases']],
    ['authority', ['Cơ quan thực hiện', 'Cơ quan giải quyết', 'Thẩm quyền giải quyết', 'Cấp thực hiện']],
    ['place', ['Địa điểm thực hiện', 'Nơi tiếp nhận hồ sơ']],
    ['channels', ['Cách thức thực hiện', 'Hình thức nộp']],
    [
      'officer',
      [
        'Cán bộ phụ trách',
        'Công chức phụ trách',
        'Người phụ trách',
        'Họ và tên',
        'Họ tên cán bộ',
        'Cán bộ, công chức phụ trách',
        'Người tiếp nhận',
      ],
    ],
    [
      'officer.phone',
      ['Số điện thoại', 'Điện thoại', 'SĐT', 'Số ĐT', 'Điện thoại liên hệ', 'Số điện thoại cán bộ', 'Phone'],
    ],
    ['officer.jobTitle', ['Chức danh', 'Chức vụ', 'Job title']],
    ['officer.email', ['Email', 'E-mail', 'Thư điện tử', 'Địa chỉ email']],
    [
      'postal',
      ['BCCI', 'Bưu chính công ích', 'Dịch vụ BCCI', 'Tiếp nhận qua dịch vụ bưu chính công ích', 'Thực hiện qua BCCI'],
    ],
    ['counter', ['Quầy', 'Quầy số', 'Counter']],
    ['dossier', ['Thành phần hồ sơ', 'Dossier']],
    ['sets', ['Số lượng hồ sơ', 'Số bộ hồ sơ']],
    ['effectiveFrom', ['Có hiệu lực từ', 'Ngày có hiệu lực', 'Hiệu lực']],
    ['replacedBy', ['Thay thế bởi', 'Được thay thế bằng', 'Replaced by']],
    [
      undefined,
      ['Ghi chú', 'Cơ quan ban hành', 'Hộ tịch', 'Năm', '', '1.001193', 'Nguyễn Thị Mai', 'Đăng ký khai sinh'],
    ],
  ] as const)('%s', (key, headings) => {
    expect(headings.map(heading => [heading, headingKey(heading)])).toEqual(headings.map(heading => [heading, key]))
  })
})

describe('times', () => {
  it.each([
    ['5 ngày làm việc', '', '5 ngày làm việc'],
    ['02 Giờ', '', '02 Giờ'],
    ['5', 'Thời hạn (ngày làm việc)', '5 ngày làm việc'],
    ['5', 'Thời hạn', '5'],
    [
      '- Trực tiếp: 5 ngày làm việc\n- Trực tuyến: 3 ngày làm việc',
      '',
      [
        { channel: 'counter', time: '5 ngày làm việc' },
        { channel: 'online', time: '3 ngày làm việc' },
      ],
    ],
    [
      'Nộp trực tuyến, phải xác minh: 8 ngày; ngay',
      '',
      [{ channel: 'online', time: '8 ngày', when: 'phải xác minh' }, { time: 'ngay' }],
    ],
    [
      '- Bước 2: không quá 05 ngày làm việc.\n- Bước 3: 02 ngày',
      '',
      [
        { time: 'không quá 05 ngày làm việc.', when: 'Bước 2' },
        { time: '02 ngày', when: 'Bước 3' },
      ],
    ],
    ['Chậm nhất là ngay trước khi tàu rời cảng', '', 'Chậm nhất là ngay trước khi tàu rời cảng'],
    ['Không có thông tin', '', 'Không có thông tin'],
  ])('%j under %j', (cell, heading, expected) => {
    expect(plain(readTime(cell, at, heading))).toEqual(expected)
  })
})

describe('fees', () => {
  it.each([
    ['Không', undefined, 'none'],
    ['Miễn phí', undefined, 'exempt'],
    ['Miễn phí', 'lệ phí', 'exempt'],
    ['8.000 đồng/bản (phí)', undefined, [{ kind: 'phí', amount: '8000', per: 'bản' }]],
    ['Lệ phí: 15.000 đồng', undefined, [{ kind: 'lệ phí', amount: '15000' }]],
    ['50.000', 'lệ phí', [{ kind: 'lệ phí', amount: '50000' }]],
    ['2,000 Việt Nam Đồng(/trang)', undefined, [{ amount: '2000', per: 'trang' }]],
    [
      '30.000 đồng/hợp đồng, giao dịch (phí)',
      undefined,
      [{ kind: 'phí', amount: '30000', per: 'hợp đồng, giao dịch' }],
    ],
    [
      'Trực tiếp: 20.000 đồng\nTrực tuyến: 10.000 đồng',
      'lệ phí',
      [
        { kind: 'lệ phí', amount: '20000', channel: 'counter' },
        { kind: 'lệ phí', amount: '10000', channel: 'online' },
      ],
    ],
    ['Phí : 0 Đồng', undefined, [{ kind: 'phí', amount: '0' }]],
    ['Phí :  Đồng', undefined, [{ amount: 'Phí :  Đồng' }]],
    ['Theo quy định của HĐND tỉnh', 'phí', [{ kind: 'phí', amount: 'Theo quy định của HĐND tỉnh' }]],
    [
      'Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)',
      undefined,
      [{ amount: 'Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)' }],
    ],
  ] as const)('%j in a column of %j', (cell, kind, expected) => {
    expect(plain(feesReader(kind)(cell, at, ''))).toEqual(expected)
  })
})

describe('legal bases', () => {
  it.each([
    ['60/2014/QH13; 123/2015/NĐ-CP', ['60/2014/QH13', '123/2015/NĐ-CP']],
    ['60/2014/QH13, 123/2015/NĐ-CP', ['60/2014/QH13', '123/2015/NĐ-CP']],
    [
      '- Luật Hộ tịch số 60/2014/QH13 ngày 20/11/2014\n- Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ',
      [
        { number: '60/2014/QH13', date: '2014-11-20', title: 'Luật Hộ tịch' },
        { number: '123/2015/NĐ-CP', date: '2015-11-15', title: 'Nghị định của Chính phủ' },
      ],
    ],
    ['371/QĐ-UBND ngày 01/03/2022', [{ number: '371/QĐ-UBND', date: '2022-03-01' }]],
    ['BỘ LUẬT  HÀNG HẢI VIỆT NAM', ['BỘ LUẬT  HÀNG HẢI VIỆT NAM']],
    ['118/2025/NĐ-C', ['118/2025/NĐ-C']],
  ])('%j', (cell, expected) => {
    expect(plain(readLegalBases(cell, at, ''))).toEqual(expected)
  })

  it('a decision and its day', () => {
    expect(plain(readDecision('Quyết định số 123/QĐ-UBND ngày 10/5/2022', at, ''))).toEqual({
      number: '123/QĐ-UBND',
      date: '2022-05-10',
    })
  })
})

describe('words', () => {
  it.each([
    ['3', 'level-3'],
    ['04', 'level-4'],
    ['Mức độ 4', 'level-4'],
    ['Toàn trình', 'full'],
    ['DVC trực tuyến một phần', 'partial'],
    ['Không', 'none'],
    ['level-2', 'level-2'],
    ['mức độ năm', 'mức độ năm'],
  ])('the level %j is %s', (cell, level) => {
    expect(plain(readLevel(cell, at, ''))).toBe(level)
  })

  it.each([
    ['x', true],
    ['X', true],
    ['✓', true],
    ['Có', true],
    ['Không', false],
    ['-', false],
    ['có lẽ', undefined],
  ])('the mark %j is %s', (cell, mark) => {
    expect(readMark(cell)).toBe(mark)
  })

  it.each([
    ['Cá nhân, tổ chức; doanh nghiệp', ['citizen', 'organisation', 'business']],
    ['Cán bộ, công chức, viên chức', ['official']],
    ['Người ngoài hành tinh', undefined],
  ])('applicants %j', (cell, expected) => {
    expect(plain(readApplicants(cell, at, ''))).toEqual(expected)
  })

  it.each([
    ['Trực tiếp, trực tuyến, qua bưu chính', ['counter', 'online', 'post']],
    ['Trực tiếp hoặc qua dịch vụ bưu chính công ích', ['counter', 'post']],
    ['Trực tuyến tại Cổng Dịch vụ công quốc gia', ['online']],
    ['Trực tiếp vào thứ Hai', undefined],
    ['Bồ câu đưa thư', undefined],
  ])('channels %j', (cell, expected) => {
    expect(plain(readChannels(cell, at, ''))).toEqual(expected)
  })

  it('numbers, days, papers and steps', () => {
    expect(plain(readCount('01 bộ', at, ''))).toBe('1')
    expect(plain(readCount('một bộ', at, ''))).toBeUndefined()
    expect(plain(readDate('ngày 01 tháng 7 năm 2022', at, ''))).toBe('2022-07-01')
    expect(plain(readDate('31/02/2022', at, ''))).toBeUndefined()
    expect(plain(readNamesOrNone('Không', at, ''))).toBe('none')
    expect(plain(readNamesOrNone('- Tờ khai;\n- Giấy chứng sinh', at, ''))).toEqual([
      { name: 'Tờ khai' },
      { name: 'Giấy chứng sinh' },
    ])
    expect(plain(readSteps('Bước 1: Nộp hồ sơ\nBước 2: Nhận kết quả', at, ''))).toEqual([
      { title: 'Nộp hồ sơ' },
      { title: 'Nhận kết quả' },
    ])
  })
})

describe('contacts', () => {
  it.each([
    ['0274 3822 234', [{ number: '0274 3822 234' }]],
    ['028 3896 6594 - 0903.575.931', [{ number: '028 3896 6594' }, { number: '0903.575.931' }]],
    [
      'CQ: 0274 3822 234 / DĐ: 0903 575 931',
      [
        { number: '0274 3822 234', label: 'CQ' },
        { number: '0903 575 931', label: 'DĐ' },
      ],
    ],
    ['ĐT: 0274 3822 234 (máy lẻ 12)', [{ number: '0274 3822 234', extension: '12' }]],
    ['+84 274 3822 234', [{ number: '+84 274 3822 234' }]],
    ['2743822234', [{ number: '0274 3822 234', restored: true }]],
    ['903575931', [{ number: '0903 575 931', restored: true }]],
    ['1.23457E+11', [{ number: '1.23457E+11', destroyed: true }]],
    ['0274-3822-234', [{ number: '0274-3822-234' }]],
  ])('%j', (cell, expected) => {
    expect(readPhones(cell)).toEqual(expected)
  })

  const nothing = { phones: false, jobTitles: false }

  it.each([
    ['Nguyễn Thị Mai Anh', [{ name: 'Nguyễn Thị Mai Anh' }]],
    ['1. Nguyễn Thị Mai\n2. Trần Văn Ba', [{ name: 'Nguyễn Thị Mai' }, { name: 'Trần Văn Ba' }]],
    [
      'Nguyễn Thị Mai, Trần Văn Ba và Lê Thị Tư',
      [{ name: 'Nguyễn Thị Mai' }, { name: 'Trần Văn Ba' }, { name: 'Lê Thị Tư' }],
    ],
    [
      'Nguyễn Thị Mai - Công chức Tư pháp - Hộ tịch',
      [{ name: 'Nguyễn Thị Mai', jobTitle: 'Công chức Tư pháp - Hộ tịch' }],
    ],
    ['Ông Trần Văn Ba (0274 3822 234)', [{ name: 'Ông Trần Văn Ba', phone: { number: '0274 3822 234' } }]],
    ['Trần Văn Ba, ĐT: 0274 3822 234', [{ name: 'Trần Văn Ba', phone: { number: '0274 3822 234' } }]],
  ])('%j', (cell, expected) => {
    expect(readOfficers(cell, nothing)).toEqual(expected)
  })

  it('what has a column of its own is left with the name', () => {
    expect(readOfficers('Trần Văn Ba (Một cửa)', { phones: true, jobTitles: true })).toEqual([
      { name: 'Trần Văn Ba (Một cửa)' },
    ])
  })
})
