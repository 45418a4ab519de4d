import fc from 'fast-check'
import { load as loadYaml } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scalar } from '../../src/catalog/edit.js'

describe('scalar', () => {
  it.each([
    ['ho-tich', 'ho-tich'],
    ['Ủy ban nhân dân phường Hoa Lư', 'Ủy ban nhân dân phường Hoa Lư'],
    ['Công chức Tư pháp - Hộ tịch', 'Công chức Tư pháp - Hộ tịch'],
    ['https://example.gov.vn/?a=1#b', '"https://example.gov.vn/?a=1#b"'],
    ['an@example.gov.vn', 'an@example.gov.vn'],
    ['1.001010', '"1.001010"'],
    ['0274 3000 012', '"0274 3000 012"'],
    ['2022-07-01', '"2022-07-01"'],
    ['true', '"true"'],
    ['No', '"No"'],
    ['null', '"null"'],
    ['', '""'],
    ['Lưu ý: có', '"Lưu ý: có"'],
    ['A #1', '"A #1"'],
    ['cha, mẹ, con', '"cha, mẹ, con"'],
    ['hai\ndòng', '"hai\\ndòng"'],
    ['“Quầy 2”', '"“Quầy 2”"'],
  ])('%s → %s', (text, source) => {
    expect(scalar(text)).toBe(source)
  })

  it('is read back by every reader as the same text, in a block and in a flow list', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-zđ0-9 :#.,'"[\]{}|>&*!%@`\\~?+=-]*$/),
      fc.constantFrom('yes', 'OFF', '0x1F', '1e3', '12:30', '.inf', '~', '2022-07-01', '-', '? a', '\u0085', '\u2028'),
    )
    fc.assert(
      fc.property(texts, text => {
        const source = scalar(text)
        for (const read of [parse, loadYaml]) {
          expect(read(`key: ${source}\n`)).toEqual({ key: text })
          expect(read(`key: [${source}, ${source}]\n`)).toEqual({ key: [text, text] })
        }
      }),
    )
  })
})
