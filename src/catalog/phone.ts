import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import { metadata } from '../generated/phone-metadata.js'
import { areaChanges, areas, mobileChanges, mobilePrefixes } from './phone-changes.js'

/** What a landline of before 2017 is called today. */
export interface OldLandline {
  readonly province: string
  readonly digits: string
}

/** What is wrong with a number that has no other name. */
type PhoneFault =
  /** Letters or other text beside the digits. */
  | 'text'
  | 'digit-count'
  /** Seven or eight digits: a number as dialled within its province. */
  | 'area-missing'
  /** No area code and no mobile network begins like this. */
  | 'prefix'
  /** Only the way it is written: +84, no leading zero, odd separators. */
  | 'style'

/** `digits` are the digits to dial within Vietnam, with the leading zero. */
export type Phone =
  /** A known area code and the right count of digits; whether the subscriber exists is not known. */
  | { readonly kind: 'landline'; readonly digits: string }
  /** `oldLandline`: what the same digits meant before 2017, where they meant a landline. */
  | { readonly kind: 'mobile'; readonly digits: string; readonly oldLandline?: OldLandline }
  /** 1800, 1022, the networks 069 (police, army) and 080 (Party, State). */
  | { readonly kind: 'service'; readonly digits: string }
  | { readonly kind: 'emergency'; readonly digits: string }
  | { readonly kind: 'premium'; readonly digits: string }
  /** `certain`: there is no other reading, e.g. as a mobile number with a digit too many. */
  | { readonly kind: 'obsolete-area'; readonly digits: string; readonly now: OldLandline; readonly certain: boolean }
  | { readonly kind: 'obsolete-mobile'; readonly digits: string; readonly now: string }
  /** A mobile number that is grouped as landlines of before 2017 were. */
  | { readonly kind: 'ambiguous-old-landline'; readonly digits: string; readonly oldLandline: OldLandline }
  | { readonly kind: 'several' }
  | { readonly kind: 'extension'; readonly extension: string }
  | {
      readonly kind: 'malformed'
      readonly fault: PhoneFault
      readonly digits: string
      /** The number put right, where only its style is wrong. */
      readonly repair?: string
    }

/** A cell longer than this is prose. */
const longest = 120

