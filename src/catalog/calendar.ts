import type { Text } from '../locale.js'
import { dayText } from './day.js'
import { type Duration, type DurationPart, type Fraction, formatDuration } from './duration.js'
import { type DayOff, type HolidayYear, holidayYears, solarDaysOff } from './holidays.js'
import { daysOf } from './hours.js'
import type { Day, IsoDate, OpeningHours } from './model.js'

const years: ReadonlyMap<number, HolidayYear> = new Map(holidayYears.map(entry => [entry.year, entry]))
/** By year; what is missing is made as it is asked for. */
const daysOff = new Map(holidayYears.map(({ year, off }) => [year, byDate(off)]))
const workedSaturdays: ReadonlySet<IsoDate> = new Set(
  holidayYears.flatMap(({ off }) => off.flatMap(({ workedOn }) => workedOn ?? [])),
)

const weekdays: readonly Text[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
]
const weekdayNames: readonly Day[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const nameless: Text = { vi: '', en: '' }

function byDate(off: readonly DayOff[]): ReadonlyMap<IsoDate, DayOff> {
  return new Map(off.map(day => [day.date, day]))
}

function dayOff(date: IsoDate): DayOff | undefined {
  const year = yearOf(date)
  const known = daysOff.get(year) ?? byDate(solarDaysOff(year))
  daysOff.set(year, known)
  return known.get(date)
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/**
 * ngày làm việc: Monday to Friday without public holidays, and the Saturdays worked in exchange. An office that receives
 * dossiers on Saturday morning does not make it one.
 */
export function isWorkingDay(date: IsoDate): boolean {
  return whyNotWorking(date) === undefined
}

/** Why nobody works on that day: the holiday, or the weekend. */
export function whyNotWorking(date: IsoDate): Text | undefined {
  const holiday = dayOff(date)
  if (holiday !== undefined) return holiday.name
  const weekday = weekdayOf(date)
  const weekend = (weekday === 0 || weekday === 6) && !workedSaturdays.has(date)
  return weekend ? { vi: 'ngày nghỉ hằng tuần', en: 'weekend' } : undefined
}

/** Whether an office receives citizens on a day: one of its weekdays, Monday to Friday where it names none, and no public holiday. */
export function isReceptionDay(date: IsoDate, openingHours: readonly OpeningHours[] = []): boolean {
  if (dayOff(date) !== undefined) return false
  if (openingHours.length === 0) return isWorkingDay(date)
  const weekday = weekdayNames[weekdayOf(date)]
  return openingHours.some(hours => daysOf(hours.days).some(day => day === weekday))
}

/** Whether the holidays of that day’s year are decided; outside the years we know, only those of a solar date are counted. */
export function isCalendarCertain(date: IsoDate): boolean {
  return years.get(yearOf(date))?.issued ?? false
}

/** The last day of a time limit, and how it was reckoned. */
export interface Deadline {
  readonly due: IsoDate
  /** False where it touches a year whose holidays are not decided, or not known here. */
  readonly certain: boolean
  /** The years it touches whose holidays are expected, but not decided. */
  readonly undecided: readonly number[]
  /** The years it touches of which Tết, Giỗ Tổ and swapped days are not known here. */
  readonly unknown: readonly number[]
  readonly steps: readonly Text[]
}

/** What the office knows about the receipt of a dossier. */
export interface Receipt {
  readonly date: IsoDate
  /** Received after 15:00: what is due on the same day may then wait for the next working day. */
  readonly afterThree?: boolean
}

/**
 * The last day of a time limit by Bộ luật Dân sự 91/2015/QH13 Điều 147 and 148: the first day is not counted; months end
 * on the same date, or else on the last day of the month; a last day without work moves to the next working day. Part of a
 * day counts as a day. Nothing for hours and minutes, which need a clock and the hours of reception, nor for “không quy
 * định”; `too-far` where it ends after the year 9999.
 */
export function addDuration(receipt: Receipt, duration: Duration): Deadline | 'too-far' | undefined {
  try {
    return reckon(receipt, duration)
  } catch (error) {
    if (error instanceof BeyondCalendar) return 'too-far'
    throw error
  }
}

/** A day after 9999 cannot be written as dates are written here. */
class BeyondCalendar extends Error {}

function reckon(receipt: Receipt, duration: Duration): Deadline | undefined {
  if (duration.kind === 'not-set') return undefined
  const reckoning = new Reckoning(receipt.date)
  if (duration.kind !== 'span') {
    reckoning.sameDay(duration.afterThree === true && receipt.afterThree === true)
    return reckoning.finish()
  }
  if (duration.parts.some(({ unit }) => unit === 'hour' || unit === 'working-hour' || unit === 'minute'))
    return undefined
  reckoning.begin()
  for (const part of duration.parts) reckoning.add(part)
  return reckoning.finish()
}

class Reckoning {
  readonly #start: IsoDate
  readonly #steps: Text[] = []
  #date: IsoDate

  constructor(start: IsoDate) {
    this.#start = start
    this.#date = start
  }

  sameDay(wait: boolean): void {
    const day = fullText(this.#start)
    this.#say(`Giải quyết trong ngày nhận: ${day.vi}`, `Due on the day of receipt: ${day.en}`)
    if (!wait) return
    this.#date = nextWorkingDay(addDays(this.#date, 1))
    const next = fullText(this.#date)
    this.#say(
      `Nhận sau 15 giờ: ngày làm việc tiếp theo là ${next.vi}`,
      `Received after 15:00: the next working day is ${next.en}`,
    )
  }

  begin(): void {
    const day = fullText(this.#start)
    this.#say(
      `Nhận ngày ${day.vi}; ngày đầu tiên không tính (Bộ luật Dân sự Điều 147)`,
      `Received on ${day.en}; the first day is not counted (Civil Code, Article 147)`,
    )
  }

  add(part: DurationPart): void {
    const { amount, unit } = part
    switch (unit) {
      case 'year':
        this.#addMonths(scaled(amount, 12), part)
        return
      case 'month':
        this.#addMonths(amount, part)
        return
      case 'week':
        this.#addDays(wholeDays(scaled(amount, 7)), part)
        return
      case 'day':
        this.#addDays(wholeDays(amount), part)
        return
      case 'working-day':
        this.#addWorkingDays(wholeDays(amount), part)
    }
  }

  finish(): Deadline {
    const reason = whyNotWorking(this.#date)
    if (reason !== undefined) {
      const last = fullText(this.#date)
      this.#date = nextWorkingDay(this.#date)
      const next = fullText(this.#date)
      this.#say(
        `${last.vi} là ${reason.vi} nên chuyển sang ngày làm việc tiếp theo: ${next.vi} (Điều 148 khoản 5)`,
        `${last.en} is ${named(reason.en)}, so it moves to the next working day: ${next.en} (Article 148 (5))`,
      )
    }
    const first = yearOf(this.#start)
    const touched = Array.from({ length: yearOf(this.#date) - first + 1 }, (_, index) => first + index)
    const undecided = touched.filter(year => years.get(year)?.issued === false)
    const unknown = touched.filter(year => !years.has(year))
    const certain = undecided.length === 0 && unknown.length === 0
    return { due: this.#date, certain, undecided, unknown, steps: this.#steps }
  }

  /** Half a month is 15 days, half a year 6 months (Điều 146): so a part of a month counts 30 days to the month. */
  #addMonths(amount: Fraction, part: DurationPart): void {
    const whole = Math.floor(amount.numerator / amount.denominator)
    const rest = { numerator: (amount.numerator % amount.denominator) * 30, denominator: amount.denominator }
    this.#date = addDays(addMonths(this.#date, whole), wholeDays(rest))
    this.#sayAdded(part)
  }

  #addDays(count: number, part: DurationPart): void {
    this.#date = addDays(this.#date, count)
    this.#sayAdded(part)
  }

  #addWorkingDays(count: number, part: DurationPart): void {
    // Before millions of days are looked at one by one.
    addDays(this.#date, count)
    const skipped: DayOff[] = []
    for (let left = count; left > 0; ) {
      this.#date = addDays(this.#date, 1)
      const off = dayOff(this.#date)
      if (off !== undefined) skipped.push(off)
      else if (isWorkingDay(this.#date)) left--
    }
    this.#sayAdded(part)
    if (skipped.length === 0) return
    const days = skipped.map(({ date, name }) => ({ day: dayText(date), name }))
    this.#say(
      `Không tính ngày nghỉ: ${days.map(({ day, name }) => `${day.vi} (${name.vi})`).join(', ')}`,
      `Not counted: ${days.map(({ day, name }) => `${day.en} (${name.en})`).join(', ')}`,
    )
  }

  #sayAdded(part: DurationPart): void {
    const added = formatDuration({ kind: 'span', parts: [part] })
    const day = fullText(this.#date)
    this.#say(`Cộng ${added}: ${day.vi}`, `Plus ${added}: ${day.en}`)
  }

  #say(vi: string, en: string): void {
    this.#steps.push({ vi: capital(vi), en: capital(en) })
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function named(reason: string): string {
  return reason === 'weekend' ? 'a weekend' : reason
}

/** “thứ Hai 23/11/2026” */
export function fullText(date: IsoDate): Text {
  const day = dayText(date)
  const weekday = weekdays[weekdayOf(date)] ?? nameless
  return { vi: `${weekday.vi} ${day.vi}`, en: `${weekday.en} ${day.en}` }
}

/** The day itself, or the first working day after it. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  let next = date
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

function scaled({ numerator, denominator }: Fraction, factor: number): Fraction {
  return { numerator: numerator * factor, denominator }
}

function wholeDays({ numerator, denominator }: Fraction): number {
  return Math.ceil(numerator / denominator)
}

function weekdayOf(date: IsoDate): number {
  return instant(date).getUTCDay()
}

export function addDays(date: IsoDate, count: number): IsoDate {
  const moved = instant(date)
  moved.setUTCDate(moved.getUTCDate() + count)
  return iso(moved)
}

function addMonths(date: IsoDate, count: number): IsoDate {
  const start = instant(date)
  const moved = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count, 1))
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay))
  return iso(moved)
}

function instant(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function iso(date: Date): IsoDate {
  // Not a number where even Date knows no such day.
  if (!(date.getUTCFullYear() <= 9999)) throw new BeyondCalendar()
  return date.toISOString().slice(0, 10)
}
