import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { load } from '../../src/catalog/load.js'
import { main } from '../../src/main.js'
import { workbook } from '../import/workbook.js'
import { type MemoryWorld, memoryIo } from '../memory-io.js'

// Whole imports, the first of which loads the modules.
vi.setConfig({ testTimeout: 60_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const today = '2026-11-23'

/** Runs `tthc import` over a sheet and gives what it wrote. */
async function importing(sheet: string | Uint8Array, more: readonly string[] = [], world: MemoryWorld = {}) {
  const io = memoryIo({ files: { 'bang.csv': sheet }, today, ...world })
  const code = await main(['import', 'bang.csv', '--out', 'moi', '--lang', 'vi', ...more], io)
  const text = (path: string) => {
    const bytes = io.files.get(path)
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }
  const paths = [...io.files.keys()].filter(path => path.startsWith('moi/')).sort()
  const loaded = await load(
    'moi',
    paths.map(path => ({ path, text: text(path) ?? '' })),
  )
  return { code, ...io.printed, io, paths, text, loaded, catalog: loaded.catalog }
}

/** The lines of a report that a rule wrote, without the frames. */
function said(out: string, rule: string): string[] {
  return out.split('\n').filter(line => line.endsWith(`[${rule}]`))
}

const ward = readFileSync(join(root, 'tests/import/phuong.csv'), 'utf8')

it('says of two equal codes that the lower row repeats the higher, whatever the names of their fields', async () => {
  const { out } = await importing(
    'Mã TTHC,Tên thủ tục,Lĩnh vực\n1.000001,Thủ tục trên,Hộ tịch\n1.000001,Thủ tục dưới,Chứng thực\n',
  )
  const [line] = said(out, 'procedure-code-duplicate')
  expect(line).toContain('A3')
  expect(line).toContain('của thủ tục “Thủ tục dưới” đã dùng cho “Thủ tục trên”')
})

describe('a list as a ward keeps it', () => {
  it('becomes a catalog in the layout of the house', async () => {
    const { paths, text } = await importing(ward)
    expect(paths).toEqual(['moi/catalog.yaml', 'moi/fields/chung-thuc.yaml', 'moi/fields/ho-tich.yaml'])
    const whole = paths.map(path => `--- ${path}\n${text(path)}`).join('')
    await expect(whole).toMatchFileSnapshot('../import/phuong.yaml.txt')
  })

  it('says what was recognised, and points at cells', async () => {
    const { code, out, err } = await importing(ward)
    expect(code).toBe(1)
    await expect(`${err}---\n${out}`).toMatchFileSnapshot('../import/phuong.report.txt')
  })

  it('in English as well', async () => {
    const { out, err } = await importing(ward, ['--lang', 'en'])
    await expect(`${err}---\n${out}`).toMatchFileSnapshot('../import/phuong.report.en.txt')
  })

  it('a check of what was written objects to what the import objected to, and to nothing else', async () => {
    const { out, io } = await importing(ward, ['--format', 'json'])
    const again = memoryIo({ files: Object.fromEntries(io.files), today })
    await main(['check', 'moi', '--format', 'json'], again)
    const rulesOf = (text: string) =>
      JSON.parse(text).catalogs[0].findings.map(({ rule }: { rule: string }) => rule) as string[]
    const own = rulesOf(out)
      .filter(rule => !rule.startsWith('sheet-'))
      .sort()
    // A destroyed code is told once, as what it is.
    const checked = rulesOf(again.printed.out)
      .filter(rule => rule !== 'procedure-code-malformed')
      .sort()
    expect(own).toEqual(checked)
  })
})

describe('what a spreadsheet destroyed', () => {
  const head = 'Mã TTHC,Tên thủ tục,Lĩnh vực,Thời hạn giải quyết,Cán bộ phụ trách,Số điện thoại\n'

  it.each([
    ['1.00884', 'lost zeros'],
    ['"1,00884"', 'a comma for a dot'],
    ['1008840', 'thousands'],
  ])('%s is restored where the reference list has code and title (%s)', async cell => {
    const list = { 'list.csv': 'code,title,field\n1.008840,Cấp thẻ thử nghiệm cho người cao tuổi,Thử nghiệm\n' }
    const sheet = `${head}${cell},Cấp thẻ thử nghiệm cho người cao tuổi,Thử nghiệm,5 ngày,,\n`
    const { catalog, out } = await importing(sheet, ['--reference', 'list.csv'], {
      files: { 'bang.csv': sheet, ...list },
    })
    expect(catalog.procedures.map(({ code }) => code)).toEqual(['1.008840'])
    expect(said(out, 'sheet-value-repaired')).toEqual([expect.stringContaining('bang.csv:A2: lưu ý: Mã của')])
  })

  it.each(['1.00884', '1.23457E+11', '01-Feb', '2012-12-01'])(
    '%s is told and left alone where the list does not agree',
    async cell => {
      const { catalog, out } = await importing(`${head}${cell},Một thủ tục không ai biết,Thử nghiệm,5 ngày,,\n`)
      expect(catalog.procedures.map(({ code }) => code)).toEqual([cell])
      expect(said(out, 'sheet-value-destroyed')).toEqual([expect.stringContaining('bang.csv:A2: lỗi: Mã của')])
      expect(said(out, 'procedure-code-malformed')).toEqual([])
    },
  )

  it('a telephone number gets its zero back; one that lost digits is not published', async () => {
    const { catalog, out, text } = await importing(
      `${head}1.001193,A,Hộ tịch,5 ngày,Nguyễn Thị Mai,2740123501\n1.001194,B,Hộ tịch,5 ngày,Trần Văn Ba,1.23457E+11\n1.001195,C,Hộ tịch,5 ngày,Lê Thị Tư,2.740123502E+09\n1.001196,D,Hộ tịch,5 ngày,Nguyễn Thị Mai,1.23457E+11\n`,
    )
    expect(catalog.officers.map(({ phone }) => phone)).toEqual(['0274 0123 501', undefined, '0274 0123 502'])
    expect(said(out, 'sheet-value-destroyed')).toEqual([
      expect.stringContaining('F3: lỗi'),
      expect.stringContaining('F5: lỗi'),
    ])
    expect(text('moi/catalog.yaml')).toContain('# Số điện thoại trong bảng: 1.23457E+11')
  })

  it('a day where a time belongs, and a formula that failed, are kept as comments', async () => {
    const { catalog, out, text } = await importing(`${head}1.001193,A,Hộ tịch,01-Feb,,\n1.001194,B,Hộ tịch,#N/A,,\n`)
    expect(catalog.procedures.map(({ processingTime }) => processingTime)).toEqual([undefined, undefined])
    expect(said(out, 'sheet-value-destroyed')).toHaveLength(2)
    expect(text('moi/fields/ho-tich.yaml')).toContain('# Cột “Thời hạn giải quyết” (D2): 01-Feb')
  })

  it('a code held as a number by a workbook', async () => {
    const bytes = await workbook([
      ['Mã', 'Tên thủ tục', 'Lĩnh vực'],
      [{ value: 2.00063, type: Number }, 'Tên khác hẳn', 'Hộ tịch'],
    ])
    const { out } = await importing(bytes)
    expect(said(out, 'sheet-value-destroyed')[0]).toMatch(/^bang\.csv:A2: lỗi: .*“2\.00063”.*có thể là 2\.000630/)
  })
})

describe('the columns', () => {
  it('are told by --map, by heading or by letter, and left out', async () => {
    const sheet = 'Mã,Tên thủ tục,Phòng,Ghi chú,Khác\n1.001193,Khai sinh,Hộ tịch,chờ,mật\n'
    const { catalog, text, err } = await importing(sheet, ['--map', 'Phòng=field', '--map', 'E=-'])
    expect(catalog.fields.map(({ name }) => name)).toEqual(['Hộ tịch'])
    expect(text('moi/fields/ho-tich.yaml')).toContain('# Cột “Ghi chú” (D2): chờ')
    expect(text('moi/fields/ho-tich.yaml')).not.toContain('mật')
    expect(err).toContain('Bỏ theo --map: E “Khác”')
  })

  it('without any heading, the letters do', async () => {
    const { catalog } = await importing('1.001193,Khai sinh,Hộ tịch\n', [
      '--map',
      'A=code',
      '--map',
      'B=title',
      '--map',
      'C=field',
    ])
    expect(catalog.procedures.map(({ code, title }) => [code, title])).toEqual([['1.001193', 'Khai sinh']])
  })

  it('are asked for at a terminal, until the answer is a key', async () => {
    const sheet = 'Mã,Tên thủ tục,Bộ phận,Khác\n1.001193,Khai sinh,Hộ tịch,x\n'
    const { catalog, err } = await importing(sheet, [], { answers: ['linh tinh', 'Lĩnh vực', ''] })
    expect(catalog.fields.map(({ name }) => name)).toEqual(['Hộ tịch'])
    expect(err).toContain('Cột C “Bộ phận” (ví dụ “Hộ tịch”) là gì?')
    expect(err).toContain('Không có khóa “linh tinh”')
  })

  it.each([
    ['Phòng=nope', /cần "Tên cột=khóa"; các khóa: number, code/],
    ['=title', /cần "Tên cột=khóa"/],
  ])('%s is wrong use', async (mapping, message) => {
    const { code, err, paths } = await importing('Mã,Tên\n1.001193,A\n', ['--map', mapping])
    expect([code, paths]).toEqual([2, []])
    expect(err).toMatch(message)
  })

  it('a mapping of no column, and a sheet without a head, are said to be so', async () => {
    const missing = await importing('Mã,Tên\n1.001193,A\n', ['--map', 'Phòng=field'])
    expect([missing.code, missing.paths]).toEqual([3, []])
    expect(missing.err).toContain('Không có cột “Phòng” như --map ghi; các cột: “Mã”, “Tên”')
    const none = await importing('một,hai\nba,bốn\n')
    expect([none.code, none.paths]).toEqual([3, []])
    expect(none.err).toContain('không có dòng nào ghi tên các cột')
  })
})

it('a configuration is heard on the rules of sheets as well', async () => {
  const sheet = 'Mã,Tên thủ tục,Lĩnh vực,Khác\n1.001193,Khai sinh,Hộ tịch,x\n'
  const config = 'rules:\n  sheet-column-unplaced:\n    severity: off\n    reason: cột nội bộ\n'
  const { out } = await importing(sheet, [], { files: { 'bang.csv': sheet, 'tthc.config.yaml': config } })
  expect(said((await importing(sheet)).out, 'sheet-column-unplaced')).toHaveLength(1)
  expect(said(out, 'sheet-column-unplaced')).toEqual([])
})

describe('rows', () => {
  it('a field over its procedures, a section, a total, a signature', async () => {
    const { catalog, text, out } = await importing(
      [
        'STT,Mã,Tên thủ tục,Thời hạn',
        'A. THỦ TỤC HÀNH CHÍNH CẤP XÃ,,,',
        'I,,Lĩnh vực Hộ tịch (1 TTHC),',
        '1,1.001193,Khai sinh,5 ngày',
        ',,CHỨNG THỰC,',
        '1,2.000815,Bản sao,trong ngày',
        ',,Tổng số: 3 thủ tục,',
        ',,,Người lập biểu',
        '',
      ].join('\n'),
    )
    expect(catalog.fields.map(({ name }) => name)).toEqual(['Chứng thực', 'Hộ tịch'])
    expect(catalog.procedures.map(({ code, field }) => [code, field])).toEqual([
      ['2.000815', 'chung-thuc'],
      ['1.001193', 'ho-tich'],
    ])
    expect(catalog.publication?.expect).toEqual({ procedures: 3 })
    expect(text('moi/catalog.yaml')).toContain('# Dòng 2 của bảng: A. THỦ TỤC HÀNH CHÍNH CẤP XÃ')
    expect(said(out, 'sheet-row-unplaced')).toEqual([
      expect.stringContaining('bang.csv:D8: cảnh báo: Dòng “Người lập biểu”'),
    ])
    expect(said(out, 'declared-count-wrong')).toHaveLength(1)
  })

  it('a code before the title, in brackets behind it, and in a link', async () => {
    const { catalog } = await importing(
      [
        'Tên thủ tục,Lĩnh vực,Liên kết',
        '2.000815.000.00.00.H55- Chứng thực bản sao,Chứng thực,',
        'Đăng ký khai sinh (1.001193),Hộ tịch,',
        'Đăng ký kết hôn,Hộ tịch,https://example.gov.vn/?ma_thu_tuc=1.000894',
      ].join('\n'),
    )
    expect(catalog.procedures.map(({ code, title }) => [code, title])).toEqual([
      ['2.000815.000.00.00.H55', 'Chứng thực bản sao'],
      ['1.001193', 'Đăng ký khai sinh'],
      ['1.000894', 'Đăng ký kết hôn'],
    ])
  })

  it('a link that leads to another procedure is an error at the code', async () => {
    const { out } = await importing(
      'Mã,Tên thủ tục,Lĩnh vực,Liên kết\n1.001653,Đổi giấy xác nhận,Bảo trợ,https://example.gov.vn/2.000615\n',
    )
    expect(said(out, 'sheet-code-contradictory')[0]).toMatch(
      /^bang\.csv:A2: lỗi: .*ô D2 dẫn đến mã 2\.000615; đã giữ 1\.001653/,
    )
  })

  it('a head in two rows, a row that numbers the columns, the head again on the next page', async () => {
    const { catalog } = await importing(
      [
        'STT,Mã số,Tên TTHC,Lĩnh vực,Thời hạn giải quyết,,Mức độ DVC,',
        ',,,,Theo quy định,Sau cắt giảm,Mức độ 3,Mức độ 4',
        '(1),(2),(3),(4),(5),(6),(7),(8)',
        '1,1.001193,Khai sinh,Hộ tịch,5 ngày,3 ngày,,x',
        'STT,Mã số,Tên TTHC,Lĩnh vực,Thời hạn giải quyết,,Mức độ DVC,',
        '2,1.000894,Kết hôn,Hộ tịch,,trong ngày,X,',
      ].join('\n'),
    )
    expect(
      catalog.procedures.map(({ code, statutoryTime, processingTime, serviceLevel }) => [
        code,
        statutoryTime,
        processingTime,
        serviceLevel,
      ]),
    ).toEqual([
      ['1.001193', '5 ngày', '3 ngày', 'level-4'],
      ['1.000894', undefined, 'trong ngày', 'level-3'],
    ])
  })

  it('merged cells hold for all their rows; a second officer may stand in a row of its own', async () => {
    const bytes = await workbook([
      ['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Thời hạn', 'Cán bộ phụ trách', 'SĐT'],
      [
        '1.001193',
        'Khai sinh',
        { value: 'Hộ tịch', rowSpan: 3 },
        { value: '5 ngày', rowSpan: 3 },
        'Nguyễn Thị Mai',
        '0274 0123 501',
      ],
      [null, null, null, null, 'Trần Văn Ba', '0274 0123 502'],
      ['1.000894', 'Kết hôn', null, null, 'Nguyễn Thị Mai', null],
    ])
    const { catalog } = await importing(bytes)
    expect(catalog.procedures.map(({ code, field, processingTime }) => [code, field, processingTime])).toEqual([
      ['1.001193', 'ho-tich', '5 ngày'],
      ['1.000894', 'ho-tich', '5 ngày'],
    ])
    expect(catalog.officers.map(({ name, phone }) => [name, phone])).toEqual([
      ['Nguyễn Thị Mai', '0274 0123 501'],
      ['Trần Văn Ba', '0274 0123 502'],
    ])
    expect(catalog.fields[0]?.officers).toEqual(['nguyen-thi-mai', 'tran-van-ba'])
    expect(catalog.procedures[1]?.officer).toBe('nguyen-thi-mai')
  })

  it('one field in several spellings is one field, and that is said', async () => {
    const { catalog, out } = await importing(
      'Mã,Tên thủ tục,Lĩnh vực\n1.000001,A,Thi đua - khen thưởng\n1.000002,B,Thi đua khen thưởng\n1.000003,C,THI ĐUA - KHEN THƯỞNG\n',
    )
    expect(catalog.fields.map(({ name }) => name)).toEqual(['Thi đua - khen thưởng'])
    expect(said(out, 'sheet-field-spellings')).toEqual([expect.stringContaining('bang.csv:C3: lưu ý')])
  })

  it('where a click leads is kept, and the code in it is heard', async () => {
    const bytes = await workbook(
      [
        ['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Liên kết', 'Ghi chú'],
        [null, 'Khai sinh', 'Hộ tịch', 'Nộp hồ sơ', 'xem thêm'],
      ],
      (xml, part) =>
        part === 'relations'
          ? xml.replace(
              /(<Relationships[^>]*?)(\/>|><\/Relationships>)/,
              `$1>${['D', 'E'].map(id => `<Relationship Id="${id}" Type="hyperlink" Target="https://example.gov.vn/${id}/1.001193" TargetMode="External"/>`).join('')}</Relationships>`,
            )
          : xml.replace(
              '</worksheet>',
              '<hyperlinks><hyperlink ref="D2" r:id="D"/><hyperlink ref="E2" r:id="E"/></hyperlinks></worksheet>',
            ),
    )
    const { catalog, text } = await importing(bytes)
    expect(catalog.procedures).toMatchObject([{ code: '1.001193', onlineUrl: 'https://example.gov.vn/D/1.001193' }])
    expect(text('moi/fields/ho-tich.yaml')).toContain('# Cột “Liên kết” (D2): Nộp hồ sơ')
    expect(text('moi/fields/ho-tich.yaml')).toContain(
      '# Cột “Ghi chú” (E2): xem thêm → https://example.gov.vn/E/1.001193',
    )
  })

  it('several telephones in a cell, an extension, two officers of one name', async () => {
    const { catalog, text } = await importing(
      [
        'Mã,Tên thủ tục,Lĩnh vực,Cán bộ phụ trách,Số điện thoại',
        '1.001193,A,Hộ tịch,Lê Thị Bình,DĐ: 0903 000 001 / CQ: 0274 0123 503 máy lẻ 12',
        '1.001194,B,Đất đai,Lê Thị Bình,0274 0123 504',
        '1.001195,C,Hộ tịch,Bà Lê Thị Bình,0903 000 001',
      ].join('\n'),
    )
    expect(catalog.officers).toEqual([
      { id: 'le-thi-binh', name: 'Lê Thị Bình', phone: '0274 0123 503', extension: '12' },
      { id: 'le-thi-binh-2', name: 'Lê Thị Bình', phone: '0274 0123 504' },
    ])
    expect(text('moi/catalog.yaml')).toContain('# Số khác trong bảng (DĐ): 0903 000 001')
  })

  it('a procedure without a code is told with the code that the list has under its title', async () => {
    const { out } = await importing(
      'Mã,Tên thủ tục,Lĩnh vực\n,Thủ tục đăng ký kết hôn,Hộ tịch\n1.001193,Khai sinh,Hộ tịch\n',
    )
    expect(said(out, 'sheet-code-missing')).toEqual([
      expect.stringContaining('danh sách đối chiếu có tên này với mã 1.000894'),
    ])
    expect(said(out, 'catalog-shape')).toEqual([])
  })
})

describe('writing', () => {
  const sheet = 'Mã,Tên thủ tục,Lĩnh vực\n1.001193,Khai sinh,Hộ tịch\n'

  it('never goes over what is there', async () => {
    const { code, err, io } = await importing(sheet, [], { files: { 'bang.csv': sheet, 'moi/ghi-chu.txt': 'giữ' } })
    expect(code).toBe(3)
    expect(err).toContain('Thư mục “moi” đã có tệp (“ghi-chu.txt”)')
    expect([...io.files.keys()]).toEqual(['bang.csv', 'moi/ghi-chu.txt'])
  })

  it('--dry-run writes nothing and says what would be written', async () => {
    const { paths, err } = await importing(sheet, ['--dry-run'])
    expect(paths).toEqual([])
    expect(err).toContain('Sẽ ghi moi/fields/ho-tich.yaml')
  })

  it('needs to be told what for', async () => {
    const io = memoryIo({ files: { 'bang.csv': sheet } })
    expect(await main(['import', 'bang.csv'], io)).toBe(2)
    expect(io.printed.err).toContain('cần một trong các tùy chọn --out, --dry-run, --report')
  })

  it('reads standard input, and the name of the office from --agency', async () => {
    const io = memoryIo({ files: { '-': sheet } })
    await main(['import', '-', '--out', 'moi', '--agency', 'UBND phường Hoa Mai'], io)
    expect(new TextDecoder().decode(io.files.get('moi/catalog.yaml'))).toBe(
      '# Nhập từ đầu vào chuẩn\ncatalog: 1\nagency:\n  name: UBND phường Hoa Mai\n',
    )
  })

  it('no cell of a sheet can silence a rule or break out of its comment', async () => {
    const { loaded, text } = await importing(
      'Mã,Tên thủ tục,Lĩnh vực,tthc-ignore fee-missing\n1.001193,Khai sinh,Hộ tịch,"x: vì thế\nprocedures: []\r# tthc-ignore fee-missing: không"\n1.001194,Khai tử,Hộ tịch,y\n',
    )
    expect(loaded.findings).toEqual([])
    expect(loaded.catalog.procedures).toHaveLength(2)
    expect(text('moi/fields/ho-tich.yaml')).not.toMatch(/^\s*#+\s*tthc-ignore/m)
  })

  it('says how far it is, from the reading to the check', async () => {
    const said: [number, number, string][] = []
    const io = {
      ...memoryIo({ files: { 'bang.csv': sheet } }),
      progress: (...step: [number, number, string]) => void said.push(step),
    }
    await main(['import', 'bang.csv', '--dry-run', '--lang', 'en'], io)
    expect(said).toEqual([
      [30, 100, 'Reading'],
      [70, 100, 'Checking'],
    ])
  })
})

describe('--report', () => {
  it('gives the sheet back with its faults coloured and commented', async () => {
    const { io, err } = await importing(ward, ['--report', 'loi.xlsx'])
    expect(err).toContain('Đã ghi bảng có đánh dấu “loi.xlsx”')
    const files = unzipSync(io.files.get('loi.xlsx') ?? new Uint8Array())
    const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    const comments = xml('xl/comments1.xml')
    expect(comments).toMatch(/<comment ref="B10" authorId="0"><text><r><t xml:space="preserve">Lỗi: Mã của/)
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<legacyDrawing r:id="rId-comments-2"/></worksheet>')
    expect(xml('xl/styles.xml')).toContain('FFC7CE')
    expect(xml('xl/sharedStrings.xml')).toContain('1.00101')
    expect((comments.match(/<comment /g) ?? []).length).toBe(
      (xml('xl/drawings/vmlDrawing1.vml').match(/<v:shape /g) ?? []).length,
    )
  })

  it('is read back as the same sheet', async () => {
    const { io } = await importing(ward, ['--report', 'loi.xlsx'])
    const again = await importing(io.files.get('loi.xlsx') ?? '')
    const first = await importing(ward)
    expect(again.catalog.procedures).toEqual(first.catalog.procedures)
    expect(again.catalog.officers).toEqual(first.catalog.officers)
  })

  it('writes the same bytes again, and no formula', async () => {
    const sheet = 'Mã,Tên thủ tục,Lĩnh vực\n1.001193,"=HYPERLINK(""http://x"")",Hộ tịch\n'
    const once = await importing(sheet, ['--report', 'loi.xlsx'])
    const twice = await importing(sheet, ['--report', 'loi.xlsx'])
    expect(once.io.files.get('loi.xlsx')).toEqual(twice.io.files.get('loi.xlsx'))
    expect(
      strFromU8(
        unzipSync(once.io.files.get('loi.xlsx') ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
      ),
    ).not.toContain('<f>')
  })
})

describe('what we write ourselves', () => {
  it('the CSV of a build comes back with every procedure, field and officer of the list', async () => {
    const names = readdirSync(join(root, 'catalogs/dinh-hoa'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .map(name => `catalogs/dinh-hoa/${name.replaceAll('\\', '/')}`)
    const files = Object.fromEntries(names.sort().map(path => [path, readFileSync(join(root, path), 'utf8')]))
    const io = memoryIo({ files, today: '2022-07-02' })
    await main(['build', 'catalogs/dinh-hoa', '--out', 'ra'], io)
    const { catalog, out } = await importing(io.files.get('ra/thu-tuc.csv') ?? '', ['--date', '2022-07-02'])
    const original = (
      await load(
        'x',
        Object.entries(files).map(([path, text]) => ({ path, text })),
      )
    ).catalog
    const keys = (list: typeof original.procedures) =>
      list
        .map(({ code, title, serviceLevel, legalBases }) => ({
          code,
          title,
          serviceLevel,
          legalBases: legalBases?.map(({ number }) => number),
        }))
        .sort((a, b) => (a.code < b.code ? -1 : 1))
    expect(keys(catalog.procedures)).toEqual(keys(original.procedures))
    expect(catalog.fields.map(({ name }) => name).sort()).toEqual(original.fields.map(({ name }) => name).sort())
    expect(out).toContain('133 thủ tục, 35 lĩnh vực, 11 cán bộ: ')
    expect(out).not.toContain(' lỗi: ')
  })

  it('through the bundle, from a file to a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-import-'))
    try {
      writeFileSync(join(folder, 'bang.csv'), 'Mã,Tên thủ tục,Lĩnh vực\n1.001193,Khai sinh,Hộ tịch\n')
      const ran = spawnSync(
        process.execPath,
        [join(root, 'bin/tthc.js'), 'import', 'bang.csv', '--out', 'moi', '--report', 'loi.xlsx', '--lang', 'en'],
        { cwd: folder, encoding: 'utf8' },
      )
      expect(ran.stderr).toContain('Wrote the catalog “moi” (2 files)')
      expect(ran.status).toBe(1)
      expect(readFileSync(join(folder, 'moi/fields/ho-tich.yaml'), 'utf8')).toContain(
        '  - code: "1.001193"\n    title: Khai sinh\n',
      )
      expect(readdirSync(folder).sort()).toEqual(['bang.csv', 'loi.xlsx', 'moi'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

const soffice = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0)

describe.skipIf(soffice === undefined)(`LibreOffice (${soffice ?? 'skipped: not installed here'})`, () => {
  /** Without being told, it takes a CSV for windows-1252 whatever its mark: 44 is the comma, 34 the quote, 76 UTF-8. */
  const csv = '44,34,76,1'

  function converted(folder: string, file: string, to: string): Uint8Array {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const from = file.endsWith('.csv') ? [`--infilter=CSV:${csv}`] : []
    const target = to === 'csv' ? `csv:Text - txt - csv (StarCalc):${csv}` : to
    const out = join(folder, 'out')
    execFileSync(
      soffice ?? '',
      ['--headless', profile, ...from, '--convert-to', target, '--outdir', out, join(folder, file)],
      {
        stdio: 'ignore',
      },
    )
    return readFileSync(join(out, file.replace(/\.\w+$/, `.${to}`)))
  }

  it('saves our CSV as a workbook and as a CSV again, and the records are the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-office-'))
    try {
      const files = Object.fromEntries(
        ['catalog.yaml'].map(name => [`catalogs/mau/${name}`, readFileSync(join(root, 'catalogs/mau', name), 'utf8')]),
      )
      const io = memoryIo({ files, today })
      await main(['build', 'catalogs/mau', '--out', 'ra'], io)
      const csv = io.files.get('ra/thu-tuc.csv') ?? new Uint8Array()
      writeFileSync(join(folder, 'bang.csv'), csv)
      const first = (await importing(csv)).catalog
      expect(first.procedures).toHaveLength(5)
      const book = converted(folder, 'bang.csv', 'xlsx')
      expect((await importing(book)).catalog).toEqual(first)
      writeFileSync(join(folder, 'lai.xlsx'), book)
      expect((await importing(converted(folder, 'lai.xlsx', 'csv'))).catalog).toEqual(first)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 180_000)

  it('opens the marked sheet with all its comments', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-office-'))
    try {
      const { io } = await importing(ward, ['--report', 'loi.xlsx'])
      const report = io.files.get('loi.xlsx') ?? new Uint8Array()
      const own = strFromU8(unzipSync(report)['xl/comments1.xml'] ?? new Uint8Array()).match(/<comment /g)?.length
      writeFileSync(join(folder, 'loi.xlsx'), report)
      const opened = unzipSync(converted(folder, 'loi.xlsx', 'ods'))['content.xml'] ?? new Uint8Array()
      expect(strFromU8(opened).match(/<office:annotation /g)?.length).toBe(own)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 180_000)
})
