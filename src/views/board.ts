import type { Catalog, Field, Officer, Procedure } from '../catalog/model.js'
import { siteAddresses } from './addresses.js'
import type { AgencyView, OfficerView } from './agency.js'
import { officerView } from './agency.js'
import { type BoardRecord, catalogRevision } from './board-records.js'
import { numberText } from './contact-number.js'
import { type DateView, type FieldView, listingView } from './listing.js'
import type { CaseView, ProcedureView } from './procedure.js'
import { type ProcedureParts, procedureParts } from './procedure-parts.js'

/** What the boards at the counter show, as plain data. Nothing is spread from the catalog, whose `internal` must not leave it. */
export interface BoardView {
  readonly agency: AgencyView
  readonly notice: string | null
  readonly date: DateView | null
  readonly decision: string | null
  readonly errors: number
  readonly counts: { readonly procedures: number; readonly fields: number }
  /** Of all that the catalog publishes. */
  readonly revision: string
  readonly fields: readonly BoardField[]
  readonly officers: readonly BoardOfficer[]
  readonly counters: readonly BoardCounter[]
  readonly agencyRecord: BoardRecord
  readonly feedbackRecord: BoardRecord
  readonly countsRecord: BoardRecord
}

export interface BoardOfficer extends OfficerView {
  readonly id: string
  /** “0274 0123 401 (máy lẻ 12)” */
  readonly number: string | null
  readonly record: BoardRecord
}

export interface BoardField {
  readonly id: string
  /** Its place in the list, from 1. */
  readonly number: number
  readonly name: string
  readonly counter: string | null
  readonly inCharge: BoardOfficer | null
  readonly deputies: readonly BoardOfficer[]
  readonly procedures: readonly BoardProcedure[]
  readonly record: BoardRecord
  /** Which procedures it has: a sheet that lists them is wrong where one comes or goes. */
  readonly listRecord: BoardRecord
}

export interface BoardProcedure {
  readonly number: number
  readonly code: string
  readonly title: string
  /** The short title where there is one: for boards. */
  readonly shortTitle: string
  readonly level: string | null
  /** The cases in a few words: “5 ngày làm việc”, “trong ngày; 5 ngày làm việc*”. */
  readonly time: string | null
  readonly fee: string | null
  readonly view: ProcedureView
  readonly parts: ProcedureParts
  /** The page of the site, relative to its root. */
  readonly address: string
  /** Of its name alone, of what a list shows, and of the parts of Điều 8 beside it. */
  readonly records: { readonly name: BoardRecord; readonly listing: BoardRecord; readonly parts: BoardRecord }
}

/** quầy: a place with a number where somebody sits. */
export interface BoardCounter {
  readonly name: string
  readonly officers: readonly BoardOfficer[]
  readonly fields: readonly BoardField[]
}

export function boardView(catalog: Catalog, { errors }: { readonly errors: number }): BoardView {
  const listing = listingView(catalog, { errors })
  const officers = new Map(catalog.officers.map(officer => [officer.id, boardOfficer(officer)]))
  const addresses = siteAddresses(catalog).procedures
  const grouped = proceduresByField(catalog)
  const fields = listing.fields.map((field, index) => {
    const source = catalog.fields[index]
    return boardField(field, source, index + 1, grouped[index] ?? [], officers, addresses)
  })
  const agencyRecord = record(
    'agency',
    listing.agency.name,
    agencyValues(listing.agency, listing.decision, listing.notice),
  )
  const feedbackRecord = record('feedback', 'Nơi tiếp nhận phản ánh, kiến nghị', feedbackValues(listing.agency))
  const { counts } = listing
  const countsRecord = record('counts', 'Số thủ tục, số lĩnh vực', {
    'số thủ tục': String(counts.procedures),
    'số lĩnh vực': String(counts.fields),
  })
  const view = {
    agency: listing.agency,
    notice: listing.notice,
    date: listing.date,
    decision: listing.decision,
    errors,
    counts,
    fields,
    officers: [...officers.values()],
    counters: counters(fields),
    agencyRecord,
    feedbackRecord,
    countsRecord,
  }
  return { ...view, revision: catalogRevision(boardRecords(view).values()) }
}

