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
export function texts(catalog: Catalog): readonly PlacedText[] {
  return surveyOf(catalog).all
}

/** The same by what they say: two thirds of the texts of a list stand in several places, and need to be judged once. */
export function distinctTexts(catalog: Catalog): ReadonlyMap<string, readonly PlacedText[]> {
  return surveyOf(catalog).distinct
}

/** The texts with a sign that no careful hand types: those in which anything may be hidden, disguised or decomposed. */
export function unusualTexts(catalog: Catalog): readonly PlacedText[] {
  return surveyOf(catalog).unusual
}

interface Survey {
  readonly all: readonly PlacedText[]
  readonly distinct: ReadonlyMap<string, readonly PlacedText[]>
  readonly unusual: readonly PlacedText[]
}

/** Ten rules walk through all texts of a catalog, and no record of it ever changes. */
const surveys = new WeakMap<Catalog, Survey>()

function surveyOf(catalog: Catalog): Survey {
  const known = surveys.get(catalog)
  if (known !== undefined) return known
  const { agency, publication, officers, fields, procedures } = catalog
  const records = [agency, publication, ...officers, ...fields, ...procedures]
  const all = records.flatMap(record => (record === undefined ? [] : textsOf(record)))
  const distinct = new Map<string, PlacedText[]>()
  for (const placed of all) {
    const same = distinct.get(placed.text)
    if (same === undefined) distinct.set(placed.text, [placed])
    else same.push(placed)
  }
  const unusual = [...distinct].flatMap(([text, places]) => (ordinary.test(text) ? [] : places))
  const survey = { all, distinct, unusual }
  surveys.set(catalog, survey)
  return survey
}

/** ASCII, line breaks, the composed letters of Vietnamese, and the dashes, quotes and signs of official papers. */
const ordinary = /^[\n\u0020-\u007e§°·×–—‘’“”…₫ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/

/** Every published text of one record and of the records in it. */
export function textsOf(record: object): readonly PlacedText[] {
  const found: PlacedText[] = []
  collect(record as PlacedText['record'], found)
  return found
}

function collect(record: PlacedText['record'], into: PlacedText[]): void {
  for (const key in record) {
    if (key === 'internal') continue
    const value = record[key]
    if (typeof value === 'string') into.push({ record, key, text: value })
    else if (Array.isArray(value)) collectList(record, key, value, into)
    else if (typeof value === 'object' && value !== null) collect(value as PlacedText['record'], into)
  }
}

function collectList(record: PlacedText['record'], key: string, list: readonly unknown[], into: PlacedText[]): void {
  for (const [item, value] of list.entries()) {
    if (typeof value === 'string') into.push({ record, key, item, text: value })
    else if (typeof value === 'object' && value !== null) collect(value as PlacedText['record'], into)
  }
}
