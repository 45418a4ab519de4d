import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { isList, isRecord, listType, type PlainRecord, type PlainValue, recordType, sameValue } from './plain-value.js'
import type { Keys, Type } from './schema.js'
import { flowSource, itemSource, type Layout, recordSource, redressed, valueSource } from './yaml-writing.js'

/** Puts `text` in place of what stands from `start` to `end`. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** This file is written in a way that we do not dare to edit. */
export class NotEditable extends Error {
  constructor(readonly offset: number) {
    super('this part cannot be edited in place')
    this.name = 'NotEditable'
  }
}

/** The text with all splices made. Those at one place stand in the order in which they were asked for. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = splices.map((splice, order) => ({ ...splice, order }))
  sorted.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order)
  let result = ''
  let at = 0
  for (const { start, end, text: fresh } of sorted) {
    if (start < at) throw new NotEditable(start)
    result += text.slice(at, start) + fresh
    at = end
  }
  return result + text.slice(at)
}

/**
 * Edits of one file of a catalog that touch nothing but what must change: comments, quotes, line ends and layout stay. They
 * are worked out on the text as it was and made all at once. Throws NotEditable where a part is laid out in a way that
 * leaves no safe place for the edit; who calls must read the result again and compare.
 */
export class FileEditor {
  readonly #splices: Splice[] = []
  readonly #root: Node | null
  readonly #lineEnd: string

  constructor(readonly text: string) {
    this.#root = parseDocument(text, { schema: 'failsafe', uniqueKeys: false }).contents
    this.#lineEnd = /\r\n/.test(text) ? '\r\n' : '\n'
  }

  get edited(): string {
    return applySplices(this.text, this.#splices)
  }

  /** The record whose key `keyStart` is the offset of a key. */
  record(list: string, keyStart: number): YAMLMap {
    const map = this.#items(list).find(
      (item): item is YAMLMap => isMap(item) && item.items.some(pair => startOf(pair.key) === keyStart),
    )
    if (map === undefined) throw new NotEditable(keyStart)
    return map
  }

  /** Makes the record say `after` where it says `before`; keys that are equal in both are not touched. */
  changeRecord(map: YAMLMap, keys: Keys, before: PlainRecord, after: PlainRecord): void {
    const order = Object.keys(keys)
    for (const name of order) {
      const [old, fresh] = [before[name], after[name]]
      if (sameValue(old, fresh)) continue
      const type = keys[name]?.type ?? { kind: 'text' }
      if (fresh === undefined) this.#removeKey(map, name)
      else if (old === undefined) this.#addKey(map, order, name, type, fresh)
      else this.#changeValue(map, name, type, old, fresh)
    }
  }

