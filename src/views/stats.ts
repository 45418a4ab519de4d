import { daysBetween } from '../catalog/day.js'
import { compareDurations, type Duration, leastCalendarDays, readDuration } from '../catalog/duration.js'
import type { Catalog, Field, Officer, Procedure } from '../catalog/model.js'
import { serviceLevels } from '../catalog/model.js'
import { parseMoney } from '../catalog/money.js'
import { catalogKeys, type Keys, type Type } from '../catalog/schema.js'
import { isOnlineLevel, isServiceLevel } from '../catalog/service-level.js'
import { fold } from '../catalog/vietnamese.js'
import type { Text } from '../locale.js'
import { levelText } from './vietnamese-text.js'

/**
 * The figures of one catalog, or of several taken together, as plain data. Each list of shares adds up to the number that
 * stands in its `of`; what a catalog does not say is counted as such and never left out.
 */
export interface StatsView {
  /** One line for each catalog, in their order. */
  readonly catalogs: readonly CatalogLine[]
  readonly procedures: number
  /** Fields of several catalogs are one where they have one name. */
  readonly fields: number
  readonly officers: number
  /** Handed in online: toàn trình and một phần, levels 3 and 4. */
  readonly online: Share
  /** Nobody is in charge: neither an officer of their own nor one of their field. */
  readonly withoutOfficer: Share
  readonly levels: readonly Share[]
  readonly times: readonly Share[]
  readonly fees: readonly Share[]
  readonly byField: readonly Share[]
  readonly byOfficer: readonly Load[]
  readonly contacts: readonly Share[]
  readonly coverage: readonly Coverage[]
}

/** How many out of how many. */
export interface Share {
  /** For programs; it does not change with the language. */
  readonly id: string
  readonly name: Text
  /** What has to be known to read the name: the decree of a level. */
  readonly note: Text | null
  readonly count: number
  readonly of: number
}

export interface CatalogLine {
  readonly path: string
  readonly name: string
  readonly date: string | null
  readonly procedures: number
  readonly fields: number
  readonly officers: number
  readonly online: Share
  readonly contactsChecked: Share
}

/** How much rests on one officer. */
export interface Load {
  readonly name: string
  readonly jobTitle: string | null
  /** The short name of the office, where there are several catalogs. */
  readonly agency: string | null
  readonly fields: number
  /** Fields where the officer stands in. */
  readonly deputyOf: number
  readonly procedures: number
  /** All procedures of the catalogs. */
  readonly of: number
}

/** How often each key of one kind of record is filled in. */
export interface Coverage {
  readonly id: string
  readonly name: Text
  readonly of: number
  readonly keys: readonly Share[]
}

/** A catalog, and after how many days a contact has to be checked again. */
export interface Counted {
  readonly catalog: Catalog
  readonly maximumAge: number
}

export function statsView(counted: readonly Counted[], today: string): StatsView {
  const catalogs = counted.map(({ catalog }) => catalog)
  const procedures = catalogs.flatMap(catalog => catalog.procedures)
  const officers = catalogs.flatMap(catalog => catalog.officers)
  const byField = fieldShares(catalogs)
  return {
    catalogs: counted.map(one => catalogLine(one, today)),
    procedures: procedures.length,
    fields: byField.filter(({ id }) => id !== stray).length,
    officers: officers.length,
    online: onlineShare(procedures),
    withoutOfficer: withoutOfficer(catalogs, procedures.length),
    levels: levelShares(catalogs),
    times: shares(procedures.map(timeClass), timeClasses, procedures.length),
    fees: shares(procedures.map(feeClass), feeClasses, procedures.length),
    byField,
    byOfficer: catalogs.flatMap(catalog => loads(catalog, catalogs.length > 1, procedures.length)),
    contacts: contactShares(counted, today),
    coverage: coverages(catalogs),
  }
}

function catalogLine({ catalog, maximumAge }: Counted, today: string): CatalogLine {
  const { path, agency, publication, procedures, fields, officers } = catalog
  const contacts = contactShares([{ catalog, maximumAge }], today)
  return {
    path,
    name: agency?.shortName ?? agency?.name ?? path,
    date: publication?.date ?? null,
    procedures: procedures.length,
    fields: fields.length,
    officers: officers.length,
    online: onlineShare(procedures),
    contactsChecked: contacts.find(({ id }) => id === 'checked') ?? share('checked', contactClasses.checked, 0, 0),
  }
}

