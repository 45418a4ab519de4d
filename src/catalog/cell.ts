import type { Text } from '../locale.js'
import { wordsOf } from './cell-words.js'
import { excerpt } from './excerpt.js'
import {
  isList,
  isRecord,
  listType,
  type PlainRecord,
  type PlainValue,
  recordType,
  sameValue,
  scalarType,
} from './plain-value.js'
import { type Key, type Keys, type Type, wholeNumber } from './schema.js'
import { isIsoDate } from './shape.js'
import { fold } from './vietnamese.js'

/**
 * The notation of a value in a cell of a sheet. What `formatCell` writes, `parseCell` reads back exactly.
 *
 * - A text is itself, an enumeration the word that a clerk uses (“Mức độ 3”), a day 30/06/2022, yes and no “Có” and “Không”.
 * - An id is shown with the name that it stands for: “Hộ tịch [ho-tich]”.
 * - A list has a line for each item (enumerations: commas). Where a lone item could be taken for a text, “• ” stands before it.
 * - A record is its main value and then “ | label: value”: “8000 | Loại: lệ phí | Đơn vị tính: bản”.
 * - A text that would be read as anything else, or that spreadsheets change (tabs, control characters, blanks at its ends),
 *   stands in double quotes as in JSON.
 */
export interface CellType {
  readonly type: Type
  /** Ids of what other records the texts are. */
  readonly names?: RecordNames
}

/** The names that ids stand for. */
export interface RecordNames {
  readonly nameOf: ReadonlyMap<string, string>
  /** By folded name; undefined where two records share it. */
  readonly idOf: ReadonlyMap<string, string | undefined>
}

export type ParsedCell = { readonly value: PlainValue } | { readonly problem: Text }

type Mode = 'plain' | 'bulleted' | 'quoted'
const modes: readonly Mode[] = ['plain', 'bulleted', 'quoted']

export function formatCell(cell: CellType, value: PlainValue): string {
  let text = ''
  for (const mode of modes) {
    text = formatValue(cell, value, mode)
    const back = parseCell(cell, text)
    if ('value' in back && sameValue(back.value, value) && !isPrototypeName(text)) break
  }
  return text
}

/** write-excel-file looks texts up in a plain object, where “toString” is there before anybody wrote it. */
function isPrototypeName(text: string): boolean {
  return text in Object.prototype
}

function formatValue({ type, names }: CellType, value: PlainValue, mode: Mode): string {
  if (isList(value))
    return formatList({ type: listType(type)?.items ?? textType, ...(names && { names }) }, value, mode)
  if (isRecord(value)) return formatRecord(type, value, mode)
  return formatText({ type, ...(names && { names }) }, String(value), mode, unsafeAlone)
}

const textType: Type = { kind: 'text' }

function formatList(item: CellType, values: readonly PlainValue[], mode: Mode): string {
  if (values.length === 0) return '[]'
  if (isEnumeration(item.type) && mode === 'plain') {
    return values.map(value => formatText(item, String(value), mode, unsafeInList)).join(', ')
  }
  const bullet = mode === 'plain' ? '' : '• '
  return values
    .map(value =>
      isRecord(value)
        ? bullet + formatRecord(item.type, value, mode)
        : bullet + formatText(item, String(value), mode, recordType(item.type) ? unsafeInRecord : unsafeInList),
    )
    .join('\n')
}

function formatRecord(type: Type, record: PlainRecord, mode: Mode): string {
  const keys = recordType(type)?.keys ?? {}
  const main = mainKey(keys)
  const first = record[main]
  const rest = Object.entries(record).filter(([name]) => name !== main)
  const parts = rest.map(([name, value]) => {
    const key = keys[name]
    return `${key?.title.vi ?? name}: ${formatText({ type: key?.type ?? textType }, String(value), mode, unsafeInRecord)}`
  })
  if (first === undefined) return parts.join(' | ')
  return [formatText({ type: keys[main]?.type ?? textType }, String(first), mode, unsafeInRecord), ...parts].join(' | ')
}

