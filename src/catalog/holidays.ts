import type { Text } from '../locale.js'
import type { IsoDate } from './model.js'

/**
 * The public holidays of Vietnam as civil servants have them (five-day week), 2020 to 2027. Data and not arithmetic: Tết
 * and Giỗ Tổ follow the lunar calendar, and the Prime Minister fixes Tết, Quốc khánh and the swapped days each year.
 *
 * By law: 01/01 (1 day), Tết (5), Giỗ Tổ 10/3 lunar (1), 30/4 (1), 01/5 (1), Quốc khánh 02/9 (1 until 2020; since then 2,
 * the day before or after): Bộ luật Lao động 45/2019/QH14 Điều 112, before it 10/2012/QH13 Điều 115. Since 2026 also 24/11
 * (Nghị quyết 28/2026/QH16, in force 01/07/2026). A holiday on a weekend is made up for on the next working day (Điều 111
 * khoản 3). So each year has 10, 11 or 12 days off from Monday to Friday; a test counts them.
 *
 * Sources. All years to 2026: agree with the public package `holidays` 0.105 (vacanza/holidays), except where it lacks
 * swapped days and 24/11. Tết and Quốc khánh by year:
 * - 2020, 2021, 2022: that package and memory; no official paper was found.
 * - 2023: 8056/VPCP-KGVX of 01/12/2022 (kiemtientuweb.com).
 * - 2024: that package and memory; swapped 29/4: 2450/VPCP-KGVX of 12/04/2024 (baotintuc.vn, baophapluat.vn).
 * - 2025: that package and memory; swapped 02/5: vietnamplus.vn post1033115.
 * - 2026: 9441/TB-BNV/2025; kienthuc.net.vn of 13/10/2025 (Tết, 02/9, swapped 31/8); swapped 02/01: 12729/VPCP-KGVX of
 *   25/12/2025; 24/11: baochinhphu.vn of 24/04/2026.
 * - 2027: the first day of Tết is 06/02/2027; on 22/09/2026 two proposals lay with the Prime Minister and nothing was
 *   decided (xaydungchinhsach.chinhphu.vn). So its Tết and Quốc khánh are expected, not issued.
 */
export interface HolidayYear {
  readonly year: number
  /** Whether the Prime Minister’s decision of that year is taken in; otherwise the days follow the law and may still move. */
  readonly issued: boolean
  /** Days off from Monday to Friday. */
  readonly off: readonly DayOff[]
}

export interface DayOff {
  readonly date: IsoDate
  readonly name: Text
  /** The Saturday that is worked for it (hoán đổi ngày làm việc). */
  readonly workedOn?: IsoDate
}

