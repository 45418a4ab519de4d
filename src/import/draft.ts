import type { CellPlace } from './table.js'

/** What will be written for a key, and the cell it came from. */
export type Value = TextValue | ListValue | MapValue

export interface TextValue {
  readonly kind: 'text'
  readonly text: string
  readonly at?: CellPlace
  /** A number, a day or a boolean: written without quotes. */
  readonly bare?: true
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Value[]
  /** Written in brackets on one line, where it is short. */
  readonly flow?: true
}

export interface MapValue {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  /** Where it came from as a whole. */
  readonly at?: CellPlace
  /** What stood beside it in the sheet and has no key. */
  readonly notes?: readonly Note[]
}

export interface Entry {
  readonly key: string
  readonly value: Value
  readonly at?: CellPlace
}

/** A line of comment. */
export interface Note {
  readonly text: string
  readonly at?: CellPlace
}

export function text(value: string, at?: CellPlace): TextValue {
  return { kind: 'text', text: value, ...(at !== undefined && { at }) }
}

/** A number, a day or a boolean. */
export function bare(value: string, at?: CellPlace): TextValue {
  return { ...text(value, at), bare: true }
}

export function list(items: readonly Value[]): ListValue {
  return { kind: 'list', items }
}

/** Of short words: `[citizen, business]`. */
export function flow(words: readonly string[], at?: CellPlace): ListValue {
  return { kind: 'list', items: words.map(word => text(word, at)), flow: true }
}

/** A map of the entries that are there. */
export function map(entries: Readonly<Record<string, Value | string | undefined>>, at?: CellPlace): MapValue {
  return {
    kind: 'map',
    entries: Object.entries(entries).flatMap(([key, value]) => {
      if (value === undefined) return []
      return [{ key, value: typeof value === 'string' ? text(value, at) : value, ...(at !== undefined && { at }) }]
    }),
    ...(at !== undefined && { at }),
  }
}
