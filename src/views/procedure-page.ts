import { dayText } from '../catalog/day.js'
import type { Procedure } from '../catalog/model.js'
import { linkTo, pageAddresses, urlOf } from './addresses.js'
import { type AgencyView, type OfficerView, officerView, webAddress } from './agency.js'
import { feeTableView } from './fee-table.js'
import { levelView } from './procedure.js'
import { procedureParts } from './procedure-parts.js'
import { procedureItem, type SiteContext } from './site-context.js'

/** How many procedures of the same field are offered at the end of a page. */
const neighbours = 6

/** What `procedure-page.hbs` receives. */
export function procedurePage(procedure: Procedure, context: SiteContext) {
  const { options, say, catalog, agency } = context
  const { locale, baseUrl } = options
  const from = context.addressOf(procedure)
  const field = context.fieldOf(procedure)
  const officer = context.officerOf(procedure)
  const deputies = field === undefined ? [] : context.officersOf(field).filter(other => other !== officer)
  const onlineUrl = webAddress(procedure.onlineUrl)
  const times = context.times(procedure.processingTime)
  const others = field === undefined ? [] : context.proceduresOf(field).filter(other => other !== procedure)
  const successor = catalog.procedures.find(({ code }) => code === procedure.replacedBy)
  const counter = context.counterOf(procedure)
  const { effectiveFrom, effectiveTo } = procedure
  const parts = procedureParts(procedure, locale)
  const [first] = times
  return {
    code: procedure.code,
    title: procedure.title,
    home: linkTo(from, pageAddresses.home),
    field: field === undefined ? null : { name: field.name, href: linkTo(from, context.addressOf(field)) },
    level:
      procedure.serviceLevel === undefined
        ? null
        : levelView(procedure.serviceLevel, catalog.publication?.date, locale),
    partialReason: procedure.partialReason ?? null,
    time: first === undefined ? null : { text: first.text, when: first.when },
    times,
    uncertain: times.some(({ due }) => due !== null && !due.certain),
    statutoryTime: procedure.statutoryTime ?? null,
    fees: feeTableView(procedure.fees, locale),
    place: [counter, agency.shortName].filter(Boolean).join(', '),
    agency,
    officer: officer === undefined ? null : officerView(officer),
    // The one number that answers first: on a telephone the side column stands far below.
    call: callView(officer === undefined ? null : officerView(officer), agency),
    deputies: deputies.map(other => officerView(other)),
    onlineUrl,
    onlinePayment: procedure.onlinePayment === true,
    parts,
    // Handlebars takes an empty list for nothing; here it says that there is none.
    dossier: parts.dossier === null ? null : { papers: parts.dossier },
    forms: parts.forms === null ? null : { list: parts.forms },
    conditions: parts.conditions === null ? null : { list: parts.conditions },
    inForce: inForce(effectiveFrom, effectiveTo, say),
    checkedOn: procedure.checkedOn === undefined ? null : say(dayText(procedure.checkedOn)),
    replacement: successor === undefined || successor === procedure ? null : procedureItem(successor, from, context),
    pageQr: baseUrl === undefined ? null : context.qr(urlOf(baseUrl, from)),
    onlineQr: onlineUrl === null ? null : context.qr(onlineUrl),
    report: report(procedure, from, context),
    neighbours: others.slice(0, neighbours).map(other => procedureItem(other, from, context)),
  }
}

function callView(officer: OfficerView | null, { name, phone }: AgencyView) {
  if (officer?.phone != null) return { name: officer.name, phone: officer.phone }
  return phone === null ? null : { name, phone }
}

function inForce(from: string | undefined, to: string | undefined, say: SiteContext['say']): string | null {
  const parts = [
    from === undefined ? '' : say({ vi: `từ ngày ${dayText(from).vi}`, en: `from ${dayText(from).en}` }),
    to === undefined ? '' : say({ vi: `đến hết ngày ${dayText(to).vi}`, en: `to ${dayText(to).en}` }),
  ]
  const text = parts.filter(Boolean).join(' ')
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1)
}

/** A letter that says already what it is about, or the page that says where feedback goes. */
function report({ code, title }: Procedure, from: string, { agency, say }: SiteContext): string {
  const email = agency.feedback?.email ?? agency.email
  if (email === null || !/^[^\s@?&]+@[^\s@?&]+$/.test(email)) return linkTo(from, pageAddresses.feedback)
  const subject = say({ vi: `Thông tin sai ở thủ tục ${code}`, en: `A mistake in procedure ${code}` })
  const body = say({
    vi: `Thủ tục: ${title} (${code})\nChỗ sai: \nThông tin đúng: \n`,
    en: `Procedure: ${title} (${code})\nWhat is wrong: \nWhat is right: \n`,
  })
  return `mailto:${email}?subject=${encoded(subject)}&body=${encoded(body)}`
}

/** A lone half of a pair of UTF-16 has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\n', '\r\n'))
}
