import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyPhone, normalisePhone, phoneDigits, writtenPhone } from '../../src/catalog/phone.js'
import { areaChanges, mobileChanges } from '../../src/catalog/phone-changes.js'

const seven = fc.stringMatching(/^[2-7]\d{6}$/)
// No old area code began with 9, so no grouping makes these doubtful.
const currentMobile = fc.tuple(fc.constantFrom('090', '093', '096', '098'), fc.stringMatching(/^\d{7}$/))
const valid = fc.oneof(
  seven.map(subscriber => `0274${subscriber}`),
  seven.map(subscriber => `028${subscriber}4`),
  currentMobile.map(([prefix, rest]) => prefix + rest),
  fc.constantFrom('18001096', '1022'),
)

/** The same digits with separators anywhere that people put them. */
const formatted = valid.chain(digits =>
  fc
    .array(fc.constantFrom('', '', ' ', '.', '-'), { minLength: digits.length - 1, maxLength: digits.length - 1 })
    .map(separators => ({ digits, text: Array.from(digits, (digit, at) => digit + (separators[at] ?? '')).join('') })),
)

/** What looks like a number and mostly is none. */
const scribble = fc.array(fc.constantFrom(...'0123456789 +().x/-'), { maxLength: 24 }).map(signs => signs.join(''))

