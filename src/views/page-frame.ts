import { dayText } from '../catalog/day.js'
import type { Locale } from '../locale.js'
import { boardStatusAddress, linkTo, notFoundFile, pageAddresses, urlOf } from './addresses.js'
import type { AgencyView } from './agency.js'
import type { SiteContext } from './site-context.js'
import { decisionText } from './vietnamese-text.js'

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
  /** For whoever comes from the QR code of a board: where to see whether it is still right. */
  readonly boards: string | null
}

export interface NavigationItem {
  readonly name: string
  readonly href: string
  readonly current: boolean
}

const headSections = ['home', 'listing', 'contacts', 'feedback'] as const
const footSections = ['statistics', 'downloads', 'about'] as const
type Section = (typeof headSections | typeof footSections)[number]

export function frameView(context: SiteContext, address: string, title: string): FrameView {
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
    boards: options.hasBoards === true ? link(boardStatusAddress) : null,
  }
}
