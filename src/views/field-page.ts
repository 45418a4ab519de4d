import type { Field } from '../catalog/model.js'
import { linkTo, pageAddresses } from './addresses.js'
import { officerView } from './agency.js'
import { procedureItem, type SiteContext } from './site-context.js'

/** What `field-page.hbs` receives. */
export function fieldPage(field: Field, context: SiteContext) {
  const from = context.addressOf(field)
  const [inCharge, ...deputies] = context.officersOf(field)
  const procedures = context.proceduresOf(field)
  return {
    title: field.name,
    home: linkTo(from, pageAddresses.home),
    count: context.count(procedures.length),
    counter: field.counter ?? inCharge?.counter ?? null,
    inCharge: inCharge === undefined ? null : officerView(inCharge),
    deputies: deputies.map(officer => officerView(officer)),
    procedures: procedures.map(procedure => procedureItem(procedure, from, context)),
    agency: context.agency,
  }
}
