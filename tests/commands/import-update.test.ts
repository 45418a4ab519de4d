import { describe, expect, test, vi } from 'vitest'
import { exportCommand } from '../../src/commands/export.js'
import { type ImportUpdateOptions, importUpdateCommand } from '../../src/commands/import-update.js'
import { exit } from '../../src/exit.js'
import { type MemoryIo, memoryIo } from '../memory-io.js'
import { editCsv, editXlsx, type SheetEdit } from '../sheet-editing.js'
import { shippedCatalog } from '../shipped-catalog.js'

// Workbooks take time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const exportOptions = {
  lang: 'vi',
  colour: false,
  sheet: 'procedures',
  delimiter: ',',
  plainCsv: false,
  force: false,
} as const

/** Written; the rules may have something to say of these small catalogs. */
const written = expect.toBeOneOf([exit.ok, exit.findings])

type Kind = 'xlsx' | 'csv'

/** Exports the catalog `a` of `files`, lets `edit` correct the sheet, and takes it back. */
async function roundTrip(
  files: Readonly<Record<string, string>>,
  edit: SheetEdit,
  options: Partial<ImportUpdateOptions> & {
    kind?: Kind
    path?: string
    meanwhile?: (io: MemoryIo) => void
    answers?: string[]
  } = {},
) {
  const { kind = 'xlsx', path = 'a', meanwhile = () => {}, answers, ...rest } = options
  const io = memoryIo({ files, ...(answers && { answers }) })
  const out = `bang.${kind}`
  expect(await exportCommand(path, { ...exportOptions, out }, io)).toBe(exit.ok)
  const bytes = io.files.get(out) ?? new Uint8Array()
  io.files.set(out, kind === 'xlsx' ? await editXlsx(bytes, edit) : editCsv(bytes, edit))
  meanwhile(io)
  io.printed.err = ''
  io.printed.out = ''
  const code = await importUpdateCommand(out, path, { lang: 'vi', colour: false, ...rest }, io)
  const after = Object.fromEntries(
    Object.keys(files).map(file => [file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(io.files.get(file))]),
  )
  return { code, after, io, ...io.printed }
}

const catalog = `# đầu tệp
catalog: 1
agency:
  name: UBND phường Ví Dụ
officers:
  - id: ho-tich-1
    name: Nguyễn Thị Ví Dụ # tên hư cấu
    phone: "0274 0123 401"
    internal: {phone: "0900 000 099"}
  - id: ho-tich-2
    name: Trần Văn Mẫu
fields:
  - id: ho-tich
    name: Hộ tịch
    officers: [ho-tich-1, ho-tich-2]
  - id: dat-dai
    name: Đất đai
procedures:
  # khai sinh
  - code: "1.001193"
    title: Đăng ký khai sinh # tên
    field: ho-tich
    serviceLevel: level-3
    fees: none
    legalBases: [60/2014/QH13, 123/2015/NĐ-CP] # căn cứ

  - code: "2.000635"
    title: 'Cấp bản sao trích lục hộ tịch'
    field: ho-tich
    processingTime: 3 ngày
    checkedOn: 2022-06-01
  - code: "1.003554"
    title: Hòa giải tranh chấp đất đai
    field: dat-dai
# cuối tệp
`
const files = { 'a/catalog.yaml': catalog }

const untouched: SheetEdit = () => {}
const set =
  (sheet: string, code: string, heading: string, text: string): SheetEdit =>
  book =>
    book.set(sheet, code, heading, text)

