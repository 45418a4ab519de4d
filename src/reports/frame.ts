import { withoutInternal } from '../catalog/internal.js'
import { graphemes } from '../graphemes.js'
import { type Location, shownLine } from '../source.js'
import { printable } from './printable.js'

export interface Frame {
  /** `7 | ` */
  readonly gutter: string
  readonly code: string
  /** The same width as `gutter`, blank. */
  readonly margin: string
  readonly carets: string
}

/**
 * The first line of a place (or its cell) with carets under it. Carets are counted in graphemes: “ế” written as one, two or three code
 * points takes one column. A line wider than `width` is cut around the carets, the cut marked by “…”. Undefined for
 * an empty line.
 */
export function frame(at: Location, width: number): Frame | undefined {
  const { label, text, from, length } = shownLine({ ...at, source: withoutInternal(at.source) })
  if (text.trim() === '') return undefined
  const before = graphemes(printable(text.slice(0, from).replaceAll('\t', ' ')))
  const marked = graphemes(printable(text.slice(from, from + Math.max(0, length)).replaceAll('\t', ' ')))
  const after = graphemes(printable(text.slice(from + marked.join('').length).replaceAll('\t', ' ')))
  const gutter = `${label} | `
  return {
    gutter,
    margin: `${' '.repeat(gutter.length - 2)}| `,
    ...cut(before, marked, after, Math.max(20, width - gutter.length)),
  }
}

/** How much is kept on the left of the carets where a line must be cut. */
const lead = 12

function cut(before: string[], marked: string[], after: string[], width: number): Pick<Frame, 'code' | 'carets'> {
  const carets = Math.max(1, marked.length)
  const line = [...before, ...marked, ...after]
  if (line.length <= width)
    return { code: line.join('').trimEnd(), carets: ' '.repeat(before.length) + '^'.repeat(carets) }
  // Cut on the left only when the carets would not fit otherwise.
  const from = before.length + Math.min(carets, 20) > width - 1 ? Math.max(0, before.length - lead) : 0
  const left = from > 0 ? 1 : 0
  const room = width - left
  const cutRight = line.length - from > room
  const kept = line.slice(from, from + (cutRight ? room - 1 : room))
  const at = before.length - from
  return {
    code: `${left ? '…' : ''}${kept.join('')}${cutRight ? '…' : ''}`.trimEnd(),
    carets: ' '.repeat(at + left) + '^'.repeat(Math.max(1, Math.min(carets, kept.length - at))),
  }
}
