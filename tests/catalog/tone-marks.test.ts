import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOldStyle, toneStyles } from '../../src/catalog/tone-marks.js'
import { fold } from '../../src/catalog/vietnamese.js'

it.each([
  ['Hoà giải ở cơ sở', 'Hòa giải ở cơ sở'],
  ['UỶ BAN khoẻ, thuỷ', 'ỦY BAN khỏe, thủy'],
  ['hòa, quý, hoàn, thuyền', 'hòa, quý, hoàn, thuyền'],
])('“%s” in the old style is “%s”', (text, old) => {
  expect(inOldStyle(text)).toBe(old)
})

it('leaves no word of the new style, and changes nothing but marks', () => {
  const word = fc.constantFrom('hoà', 'hòa', 'Thuỷ', 'KHOẺ', 'hoá', 'ạ', 'quỳ', 'toả', 'x')
  fc.assert(
    fc.property(fc.array(word), words => {
      const text = words.join(' ')
      const old = inOldStyle(text)
      expect(toneStyles(old).filter(({ style }) => style === 'new')).toEqual([])
      expect(fold(old)).toBe(fold(text))
      expect(old).toHaveLength(text.length)
      expect(inOldStyle(old)).toBe(old)
    }),
  )
})
