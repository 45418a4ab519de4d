import type { Field, Officer } from '../catalog/model.js'
import { fold } from '../catalog/vietnamese.js'
import { linkTo, pageAddresses } from './addresses.js'
import { officerView } from './agency.js'
import type { SiteContext } from './site-context.js'

/** What `contacts.hbs` receives: who sits at which counter, and for what. */
export function contactsPage(context: SiteContext) {
  const { agency, words, catalog } = context
  const counters = new Map<string, Counter>()
  const at = (name: string) => {
    const known = counters.get(name)
    if (known !== undefined) return known
    const counter: Counter = { fields: [], officers: new Set() }
    counters.set(name, counter)
    return counter
  }
  for (const field of catalog.fields) {
    const staff = context.officersOf(field)
    const counter = at(field.counter ?? staff[0]?.counter ?? '')
    counter.fields.push(field)
    // A deputy who sits elsewhere is listed where he or she sits.
    for (const officer of staff) at(officer.counter ?? field.counter ?? '').officers.add(officer)
  }
  for (const procedure of catalog.procedures) {
    const own = procedure.officer === undefined ? undefined : context.officer(procedure.officer)
    if (own !== undefined) at(own.counter ?? context.counterOf(procedure) ?? '').officers.add(own)
  }
  const from = pageAddresses.contacts
  return {
    title: words.allContacts,
    agency,
    feedback: linkTo(from, pageAddresses.feedback),
    counters: Array.from(counters, ([name, { fields, officers }]) => ({
      name: name === '' ? null : name,
      fields: fields.map(field => ({ name: field.name, href: linkTo(from, context.addressOf(field)) })),
      officers: Array.from(officers, officer => officerView(officer)),
    })).sort((a, b) => (orderKey(a.name) < orderKey(b.name) ? -1 : 1)),
  }
}

/** “Quầy 2” before “Quầy 10”, no counter last. Intl.Collator would say the same and take as long to load as 50 pages. */
function orderKey(name: string | null): string {
  return name === null ? '\uffff' : fold(name).replace(/\d+/g, digits => digits.padStart(9, '0'))
}

interface Counter {
  readonly fields: Field[]
  readonly officers: Set<Officer>
}
