import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { renderCsv } from '../../src/renderers/csv.js'
import { listingView } from '../../src/views/listing.js'
import { internalPhone, sampleCatalog } from '../sample.js'

const excel = { delimiter: ',', plain: false } as const
const plain = { delimiter: ',', plain: true } as const

function sheet(catalog: Catalog, options: Parameters<typeof renderCsv>[1]): string {
  return renderCsv(listingView(catalog, { errors: 0 }), options).text
}

function rows(text: string, delimiter = ','): string[][] {
  return parse(text, { bom: true, delimiter, record_delimiter: '\r\n' })
}

function withTitle(title: string): Catalog {
  return { ...sampleCatalog, procedures: [{ code: '1.000001', title, field: 'ho-tich' }] }
}

test('the columns of the annex, a row for each procedure', () => {
  expect(rows(sheet(sampleCatalog, plain))).toEqual([
    [
      'STT',
      'Mã TTHC',
      'Tên thủ tục hành chính',
      'Lĩnh vực',
      'Mức độ',
      'Thời hạn giải quyết',
      'Địa điểm thực hiện',
      'Phí, lệ phí',
      'Căn cứ pháp lý',
      'Cán bộ phụ trách',
      'Điện thoại',
    ],
    [
      '1',
      '1.001193',
      'Đăng ký khai sinh',
      'Hộ tịch',
      'Mức độ 4',
      'trong ngày',
      'Quầy 2, UBND phường Ví Dụ',
      'Không',
      '60/2014/QH13; 371/QĐ-UBND ngày 01/03/2022',
      'Nguyễn Thị Ví Dụ',
      '0274 3000 001 (máy lẻ 12)',
    ],
    [
      '2',
      '2.000635',
      'Cấp bản sao trích lục hộ tịch',
      'Hộ tịch',
      'Mức độ 2',
      'Nộp trực tiếp: 1/2 ngày; Nộp qua bưu chính, hồ sơ phải xác minh: 3 ngày làm việc',
      'Quầy 2, UBND phường Ví Dụ',
      'đăng ký quá hạn: 8.000 đồng/bản (lệ phí)',
      '',
      'Trần Văn Mẫu',
      '',
    ],
    [
      '3',
      '1.003554',
      'Hòa giải tranh chấp đất đai',
      'Đất đai',
      '',
      '',
      'Phòng 5, UBND phường Ví Dụ',
      'Miễn',
      '',
      'Lê Văn Thử',
      '0274 3000 003',
    ],
  ])
})

test('a byte order mark, CRLF at the end of every row and nowhere else, the delimiter asked for', () => {
  const text = sheet(sampleCatalog, { delimiter: ';', plain: false })
  expect(text.startsWith('\uFEFFSTT;Mã TTHC;')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(5)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(rows(text, ';').map(row => row.length)).toEqual([11, 11, 11, 11])
})

test('a line end within a cell stands in quotes: to Excel every line end begins a row', () => {
  expect(sheet(withTitle('dòng 1\ndòng 2'), excel)).toContain(',"dòng 1\ndòng 2",')
})

test('Excel keeps a code as it is: the cell is a constant', () => {
  const text = sheet(sampleCatalog, excel)
  expect(text).toContain('\r\n1,"=""1.001193""",Đăng ký khai sinh,')
  expect(rows(text)[1]?.[1]).toBe('="1.001193"')
})

test.each(['=1+1', '+84 gọi', '-x', '@SUM(A1)', '＝1', '\t=1', '\r=1'])('no formula comes from %j', title => {
  expect(rows(sheet(withTitle(title), excel))[1]?.[2]).toBe(`'${title}`)
  expect(rows(sheet(withTitle(title), plain))[1]?.[2]).toBe(title)
})

test.each(['12-2022', '1/2', '0123', '1,5', '-12', '12:30'])('%j is not turned into a number or a date', title => {
  expect(rows(sheet(withTitle(title), excel))[1]?.[2]).toBe(`="${title}"`)
})

test.each(['a "b", c; d', 'dòng 1\ndòng 2', 'x\r\ny', 'Nghị định số 23/2015/NĐ-CP'])('%j survives', title => {
  expect(rows(sheet(withTitle(title), excel))[1]?.[2]).toBe(title)
})

test('what is internal never leaves the catalog', () => {
  const digits = sheet(sampleCatalog, excel).replace(/\D/g, '')
  expect(digits).not.toContain(internalPhone.replace(/\D/g, ''))
})
