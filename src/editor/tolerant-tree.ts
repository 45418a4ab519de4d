import { isAlias, isMap, isScalar, isSeq, type Node as ParsedNode, parseAllDocuments } from 'yaml'
import type { Entry, Node, TextNode } from '../catalog/tree.js'
import type { Source } from '../source.js'

/** A list or a map of a catalog has no more levels than this; text that is nothing but brackets has thousands. */
const deepest = 40

/**
 * What can be made of a file that does not parse, as while somebody is typing in it. For looking things up alone: nothing in
 * it may be checked or published.
 */
export function tolerantTree({ text }: Source): Node | undefined {
  try {
    const documents = parseAllDocuments(text, {
      prettyErrors: false,
      uniqueKeys: false,
      schema: 'failsafe',
      logLevel: 'silent',
    })
    const contents = 'empty' in documents ? null : documents[0]?.contents
    return contents == null ? undefined : toNode(contents, 0)
  } catch {
    // The parser recurses, and gives up on some texts. Those have been reported by the reading.
    return undefined
  }
}

function toNode(node: ParsedNode, depth: number): Node {
  const [start, end] = node.range ?? [0, 0]
  if (isAlias(node) || depth > deepest) return { kind: 'refused', start, end }
  const whole = { start, end, weight: 1, refused: false }
  if (isSeq(node)) return { kind: 'list', ...whole, items: node.items.flatMap(item => child(item, depth)) }
  if (!isMap(node)) return textNode(node, start, end)
  const entries = node.items.flatMap(({ key, value }): Entry[] => {
    if (!isScalar(key)) return []
    const [from, to] = key.range ?? [start, start]
    const [found] = child(value, depth)
    return [{ key: textNode(key, from, to), value: found ?? textNode(undefined, to, to) }]
  })
  return { kind: 'map', ...whole, entries }
}

function child(node: unknown, depth: number): Node[] {
  return node == null ? [] : [toNode(node as ParsedNode, depth + 1)]
}

function textNode(node: ParsedNode | undefined, start: number, end: number): TextNode {
  const value = isScalar(node) ? node.value : undefined
  const text = typeof value === 'string' ? value : ''
  return { kind: 'text', text, start, end, empty: start === end }
}
