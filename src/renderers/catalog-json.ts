import { type Duration, type DurationUnit, readDuration } from '../catalog/duration.js'
import { isoDuration } from '../catalog/iso-duration.js'
import { isLegalNumber, parseLegalNumber } from '../catalog/legal.js'
import type { Catalog, Channel, Fee, Officer, Procedure } from '../catalog/model.js'
import { listType, recordType } from '../catalog/plain-value.js'
import { catalogKeys, type Type } from '../catalog/schema.js'
import { isOnlineLevel, isServiceLevel } from '../catalog/service-level.js'
import { fold } from '../catalog/vietnamese.js'
import { type SiteAddresses, siteAddresses } from '../views/addresses.js'
import { feeValue } from '../views/case-values.js'
import { contactNumber } from '../views/contact-number.js'
import { handingIn } from '../views/procedure.js'
import { levelText } from '../views/vietnamese-text.js'

/** Version of `catalog.json`: raised when a key changes its meaning or goes away. */
export const catalogJsonVersion = 1

/** Name of the schema beside `catalog.json`. */
export const catalogJsonSchemaFile = 'catalog.schema.json'

/**
 * What never leaves: `internal` by law of the format; when an officer is away and when they agreed to something are personal
 * data that no citizen needs (NĐ 13/2023/NĐ-CP Điều 3: no more than the purpose asks for).
 */
export const privateKeys: ReadonlySet<string> = new Set(['internal', 'absent', 'mobileConsent'])

/** The lists and records of a catalog that are published, in the order of the file. */
export const publishedKeys = ['agency', 'publication', 'fields', 'officers', 'procedures', 'synonyms'] as const

/**
 * The whole public catalog for other programs: every record with the keys of the catalog as they were written, and under
 * `normalised` what we read in them, so that nobody needs to parse Vietnamese prose again. `base` is where the site will
 * stand, `schema` the file with the schema where one lies beside it.
 */
export function catalogJson(
  catalog: Catalog,
  { base, schema }: { readonly base?: string | undefined; readonly schema?: string } = {},
): string {
  const { agency, publication, fields, officers, procedures, synonyms } = catalog
  const reading = new Reading(catalog, base)
  const data = {
    ...(schema !== undefined && { $schema: schema }),
    version: catalogJsonVersion,
    ...(agency !== undefined && {
      agency: { ...published('agency', agency), normalised: normalisedAgency(agency) },
    }),
    ...(publication !== undefined && { publication: published('publication', publication) }),
    fields: fields.map(field => ({ ...published('fields', field), normalised: reading.field(field) })),
    officers: officers.map(officer => ({ ...published('officers', officer), normalised: { phone: dialled(officer) } })),
    procedures: procedures.map((procedure, index) => ({
      ...published('procedures', procedure),
      normalised: reading.procedure(procedure, index + 1),
    })),
    ...(synonyms !== undefined && { synonyms: synonyms.map(synonym => published('synonyms', synonym)) }),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

/** Key by key as the schema lists them, so that nothing it does not list can leave. */
function published(key: (typeof publishedKeys)[number], record: object): Record<string, unknown> {
  const { type } = catalogKeys[key]
  return publicValue(type.kind === 'list' ? type.items : type, record) as Record<string, unknown>
}

function publicValue(type: Type, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = listType(type)?.items
    return items === undefined ? undefined : value.map(item => publicValue(items, item))
  }
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const [name, key] of Object.entries(recordType(type)?.keys ?? {})) {
    const inner = (value as Readonly<Record<string, unknown>>)[name]
    if (inner !== undefined && !privateKeys.has(name)) kept[name] = publicValue(key.type, inner)
  }
  return kept
}

function normalisedAgency({ phone, feedback }: NonNullable<Catalog['agency']>) {
  return { phone: dialled({ phone }), feedbackPhone: dialled({ phone: feedback?.phone }) }
}

/** +842743822234, null where nobody would answer at the number as it stands. */
function dialled({ phone }: { readonly phone?: string | undefined }): string | null {
  return phone === undefined ? null : (contactNumber(phone).href?.replace(/^tel:/, '') ?? null)
}

class Reading {
  readonly #addresses: SiteAddresses
  readonly #officers: ReadonlyMap<string, Officer>

  constructor(
    readonly catalog: Catalog,
    readonly base: string | undefined,
  ) {
    this.#addresses = siteAddresses(catalog)
    this.#officers = new Map(catalog.officers.map(officer => [officer.id, officer]))
  }

  field(field: Catalog['fields'][number]) {
    return {
      page: this.#page(this.#addresses.fields.get(field)),
      procedures: this.catalog.procedures.filter(procedure => procedure.field === field.id).length,
    }
  }

  procedure(procedure: Procedure, number: number) {
    const { title, serviceLevel, processingTime, statutoryTime, legalBases, fees } = procedure
    const field = this.catalog.fields.find(({ id }) => id === procedure.field)
    const officer = this.#officers.get(procedure.officer ?? field?.officers?.[0] ?? '')
    const times = typeof processingTime === 'string' ? [{ time: processingTime }] : (processingTime ?? [])
    return {
      number,
      page: this.#page(this.#addresses.procedures.get(procedure)),
      search: fold(title),
      serviceLevel: serviceLevel === undefined ? null : this.#level(serviceLevel),
      times: times.map(({ time, channel, when }) => ({
        ...timeRead(time),
        channel: channel ?? null,
        when: when ?? null,
      })),
      statutoryTime: statutoryTime === undefined ? null : timeRead(statutoryTime),
      fees: typeof fees === 'string' ? fees : (fees ?? []).map(feeRead),
      channels: handingIn(procedure) as Channel[],
      officer: officer?.id ?? null,
      counter:
        (procedure.officer === undefined ? field?.counter : undefined) ?? officer?.counter ?? field?.counter ?? null,
      legalBases: (legalBases ?? []).map(({ number: written }) => legalRead(written)),
    }
  }

  /** Absolute where it is known where the site will stand. */
  #page(address = ''): string {
    return (this.base ?? '') + address
  }

  #level(value: string) {
    const { name, scheme } = levelText(value, this.catalog.publication?.date)
    return { name, scheme, online: isServiceLevel(value) ? isOnlineLevel(value) : null }
  }
}

/** `kind` null: the text is not understood. Amounts are exact: a third of a day is {numerator: 1, denominator: 3}. */
function timeRead(text: string) {
  const read = readDuration(text)
  return {
    text,
    kind: read?.kind ?? null,
    parts: read === undefined ? [] : partsOf(read),
    from: read?.kind === 'span' ? (read.from ?? null) : null,
    afterThree: read?.kind === 'immediate' || read?.kind === 'same-day' ? (read.afterThree ?? false) : false,
    iso8601: (read === undefined ? undefined : isoDuration(read)) ?? null,
  }
}

function partsOf(read: Duration): { numerator: number; denominator: number; unit: DurationUnit }[] {
  if (read.kind !== 'span') return []
  return read.parts.map(({ amount: { numerator, denominator }, unit }) => ({ numerator, denominator, unit }))
}

function feeRead(fee: Fee) {
  const { words, amount, currency } = feeValue(fee)
  return { text: words, amount, currency }
}

function legalRead(written: string) {
  const read = parseLegalNumber(written)
  return isLegalNumber(read)
    ? { number: read.number, kind: read.kind, year: read.year ?? null }
    : { number: written, kind: null, year: null }
}