function share(id: string, name: Text, count: number, of: number, note: Text | null = null): Share {
  return { id, name, note, count, of }
}

/** Counts the classes in the order in which they are given; classes that nothing falls in are left out. */
function shares<Class extends string>(
  found: readonly Class[],
  names: Readonly<Record<Class, Text>>,
  of: number,
): readonly Share[] {
  const counts = new Map<Class, number>()
  for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1)
  return (Object.keys(names) as Class[])
    .map(id => share(id, names[id], counts.get(id) ?? 0, of))
    .filter(({ count }) => count > 0)
}

function onlineShare(procedures: readonly Procedure[]): Share {
  const online = procedures.filter(
    ({ serviceLevel = '' }) => isServiceLevel(serviceLevel) && isOnlineLevel(serviceLevel),
  )
  const name = { vi: 'Nộp được hồ sơ trực tuyến', en: 'Can be handed in online' }
  return share('online', name, online.length, procedures.length)
}

const englishLevels: Readonly<Record<string, string>> = {
  full: 'Fully online',
  partial: 'Partly online',
  information: 'Information only',
  none: 'Not online',
  'level-1': 'Level 1',
  'level-2': 'Level 2',
  'level-3': 'Level 3',
  'level-4': 'Level 4',
}

/** In the order of the decrees; then levels that no decree knows, and last what has none. */
function levelShares(catalogs: readonly Catalog[]): readonly Share[] {
  const counts = new Map<string, number>(serviceLevels.map(level => [level, 0]))
  let without = 0
  let of = 0
  let date: string | undefined
  for (const { procedures, publication } of catalogs) {
    // Of several lists the newest one says which decree is in force.
    if (publication?.date !== undefined && publication.date > (date ?? '')) date = publication.date
    of += procedures.length
    for (const { serviceLevel } of procedures) {
      if (serviceLevel === undefined) without += 1
      else counts.set(serviceLevel, (counts.get(serviceLevel) ?? 0) + 1)
    }
  }
  const levels = Array.from(counts, ([value, count]) => {
    const { name, scheme } = levelText(value, date)
    const note = scheme === null ? null : { vi: scheme, en: scheme.replace('Nghị định', 'Decree') }
    return share(value, { vi: name, en: englishLevels[value] ?? value }, count, of, note)
  })
  const missing = share('missing', { vi: 'Chưa công bố mức độ', en: 'No level given' }, without, of)
  return [...levels, missing].filter(({ count }) => count > 0)
}

/** Working days and calendar days are never merged. */
const timeClasses = {
  'at-once': { vi: 'Ngay hoặc trong ngày', en: 'At once or the same day' },
  hours: { vi: 'Tính bằng giờ', en: 'In hours' },
  'working-days-3': { vi: 'Đến 3 ngày làm việc', en: 'Up to 3 working days' },
  'working-days-10': { vi: 'Trên 3 đến 10 ngày làm việc', en: 'Over 3, up to 10 working days' },
  'working-days-20': { vi: 'Trên 10 đến 20 ngày làm việc', en: 'Over 10, up to 20 working days' },
  'working-days-more': { vi: 'Trên 20 ngày làm việc', en: 'Over 20 working days' },
  'days-3': { vi: 'Đến 3 ngày', en: 'Up to 3 days' },
  'days-10': { vi: 'Trên 3 đến 10 ngày', en: 'Over 3, up to 10 days' },
  'days-20': { vi: 'Trên 10 đến 20 ngày', en: 'Over 10, up to 20 days' },
  'days-more': { vi: 'Trên 20 ngày', en: 'Over 20 days' },
  months: { vi: 'Tính bằng tháng, năm', en: 'In months or years' },
  mixed: { vi: 'Vừa ngày, vừa ngày làm việc', en: 'Days and working days together' },
  'not-set': { vi: 'Pháp luật không quy định', en: 'Not set by law' },
  unread: { vi: 'Ghi không rõ', en: 'Cannot be read' },
  missing: { vi: 'Chưa ghi thời hạn', en: 'No time given' },
} as const satisfies Readonly<Record<string, Text>>
type TimeClass = keyof typeof timeClasses

