import type { Catalog } from '../catalog/model.js'
import { pageAddresses, urlOf } from '../views/addresses.js'
import type { SitePage } from '../views/site.js'
import { procedureSummary } from '../views/summary.js'
import { type JsonLd, officeJsonLd, procedureJsonLd } from './json-ld.js'
import { type MetaTag, openGraph } from './open-graph.js'

type Described = Pick<SitePage, 'address' | 'procedure'>

/** What describes a page to search engines: a procedure, or the office on the pages that are about it. */
export function pageJsonLd({ address, procedure }: Described, catalog: Catalog, baseUrl?: string): JsonLd | undefined {
  const place = baseUrl === undefined ? {} : { url: urlOf(baseUrl, address), home: baseUrl }
  if (procedure !== undefined) return procedureJsonLd(procedure, catalog, place)
  if (address !== pageAddresses.home && address !== pageAddresses.contacts) return undefined
  return officeJsonLd(catalog, place)
}

/** What others show of a link to the page. */
export function pageMeta(
  { procedure, frame }: Pick<SitePage, 'procedure' | 'frame'>,
  catalog: Catalog,
): readonly MetaTag[] {
  return openGraph({
    title: frame.title,
    description: procedure === undefined ? frame.description : procedureSummary(procedure, catalog),
    siteName: frame.agency.shortName,
    url: frame.canonical ?? undefined,
  })
}
