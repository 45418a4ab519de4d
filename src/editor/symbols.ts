import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver'
import { catalogKeys } from '../catalog/schema.js'
import type { Entry, MapNode, Node } from '../catalog/tree.js'
import type { Locale } from '../locale.js'
import type { Source } from '../source.js'
import { rangeOf } from './client.js'
import { type FileMarks, textOf } from './marks.js'

/** How an outline draws what the protocol has no kind for. */
const kinds = { group: 3, field: 4, procedure: 12, officer: 5 } as const satisfies Record<string, SymbolKind>

interface Listed {
  readonly id: string
  readonly name: string
  readonly kind: SymbolKind
}

const listed: Readonly<Record<string, Listed>> = {
  officers: { id: 'id', name: 'name', kind: kinds.officer },
  fields: { id: 'id', name: 'name', kind: kinds.field },
  procedures: { id: 'code', name: 'title', kind: kinds.procedure },
}

/** The outline of a file: its officers, fields and procedures by name, and whatever else stands at its top. */
export function symbolsOf({ source, root }: FileMarks, locale: Locale): DocumentSymbol[] {
  return root?.kind === 'map' ? root.entries.flatMap(entry => groupOf(source, entry, locale)) : []
}

function groupOf(source: Source, { key, value }: Entry, locale: Locale): DocumentSymbol[] {
  const known = Object.hasOwn(catalogKeys, key.text) ? catalogKeys[key.text as keyof typeof catalogKeys] : undefined
  if (known === undefined) return []
  const of = listed[key.text]
  const children =
    of === undefined || value.kind !== 'list' ? [] : value.items.flatMap(item => itemOf(source, item, of))
  const name = known.title[locale]
  return [
    {
      name: of === undefined ? name : `${name} (${children.length})`,
      kind: kinds.group,
      range: rangeOf({ source, start: key.start, end: Math.max(key.end, value.end) }),
      selectionRange: rangeOf({ source, start: key.start, end: key.end }),
      children,
    },
  ]
}

function itemOf(source: Source, item: Node, { id, name, kind }: Listed): DocumentSymbol[] {
  if (item.kind !== 'map') return []
  const detail = textOf(item, id)
  // The protocol wants a name that is not empty.
  const shown = (textOf(item, name) ?? detail ?? '').replace(/\s+/g, ' ').trim() || '?'
  const [start, end] = headOf(item)
  return [
    {
      name: shown,
      ...(detail !== undefined && { detail }),
      kind,
      range: rangeOf({ source, start: item.start, end: Math.max(item.end, end) }),
      selectionRange: rangeOf({ source, start, end }),
    },
  ]
}

function headOf({ entries, start }: MapNode): readonly [number, number] {
  const [first] = entries
  if (first === undefined) return [start, start]
  return [first.key.start, first.value.kind === 'text' ? Math.max(first.key.end, first.value.end) : first.key.end]
}
