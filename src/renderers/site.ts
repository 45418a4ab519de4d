import { fileOf, linkTo, notFoundFile, pageAddresses } from '../views/addresses.js'
import type { SitePage, SiteView } from '../views/site.js'
import { fontFiles, linkedFonts } from './fonts.js'
import { hashSource, refuseEndTag } from './policy.js'
import type { BinaryFile, OutputFile } from './renderer.js'
import type { TemplateEngine } from './templates.js'

const assetFolder = 'assets/'
const styleFile = `${assetFolder}site.css`

export interface RenderSiteOptions {
  /** Where the site will stand, ending in `/`. */
  readonly baseUrl?: string
  /** Rules that follow our style sheet: the colours of the office. */
  readonly colours?: string
  /** What describes a page to machines, as JSON-LD that is safe within a page. */
  jsonLd?(page: SitePage): string | undefined
  /** Open Graph and the like. */
  meta?(page: SitePage): readonly { readonly property: string; readonly content: string }[]
}

/** All pages of the site, its style sheet and its fonts. */
export function renderSite(
  site: SiteView,
  engine: TemplateEngine,
  options: RenderSiteOptions = {},
): readonly (OutputFile | BinaryFile)[] {
  const style = linkedFonts() + engine.asset('site.css') + (options.colours ?? '')
  const scripts: Scripts = {
    home: ownScripts(['site.js', 'search.js'], engine),
    others: ownScripts(['site.js'], engine),
  }
  return [
    ...site.pages.map(page => renderPage(page, site, engine, options, scripts)),
    ...site.redirects.map(redirect => {
      const { address, code, target, title } = redirect
      const view = {
        lang: site.locale,
        policy: policy([]),
        code,
        title,
        target: linkTo(address, target),
        canonical: options.baseUrl === undefined ? null : options.baseUrl + target,
        style: linkTo(address, styleFile),
      }
      return { path: fileOf(address), text: engine.render('moved.hbs', view, variables(site, engine)) }
    }),
    { path: styleFile, text: style },
    ...fontFiles(assetFolder),
  ]
}

function renderPage(
  page: SitePage,
  site: SiteView,
  engine: TemplateEngine,
  options: RenderSiteOptions,
  scriptsOf: Scripts,
): OutputFile {
  const { address, frame, template } = page
  const own = variables(site, engine)
  const content = engine.render(template, { ...page.content, page: frame }, own)
  const scripts = address === pageAddresses.home ? scriptsOf.home : scriptsOf.others
  const jsonLd = options.jsonLd?.(page)
  const data = [
    ...(jsonLd === undefined ? [] : [`<script type="application/ld+json">${jsonLd}</script>`]),
    ...(address === pageAddresses.home ? [searchBlock(site.search)] : []),
  ]
  // A server shows it for addresses of any depth, so its links must not hang on where it seems to stand.
  const base = address === notFoundFile && options.baseUrl !== undefined ? options.baseUrl : undefined
  const text = engine.render(
    'layout.hbs',
    {
      page: frame,
      policy: scripts.policy,
      meta: options.meta?.(page) ?? [],
      style: engine.markup(
        `<link rel="stylesheet" href="${base === undefined ? linkTo(address, styleFile) : escaped(base + styleFile)}">`,
      ),
      data: engine.markup(data.join('\n')),
      content: engine.markup(content),
      script: engine.markup(scripts.elements),
    },
    own,
  )
  return { path: address === notFoundFile ? address : fileOf(address), text }
}

/** The scripts of a page as elements, and the policy that lets them run. */
interface PageScripts {
  readonly elements: string
  readonly policy: string
}

interface Scripts {
  readonly home: PageScripts
  readonly others: PageScripts
}

function ownScripts(names: readonly string[], engine: TemplateEngine): PageScripts {
  const texts = names.map(name => {
    const text = engine.asset(name)
    refuseEndTag(name, text, '</script')
    return text
  })
  return { elements: texts.map(text => `<script>${text}</script>`).join('\n'), policy: policy(texts) }
}

/** Found by every template behind `@`. `@content` marks the catalog’s own words where the labels are in another language. */
function variables({ words, locale }: SiteView, engine: TemplateEngine): object {
  return { words, content: engine.markup(locale === 'vi' ? '' : ' lang="vi"') }
}

/** Only what we wrote ourselves may run, even where a catalog should get markup past the escaping. */
function policy(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `script-src ${scripts.length === 0 ? "'none'" : scripts.map(hashSource).join(' ')}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** JSON within a page: `<` is written so that no text can end the element or begin a comment. */
function searchBlock(data: SiteView['search']): string {
  return `<script type="application/json" id="search-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}
