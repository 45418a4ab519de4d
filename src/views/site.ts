import type { Catalog, Field, Procedure } from '../catalog/model.js'
import type { Locale } from '../locale.js'
import { aboutPage } from './about-page.js'
import { linkTo, notFoundFile, pageAddresses } from './addresses.js'
import { contactsPage } from './contacts-page.js'
import { downloadsPage } from './downloads-page.js'
import { fieldPage } from './field-page.js'
import { homePage, homeTitle } from './home-page.js'
import { listingPage } from './listing-page.js'
import { type FrameView, frameView } from './page-frame.js'
import { procedurePage } from './procedure-page.js'
import { type Redirect, redirects } from './redirects.js'
import { type SearchData, searchData } from './search-entries.js'
import { type SiteContext, type SiteOptions, siteContext } from './site-context.js'
import type { SiteWords } from './site-words.js'
import { statisticsPage } from './statistics-page.js'
import { procedureSummary } from './summary.js'

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

export function siteView(catalog: Catalog, options: SiteOptions): SiteView {
  const context = siteContext(catalog, options)
  const { words } = context
  const pages: SitePage[] = [
    page(context, pageAddresses.home, 'home.hbs', homeTitle(context), homePage(context)),
    page(context, pageAddresses.listing, 'all-procedures.hbs', words.listing, listingPage(context)),
    ...catalog.fields.map(field => ({
      ...page(context, context.addressOf(field), 'field-page.hbs', field.name, fieldPage(field, context)),
      field,
    })),
    ...catalog.procedures.map(procedure => pageOfProcedure(procedure, context)),
    page(context, pageAddresses.contacts, 'contacts.hbs', words.allContacts, contactsPage(context)),
    page(context, pageAddresses.feedback, 'feedback.hbs', words.feedback, { agency: context.agency }),
    page(context, pageAddresses.statistics, 'statistics.hbs', words.statistics, statisticsPage(context)),
    page(context, pageAddresses.downloads, 'downloads.hbs', words.downloads, downloadsPage(context)),
    page(context, pageAddresses.about, 'about-list.hbs', words.about, aboutPage(context)),
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

function page(context: SiteContext, address: string, template: string, title: string, content: object): SitePage {
  return { address, template, frame: frameView(context, address, title), content }
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
