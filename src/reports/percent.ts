import type { Locale } from '../locale.js'

/** “47,4%” (vi), “47.4%” (en); of nothing there is no share. */
export function percent(count: number, of: number, locale: Locale): string {
  if (of === 0) return '–'
  // Counted in whole thousandths, so that it is the same on every machine. Only all is 100, and only none is 0.
  const tenths = Math.min(Math.max(Math.round((count * 1000) / of), count > 0 ? 1 : 0), count < of ? 999 : 1000)
  const point = { vi: ',', en: '.' }[locale]
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `${point}${tenths % 10}`}%`
}
