import { readFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Procedure } from '../../src/catalog/model.js'
import { referenceList } from '../../src/catalog/reference-list.js'
import { fold } from '../../src/catalog/vietnamese.js'
import { findHead } from '../../src/import/columns.js'
import { importSheet } from '../../src/import/import-sheet.js'
import { readTable } from '../../src/import/read-table.js'
import { main } from '../../src/main.js'
import { memoryIo } from '../memory-io.js'
import { workbook } from './workbook.js'

// Whole imports, the first of which loads the modules.
vi.setConfig({ testTimeout: 60_000 })

const reference = referenceList({ vi: '', en: '' }, [])

async function imported(bytes: Uint8Array) {
  const table = await readTable('bang', bytes)
  return importSheet(table, findHead(table), { reference })
}

describe('any bytes', () => {
  const ward = readFileSync(new URL('./phuong.csv', import.meta.url))

  /** A sheet with some of its bytes changed, or a part of it lost. */
  function damaged(sheet: Uint8Array): fc.Arbitrary<Uint8Array> {
    const slips = fc.array(fc.tuple(fc.nat(sheet.length - 1), fc.nat(255)), { maxLength: 12 })
    return fc.tuple(slips, fc.nat(sheet.length), fc.nat(200)).map(([changes, at, lost]) => {
      const bytes = Uint8Array.from(sheet)
      for (const [index, byte] of changes) bytes[index] = byte
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + lost)])
    })
  }

  async function neverHalf(bytes: Uint8Array): Promise<void> {
    const io = memoryIo({ files: { bang: bytes } })
    const code = await main(
      ['import', 'bang', '--out', 'moi', '--report', 'loi.xlsx', '--format', 'json', '--lang', 'en'],
      io,
    )
    const written = [...io.files.keys()].filter(path => path.startsWith('moi/'))
    expect([0, 1, 3]).toContain(code)
    if (code === 3) {
      expect([written, io.printed.out]).toEqual([[], ''])
      expect(io.printed.err).toMatch(/tthc: .+/)
      return
    }
    expect(written).toContain('moi/catalog.yaml')
    const again = memoryIo({ files: Object.fromEntries(io.files) })
    expect([0, 1]).toContain(await main(['check', 'moi', '--format', 'json'], again))
    // What was written can be read: nothing of a sheet breaks the YAML.
    expect(again.printed.out).not.toMatch(/"rule": "(?:yaml-|text-encoding|unknown-key|file-too-large)/)
  }

  it('never crash an import, and never leave half a catalog', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), neverHalf), { numRuns: 60 })
  }, 60_000)

  it('nor do those of a damaged CSV', async () => {
    await fc.assert(fc.asyncProperty(damaged(ward), neverHalf), { numRuns: 25 })
  }, 60_000)

  it('nor do those of a damaged workbook', async () => {
    const book = await workbook([
      ['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Thời hạn'],
      ['1.001193', 'Khai sinh', { value: 'Hộ tịch', rowSpan: 2 }, '5 ngày'],
      ['1.000894', 'Kết hôn', null, { value: 5, type: Number }],
    ])
    await fc.assert(fc.asyncProperty(damaged(book), neverHalf), { numRuns: 60 })
  }, 60_000)

  it('nor do they take long over cells that are nothing but spaces, signs or digits', async () => {
    const head = [
      'Mã',
      'Tên thủ tục',
      'Lĩnh vực',
      'Thời hạn',
      'Phí',
      'Căn cứ pháp lý',
      'Cán bộ',
      'SĐT',
      'Hồ sơ',
      'Quyết định',
    ]
    for (const sign of [' ', '-', ';', ':', '(', '1', '1 ', 'a, ', 'ngày ', '\n']) {
      const cell = `a${sign.repeat(30_000 / sign.length)}1 b`
      const bytes = new TextEncoder().encode(
        stringify([head, ['1.001193', ...head.slice(1).map(() => cell)]], { bom: true, quoted: true }),
      )
      const start = performance.now()
      await imported(bytes)
      expect(performance.now() - start, JSON.stringify(sign)).toBeLessThan(20_000)
    }
  }, 120_000)

  it('nor do any texts in the cells of a sound sheet', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '1.001193',
        '1.00119',
        '#N/A',
        '01-Feb',
        '- a\n- b',
        '"',
        "'",
        '# x',
        'I',
        'Tổng cộng',
        '1E+99',
        '\u0085',
        '\u2028',
        '\t',
      ),
    )
    const head = [
      'STT',
      'Mã',
      'Tên thủ tục',
      'Lĩnh vực',
      'Mức độ',
      'Thời hạn',
      'Phí',
      'Căn cứ pháp lý',
      'Cán bộ',
      'SĐT',
      'Khác',
    ]
    const rows = fc.array(fc.array(cell, { minLength: head.length, maxLength: head.length }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(rows, rows => neverHalf(new TextEncoder().encode(stringify([head, ...rows], { bom: true })))),
      { numRuns: 60 },
    )
  }, 60_000)
})