/** Spreadsheets change, drop or refuse these, or take `_x0041_` for A. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF\uFFFD]|_x[0-9a-f]{4}_/iu
const unsafeAlone = (text: string) => unsafe.test(text.replaceAll('\n', ''))
const unsafeInList = (text: string) => unsafe.test(text)
const unsafeInRecord = (text: string) => unsafe.test(text) || text.includes('|')

function formatText(cell: CellType, value: string, mode: Mode, isUnsafe: (text: string) => boolean): string {
  if (mode !== 'quoted') {
    const shown = shownText(cell, value)
    const back = parseText(cell, shown)
    if (!isUnsafe(shown) && shown === shown.trim() && 'value' in back && back.value === value) return shown
  }
  return quoted(value)
}

function shownText({ type, names }: CellType, value: string): string {
  const scalar = scalarType(type)
  switch (scalar?.kind) {
    case 'date': {
      const [year, month, day] = value.split('-')
      return `${day}/${month}/${year}`
    }
    case 'boolean':
      return value === 'true' ? 'Có' : 'Không'
    case 'text':
    case 'ruled': {
      const word = wordsOf(scalar.values).byValue.get(value)
      if (word !== undefined) return word
    }
  }
  const name = names?.nameOf.get(value)
  return name === undefined || unsafeInList(name) ? value : `${name} [${value}]`
}

function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFEFF\uFFFD|]/gu, unicodeEscape)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, unicodeEscape)
}

function unicodeEscape(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  )
}

/** The text that a JSON string stands for; undefined where it is none. */
function unquoted(text: string): string | undefined {
  if (!/^".*"$/s.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/** Reads what stands in a cell that is not empty. */
export function parseCell({ type, names }: CellType, written: string): ParsedCell {
  const text = written.replace(/\r\n?/g, '\n').trim()
  const list = listType(type)
  const scalar = scalarType(type)
  if (list !== undefined && (scalar === undefined || looksLikeList(text, scalar))) {
    return parseList({ type: list.items, ...(names && { names }) }, text)
  }
  if (scalar === undefined) return parseRecord(recordType(type)?.keys ?? {}, text)
  return parseText({ type, ...(names && { names }) }, text)
}

function looksLikeList(text: string, scalar: Type): boolean {
  if (text === '[]' || /^[•*] /.test(text)) return true
  if (unquoted(text) !== undefined) return false
  if (text.includes('\n') || text.includes('|')) return true
  return 'values' in scalar && scalar.values !== undefined && !('value' in parseText({ type: scalar }, text))
}

function parseList(item: CellType, text: string): ParsedCell {
  if (text === '[]') return { value: [] }
  const lines = text
    .split(isEnumeration(item.type) ? /[\n,;]/ : '\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const dashed = lines.every(line => line.startsWith('- '))
  const values: PlainValue[] = []
  for (const line of lines) {
    const parsed = parseItem(item, (dashed ? line.slice(2) : line.replace(/^[•*] /, '')).trim())
    if ('problem' in parsed) return parsed
    values.push(parsed.value)
  }
  return { value: values }
}

function parseItem(item: CellType, text: string): ParsedCell {
  const record = recordType(item.type)
  if (record === undefined) return parseText(item, text)
  return parseRecord(record.keys, text)
}

function isEnumeration(type: Type): boolean {
  return type.kind === 'text' && type.values !== undefined
}

function parseRecord(keys: Keys, text: string): ParsedCell {
  const main = mainKey(keys)
  const record: Record<string, PlainValue> = {}
  for (const [index, part] of partsOf(text).entries()) {
    const labelled = labelledPart(keys, part)
    if (labelled === undefined && index > 0) return { problem: unknownLabel(part, keys) }
    const [name, value] = labelled ?? [main, part]
    if (Object.hasOwn(record, name)) return { problem: twice(keys[name], name) }
    const parsed = parseText({ type: keys[name]?.type ?? textType }, value)
    if ('problem' in parsed) return parsed
    record[name] = parsed.value
  }
  const missing = Object.keys(keys).find(name => keys[name]?.required && record[name] === undefined)
  if (missing !== undefined) return { problem: lacks(keys[missing], missing) }
  return {
    value: Object.fromEntries(Object.keys(keys).flatMap(name => (name in record ? [[name, record[name] ?? '']] : []))),
  }
}

/** A part that is a text in quotes may hold bars. */
function partsOf(text: string): string[] {
  return (text.match(/(?:[^|":]*:\s*)?"(?:[^"\\]|\\.)*"(?=\s*(?:\||$))|[^|]+/g) ?? [])
    .map(part => part.trim())
    .filter(part => part !== '')
}

function labelledPart(keys: Keys, part: string): readonly [string, string] | undefined {
  const [, label, value] = /^([^:"]+):\s*(.+)$/s.exec(part) ?? []
  if (label === undefined || value === undefined) return undefined
  const plain = fold(label)
  const name = Object.keys(keys).find(name =>
    [keys[name]?.title.vi, keys[name]?.title.en, name].some(title => title !== undefined && fold(title) === plain),
  )
  return name === undefined ? undefined : [name, value]
}

/** The one that a record is known by: it needs no label. */
function mainKey(keys: Keys): string {
  return Object.keys(keys).find(name => keys[name]?.required) ?? Object.keys(keys)[0] ?? ''
}

function parseText({ type, names }: CellType, text: string): ParsedCell {
  const scalar = scalarType(type)
  const literal = unquoted(text)
  const value = literal ?? text
  if (value === '') return { problem: empty }
  switch (scalar?.kind) {
    case 'date': {
      const iso = isoDate(value)
      return iso === undefined ? { problem: notDate(value) } : { value: iso }
    }
    case 'number':
      return wholeNumber.test(value) ? { value: String(Number(value)) } : { problem: notNumber(value) }
    case 'boolean': {
      const yes = yesOrNo.get(fold(value)) ?? (/^[x✓✔]$/i.test(value) ? 'true' : undefined)
      return yes === undefined ? { problem: notBoolean(value) } : { value: yes }
    }
    case 'text':
    case 'ruled': {
      const { byValue, byWord } = wordsOf(scalar.values)
      const known = literal === undefined ? byWord.get(fold(value)) : undefined
      if (known !== undefined) return { value: known }
      if (scalar.kind === 'text' && scalar.values?.includes(value) === false) {
        return {
          problem: notAmong(
            value,
            scalar.values.map(word => byValue.get(word) ?? word),
          ),
        }
      }
    }
  }
  if (names === undefined || literal !== undefined) return { value }
  return { value: /\[([^[\]]+)\]$/.exec(value)?.[1] ?? names.idOf.get(fold(value)) ?? value }
}

const yesOrNo: ReadonlyMap<string, string> = new Map([
  ['co', 'true'],
  ['true', 'true'],
  ['yes', 'true'],
  ['khong', 'false'],
  ['false', 'false'],
  ['no', 'false'],
])

/** 30/06/2022, 2022-06-30, or what a spreadsheet makes of a day. */
function isoDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso =
    day === undefined || month === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : undefined
}

/** The names of records for cells that hold their ids. */
export function namesOfIds(records: readonly { readonly id: string; readonly name: string }[]): RecordNames {
  const idOf = new Map<string, string | undefined>()
  for (const { id, name } of records) idOf.set(fold(name), idOf.has(fold(name)) ? undefined : id)
  for (const { id } of records) idOf.set(fold(id), id)
  // What is nothing but signs folds to nothing.
  idOf.delete('')
  return { nameOf: new Map(records.map(({ id, name }) => [id, name])), idOf }
}

const empty: Text = { vi: 'Ô này trống', en: 'The cell is empty' }

function notDate(text: string): Text {
  return {
    vi: `“${excerpt(text)}” không phải ngày có thật; viết ngày/tháng/năm, như 30/06/2022`,
    en: `“${excerpt(text)}” is no real day; write day/month/year, such as 30/06/2022`,
  }
}

function notNumber(text: string): Text {
  return {
    vi: `“${excerpt(text)}” không phải số nguyên không âm viết liền`,
    en: `“${excerpt(text)}” is no whole number`,
  }
}

function notBoolean(text: string): Text {
  return { vi: `“${excerpt(text)}” cần là Có hoặc Không`, en: `“${excerpt(text)}” must be Có (yes) or Không (no)` }
}

function notAmong(text: string, words: readonly string[]): Text {
  return {
    vi: `“${excerpt(text)}” không có trong các giá trị dùng được: ${words.join(', ')}`,
    en: `“${excerpt(text)}” is none of the values: ${words.join(', ')}`,
  }
}

function unknownLabel(part: string, keys: Keys): Text {
  const labels = Object.values(keys).map(({ title }) => title.vi)
  return {
    vi: `Sau dấu “|” cần một nhãn và dấu hai chấm (${labels.join(', ')}), nhưng gặp “${excerpt(part)}”`,
    en: `After “|” a label and a colon are needed (${labels.join(', ')}), not “${excerpt(part)}”`,
  }
}

function twice(key: Key | undefined, name: string): Text {
  return {
    vi: `“${key?.title.vi ?? name}” viết hai lần trong một mục`,
    en: `“${key?.title.vi ?? name}” stands twice in one item`,
  }
}

function lacks(key: Key | undefined, name: string): Text {
  return { vi: `Thiếu “${key?.title.vi ?? name}”`, en: `“${key?.title.vi ?? name}” is missing` }
}
