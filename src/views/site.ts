import { dayText } from '../catalog/day.js'
import type { Catalog, Field, IsoDate, Officer, Procedure } from '../catalog/model.js'
import type { Locale, Text } from '../locale.js'
import { linkTo, notFoundFile, pageAddresses, type SiteAddresses, siteAddresses, urlOf } from './addresses.js'
import { type AgencyView, agencyView, type OfficerView, officerView } from './agency.js'
import { contactsPage } from './contacts-page.js'
import { feeTableView } from './fee-table.js'
import { levelView } from './procedure.js'
import { procedurePage } from './procedure-page.js'
import { type QrView, qrViews } from './qr.js'
import { revisionOf } from './revision.js'
import { type SearchData, searchData } from './search-entries.js'
import { type SiteWords, siteWordsIn } from './site-words.js'
import { statisticsPage } from './statistics-page.js'
import { procedureSummary } from './summary.js'
import { type TimeLimitView, timeLimits } from './time-limit.js'
import { decisionText } from './vietnamese-text.js'

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

/** The whole site as plain data: every key is always there, `null` where the catalog is silent. */
export interface SiteView {
  readonly locale: Locale
  readonly words: SiteWords
  readonly pages: readonly SitePage[]
  readonly redirects: readonly Redirect[]
  readonly search: SearchData
}

/** One page: which template shows it, and what that template receives. */
export interface SitePage {
  readonly address: string
  readonly template: string
  readonly frame: FrameView
  readonly content: object
  /** The records that the page is about, for what describes it to machines. */
  readonly procedure?: Procedure
  readonly field?: Field
}

/** What surrounds every page; `layout.hbs` receives it as `page`. */
export interface FrameView {
  readonly lang: Locale
  readonly title: string
  readonly description: string
  readonly canonical: string | null
  readonly home: string
  readonly root: string
  readonly agency: {
    readonly name: string
    readonly shortName: string
    readonly address: string | null
    readonly phone: AgencyView['phone']
  }
  /** What most people look for. */
  readonly navigation: readonly NavigationItem[]
  /** What stands at the foot of the page. */
  readonly more: readonly NavigationItem[]
  /** Whether there is a notice or a word on errors. */
  readonly remarks: boolean
  readonly notice: string | null
  readonly errors: string | null
  readonly asOf: string | null
  readonly decision: string | null
  readonly footer: readonly string[]
  readonly logo: string | null
}

export interface NavigationItem {
  readonly name: string
  readonly href: string
  readonly current: boolean
}