/** Titles with all that makes trouble in sheets. */
const trouble = fc.constantFrom(
  ...[
    '"',
    ';',
    ',',
    '\t',
    '\n',
    '\r\n',
    '=',
    '+',
    '-',
    '@',
    '😀',
    'e\u0302\u0301',
    '  ',
    '#',
    ': ',
    "'",
    '|',
    '\\',
    '{',
    '1',
    'Thủ tục',
    'cấp đổi',
  ],
)
const title = fc
  .tuple(
    fc.constantFrom('Cấp', '=Cấp', '-cấp', '@Cấp', '“Đổi”', '+84', '#cấp', '5 ngày'),
    fc.array(trouble, { maxLength: 12 }),
  )
  .map(([first, rest]) => (first + rest.join(' ')).trim())
const officers = ['Nguyễn Thị Mai', 'Trần Văn Ba', 'Lê Thị Tư'].map((name, index) => ({
  name,
  phone: `0274 0123 50${index}`,
}))

interface Record {
  readonly code: string
  readonly title: string
  readonly field: string
  readonly serviceLevel: string
  readonly processingTime: string
  readonly fees: 'none' | 'exempt' | number
  readonly legalBases: readonly string[]
  readonly officer: number
  readonly postal: boolean
}

const record: fc.Arbitrary<Record> = fc.record({
  code: fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 999_999 }),
      fc.constantFrom('', '.H09', '.02', '.000.00.00.H55'),
    )
    .map(([first, six, suffix]) => `${first}.${String(six).padStart(6, '0')}${suffix}`),
  title,
  field: fc.constantFrom('Hộ tịch', 'Chứng thực', 'Dân số, Bà mẹ - Trẻ em', 'Đất đai; Môi trường', 'Lĩnh vực khác'),
  serviceLevel: fc.constantFrom('full', 'partial', 'information', 'none', 'level-1', 'level-2', 'level-3', 'level-4'),
  processingTime: fc.constantFrom('5 ngày làm việc', '2,5 ngày', 'ngay', 'trong ngày', '30 ngày', 'không quy định'),
  fees: fc.oneof(fc.constantFrom('none' as const, 'exempt' as const), fc.integer({ min: 100, max: 9_999_999 })),
  legalBases: fc.uniqueArray(
    fc.constantFrom('60/2014/QH13', '123/2015/NĐ-CP', '66.7/2025/NQ-CP', '371/QĐ-UBND', '07-LCT/HĐNN7'),
    { minLength: 1 },
  ),
  officer: fc.nat(2),
  postal: fc.boolean(),
})
const records = fc.uniqueArray(record, { minLength: 1, maxLength: 8, selector: ({ code }) => code.slice(0, 8) })

const head = [
  'STT',
  'Mã TTHC',
  'Tên thủ tục',
  'Lĩnh vực',
  'Mức độ',
  'Thời hạn giải quyết',
  'Lệ phí',
  'Căn cứ pháp lý',
  'Cán bộ phụ trách',
  'Số điện thoại',
  'BCCI',
]

function rowOf(
  { code, title, field, serviceLevel, processingTime, fees, legalBases, officer, postal }: Record,
  index: number,
): string[] {
  const fee = fees === 'none' ? 'Không' : fees === 'exempt' ? 'Miễn' : `${fees} đồng/bản`
  const { name = '', phone = '' } = officers[officer] ?? {}
  return [
    `${index + 1}`,
    code,
    title,
    field,
    serviceLevel,
    processingTime,
    fee,
    legalBases.join('; '),
    name,
    phone,
    postal ? 'x' : 'Không',
  ]
}

