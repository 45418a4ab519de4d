import type { Source } from '../source.js'
import { type Node, soundTree } from './tree.js'

/** The key whose values never leave the catalog. */
export const privateKey = 'internal'

const masked = new WeakMap<Source, Source>()

/** The file with a dot in place of each letter that stands under `internal`: what leaves the office may quote any other line. */
export function withoutInternal(source: Source): Source {
  const known = masked.get(source) ?? mask(source)
  masked.set(source, known)
  return known
}

function mask(source: Source): Source {
  if (!source.text.includes(privateKey)) return source
  const root = soundTree(source)
  const spans = root === undefined ? guessedSpans(source.text) : spansIn(root)
  let text = source.text
  for (const { start, end } of spans) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\s]/g, '•') + text.slice(end)
  }
  return { ...source, text }
}

interface Span {
  readonly start: number
  readonly end: number
}

function spansIn(node: Node): Span[] {
  if (node.kind === 'list') return node.items.flatMap(spansIn)
  if (node.kind !== 'map') return []
  return node.entries.flatMap(({ key, value }) => {
    if (key.text !== privateKey) return spansIn(value)
    return [{ start: value.start, end: value.end }]
  })
}

/** Of a file that does not parse only the layout is known: what stands behind the key and what is indented below it. */
function guessedSpans(text: string): Span[] {
  return [
    ...text.matchAll(/^([ \t-]*)(.*?["']?internal["']?[ \t]*:)(.*(?:\r?\n(?:\1[ \t]+.*|[ \t]*(?=\r?\n)))*)/gm),
  ].map(({ index, 1: indent = '', 2: head = '', 3: rest = '' }) => {
    const start = index + indent.length + head.length
    return { start, end: start + rest.length }
  })
}