/** Everything that any board can show, by its id. */
export function boardRecords(
  view: Pick<BoardView, 'agencyRecord' | 'feedbackRecord' | 'countsRecord' | 'officers' | 'fields'>,
): ReadonlyMap<string, BoardRecord> {
  const all = [
    view.agencyRecord,
    view.feedbackRecord,
    view.countsRecord,
    ...view.officers.map(officer => officer.record),
    ...view.fields.flatMap(field => [
      field.record,
      field.listRecord,
      ...field.procedures.flatMap(({ records }) => [records.name, records.listing, records.parts]),
    ]),
  ]
  return new Map(all.map(one => [one.id, one]))
}

/** In the order of `listingView`: strays last. */
function proceduresByField({ fields, procedures }: Catalog): readonly (readonly Procedure[])[] {
  const groups = new Map<string, Procedure[]>(fields.map(field => [field.id, []]))
  const strays: Procedure[] = []
  for (const procedure of procedures) (groups.get(procedure.field) ?? strays).push(procedure)
  const lists = fields.map(field => groups.get(field.id) ?? [])
  return strays.length === 0 ? lists : [...lists, strays]
}

function record(id: string, name: string, values: Readonly<Record<string, string | null>>): BoardRecord {
  const said = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')
  return { id, name, values: Object.fromEntries(said) }
}

function boardOfficer(officer: Officer): BoardOfficer {
  const { name, jobTitle, counter, phone, email } = officerView(officer)
  const number = phone === null ? null : numberText(phone)
  return {
    id: officer.id,
    name,
    jobTitle,
    counter,
    phone,
    email,
    number,
    record: record(`officer/${officer.id}`, `Cán bộ ${name}`, {
      'họ tên': name,
      'chức danh': jobTitle,
      'điện thoại': number,
      quầy: counter,
      'thư điện tử': email,
    }),
  }
}

function boardField(
  field: FieldView,
  source: Field | undefined,
  number: number,
  procedures: readonly Procedure[],
  officers: ReadonlyMap<string, BoardOfficer>,
  addresses: ReadonlyMap<Procedure, string>,
): BoardField {
  const id = source?.id ?? 'khac'
  const staff = (source?.officers ?? []).map(officer => officers.get(officer)).filter(officer => officer !== undefined)
  const [inCharge, ...deputies] = staff
  return {
    id,
    number,
    name: field.name,
    counter: field.counter,
    inCharge: inCharge ?? null,
    deputies,
    procedures: field.procedures.flatMap((view, index) => {
      const procedure = procedures[index]
      return procedure === undefined
        ? []
        : [boardProcedure(view, procedure, field.name, addresses.get(procedure) ?? '')]
    }),
    record: record(`field/${id}`, `Lĩnh vực ${field.name}`, {
      tên: field.name,
      'số thứ tự': String(number),
      quầy: field.counter,
      'cán bộ phụ trách': inCharge?.id ?? null,
      'người làm thay': deputies.map(officer => officer.id).join(', '),
    }),
    listRecord: record(`list/${id}`, `Lĩnh vực ${field.name}`, {
      'các thủ tục': procedures.map(({ code }) => code).join(', '),
    }),
  }
}

function boardProcedure(view: ProcedureView, procedure: Procedure, field: string, address: string): BoardProcedure {
  const parts = procedureParts(procedure)
  const { code, title, number } = view
  const name = `Thủ tục ${code} (${view.shortTitle ?? title})`
  const level = view.level?.name ?? null
  return {
    number,
    code,
    title,
    shortTitle: view.shortTitle ?? title,
    level,
    time: casesInShort(view.times),
    fee: casesInShort(view.fees),
    view,
    parts,
    address,
    records: {
      name: record(`name/${code}`, name, {
        'mã thủ tục': code,
        tên: title,
        'tên ngắn': view.shortTitle,
        'lĩnh vực': field,
      }),
      listing: record(`listing/${code}`, name, {
        'mã thủ tục': code,
        tên: title,
        'tên ngắn': view.shortTitle,
        'lĩnh vực': field,
        'mức độ': level,
        'thời hạn giải quyết': casesInFull(view.times),
        'phí, lệ phí': casesInFull(view.fees),
        'cán bộ riêng': view.officer === null ? null : officerLine(view.officer),
        'liên kết nộp trực tuyến': view.onlineUrl,
      }),
      parts: record(`parts/${code}`, name, partsValues(view, parts)),
    },
  }
}

function officerLine({ name, phone }: OfficerView): string {
  return phone === null ? name : `${name}, ${numberText(phone)}`
}

