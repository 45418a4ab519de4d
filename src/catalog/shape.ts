import { closest, distance } from 'fastest-levenshtein'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import type { KeyPlace, Places, Source, SourceMap } from '../source.js'
import { expected } from './expected.js'
import { privateKey } from './internal.js'
import { finding, type ReadingRule } from './reading.js'
import { type Key, type Keys, type Type, wholeNumber } from './schema.js'
import type { Entry, ListNode, MapNode, Node, TextNode } from './tree.js'

/** Says that a value was of the wrong shape; the reason has been reported. */
const failed = Symbol('failed')
type Shaped = unknown | typeof failed

/** What a record is called in messages. */
interface Owner {
  readonly title: Text
}

/**
 * Reads nodes as what the schema says they are: texts become numbers, dates are proved, records remember where they were
 * written. What does not fit becomes findings, and the record it stands in is left out.
 *
 * Ajv could judge the shape, but says what is wrong in terms of the schema ("must match anyOf"), and a second walk would
 * still be needed to type the values and to keep their places. That both agree is tested against Ajv.
 */
export class ShapeReader {
  readonly findings: Finding[] = []
  /** Within what is internal: a message must not quote it, for reports leave the office. */
  #isPrivate = false

  constructor(
    readonly source: Source,
    readonly sources: SourceMap,
  ) {}

  /** The record at `node`, or undefined where it has the wrong shape. */
  record<R extends object>(type: Type, node: Node, title: Text): R | undefined {
    const shaped = this.#value(type, node, { title })
    return shaped === failed ? undefined : (shaped as R)
  }

  say(rule: ReadingRule, start: number, end: number, message: Text): void {
    this.findings.push(finding(rule, { source: this.source, start, end }, message))
  }

  /** Reports a key that the format does not have; gives the one that was probably meant. */
  unknownKey({ key }: Entry, keys: Keys, owner: Owner): string | undefined {
    const known = Object.keys(keys)
    const near = suggestion(key.text, known)
    const hint =
      near === undefined
        ? { vi: `các khóa dùng được: ${known.join(', ')}`, en: `the keys are: ${known.join(', ')}` }
        : { vi: `có phải “${near}” không?`, en: `did you mean “${near}”?` }
    this.say('unknown-key', key.start, key.end, {
      vi: `${owner.title.vi}: không có khóa “${this.#quoted(key.text)}”; ${hint.vi}`,
      en: `${owner.title.en}: there is no key “${this.#quoted(key.text)}”; ${hint.en}`,
    })
    return near
  }

