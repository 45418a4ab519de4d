import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCell, namesOfIds, parseCell } from '../../src/catalog/cell.js'
import { recordKeys, sheetColumns } from '../../src/catalog/record-sheets.js'
import { sheetUses } from '../../src/catalog/sheet-use.js'
import { anyText, valueFor } from '../catalog-values.js'

const columns = sheetUses.flatMap(use => sheetColumns(use).map(column => ({ name: `${use}.${column.key}`, ...column })))
const type = (name: string) => columns.find(column => column.name === name)?.of.type ?? { kind: 'text' as const }
const names = namesOfIds([
  { id: 'ho-tich', name: 'Hộ tịch' },
  { id: 'a', name: 'Đất đai' },
  { id: 'b', name: 'Đất đai' },
  { id: 'la', name: 'x [ho-tich]' },
])

test('no sheet has a column for what is internal', () => {
  expect(recordKeys('officers')['internal']).toBeDefined()
  expect(columns.map(({ key }) => key)).not.toContain('internal')
})

test.each(columns)('law: $name is read back as it was written', ({ of }) => {
  fc.assert(
    fc.property(valueFor(of.type), value => {
      expect(parseCell({ type: of.type }, formatCell({ type: of.type }, value))).toEqual({ value })
    }),
    { numRuns: 300 },
  )
})

test('law: ids with names are read back as they were written', () => {
  const cell = { type: { kind: 'list', items: { kind: 'text' } }, names } as const
  const id = fc.oneof(fc.constantFrom('ho-tich', 'a', 'b', 'la', 'Hộ tịch', 'Đất đai'), anyText)
  fc.assert(
    fc.property(fc.array(id), value => {
      expect(parseCell(cell, formatCell(cell, value))).toEqual({ value })
    }),
  )
})

test('law: no cell holds what XML forbids or spreadsheets change', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...columns).chain(({ of }) => fc.tuple(fc.constant(of.type), valueFor(of.type))),
      ([cellType, value]) => {
        const text = formatCell({ type: cellType }, value)
        expect(text).toBe(text.trim())
        expect(text.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|_x[0-9a-f]{4}_/iu,
        )
      },
    ),
    { numRuns: 1000 },
  )
})

test('law: whatever stands in a cell is read or told, never thrown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columns), anyText, ({ of }, text) => {
      const parsed = parseCell({ type: of.type }, text)
      expect('value' in parsed || parsed.problem.vi !== '').toBe(true)
    }),
    { numRuns: 1000 },
  )
})

describe('what a clerk sees', () => {
  test.each([
    ['procedures.title', 'Đăng ký khai sinh', 'Đăng ký khai sinh'],
    ['procedures.title', '+84 274', '+84 274'],
    ['procedures.serviceLevel', 'level-3', 'Mức độ 3'],
    ['procedures.serviceLevel', 'Mức độ 3', '"Mức độ 3"'],
    ['procedures.postal', 'true', 'Có'],
    ['procedures.checkedOn', '2022-06-30', '30/06/2022'],
    ['procedures.applicants', ['citizen', 'organisation'], 'Công dân, Tổ chức'],
    ['procedures.fees', 'exempt', 'Miễn'],
    ['procedures.fees', [{ kind: 'lệ phí', amount: '8000', per: 'bản' }], '8000 | Loại: lệ phí | Đơn vị tính: bản'],
    ['procedures.processingTime', '5 ngày', '5 ngày'],
    ['procedures.processingTime', [{ time: '5 ngày' }], '• 5 ngày'],
    [
      'procedures.legalBases',
      [{ number: '60/2014/QH13' }, { number: '371/QĐ-UBND', date: '2022-03-01' }],
      '60/2014/QH13\n371/QĐ-UBND | Ngày ký: 01/03/2022',
    ],
    ['procedures.results', ['a | b', 'c'], 'a | b\nc'],
    ['procedures.title', ' a\tb', '" a\\tb"'],
  ] as const)('%s %j', (column, value, text) => {
    expect(formatCell({ type: type(column) }, value)).toBe(text)
  })
})

test.each([
  ['procedures.fees', 'không', 'none'],
  ['procedures.fees', 'Mức thu: 8000 | per: bản', [{ amount: '8000', per: 'bản' }]],
  ['procedures.applicants', 'cong dan; Tổ chức', ['citizen', 'organisation']],
  ['procedures.results', '- Giấy khai sinh\n\n- Trích lục', ['Giấy khai sinh', 'Trích lục']],
  ['procedures.checkedOn', '1/7/2022', '2022-07-01'],
  ['procedures.postal', 'x', 'true'],
] as const)('what a clerk types in %s: %j', (column, text, value) => {
  expect(parseCell({ type: type(column) }, text)).toEqual({ value })
})

test.each([
  ['procedures.checkedOn', '31/02/2022'],
  ['procedures.sets', '1,5'],
  ['procedures.postal', 'có lẽ'],
  ['procedures.applicants', 'người dân'],
  ['procedures.fees', '8000 | bản'],
  ['procedures.fees', '8000 | Loại: phí | Loại: phí'],
  ['procedures.fees', 'Loại: phí'],
  ['procedures.fees', '8000 | Loại: thuế'],
])('what cannot be read in %s: %j', (column, text) => {
  expect(parseCell({ type: type(column) }, text)).toMatchObject({ problem: { vi: expect.any(String) } })
})

test('a name alone stands for its id where one record has it', () => {
  const cell = { type: { kind: 'text' }, names } as const
  expect(formatCell(cell, 'ho-tich')).toBe('Hộ tịch [ho-tich]')
  expect(parseCell(cell, 'hộ tịch')).toEqual({ value: 'ho-tich' })
  expect(parseCell(cell, 'Đất đai')).toEqual({ value: 'Đất đai' })
  const signs = { type: { kind: 'text' }, names: namesOfIds([{ id: ' ', name: '…' }]) } as const
  expect(parseCell(signs, '~')).toEqual({ value: '~' })
})
