import { expect, test } from 'vitest'
import { contactNumber, numberText } from '../../src/views/contact-number.js'

test.each([
  ['02743000001', '0274 3000 001', 'tel:+842743000001'],
  ['(0274) 3000.001', '0274 3000 001', 'tel:+842743000001'],
  ['+84 274 3000 001', '0274 3000 001', 'tel:+842743000001'],
  ['0900000001', '0900 000 001', 'tel:+84900000001'],
  ['18001096', '1800 1096', 'tel:18001096'],
  ['113', '113', 'tel:113'],
])('“%s” is shown as “%s” and dialled by %s', (written, text, href) => {
  expect(contactNumber(written)).toEqual({ text, href, extension: null })
})

test.each([
  'hỏi bảo vệ',
  '3000 001', // lacks its area code
  '0650 3822 234', // an area code of before 2017
  '0274 3000 001 hoặc 0274 3000 002',
])('“%s” stays as written and is no link', written => {
  expect(contactNumber(written)).toEqual({ text: written, href: null, extension: null })
})

test('an extension is said in words', () => {
  expect(numberText(contactNumber('02743000001', '12'))).toBe('0274 3000 001 (máy lẻ 12)')
  expect(numberText(contactNumber('02743000001'))).toBe('0274 3000 001')
})