/** A procedure counts by the longest of its cases: what its slowest applicant has to wait. */
function timeClass({ processingTime }: Procedure): TimeClass {
  if (processingTime === undefined) return 'missing'
  const written = typeof processingTime === 'string' ? [processingTime] : processingTime.map(({ time }) => time)
  const read = written.map(readDuration).filter(duration => duration !== undefined)
  const [first, ...others] = read
  if (first === undefined) return 'unread'
  return durationClass(others.reduce((longest, next) => (isLonger(next, longest) ? next : longest), first))
}

function isLonger(a: Duration, b: Duration): boolean {
  if (a.kind === 'not-set' || b.kind === 'not-set') return b.kind === 'not-set' && a.kind !== 'not-set'
  return (compareDurations(a, b) ?? leastCalendarDays(a) - leastCalendarDays(b)) > 0
}

function durationClass(duration: Duration): TimeClass {
  if (duration.kind === 'not-set') return 'not-set'
  if (duration.kind !== 'span') return 'at-once'
  const units = duration.parts.map(({ unit }) => unit)
  const [part] = duration.parts
  if (part === undefined) return 'at-once'
  if (units.includes('day') && units.includes('working-day')) return 'mixed'
  // The parts stand from long to short; what stands behind the first makes it a little longer.
  const amount = part.amount.numerator / part.amount.denominator + (units.length > 1 ? 0.01 : 0)
  switch (part.unit) {
    case 'year':
    case 'month':
      return 'months'
    case 'week':
      return `days-${bracket(amount * 7)}`
    case 'day':
      return `days-${bracket(amount)}`
    case 'working-day':
      return `working-days-${bracket(amount)}`
    default:
      return 'hours'
  }
}

function bracket(days: number): '3' | '10' | '20' | 'more' {
  if (days <= 3) return '3'
  if (days <= 10) return '10'
  return days <= 20 ? '20' : 'more'
}

const feeClasses = {
  none: { vi: 'Không thu', en: 'No fee' },
  exempt: { vi: 'Miễn', en: 'Exempt' },
  zero: { vi: 'Mức thu 0 đồng', en: 'Rate of 0 đồng' },
  'under-20000': { vi: 'Dưới 20.000 đồng', en: 'Under 20,000 đồng' },
  'under-100000': { vi: 'Từ 20.000 đến dưới 100.000 đồng', en: '20,000 to under 100,000 đồng' },
  'from-100000': { vi: 'Từ 100.000 đồng trở lên', en: '100,000 đồng and more' },
  foreign: { vi: 'Thu bằng ngoại tệ', en: 'In a foreign currency' },
  unread: { vi: 'Mức thu ghi không rõ', en: 'Rate cannot be read' },
  missing: { vi: 'Chưa ghi phí, lệ phí', en: 'Nothing said of fees' },
} as const satisfies Readonly<Record<string, Text>>
type FeeClass = keyof typeof feeClasses

/** A procedure counts by the highest of its rates. */
function feeClass({ fees }: Procedure): FeeClass {
  if (fees === undefined) return 'missing'
  if (fees === 'none' || fees === 'exempt') return fees
  const rates = fees.map(({ amount }) => parseMoney(amount))
  if (rates.some(({ kind }) => kind === 'foreign')) return 'foreign'
  const highest = Math.max(...rates.map(rate => (rate.kind === 'amount' ? rate.dong : -1)))
  if (highest < 0) {
    const free = rates.find(rate => rate.kind === 'free')
    return free?.said ?? 'unread'
  }
  if (highest === 0) return 'zero'
  if (highest < 20_000) return 'under-20000'
  return highest < 100_000 ? 'under-100000' : 'from-100000'
}

/** The id of procedures whose field the catalog does not hold. No field can have it: ids are never empty. */
const stray = ''

