import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accentContrast,
  contrast,
  darkAccent,
  isColour,
  ratioText,
  readableContrast,
} from '../../src/catalog/colour.js'

const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map(parts => `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`)

// Worked examples of WCAG and of its understanding documents.
test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
])('%s on %s has a contrast of %d', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2)
})

test('contrast is the same both ways, and from 1 to 21', () => {
  fc.assert(
    fc.property(colours, colours, (a, b) => {
      expect(contrast(a, b)).toBe(contrast(b, a))
      expect(contrast(a, b)).toBeGreaterThanOrEqual(1)
      expect(contrast(a, b)).toBeLessThanOrEqual(21)
    }),
  )
})

test('whatever the accent is, its lighter sister can be read on dark pages', () => {
  fc.assert(
    fc.property(colours, accent => {
      expect(isColour(darkAccent(accent))).toBe(true)
      expect(accentContrast(darkAccent(accent), 'dark')).toBeGreaterThanOrEqual(readableContrast)
    }),
  )
})

test('a ratio that falls short never looks as if it did not', () => {
  expect(ratioText(4.4999)).toBe('4.4')
  expect(ratioText(4.5)).toBe('4.5')
})
