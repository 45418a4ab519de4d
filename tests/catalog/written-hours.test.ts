import fc from 'fast-check'
import { expect, it } from 'vitest'
import { days } from '../../src/catalog/model.js'
import { parseHours, writtenHours } from '../../src/catalog/written-hours.js'

const morning = { days: 'mon-fri', from: '07:30', to: '11:30' }
const afternoon = { days: 'mon-fri', from: '13:00', to: '17:00' }
const saturday = { days: 'sat', from: '07:30', to: '11:30' }

it.each([
  ['T2-T6 07:30-11:30, 13:00-17:00', [morning, afternoon]],
  ['T2-T6: 7h30-11h30, 13h-17h; T7: 7h30-11h30', [morning, afternoon, saturday]],
  ['thứ hai đến thứ sáu 7 giờ 30 đến 11 giờ 30 và 13 giờ đến 17 giờ', [morning, afternoon]],
  ['Từ thứ 2 – thứ 6: 7g30–11g30; thứ bảy 07:30 - 11:30;', [morning, saturday]],
  ['mon-fri 07:30-11:30', [morning]],
  ['7:30-11:30', [morning]],
  ['T7 7h30-11h30', [saturday]],
])('“%s”', (written, hours) => {
  expect(parseHours(written)).toEqual(hours)
})

it.each([
  '',
  ';',
  'giờ hành chính',
  'T2-T6',
  'T8 7h30-11h30',
  '7h30-25h',
  '7h30-11h30 trừ ngày lễ',
  '7-11',
  '7h75-11h',
])('“%s” is not understood', written => {
  expect(parseHours(written)).toBeUndefined()
})

it('what is written is read back', () => {
  const two = (number: number) => String(number).padStart(2, '0')
  const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
  const day = fc.constantFrom(...days)
  const range = fc.oneof(
    day,
    fc.tuple(day, day).map(([from, until]) => `${from}-${until}`),
  )
  const hours = fc.array(fc.record({ days: range, from: time, to: time }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(hours, some => {
      expect(parseHours(writtenHours(some))).toEqual(some)
    }),
  )
})
