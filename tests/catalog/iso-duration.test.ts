import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDuration } from '../../src/catalog/duration.js'
import { isoDuration } from '../../src/catalog/iso-duration.js'

function iso(text: string): string | undefined {
  const duration = readDuration(text)
  expect(duration, text).toBeDefined()
  return duration === undefined ? undefined : isoDuration(duration)
}

describe('a time in ISO 8601', () => {
  it.each([
    ['30 ngày', 'P30D'],
    ['2 tháng', 'P2M'],
    ['1 năm và 6 tháng', 'P1Y6M'],
    ['2 tuần', 'P14D'],
    ['4 giờ', 'PT4H'],
    ['0,5 giờ', 'PT30M'],
    ['2 tháng và 4 giờ', 'P2MT4H'],
    ['không quá 08 ngày kể từ ngày nhận đủ hồ sơ hợp lệ', 'P8D'],
  ])('%s is %s', (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  it.each([
    '5 ngày làm việc',
    '2 tháng và 15 ngày làm việc',
    '4 giờ làm việc',
    'ngay',
    'trong ngày',
    '1/2 ngày',
    '2,5 ngày',
    'không quy định',
    '10 ngày kể từ ngày có kết luận',
    '0 ngày',
  ])('%s cannot be said exactly', text => {
    expect(iso(text)).toBeUndefined()
  })

  it('is what xsd:duration takes, and says the same amounts', () => {
    const units = [
      ['năm', 'Y'],
      ['tháng', 'M'],
      ['ngày', 'D'],
    ] as const
    fc.assert(
      fc.property(fc.subarray([...units], { minLength: 1 }), fc.integer({ min: 1, max: 999 }), (chosen, amount) => {
        const text = chosen.map(([unit]) => `${amount} ${unit}`).join(' và ')
        expect(iso(text)).toBe(`P${chosen.map(([, letter]) => `${amount}${letter}`).join('')}`)
      }),
    )
  })
})