/**
 * Every value once, without the kind of a fee. A star says that it depends: the conditions are on the sheet and on the
 * page, a wall has no room for them and says what the star means.
 */
function casesInShort(cases: readonly CaseView[]): string | null {
  const [first] = cases
  if (first === undefined) return null
  const texts = [...new Set(cases.map(({ text }) => text.replace(/ \((?:phí|lệ phí)\)$/, '')))]
  const conditional = texts.length > 1 || first.when !== null
  return `${texts.join('; ')}${conditional ? '*' : ''}`
}

function casesInFull(cases: readonly CaseView[]): string | null {
  if (cases.length === 0) return null
  return cases.map(({ text, when }) => (when === null ? text : `${when}: ${text}`)).join('; ')
}

function partsValues(view: ProcedureView, parts: ProcedureParts): Record<string, string | null> {
  const list = (items: readonly string[] | null) =>
    items === null ? null : items.length === 0 ? 'Không' : items.join('; ')
  const joined = (...words: (string | null)[]) => words.filter(Boolean).join(', ')
  return {
    'trình tự thực hiện': list(parts.steps?.map(({ title, actor, time }) => joined(title, actor, time)) ?? null),
    'cách thức thực hiện': parts.channels,
    'thành phần hồ sơ': list(
      parts.dossier?.map(({ name, copies, form, when }) => joined(name, copies, form, when)) ?? null,
    ),
    'số lượng hồ sơ': parts.sets === null ? null : String(parts.sets),
    'đối tượng thực hiện': list(parts.applicants),
    'cơ quan giải quyết': parts.authority,
    'liên thông với': parts.interlinked.join(', '),
    'mẫu đơn, tờ khai': list(parts.forms?.map(({ name, code, url }) => joined(name, code, url)) ?? null),
    'kết quả': list(parts.results),
    'yêu cầu, điều kiện': list(parts.conditions),
    'căn cứ pháp lý': list(parts.legalBases?.map(({ number, date, title }) => joined(number, date, title)) ?? null),
    'quyết định công bố': parts.decision,
    'có hiệu lực từ': parts.effectiveFrom,
    'hết hiệu lực': parts.effectiveTo,
    'quy trình ISO': parts.iso,
    'thời hạn theo quy định': view.statutoryTime,
    'lý do chỉ một phần': view.partialReason,
    'nơi thực hiện': view.place,
  }
}

function agencyValues(agency: AgencyView, decision: string | null, notice: string | null) {
  return {
    tên: agency.name,
    tỉnh: agency.province,
    'địa chỉ': agency.address,
    'điện thoại': agency.phone === null ? null : numberText(agency.phone),
    'thư điện tử': agency.email,
    'trang thông tin': agency.website,
    'giờ tiếp nhận': agency.hours.join('; '),
    'quyết định công bố': decision,
    'lưu ý': notice,
  }
}

function feedbackValues({ feedback }: AgencyView): Record<string, string | null> {
  if (feedback === null) return {}
  return {
    'điện thoại': feedback.phone === null ? null : numberText(feedback.phone),
    'thư điện tử': feedback.email,
    'địa chỉ': feedback.address,
    'trang phản ánh': feedback.url,
  }
}

/** Counters by their name, numbers in their order: Quầy 2 before Quầy 10. Fields of a counter, and who is at it. */
function counters(fields: readonly BoardField[]): BoardCounter[] {
  const found = new Map<string, { officers: Set<BoardOfficer>; fields: BoardField[] }>()
  const at = (name: string) => {
    const counter = found.get(name) ?? { officers: new Set<BoardOfficer>(), fields: [] }
    found.set(name, counter)
    return counter
  }
  for (const field of fields) {
    if (field.counter !== null) {
      const counter = at(field.counter)
      counter.fields.push(field)
      if (field.inCharge !== null) counter.officers.add(field.inCharge)
    }
  }
  for (const field of fields) {
    for (const officer of [field.inCharge, ...field.deputies]) {
      if (officer?.counter != null) at(officer.counter).officers.add(officer)
    }
  }
  const order = new Intl.Collator('vi', { numeric: true })
  return Array.from(found, ([name, counter]) => ({
    name,
    officers: [...counter.officers],
    fields: counter.fields,
  })).sort((a, b) => order.compare(a.name, b.name))
}
