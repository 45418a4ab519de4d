import fc from 'fast-check'
import {
  isList,
  isRecord,
  listType,
  type PlainRecord,
  type PlainValue,
  recordType,
} from '../src/catalog/plain-value.js'
import { catalogKeys, type Keys, type Type } from '../src/catalog/schema.js'
import type { Node } from '../src/catalog/tree.js'

/** What a file says, a bare text as the record that it stands for. */
export function plainTree(root: Node | undefined, _: Keys): PlainValue {
  if (root === undefined) return {}
  return plain(root, { kind: 'record', keys: catalogKeys })
}

function plain(node: Node, type: Type): PlainValue {
  const record = recordType(type)
  switch (node.kind) {
    case 'text':
      return record?.bare !== undefined && !('options' in type) ? { [record.bare]: node.text } : node.text
    case 'list':
      return node.items.map(item => plain(item, listType(type)?.items ?? { kind: 'text' }))
    case 'map': {
      const entries = node.entries.map(
        ({ key, value }) => [key.text, plain(value, record?.keys[key.text]?.type ?? { kind: 'text' })] as const,
      )
      const order = Object.keys(record?.keys ?? {})
      entries.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]))
      return Object.fromEntries(entries)
    }
    case 'refused':
      throw new Error('refused')
  }
}

export type YamlWriter = (list: string, keys: Keys, records: readonly PlainRecord[]) => string

/** Writes records as YAML in some layout: brackets or lines, quotes, comments, order of keys, line ends. */
export const yamlOf: fc.Arbitrary<YamlWriter> = fc
  .record({ seed: fc.array(fc.nat(99), { minLength: 8, maxLength: 30 }), lineEnd: fc.constantFrom('\n', '\r\n') })
  .map(
    ({ seed, lineEnd }) =>
      (list, keys, records) =>
        new Writer(seed, lineEnd).file(list, keys, records),
  )

class Writer {
  #at = 0

  constructor(
    readonly seed: readonly number[],
    readonly lineEnd: string,
  ) {}

  file(list: string, keys: Keys, records: readonly PlainRecord[]): string {
    const type: Type = { kind: 'list', items: { kind: 'record', keys } }
    const lines = [...this.#comment(''), ...this.#entry(list, type, records, ''), '# cuối, giữ nguyên']
    return lines.join(this.lineEnd) + (this.#chance(50) ? this.lineEnd : '')
  }

  #chance(percent: number): boolean {
    this.#at += 1
    return ((this.seed[this.#at % this.seed.length] ?? 0) * 7919) % 100 < percent
  }

  #comment(indent: string): string[] {
    if (this.#chance(80)) return []
    this.#at += 3
    return [`${indent}# ghi chú ${this.#at}`]
  }

  #trailing(): string {
    return this.#chance(15) ? ' # bên phải' : ''
  }

  #entry(key: string, type: Type, value: PlainValue, indent: string): string[] {
    if (isList(value) && value.length > 0 && this.#chance(60)) {
      const inner = indent + (this.#chance(30) ? '' : '  ')
      return [
        `${indent}${key}:${this.#trailing()}`,
        ...value.flatMap(item => this.#item(listType(type)?.items, item, inner)),
      ]
    }
    if (isRecord(value) && Object.keys(value).length > 0 && this.#chance(50)) {
      return [`${indent}${key}:${this.#trailing()}`, ...this.#map(type, value, `${indent}  `)]
    }
    if (typeof value === 'string') return this.#text(`${indent}${key}:`, value, indent)
    return [`${indent}${key}: ${this.#flow(value)}${this.#trailing()}`]
  }

  #text(head: string, value: string, indent: string): string[] {
    const lines = value.split('\n')
    if (lines.length > 1 && lines.every(line => /^\p{L}[\p{L}\p{M} ]*$/u.test(line)) && this.#chance(60)) {
      return [`${head} |-`, ...lines.map(line => `${indent}  ${line}`)]
    }
    return [`${head} ${this.#flow(value)}${this.#trailing()}`]
  }

  #item(type: Type | undefined, value: PlainValue, indent: string): string[] {
    if (isRecord(value) && Object.keys(value).length > 0 && this.#chance(70)) {
      const lines = this.#map(type ?? { kind: 'text' }, value, `${indent}  `)
      const first = lines.findIndex(line => !line.trimStart().startsWith('#'))
      const [head = '', ...rest] = lines.slice(first)
      return [...this.#comment(indent), `${indent}- ${head.trimStart()}`, ...rest]
    }
    return [...this.#comment(indent), `${indent}- ${this.#flow(value)}${this.#trailing()}`]
  }

  #map(type: Type, record: PlainRecord, indent: string): string[] {
    const keys = recordType(type)?.keys ?? {}
    const entries = Object.entries(record)
    if (this.#chance(20)) entries.reverse()
    return entries.flatMap(([key, value]) => [
      ...this.#comment(indent),
      ...this.#entry(key, keys[key]?.type ?? { kind: 'text' }, value, indent),
    ])
  }

  #flow(value: PlainValue): string {
    if (isList(value)) return `[${value.map(item => this.#flow(item)).join(', ')}]`
    if (isRecord(value))
      return `{${Object.entries(value)
        .map(([key, item]) => `${key}: ${this.#flow(item)}`)
        .join(', ')}}`
    if (/^[\p{L}\d][\p{L}\d./-]*$/u.test(value) && this.#chance(60)) return value
    if (/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(value) && this.#chance(40)) return `'${value.replaceAll("'", "''")}'`
    return JSON.stringify(value).replace(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  }
}
