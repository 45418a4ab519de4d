import { codeKey } from '../catalog/code.js'
import { legalKey } from '../catalog/legal.js'
import { catalogKeys, type Key, type Keys, type Type } from '../catalog/schema.js'
import { type MapNode, type Node, readTree, type TextNode } from '../catalog/tree.js'
import type { Source } from '../source.js'
import { tolerantTree } from './tolerant-tree.js'

/** What has an id that others refer to by. */
export type Thing = 'officer' | 'field' | 'procedure'

export type Role =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'defines'; readonly thing: Thing; readonly record: MapNode }
  | { readonly kind: 'refers'; readonly thing: Thing }
  | { readonly kind: 'legal' }

/** A word of a file that more can be said of. */
export interface Mark {
  readonly source: Source
  readonly start: number
  readonly end: number
  readonly text: string
  readonly role: Role
  /** The keys that lead to it, lists left out: `procedures.field`. */
  readonly path: string
  /** The officer, field or procedure that it stands in. */
  readonly owner?: MapNode
}

export interface FileMarks {
  readonly source: Source
  readonly root: Node | undefined
  readonly marks: readonly Mark[]
}

const defines: Readonly<Record<string, Thing>> = {
  'officers.id': 'officer',
  'fields.id': 'field',
  'procedures.code': 'procedure',
}

const refers: Readonly<Record<string, Thing>> = {
  'officers.absent.deputy': 'officer',
  'fields.officers': 'officer',
  'procedures.field': 'field',
  'procedures.officer': 'officer',
  'procedures.replacedBy': 'procedure',
}

const legal: ReadonlySet<string> = new Set([
  'publication.decision.number',
  'procedures.decision.number',
  'procedures.legalBases.number',
  'procedures.fees.basis',
])

/** The places in a catalog that ids and document numbers stand at. */
export const markedPaths: readonly string[] = [...Object.keys(defines), ...Object.keys(refers), ...legal]

/** The words of a file that more can be said of, also where it does not parse. */
export async function marksOf(source: Source): Promise<FileMarks> {
  const { root } = await readTree(source)
  return root === undefined ? tolerantMarksOf(source) : marksIn(source, root)
}

/** Those of a file in which anything may be broken, such as a key that stands twice. */
export function tolerantMarksOf(source: Source): FileMarks {
  return marksIn(source, tolerantTree(source))
}

function marksIn(source: Source, root: Node | undefined): FileMarks {
  const marker = new Marker(source)
  if (root?.kind === 'map') marker.map(catalogKeys, root, '')
  return { source, root, marks: marker.marks }
}

class Marker {
  readonly marks: Mark[] = []
  /** What aliases repeat is one place in the file. */
  readonly #seen = new Set<Node>()
  #owner: MapNode | undefined

  constructor(readonly source: Source) {}

  map(keys: Keys, { entries }: MapNode, path: string): void {
    for (const { key, value } of entries) {
      const known = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined
      if (known === undefined) continue
      const below = path === '' ? key.text : `${path}.${key.text}`
      this.#mark(key, below, { kind: 'key', key: known })
      this.#value(known.type, value, below)
    }
  }

  #value(type: Type, node: Node, path: string): void {
    if (this.#seen.has(node)) return
    this.#seen.add(node)
    switch (type.kind) {
      case 'list':
        if (node.kind === 'list') for (const item of node.items) this.#value(type.items, item, path)
        return
      case 'record':
        if (node.kind === 'map') this.#record(type.keys, node, path)
        else if (node.kind === 'text' && type.bare !== undefined) this.#text(node, `${path}.${type.bare}`)
        return
      case 'either': {
        const form = { list: 'list', map: 'record', text: undefined, refused: undefined }[node.kind]
        const option = type.options.find(({ kind }) => (form === undefined ? kind !== 'list' : kind === form))
        if (option !== undefined) {
          this.#seen.delete(node)
          this.#value(option, node, path)
        }
        return
      }
      default:
        if (node.kind === 'text') this.#text(node, path)
    }
  }

  #record(keys: Keys, node: MapNode, path: string): void {
    const outer = this.#owner
    if (path in owners) this.#owner = node
    this.map(keys, node, path)
    this.#owner = outer
  }

  #text(node: TextNode, path: string): void {
    const owner = this.#owner
    const defined = defines[path]
    const referred = refers[path]
    if (defined !== undefined && owner !== undefined) {
      this.#mark(node, path, { kind: 'defines', thing: defined, record: owner })
    } else if (referred !== undefined) this.#mark(node, path, { kind: 'refers', thing: referred })
    else if (legal.has(path)) this.#mark(node, path, { kind: 'legal' })
  }

  #mark({ start, end, text }: TextNode, path: string, role: Role): void {
    const { source } = this
    const owner = this.#owner
    this.marks.push({ source, start, end, text, role, path, ...(owner !== undefined && { owner }) })
  }
}

const owners: Readonly<Record<string, Thing>> = { officers: 'officer', fields: 'field', procedures: 'procedure' }

/** The text that a record has under a key. */
export function textOf({ entries }: MapNode, key: string): string | undefined {
  const value = entries.find(entry => entry.key.text === key)?.value
  return value?.kind === 'text' && value.text !== '' ? value.text : undefined
}

/** The marks of a whole catalog. */
export class CatalogMarks {
  constructor(readonly files: readonly FileMarks[]) {}

  /** The word at an offset of a file; the end of a word belongs to it, as the cursor stands there when it was typed. */
  at(path: string, offset: number): Mark | undefined {
    const file = this.files.find(({ source }) => source.path === path)
    return file?.marks.find(({ start, end }) => start <= offset && offset <= end)
  }

  all(): readonly Mark[] {
    return this.files.flatMap(({ marks }) => marks)
  }

  definitions(thing: Thing, id: string): readonly Mark[] {
    const wanted = idKey(thing, id)
    return this.all().filter(
      ({ role, text }) => role.kind === 'defines' && role.thing === thing && idKey(thing, text) === wanted,
    )
  }

  references(thing: Thing, id: string): readonly Mark[] {
    const wanted = idKey(thing, id)
    return this.all().filter(
      ({ role, text }) => role.kind === 'refers' && role.thing === thing && idKey(thing, text) === wanted,
    )
  }

  /** Every place that names the same document, however it is spelt. */
  sameDocument(number: string): readonly Mark[] {
    const wanted = legalKey(number)
    return this.all().filter(({ role, text }) => role.kind === 'legal' && legalKey(text) === wanted)
  }
}

function idKey(thing: Thing, id: string): string {
  return thing === 'procedure' ? codeKey(id) : id
}
