/** One file as it was read. `path` stays as the user typed it, so that findings print it back. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** `line` and `column` start at 1, as editors count (UTF-16 units); `offset` starts at 0, for edits. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of a source, as offsets: most places are never shown, so lines are counted only for those that are. */
export interface Location {
  readonly source: Source
  readonly start: number
  readonly end: number
}

const lineStarts = new WeakMap<Source, readonly number[]>()

function startsOf(source: Source): readonly number[] {
  let starts = lineStarts.get(source)
  if (starts === undefined) {
    const found = [0]
    for (const { index, 0: end } of source.text.matchAll(/\r\n?|\n/g)) found.push(index + end.length)
    lineStarts.set(source, found)
    starts = found
  }
  return starts
}

/** Line and column of an offset. An offset past the end is the end. */
export function position(source: Source, offset: number): Position {
  const starts = startsOf(source)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  // A byte order mark is invisible in every editor: it takes no column.
  const lineStart = low === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : (starts[low] ?? 0)
  return { line: low + 1, column: Math.max(0, offset - lineStart) + 1, offset }
}

/** The offset of a line and column, both counted from 1. What lies outside of the text is its nearest end. */
export function offsetOf(source: Source, line: number, column: number): number {
  const starts = startsOf(source)
  if (line < 1) return 0
  const start = starts[line - 1]
  if (start === undefined) return source.text.length
  const mark = start === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0
  return start + mark + Math.max(0, Math.min(column - 1, lineText(source, line).length))
}

/** Text of a line (counted from 1), without its line end and without a byte order mark. */
export function lineText(source: Source, line: number): string {
  const starts = startsOf(source)
  const start = starts[line - 1] ?? source.text.length
  const end = starts[line] ?? source.text.length
  return source.text
    .slice(start, end)
    .replace(/(?:\r\n?|\n)$/, '')
    .replace(/^\uFEFF/, '')
}

/** Where one key of a record and its value were written. */
export interface KeyPlace {
  readonly source: Source
  readonly keyStart: number
  readonly keyEnd: number
  readonly valueStart: number
  readonly valueEnd: number
  /** Start and end of each item where the value is a list: start, end, start, end … */
  readonly items?: readonly number[]
}

/** Where a record and each of its keys were written. */
export interface Places {
  readonly source: Source
  readonly start: number
  readonly end: number
  readonly keys: ReadonlyMap<string, KeyPlace>
}

/**
 * Remembers where each record of a catalog was written, so that the records can stay plain. It knows them by identity:
 * a record must not be copied between `load` and `check`.
 */
export class SourceMap {
  readonly #places = new Map<object, Places>()

  remember<R extends object>(record: R, places: Places): R {
    this.#places.set(record, places)
    return record
  }

  has(record: object): boolean {
    return this.#places.has(record)
  }

  places(record: object): Places {
    const places = this.#places.get(record)
    if (places === undefined) throw new Error('the source map was asked for a record that it did not make')
    return places
  }

  /**
   * Where the value of `key` was written (or its item, counted from 0), or the head of the record itself when it lacks
   * that key. Throws on a record that `load` did not make.
   */
  where<R extends object>(record: R, key?: keyof R & string, item?: number): Location {
    const places = this.places(record)
    const at = key === undefined ? undefined : places.keys.get(key)
    if (at === undefined) return { source: places.source, start: places.start, end: places.end }
    const start = item === undefined ? undefined : at.items?.[item * 2]
    const end = item === undefined ? undefined : at.items?.[item * 2 + 1]
    return { source: at.source, start: start ?? at.valueStart, end: end ?? at.valueEnd }
  }

  /** Where the name of `key` was written, or the record where it lacks that key. */
  whereKey<R extends object>(record: R, key: keyof R & string): Location {
    const places = this.places(record)
    const at = places.keys.get(key)
    if (at === undefined) return { source: places.source, start: places.start, end: places.end }
    return { source: at.source, start: at.keyStart, end: at.keyEnd }
  }
}
