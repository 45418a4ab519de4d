import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDuration,
  type Deadline,
  isCalendarCertain,
  isWorkingDay,
  type Receipt,
  whyNotWorking,
} from '../../src/catalog/calendar.js'
import { type Duration, readDuration } from '../../src/catalog/duration.js'
import { holidayYears, solarDaysOff } from '../../src/catalog/holidays.js'

function duration(text: string): Duration {
  const read = readDuration(text)
  if (read === undefined) throw new Error(`not a duration: ${text}`)
  return read
}

function deadline(receipt: Receipt, text: string): Deadline {
  const found = addDuration(receipt, duration(text))
  if (found === undefined || found === 'too-far') throw new Error(`no deadline: ${text}`)
  return found
}

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

describe('holidays', () => {
  // Bộ luật Lao động 2012 Điều 115: 10 days; 2019 Điều 112: 11; with 24/11 since 2026: 12.
  it.each([
    [2020, 10],
    [2021, 11],
    [2022, 11],
    [2023, 11],
    [2024, 11],
    [2025, 11],
    [2026, 12],
    [2027, 12],
  ])('%d has %d days off by law, swapped days apart', (year, count) => {
    const days = holidayYears.find(entry => entry.year === year)?.off ?? []
    expect(days.filter(({ workedOn }) => workedOn === undefined)).toHaveLength(count)
  })

  it('stand in order, each once, from Monday to Friday, in their own year', () => {
    for (const { year, off } of holidayYears) {
      const dates = off.map(({ date }) => date)
      expect(dates).toEqual([...new Set(dates)].sort())
      for (const date of dates) {
        expect(date.slice(0, 4)).toBe(String(year))
        expect([1, 2, 3, 4, 5]).toContain(weekday(date))
      }
    }
  })

  it('are swapped with Saturdays', () => {
    const worked = holidayYears.flatMap(({ off }) => off.flatMap(({ workedOn }) => workedOn ?? []))
    expect(worked).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])
    for (const date of worked) {
      expect(weekday(date)).toBe(6)
      expect(isWorkingDay(date)).toBe(true)
    }
  })

  it('are decided up to 2026', () => {
    expect(isCalendarCertain('2026-12-31')).toBe(true)
    expect(isCalendarCertain('2027-01-01')).toBe(false)
    expect(isCalendarCertain('2019-12-31')).toBe(false)
  })
})

describe('years that no list was taken in for', () => {
  const movable = /Tết Nguyên đán|Giỗ Tổ|hoán đổi/

  // In 2023 a day in lieu of Giỗ Tổ pushed that of 30/4 on.
  it.each([2020, 2021, 2022, 2024, 2025, 2026, 2027])('the law alone gives the solar days of %d', year => {
    const listed = holidayYears.find(entry => entry.year === year)?.off ?? []
    expect(solarDaysOff(year)).toEqual(listed.filter(({ name }) => !movable.test(name.vi)))
  })

  it.each([
    // Saturday 01/01/2028 and Sunday 30/4/2028, the day before 01/5.
    ['2028-01-03', 'nghỉ bù Tết Dương lịch'],
    ['2028-05-01', 'Ngày Quốc tế lao động'],
    ['2028-05-02', 'nghỉ bù Ngày Chiến thắng'],
    ['2028-11-24', 'Ngày Văn hóa Việt Nam'],
    ['2029-11-26', 'nghỉ bù Ngày Văn hóa Việt Nam'],
    ['2019-09-02', 'Quốc khánh'],
    ['2019-09-03', undefined],
  ])('%s: %s', (date, reason) => {
    expect(whyNotWorking(date)?.vi).toBe(reason)
  })

  it('are named, and the years whose days are only expected too', () => {
    expect(deadline({ date: '2026-12-31' }, '2 năm')).toMatchObject({
      due: '2029-01-02',
      certain: false,
      undecided: [2027],
      unknown: [2028, 2029],
    })
  })

  it('end with 9999', () => {
    expect(deadline({ date: '9999-12-01' }, '20 ngày').due).toBe('9999-12-21')
    for (const text of ['40 ngày', '1 tháng', '30 ngày làm việc', '8000 năm'])
      expect(addDuration({ date: '9999-12-01' }, duration(text)), text).toBe('too-far')
  })
})

it.each([
  ['2026-11-23', true],
  ['2026-11-24', false],
  ['2025-11-24', true],
  ['2026-11-28', false],
  ['2026-11-29', false],
  ['2026-08-22', true],
  ['2026-08-31', false],
  ['2026-04-27', false],
  ['2022-09-01', false],
])('isWorkingDay(%s) is %s', (date, expected) => {
  expect(isWorkingDay(date)).toBe(expected)
})

it('says why nobody works', () => {
  expect(whyNotWorking('2026-11-24')?.vi).toBe('Ngày Văn hóa Việt Nam')
  expect(whyNotWorking('2026-11-28')?.vi).toBe('ngày nghỉ hằng tuần')
  expect(whyNotWorking('2026-11-27')).toBeUndefined()
})