  #value(type: Type, node: Node, owner: Owner): Shaped {
    // Whatever was refused has been reported where it stands.
    if (node.kind === 'refused') return failed
    switch (type.kind) {
      case 'list':
        return node.kind === 'list' ? this.#list(type.items, node, owner) : this.#wrong(type, node, owner)
      case 'record':
        if (node.kind === 'map') return this.#record(type.keys, node, owner)
        return node.kind === 'text' && type.bare !== undefined && !node.empty
          ? this.#bare(type.bare, node)
          : this.#wrong(type, node, owner)
      case 'either':
        return this.#either(type.options, node, owner)
      default:
        return node.kind === 'text' ? this.#scalar(type, node, owner) : this.#wrong(type, node, owner)
    }
  }

  #either(options: readonly Type[], node: Node, owner: Owner): Shaped {
    const option = options.find(({ kind }) => formOf(kind) === node.kind)
    if (option === undefined) return this.#wrong({ kind: 'either', options }, node, owner)
    // A lone text may be meant as the list: the message must offer both.
    if (node.kind === 'text' && 'values' in option && option.values?.includes(node.text) === false) {
      return this.#wrong({ kind: 'either', options }, node, owner)
    }
    return this.#value(option, node, owner)
  }

  #list(type: Type, { items, refused }: ListNode, owner: Owner): Shaped {
    const values = items.map(item => this.#value(type, item, owner))
    return refused || values.includes(failed) ? failed : values
  }

  #record(keys: Keys, node: MapNode, owner: Owner): Shaped {
    const record: Record<string, unknown> = {}
    const places = new Map<string, KeyPlace>()
    const meant = new Set<string>()
    let sound = !node.refused
    for (const entry of node.entries) {
      const { key, value } = entry
      const known = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined
      if (known === undefined) {
        meant.add(this.unknownKey(entry, keys, owner) ?? '')
        sound = false
        continue
      }
      const shaped = this.#keyValue(known, entry)
      if (shaped === failed) sound = false
      else record[key.text] = shaped
      places.set(key.text, placeOf(this.source, key, value))
    }
    sound = this.#requireAll(keys, node, meant, owner) && sound
    if (!sound) return failed
    return this.sources.remember(record, this.#places(node, places))
  }

  #keyValue(known: Key, { key, value }: Entry): Shaped {
    if (value.kind === 'text' && value.empty) {
      this.say('catalog-shape', key.start, key.end, {
        vi: `Khóa “${key.text}” (${known.title.vi}) chưa có giá trị; ghi giá trị hoặc xóa dòng này`,
        en: `The key “${key.text}” (${known.title.en}) has no value; write one, or delete the line`,
      })
      return failed
    }
    const wasPrivate = this.#isPrivate
    this.#isPrivate ||= key.text === privateKey
    const shaped = this.#value(known.type, value, {
      title: { vi: `${known.title.vi} (${key.text})`, en: `${known.title.en} (${key.text})` },
    })
    this.#isPrivate = wasPrivate
    return shaped
  }

  #requireAll(keys: Keys, node: MapNode, meant: ReadonlySet<string>, owner: Owner): boolean {
    const missing = Object.keys(keys).filter(
      // A mistyped key was reported with the name that was meant: that this one is missing would be the same fault again.
      name => keys[name]?.required && !meant.has(name) && !node.entries.some(({ key }) => key.text === name),
    )
    for (const name of missing) {
      const { start, end } = headOf(node)
      this.say('catalog-shape', start, end, {
        vi: `${owner.title.vi}: thiếu khóa “${name}” (${keys[name]?.title.vi})`,
        en: `${owner.title.en}: the key “${name}” (${keys[name]?.title.en}) is missing`,
      })
    }
    return missing.length === 0
  }

  #quoted(text: string): string {
    return this.#isPrivate ? '•••' : text
  }

  #bare(key: string, { text, start, end }: TextNode): Shaped {
    const { source } = this
    const place: KeyPlace = { source, keyStart: start, keyEnd: start, valueStart: start, valueEnd: end }
    return this.sources.remember({ [key]: text }, { source, start, end, keys: new Map([[key, place]]) })
  }

  #scalar(type: Type, node: TextNode, owner: Owner): Shaped {
    const { text } = node
    switch (type.kind) {
      case 'text':
      case 'ruled':
        if (text === '') return this.#wrong(type, node, owner)
        if (type.kind === 'ruled') return text
        if (type.values !== undefined && !type.values.includes(text)) return this.#wrong(type, node, owner)
        if (type.pattern !== undefined && !new RegExp(type.pattern).test(text)) return this.#wrong(type, node, owner)
        return text
      case 'number':
        return wholeNumber.test(text) ? Number(text) : this.#wrong(type, node, owner)
      case 'boolean':
        return text === 'true' || text === 'false' ? text === 'true' : this.#wrong(type, node, owner)
      case 'date':
        return isIsoDate(text) ? text : this.#wrong(type, node, owner)
      default:
        return this.#wrong(type, node, owner)
    }
  }

  #wrong(type: Type, node: Node, owner: Owner): typeof failed {
    const { start, end } = node.kind === 'map' ? headOf(node) : node
    const found = foundText(node, text => this.#quoted(text))
    const wanted = expected(type)
    const near = node.kind === 'text' ? correction(type, node.text) : undefined
    const hint = {
      vi: near === undefined ? '' : `; có phải “${near}” không?`,
      en: near === undefined ? '' : `; did you mean “${near}”?`,
    }
    this.say('catalog-shape', start, end, {
      vi: `${owner.title.vi} là ${found.vi}, cần ${wanted.vi}${hint.vi}`,
      en: `${owner.title.en} is ${found.en}, expected ${wanted.en}${hint.en}`,
    })
    return failed
  }

  #places(node: MapNode, keys: Places['keys']): Places {
    return { source: this.source, ...headOf(node), keys }
  }
}

