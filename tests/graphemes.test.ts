import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemes } from '../src/graphemes.js'

const letters = 'aệĐƠ \u0301\u0323\u00AD\u200D😀👩‍👩‍👧🇻🇳\u2400…“'

it('splits as Unicode says, by the short way too', () => {
  const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })
  const simple = fc.string({ unit: fc.integer({ min: 0x20, max: 0x24ff }).map(code => String.fromCharCode(code)) })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: fc.constantFrom(...letters) }), simple), text => {
      expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment))
    }),
    { numRuns: 2000 },
  )
})
