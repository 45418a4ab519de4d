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
function applySplices(text: string, splices: readonly Splice[]): string {
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
  /** Lists that had no record before: where the next one goes. */
  readonly #begun = new Map<string, (item: string) => void>()
  readonly #lineEnd: string

  constructor(readonly text: string) {
    this.#root = parseDocument(text, { schema: 'failsafe', uniqueKeys: false }).contents
    this.#lineEnd = /\r\n/.test(text) ? '\r\n' : '\n'
  }

  get edited(): string {
    return applySplices(
      this.text,
      this.#splices.map(splice => (splice.start === splice.end ? this.#outOfRemovedLines(splice) : splice)),
    )
  }

  /** What was to stand below a line that is removed stands below the last line above it that stays. */
  #outOfRemovedLines(insertion: Splice): Splice {
    let at = insertion.start
    const around = () => this.#splices.find(({ start, end, text }) => start < at && at < end && text === '')
    for (let lines = around(); lines !== undefined; lines = around()) at = lines.start - this.#lineEnd.length
    return { start: at, end: at, text: insertion.text }
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
    const staying = map.items.filter(pair => after[keyName(pair)] !== undefined)
    if (staying.length === 0) throw new NotEditable(startOf(map))
    for (const name of order) {
      const [old, fresh] = [before[name], after[name]]
      if (fresh === undefined || sameValue(old, fresh)) continue
      const type = keys[name]?.type ?? { kind: 'text' }
      if (old === undefined) this.#addKey(map, staying, order, name, type, fresh)
      else this.#changeValue(map, name, type, old, fresh)
    }
    if (staying.length < map.items.length) this.#removeKeys(map, staying)
  }

  /** Adds a record to a list of this file, after the record `after`, else at the end. */
  appendRecord(list: string, keys: Keys, record: PlainRecord, after?: YAMLMap): void {
    const seq = this.#list(list)
    if (seq === undefined || seq.items.length === 0) this.#startList(list, keys, record)
    else this.#appendItem(seq, after === undefined ? seq.items.length - 1 : seq.items.indexOf(after), keys, record)
  }

  #appendItem(seq: YAMLSeq, place: number, keys: Keys, record: PlainRecord): void {
    const type: Type = { kind: 'record', keys }
    if (seq.flow === true) {
      this.#insert(this.#end(seq.items[place]), `, ${flowSource(type, record)}`)
      return
    }
    const neighbour = seq.items[place]
    const dash = this.#dashOf(seq, place)
    const indent = this.#column(dash)
    const source =
      isMap(neighbour) && neighbour.flow === true
        ? flowSource(type, record)
        : recordSource(keys, record, { lineEnd: this.#lineEnd, indent: `${indent}  ` })
    const gap = this.#blankLineBefore(seq, place) ? this.#lineEnd : ''
    this.#insertLine(this.#end(neighbour), `${gap}${indent}- ${source}`)
  }

  removeRecord(list: string, map: YAMLMap): void {
    const seq = this.#list(list)
    const index = seq?.items.indexOf(map) ?? -1
    if (seq === undefined || index === -1) throw new NotEditable(startOf(map))
    this.#removeItems(seq, index, index + 1)
  }

  #list(name: string): YAMLSeq | undefined {
    const value = isMap(this.#root) ? pairOf(this.#root, name)?.value : undefined
    return isSeq(value) ? value : undefined
  }

  #items(list: string): readonly unknown[] {
    return this.#list(list)?.items ?? []
  }

  #startList(list: string, keys: Keys, record: PlainRecord): void {
    const item = `  - ${recordSource(keys, record, { lineEnd: this.#lineEnd, indent: '    ' })}`
    const begun = this.#begun.get(list)
    if (begun !== undefined) begun(item)
    else if (isMap(this.#root) && pairOf(this.#root, list) !== undefined) this.#fillList(list, item)
    else this.#appendList(list, item)
  }

  #appendList(list: string, item: string): void {
    if (this.#root !== null && !(isMap(this.#root) && this.#root.flow !== true)) throw new NotEditable(0)
    const { length } = this.text
    const gap = length > 0 && !this.text.endsWith('\n') ? this.#lineEnd : ''
    this.#insert(length, `${gap}${list}:${this.#lineEnd}${item}${this.#lineEnd}`)
    this.#begun.set(list, next => this.#insert(length, next + this.#lineEnd))
  }

  /** `procedures:` or `procedures: []` becomes a list of one. */
  #fillList(list: string, item: string): void {
    const pair = isMap(this.#root) && this.#root.flow !== true ? pairOf(this.#root, list) : undefined
    if (pair === undefined) throw new NotEditable(0)
    const colon = this.#colonOf(pair)
    const end = Math.max(colon, this.#end(pair.value))
    if (this.text.slice(colon, end).includes('\n')) throw new NotEditable(colon)
    this.#replace(colon, end, '')
    this.#insertLine(end, item)
    this.#begun.set(list, next => this.#insertLine(end, next))
  }

  #addKey(
    map: YAMLMap,
    staying: readonly Pair[],
    order: readonly string[],
    name: string,
    type: Type,
    value: PlainValue,
  ): void {
    const before = order.slice(0, order.indexOf(name))
    const written = staying.filter(pair => before.includes(keyName(pair))).at(-1)
    const first = startOf(staying[0]?.key)
    if (map.flow === true) {
      const source = `${name}: ${flowSource(type, value)}`
      if (written === undefined) this.#insert(first, `${source}, `)
      else this.#insert(this.#pairEnd(written), `, ${source}`)
      return
    }
    const indent = this.#column(startOf(map.items[0]?.key))
    const source = `${name}:${valueSource(type, value, { lineEnd: this.#lineEnd, indent }, name)}`
    if (written !== undefined) this.#insertLine(this.#pairEnd(written), indent + source)
    else this.#insert(first, source + this.#lineEnd + indent)
  }

  #removeKeys(map: YAMLMap, staying: readonly Pair[]): void {
    const gone = map.items.map(pair => !staying.includes(pair))
    if (map.flow === true) {
      const starts = map.items.map(({ key }) => startOf(key))
      this.#removeBetween(
        starts,
        map.items.map(pair => this.#pairEnd(pair)),
        gone,
      )
      return
    }
    let next = 0
    const start = startOf(map.items[0]?.key)
    const head = this.text.slice(this.#lineStart(start), start)
    if (gone[0] === true && !/^ *$/.test(head)) {
      // The first key that stays moves up behind the dash, and the comments between them above it.
      next = gone.indexOf(false)
      const end = startOf(map.items[next]?.key)
      const lines = this.text.slice(start, end).split('\n').slice(1, -1)
      const comments = lines.filter(line => /^\s*#/.test(line)).map(line => `${line}\n`)
      this.#replace(this.#lineStart(start), end, comments.join('') + head)
    }
    for (const [index, pair] of map.items.entries()) {
      if (index < next || gone[index] !== true) continue
      this.#replace(this.#lineStart(startOf(pair.key)), this.#nextLine(this.#pairEnd(pair)), '')
    }
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
    if (map.flow === true) this.#replace(startOf(node), this.#end(node), flowSource(type, fresh))
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
    while (tail < old.length - head && tail < fresh.length - head && sameValue(old.at(-1 - tail), fresh.at(-1 - tail)))
      tail += 1
    const [oldEnd, freshEnd] = [old.length - tail, fresh.length - tail]
    const paired = Math.min(oldEnd, freshEnd)
    for (let index = head; index < paired; index += 1) {
      this.#changeItem(seq, index, type, old[index] ?? '', fresh[index] ?? '')
    }
    this.#removeItems(seq, paired, oldEnd)
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
    this.#replace(startOf(node), this.#end(node), flow ? flowSource(type, fresh) : itemSource(type, fresh, layout))
  }

  #insertItems(seq: YAMLSeq, index: number, type: Type, items: readonly PlainValue[]): void {
    if (items.length === 0) return
    const before = seq.items[index - 1]
    if (seq.flow === true) {
      const source = items.map(item => flowSource(type, item)).join(', ')
      if (before === undefined) this.#insert(startOf(seq.items[0]), `${source}, `)
      else this.#insert(this.#end(before), `, ${source}`)
      return
    }
    const dash = this.#dashOf(seq, Math.max(0, index - 1))
    const indent = this.#column(dash)
    const lines = items.map(item => `- ${itemSource(type, item, { lineEnd: this.#lineEnd, indent })}`)
    const between = this.#lineEnd + indent
    if (before === undefined) this.#insert(dash, lines.join(between) + between)
    else this.#insertLine(this.#end(before), indent + lines.join(between))
  }

  #removeItems(seq: YAMLSeq, from: number, to: number): void {
    if (seq.flow === true) {
      const gone = seq.items.map((_, index) => from <= index && index < to)
      this.#removeBetween(
        seq.items.map(startOf),
        seq.items.map(item => this.#end(item)),
        gone,
      )
      return
    }
    for (let index = from; index < to; index += 1) {
      const dash = this.#dashOf(seq, index)
      if (!/^ *$/.test(this.text.slice(this.#lineStart(dash), dash))) throw new NotEditable(dash)
      this.#replace(this.#lineStart(dash), this.#nextLine(this.#end(seq.items[index])), '')
    }
  }

  /** Takes parts between brackets out, with their commas. */
  #removeBetween(starts: readonly number[], ends: readonly number[], gone: readonly boolean[]): void {
    for (let first = gone.indexOf(true); first !== -1; ) {
      const stays = gone.indexOf(false, first)
      const last = (stays === -1 ? gone.length : stays) - 1
      if (stays !== -1) this.#replace(starts[first] ?? 0, starts[stays] ?? 0, '')
      else this.#replace(ends[first - 1] ?? starts[first] ?? 0, ends[last] ?? 0, '')
      first = stays === -1 ? -1 : gone.indexOf(true, stays)
    }
  }

  #changeText(node: Node, type: Type, text: string, flow: boolean, layout: Layout): void {
    const [start, end] = [startOf(node), this.#end(node)]
    const written = this.text.slice(start, end)
    const place = flow ? 'flow' : 'block'
    if (start === end) this.#insert(start, ` ${redressed(type, text, written, place, layout)}`)
    else this.#replace(start, end, redressed(type, text, written, place, layout))
  }

  /** Writes the value of a key anew; a comment behind the key or behind a value of one line stays on the key’s line. */
  #replaceValue(pair: Pair, source: string): void {
    const colon = this.#colonOf(pair)
    const end = Math.max(colon, this.#end(pair.value))
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
    const end = this.#end(pair.key)
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
    const between = this.text.slice(this.#end(seq.items[index - 1]), this.#dashOf(seq, index))
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

  #pairEnd({ key, value }: Pair): number {
    return Math.max(this.#end(value), this.#end(key) + 1)
  }

  /** The end of what a node says: without the comments and line ends behind it. */
  #end(node: unknown): number {
    if ((isMap(node) || isSeq(node)) && node.flow !== true) {
      const last: unknown = node.items.at(-1)
      if (last === undefined) return startOf(node)
      return isMap(node) ? this.#pairEnd(last as Pair) : this.#end(last)
    }
    if (!isScalar(node) && !isAlias(node) && !isMap(node) && !isSeq(node)) return 0
    const [start, end] = node.range ?? [0, 0]
    if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return end
    // The line ends below a block text belong to the layout.
    return start + this.text.slice(start, end).trimEnd().length
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
