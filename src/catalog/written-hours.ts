import type { Day, OpeningHours } from './model.js'

/** Days as people write them, without marks and in lower case. */
const dayNames: Readonly<Record<string, Day>> = {
  t2: 'mon',
  t3: 'tue',
  t4: 'wed',
  t5: 'thu',
  t6: 'fri',
  t7: 'sat',
  cn: 'sun',
  'thứ 2': 'mon',
  'thứ 3': 'tue',
  'thứ 4': 'wed',
  'thứ 5': 'thu',
  'thứ 6': 'fri',
  'thứ 7': 'sat',
  'thứ hai': 'mon',
  'thứ ba': 'tue',
  'thứ tư': 'wed',
  'thứ năm': 'thu',
  'thứ sáu': 'fri',
  'thứ bảy': 'sat',
  'thứ bẩy': 'sat',
  'chủ nhật': 'sun',
  'chúa nhật': 'sun',
  mon: 'mon',
  tue: 'tue',
  wed: 'wed',
  thu: 'thu',
  fri: 'fri',
  sat: 'sat',
  sun: 'sun',
}

const shortNames: Readonly<Record<Day, string>> = {
  mon: 'T2',
  tue: 'T3',
  wed: 'T4',
  thu: 'T5',
  fri: 'T6',
  sat: 'T7',
  sun: 'CN',
}

const to = String.raw`\s*(?:-|–|—|đến|tới|to)\s*`
const clock = String.raw`(\d{1,2})\s*(?::|giờ|h|g)\s*([0-5]\d)?(?!\d)`
const range = new RegExp(`${clock}${to}${clock}`, 'gu')
const dayRange = new RegExp(`^(?:từ\\s+)?(.+?)(?:${to}(.+))?$`, 'u')

/**
 * Hours of reception as people write them: “T2-T6 07:30-11:30, 13:00-17:00; T7 7h30 đến 11h30”. Days that are not named are
 * those named before, at first Monday to Friday. Undefined where anything is left over.
 */
export function parseHours(written: string): readonly OpeningHours[] | undefined {
  let days = 'mon-fri'
  const hours: OpeningHours[] = []
  for (const part of written.normalize('NFC').toLowerCase().split(';')) {
    if (part.trim() === '') continue
    const times = [...part.matchAll(range)]
    const head = part.slice(0, times[0]?.index ?? part.length).replace(/[\s:,]+$/, '')
    const between = part.slice(head.length).replace(range, '')
    if (times.length === 0 || !/^(?:[\s,:.]|và|and)*$/u.test(between)) return undefined
    if (head.trim() !== '') {
      const named = daysOf(head.trim())
      if (named === undefined) return undefined
      days = named
    }
    for (const [, fromHour, fromMinute, toHour, toMinute] of times) {
      const from = timeOf(fromHour, fromMinute)
      const until = timeOf(toHour, toMinute)
      if (from === undefined || until === undefined) return undefined
      hours.push({ days, from, to: until })
    }
  }
  return hours.length === 0 ? undefined : hours
}

function daysOf(head: string): string | undefined {
  const [, first = '', last] = dayRange.exec(head.replace(/\s+/g, ' ')) ?? []
  const from = dayNames[first.trim()]
  const until = last === undefined ? undefined : dayNames[last.trim()]
  if (from === undefined || (last !== undefined && until === undefined)) return undefined
  return until === undefined ? from : `${from}-${until}`
}

function timeOf(hour = '', minute = '00'): string | undefined {
  return Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

/** “T2-T6 07:30-11:30, 13:00-17:00; T7 07:30-11:30”: `parseHours` reads it back. */
export function writtenHours(hours: readonly OpeningHours[]): string {
  let before: string | undefined
  const parts = hours.map(({ days, from, to: until }) => {
    const named = days === before ? ', ' : `${before === undefined ? '' : '; '}${shortDays(days)} `
    before = days
    return `${named}${from}-${until}`
  })
  return parts.join('')
}

function shortDays(days: string): string {
  return days
    .split('-')
    .map(day => shortNames[day as Day] ?? day)
    .join('-')
}
