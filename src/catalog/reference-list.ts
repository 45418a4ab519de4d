import type { Text } from '../locale.js'
import { meantCode } from './code.js'
import { fold, unmarked } from './vietnamese.js'

/** One procedure as somebody else lists it: the national portal, a newer decision. */
export interface ReferenceEntry {
  readonly code: string
  readonly title: string
  readonly field?: string
  /** The code that came in place of this one. */
  readonly replacedBy?: string
  /** Since when at the latest; a day, month or year, as exact as it is known. */
  readonly replacedFrom?: string
  /** Where it was found; `memory` stands first where nobody found it. */
  readonly source?: string
  /** As of when: a day, month or year. */
  readonly asOf?: string
}

/** What a catalog is compared with. */
export interface ReferenceList {
  /** As a message calls it. */
  readonly name: Text
  /** The entry of a code, whatever province or variant stands behind it. */
  byCode(code: string): ReferenceEntry | undefined
  /** The entries that bear a title, whatever its marks, tone placement, punctuation or leading “Thủ tục”. */
  byTitle(title: string): readonly ReferenceEntry[]
  readonly entries: readonly ReferenceEntry[]
}

/** Where a code stands twice, the last entry holds. */
export function referenceList(name: Text, all: Iterable<ReferenceEntry>): ReferenceList {
  const codes = new Map<string, ReferenceEntry>()
  for (const entry of all) codes.set(entry.code, entry)
  const entries = [...codes.values()]
  // Most catalogs never ask for it.
  let titles: ReadonlyMap<string, readonly ReferenceEntry[]> | undefined
  return {
    name,
    entries,
    byCode: code => codes.get(code) ?? codes.get(meantCode(code)?.base ?? ''),
    byTitle(title) {
      titles ??= titleIndex(entries)
      return titles.get(titleKey(title)) ?? []
    },
  }
}

function titleIndex(entries: readonly ReferenceEntry[]): ReadonlyMap<string, readonly ReferenceEntry[]> {
  const index = new Map<string, ReferenceEntry[]>()
  // All at once: one title at a time takes thrice as long, and a check may need the index for a single code.
  const lines = unmarked(entries.map(({ title }) => title.replaceAll('\n', ' ')).join('\n')).split('\n')
  for (const [position, entry] of entries.entries()) {
    const key = keyOfUnmarked(lines[position] ?? '')
    const same = index.get(key)
    if (same === undefined) index.set(key, [entry])
    else same.push(entry)
  }
  return index
}

/** Whether an entry was written from memory, so that it may be wrong. */
export function isRemembered({ source }: ReferenceEntry): boolean {
  return source === 'memory' || source?.startsWith('memory ') === true
}

export function sameTitle(a: string, b: string): boolean {
  return a === b || titleKey(a) === titleKey(b)
}

/** Without spaces as well: a PDF breaks syllables (“c ấp l ại”). A quarter of real titles begin with “Thủ tục”. */
function titleKey(title: string): string {
  return keyOfUnmarked(unmarked(title))
}

function keyOfUnmarked(title: string): string {
  const letters = title.replace(/[\0-/:-`{-\xbf\u2000-\u206f]+/g, '')
  return letters.replace(/^thutuc/, '')
}

/**
 * How much of the shorter title stands in the longer one, 0 to 1. Shortening a title is common, so words that are missing
 * count for nothing. Of two different procedures' titles 94 in 100 pairs stay below 0.4.
 */
export function sharedWords(a: string, b: string): number {
  const [first, second] = [words(a), words(b)]
  const both = common(first, second)
  return both / Math.max(1, Math.min(first.size, second.size))
}

/** How much two titles are alike, 0 to 1: 1 only where they have the same words. */
export function likeness(a: string, b: string): number {
  const [first, second] = [words(a), words(b)]
  const both = common(first, second)
  return both / Math.max(1, first.size + second.size - both)
}

function words(title: string): ReadonlySet<string> {
  return new Set(
    fold(title)
      .replace(/^thu tuc /, '')
      .split(' '),
  )
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const word of a) if (b.has(word)) count++
  return count
}

const keys = ['code', 'title', 'field', 'replacedBy', 'replacedFrom', 'source', 'asOf'] as const
export type ReferenceKey = (typeof keys)[number]

/** An entry from its texts; those that are empty are left out. */
export function referenceEntry(texts: Readonly<Partial<Record<ReferenceKey, string>>>): ReferenceEntry {
  const { code = '', title = '', ...others } = texts
  return { code, title, ...Object.fromEntries(Object.entries(others).filter(([, text]) => text)) }
}

/** The entries of the table that `build.mjs` makes of catalogs/reference/procedures.csv: a line each, tabs between. */
export function* tableEntries(table: string): Generator<ReferenceEntry> {
  for (const line of table.split('\n')) {
    const [code = '', title = '', field, replacedBy, replacedFrom, source, asOf] = line.split('\t')
    yield {
      code,
      title,
      ...(field && { field }),
      ...(replacedBy && { replacedBy }),
      ...(replacedFrom && { replacedFrom }),
      ...(source && { source }),
      ...(asOf && { asOf }),
    }
  }
}

/** The newest of the entries: a day, month or year. */
export function newest(entries: Iterable<ReferenceEntry>): string | undefined {
  let found = ''
  for (const { asOf = '' } of entries) if (asOf > found) found = asOf
  return found === '' ? undefined : found
}

/** “tháng 7/2026”, “July 2026”: a day, month or year as each language says it. */
export function dayOrMonth(iso: string): Text {
  const [year = '', month, day] = iso.split('-')
  if (month === undefined) return { vi: `năm ${year}`, en: year }
  if (day === undefined) return { vi: `tháng ${Number(month)}/${year}`, en: `${months[Number(month) - 1]} ${year}` }
  return { vi: `ngày ${day}/${month}/${year}`, en: iso }
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** The codes of entries as a message lists them. */
export function codesText(entries: readonly ReferenceEntry[]): string {
  const codes = entries.map(({ code }) => code)
  return codes.length > 3 ? `${codes.slice(0, 3).join(', ')}, …` : codes.join(', ')
}
