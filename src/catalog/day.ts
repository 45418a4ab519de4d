import type { Text } from '../locale.js'
import type { IsoDate } from './model.js'

const dayLength = 86_400_000

/** Calendar days from one day to another; negative where `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength)
}

/** A day as each language writes it: 23/11/2026, 2026-11-23. */
export function dayText(iso: IsoDate): Text {
  const [year, month, day] = iso.split('-')
  return { vi: `${day}/${month}/${year}`, en: iso }
}
