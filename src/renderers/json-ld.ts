import { daysOf } from '../catalog/hours.js'
import type { Agency, Applicant, Catalog, Channel, Day, Officer, OpeningHours, Procedure } from '../catalog/model.js'
import { webAddress } from '../views/agency.js'
import { wardName } from '../views/area.js'
import { feeValues, timeValue } from '../views/case-values.js'
import { contactNumber } from '../views/contact-number.js'
import { handingIn } from '../views/procedure.js'
import { procedureSummary } from '../views/summary.js'
import { channelsText } from '../views/vietnamese-text.js'

/** An object of schema.org: nothing but data. Keys that the catalog is silent on are absent. */
export type JsonLd = { readonly [key: string]: string | number | boolean | JsonLd | readonly (string | JsonLd)[] }

/** Absolute addresses, known only with `--base-url`: search engines take no others. */
export interface JsonLdPlace {
  /** Of the page that carries the data. */
  readonly url?: string | undefined
  /** Of the home page of the site. */
  readonly home?: string | undefined
}

const context = { '@context': 'https://schema.org' }

/** For the home page and the contacts page: the office, when it is open, and whom to call. */
export function officeJsonLd(catalog: Catalog, { home }: JsonLdPlace = {}): JsonLd {
  return compact({
    ...context,
    ...office(catalog, home),
    openingHoursSpecification: catalog.agency?.openingHours?.flatMap(openingSpecification),
    contactPoint: contactPoints(catalog),
  })
}

/** For the page of a procedure. */
export function procedureJsonLd(procedure: Procedure, catalog: Catalog, { url, home }: JsonLdPlace = {}): JsonLd {
  const { code, title, shortTitle, authority, applicants, results } = procedure
  const field = catalog.fields.find(({ id }) => id === procedure.field)
  return compact({
    ...context,
    '@type': 'GovernmentService',
    '@id': url === undefined ? undefined : `${url}#thu-tuc`,
    url,
    name: title,
    alternateName: shortTitle,
    identifier: { '@type': 'PropertyValue', propertyID: 'Mã thủ tục hành chính', value: code },
    description: procedureSummary(procedure, catalog),
    serviceType: field?.name,
    category: field?.name,
    provider: office(catalog, home),
    serviceOperator: authority === undefined ? undefined : { '@type': 'GovernmentOrganization', name: authority },
    areaServed: areaOf(catalog.agency),
    audience: applicants?.map(audience),
    availableChannel: channels(procedure, catalog),
    offers: offers(procedure),
    serviceOutput: results?.map(name => ({ '@type': 'Thing', name })),
    subjectOf: procedure.legalBases?.map(({ number, date, title: name }) =>
      compact({ '@type': 'Legislation', legislationIdentifier: number, name: name ?? number, legislationDate: date }),
    ),
  })
}

/**
 * As text to stand inside `<script type="application/ld+json">`. The one place where such text is made safe: a title in
 * a catalog may hold `</script>` or `<!--`.
 */
export function inlineJsonLd(data: JsonLd | readonly JsonLd[]): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Every page of a procedure names the office; only pages about the office tell all of it. */
function office({ agency }: Catalog, home: string | undefined): JsonLd {
  const { id, name, shortName, address, province, phone, email } = agency ?? { name: '' }
  return compact({
    '@type': 'GovernmentOffice',
    '@id': home === undefined ? undefined : `${home}#co-quan`,
    name,
    alternateName: shortName,
    identifier: id,
    url: home ?? webAddress(agency?.website) ?? undefined,
    sameAs: home === undefined ? undefined : (webAddress(agency?.website) ?? undefined),
    telephone: telephone(phone),
    email,
    address: compact({
      '@type': 'PostalAddress',
      streetAddress: address,
      addressRegion: province,
      addressCountry: 'VN',
    }),
  })
}

function contactPoints({ agency, fields, officers }: Catalog): JsonLd[] {
  const inCharge = fields.flatMap(field => {
    const officer = officers.find(one => one.id === field.officers?.[0])
    return officer === undefined ? [] : [officerContact(officer, field.name)]
  })
  const feedback = agency?.feedback
  if (feedback === undefined) return inCharge
  const takesFeedback = compact({
    '@type': 'ContactPoint',
    contactType: 'Tiếp nhận phản ánh, kiến nghị',
    telephone: telephone(feedback.phone),
    email: feedback.email,
    url: webAddress(feedback.url) ?? undefined,
    availableLanguage: 'vi',
  })
  return [takesFeedback, ...inCharge]
}

