import type { Catalog } from '../catalog/model.js'
import { pageAddresses, siteAddresses, urlOf } from '../views/addresses.js'
import { catalogJson, catalogJsonSchemaFile } from './catalog-json.js'
import { catalogJsonSchema } from './catalog-json-schema.js'
import { cpsvGraph } from './cpsv-ap.js'
import { jsonLdText, turtleText } from './rdf.js'
import type { OutputFile } from './renderer.js'

export interface DataOptions {
  /** Where the site will stand, ending in `/`. */
  readonly baseUrl?: string | undefined
  /** Errors that the check found: a trial must not be indexed by search engines. */
  readonly errors: number
}

/** What a site offers to programs: the catalog as data, and what crawlers ask for. */
export function dataFiles(catalog: Catalog, { baseUrl, errors }: DataOptions): readonly OutputFile[] {
  const graph = cpsvGraph(catalog, baseUrl)
  return [
    { path: 'catalog.json', text: catalogJson(catalog, { base: baseUrl, schema: catalogJsonSchemaFile }) },
    { path: catalogJsonSchemaFile, text: schemaText() },
    { path: 'catalog.jsonld', text: jsonLdText(graph) },
    { path: 'catalog.ttl', text: turtleText(graph) },
    { path: 'robots.txt', text: robots(baseUrl, errors) },
    // The protocol takes absolute addresses only.
    ...(baseUrl === undefined ? [] : [{ path: sitemapFile, text: sitemap(catalog, baseUrl) }]),
  ]
}

let schema: string | undefined

/** The same for every catalog: a preview builds many times. */
function schemaText(): string {
  schema ??= `${JSON.stringify(catalogJsonSchema('vi'), null, 2)}\n`
  return schema
}

const sitemapFile = 'sitemap.xml'

/** https://www.sitemaps.org/protocol.html: every page, with the day as of which the list is true. */
function sitemap(catalog: Catalog, baseUrl: string): string {
  const { fields, procedures } = siteAddresses(catalog)
  const pages = [...Object.values(pageAddresses), ...fields.values(), ...procedures.values()]
  const day = catalog.publication?.date
  const changed = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `<lastmod>${day}</lastmod>` : ''
  const entries = pages.map(page => `  <url><loc>${escaped(urlOf(baseUrl, page))}</loc>${changed}</url>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** Counts at the root of a host; elsewhere it harms nobody. */
function robots(baseUrl: string | undefined, errors: number): string {
  const lines = ['User-agent: *', errors > 0 ? 'Disallow: /' : 'Allow: /']
  if (baseUrl !== undefined && errors === 0) lines.push('', `Sitemap: ${urlOf(baseUrl, sitemapFile)}`)
  return `${lines.join('\n')}\n`
}