async function expectSame(bytes: Uint8Array, written: readonly Record[]): Promise<void> {
  const { loaded, findings } = await imported(bytes)
  const { catalog } = loaded
  expect([loaded.findings, findings]).toEqual([[], []])
  const byId = new Map(catalog.officers.map(officer => [officer.id, officer]))
  const fields = new Map(catalog.fields.map(field => [field.id, field]))
  const read = catalog.procedures.map(procedure => {
    const field = fields.get(procedure.field)
    const officer = byId.get(procedure.officer ?? field?.officers?.[0] ?? '')
    return {
      code: procedure.code,
      title: procedure.title,
      field: field?.name,
      serviceLevel: procedure.serviceLevel,
      processingTime: procedure.processingTime,
      fees: feeOf(procedure),
      legalBases: procedure.legalBases?.map(({ number }) => number),
      officer: officers.findIndex(({ name, phone }) => name === officer?.name && phone === officer.phone),
      postal: procedure.postal,
    }
  })
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
  expect(read.sort(byCode)).toEqual([...written].sort(byCode))
}

function feeOf({ fees }: Procedure) {
  if (typeof fees === 'string' || fees === undefined) return fees
  const [fee] = fees
  return fee?.kind === 'lệ phí' && fee.per === 'bản' && fees.length === 1 ? Number(fee.amount) : fees
}

describe('a table that we write gives the same records again', () => {
  // Left to itself, csv-stringify quotes no line end but the one that it parts records by.
  const quoted_match = /[\r\n]/
  const guarded = (row: readonly string[]) => row.map(cell => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell))

  it('as a CSV, whatever its separator and encoding', async () => {
    const layout = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      record_delimiter: fc.constantFrom('\r\n', '\n'),
      encoding: fc.constantFrom('utf8', 'utf8-mark', 'utf16le', 'utf16be'),
      above: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(records, layout, async (written, { encoding, above, ...options }) => {
        const titles = Array.from({ length: above }, () => [
          'DANH MỤC THỦ TỤC HÀNH CHÍNH',
          ...head.slice(1).map(() => ''),
        ])
        const text = stringify([...titles, head, ...written.map(rowOf).map(guarded)], { ...options, quoted_match })
        const bytes = encoding.startsWith('utf8')
          ? Buffer.from((encoding === 'utf8' ? '' : '\uFEFF') + text)
          : Buffer.from(`\uFEFF${text}`, 'utf16le')
        await expectSame(encoding === 'utf16be' ? bytes.swap16() : bytes, written)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(records, async written => {
        const rows = [head, ...written.map(rowOf)].map(row => row.map(value => ({ value, type: String })))
        await expectSame(await workbook(rows), written)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('with the fields as bands over their procedures', async () => {
    await fc.assert(
      fc.asyncProperty(records, async written => {
        const names = [...new Set(written.map(({ field }) => field))]
        const rows = names.flatMap((name, index) => [
          [`${'IVX'[index] ?? 'I'}`, '', `Lĩnh vực ${name}`],
          ...written
            .filter(({ field }) => field === name)
            .map((one, at) => rowOf(one, at).filter((_, column) => column !== 3)),
        ])
        const text = stringify([head.filter((_, column) => column !== 3), ...rows.map(guarded)], { bom: true })
        await expectSame(new TextEncoder().encode(text), written)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('and a field of more procedures than a check reads of one file is written as several files', async () => {
    const rows = Array.from(
      { length: 4001 },
      (_, index) => `1.${String(index).padStart(6, '0')},Thủ tục ${index},Hộ tịch`,
    )
    const { loaded, files } = await imported(Buffer.from(`\uFEFFMã,Tên thủ tục,Lĩnh vực\n${rows.join('\n')}\n`))
    expect([...files.keys()]).toEqual(['catalog.yaml', 'fields/ho-tich-2.yaml', 'fields/ho-tich.yaml'])
    expect([loaded.findings, loaded.catalog.fields.length, loaded.catalog.procedures.length]).toEqual([[], 1, 4001])
  }, 30_000)

  it('its ids are ASCII, each once, and make names of files', async () => {
    const names = fc.uniqueArray(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter(name => /[\p{L}\p{N}]/u.test(name) && !/^['=+@#-]/.test(name.trim())),
      { minLength: 1, maxLength: 6, selector: fold },
    )
    await fc.assert(
      fc.asyncProperty(names, async names => {
        const rows = names.map((name, index) => [`1.00000${index}`, `Thủ tục ${index}`, name.trim()])
        const { files } = await imported(
          Buffer.from(`\uFEFF${stringify([['Mã', 'Tên thủ tục', 'Lĩnh vực'], ...rows])}`),
        )
        const paths = [...files.keys()]
        expect(new Set(paths).size).toBe(paths.length)
        for (const path of paths)
          expect(path).toMatch(/^(?:catalog|fields\/(?!(?:con|nul|aux|prn)\.)[a-z0-9-]+)\.yaml$/)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
