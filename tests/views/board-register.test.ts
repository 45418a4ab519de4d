import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardRecords, boardView } from '../../src/views/board.js'
import { type BoardRecord, contentOf, readRevision, revisionCode } from '../../src/views/board-records.js'
import { boardChanges, readRegister } from '../../src/views/board-register.js'
import { sampleCatalog } from '../sample.js'

const records = fc.array(
  fc.record({ id: fc.string(), name: fc.string(), values: fc.dictionary(fc.string(), fc.string()) }),
  { maxLength: 5 },
)

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(records, fc.string(), (shows, issue) => {
      const code = revisionCode(shows, issue)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{3}$/)
      const sloppy = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readRevision(sloppy)).toBe(code)
    }),
  )
})

test('another issue of the same content has the same first half and another second one', () => {
  const shows: BoardRecord[] = [{ id: 'a', name: 'A', values: { x: '1' } }]
  const [one, two] = [revisionCode(shows, '2026-11-01 abc'), revisionCode(shows, '2026-12-01 abd')]
  expect(contentOf(one)).toBe(contentOf(two))
  expect(one).not.toBe(two)
})

test.each([
  ['a value', { id: 'a', name: 'A', values: { x: '2' } }],
  ['a value that is gone', { id: 'a', name: 'A', values: {} }],
  ['another record', { id: 'b', name: 'A', values: { x: '1' } }],
])('%s changes the first half', (_, other) => {
  const before = revisionCode([{ id: 'a', name: 'A', values: { x: '1' } }], '')
  expect(contentOf(revisionCode([other as BoardRecord], ''))).not.toBe(contentOf(before))
})

test('nothing that is no code is read as one', () => {
  for (const typed of ['', '7K2MQ', '7K2MQ-9X!', '7K2MQ-9XRR', 'UUUUU-UUU']) expect(readRevision(typed)).toBeUndefined()
})

test('what changed is said value by value, and what went is said once', () => {
  const [officer] = sampleCatalog.officers
  const after = {
    ...sampleCatalog,
    officers: sampleCatalog.officers.map(one => (one === officer ? { ...one, phone: '0274 3999 999' } : one)),
    procedures: sampleCatalog.procedures.slice(1),
  }
  const [old, fresh] = [
    boardRecords(boardView(sampleCatalog, { errors: 0 })),
    boardRecords(boardView(after, { errors: 0 })),
  ]
  expect(boardChanges([`officer/${officer?.id}`, 'listing/1.001193', 'agency'], old, fresh)).toEqual([
    {
      record: `officer/${officer?.id}`,
      name: `Cán bộ ${officer?.name}`,
      value: 'điện thoại',
      before: '0274 3000 001 (máy lẻ 12)',
      after: '0274 3999 999 (máy lẻ 12)',
    },
    {
      record: 'listing/1.001193',
      name: expect.stringContaining('1.001193'),
      value: '',
      before: expect.stringContaining('1.001193'),
      after: null,
    },
  ])
})

test('a register that is none never throws', () => {
  fc.assert(
    fc.property(fc.json(), text => {
      expect(() => readRegister(text)).not.toThrow()
    }),
  )
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (boards, superseded, shown) => {
      expect(() => readRegister(JSON.stringify({ format: 1, boards, superseded, records: shown }))).not.toThrow()
    }),
  )
})
