import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, isNfc, sameProvince } from '../../src/catalog/vietnamese.js'

describe('fold', () => {
  it.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['  Thi đua – Khen   thưởng. ', 'thi dua khen thuong'],
    ['Ðăng ký', 'dang ky'],
    ['Hoà giải', 'hoa giai'],
    ['Hòa giải', 'hoa giai'],
    ['THỦY', 'thuy'],
    ['thuỷ', 'thuy'],
    ['', ''],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text.normalize('NFD'))).toBe(folded)
  })

  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => fold(fold(text)) === fold(text)))
  })
})

it('isNfc', () => {
  expect(isNfc('Hộ tịch')).toBe(true)
  expect(isNfc('Hộ tịch'.normalize('NFD'))).toBe(false)
})

it.each([
  ['Thành phố Hồ Chí Minh', 'TP Hồ Chí Minh', true],
  ['TP.HCM', 'TP Hồ Chí Minh', true],
  ['tỉnh Bình Dương', 'Bình Dương', true],
  ['Bà Rịa – Vũng Tàu', 'Bà Rịa - Vũng Tàu', true],
  ['Huế', 'Thừa Thiên Huế', true],
  ['Bình Dương', 'Bình Định', false],
])('%s, %s', (a, b, same) => {
  expect(sameProvince(a, b)).toBe(same)
})