/** The largest first; fields of one size as the catalogs order them. */
function fieldShares(catalogs: readonly Catalog[]): readonly Share[] {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  // A name of nothing but signs folds to nothing.
  const keyOf = ({ id, name }: Field) => (catalogs.length === 1 ? id : fold(name) || name || id)
  let of = 0
  for (const { fields, procedures } of catalogs) {
    const keys = new Map(fields.map(field => [field.id, keyOf(field)]))
    for (const field of fields) names.set(keyOf(field), names.get(keyOf(field)) ?? field.name)
    of += procedures.length
    for (const { field } of procedures) {
      const key = keys.get(field) ?? stray
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const known = Array.from(names, ([key, name]) => share(key, { vi: name, en: name }, counts.get(key) ?? 0, of))
  const strays = share(stray, { vi: 'Chưa xếp lĩnh vực', en: 'No known field' }, counts.get(stray) ?? 0, of)
  const sorted = known.sort((a, b) => b.count - a.count)
  return strays.count > 0 ? [...sorted, strays] : sorted
}

/** Who is in charge of each procedure of a catalog; an id that the catalog does not hold is nobody. */
function inCharge({ officers, fields, procedures }: Catalog): readonly (Officer['id'] | undefined)[] {
  const ids = new Set(officers.map(({ id }) => id))
  const first = new Map(fields.map(({ id, officers: staff = [] }) => [id, staff[0]]))
  return procedures.map(({ officer, field }) => {
    const id = officer ?? first.get(field)
    return id !== undefined && ids.has(id) ? id : undefined
  })
}

function withoutOfficer(catalogs: readonly Catalog[], of: number): Share {
  const nobody = catalogs.flatMap(inCharge).filter(id => id === undefined)
  return share('without-officer', { vi: 'Chưa có cán bộ phụ trách', en: 'Nobody is in charge' }, nobody.length, of)
}

/** The most loaded first. */
function loads(catalog: Catalog, several: boolean, of: number): readonly Load[] {
  const { agency, officers, fields } = catalog
  const counts = new Map<string | undefined, number>()
  for (const id of inCharge(catalog)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return officers
    .map(({ id, name, jobTitle }) => ({
      name,
      jobTitle: jobTitle ?? null,
      agency: several ? (agency?.shortName ?? agency?.name ?? null) : null,
      fields: fields.filter(field => field.officers?.[0] === id).length,
      deputyOf: fields.filter(field => field.officers?.slice(1).includes(id)).length,
      procedures: counts.get(id) ?? 0,
      of,
    }))
    .sort((a, b) => b.procedures - a.procedures)
}

const contactClasses = {
  checked: { vi: 'Đã gọi thử trong hạn', en: 'Checked in time' },
  old: { vi: 'Gọi thử đã quá hạn', en: 'Checked too long ago' },
  never: { vi: 'Chưa ghi ngày gọi thử', en: 'No day of checking' },
  none: { vi: 'Không có số máy, thư điện tử', en: 'No telephone or e-mail' },
} as const satisfies Readonly<Record<string, Text>>
type ContactClass = keyof typeof contactClasses

function contactShares(counted: readonly Counted[], today: string): readonly Share[] {
  const classes = counted.flatMap(({ catalog: { officers }, maximumAge }) =>
    officers.map(officer => contactClass(officer, maximumAge, today)),
  )
  return shares(classes, contactClasses, classes.length)
}

function contactClass({ phone, email, checkedOn }: Officer, maximumAge: number, today: string): ContactClass {
  if (phone === undefined && email === undefined) return 'none'
  // A day that has not come is a slip of the pen, not a check.
  if (checkedOn === undefined || checkedOn > today) return 'never'
  return daysBetween(checkedOn, today) <= maximumAge ? 'checked' : 'old'
}

function coverages(catalogs: readonly Catalog[]): readonly Coverage[] {
  const records = {
    agency: catalogs.flatMap(({ agency }) => agency ?? []),
    publication: catalogs.flatMap(({ publication }) => publication ?? []),
    officers: catalogs.flatMap(({ officers }) => officers),
    fields: catalogs.flatMap(({ fields }) => fields),
    procedures: catalogs.flatMap(({ procedures }) => procedures),
  }
  return (['procedures', 'fields', 'officers', 'agency', 'publication'] as const).map(id => {
    const { title, type } = catalogKeys[id]
    return { id, name: title, of: records[id].length, keys: keyShares(records[id], recordKeys(type)) }
  })
}

/** What stands under `internal` never leaves, not even as a number. */
function keyShares(records: readonly object[], keys: Keys): readonly Share[] {
  return Object.entries(keys)
    .filter(([key]) => key !== 'internal')
    .map(([key, { title }]) => {
      const filled = records.filter(record => (record as Readonly<Record<string, unknown>>)[key] !== undefined)
      return share(key, title, filled.length, records.length)
    })
}

function recordKeys(type: Type): Keys {
  if (type.kind === 'list') return recordKeys(type.items)
  return type.kind === 'record' ? type.keys : {}
}