  /** Adds a record to a list of this file, after the record `after`, else at the end. */
  appendRecord(list: string, keys: Keys, record: PlainRecord, after?: YAMLMap): void {
    const seq = this.#list(list)
    if (seq === undefined) return this.#startList(list, keys, record)
    const place = after === undefined ? seq.items.length - 1 : seq.items.indexOf(after)
    if (seq.items.length === 0) return this.#fillList(list, keys, record)
    const { flow } = seq
    const type: Type = { kind: 'record', keys }
    if (flow === true) return this.#insert(contentEnd(seq.items[place]), `, ${flowSource(type, record)}`)
    const neighbour = seq.items[place]
    const dash = this.#dashOf(seq, place)
    const indent = this.#column(dash)
    const source =
      isMap(neighbour) && neighbour.flow === true
        ? flowSource(type, record)
        : recordSource(keys, record, { lineEnd: this.#lineEnd, indent: `${indent}  ` })
    const gap = this.#blankLineBefore(seq, place) ? this.#lineEnd : ''
    this.#insertLine(contentEnd(neighbour), `${gap}${indent}- ${source}`)
  }

  removeRecord(list: string, map: YAMLMap): void {
    const seq = this.#list(list)
    const index = seq?.items.indexOf(map) ?? -1
    if (seq === undefined || index === -1) throw new NotEditable(startOf(map))
    this.#removeItem(seq, index)
  }

  #list(name: string): YAMLSeq | undefined {
    const value = isMap(this.#root) ? pairOf(this.#root, name)?.value : undefined
    return isSeq(value) ? value : undefined
  }

  #items(list: string): readonly unknown[] {
    return this.#list(list)?.items ?? []
  }

  #startList(list: string, keys: Keys, record: PlainRecord): void {
    if (isMap(this.#root) && pairOf(this.#root, list) !== undefined) return this.#fillList(list, keys, record)
    if (this.#root !== null && !(isMap(this.#root) && this.#root.flow !== true)) throw new NotEditable(0)
    const { length } = this.text
    const body = `${list}:${this.#lineEnd}  - ${recordSource(keys, record, { lineEnd: this.#lineEnd, indent: '    ' })}`
    const gap = length > 0 && !this.text.endsWith('\n') ? this.#lineEnd : ''
    this.#insert(length, `${gap}${body}${this.#lineEnd}`)
  }

  /** `procedures:` or `procedures: []` becomes a list of one. */
  #fillList(list: string, keys: Keys, record: PlainRecord): void {
    const pair = isMap(this.#root) && this.#root.flow !== true ? pairOf(this.#root, list) : undefined
    if (pair === undefined) throw new NotEditable(0)
    const colon = this.#colonOf(pair)
    const end = Math.max(colon, contentEnd(pair.value))
    if (this.text.slice(colon, end).includes('\n')) throw new NotEditable(colon)
    this.#replace(colon, end, '')
    const body = recordSource(keys, record, { lineEnd: this.#lineEnd, indent: '    ' })
    this.#insertLine(end, `  - ${body}`)
  }

  #addKey(map: YAMLMap, order: readonly string[], name: string, type: Type, value: PlainValue): void {
    const before = order.slice(0, order.indexOf(name))
    const written = map.items.filter(pair => before.includes(keyName(pair))).at(-1)
    if (map.flow === true) {
      const source = `${name}: ${flowSource(type, value)}`
      if (written !== undefined) this.#insert(pairEnd(written), `, ${source}`)
      else if (map.items[0] !== undefined) this.#insert(startOf(map.items[0].key), `${source}, `)
      else throw new NotEditable(startOf(map))
      return
    }
    const indent = this.#column(startOf(map.items[0]?.key))
    const source = `${name}:${valueSource(type, value, { lineEnd: this.#lineEnd, indent }, name)}`
    if (written !== undefined) this.#insertLine(pairEnd(written), indent + source)
    else this.#insert(startOf(map.items[0]?.key), source + this.#lineEnd + indent)
  }

  #removeKey(map: YAMLMap, name: string): void {
    const index = map.items.findIndex(pair => keyName(pair) === name)
    const pair = map.items[index]
    if (pair === undefined || map.items.length === 1) throw new NotEditable(startOf(map))
    const start = startOf(pair.key)
    if (map.flow === true) return this.#removeBetween(map.items.map(({ key }) => startOf(key)), map.items.map(pairEnd), index)
    if (this.#column(start).length === start - this.#lineStart(start) && /^ *$/.test(this.text.slice(this.#lineStart(start), start))) {
      this.#replace(this.#lineStart(start), this.#nextLine(pairEnd(pair)), '')
      return
    }
    // Behind the dash: the next key takes its place, unless a comment stands between them.
    const next = startOf(map.items[index + 1]?.key)
    if (/^[ \r\n]*$/.test(this.text.slice(pairEnd(pair), next))) this.#replace(start, next, '')
    else throw new NotEditable(start)
  }

  #changeValue(map: YAMLMap, name: string, type: Type, old: PlainValue, fresh: PlainValue): void {
    const pair = pairOf(map, name)
    if (pair === undefined) throw new NotEditable(startOf(map))
    const node = pair.value
    const layout = { lineEnd: this.#lineEnd, indent: map.flow === true ? '' : this.#column(startOf(map.items[0]?.key)) }
    if (this.#changeInside(node, type, old, fresh, map.flow === true)) return
    if (isScalar(node) && !isList(fresh) && !isRecord(fresh)) {
      this.#changeText(node, type, fresh, map.flow === true, { ...layout, indent: `${layout.indent}  ` })
      return
    }
    if (map.flow === true) this.#replace(startOf(node), contentEnd(node), flowSource(type, fresh))
    else this.#replaceValue(pair, valueSource(type, fresh, layout, name))
  }

  /** Changes items of a list or keys of a record; false where the value as a whole must be written anew. */
  #changeInside(node: unknown, type: Type, old: PlainValue, fresh: PlainValue, inFlow: boolean): boolean {
    const record = recordType(type)
    if (isMap(node) && record !== undefined && isRecord(old) && isRecord(fresh)) {
      if (node.flow !== true && inFlow) return false
      this.changeRecord(node, record.keys, old, fresh)
      return true
    }
    const list = listType(type)
    if (isSeq(node) && list !== undefined && isList(old) && isList(fresh) && fresh.length > 0 && old.length > 0) {
      if (node.items.length !== old.length) return false
      this.#changeList(node, list.items, old, fresh)
      return true
    }
    return false
  }

  #changeList(seq: YAMLSeq, type: Type, old: readonly PlainValue[], fresh: readonly PlainValue[]): void {
    let head = 0
    while (head < old.length && head < fresh.length && sameValue(old[head], fresh[head])) head += 1
    let tail = 0
    while (tail < old.length - head && tail < fresh.length - head && sameValue(old.at(-1 - tail), fresh.at(-1 - tail))) tail += 1
    const [oldEnd, freshEnd] = [old.length - tail, fresh.length - tail]
    const paired = Math.min(oldEnd, freshEnd)
    for (let index = head; index < paired; index += 1) {
      this.#changeItem(seq, index, type, old[index] ?? '', fresh[index] ?? '')
    }
    for (let index = paired; index < oldEnd; index += 1) this.#removeItem(seq, index)
    this.#insertItems(seq, paired, type, fresh.slice(paired, freshEnd))
  }

  #changeItem(seq: YAMLSeq, index: number, type: Type, old: PlainValue, fresh: PlainValue): void {
    if (sameValue(old, fresh)) return
    const node = seq.items[index]
    const flow = seq.flow === true
    if (this.#changeInside(node, type, old, fresh, flow)) return
    const layout = { lineEnd: this.#lineEnd, indent: flow ? '' : this.#column(this.#dashOf(seq, index)) }
    if (isScalar(node) && !isList(fresh)) {
      const text = isRecord(fresh) ? bareText(type, fresh) : fresh
      if (text !== undefined) {
        this.#changeText(node, type, text, flow, { ...layout, indent: `${layout.indent}  ` })
        return
      }
    }
    this.#replace(startOf(node), contentEnd(node), flow ? flowSource(type, fresh) : itemSource(type, fresh, layout))
  }

  #insertItems(seq: YAMLSeq, index: number, type: Type, items: readonly PlainValue[]): void {
    if (items.length === 0) return
    const before = seq.items[index - 1]
    if (seq.flow === true) {
      const source = items.map(item => flowSource(type, item)).join(', ')
      if (before === undefined) this.#insert(startOf(seq.items[0]), `${source}, `)
      else this.#insert(contentEnd(before), `, ${source}`)
      return
    }
    const dash = this.#dashOf(seq, Math.max(0, index - 1))
    const indent = this.#column(dash)
    const lines = items.map(item => `- ${itemSource(type, item, { lineEnd: this.#lineEnd, indent })}`)
    const between = this.#lineEnd + indent
    if (before === undefined) this.#insert(dash, lines.join(between) + between)
    else this.#insertLine(contentEnd(before), indent + lines.join(between))
  }

  #removeItem(seq: YAMLSeq, index: number): void {
    const node = seq.items[index]
    if (seq.flow === true) {
      this.#removeBetween(seq.items.map(startOf), seq.items.map(contentEnd), index)
      return
    }
    const dash = this.#dashOf(seq, index)
    if (!/^ *$/.test(this.text.slice(this.#lineStart(dash), dash))) throw new NotEditable(dash)
    this.#replace(this.#lineStart(dash), this.#nextLine(contentEnd(node)), '')
  }

  /** Takes one of several parts between brackets out, with its comma. */
  #removeBetween(starts: readonly number[], ends: readonly number[], index: number): void {
    const [start, end] = [starts[index] ?? 0, ends[index] ?? 0]
    const next = starts[index + 1]
    const previous = ends[index - 1]
    if (next !== undefined) this.#replace(start, next, '')
    else if (previous !== undefined) this.#replace(previous, end, '')
    else this.#replace(start, end, '')
  }

  #changeText(node: Node, type: Type, text: string, flow: boolean, layout: Layout): void {
    const [start, end] = [startOf(node), contentEnd(node)]
    const written = this.text.slice(start, end)
    const place = flow ? 'flow' : 'block'
    if (start === end) this.#insert(start, ` ${redressed(type, text, written, place, layout)}`)
    else this.#replace(start, end, redressed(type, text, written, place, layout))
  }

  /** Writes the value of a key anew; a comment behind the key or behind a value of one line stays on the key’s line. */
  #replaceValue(pair: Pair, source: string): void {
    const colon = this.#colonOf(pair)
    const end = Math.max(colon, contentEnd(pair.value))
    const lineEnd = this.#endOfLine(colon)
    const lines = source.startsWith(' ') ? '' : source
    if (end <= lineEnd) {
      this.#replace(colon, end, lines === '' ? source : '')
      if (lines !== '') this.#insert(this.#endOfLine(end), lines)
      return
    }
    const onKeyLine = this.text.slice(colon, lineEnd)
    if (/^\s*(?:#.*)?$/.test(onKeyLine)) {
      if (lines === '') this.#insert(colon, source)
      this.#replace(lineEnd, end, lines)
      return
    }
    this.#replace(colon, end, source)
  }

  #colonOf(pair: Pair): number {
    const end = contentEnd(pair.key)
    const colon = this.text.indexOf(':', end)
    if (colon === -1 || /\S/.test(this.text.slice(end, colon))) throw new NotEditable(end)
    return colon + 1
  }

  #dashOf(seq: YAMLSeq, index: number): number {
    const start = startOf(seq.items[index])
    const dash = this.text.lastIndexOf('-', start - 1)
    // An anchor may stand between the dash and its item; anything else means that this was no dash.
    if (dash === -1 || !/^-\s+(?:&\S+\s+)?$/.test(this.text.slice(dash, start))) throw new NotEditable(start)
    return dash
  }

