import { dayText } from '../catalog/day.js'
import { linkTo, pageAddresses } from './addresses.js'
import { fieldCount, procedureItem, type SiteContext } from './site-context.js'

export function homeTitle({ agency, say }: SiteContext): string {
  if (agency.shortName === '') return say({ vi: 'Thủ tục hành chính', en: 'Administrative procedures' })
  return say({
    vi: `Thủ tục hành chính tại ${agency.shortName}`,
    en: `Administrative procedures at ${agency.shortName}`,
  })
}

/** What `home.hbs` receives. */
export function homePage(context: SiteContext) {
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
