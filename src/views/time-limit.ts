import { addDuration, fullText, nextWorkingDay } from '../catalog/calendar.js'
import { type Duration, type DurationUnit, formatDuration, readDuration } from '../catalog/duration.js'
import type { IsoDate, Procedure, TimeByCase } from '../catalog/model.js'
import type { Locale, Text } from '../locale.js'
import { caseText } from './vietnamese-text.js'

/** How long a procedure takes in one of its cases. */
export interface TimeLimitView {
  /** The case, where it does not hold for all. */
  readonly when: string | null
  /** As the catalog has it: “5 ngày làm việc”. */
  readonly text: string
  /** “Giải quyết trong 5 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.” */
  readonly sentence: string
  /** What somebody who hands in on the day of the build is promised; null for hours and for “không quy định”. */
  readonly due: DueView | null
}

export interface DueView {
  readonly received: IsoDate
  readonly due: IsoDate
  /** “Nộp thứ Hai 23/11/2026 thì hẹn trả chậm nhất thứ Sáu 27/11/2026.” */
  readonly sentence: string
  /** Whether the holidays of all years it touches are decided. */
  readonly certain: boolean
}

/** Reckons each time once: the procedures of a ward share a few dozen. */
export function timeLimits(today: IsoDate, locale: Locale): (written: Procedure['processingTime']) => TimeLimitView[] {
  const reckoned = new Map<string, Pick<TimeLimitView, 'sentence' | 'due'>>()
  return written =>
    timeLimitViews(written, locale, time => {
      const known = reckoned.get(time) ?? reckon(time, today, locale)
      reckoned.set(time, known)
      return known
    })
}

function reckon(time: string, today: IsoDate, locale: Locale): Pick<TimeLimitView, 'sentence' | 'due'> {
  const duration = readDuration(time)
  return {
    sentence: sentence(time, duration)[locale],
    due: duration === undefined ? null : dueView(duration, today, locale),
  }
}

function timeLimitViews(
  written: Procedure['processingTime'],
  locale: Locale,
  reckoned: (time: string) => Pick<TimeLimitView, 'sentence' | 'due'>,
): TimeLimitView[] {
  if (written === undefined) return []
  const cases: readonly TimeByCase[] = typeof written === 'string' ? [{ time: written }] : written
  return cases.map(({ time, channel, when }) => ({
    when: caseText(channel, when, locale),
    text: time,
    ...reckoned(time),
  }))
}

function sentence(written: string, duration: Duration | undefined): Text {
  if (duration === undefined) return { vi: `Thời hạn giải quyết: ${written}.`, en: `Time limit: ${written}.` }
  switch (duration.kind) {
    case 'not-set':
      return { vi: 'Pháp luật không quy định thời hạn giải quyết.', en: 'The law sets no time limit.' }
    case 'immediate':
    case 'same-day': {
      const atOnce = duration.kind === 'immediate'
      const later = duration.afterThree === true
      return {
        vi: `Giải quyết ${atOnce ? 'ngay khi' : 'trong ngày'} nhận đủ hồ sơ hợp lệ${later ? '; nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo' : ''}.`,
        en: `Done ${atOnce ? 'as soon as' : 'on the day when'} the complete dossier is received${later ? '; after 15:00, on the next working day' : ''}.`,
      }
    }
    case 'span': {
      const from = duration.from === undefined
      return {
        vi: `Giải quyết trong ${formatDuration(duration)}${from ? ' kể từ ngày nhận đủ hồ sơ hợp lệ' : ''}.`,
        en: `Done within ${englishSpan(duration)}, counted from ${from ? 'the day when the complete dossier is received' : `“${duration.from}”`}.`,
      }
    }
  }
}

const englishUnits: Readonly<Record<DurationUnit, readonly [string, string]>> = {
  year: ['year', 'years'],
  month: ['month', 'months'],
  week: ['week', 'weeks'],
  day: ['day', 'days'],
  'working-day': ['working day', 'working days'],
  hour: ['hour', 'hours'],
  'working-hour': ['working hour', 'working hours'],
  minute: ['minute', 'minutes'],
}

function englishSpan({ parts }: Extract<Duration, { kind: 'span' }>): string {
  return parts
    .map(({ amount: { numerator, denominator }, unit }) => {
      const [one, many] = englishUnits[unit]
      const amount = numerator / denominator
      const text = Number.isInteger(amount * 100) ? `${amount}` : `${numerator}/${denominator}`
      return `${text} ${amount === 1 ? one : many}`
    })
    .join(' and ')
}

/** Nobody hands anything in on a day without work: then the next working day is taken for the day of receipt. */
function dueView(duration: Duration, today: IsoDate, locale: Locale): DueView | null {
  // What counts from a medical report or a payment does not count from the receipt.
  if (duration.kind === 'span' && duration.from !== undefined) return null
  const received = nextWorkingDay(today)
  const deadline = addDuration({ date: received }, duration)
  if (deadline === undefined || deadline === 'too-far') return null
  const { due, certain } = deadline
  const [from, to] = [fullText(received), fullText(due)]
  const text: Text =
    due === received
      ? { vi: `Nộp ${from.vi} thì có kết quả trong ngày.`, en: `Handed in on ${from.en}: ready the same day.` }
      : {
          vi: `Nộp ${from.vi} thì hẹn trả chậm nhất ${to.vi}.`,
          en: `Handed in on ${from.en}: due by ${to.en}.`,
        }
  return { received, due, sentence: text[locale], certain }
}

/** Days that the quickest case takes, for sorting into groups; null where it is not a matter of days. */
export function shortestDays(written: Procedure['processingTime']): number | null {
  if (written === undefined) return null
  const texts = typeof written === 'string' ? [written] : written.map(({ time }) => time)
  const days = texts.map(text => daysOf(readDuration(text))).filter(count => count !== null)
  return days.length === 0 ? null : Math.min(...days)
}

const daysInUnit: Readonly<Record<DurationUnit, number>> = {
  year: 365,
  month: 30,
  week: 7,
  day: 1,
  'working-day': 1,
  hour: 0,
  'working-hour': 1 / 8,
  minute: 0,
}

function daysOf(duration: Duration | undefined): number | null {
  if (duration === undefined || duration.kind === 'not-set') return null
  if (duration.kind !== 'span') return 0
  const days = duration.parts.reduce(
    (sum, { amount: { numerator, denominator }, unit }) => sum + (numerator / denominator) * daysInUnit[unit],
    0,
  )
  return Math.floor(days)
}