describe.each(['xlsx', 'csv'] as const)('%s', kind => {
  test.each(['dinh-hoa', 'mau'])('%s goes out and comes back unchanged', async path => {
    const before = shippedCatalog(path)
    const { code, after, err } = await roundTrip(before, untouched, { kind, path })
    expect(err).toBe('Không có gì phải sửa trong danh mục\n')
    expect(code).toBe(exit.ok)
    expect(after).toEqual(before)
  })

  test.each([
    ['Tên thủ tục', '1.001193', 'Khai sinh', 'title: Đăng ký khai sinh # tên', 'title: Khai sinh # tên'],
    ['Mức độ dịch vụ công trực tuyến', '1.001193', 'Toàn trình', 'serviceLevel: level-3', 'serviceLevel: full'],
    ['Lĩnh vực', '1.003554', 'Hộ tịch [ho-tich]', 'field: dat-dai\n#', 'field: ho-tich\n#'],
    ['Thời hạn giải quyết', '2.000635', '2 ngày làm việc', '3 ngày', '2 ngày làm việc'],
    ['Ngày đối chiếu', '2.000635', '01/07/2022', '2022-06-01', '2022-07-01'],
    ['Tên ngắn', '1.001193', 'Khai sinh', '# tên\n', '# tên\n    shortTitle: Khai sinh\n'],
    ['Tên thủ tục', '2.000635', '=1+1', "'Cấp bản sao trích lục hộ tịch'", "'=1+1'"],
    ['Thời hạn giải quyết', '2.000635', '', '    processingTime: 3 ngày\n', ''],
    ['Căn cứ pháp lý', '1.001193', '60/2014/QH13\n87/2020/NĐ-CP', '123/2015/NĐ-CP]', '87/2020/NĐ-CP]'],
  ])('one cell (%s of %s: %j) changes one key', async (heading, code, text, from, to) => {
    const edit = set('Thủ tục', code, heading, text)
    const { code: exitCode, after, err } = await roundTrip(files, edit, { kind })
    expect(err).toContain('Đã sửa 1 ô của 1 mục')
    expect(exitCode).toEqual(written)
    expect(catalog.split(from)).toHaveLength(2)
    expect(after['a/catalog.yaml']).toBe(catalog.replace(from, () => to))
  })

  test('what a spreadsheet makes of a code is no change', async () => {
    const { code, after, err } = await roundTrip(files, set('Thủ tục', '1.001193', 'Mã thủ tục', '1001193'), { kind })
    expect(err).toContain('Bảng tính đã đổi “1.001193” thành “1001193”; giữ “1.001193”')
    expect(code).toBe(exit.ok)
    expect(after['a/catalog.yaml']).toBe(catalog)
  })

  test('new rows stand in the list behind those of their field', async () => {
    const { code, after, err } = await roundTrip(
      files,
      book =>
        book.add('Thủ tục', {
          'Mã thủ tục': '1.000894',
          'Tên thủ tục': 'Đăng ký kết hôn',
          'Lĩnh vực': 'hộ tịch',
          'Phí, lệ phí': 'Miễn',
        }),
      { kind },
    )
    expect(err).toContain('Thêm thủ tục 1.000894 Đăng ký kết hôn')
    expect(code).toEqual(written)
    expect(after['a/catalog.yaml']).toBe(
      catalog.replace(
        'checkedOn: 2022-06-01\n',
        'checkedOn: 2022-06-01\n\n  - code: "1.000894"\n    title: Đăng ký kết hôn\n    field: ho-tich\n    fees: exempt\n',
      ),
    )
  })

  test('a deleted row is shown, and deleted only where that is asked for', async () => {
    const edit: SheetEdit = book => book.remove('Thủ tục', '2.000635')
    const shown = await roundTrip(files, edit, { kind })
    expect(shown.err).toContain('Không còn trong bảng: thủ tục 2.000635')
    expect(shown.err).toContain('--delete')
    expect(shown.after['a/catalog.yaml']).toBe(catalog)
    const deleted = await roundTrip(files, edit, { kind, delete: true })
    expect(deleted.err).toContain('Xóa thủ tục 2.000635')
    const [from, to] = [catalog.indexOf('  - code: "2.000635"'), catalog.indexOf('  - code: "1.003554"')]
    expect(deleted.after['a/catalog.yaml']).toBe(catalog.slice(0, from) + catalog.slice(to))
  })

  const later = catalog.replace('processingTime: 3 ngày', 'processingTime: 4 ngày')
  const meanwhile = (io: MemoryIo) => void io.files.set('a/catalog.yaml', new TextEncoder().encode(later))
  const time = set('Thủ tục', '2.000635', 'Thời hạn giải quyết', '5 ngày')

  test('a conflict shows all three values and both places; nothing is written', async () => {
    const { code, after, err } = await roundTrip(files, time, { kind, meanwhile })
    expect(err).toContain('Xung đột: thủ tục 2.000635 Cấp bản sao trích lục hộ tịch, Thời hạn giải quyết\n')
    expect(err).toContain('lúc xuất: “3 ngày”')
    expect(err).toMatch(
      kind === 'xlsx' ? /bảng \(bang\.xlsx:Thủ tục!J3\): “5 ngày”/ : /bảng \(bang\.csv:J3\): “5 ngày”/,
    )
    expect(err).toContain('YAML (a/catalog.yaml:30:21): “4 ngày”')
    expect(code).toBe(exit.findings)
    expect(after['a/catalog.yaml']).toBe(later)
  })

  test.each([
    ['--take sheet', { take: 'sheet' }, '5 ngày'],
    ['--take yaml', { take: 'yaml' }, '4 ngày'],
    ['the sheet at the terminal', { answers: ['gì?', 'b'] }, '5 ngày'],
    ['the YAML at the terminal', { answers: ['y'] }, '4 ngày'],
  ] as const)('%s settles it', async (_, options, wins) => {
    const { code, after } = await roundTrip(files, time, {
      kind,
      meanwhile,
      ...options,
      answers: 'answers' in options ? [...options.answers] : undefined,
    } as never)
    expect(code).toBe(exit.ok)
    expect(after['a/catalog.yaml']).toBe(catalog.replace('3 ngày', wins))
  })

  test('nobody at the terminal answers: nothing is written', async () => {
    const { code, after } = await roundTrip(files, time, { kind, meanwhile, answers: [''] })
    expect(code).toBe(exit.findings)
    expect(after['a/catalog.yaml']).toBe(later)
  })

  test('both sides agree, or change different cells: no conflict', async () => {
    const same = await roundTrip(files, set('Thủ tục', '2.000635', 'Thời hạn giải quyết', '4 ngày'), {
      kind,
      meanwhile,
    })
    expect(same.code).toBe(exit.ok)
    expect(same.after['a/catalog.yaml']).toBe(later)
    const other = await roundTrip(files, set('Thủ tục', '2.000635', 'Tên thủ tục', 'Cấp trích lục'), {
      kind,
      meanwhile,
    })
    expect(other.code).toBe(exit.ok)
    expect(other.after['a/catalog.yaml']).toBe(later.replace('Cấp bản sao trích lục hộ tịch', 'Cấp trích lục'))
  })

  test('a row whose record was deleted meanwhile, and a deleted row whose record was changed, are conflicts', async () => {
    const from = catalog.indexOf('  - code: "2.000635"')
    const to = catalog.indexOf('  - code: "1.003554"')
    const without = catalog.slice(0, from) + catalog.slice(to)
    const gone = (io: MemoryIo) => void io.files.set('a/catalog.yaml', new TextEncoder().encode(without))
    const first = await roundTrip(files, time, { kind, meanwhile: gone })
    expect(first.err).toContain('YAML: (trống)')
    expect(first.code).toBe(exit.findings)
    const taken = await roundTrip(files, time, { kind, meanwhile: gone, take: 'sheet' })
    expect(taken.after['a/catalog.yaml']).toContain(
      'title: Cấp bản sao trích lục hộ tịch\n    field: ho-tich\n    processingTime: 5 ngày\n',
    )
    const second = await roundTrip(files, book => book.remove('Thủ tục', '2.000635'), { kind, meanwhile, delete: true })
    expect(second.err).toContain('Xung đột: thủ tục 2.000635')
    expect(second.code).toBe(exit.findings)
    expect(second.after['a/catalog.yaml']).toBe(later)
  })

  test('a cell that cannot be read is told with its place; nothing is written', async () => {
    const { code, after, err } = await roundTrip(
      files,
      book => {
        book.set('Thủ tục', '2.000635', 'Ngày đối chiếu', '31/02/2022')
        book.set('Thủ tục', '1.001193', 'Tên thủ tục', '')
        book.add('Thủ tục', { 'Tên thủ tục': 'Thiếu mã' })
        book.add('Thủ tục', { 'Mã thủ tục': '1.001193', 'Tên thủ tục': 'Trùng mã', 'Lĩnh vực': 'Hộ tịch' })
      },
      { kind },
    )
    expect(err).toContain('không phải ngày có thật')
    expect(err).toContain('Thiếu “Tên thủ tục”')
    expect(err).toContain('Thiếu “Mã thủ tục”')
    expect(err).toContain('“1.001193” đã có ở một dòng khác')
    expect(err.match(/^bang\.\w+:.*lỗi /gm)?.length).toBe(5)
    expect(code).toBe(exit.findings)
    expect(after['a/catalog.yaml']).toBe(catalog)
  })

  test('a corrected code is a correction, not another record', async () => {
    const { after, err } = await roundTrip(files, set('Thủ tục', '1.003554', 'Mã thủ tục', '1.003555'), { kind })
    expect(err).toContain('Mã thủ tục: “1.003554” → “1.003555”')
    expect(after['a/catalog.yaml']).toBe(catalog.replace('1.003554', '1.003555'))
    const taken = await roundTrip(files, set('Thủ tục', '1.003554', 'Mã thủ tục', '1.001193'), { kind })
    expect(taken.err).toContain('“1.001193” đã có ở một dòng khác')
    expect(taken.after['a/catalog.yaml']).toBe(catalog)
  })

  test('a copied row is a new record', async () => {
    const { code, after } = await roundTrip(
      files,
      book => book.copy('Thủ tục', '1.003554', { 'Mã thủ tục': '1.009999', 'Tên thủ tục': 'Thủ tục chép' }),
      { kind },
    )
    expect(code).toEqual(written)
    expect(after['a/catalog.yaml']).toBe(
      catalog.replace('# cuối', '  - code: "1.009999"\n    title: Thủ tục chép\n    field: dat-dai\n# cuối'),
    )
  })

  test('rows may be sorted, columns moved, and columns added', async () => {
    const { code, after, err } = await roundTrip(
      files,
      book => {
        book.reverseRows('Thủ tục')
        book.reverseColumns('Thủ tục')
        book.addColumn('Thủ tục', 'Ghi chú riêng', 'x')
      },
      { kind },
    )
    expect(code).toBe(exit.ok)
    expect(err).toContain('Cột “Ghi chú riêng” không ứng với khóa nào của danh mục')
    expect(after['a/catalog.yaml']).toBe(catalog)
  })

  test('--dry-run shows a diff and writes nothing', async () => {
    const { code, after, out, err } = await roundTrip(files, time, { kind, dryRun: true })
    expect(code).toBe(exit.ok)
    expect(out).toContain('--- a/a/catalog.yaml\n+++ b/a/catalog.yaml\n')
    expect(out).toContain('-    processingTime: 3 ngày\n+    processingTime: 5 ngày\n')
    expect(err).toContain('chưa ghi gì')
    expect(after['a/catalog.yaml']).toBe(catalog)
  })
})

test('what is internal stays where it is when its officer is corrected', async () => {
  const { after } = await roundTrip(files, book => book.set('Cán bộ', 'ho-tich-1', 'Thư điện tử', 'hotich@example.vn'))
  expect(after['a/catalog.yaml']).toBe(catalog.replace('0123 401"\n', '0123 401"\n    email: hotich@example.vn\n'))
})
