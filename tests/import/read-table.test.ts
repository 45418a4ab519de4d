import { describe, expect, it } from 'vitest'
import { readTable } from '../../src/import/read-table.js'
import { cellName, columnName } from '../../src/source.js'
import { workbook } from './workbook.js'

const sheet = 'STT;Mã TTHC;Tên thủ tục;Lĩnh vực\r\n1;1.001193;Thủ tục đăng ký khai sinh;Hộ tịch\r\n'
const utf8 = new TextEncoder()

async function cells(bytes: Uint8Array | string) {
  const table = await readTable('bang.csv', typeof bytes === 'string' ? utf8.encode(bytes) : bytes)
  return { ...table.format, rows: table.rows.map(row => row.map(({ text }) => text)) }
}

const rows = [
  ['STT', 'Mã TTHC', 'Tên thủ tục', 'Lĩnh vực'],
  ['1', '1.001193', 'Thủ tục đăng ký khai sinh', 'Hộ tịch'],
]

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** Bytes of a text in windows-1252, with which the letters of the old tables are shown. */
function bytesOf1252(shown: string): Uint8Array {
  const high = [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))]
  return Uint8Array.from([...shown], sign => (sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : high.indexOf(sign) + 128))
}

describe('the encoding of a CSV', () => {
  it.each([
    ['UTF-8', utf8.encode(sheet), 'UTF-8'],
    ['UTF-8 with a mark', utf8.encode(`\uFEFF${sheet}`), 'UTF-8'],
    ['UTF-16 LE with a mark', utf16(sheet, false, true), 'UTF-16 LE'],
    ['UTF-16 BE with a mark', utf16(sheet, true, true), 'UTF-16 BE'],
    ['UTF-16 LE without', utf16(sheet, false, false), 'UTF-16 LE'],
    ['UTF-16 BE without', utf16(sheet, true, false), 'UTF-16 BE'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await cells(bytes)).toEqual({ kind: 'csv', encoding, delimiter: ';', rows })
  })

  it.each([
    ['TCVN3', 'M·;Tªn thñ tôc hµnh chÝnh;LÜnh vùc\n1.001193;§¨ng ký khai sinh;Hé tÞch\n'],
    ['VNI', 'Maõ;Teân thuû tuïc haønh chính;Lónh vöïc\n1.001193;Ñaêng kyù khai sinh;Hoä tòch\n'],
    ['windows-1258', 'MaÞ;Tên thuÒ tuòc haÌnh chiình;LiÞnh výòc\n1.001193;Ðãng kyì khai sinh;Hôò tiòch\n'],
  ])('%s', async (encoding, shown) => {
    const read = await cells(bytesOf1252(shown))
    expect(read.encoding).toBe(encoding)
    expect(read.rows[1]).toEqual(['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'])
  })

  it('a byte gone wrong in UTF-8 leaves the rest as it is', async () => {
    const bytes = utf8.encode(`${sheet.repeat(5)}2;1.000894;Đăng ký kết hôn;Hộ tịch`)
    bytes[bytes.length - 2] = 0xff
    const read = await cells(bytes)
    expect(read.encoding).toBe('UTF-8')
    expect(read.rows.at(-1)).toEqual(['2', '1.000894', 'Đăng ký kết hôn', 'Hộ tị\uFFFDh'])
  })

  it('cells in a font of before Unicode are converted, and counted', async () => {
    const read = await cells('Mã,Tên thủ tục\n1.001193,§¨ng ký khai sinh\n1.000894,Đăng ký kết hôn\n')
    expect(read.converted).toEqual({ encoding: 'TCVN3', cells: 1 })
    expect(read.rows.slice(1).map(([, title]) => title)).toEqual(['Đăng ký khai sinh', 'Đăng ký kết hôn'])
  })

  it('cells that went through the wrong table are put right', async () => {
    const wrong = Buffer.from('Đăng ký khai sinh')
      .toString('latin1')
      .replace(/\u0090/g, '\u0090')
    const read = await cells(`Mã,Tên thủ tục\n1.001193,${wrong}\n`)
    expect(read.converted?.encoding).toBe('UTF-8')
    expect(read.rows[1]?.[1]).toBe('Đăng ký khai sinh')
  })
})

