import type { Catalog } from './model.js'

/** One published text of a catalog, and where to ask for its place: `where(record, key, item)`. */
export interface PlacedText {
  readonly record: Readonly<Record<string, unknown>>
  readonly key: string
  /** Position in a list of texts. */
  readonly item?: number
  readonly text: string
}

/** Every text that an output may show, in the order of the records. `internal` is private, so it is left out. */
export function* texts({ agency, publication, officers, fields, procedures }: Catalog): Generator<PlacedText> {
  for (const record of [agency, publication, ...officers, ...fields, ...procedures]) {
    if (record !== undefined) yield* textsOf(record)
  }
}

/** Every published text of one record and of the records in it. */
export function* textsOf(record: object): Generator<PlacedText> {
  const entries = record as Readonly<Record<string, unknown>>
  for (const [key, value] of Object.entries(entries)) {
    if (key === 'internal') continue
    if (typeof value === 'string') yield { record: entries, key, text: value }
    else if (Array.isArray(value)) yield* textsOfList(entries, key, value)
    else if (typeof value === 'object' && value !== null) yield* textsOf(value)
  }
}

function* textsOfList(record: PlacedText['record'], key: string, list: readonly unknown[]): Generator<PlacedText> {
  for (const [item, value] of list.entries()) {
    if (typeof value === 'string') yield { record, key, item, text: value }
    else if (typeof value === 'object' && value !== null) yield* textsOf(value)
  }
}