const newYear: Text = { vi: 'Tết Dương lịch', en: 'New Year’s Day' }
const tet: Text = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' }
const hungKings: Text = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' }
const victory: Text = { vi: 'Ngày Chiến thắng', en: 'Victory Day' }
const labour: Text = { vi: 'Ngày Quốc tế lao động', en: 'Labour Day' }
const national: Text = { vi: 'Quốc khánh', en: 'National Day' }
const culture: Text = { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' }
const swapped: Text = { vi: 'nghỉ hoán đổi ngày làm việc', en: 'day off swapped with a Saturday' }

/** The days of one holiday in one year, as month-day. */
function off(year: number, name: Text, ...days: readonly string[]): readonly DayOff[] {
  return days.map(day => ({ date: `${year}-${day}`, name }))
}

function swap(date: IsoDate, workedOn: IsoDate): DayOff {
  return { date, name: swapped, workedOn }
}

/** The name of a holiday that fell on a weekend, for the day that makes up for it. */
function inLieu({ vi, en }: Text): Text {
  return { vi: `nghỉ bù ${vi}`, en: `day in lieu of ${en}` }
}

export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2020,
    issued: true,
    off: [
      ...off(2020, newYear, '01-01'),
      ...off(2020, tet, '01-23', '01-24', '01-27', '01-28', '01-29'),
      ...off(2020, hungKings, '04-02'),
      ...off(2020, victory, '04-30'),
      ...off(2020, labour, '05-01'),
      ...off(2020, national, '09-02'),
    ],
  },
  {
    year: 2021,
    issued: true,
    off: [
      ...off(2021, newYear, '01-01'),
      ...off(2021, tet, '02-10', '02-11', '02-12', '02-15', '02-16'),
      ...off(2021, hungKings, '04-21'),
      ...off(2021, victory, '04-30'),
      ...off(2021, inLieu(labour), '05-03'),
      ...off(2021, national, '09-02', '09-03'),
    ],
  },
  {
    year: 2022,
    issued: true,
    off: [
      ...off(2022, inLieu(newYear), '01-03'),
      ...off(2022, tet, '01-31', '02-01', '02-02', '02-03', '02-04'),
      ...off(2022, inLieu(hungKings), '04-11'),
      ...off(2022, inLieu(victory), '05-02'),
      ...off(2022, inLieu(labour), '05-03'),
      ...off(2022, national, '09-01', '09-02'),
    ],
  },
  {
    year: 2023,
    issued: true,
    off: [
      ...off(2023, inLieu(newYear), '01-02'),
      ...off(2023, tet, '01-20', '01-23', '01-24', '01-25', '01-26'),
      ...off(2023, labour, '05-01'),
      ...off(2023, inLieu(hungKings), '05-02'),
      ...off(2023, inLieu(victory), '05-03'),
      ...off(2023, national, '09-01'),
      ...off(2023, inLieu(national), '09-04'),
    ],
  },
  {
    year: 2024,
    issued: true,
    off: [
      ...off(2024, newYear, '01-01'),
      ...off(2024, tet, '02-08', '02-09', '02-12', '02-13', '02-14'),
      ...off(2024, hungKings, '04-18'),
      swap('2024-04-29', '2024-05-04'),
      ...off(2024, victory, '04-30'),
      ...off(2024, labour, '05-01'),
      ...off(2024, national, '09-02', '09-03'),
    ],
  },
  {
    year: 2025,
    issued: true,
    off: [
      ...off(2025, newYear, '01-01'),
      ...off(2025, tet, '01-27', '01-28', '01-29', '01-30', '01-31'),
      ...off(2025, hungKings, '04-07'),
      ...off(2025, victory, '04-30'),
      ...off(2025, labour, '05-01'),
      swap('2025-05-02', '2025-04-26'),
      ...off(2025, national, '09-01', '09-02'),
    ],
  },
  {
    year: 2026,
    issued: true,
    off: [
      ...off(2026, newYear, '01-01'),
      swap('2026-01-02', '2026-01-10'),
      ...off(2026, tet, '02-16', '02-17', '02-18', '02-19', '02-20'),
      ...off(2026, inLieu(hungKings), '04-27'),
      ...off(2026, victory, '04-30'),
      ...off(2026, labour, '05-01'),
      swap('2026-08-31', '2026-08-22'),
      ...off(2026, national, '09-01', '09-02'),
      ...off(2026, culture, '11-24'),
    ],
  },
  {
    year: 2027,
    issued: false,
    off: [
      ...off(2027, newYear, '01-01'),
      ...off(2027, tet, '02-04', '02-05', '02-08', '02-09', '02-10'),
      ...off(2027, hungKings, '04-16'),
      ...off(2027, victory, '04-30'),
      ...off(2027, inLieu(labour), '05-03'),
      ...off(2027, national, '09-02', '09-03'),
      ...off(2027, culture, '11-24'),
    ],
  },
]

/** A day that the law fixes by the solar date, in the years that it holds for. */
interface SolarHoliday {
  readonly day: string
  readonly name: Text
  readonly since?: number
}

const solarHolidays: readonly SolarHoliday[] = [
  { day: '01-01', name: newYear },
  { day: '04-30', name: victory },
  { day: '05-01', name: labour },
  { day: '09-02', name: national },
  { day: '11-24', name: culture, since: 2026 },
]

/**
 * What the law itself says of a year that no list was taken in for: the days with a solar date, Monday to Friday, and those
 * in lieu of a weekend. Tết, Giỗ Tổ and swapped days are not among them.
 */
export function solarDaysOff(year: number): readonly DayOff[] {
  const found = new Map<IsoDate, DayOff>()
  const onWeekend: { readonly date: IsoDate; readonly name: Text }[] = []
  for (const { date, name } of solarDates(year)) {
    if (isWeekend(date)) onWeekend.push({ date, name })
    else found.set(date, { date, name })
  }
  for (const { date, name } of onWeekend) {
    let next = dayAfter(date)
    while (isWeekend(next) || found.has(next)) next = dayAfter(next)
    found.set(next, { date: next, name: inLieu(name) })
  }
  return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function solarDates(year: number): readonly DayOff[] {
  const written = String(year).padStart(4, '0')
  const dates = solarHolidays
    .filter(({ since = year }) => since <= year)
    .map(({ day, name }) => ({ date: `${written}-${day}`, name }))
  const beside = year < 2021 ? [] : [{ date: `${written}-${secondNationalDay(`${written}-09-02`)}`, name: national }]
  return [...dates, ...beside]
}

/** The day before or after 02/9: so far always the one that made the longer rest. */
function secondNationalDay(national: IsoDate): string {
  const [sunday, monday, thursday] = [0, 1, 4]
  return [sunday, monday, thursday].includes(weekdayOf(national)) ? '09-03' : '09-01'
}

function isWeekend(date: IsoDate): boolean {
  return [0, 6].includes(weekdayOf(date))
}

function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

function dayAfter(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
