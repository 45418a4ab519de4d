import {
  type Agency,
  type Catalog,
  type Channel,
  type Feedback,
  type Field,
  type IsoDate,
  type Officer,
  type Procedure,
  serviceLevels,
} from '../catalog/model.js'
import { type ContactNumber, contactNumber } from './contact-number.js'
import {
  caseText,
  channelsText,
  decisionText,
  feeText,
  hoursLines,
  type LevelText,
  legalText,
  levelText,
  vietnameseDate,
} from './vietnamese-text.js'

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

export interface AgencyView {
  readonly name: string
  readonly shortName: string
  readonly province: string | null
  readonly address: string | null
  readonly phone: ContactNumber | null
  readonly email: string | null
  readonly website: string | null
  readonly hours: readonly string[]
  readonly feedback: FeedbackView | null
}

export interface FeedbackView {
  readonly phone: ContactNumber | null
  readonly email: string | null
  readonly address: string | null
  readonly url: string | null
}

export interface DateView {
  readonly iso: string
  readonly text: string
}

export interface LevelView extends LevelText {
  readonly value: string
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

export interface OfficerView {
  readonly name: string
  readonly jobTitle: string | null
  readonly counter: string | null
  readonly phone: ContactNumber | null
  readonly email: string | null
}

export interface ProcedureView {
  readonly anchor: string
  /** Its place in the whole list, from 1. */
  readonly number: number
  readonly code: string
  readonly title: string
  readonly shortTitle: string | null
  readonly level: LevelView | null
  /** Why only part of it can be done online: NĐ 224/2026/NĐ-CP Điều 14 has it published. */
  readonly partialReason: string | null
  readonly times: readonly CaseView[]
  /** What the law allows, where the office promises less. */
  readonly statutoryTime: string | null
  readonly fees: readonly CaseView[]
  /** “Trực tiếp, trực tuyến, qua bưu chính” */
  readonly channels: string | null
  readonly legalBases: readonly string[]
  /** http and https only: a page must not carry `javascript:`. */
  readonly onlineUrl: string | null
  /** Whom to ask, where it is not the officer in charge of the field. */
  readonly officer: OfficerView | null
  readonly place: string
}

/** A value, and the case that it holds for where it does not hold for all. */
export interface CaseView {
  readonly text: string
  readonly when: string | null
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

function agencyView(agency: Agency | undefined): AgencyView {
  return {
    name: agency?.name ?? '',
    shortName: agency?.shortName ?? agency?.name ?? '',
    province: agency?.province ?? null,
    address: agency?.address ?? null,
    phone: agency?.phone === undefined ? null : contactNumber(agency.phone),
    email: agency?.email ?? null,
    website: webAddress(agency?.website),
    hours: hoursLines(agency?.openingHours ?? []),
    feedback: agency?.feedback === undefined ? null : feedbackView(agency.feedback),
  }
}

function feedbackView({ phone, email, address, url }: Feedback): FeedbackView {
  return {
    phone: phone === undefined ? null : contactNumber(phone),
    email: email ?? null,
    address: address ?? null,
    url: webAddress(url),
  }
}

function webAddress(written: string | undefined): string | null {
  if (written === undefined || !/^https?:\/\//i.test(written)) return null
  return URL.canParse(written) ? written : null
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

function levelView(value: string, date: IsoDate | undefined): LevelView {
  const { name, scheme, meaning } = levelText(value, date)
  return { value, name, scheme, meaning }
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

function officerView({ name, jobTitle, counter, phone, extension, email }: Officer): OfficerView {
  return {
    name,
    jobTitle: jobTitle ?? null,
    counter: counter ?? null,
    phone: phone === undefined ? null : contactNumber(phone, extension),
    email: email ?? null,
  }
}

function procedureView(
  procedure: Procedure,
  around: Pick<ProcedureView, 'anchor' | 'number' | 'officer' | 'place'> & { readonly date: IsoDate | undefined },
): ProcedureView {
  return {
    anchor: around.anchor,
    number: around.number,
    code: procedure.code,
    title: procedure.title,
    shortTitle: procedure.shortTitle ?? null,
    level: procedure.serviceLevel === undefined ? null : levelView(procedure.serviceLevel, around.date),
    partialReason: procedure.partialReason ?? null,
    times: timeViews(procedure.processingTime),
    statutoryTime: procedure.statutoryTime ?? null,
    fees: feeViews(procedure.fees),
    channels: channelsText(handingIn(procedure)),
    legalBases: (procedure.legalBases ?? []).map(legalText),
    onlineUrl: webAddress(procedure.onlineUrl),
    officer: around.officer,
    place: around.place,
  }
}

function timeViews(written: Procedure['processingTime']): CaseView[] {
  if (written === undefined) return []
  if (typeof written === 'string') return [{ text: written, when: null }]
  return written.map(({ time, channel, when }) => ({ text: time, when: caseText(channel, when) }))
}

function feeViews(fees: Procedure['fees']): CaseView[] {
  if (fees === undefined) return []
  if (fees === 'none') return [{ text: 'Không', when: null }]
  if (fees === 'exempt') return [{ text: 'Miễn', when: null }]
  return fees.map(fee => ({ text: feeText(fee), when: caseText(fee.channel, fee.when) }))
}

function handingIn({ channels, postal }: Procedure): Channel[] {
  const all = new Set(channels ?? [])
  if (postal === true) all.add('post')
  return [...all]
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
