import type { Catalog, Field, IsoDate, Officer, Procedure } from '../catalog/model.js'
import type { Locale, Text } from '../locale.js'
import { linkTo, type SiteAddresses, siteAddresses } from './addresses.js'
import { type AgencyView, agencyView } from './agency.js'
import { feeTableView } from './fee-table.js'
import { levelView } from './procedure.js'
import { type QrView, qrViews } from './qr.js'
import { type SiteWords, siteWordsIn } from './site-words.js'
import { type TimeLimitView, timeLimits } from './time-limit.js'

export interface SiteOptions {
  /** Language of the labels; the catalog’s own words stay as written. */
  readonly locale: Locale
  /** The day that due dates are counted for. */
  readonly today: IsoDate
  /** Where the site will stand, ending in `/`; without it there are no QR codes of pages. */
  readonly baseUrl?: string
  /** Errors that the check found: above 0 only with `--allow-errors`. */
  readonly errors: number
  /** What lies beside the pages to be downloaded, by path from the root. */
  readonly files: readonly SiteFile[]
  readonly theme?: SiteTheme
  /** Whether the site has the page that says which printed boards are still right. */
  readonly hasBoards?: boolean
  /** Codes that others say were replaced, with the code that came in place. */
  readonly replaced?: ReadonlyMap<string, string>
}

export interface SiteFile {
  readonly path: string
  readonly bytes: number
}

/** What an office sets about looks; colours go into the style sheet. */
export interface SiteTheme {
  /** Its path from the root of the site. */
  readonly logo?: string
  readonly footer: readonly string[]
}

/** What views of single pages share. */
export interface SiteContext {
  readonly catalog: Catalog
  readonly options: SiteOptions
  readonly words: SiteWords
  readonly addresses: SiteAddresses
  readonly agency: AgencyView
  fieldOf(procedure: Procedure): Field | undefined
  proceduresOf(field: Field): readonly Procedure[]
  officersOf(field: Field): readonly Officer[]
  officerOf(procedure: Procedure): Officer | undefined
  officer(id: string): Officer | undefined
  qr(text: string): QrView
  times(written: Procedure['processingTime']): readonly TimeLimitView[]
  /** The counter where a procedure is handed in. */
  counterOf(procedure: Procedure): string | null
  addressOf(record: Procedure | Field): string
  /** The sentence in the language of the labels. */
  say(text: Text): string
  count(procedures: number): string
}

export function siteContext(catalog: Catalog, options: SiteOptions): SiteContext {
  const { locale } = options
  const addresses = siteAddresses(catalog)
  const fields = new Map(catalog.fields.map(field => [field.id, field]))
  const officers = new Map(catalog.officers.map(officer => [officer.id, officer]))
  const byField = new Map<string, Procedure[]>()
  for (const procedure of catalog.procedures) {
    const list = byField.get(procedure.field)
    if (list === undefined) byField.set(procedure.field, [procedure])
    else list.push(procedure)
  }
  const fieldOf = ({ field }: Procedure) => fields.get(field)
  const officersOf = (field: Field) =>
    (field.officers ?? []).map(id => officers.get(id)).filter(officer => officer !== undefined)
  const officerOf = (procedure: Procedure) => {
    const own = procedure.officer === undefined ? undefined : officers.get(procedure.officer)
    const field = fieldOf(procedure)
    return own ?? (field === undefined ? undefined : officersOf(field)[0])
  }
  return {
    catalog,
    options,
    words: siteWordsIn(locale),
    addresses,
    agency: agencyView(catalog.agency, locale),
    fieldOf,
    proceduresOf: ({ id }) => byField.get(id) ?? [],
    officersOf,
    officerOf,
    qr: qrViews(),
    times: timeLimits(options.today, locale),
    officer: id => officers.get(id),
    counterOf(procedure) {
      const own = procedure.officer === undefined ? undefined : officers.get(procedure.officer)?.counter
      return own ?? fieldOf(procedure)?.counter ?? officerOf(procedure)?.counter ?? null
    },
    addressOf(record) {
      const address = addresses.procedures.get(record as Procedure) ?? addresses.fields.get(record as Field)
      if (address === undefined) throw new Error('the record is not of this catalog')
      return address
    },
    say: text => text[locale],
    count: number =>
      ({ vi: `${number} thủ tục`, en: `${number} ${number === 1 ? 'procedure' : 'procedures'}` })[locale],
  }
}

/** “35 lĩnh vực” */
export function fieldCount({ catalog, say }: SiteContext): string {
  const number = catalog.fields.length
  return say({ vi: `${number} lĩnh vực`, en: `${number} ${number === 1 ? 'field' : 'fields'}` })
}

/** A procedure as lists of procedures show it. */
export interface ProcedureItem {
  readonly code: string
  readonly title: string
  readonly href: string
  readonly time: string | null
  readonly fee: string | null
  readonly level: string | null
}

export function procedureItem(procedure: Procedure, from: string, context: SiteContext): ProcedureItem {
  const { code, title, processingTime, fees, serviceLevel } = procedure
  const { locale } = context.options
  const time = typeof processingTime === 'string' ? processingTime : processingTime?.[0]?.time
  const fee = feeTableView(fees, locale)
  return {
    code,
    title,
    href: linkTo(from, context.addressOf(procedure)),
    time: time ?? null,
    fee: fee.kind === 'silent' ? null : fee.summary,
    level: serviceLevel === undefined ? null : levelView(serviceLevel, context.catalog.publication?.date, locale).name,
  }
}