describe('classifyPhone', () => {
  it.each([
    ['0274 3822 234', 'landline', '02743822234'],
    ['(0274) 3822 234', 'landline', '02743822234'],
    ['(0274)3822234', 'landline', '02743822234'],
    ['0274 0000 001', 'landline', '02740000001'],
    ['028 3896 6594', 'landline', '02838966594'],
    ['0823.919.686', 'mobile', '0823919686'],
    ['0903-575-931', 'mobile', '0903575931'],
    ['036 382 2234', 'mobile', '0363822234'],
    ['1800 1096', 'service', '18001096'],
    ['1022', 'service', '1022'],
    ['0692 345 678', 'service', '0692345678'],
    ['113', 'emergency', '113'],
    ['1900 1234', 'premium', '19001234'],
    ['1900 123 456', 'premium', '1900123456'],
    ['036 3822 234', 'ambiguous-old-landline', '0363822234'],
    ['(08) 3896 6594', 'ambiguous-old-landline', '0838966594'],
  ])('%s is %s', (text, kind, digits) => {
    const phone = classifyPhone(text)
    expect(phone.kind).toBe(kind)
    expect(phoneDigits(phone)).toBe(digits)
  })

  it.each([
    ['0650 3822 234', 'Bình Dương', '02743822234', true],
    ['(0650) 3822234', 'Bình Dương', '02743822234', true],
    ['+84 650 3822 234', 'Bình Dương', '02743822234', true],
    ['04 3822 2345', 'Hà Nội', '02438222345', true],
    ['0613822234', 'Đồng Nai', '02513822234', true],
    ['027 3822 234', 'Tuyên Quang', '02073822234', true],
    ['0240 3822 234', 'Bắc Giang', '02043822234', true],
    // Also a mobile number of 035 with a digit too many.
    ['0351 3822 234', 'Hà Nam', '02263822234', false],
  ])('%s is the old code of %s', (text, province, digits, certain) => {
    expect(classifyPhone(text)).toMatchObject({ kind: 'obsolete-area', now: { province, digits }, certain })
  })

  it.each([
    ['0123 456 7890', '0834567890'],
    ['01688 123 456', '0388123456'],
    ['+84 169 812 3456', '0398123456'],
  ])('%s is an old mobile', (text, now) => {
    expect(classifyPhone(text)).toMatchObject({ kind: 'obsolete-mobile', now })
  })

  it.each([
    ['0274 3822 234 - 0903 575 931'],
    ['0274 3822 234 / 0274 3822 235'],
    ['0274 3822 234/5'],
    ['0274 3822 234; 235'],
    ['0274 3822 234 hoặc 0903 575 931'],
    ['0274 3822 234 – 235'],
  ])('%s is several numbers', text => {
    expect(classifyPhone(text).kind).toBe('several')
  })

  it.each([
    ['0274 3822 234 máy lẻ 12', '12'],
    ['0274 3822 234 (số máy lẻ: 12)', '12'],
    ['0274 3822 234 ext. 105', '105'],
    ['0274 3822 234 x12', '12'],
  ])('%s holds an extension', (text, extension) => {
    expect(classifyPhone(text)).toEqual({ kind: 'extension', extension })
  })

  it.each([
    ['+84 274 3822 234', 'style', '0274 3822 234'],
    ['+84 (0)274 3822 234', 'style', '0274 3822 234'],
    ['84903575931', 'style', '0903 575 931'],
    ['84 903 575 931', 'style', '0903 575 931'],
    ['0084 903 575 931', 'style', '0903 575 931'],
    ['903575931', 'style', '0903 575 931'],
    ['2743822234', 'style', '0274 3822 234'],
    ['0274·3822·234', 'style', '0274 3822 234'],
    ['0274 3822 234.', 'style', '0274 3822 234'],
    ['3822 234', 'area-missing', undefined],
    ['0274 382 223', 'digit-count', undefined],
    ['0903 575 93', 'digit-count', undefined],
    ['0903 575 9311', 'digit-count', undefined],
    ['0510 575 93', 'digit-count', undefined],
    ['0500 575 931', 'prefix', undefined],
    ['0198 575 9311', 'prefix', undefined],
    ['chưa có', 'text', undefined],
    ['ĐT: 0274 3822 234', 'text', undefined],
    ['', 'text', undefined],
    ['0274 3822 234 '.repeat(20), 'text', undefined],
  ])('%s is malformed: %s', (text, fault, repair) => {
    const phone = classifyPhone(text)
    expect(phone).toMatchObject({ kind: 'malformed', fault })
    expect(phone.kind === 'malformed' ? phone.repair : 'no').toBe(repair)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => classifyPhone(text) !== undefined))
    fc.assert(fc.property(scribble, text => classifyPhone(text) !== undefined))
  })

  it('reads a valid number alike in any formatting', () => {
    fc.assert(fc.property(formatted, ({ digits, text }) => phoneDigits(classifyPhone(text)) === digits))
  })

  it('normalises every formatting to one text, and that to itself', () => {
    fc.assert(fc.property(formatted, ({ digits, text }) => normalisePhone(text) === writtenPhone(digits)))
    fc.assert(
      fc.property(fc.oneof(fc.string(), scribble), text => {
        const once = normalisePhone(text)
        return normalisePhone(once) === once
      }),
    )
  })

  it('puts every old landline with one reading right', () => {
    const threeDigits = areaChanges.filter(({ old }) => old.length === 3)
    fc.assert(
      fc.property(fc.constantFrom(...threeDigits), seven, ({ old, now, province }, subscriber) => {
        expect(classifyPhone(`0${old} ${subscriber}`)).toMatchObject({
          kind: 'obsolete-area',
          now: { province, digits: `0${now}${subscriber}` },
        })
      }),
    )
  })

  it('never converts what may be a mobile number of today', () => {
    const twoDigits = areaChanges.filter(({ old }) => old.length < 3)
    fc.assert(
      fc.property(fc.constantFrom(...twoDigits), seven, fc.boolean(), ({ old }, subscriber, grouped) => {
        const text = `0${old}${grouped ? ' ' : ''}${subscriber}${old.length === 1 ? '2' : ''}`
        const phone = classifyPhone(text)
        const mobile = phoneDigits(phone)
        if (mobile === undefined) return
        expect(['mobile', 'ambiguous-old-landline']).toContain(phone.kind)
        expect(normalisePhone(text).replace(/\D/g, '')).toBe(mobile)
      }),
    )
  })

  it('puts every old mobile number right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mobileChanges), fc.stringMatching(/^\d{7}$/), ({ old, now }, rest) => {
        expect(classifyPhone(old + rest)).toMatchObject({ kind: 'obsolete-mobile', now: now + rest })
        expect(classifyPhone(now + rest).kind).not.toBe('malformed')
      }),
    )
  })
})

describe('writtenPhone', () => {
  it.each([
    ['02743822234', '0274 3822 234'],
    ['02838966594', '028 3896 6594'],
    ['0903575931', '0903 575 931'],
    ['18001096', '1800 1096'],
    ['1900123456', '1900 123 456'],
    ['1022', '1022'],
  ])('%s → %s', (digits, text) => {
    expect(writtenPhone(digits)).toBe(text)
  })
})
