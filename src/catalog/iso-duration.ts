import type { Duration, DurationUnit, Fraction } from './duration.js'

type Field = 'Y' | 'Mo' | 'D' | 'H' | 'Mi'

/** A week is seven days; xsd:duration knows no weeks. */
const calendar: Readonly<Partial<Record<DurationUnit, readonly [Field, number]>>> = {
  year: ['Y', 1],
  month: ['Mo', 1],
  week: ['D', 7],
  day: ['D', 1],
  hour: ['H', 1],
  minute: ['Mi', 1],
}

/**
 * ISO 8601 (and xsd:duration) for a time that it can say exactly: “2 tháng và 15 ngày” is P2M15D. Nothing for working days
 * and working hours, which ISO 8601 does not know and which must not become calendar days; nothing for “ngay”, “trong
 * ngày” and half days, for which it has no word; nothing where the time counts from anything but the receipt.
 */
export function isoDuration(duration: Duration): string | undefined {
  if (duration.kind !== 'span' || duration.from !== undefined) return undefined
  const fields: Record<Field, number> = { Y: 0, Mo: 0, D: 0, H: 0, Mi: 0 }
  for (const { amount, unit } of duration.parts) {
    const [field, factor] = calendar[unit] ?? []
    if (field === undefined || factor === undefined) return undefined
    const whole = wholeOf(amount, factor)
    const minutes = wholeOf(amount, factor * 60)
    if (whole !== undefined) fields[field] += whole
    else if (field === 'H' && minutes !== undefined) fields.Mi += minutes
    else return undefined
  }
  const date = part(fields.Y, 'Y') + part(fields.Mo, 'M') + part(fields.D, 'D')
  const time = part(fields.H, 'H') + part(fields.Mi, 'M')
  if (date === '' && time === '') return undefined
  return `P${date}${time === '' ? '' : `T${time}`}`
}

function wholeOf({ numerator, denominator }: Fraction, factor: number): number | undefined {
  const amount = (numerator * factor) / denominator
  return Number.isInteger(amount) ? amount : undefined
}

function part(amount: number, letter: string): string {
  return amount === 0 ? '' : `${amount}${letter}`
}