describe('the shape of a CSV', () => {
  it.each([
    [',', 'Mã,Tên thủ tục\n1.001193,"Cấp, đổi thẻ; cấp lại"\n'],
    [';', 'Mã;Tên thủ tục\n1.001193;Cấp, đổi thẻ\n'],
    ['\t', 'Mã\tTên thủ tục\n1.001193\tCấp, đổi; thẻ\n'],
    ['|', 'Mã|Tên thủ tục\n1.001193|Cấp, đổi thẻ\n'],
  ])('finds the separator %s by itself', async (delimiter, text) => {
    const read = await cells(text)
    expect(read.delimiter).toBe(delimiter)
    expect(read.rows[1]).toHaveLength(2)
  })

  it('finds it where no heading is known, by rows of one length', async () => {
    expect((await cells('a;b;c\n1,5;2;3\n4;5;6\n')).delimiter).toBe(';')
  })

  it('takes the order of Excel, whose line Excel does not show', async () => {
    const read = await cells('sep=;\r\nMã;Tên thủ tục\r\n1.001193;A, b, c, d\r\n')
    expect(read.rows[0]).toEqual(['Mã', 'Tên thủ tục'])
  })

  it('keeps empty lines and line ends in cells, so that places stay true', async () => {
    const read = await cells('\n\nMã,Tên thủ tục\n1.001193,"Hai\ndòng, ""nháy"""\n\n2.000815,Chứng thực\n')
    expect(read.rows).toEqual([
      [''],
      [''],
      ['Mã', 'Tên thủ tục'],
      ['1.001193', 'Hai\ndòng, "nháy"'],
      [''],
      ['2.000815', 'Chứng thực'],
    ])
  })

  it('takes off what guards cells from spreadsheets', async () => {
    expect((await cells(`Mã,Tên thủ tục\n"=""1.001010""",'=Tên\n`)).rows[1]).toEqual(['1.001010', '=Tên'])
  })

  it('says where a quote is never closed', async () => {
    await expect(cells('Mã,Tên\n1.001193,"Đăng ký\n')).rejects.toThrow(/double quote that is never closed/)
  })

  it('more rows, or cells, than memory should hold are refused', async () => {
    await expect(cells(`Mã,Tên\n${'1,2\n'.repeat(100_000)}`)).rejects.toThrow(/too large for a list/)
    await expect(cells(`Mã,Tên\n${','.repeat(5_000_001)}`)).rejects.toThrow(/too large for a list/)
  }, 60_000)

  it('an old workbook is told what to do', async () => {
    await expect(cells(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).rejects.toThrow(/\.xls workbook of old/)
  })
})

describe('a workbook', () => {
  it('numbers, days, merges and links are known for what they are', async () => {
    const bytes = await workbook([
      [{ value: 'DANH MỤC', columnSpan: 3 }, null, null],
      ['Mã', 'Tên thủ tục', 'Lĩnh vực'],
      [{ value: 1.00101, type: Number }, 'Một', { value: 'Hộ tịch', rowSpan: 2 }],
      [{ value: new Date(Date.UTC(2012, 11, 1)), type: Date, format: 'dd/mm/yyyy' }, 'Hai', null],
    ])
    const { rows } = await readTable('bang.xlsx', bytes)
    expect(rows[2]?.[0]).toEqual({ text: '1.00101', kind: 'number' })
    expect(rows[3]?.[0]).toEqual({ text: '2012-12-01', kind: 'date' })
    expect(rows[3]?.[2]?.mergedWith).toEqual({ row: 2, column: 2 })
    expect(rows[0]?.[1]?.mergedWith).toEqual({ row: 0, column: 0 })
  })

  it('where a click leads, and formulas that failed', async () => {
    const bytes = await workbook(
      [
        ['Mã', 'Tên thủ tục'],
        ['xem', 'Khai sinh'],
      ],
      (xml, part) =>
        part === 'relations'
          ? xml.replace(
              /(<Relationships[^>]*?)(\/>|><\/Relationships>)/,
              '$1><Relationship Id="r1" Type="hyperlink" Target="https://example.gov.vn/?a=1&amp;ma=1.001193" TargetMode="External"/></Relationships>',
            )
          : xml
              .replace(
                '</sheetData>',
                '<row r="3"><c r="A3" t="e"><f>B9</f><v>#REF!</v></c><c r="B3" t="n"><v>1.5</v></c></row></sheetData>',
              )
              .replace('</worksheet>', '<hyperlinks><hyperlink ref="A2" r:id="r1"/></hyperlinks></worksheet>'),
    )
    const { rows } = await readTable('bang.xlsx', bytes)
    expect(rows[1]?.[0]).toEqual({ text: 'xem', kind: 'text', link: 'https://example.gov.vn/?a=1&ma=1.001193' })
    expect(rows[2]?.[0]).toEqual({ text: '#REF!', kind: 'error' })
  })

  it('the sheet that looks like a list is read, the others are named; --sheet chooses', async () => {
    const sheets = [
      { sheet: 'Ghi chú', data: [['Không có gì ở đây']] },
      {
        sheet: 'Danh mục',
        data: [
          ['Mã', 'Tên thủ tục'],
          ['1.001193', 'Khai sinh'],
        ],
      },
    ]
    const bytes = await workbook(sheets)
    const table = await readTable('bang.xlsx', bytes)
    expect(table.source.sheet?.name).toBe('Danh mục')
    expect(table.format.otherSheets).toEqual(['Ghi chú'])
    expect((await readTable('bang.xlsx', bytes, { sheet: 'Ghi chú' })).rows[0]?.[0]?.text).toBe('Không có gì ở đây')
    await expect(readTable('bang.xlsx', bytes, { sheet: 'Khác' })).rejects.toThrow(/no sheet “Khác”/)
  })

  it('a lone cell far away is refused, not made room for', async () => {
    const bytes = await workbook([['Mã', 'Tên']], xml => xml.replaceAll('"A1"', '"XFD1048576"'))
    await expect(readTable('bang.xlsx', bytes)).rejects.toThrow(/too large for a list/)
  })

  it('a zip that is no workbook is said to be none', async () => {
    await expect(readTable('bang.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]))).rejects.toThrow(/no .xlsx workbook/)
  })
})

it('columns and cells are called as in Excel', () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  expect(cellName(16, 1)).toBe('B17')
})