  /** Spaces as wide as what stands before `offset` on its line. */
  #column(offset: number): string {
    const before = this.text.slice(this.#lineStart(offset), offset).replace(/^\uFEFF/, '')
    // Wide enough for `- - key`, and for nothing else than spaces and dashes.
    if (!/^[ -]*$/.test(before)) throw new NotEditable(offset)
    return ' '.repeat(before.length)
  }

  #blankLineBefore(seq: YAMLSeq, index: number): boolean {
    if (index < 1) return false
    const between = this.text.slice(contentEnd(seq.items[index - 1]), this.#dashOf(seq, index))
    return /\n[ \t]*\r?\n/.test(between)
  }

  #lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1
  }

  /** Before the line end. */
  #endOfLine(offset: number): number {
    const at = this.text.indexOf('\n', offset)
    if (at === -1) return this.text.length
    return this.text[at - 1] === '\r' ? at - 1 : at
  }

  #nextLine(offset: number): number {
    const at = this.text.indexOf('\n', offset)
    return at === -1 ? this.text.length : at + 1
  }

  /** Adds a line below the one that `offset` is on. */
  #insertLine(offset: number, line: string): void {
    this.#insert(this.#endOfLine(offset), this.#lineEnd + line)
  }

  #insert(at: number, text: string): void {
    this.#splices.push({ start: at, end: at, text })
  }

  #replace(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text })
  }
}

function bareText(type: Type, record: PlainRecord): string | undefined {
  const bare = recordType(type)?.bare
  const text = bare === undefined || Object.keys(record).length !== 1 ? undefined : record[bare]
  return typeof text === 'string' ? text : undefined
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(pair => keyName(pair) === name)
}

function keyName({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0
}

function pairEnd({ key, value }: Pair): number {
  return Math.max(contentEnd(value), contentEnd(key) + 1)
}

/** The end of what a node says: without the comments and line ends behind it. */
function contentEnd(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1)
    if (last === undefined) return startOf(node)
    return isMap(node) ? pairEnd(last as Pair) : contentEnd(last)
  }
  if (isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)) return scalarEnd(node)
  return 0
}

function scalarEnd(node: Node): number {
  const [start, end] = node.range ?? [0, 0]
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return end
  // The blank lines below a block text belong to the layout.
  return Math.max(start, end)
}