function officerContact({ name, jobTitle, phone, extension, email }: Officer, field: string): JsonLd {
  return compact({
    '@type': 'ContactPoint',
    contactType: field,
    name,
    description: jobTitle,
    telephone: telephone(phone, extension),
    email,
    availableLanguage: 'vi',
  })
}

/** +842743822234, with ;ext=12 behind it as RFC 3966 has it. Nothing where nobody would answer at the number as written. */
function telephone(written: string | undefined, extension?: string): string | undefined {
  const href = written === undefined ? null : contactNumber(written).href
  if (href === null) return undefined
  const digits = extension?.replace(/\D/g, '') ?? ''
  return `${href.replace(/^tel:/, '')}${digits === '' ? '' : `;ext=${digits}`}`
}

const dayNames: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

function openingSpecification({ days, from, to }: OpeningHours): JsonLd[] {
  const dayOfWeek = daysOf(days).map(day => `https://schema.org/${dayNames[day]}`)
  return dayOfWeek.length === 0 ? [] : [{ '@type': 'OpeningHoursSpecification', dayOfWeek, opens: from, closes: to }]
}

/** The ward, out of “Ủy ban nhân dân phường Ví Dụ”, and the province around it. */
function areaOf(agency: Agency | undefined): JsonLd | undefined {
  const province = agency?.province === undefined ? undefined : { '@type': 'AdministrativeArea', name: agency.province }
  const name = wardName(agency)
  if (name === undefined) return province
  return compact({ '@type': 'AdministrativeArea', name, containedInPlace: province })
}

const audiences: Readonly<Record<Applicant, readonly [string, string]>> = {
  citizen: ['Audience', 'Cá nhân'],
  organisation: ['Audience', 'Tổ chức'],
  business: ['BusinessAudience', 'Doanh nghiệp'],
  official: ['Audience', 'Cán bộ, công chức, viên chức'],
}

function audience(applicant: Applicant): JsonLd {
  const [type, audienceType] = audiences[applicant]
  return { '@type': type, audienceType }
}

/** One for each way to hand the dossier in; one without a name where the catalog names none. */
function channels(procedure: Procedure, catalog: Catalog): JsonLd[] {
  const ways: readonly (Channel | undefined)[] = handingIn(procedure)
  return (ways.length === 0 ? [undefined] : ways).map(way => {
    const time = timeValue(procedure.processingTime, way)
    return compact({
      '@type': 'ServiceChannel',
      name: way === undefined ? undefined : (channelsText([way]) ?? undefined),
      serviceUrl: way === 'online' || way === undefined ? (webAddress(procedure.onlineUrl) ?? undefined) : undefined,
      servicePhone: way === 'online' ? undefined : officerOf(procedure, catalog),
      serviceLocation: way === 'counter' ? counter(procedure, catalog) : undefined,
      processingTime: time.iso ?? undefined,
      description: time.words === null ? undefined : `Thời hạn giải quyết: ${time.words}`,
      availableLanguage: 'vi',
    })
  })
}

function officerOf(procedure: Procedure, { fields, officers }: Catalog): JsonLd | undefined {
  const field = fields.find(({ id }) => id === procedure.field)
  const officer = officers.find(({ id }) => id === (procedure.officer ?? field?.officers?.[0]))
  return officer === undefined ? undefined : officerContact(officer, field?.name ?? procedure.field)
}

function counter(procedure: Procedure, { agency, fields, officers }: Catalog): JsonLd | undefined {
  const field = fields.find(({ id }) => id === procedure.field)
  const officer = officers.find(({ id }) => id === (procedure.officer ?? field?.officers?.[0]))
  const own = procedure.officer === undefined ? undefined : officer?.counter
  const place = own ?? field?.counter ?? officer?.counter
  const name = [place, agency?.shortName ?? agency?.name].filter(part => part !== undefined).join(', ')
  return name === '' ? undefined : compact({ '@type': 'Place', name, address: agency?.address })
}

function offers({ fees }: Procedure): JsonLd[] {
  return feeValues(fees).map(({ words, amount, currency }) =>
    compact({
      '@type': 'Offer',
      price: amount === null ? undefined : String(amount),
      priceCurrency: currency ?? undefined,
      description: words,
    }),
  )
}

type Loose = { readonly [key: string]: JsonLd[string] | undefined }

/** Without what the catalog is silent on: no key without a value, no empty list. */
function compact(loose: Loose): JsonLd {
  const kept: Record<string, JsonLd[string]> = {}
  for (const [key, value] of Object.entries(loose)) {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    kept[key] = value
  }
  return kept
}
