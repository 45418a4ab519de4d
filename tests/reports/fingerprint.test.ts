import fc from 'fast-check'
import { expect, it } from 'vitest'
import { identify } from '../../src/reports/fingerprint.js'
import { catalogText, finding, many, reportOf } from './made-up.js'

const places = ['0274 3000 012', '0274 3000 013', 'Hộ tịch', '"1.001193"', 'Ủy ban nhân dân phường Hoa Mai']

async function prints(text: string) {
  const report = await reportOf(source => places.map(place => finding(source, place)), { text })
  return (await identify(report)).map(({ fingerprint }) => fingerprint)
}

it('stays the same when lines move, comments come and line ends change', async () => {
  const before = await prints(catalogText)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(catalogText.split('\n').length - 1), { maxLength: 6 }),
      fc.boolean(),
      async (at, windows) => {
        const lines = catalogText.split('\n')
        // Between lines only: a comment anywhere but there would be text.
        for (const line of [...at].sort((a, b) => b - a)) lines.splice(line, 0, '# ghi chú')
        expect(await prints(lines.join(windows ? '\r\n' : '\n'))).toEqual(before)
      },
    ),
    { numRuns: 50 },
  )
})

it('tells equal findings of one place apart', async () => {
  const report = await reportOf(source => many(source, 'error', 5))
  expect(new Set((await identify(report)).map(({ fingerprint }) => fingerprint)).size).toBe(5)
})

it('tells rule, record and value apart, and says the record', async () => {
  const report = await reportOf(source => [
    finding(source, '0274 3000 012'),
    finding(source, '0274 3000 012', { rule: 'phone-shared-by-officers' }),
    finding(source, '0274 3000 013'),
    finding(source, 'catalog'),
  ])
  const found = await identify(report)
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(4)
  expect(found.map(({ record }) => record)).toEqual([
    'officers/ho-tich-1',
    'officers/ho-tich-1',
    'officers/ho-tich-2',
    'catalog',
  ])
})
