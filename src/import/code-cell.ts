import { parseCode } from '../catalog/code.js'
import { likeness, type ReferenceList, sameTitle } from '../catalog/reference-list.js'
import type { Cell } from './table.js'

/** What the cell of a code says, once what a spreadsheet did to it is seen through. */
export type CodeReading =
  | { readonly kind: 'code'; readonly code: string; readonly rest: string }
  /** Destroyed, but the reference list knows the code, and its title is that of the row. */
  | { readonly kind: 'repaired'; readonly code: string }
  /** Destroyed; `likely` is what it may have been. */
  | { readonly kind: 'destroyed'; readonly likely?: string }
  /** No code, and nothing that a spreadsheet makes of one. */
  | { readonly kind: 'other' }

const organisation = String.raw`(?:\.\d{3}\.\d{2}\.\d{2})?\.[A-Z]\d{2}`
const code = new RegExp(String.raw`(?<![\d.,])[1-9]\.\d{6}(?:${organisation}|\.\d{2}(?![\d.]))*(?!\d)`)

/** The first code in a text, with what provinces put behind it. */
export function codeIn(
  text: string,
): { readonly code: string; readonly before: string; readonly after: string } | undefined {
  const found = code.exec(text)
  if (found === null || parseCode(found[0]) === undefined) return undefined
  return { code: found[0], before: text.slice(0, found.index), after: text.slice(found.index + found[0].length) }
}

/** The longest title of the portal has 1,100 characters. */
const longestTitle = 2000

/** “2.000815.000.00.00.H55- Chứng thực bản sao”, “Chứng thực bản sao (2.000815)”: the title alone and its code. */
export function titleAndCode(text: string): { readonly title: string; readonly code?: string } {
  const found = text.length > longestTitle ? undefined : codeIn(text)
  if (found === undefined) return { title: text }
  const before = found.before
    .replace(/(?:\(?\s*mã(?: số)?(?: tthc| thủ tục(?: hành chính)?)?\s*:?|[([–—:-])\s*$/iu, '')
    .trimEnd()
  const after = found.after.replace(/^\s*[)\]]?\s*[–—:.,-]*\s*/u, '')
  // In the midst of a title a code is part of what it says.
  if (before !== '' && after !== '') return { title: text }
  const title = before === '' ? after : before
  return title === '' ? { title: text } : { title, code: found.code }
}

/** Reads a cell of the column of codes. `title` is that of the row. */
export function readCode({ text, kind }: Cell, title: string, reference: ReferenceList): CodeReading {
  const found = codeIn(text)
  if (found !== undefined) return { kind: 'code', code: found.code, rest: `${found.before} ${found.after}`.trim() }
  const number = numberBehind(text)
  if (number !== undefined) {
    return agrees(number, title, reference) ? { kind: 'repaired', code: number } : { kind: 'destroyed', likely: number }
  }
  if (kind === 'date' || kind === 'error' || isDateLike(text) || isScientific(text) || isBare(text)) {
    const [only, ...more] = reference.byTitle(title)
    return only !== undefined && more.length === 0 ? { kind: 'destroyed', likely: only.code } : { kind: 'destroyed' }
  }
  return { kind: 'other' }
}

/**
 * The only code that a number can have been: 1.00101 and 1,00101 have lost their last zeros; 1001010 its dot, where dots part
 * the thousands.
 */
function numberBehind(text: string): string | undefined {
  const [, whole, decimals] = /^([1-9])[.,](\d{1,5})$/.exec(text) ?? []
  if (decimals !== undefined) return `${whole}.${decimals.padEnd(6, '0')}`
  const [, first, six] = /^([1-9])[.,]?(\d{3}[.,]?\d{3})(?:[.,]0)?$/.exec(text) ?? []
  return six === undefined ? undefined : `${first}.${six.replace(/\D/g, '')}`
}

/** The title of the list is that of the row, or nearly. */
function agrees(found: string, title: string, reference: ReferenceList): boolean {
  const entry = reference.byCode(found)
  return entry !== undefined && (sameTitle(entry.title, title) || likeness(entry.title, title) >= 0.6)
}

export function isScientific(text: string): boolean {
  return /^\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i.test(text)
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\\d{1,2})'
const dayAndMonth = new RegExp(`^(?:\\d{1,2}[-/ ]${month}(?:[-/ ]\\d{2,4})?|${month}[-/ ]\\d{2,4})$`, 'i')
const onlyDigits = /^(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2})$/

/** A day as Excel shows what it took for one: 01-Feb, 1-Thg2, Jan-20, 2/1/2012. */
export function isDateLike(text: string): boolean {
  return text.length <= 14 && (onlyDigits.test(text) || dayAndMonth.test(text))
}

/** One digit: 1.000000 in a column of numbers. */
function isBare(text: string): boolean {
  return /^[1-9]$/.test(text)
}

/** What Excel shows in place of a value: the column is too narrow, or the formula failed. */
export function isErrorText(text: string): boolean {
  return /^#{3,}$|^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(text)
}