/** “máy lẻ 12”, “ext. 12”, “nhánh 12”, “x12”, “#12” at the end. */
const extension = /(?:máy lẻ|may le|máy nhánh|nhánh|nội bộ|lẻ|extension|ext|[x#])[\s.:]*(\d{1,5})[\s).]*$/iu
const joiner = /[/,;|&\n]|(?<![\p{L}])(?:hoặc|và|or)(?![\p{L}])/iu
const international = /^\(?\s?(?:\+|00)\s?84\)?/
const invisible = /[\u200b-\u200d\u2060\ufeff]/g
/** Digits with spaces, dots, hyphens and one pair of brackets: (0274) 3822 234, 0903.575.931. */
const acceptable = /^(?:\(\d+\)|\d+)(?:[\s.-]+\d+)*$/
const acceptableAfterBrackets = /^\(\d+\)\d/

/** What a written telephone number is. Never throws, and never converts what has two readings. */
export function classifyPhone(written: string): Phone {
  const text = written.normalize('NFC').replace(invisible, '').trim()
  const allDigits = text.replace(/\D/g, '')
  if (text.length > longest) return { kind: 'malformed', fault: 'text', digits: '' }

  const [, extensionDigits] = extension.exec(text) ?? []
  if (extensionDigits !== undefined && allDigits.length > extensionDigits.length) {
    return { kind: 'extension', extension: extensionDigits }
  }
  if (holdsSeveral(text, allDigits)) return { kind: 'several' }
  if (allDigits === '' || /\p{L}/u.test(text)) return { kind: 'malformed', fault: 'text', digits: allDigits }

  const groups = dialled(text)
  const number = classifyGroups(groups)
  if (isWellWritten(text, groups)) return number
  if (number.kind !== 'landline' && number.kind !== 'mobile' && number.kind !== 'service') return number
  return { kind: 'malformed', fault: 'style', digits: number.digits, repair: writtenPhone(number.digits) }
}

/** A number without the extension that is written behind it: “0274 3822 234 (máy lẻ 12)”. */
export function splitExtension(written: string): { readonly number: string; readonly extension?: string } {
  const found = extension.exec(written)
  if (found?.[1] === undefined) return { number: written }
  return { number: written.slice(0, found.index).replace(/[\s(,;–-]+$/, ''), extension: found[1] }
}

/** The digits to dial, where it is certain which they are and that they are in use. */
export function phoneDigits(phone: Phone): string | undefined {
  switch (phone.kind) {
    case 'landline':
    case 'mobile':
    case 'service':
    case 'emergency':
    case 'premium':
    case 'ambiguous-old-landline':
      return phone.digits
    default:
      return undefined
  }
}

/** A number in the normal grouping; what is not certainly a number in use stays as it is written. */
export function normalisePhone(written: string): string {
  const phone = classifyPhone(written)
  if (phone.kind === 'malformed') return phone.repair ?? written
  // Its grouping is the only sign of what it may be.
  if (phone.kind === 'ambiguous-old-landline') return written
  const digits = phoneDigits(phone)
  return digits === undefined ? written : writtenPhone(digits)
}

/** Digits in the groups that people know: 0274 3822 234, 028 3896 6594, 0903 575 931, 1800 1096. */
export function writtenPhone(digits: string): string {
  const groups =
    /^(02[48])(\d{4})(\d{4})$/.exec(digits) ??
    /^(02\d\d)(\d{4})(\d{3})$/.exec(digits) ??
    /^(0\d{3})(\d{3})(\d{3})$/.exec(digits) ??
    /^(1[89]00)(\d{4})$/.exec(digits) ??
    /^(1[89]00)(\d{3})(\d{3})$/.exec(digits)
  return groups === null ? digits : groups.slice(1).join(' ')
}

function holdsSeveral(text: string, digits: string): boolean {
  if (digits.length > 14) return true
  const parts = text.split(joiner)
  // “0274 3822 234/5” means two numbers as well.
  if (parts.filter(part => /\d/.test(part)).length > 1) return true
  return digits.length > 12 && /\d\)?\s+[-–—]\s+\(?\d/.test(text)
}

/** Groups of digits as dialled within Vietnam: without +84, with the leading zero. */
function dialled(text: string): string[] {
  const abroad = international.test(text)
  const groups: string[] = text.replace(international, '').match(/\d+/g) ?? []
  const digits = groups.join('')
  if (abroad) return digits.startsWith('0') ? groups : withZero(groups)
  if (/^84(?:0\d{9,10}|\d{9,10})$/.test(digits)) {
    const rest = [groups[0]?.replace(/^84?/, '') ?? '', ...groups.slice(1)].filter(group => group !== '')
    const national = digits.slice(2)
    // “8 4274…” is grouped like nothing: its groups say nothing either.
    if (rest.join('') !== national) return national.startsWith('0') ? [national] : [`0${national}`]
    return national.startsWith('0') ? rest : withZero(rest)
  }
  // A spreadsheet takes the leading zero of digits written in one.
  if (groups.length === 1 && /^(?:2\d{9}|[35789]\d{8})$/.test(digits)) return [`0${digits}`]
  return groups
}

function withZero(groups: readonly string[]): string[] {
  return [`0${groups[0] ?? ''}`, ...groups.slice(1)]
}

function isWellWritten(text: string, groups: readonly string[]): boolean {
  if (text.replace(/\D/g, '') !== groups.join('')) return false
  return acceptable.test(acceptableAfterBrackets.test(text) ? text.replace(')', ') ') : text)
}

function classifyGroups(groups: readonly string[]): Phone {
  const digits = groups.join('')
  if (/^11[1-5]$/.test(digits)) return { kind: 'emergency', digits }
  if (/^1900\d{4}(?:\d\d)?$/.test(digits)) return { kind: 'premium', digits }
  if (/^(?:1800\d{4}(?:\d\d)?|1022|1080|069\d{5,7}|080\d{5,6})$/.test(digits)) return { kind: 'service', digits }
  if (/^0\d{10}$/.test(digits)) return elevenDigits(digits)
  if (/^0\d{9}$/.test(digits)) return tenDigits(digits, groups)
  return { kind: 'malformed', fault: /^[2-9]\d{6,7}$/.test(digits) ? 'area-missing' : 'digit-count', digits }
}

function elevenDigits(digits: string): Phone {
  const old = oldLandline(digits)
  // Before the area codes of today: 0240 (old Bắc Giang) also begins like 024, but no subscriber of Hà Nội begins with 0.
  if (old !== undefined) return { kind: 'obsolete-area', digits, now: old, certain: !startsLikeMobile(digits) }
  if (areas.has(digits.slice(1, 4)) || areas.has(digits.slice(1, 3))) return { kind: 'landline', digits }

  const mobile = mobileChanges.find(change => digits.startsWith(change.old))
  if (mobile !== undefined) return { kind: 'obsolete-mobile', digits, now: mobile.now + digits.slice(4) }
  return { kind: 'malformed', fault: startsLikeMobile(digits) ? 'digit-count' : 'prefix', digits }
}

function tenDigits(digits: string, groups: readonly string[]): Phone {
  const old = oldLandline(digits)
  if (startsLikeMobile(digits) || isInUse(digits)) {
    if (old === undefined) return { kind: 'mobile', digits }
    // 030, 031: in libphonenumber's patterns, though no network is known to hold them.
    return groupedAsLandline(groups) || !startsLikeMobile(digits)
      ? { kind: 'ambiguous-old-landline', digits, oldLandline: old }
      : { kind: 'mobile', digits, oldLandline: old }
  }
  // 0274 382 223 is a landline of today that lacks a digit, not old Tuyên Quang (027), unless it is grouped as such.
  const lacksDigit = areas.has(digits.slice(1, 4)) || areas.has(digits.slice(1, 3))
  if (old !== undefined && (!lacksDigit || groupedAsLandline(groups))) {
    return { kind: 'obsolete-area', digits, now: old, certain: true }
  }
  return { kind: 'malformed', fault: digits.startsWith('02') ? 'digit-count' : 'prefix', digits }
}

/** The digits read as a landline of before 2017, if they can be: those subscribers began with 2 to 7. */
function oldLandline(digits: string): OldLandline | undefined {
  for (const { province, old, now } of areaChanges) {
    if (!digits.startsWith(old, 1)) continue
    const subscriber = digits.slice(1 + old.length)
    if (!/^[2-7]/.test(subscriber) || now.length + subscriber.length !== 10) return undefined
    return { province, digits: `0${now}${subscriber}` }
  }
  return undefined
}

/** (08) 3896 6594, 036 3822 234, 036 3822234; but 090 123 4567 is how mobiles are grouped too. */
function groupedAsLandline(groups: readonly string[]): boolean {
  const [area, first] = groups
  if (area === undefined || first === undefined) return false
  return areaChanges.some(({ old }) => area === `0${old}`) && (area.length === 2 || first.length >= 4)
}

function startsLikeMobile(digits: string): boolean {
  return mobilePrefixes.has(digits.slice(0, 3))
}

function isInUse(digits: string): boolean {
  return parsePhoneNumberFromString(digits, 'VN', metadata)?.isValid() ?? false
}
