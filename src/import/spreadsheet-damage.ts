/**
 * Whether a spreadsheet, not a person, made `now` of `before`: it takes codes and telephone numbers for numbers and drops
 * zeros (1.001010 → 1.00101, 0274… → 274…), reads the full stop as a separator
 * of thousands (1.001010 → 1001010), or rounds (84274382223 → 8.42744E+10).
 */
export function changedBySpreadsheet(before: string, now: string): boolean {
  if (before === now || !/^[+]?[\d.,]+$/.test(before) || !/^[+]?[\d.,]+(?:E\+?\d+)?$/i.test(now)) return false
  // A number without a zero to lose at either end is what somebody typed.
  const number = Number(before.replace(',', '.'))
  if (Number.isFinite(number) && String(number) === now.replace(',', '.')) return true
  if (/E/i.test(now)) return Math.abs(number - Number(now)) <= Math.abs(number) * 1e-5
  return /^[+]?\d{1,3}(?:[.,]\d{3,6})+$/.test(before) && before.replace(/\D/g, '') === now
}
