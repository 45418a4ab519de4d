import { dayText } from '../catalog/day.js'
import { revisionOf } from './revision.js'
import type { SiteContext } from './site-context.js'
import { decisionText } from './vietnamese-text.js'

/** What `about-list.hbs` receives. */
export function aboutPage(context: SiteContext) {
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
