import { suggestion } from './shape.js'
import { fold } from './vietnamese.js'

export interface Meant {
  /** The id that was certainly meant: equal but for marks, case or punctuation, or the record's name. */
  readonly same?: string
  /** The id that was probably meant. */
  readonly near?: string
}

/** The id that a reference means, where that is certain: what is said of a record must not wait until it was mended. */
export function meantId(written: string, records: readonly { readonly id: string; readonly name: string }[]): string {
  if (records.some(({ id }) => id === written)) return written
  return meantRecord(written, records).same ?? written
}

/** Which record a reference to an unknown id means. */
export function meantRecord(
  written: string,
  records: readonly { readonly id: string; readonly name: string }[],
): Meant {
  const key = fold(written)
  const matches = new Set(records.filter(({ id, name }) => fold(id) === key || fold(name) === key).map(({ id }) => id))
  const [same] = matches
  if (same !== undefined && matches.size === 1) return { same, near: same }
  const near = suggestion(
    written,
    records.map(({ id }) => id),
  )
  return near === undefined ? {} : { near }
}