/** The first key and its value, as far as its first line: enough to know a record by. */
function headOf({ entries, start, end }: MapNode): { readonly start: number; readonly end: number } {
  const first = entries[0]
  if (first === undefined) return { start, end }
  return { start, end: first.value.kind === 'text' ? first.value.end : first.key.end }
}

function placeOf(source: Source, key: TextNode, value: Node): KeyPlace {
  const { start: valueStart, end: valueEnd } = value.kind === 'map' ? headOf(value) : value
  const place: KeyPlace = { source, keyStart: key.start, keyEnd: key.end, valueStart, valueEnd }
  if (value.kind !== 'list') return place
  const items = value.items.flatMap(item => {
    const { start, end } = item.kind === 'map' ? headOf(item) : item
    return [start, end]
  })
  // A whole list is shown by its first item: an underline over forty lines helps nobody.
  return { ...place, valueStart: items[0] ?? valueStart, valueEnd: items[1] ?? valueEnd, items }
}

function formOf(kind: Type['kind']): Node['kind'] {
  if (kind === 'list') return 'list'
  return kind === 'record' ? 'map' : 'text'
}

/** A day that the calendar has, as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function foundText(node: Node, quoted: (text: string) => string): Text {
  switch (node.kind) {
    case 'list':
      return { vi: 'một danh sách', en: 'a list' }
    case 'map':
      return { vi: 'một nhóm khóa', en: 'a map of keys' }
    default: {
      const text = node.kind === 'text' ? node.text : ''
      if (text === '') return { vi: 'chỗ trống', en: 'empty' }
      const short = text.length > 60 ? `${text.slice(0, 59)}…` : text
      return { vi: `“${quoted(short)}”`, en: `“${quoted(short)}”` }
    }
  }
}

/** The word that was probably meant; undefined where none is near. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word === '' || word.length > 100) return undefined
  const sameButCase = known.find(name => name.toLowerCase() === word.toLowerCase())
  if (sameButCase !== undefined) return sameButCase
  // The commonest slip of all, and too far for the distance below in a short word.
  const turned = known.find(name => isSwapped(word, name))
  if (turned !== undefined) return turned
  const near = closest(word, known as string[])
  return distance(word, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : undefined
}

/** Two letters beside each other in the wrong order: “dasy” for “days”. */
function isSwapped(word: string, name: string): boolean {
  const at = [...name].findIndex((letter, index) => word[index] !== letter)
  if (at === -1 || word.length !== name.length) return false
  const [first = '', second = ''] = name.slice(at, at + 2)
  return word === name.slice(0, at) + second + first + name.slice(at + 2)
}

function correction(type: Type, text: string): string | undefined {
  switch (type.kind) {
    case 'text':
    case 'ruled':
      return type.values === undefined ? undefined : suggestion(text, type.values)
    case 'date':
      return isoFromVietnamese(text)
    case 'boolean':
      return /^(yes|on|có|true)$/i.test(text) ? 'true' : /^(no|off|không|false)$/i.test(text) ? 'false' : undefined
    case 'either':
      return type.options.map(option => correction(option, text)).find(near => near !== undefined)
    default:
      return undefined
  }
}

/** 01/07/2022 or 1-7-2022 → 2022-07-01: the day stands first in Vietnam. */
export function isoFromVietnamese(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (day === undefined || month === undefined) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : undefined
}