export interface Redirect {
  readonly address: string
  readonly code: string
  readonly target: string
  readonly title: string
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

/** A procedure as lists of procedures show it. */
export interface ProcedureItem {
  readonly code: string
  readonly title: string
  readonly href: string
  readonly time: string | null
  readonly fee: string | null
  readonly level: string | null
}

export function siteView(catalog: Catalog, options: SiteOptions): SiteView {
  const context = siteContext(catalog, options)
  const { words } = context
  const pages: SitePage[] = [
    page(context, pageAddresses.home, 'home.hbs', homeTitle(context), homeContent(context)),
    page(context, pageAddresses.listing, 'all-procedures.hbs', words.listing, listingContent(context)),
    ...catalog.fields.map(field => ({
      ...page(context, context.addressOf(field), 'field-page.hbs', field.name, fieldContent(field, context)),
      field,
    })),
    ...catalog.procedures.map(procedure => pageOfProcedure(procedure, context)),
    page(context, pageAddresses.contacts, 'contacts.hbs', words.allContacts, contactsPage(context)),
    page(context, pageAddresses.feedback, 'feedback.hbs', words.feedback, { agency: context.agency }),
    page(context, pageAddresses.statistics, 'statistics.hbs', words.statistics, statisticsPage(context)),
    page(context, pageAddresses.downloads, 'downloads.hbs', words.downloads, downloadsContent(context)),
    page(context, pageAddresses.about, 'about-list.hbs', words.about, aboutContent(context)),
    page(context, notFoundFile, 'not-found.hbs', words.notFound, {}),
  ]
  return {
    locale: options.locale,
    words,
    pages,
    redirects: redirects(context),
    search: searchData(catalog, {
      locale: options.locale,
      href: procedure => linkTo(pageAddresses.home, context.addressOf(procedure)),
      fieldName: procedure => context.fieldOf(procedure)?.name ?? '',
      officerOf: context.officerOf,
    }),
  }
}

function siteContext(catalog: Catalog, options: SiteOptions): SiteContext {
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

const headSections = ['home', 'listing', 'contacts', 'feedback'] as const
const footSections = ['statistics', 'downloads', 'about'] as const
type Section = (typeof headSections | typeof footSections)[number]

function page(context: SiteContext, address: string, template: string, title: string, content: object): SitePage {
  return { address, template, frame: frame(context, address, title), content }
}

function pageOfProcedure(procedure: Procedure, context: SiteContext): SitePage {
  const { title } = procedure
  const made = page(
    context,
    context.addressOf(procedure),
    'procedure-page.hbs',
    title,
    procedurePage(procedure, context),
  )
  const summary = procedureSummary(procedure, context.catalog)
  const description = context.options.locale === 'vi' ? `${title}. ${summary}` : made.frame.description
  return { ...made, frame: { ...made.frame, description }, procedure }
}

function frame(context: SiteContext, address: string, title: string): FrameView {
  const { agency, catalog, options, words, say } = context
  const { publication } = catalog
  const date = publication?.date === undefined ? null : say(dayText(publication.date))
  const { errors, baseUrl } = options
  // A server shows that page for addresses of any depth: links that hang on the place of the page would lead nowhere.
  const anywhere = address === notFoundFile && baseUrl !== undefined
  const root = anywhere ? baseUrl : '../'.repeat(address.split('/').length - 1)
  const item = (section: Section): NavigationItem => ({
    name: section === 'home' ? words.navHome : words[section],
    href: link(pageAddresses[section]),
    current: address === pageAddresses[section],
  })
  const link = (target: string) => (anywhere ? urlOf(baseUrl, target) : linkTo(address, target))
  return {
    lang: options.locale,
    title: [title, address === '' ? '' : agency.shortName].filter(Boolean).join(' – '),
    description: say({
      vi: `${title}. Thủ tục hành chính tại ${agency.name || 'phường'}: thời hạn, phí, giấy tờ, nơi nộp và số điện thoại.`,
      en: `${title}. Administrative procedures at ${agency.name || 'the ward office'}: time limits, fees, papers, where to go and whom to call.`,
    }),
    canonical: options.baseUrl === undefined || address === notFoundFile ? null : urlOf(options.baseUrl, address),
    home: link(pageAddresses.home),
    root,
    agency: { name: agency.name, shortName: agency.shortName, address: agency.address, phone: agency.phone },
    navigation: headSections.map(item),
    more: footSections.map(item),
    remarks: publication?.notice !== undefined || errors > 0,
    notice: publication?.notice ?? null,
    errors:
      errors === 0
        ? null
        : say({
            vi: `Danh mục còn ${errors} lỗi chưa sửa. Bản này chỉ để xem thử, không dùng để niêm yết, công khai; thông tin có thể sai hoặc thiếu.`,
            en: `The list still has ${errors} errors. This copy is a trial, not for publication; information may be wrong or missing.`,
          }),
    asOf: date,
    decision: publication?.decision === undefined ? null : decisionText(publication.decision),
    footer: options.theme?.footer ?? [],
    logo: options.theme?.logo === undefined ? null : root + options.theme.logo,
  }
}

function homeTitle({ agency, say }: SiteContext): string {
  if (agency.shortName === '') return say({ vi: 'Thủ tục hành chính', en: 'Administrative procedures' })
  return say({
    vi: `Thủ tục hành chính tại ${agency.shortName}`,
    en: `Administrative procedures at ${agency.shortName}`,
  })
}

function homeContent(context: SiteContext) {
  const { catalog, agency, say, count } = context
  const date = catalog.publication?.date
  const byCode = new Map(catalog.procedures.map(procedure => [procedure.code, procedure]))
  const featured = (catalog.publication?.featured ?? [])
    .map(code => byCode.get(code))
    .filter(procedure => procedure !== undefined)
  const asOf =
    date === undefined ? '' : say({ vi: `, cập nhật đến ngày ${dayText(date).vi}`, en: `, as of ${dayText(date).en}` })
  return {
    title: homeTitle(context),
    summary: `${count(catalog.procedures.length)}, ${fieldCount(context)}${asOf}.`,
    listing: linkTo(pageAddresses.home, pageAddresses.listing),
    featured: featured.map(procedure => ({
      ...procedureItem(procedure, pageAddresses.home, context),
      short: procedure.shortTitle ?? withoutPrefix(procedure.title),
    })),
    fields: catalog.fields.map(field => ({
      name: field.name,
      href: linkTo(pageAddresses.home, context.addressOf(field)),
      count: count(context.proceduresOf(field).length),
    })),
    contacts: linkTo(pageAddresses.home, pageAddresses.contacts),
    agency,
  }
}

/** A quarter of titles begin with “Thủ tục”; on a card that says nothing. */
function withoutPrefix(title: string): string {
  const rest = title.replace(/^Thủ tục (?=\p{L})/u, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

function fieldCount({ catalog, say }: SiteContext): string {
  const number = catalog.fields.length
  return say({ vi: `${number} lĩnh vực`, en: `${number} ${number === 1 ? 'field' : 'fields'}` })
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

function listingContent(context: SiteContext) {
  const { catalog, count, words } = context
  const from = pageAddresses.listing
  const known = new Set(catalog.fields.map(({ id }) => id))
  const strays = catalog.procedures.filter(({ field }) => !known.has(field))
  const groups = catalog.fields.map((field, index) => ({
    anchor: `lv-${index + 1}`,
    name: field.name,
    href: linkTo(from, context.addressOf(field)) as string | null,
    procedures: context.proceduresOf(field).map(procedure => procedureItem(procedure, from, context)),
  }))
  // Procedures of a field that the catalog does not hold are not dropped.
  if (strays.length > 0) {
    groups.push({
      anchor: `lv-${groups.length + 1}`,
      name: context.say({ vi: 'Chưa xếp lĩnh vực', en: 'Without a field' }),
      href: null,
      procedures: strays.map(procedure => procedureItem(procedure, from, context)),
    })
  }
  return {
    title: words.listing,
    summary: `${count(catalog.procedures.length)}, ${fieldCount(context)}.`,
    groups: groups.map(group => ({ ...group, count: count(group.procedures.length) })),
  }
}

function fieldContent(field: Field, context: SiteContext) {
  const from = context.addressOf(field)
  const [inCharge, ...deputies] = context.officersOf(field)
  const procedures = context.proceduresOf(field)
  return {
    title: field.name,
    home: linkTo(from, pageAddresses.home),
    count: context.count(procedures.length),
    counter: field.counter ?? inCharge?.counter ?? null,
    inCharge: inCharge === undefined ? null : officerView(inCharge),
    deputies: deputies.map(officer => officerView(officer)) as readonly OfficerView[],
    procedures: procedures.map(procedure => procedureItem(procedure, from, context)),
    agency: context.agency,
  }
}

/** What is known of the files that stand beside the pages, in the order of the page. */
const fileKinds: readonly { readonly match: RegExp; readonly name: Text; readonly note: Text }[] = [
  {
    match: /^danh-muc\.html$/,
    name: { vi: 'Cả danh mục trong một tệp', en: 'The whole list in one file' },
    note: {
      vi: 'Mở bằng trình duyệt, không cần mạng; chép vào USB hoặc gửi qua tin nhắn.',
      en: 'Opens in a browser without a network; for a memory stick or a message.',
    },
  },
  {
    match: /\.xlsx$/,
    name: { vi: 'Bảng tính Excel', en: 'Excel workbook' },
    note: {
      vi: 'Danh mục, cán bộ và lĩnh vực, mỗi trang tính một bảng.',
      en: 'The list, the officers and the fields.',
    },
  },
  {
    match: /\.csv$/,
    name: { vi: 'Bảng CSV', en: 'CSV sheet' },
    note: { vi: 'Mở được bằng Excel và các phần mềm khác.', en: 'Opens in Excel and in other programs.' },
  },
  {
    match: /(?<!\.schema)\.json$/,
    name: { vi: 'Dữ liệu JSON', en: 'JSON data' },
    note: { vi: 'Dành cho lập trình viên.', en: 'For developers.' },
  },
  {
    match: /\.schema\.json$/,
    name: { vi: 'Mô tả dữ liệu JSON', en: 'JSON Schema' },
    note: { vi: 'Dành cho lập trình viên.', en: 'For developers.' },
  },
  {
    match: /\.jsonld$/,
    name: { vi: 'Dữ liệu liên kết JSON-LD (CPSV-AP)', en: 'Linked data, JSON-LD (CPSV-AP)' },
    note: { vi: 'Dành cho cổng dữ liệu.', en: 'For data portals.' },
  },
  {
    match: /\.ttl$/,
    name: { vi: 'Dữ liệu liên kết Turtle (CPSV-AP)', en: 'Linked data, Turtle (CPSV-AP)' },
    note: { vi: 'Dành cho cổng dữ liệu.', en: 'For data portals.' },
  },
  {
    match: /\.(?:pdf|html)$/,
    name: { vi: 'Bảng niêm yết, bản in', en: 'Board for printing' },
    note: { vi: 'In và dán tại bộ phận một cửa.', en: 'To print and put up at the one-stop section.' },
  },
]

function downloadsContent({ options, say, words }: SiteContext) {
  const from = pageAddresses.downloads
  const files = fileKinds.flatMap(({ match, name, note }, index) =>
    options.files
      .filter(({ path }) => fileKinds.findIndex(kind => kind.match.test(path)) === index)
      .map(({ path, bytes }) => ({
        name: say(name),
        note: say(note),
        file: path,
        href: linkTo(from, path),
        size: size(bytes, options.locale),
        match,
      })),
  )
  return { title: words.downloads, files: files.map(({ match, ...file }) => file) }
}

function size(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} byte`
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} KB`
  const mb = (bytes / 1e6).toFixed(1)
  return `${locale === 'vi' ? mb.replace('.', ',') : mb} MB`
}

function aboutContent(context: SiteContext) {
  const { catalog, agency, options, say, words } = context
  const { publication } = catalog
  const date = publication?.date
  const revision = revisionOf(catalog)
  const decision = publication?.decision === undefined ? null : decisionText(publication.decision)
  const parts = [
    agency.name,
    say({ vi: 'Danh mục thủ tục hành chính', en: 'Danh mục thủ tục hành chính' }),
    date === undefined ? '' : say({ vi: `cập nhật đến ngày ${dayText(date).vi}`, en: `as of ${date}` }),
    decision ?? '',
    say({ vi: `phiên bản ${revision}`, en: `revision ${revision}` }),
    options.baseUrl ?? '',
  ]
  return {
    title: words.about,
    agency,
    decision,
    date: date === undefined ? null : say(dayText(date)),
    reviewBy: publication?.reviewBy === undefined ? null : say(dayText(publication.reviewBy)),
    today: say(dayText(options.today)),
    revision,
    citation: `${parts.filter(Boolean).join(', ')}.`,
  }
}

/** Old codes lead to what came in their place: their addresses are printed on boards. */
function redirects({ catalog, addresses, addressOf, options }: SiteContext): Redirect[] {
  const byCode = new Map(catalog.procedures.map(procedure => [procedure.code, procedure]))
  const successors = new Map<string, string>(options.replaced ?? [])
  for (const { code, replaces } of catalog.procedures) for (const old of replaces ?? []) successors.set(old, code)
  const found: Redirect[] = []
  for (const code of successors.keys()) {
    const target = follow(code, successors, byCode)
    const address = addresses.retired(code)
    if (target === undefined || address === undefined) continue
    found.push({ address, code, target: addressOf(target), title: target.title })
  }
  return found.sort((a, b) => (a.address < b.address ? -1 : 1))
}

function follow(
  code: string,
  successors: ReadonlyMap<string, string>,
  byCode: ReadonlyMap<string, Procedure>,
): Procedure | undefined {
  const seen = new Set<string>()
  for (let next = successors.get(code); next !== undefined && !seen.has(next); next = successors.get(next)) {
    seen.add(next)
    const found = byCode.get(next)
    if (found !== undefined) return found
  }
  return undefined
}
