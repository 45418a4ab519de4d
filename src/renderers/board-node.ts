import { breakLines, capHeight, glue, type Line, type Run, type Tone, type Weight, widthOfRuns } from './board-type.js'

/** A rectangle on a sheet, in millimetres from the upper left corner of the trimmed paper. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An element of a sheet. Elements nest by their meaning; each box stands on the sheet by itself. */
export interface BoardNode {
  readonly tag: string
  readonly kind?: string
  readonly role?: string
  readonly label?: string
  readonly id?: string
  readonly href?: string
  readonly box?: Box
  readonly text?: TextBlock
  readonly qr?: { readonly modules: number; readonly path: string }
  readonly children?: readonly BoardNode[]
}

export interface TextBlock {
  readonly lines: readonly Line[]
  /** Letter size and distance of the lines, mm. */
  readonly size: number
  readonly leading: number
  readonly align: 'left' | 'center' | 'right'
}

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly tone?: Tone
  readonly align?: TextBlock['align']
  /** In letter sizes: marks above and below capitals need 1.25. */
  readonly leading?: number
}

/** Text with its lines broken: its height is known before it has a place. */
export interface SetText {
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
  readonly size: number
  /** Makes the element. Without a width it is as wide as it was set. */
  at(
    x: number,
    y: number,
    node?: Partial<Pick<BoardNode, 'tag' | 'kind' | 'role' | 'href' | 'id' | 'label'>>,
  ): BoardNode
}

const usualLeading = 1.3

/** A text of one look; or runs of several, where some words are heavier. */
export function setText(content: string | readonly Run[], width: number, style: TextStyle): SetText {
  const { size, weight = 400, tone = 'ink', align = 'left', leading = usualLeading } = style
  const runs = typeof content === 'string' ? [{ text: content, weight, tone }] : content
  const lines = breakLines(runs, width / size)
  return setLines(lines, width, { size, align, leading: leading * size })
}

function setLines(lines: readonly Line[], width: number, { size, align, leading }: Omit<TextBlock, 'lines'>): SetText {
  const height = lines.length * leading
  return {
    width,
    height,
    lines,
    size,
    at: (x, y, node = {}) => ({
      tag: 'p',
      ...node,
      box: { x, y, width, height },
      text: { lines, size, leading, align },
    }),
  }
}

/** The first lines that fit, and the rest. */
export function splitText(text: SetText, height: number, leading: number): [SetText, SetText] | undefined {
  const count = Math.floor(height / leading + 1e-6)
  if (count < 2 || text.lines.length - count < 2) return undefined
  const style = { size: text.size, align: 'left' as const, leading }
  return [setLines(text.lines.slice(0, count), text.width, style), setLines(text.lines.slice(count), text.width, style)]
}

export function run(text: string, weight: Weight = 400, tone: Tone = 'ink'): Run {
  return { text, weight, tone }
}

/** Room between two values of one line; at the end of a line nothing is seen of it. */
export const between: Run = { text: `${glue}${glue} `, weight: 400, tone: 'ink' }

/** The largest size up to `size` at which a text stands in one line of `width`. */
export function sizeForOneLine(text: string, weight: Weight, width: number, size: number): number {
  const wide = widthOfRuns([{ text: text.normalize('NFC'), weight, tone: 'ink' }]) * 1.02
  return Math.min(size, width / wide)
}

export function rectangle(kind: string, box: Box): BoardNode {
  return { tag: 'div', kind, role: 'presentation', box }
}

/** Every element with its own, in the order of reading. */
export function* everyNode(nodes: readonly BoardNode[]): Generator<BoardNode> {
  for (const node of nodes) {
    yield node
    if (node.children !== undefined) yield* everyNode(node.children)
  }
}

/** Height of the capitals of the smallest text, mm: read off the finished sheet, not from what was wished for. */
export function smallestLetter(nodes: readonly BoardNode[]): number {
  let smallest = Number.POSITIVE_INFINITY
  for (const { text } of everyNode(nodes)) if (text !== undefined) smallest = Math.min(smallest, text.size * capHeight)
  return smallest
}
