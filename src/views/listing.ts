import { type Agency, type Catalog, type Field, type IsoDate, type Procedure, serviceLevels } from '../catalog/model.js'
import { type AgencyView, agencyView, type OfficerView, officerView } from './agency.js'
import { type LevelView, levelView, type ProcedureView, procedureView } from './procedure.js'
import { decisionText, vietnameseDate } from './vietnamese-text.js'

/**
 * What the published list shows, as plain data for templates and sheets. Every key is always there, `null` where the
 * catalog is silent: templates are strict, so a name that the view lacks is a slip in the template and fails.
 * Keys are picked one by one; nothing is spread from the catalog, whose `internal` must not leave it.
 *
 * The list is Vietnamese whatever the language of our messages: it is the ward's public notice. The page's fixed words
 * stand in the templates, where an office can change them.
 */
export interface ListingView {
  readonly agency: AgencyView
  /** What the publisher says of the list as a whole, e.g. that it is an example. */
  readonly notice: string | null
  readonly date: DateView | null
  readonly decision: string | null
  /** Errors that the check found: above 0 only with `--allow-errors`. */
  readonly errors: number
  readonly counts: { readonly procedures: number; readonly fields: number }
  readonly levels: readonly LevelCount[]
  readonly fields: readonly FieldView[]
}

export interface DateView {
  readonly iso: string
  readonly text: string
}

export interface LevelCount extends LevelView {
  readonly count: number
}

export interface FieldView {
  readonly anchor: string
  readonly name: string
  readonly counter: string | null
  readonly inCharge: OfficerView | null
  readonly deputies: readonly OfficerView[]
  readonly count: number
  readonly procedures: readonly ProcedureView[]
}

export interface ListingOptions {
  /** Errors that the check found in this catalog. */
  readonly errors: number
}

export function listingView(catalog: Catalog, { errors }: ListingOptions): ListingView {
  const { publication } = catalog
  return {
    agency: agencyView(catalog.agency),
    notice: publication?.notice ?? null,
    date: publication?.date === undefined ? null : { iso: publication.date, text: vietnameseDate(publication.date) },
    decision: publication?.decision === undefined ? null : decisionText(publication.decision),
    errors,
    counts: { procedures: catalog.procedures.length, fields: catalog.fields.length },
    levels: levelCounts(catalog.procedures, publication?.date),
    fields: fieldViews(catalog),
  }
}

/** In the order of the decrees; levels that no decree knows come after, and last what has none: the sum is the whole list. */
function levelCounts(procedures: readonly Procedure[], date: IsoDate | undefined): LevelCount[] {
  const counts = new Map<string, number>(serviceLevels.map(level => [level, 0]))
  let without = 0
  for (const { serviceLevel } of procedures) {
    if (serviceLevel === undefined) without += 1
    else counts.set(serviceLevel, (counts.get(serviceLevel) ?? 0) + 1)
  }
  const views = Array.from(counts, ([value, count]) => ({ ...levelView(value, date), count }))
  const noLevel = { value: '', name: 'Chưa công bố mức độ', scheme: null, meaning: null, count: without }
  return [...views, noLevel].filter(({ count }) => count > 0)
}

/** The fields in the order of the catalog. Procedures of a field that it does not hold are not dropped: they come last. */
function fieldViews(catalog: Catalog): FieldView[] {
  const anchors = new Anchors()
  const officers = new Map(catalog.officers.map(officer => [officer.id, officer]))
  const byField = new Map<string, Procedure[]>(catalog.fields.map(field => [field.id, []]))
  const strays: Procedure[] = []
  for (const procedure of catalog.procedures) (byField.get(procedure.field) ?? strays).push(procedure)

  const groups: [Field, readonly Procedure[]][] = catalog.fields.map(field => [field, byField.get(field.id) ?? []])
  if (strays.length > 0) groups.push([{ id: 'khac', name: 'Chưa xếp lĩnh vực' }, strays])

  let number = 0
  return groups.map(([field, procedures]) => {
    const staff = (field.officers ?? []).map(id => officers.get(id)).filter(officer => officer !== undefined)
    const [inCharge, ...deputies] = staff
    return {
      anchor: anchors.take(`lv-${field.id}`),
      name: field.name,
      counter: field.counter ?? inCharge?.counter ?? null,
      inCharge: inCharge === undefined ? null : officerView(inCharge),
      deputies: deputies.map(officerView),
      count: procedures.length,
      procedures: procedures.map(procedure => {
        number += 1
        const own = procedure.officer === undefined ? undefined : officers.get(procedure.officer)
        const officer = own === inCharge ? undefined : own
        const counter = officer?.counter ?? field.counter ?? inCharge?.counter
        return procedureView(procedure, {
          anchor: anchors.take(`tt-${procedure.code}`),
          number,
          officer: officer === undefined ? null : officerView(officer),
          place: placeText(counter, catalog.agency),
          date: catalog.publication?.date,
        })
      }),
    }
  })
}

function placeText(counter: string | undefined, agency: Agency | undefined): string {
  return [counter, agency?.shortName ?? agency?.name].filter(part => part !== undefined).join(', ')
}

/** Makes ids that HTML, CSS and every address bar accept, each once: a catalog with errors may hold a code twice. */
class Anchors {
  readonly #taken = new Set<string>()

  take(wanted: string): string {
    const base = wanted.replace(/[^\w-]/g, '-')
    let anchor = base
    for (let again = 2; this.#taken.has(anchor); again += 1) anchor = `${base}-${again}`
    this.#taken.add(anchor)
    return anchor
  }
}
