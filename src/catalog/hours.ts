import type { Text } from '../locale.js'
import { type Day, days, type OpeningHours } from './model.js'

/** One reception on one weekday, in minutes since midnight. */
export interface Interval {
  readonly day: Day
  readonly from: number
  readonly to: number
  readonly hours: OpeningHours
}

/** “mon-fri” → five days; a range may pass the end of the week: “sat-mon”. */
export function daysOf(range: string): Day[] {
  const [first = '', last = first] = range.split('-')
  const start = days.indexOf(first as Day)
  const end = days.indexOf(last as Day)
  if (start === -1 || end === -1) return []
  const count = ((end - start + days.length) % days.length) + 1
  return Array.from({ length: count }, (_, offset) => days[(start + offset) % days.length] as Day)
}

/** “07:30” → 450. */
export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return hours * 60 + rest
}

/** Every reception of a week, in the order of days and hours. */
export function intervals(openingHours: readonly OpeningHours[]): Interval[] {
  const all = openingHours.flatMap(hours =>
    daysOf(hours.days).map(day => ({ day, from: minutes(hours.from), to: minutes(hours.to), hours })),
  )
  return all.sort((a, b) => days.indexOf(a.day) - days.indexOf(b.day) || a.from - b.from)
}

export interface Overlap {
  readonly day: Day
  readonly first: OpeningHours
  readonly second: OpeningHours
}

/** Pairs of entries that share minutes of a day; one overlap a pair, on its first day. `second` is the later entry. */
export function overlaps(openingHours: readonly OpeningHours[]): Overlap[] {
  const all = intervals(openingHours)
  const seen = new Set<string>()
  const found: Overlap[] = []
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      if (a.day !== b.day || b.from >= a.to) break
      if (b.to <= a.from) continue
      const [low = 0, high = 0] = [openingHours.indexOf(a.hours), openingHours.indexOf(b.hours)].sort((x, y) => x - y)
      const pair = `${low} ${high}`
      const [first, second] = [openingHours[low], openingHours[high]]
      if (seen.has(pair) || first === undefined || second === undefined) continue
      seen.add(pair)
      found.push({ day: a.day, first, second })
    }
  }
  return found
}

/** As a page and a message call them. */
export const dayNames: Readonly<Record<Day, Text>> = {
  mon: { vi: 'Thứ Hai', en: 'Monday' },
  tue: { vi: 'Thứ Ba', en: 'Tuesday' },
  wed: { vi: 'Thứ Tư', en: 'Wednesday' },
  thu: { vi: 'Thứ Năm', en: 'Thursday' },
  fri: { vi: 'Thứ Sáu', en: 'Friday' },
  sat: { vi: 'Thứ Bảy', en: 'Saturday' },
  sun: { vi: 'Chủ nhật', en: 'Sunday' },
}
