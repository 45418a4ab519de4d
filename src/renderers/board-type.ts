import { boardMetrics } from '../generated/board-metrics.js'

/** How wide text is and where its lines break, worked out from the letters' own widths: the same on every machine. */
export type Weight = 400 | 700

/** A stretch of text in one weight and colour. */
export interface Run {
  readonly text: string
  readonly weight: Weight
  readonly tone: Tone
}

export type Tone = 'ink' | 'soft' | 'accent' | 'light'

export type Line = readonly Run[]

/** Height of a capital without its marks, in letter sizes. */
export const capHeight = boardMetrics.capHeight / 1000

/** Stands for a space at which no line may break, as inside a telephone number. */
export const glue = '\u{E000}'

export function glued(text: string): string {
  return text.replaceAll(' ', glue)
}

/** A letter that our font lacks comes from another one: as wide as the widest would be. */
const foreignAdvance = 1250

const advances: Readonly<Record<Weight, Readonly<Record<string, number>>>> = boardMetrics.advances

/** In letter sizes. */
export function textWidth(text: string, weight: Weight): number {
  const table = advances[weight]
  let sum = 0
  for (const letter of text) sum += table[letter === glue ? ' ' : letter] ?? foreignAdvance
  return sum / 1000
}

/** Rounding in browsers must not let a line run over. */
const safety = 1.01

/**
 * Fills lines of `width` letter sizes. A word longer than a line breaks behind a sign where it has one, else between two
 * letters, never inside one.
 */
export function breakLines(runs: readonly Run[], width: number): Line[] {
  const room = width / safety
  const lines: Line[] = []
  let line: Run[] = []
  let used = 0
  const finish = () => {
    lines.push(joined(line))
    line = []
    used = 0
  }
  for (const word of wordsOf(runs)) {
    const size = widthOfRuns(word)
    const space = line.length === 0 ? 0 : textWidth(' ', word[0]?.weight ?? 400)
    if (used + space + size <= room) {
      if (space > 0) line.push({ ...(line.at(-1) as Run), text: ' ' })
      line.push(...word)
      used += space + size
      continue
    }
    if (line.length > 0) finish()
    let rest = word
    // Where there is no room at all every letter takes a line, and the sheet is found to be too small.
    while (rest.length > 0 && widthOfRuns(rest) > room) {
      const [head, tail] = cutWord(rest, room)
      line = head
      finish()
      rest = tail
    }
    line = [...rest]
    used = widthOfRuns(rest)
  }
  if (line.length > 0) finish()
  return withoutWidow(lines, room)
}

/** A last line of one short word looks like a slip: a word of the line before comes down to it. */
function withoutWidow(lines: Line[], room: number): Line[] {
  const [before, last] = lines.slice(-2)
  if (before === undefined || last === undefined || widthOfRuns(last) > room / 5) return lines
  const words = wordsOf(before)
  const moved = words.at(-1)
  if (moved === undefined || words.length < 3 || last.some(({ text }) => text.includes(' '))) return lines
  if (widthOfRuns(moved) > room / 2) return lines
  const head = words
    .slice(0, -1)
    .flatMap((word, index) => (index === 0 ? word : [spaceBefore(words[index - 1] ?? word), ...word]))
  return [...lines.slice(0, -2), joined(head), joined([...moved, spaceBefore(moved), ...last])]
}

function spaceBefore(word: readonly Run[]): Run {
  return { ...(word.at(-1) as Run), text: ' ' }
}

export function widthOfRuns(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, weight }) => sum + textWidth(text, weight), 0)
}

/** Words between spaces; a word may change its weight in the middle. */
function wordsOf(runs: readonly Run[]): Run[][] {
  const words: Run[][] = []
  let open = false
  for (const run of runs) {
    for (const piece of run.text.normalize('NFC').split(/([ \t\r\n\u00a0]+)/)) {
      if (piece === '') continue
      if (/^[ \t\r\n\u00a0]/.test(piece)) {
        open = false
        continue
      }
      const part = { ...run, text: piece }
      if (open) words.at(-1)?.push(part)
      else words.push([part])
      open = true
    }
  }
  return words
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

function cutWord(word: readonly Run[], room: number): [Run[], Run[]] {
  const letters = word.flatMap(run =>
    Array.from(graphemes.segment(run.text), ({ segment }) => ({ ...run, text: segment })),
  )
  let used = 0
  let fits = 0
  for (const letter of letters) {
    used += textWidth(letter.text, letter.weight)
    if (used > room) break
    fits += 1
  }
  fits = Math.max(fits, 1)
  const sign = letters.slice(0, fits).findLastIndex(({ text }) => /[-/.,@_?&=]/.test(text))
  const at = sign > fits / 3 ? sign + 1 : fits
  return [joined(letters.slice(0, at)), joined(letters.slice(at))]
}

/** Neighbours of one look as one run. */
function joined(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last !== undefined && last.weight === run.weight && last.tone === run.tone) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    } else merged.push(run)
  }
  return merged
}