describe('addDuration', () => {
  // Counted by hand on the wall calendar of each year.
  it.each([
    // A plain week: Friday 01/07/2022 and five working days.
    ['2022-07-01', '5 ngày làm việc', '2022-07-08'],
    ['2022-07-04', '3 ngày làm việc', '2022-07-07'],
    ['2022-07-04', '2,5 ngày làm việc', '2022-07-07'],
    // The first day is not counted; 15/07/2022 is a Friday.
    ['2022-06-30', '15 ngày', '2022-07-15'],
    // Ends on Saturday 16/07/2022: moves to Monday.
    ['2022-07-01', '15 ngày', '2022-07-18'],
    ['2022-07-01', '2 tuần', '2022-07-15'],
    // Over Tết 2026 (14/02 to 22/02): Thursday 12/02, then 13/02, 23/02, 24/02.
    ['2026-02-12', '3 ngày làm việc', '2026-02-24'],
    // Ends within Tết: moves behind it.
    ['2026-02-10', '7 ngày', '2026-02-23'],
    // 24/11/2026 is a holiday, in 2025 it was not.
    ['2026-11-23', '1 ngày làm việc', '2026-11-25'],
    ['2025-11-21', '1 ngày làm việc', '2025-11-24'],
    ['2026-11-23', '1 ngày', '2026-11-25'],
    // Saturday 22/08/2026 is worked for Monday 31/08.
    ['2026-08-21', '1 ngày làm việc', '2026-08-22'],
    ['2026-08-28', '1 ngày làm việc', '2026-09-03'],
    ['2026-08-28', '3 ngày', '2026-09-03'],
    // Giỗ Tổ on Sunday 26/04/2026, day in lieu 27/04; then 30/04 and 01/05.
    ['2026-04-24', '5 ngày làm việc', '2026-05-06'],
    // Months: same date, or the last day of the month.
    ['2026-03-16', '1 tháng', '2026-04-16'],
    ['2025-01-31', '1 tháng', '2025-02-28'],
    ['2024-01-31', '1 tháng', '2024-02-29'],
    ['2022-08-15', 'nửa tháng', '2022-08-30'],
    ['2022-12-15', '2 tháng', '2023-02-15'],
    ['2021-02-26', '1 năm', '2022-02-28'],
    ['2022-03-01', '1/2 năm', '2022-09-05'],
    // 01/07 + 2 months = Thursday 01/09/2022 (holiday), then 15 working days: 5/9 is the first.
    ['2022-07-01', '02 tháng và 15 ngày làm việc', '2022-09-23'],
    // Handed in online on a Sunday.
    ['2022-07-03', 'trong ngày', '2022-07-04'],
    ['2022-07-04', 'giải quyết ngay', '2022-07-04'],
  ])('%s plus %s is %s', (from, text, due) => {
    expect(deadline({ date: from }, text).due).toBe(due)
  })

  it('lets what comes after 15:00 wait, where the list says so', () => {
    const late = { date: '2026-11-23', afterThree: true }
    expect(deadline(late, 'trong ngày; sau 15 giờ thì ngày làm việc tiếp theo').due).toBe('2026-11-25')
    expect(deadline(late, 'trong ngày').due).toBe('2026-11-23')
  })

  it('explains itself', () => {
    expect(deadline({ date: '2026-11-20' }, '3 ngày làm việc').steps.map(({ vi }) => vi)).toEqual([
      'Nhận ngày thứ Sáu 20/11/2026; ngày đầu tiên không tính (Bộ luật Dân sự Điều 147)',
      'Cộng 3 ngày làm việc: thứ Năm 26/11/2026',
      'Không tính ngày nghỉ: 24/11/2026 (Ngày Văn hóa Việt Nam)',
    ])
    expect(deadline({ date: '2022-07-01' }, '15 ngày').steps.map(({ en }) => en)).toEqual([
      'Received on Friday 2022-07-01; the first day is not counted (Civil Code, Article 147)',
      'Plus 15 ngày: Saturday 2022-07-16',
      'Saturday 2022-07-16 is a weekend, so it moves to the next working day: Monday 2022-07-18 (Article 148 (5))',
    ])
  })

  it('says nothing of hours and of what the law leaves open', () => {
    for (const text of ['2 giờ', '4 giờ làm việc', 'không quy định'])
      expect(addDuration({ date: '2022-07-01' }, duration(text))).toBeUndefined()
  })

  it('is not certain where it reaches a year without a decision', () => {
    expect(deadline({ date: '2026-12-28' }, '1 ngày làm việc').certain).toBe(true)
    expect(deadline({ date: '2026-12-28' }, '10 ngày làm việc').certain).toBe(false)
  })

  it('always ends on a working day, not before the receipt, and later for more days', () => {
    const date = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2027-12-01'), noInvalidDate: true })
      .map(day => day.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom('ngày', 'ngày làm việc', 'tháng'),
        (day, n, unit) => {
          const due = deadline({ date: day }, `${n} ${unit}`).due
          const later = deadline({ date: day }, `${n + 1} ${unit}`).due
          expect(isWorkingDay(due)).toBe(true)
          expect(due >= day).toBe(true)
          expect(later >= due).toBe(true)
        },
      ),
    )
  })
})
