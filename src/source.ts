/** One file as it was read. `path` stays as the user typed it, so that findings print it back. */
export interface Source {
  readonly path: string
  readonly text: string
  /** Present where the source is a sheet: its offsets count cells, row by row, so that they sort in the order of reading. */
  readonly sheet?: Sheet
}

/** A sheet of a workbook, or a CSV. Rows and columns count from 0. */
export interface Sheet {
  /** As the workbook calls it; absent where that says nothing. */
  readonly name?: string
  cell(row: number, column: number): string
}

/** `line` and `column` start at 1, as editors count (UTF-16 units); `offset` starts at 0, for edits. In a sheet: row and column. */
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
  if (source.sheet !== undefined) {
    const { row, column } = cellAt(offset)
    return { line: row + 1, column: column + 1, offset }
  }
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

/** As many columns as a workbook may have. */
const mostColumns = 16_384

/** The offset that stands for a cell; rows and columns count from 0. */
export function cellOffset(row: number, column: number): number {
  return row * mostColumns + column
}

/** The cell that an offset of a sheet stands for. */
export function cellAt(offset: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(offset / mostColumns), column: offset % mostColumns }
}

/** A cell as spreadsheets call it: B17. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** A column as spreadsheets call it: A, Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** A place as messages name it, without the path: `7:12` in a text, `B17` or `Sheet1!B17` in a sheet. */
export function placeName({ source, start }: Location): string {
  const { line, column } = position(source, start)
  if (source.sheet === undefined) return `${line}:${column}`
  const cell = cellName(line - 1, column - 1)
  return source.sheet.name === undefined ? cell : `${source.sheet.name}!${cell}`
}

/** The line, or the cell, that a place begins in, and what of it the place covers. */
export interface ShownLine {
  readonly label: string
  readonly text: string
  /** From 0, in UTF-16 units. */
  readonly from: number
  readonly length: number
}

export function shownLine({ source, start, end }: Location): ShownLine {
  const { line, column } = position(source, start)
  if (source.sheet === undefined) {
    return { label: `${line}`, text: lineText(source, line), from: column - 1, length: end - start }
  }
  const [text = ''] = source.sheet.cell(line - 1, column - 1).split(/[\r\n]/, 1)
  return { label: cellName(line - 1, column - 1), text, from: 0, length: text.length }
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
