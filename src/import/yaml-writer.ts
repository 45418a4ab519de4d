import { scalar } from '../catalog/edit.js'
import { cellOffset, type Source } from '../source.js'
import type { Entry, MapValue, Note, TextValue, Value } from './draft.js'
import type { CellPlace } from './table.js'

/** A file of the new catalog, and which cell each part of it came from. */
export interface WrittenFile {
  readonly source: Source
  /** The cell that the text at an offset came from, as an offset into the sheet; undefined for what no cell said. */
  origin(offset: number): number | undefined
}

/** No cell. Numbers, because there may be a million of them. */
const none = -1

/** Brackets that go past this are hard to review. */
const widestFlow = 100

/** Writes catalog files in the layout of the house and remembers where everything came from. */
export class YamlWriter {
  readonly #parts: string[] = []
  #length = 0
  readonly #starts: number[] = []
  readonly #cells: number[] = []

  /** `# …` in lines of their own. */
  comment({ text, at }: Note, indent = ''): void {
    this.#mark(at)
    for (const line of commentLines(text)) this.#add(`${indent}# ${line}\n`)
  }

  /** `key: value` at the top of the file. */
  entry(entry: Entry): void {
    this.#entry(entry, '')
  }

  /** Begins a list of records; they may be many, so they are written one by one. */
  begin(key: string): void {
    this.#mark(undefined)
    this.#add(`${key}:\n`)
  }

  record(record: MapValue): void {
    this.#item(record, '  ')
  }

  finish(path: string): WrittenFile {
    const source: Source = { path, text: this.#parts.join('') }
    const starts = this.#starts
    const cells = this.#cells
    return {
      source,
      origin(offset) {
        const cell = cells[lastBefore(starts, offset)] ?? none
        return cell === none ? undefined : cell
      },
    }
  }

  #add(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  #mark(at: CellPlace | undefined): void {
    this.#starts.push(this.#length)
    this.#cells.push(at === undefined ? none : cellOffset(at.row, at.column))
  }

  #entry({ key, value, at }: Entry, indent: string): void {
    this.#mark(at ?? placeOf(value))
    this.#add(`${key}:`)
    switch (value.kind) {
      case 'text':
        this.#add(` ${written(value)}\n`)
        return
      case 'map':
        this.#add('\n')
        this.#map(value, `${indent}  `)
        return
      case 'list': {
        const line = value.flow === true ? `[${value.items.map(flowText).join(', ')}]` : undefined
        if (line !== undefined && line.length <= widestFlow) {
          this.#add(` ${line}\n`)
          return
        }
        this.#add('\n')
        for (const item of value.items) this.#item(item, `${indent}  `)
      }
    }
  }

  #item(item: Value, indent: string): void {
    this.#mark(placeOf(item))
    this.#add(`${indent}- `)
    if (item.kind === 'map') this.#map(item, `${indent}  `, true)
    else this.#add(`${flowText(item)}\n`)
  }

  #map({ entries, notes = [] }: MapValue, indent: string, inline = false): void {
    for (const [index, entry] of entries.entries()) {
      if (index > 0 || !inline) this.#add(indent)
      this.#entry(entry, indent)
    }
    for (const note of notes) this.comment(note, indent)
  }
}

function placeOf(value: Value): CellPlace | undefined {
  if (value.kind !== 'list') return value.at
  const [first] = value.items
  return first === undefined ? undefined : placeOf(first)
}

function flowText(value: Value): string {
  return value.kind === 'text' ? written(value) : ''
}

function written({ text, bare }: TextValue): string {
  return bare === true ? text : scalar(text)
}

/** One line for each of the text, without the signs that no comment may hold. */
function commentLines(text: string): string[] {
  return text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map(line => line.replace(unfit, '\uFFFD').trimEnd())
}

const unfit = /(?!\t)\p{Cc}|[\p{Cs}\uFEFF\uFFFE\uFFFF]/gu

function lastBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
