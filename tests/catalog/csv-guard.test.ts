import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardedCell, unguardedCell } from '../../src/catalog/csv-guard.js'
import { anyText } from '../catalog-values.js'

test('law: a guard is taken off again exactly', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\',;|"\t\r\n a1.') })
  fc.assert(
    fc.property(fc.oneof(anyText, signs), text => {
      expect(unguardedCell(guardedCell(text))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('law: wherever a program splits the cell, no part begins a formula', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\',;|"\t\r\n a1.') })
  fc.assert(
    fc.property(fc.oneof(anyText, signs), text => {
      const guarded = guardedCell(text)
      if (/^="[\d.,/:+ -]+"$/.test(guarded)) return
      for (const part of guarded.split(/[,;|\t\r\n"]/)) expect(part).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+84 274 3822 234', '="+84 274 3822 234"'],
  ['+84 (274) 3822', "'+84 (274) 3822"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a; =1+1', "a; '=1+1"],
  ['a,"=1', `a,"'=1`],
  ["'=1", "''=1"],
  ['1.001010', '="1.001010"'],
  ['30/06/2022', '="30/06/2022"'],
  ['0274 3822 234', '0274 3822 234'],
  ['Tư pháp - Hộ tịch', 'Tư pháp - Hộ tịch'],
])('%j is written %j', (text, guarded) => {
  expect(guardedCell(text)).toBe(guarded)
})

test.each(['+84 274 3822 234', '1.001010', 'x'])('%j without its guard, as a spreadsheet saves it, is itself', text => {
  expect(unguardedCell(text)).toBe(text)
})
