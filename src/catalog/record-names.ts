import type { Source } from '../source.js'
import { type MapNode, type Node, readTree } from './tree.js'

/** A stretch of a file, and what the record in it is called. */
interface Named {
  readonly start: number
  readonly end: number
  readonly name: string
}

/**
 * Tells the record that a place lies in: `procedures/1.001193`, `officers/ho-tich-1`, `agency`. Such a name outlives new
 * lines above it. Records are found in the tree, so those of the wrong shape have names too. Empty where there is none.
 */
export async function recordNames(source: Source): Promise<(offset: number) => string> {
  const { root } = await readTree(source)
  const named =
    root?.kind === 'map' ? root.entries.flatMap(({ key, value }) => namesIn(key.text, key.start, value)) : []
  // The last that begins at or before the place is the innermost: a list comes before its items.
  return offset => named.findLast(({ start, end }) => start <= offset && offset <= end)?.name ?? ''
}

function namesIn(key: string, start: number, value: Node): Named[] {
  const whole = { start, end: value.end, name: key }
  if (value.kind !== 'list') return [whole]
  const items = value.items.map(item => ({ start: item.start, end: item.end, name: itemName(key, item) }))
  return [whole, ...items]
}

function itemName(key: string, item: Node): string {
  const id = item.kind === 'map' ? identity(item) : undefined
  return id === undefined ? key : `${key}/${id}`
}

function identity({ entries }: MapNode): string | undefined {
  const entry = entries.find(({ key }) => key.text === 'code' || key.text === 'id')
  return entry?.value.kind === 'text' ? entry.value.text : undefined
}
