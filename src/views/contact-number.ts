import { classifyPhone, normalisePhone, type Phone, phoneDigits } from '../catalog/phone.js'

/** A telephone number as a page shows it and as a telephone dials it. */
export interface ContactNumber {
  readonly text: string
  /** `tel:` link; null where nobody would answer at the number as it stands. */
  readonly href: string | null
  readonly extension: string | null
}

/** Grouped for reading (0274 3822 234). What is not certainly a number in use is shown as it was written, and is no link. */
export function contactNumber(written: string, extension?: string): ContactNumber {
  const key = `${written}\n${extension ?? ''}`
  const known = numbers.get(key)
  if (known !== undefined) return known
  const made = { text: normalisePhone(written), href: link(classifyPhone(written)), extension: extension ?? null }
  numbers.set(key, made)
  return made
}

/** The few numbers of a ward stand on every one of its pages. */
const numbers = new Map<string, ContactNumber>()

function link(phone: Phone): string | null {
  const digits = phone.kind === 'malformed' && phone.repair !== undefined ? phone.digits : phoneDigits(phone)
  if (digits === undefined) return null
  return digits.startsWith('0') ? `tel:+84${digits.slice(1)}` : `tel:${digits}`
}

/** On paper and in sheets: “0274 3822 234 (máy lẻ 12)”. */
export function numberText({ text, extension }: ContactNumber): string {
  return extension === null ? text : `${text} (máy lẻ ${extension})`
}
