import { linkTo, pageAddresses } from './addresses.js'
import { fieldCount, procedureItem, type SiteContext } from './site-context.js'

/** What `all-procedures.hbs` receives. */
export function listingPage(context: SiteContext) {
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
