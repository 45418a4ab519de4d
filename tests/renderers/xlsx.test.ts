import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { renderRecordCsv } from '../../src/renderers/record-csv.js'
import { renderXlsx } from '../../src/renderers/xlsx.js'
import { recordBook } from '../../src/views/record-book.js'
import { internalPhone, sampleCatalog } from '../sample.js'

const view = recordBook(sampleCatalog)
const bytes = await renderXlsx(view)
const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
const part = (name: string) => parts[name] ?? ''
/** Keys come and go; what follows them moves along. */
const keys = view.sheets[0]?.columns.length ?? 0
const letter = (column: number) =>
  (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26))
const officer = letter((view.sheets[0]?.columns.findIndex(({ key }) => key === 'officer') ?? 0) + 1)

test('a sheet for each kind of records, a guide, and two hidden sheets', () => {
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"(?: state="(\w+)")?/g)]
  expect(sheets.map(([, name, state]) => [name, state ?? 'seen'])).toEqual([
    ['Thủ tục', 'seen'],
    ['Lĩnh vực', 'seen'],
    ['Cán bộ', 'seen'],
    ['Hướng dẫn', 'seen'],
    ['_chon', 'hidden'],
    ['_goc', 'hidden'],
  ])
})

test('what a clerk reads', async () => {
  const [procedures, fields, officers] = (await readWorkbook(Buffer.from(bytes))) as unknown as {
    data: (string | null)[][]
  }[]
  const row = procedures?.data[2]?.filter(cell => cell !== null)
  expect(row).toEqual([
    '2.000635',
    'Cấp bản sao trích lục hộ tịch',
    'Hộ tịch [ho-tich]',
    'Mức độ 2',
    '1/2 ngày | Cách thức: Trực tiếp\n3 ngày làm việc | Cách thức: Qua bưu chính | Trường hợp: hồ sơ phải xác minh',
    '8000 | Loại: lệ phí | Đơn vị tính: bản | Trường hợp: đăng ký quá hạn',
    'Trần Văn Mẫu [ho-tich-2]',
    expect.stringMatching(/^t[0-9a-f]{12}$/),
  ])
  expect(fields?.data[1]?.slice(0, 3)).toEqual([
    'ho-tich',
    'Hộ tịch',
    'Nguyễn Thị Ví Dụ [ho-tich-1]\nTrần Văn Mẫu [ho-tich-2]',
  ])
  expect(officers?.data[0]).not.toContain('Nội bộ')
})

test('the same view gives the same bytes, whatever the hour', async () => {
  await new Promise(resolve => setTimeout(resolve, 2100))
  expect(Buffer.from(await renderXlsx(recordBook(sampleCatalog))).equals(Buffer.from(bytes))).toBe(true)
})

test('drop-downs for fields, levels, officers and yes or no, over the rows and below them', () => {
  const rules = [...part('xl/worksheets/sheet1.xml').matchAll(/sqref="([^"]+)"><formula1>([^<]+)</g)]
  expect(rules.map(([, range, source]) => [range, source])).toEqual([
    ['D2:D1004', '_chon!$B$1:$B$2'],
    ['E2:E1004', '_chon!$A$1:$A$8'],
    ['H2:H1004', '_chon!$D$1:$D$2'],
    ['I2:I1004', '_chon!$D$1:$D$2'],
    [`${officer}2:${officer}1004`, '_chon!$C$1:$C$3'],
  ])
})

test('a value beside the list is questioned, unless the cell may hold several', () => {
  expect(part('xl/worksheets/sheet1.xml').match(/showErrorMessage="1"/g)).toHaveLength(5)
  expect(part('xl/worksheets/sheet2.xml')).toContain('<dataValidation ')
  expect(part('xl/worksheets/sheet2.xml')).not.toContain('showErrorMessage')
})

test('codes are locked, all else can be typed in; the column of references is hidden', () => {
  const sheet = part('xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<sheetProtection sheet="1"')
  const styles = [...part('xl/styles.xml').matchAll(/<xf .*?<\/xf>/g)].map(([style]) => style.includes('locked="0"'))
  const isOpen = (cell: string) => styles[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])]
  expect(
    ['A2', 'B2', 'D2', `${letter(keys)}2`, 'A5', 'B5', 'A1', `${letter(keys + 1)}2`].map(cell => [cell, isOpen(cell)]),
  ).toEqual([
    ['A2', false],
    ['B2', true],
    ['D2', true],
    [`${letter(keys)}2`, true],
    ['A5', true],
    ['B5', true],
    ['A1', false],
    [`${letter(keys + 1)}2`, false],
  ])
  expect(sheet).toMatch(new RegExp(`<col min="${keys + 1}"[^>]* hidden="1"/>`))
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toContain(`<autoFilter ref="A1:${letter(keys)}4"/>`)
})

test('a note in every heading', () => {
  const notes = part('xl/comments1.xml')
  expect(notes.match(/<comment /g)).toHaveLength(keys)
  expect(notes).toContain('Mức thu | Loại: … | Đơn vị tính: … | Cách thức: … | Trường hợp: … | Căn cứ: …')
  expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('../comments1.xml')
  expect(part('[Content_Types].xml')).toContain('/xl/comments1.xml')
})

test('every cell is a text: nothing is calculated', () => {
  for (const [name, content] of Object.entries(parts)) {
    if (!/worksheets\/sheet\d+\.xml$/.test(name)) continue
    expect(content).not.toMatch(/<f[ >]/)
    expect([...content.matchAll(/<c [^>]*><v>/g)].every(([cell]) => cell.includes('t="s"'))).toBe(true)
  }
})

test('what is internal is in no sheet', () => {
  const digits = internalPhone.replace(/\D/g, '')
  const csv = view.sheets.map(sheet => renderRecordCsv(sheet, { delimiter: ',', plain: false }))
  const decoded = csv.flatMap(text =>
    (text.match(/b[\w-]{20,}/g) ?? []).map(base => Buffer.from(base.slice(1), 'base64url').toString()),
  )
  const all = [...Object.values(parts), ...csv, ...decoded]
  expect(decoded.some(text => text.includes('Nguyễn Thị Ví Dụ'))).toBe(true)
  for (const text of all) {
    expect(text.replace(/[ .]/g, '')).not.toContain(digits)
    expect(text).not.toContain('rieng@example.vn')
    expect(text).not.toContain('chỉ gọi khi khẩn cấp')
  }
})

test('a catalog with nothing in it has sheets with headings', async () => {
  const empty = await renderXlsx(recordBook({ path: 'a', officers: [], fields: [], procedures: [] }))
  const sheets = (await readWorkbook(Buffer.from(empty))) as unknown as { sheet: string; data: unknown[][] }[]
  expect(sheets.slice(0, 3).map(({ sheet, data }) => [sheet, data[0]?.[0]])).toEqual([
    ['Thủ tục', 'Mã thủ tục'],
    ['Lĩnh vực', 'Mã lĩnh vực'],
    ['Cán bộ', 'Mã cán bộ'],
  ])
})

test('a text that no cell of Excel holds is not cut but named', () => {
  const title = 'x'.repeat(40_000)
  const book = recordBook({ ...sampleCatalog, procedures: [{ code: '1.000001', title, field: 'ho-tich' }] })
  expect(book.sheets[0]?.rows[0]?.cells[1]).toMatch(
    /^\(40000 ký tự, dài hơn một ô Excel; sửa trong tệp YAML\) t[0-9a-f]{12}$/,
  )
})
