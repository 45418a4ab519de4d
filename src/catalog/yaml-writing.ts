import { scalar } from './edit.js'
import { isList, isRecord, listType, type PlainRecord, type PlainValue, recordType, scalarType } from './plain-value.js'
import type { Keys, Type } from './schema.js'

/** How a stretch of a file is laid out: what is written into it follows. */
export interface Layout {
  readonly lineEnd: string
  /** Spaces in front of the keys of the record. */
  readonly indent: string
}

/** Lists and records that fit on a line are written on one. */
const widest = 100
const twoSpaces = '  '

/** What stands behind `key:`, with the space or line end in front of it. */
export function valueSource(type: Type, value: PlainValue, { lineEnd, indent }: Layout, key: string): string {
  if (!isList(value) && !isRecord(value)) return ` ${textSource(type, value, 'block')}`
  const flow = flowSource(type, value)
  const fits = indent.length + key.length + 2 + flow.length <= widest
  if (
    isEmpty(value) ||
    (fits && !isList(value)) ||
    (fits && isList(value) && value.every(item => typeof item === 'string'))
  ) {
    return ` ${flow}`
  }
  const inner = indent + twoSpaces
  if (isList(value)) return lineEnd + listSource(type, value, { lineEnd, indent: inner })
  return lineEnd + inner + recordSource(recordType(type)?.keys ?? {}, value as PlainRecord, { lineEnd, indent: inner })
}

function isEmpty(value: PlainValue): boolean {
  return isList(value) ? value.length === 0 : Object.keys(value).length === 0
}

/** The items of a list, a line each, from the indentation of the first dash on. */
function listSource(type: Type, items: readonly PlainValue[], layout: Layout): string {
  return items
    .map(item => `${layout.indent}- ${itemSource(listType(type)?.items ?? type, item, layout)}`)
    .join(layout.lineEnd)
}

/** What stands behind the dash of an item. */
export function itemSource(type: Type, item: PlainValue, { lineEnd, indent }: Layout): string {
  const record = recordType(type)
  if (isRecord(item) && record !== undefined && !isBare(record, item)) {
    return recordSource(record.keys, item, { lineEnd, indent: indent + twoSpaces })
  }
  return isRecord(item) || isList(item) ? flowSource(type, item) : textSource(type, item, 'block')
}

/** The keys of a record, a line each; the first has no indentation, so that it may stand behind a dash. */
export function recordSource(keys: Keys, record: PlainRecord, layout: Layout): string {
  const entries = Object.entries(record).map(
    ([name, value]) => `${name}:${valueSource(keys[name]?.type ?? textType, value, layout, name)}`,
  )
  return entries.join(layout.lineEnd + layout.indent)
}

const textType: Type = { kind: 'text' }

/** A value on one line, as it may stand inside brackets. */
export function flowSource(type: Type, value: PlainValue): string {
  if (isList(value)) return `[${value.map(item => flowSource(listType(type)?.items ?? textType, item)).join(', ')}]`
  if (!isRecord(value)) return textSource(type, value, 'flow')
  const record = recordType(type)
  if (record?.bare !== undefined && isBare(record, value))
    return textSource(textType, String(value[record.bare]), 'flow')
  const entries = Object.entries(value).map(
    ([name, item]) => `${name}: ${flowSource(record?.keys[name]?.type ?? textType, item)}`,
  )
  return `{${entries.join(', ')}}`
}

/** `{number: 60/2014/QH13}` is written as its number alone. */
function isBare({ bare }: { readonly bare?: string }, value: PlainRecord): boolean {
  return bare !== undefined && Object.keys(value).length === 1 && typeof value[bare] === 'string'
}

type Place = 'block' | 'flow'

function textSource(type: Type, text: string, place: Place): string {
  const kind = scalarType(type)?.kind
  if (kind === 'number' || kind === 'boolean' || kind === 'date') return text
  return isPlain(text, place) ? text : scalar(text)
}

/** A slash makes it no number and no date to YAML, and nothing in it needs quotes. */
const documentNumber = /^\d[\d.]*[a-zđ]?[/-][\p{L}\d./-]*\p{L}[\p{L}\d./-]*$/u
/** “5 ngày làm việc”: a number, a space and a word is a text to every reader. */
const amount = /^\d+(?:[.,/]\d+)? \p{L}[\p{L}\p{M}\p{N} ()/.+–—“”‘’…%;-]*$/u
/** Outside of brackets, commas and quotes within a text need no quotes around it. */
const blockText = /^\p{L}[^\p{C}\p{Zl}\p{Zp}]*$/u
const otherTypes = /^(?:true|false|yes|no|on|off|y|n|null)$/i

function isPlain(text: string, place: Place): boolean {
  if (documentNumber.test(text)) return true
  if (text !== text.normalize('NFC') || /\s$/.test(text)) return false
  if (amount.test(text)) return true
  return (
    place === 'block' && blockText.test(text) && !otherTypes.test(text) && !/:(?:\s|$)|\s#|[\u00a0\u200b]/u.test(text)
  )
}

/**
 * A text in the dress of the one that it takes the place of: quotes stay quotes, a block text stays one. `written` is that
 * one’s source, `indent` the spaces that a block text needs.
 */
export function redressed(type: Type, text: string, written: string, place: Place, layout: Layout): string {
  if (/^[|>]/.test(written)) {
    const block = blockSource(text, layout)
    if (block !== undefined) return block
  } else if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) {
    if (/^"[^"\\\r\n]*"$/.test(written) && !/["\\]/.test(text)) return `"${text}"`
    if (/^'[^'\r\n]*'$/.test(written) && !text.includes("'")) return `'${text}'`
    // Digits that stood without quotes meant themselves; a leading zero would be lost on other readers.
    if (/^[1-9]\d{0,14}$/.test(written) && /^[1-9]\d{0,14}$/.test(text)) return text
  }
  return textSource(type, text, place)
}

/** The text as a literal block; undefined where a block could not hold it as it is. */
function blockSource(text: string, { lineEnd, indent }: Layout): string | undefined {
  const body = text.replace(/\n$/, '')
  if (!body.includes('\n') || /^\s|\s$/.test(body) || /[\p{Cc}\p{Zl}\p{Zp}\uFEFF]/u.test(body.replaceAll('\n', '')))
    return undefined
  const lines = body.split('\n').map(line => (line === '' ? '' : indent + line))
  return [text.endsWith('\n') ? '|' : '|-', ...lines].join(lineEnd)
}
