import type { Catalog } from '../catalog/model.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import type { Content } from '../io.js'
import { renderBoardStatus } from '../renderers/board-status.js'
import { type CsvOptions, renderCsv } from '../renderers/csv.js'
import { dataFiles } from '../renderers/data.js'
import { renderListing } from '../renderers/html.js'
import { inlineJsonLd, officeJsonLd, procedureJsonLd } from '../renderers/json-ld.js'
import { openGraph } from '../renderers/open-graph.js'
import type { BinaryFile, OutputFile } from '../renderers/renderer.js'
import { renderSite } from '../renderers/site.js'
import type { TemplateEngine } from '../renderers/templates.js'
import { pageAddresses, singleFile } from '../views/addresses.js'
import { boardView } from '../views/board.js'
import { listingView } from '../views/listing.js'
import { type SitePage, siteView } from '../views/site.js'
import type { SiteOptions } from '../views/site-context.js'
import type { IssuedBoards } from './issued-boards.js'
import type { SiteLook } from './site-look.js'

export interface SiteSettings extends Omit<SiteOptions, 'files' | 'replaced' | 'theme'> {
  readonly look: SiteLook
  readonly sheet: CsvOptions
  /** The list as a workbook: it takes longer than all pages, so a preview does without. */
  readonly workbook?: BinaryFile
  readonly boards?: IssuedBoards
}

type Files = Map<string, Content>

/** The page with everything in it and the sheet. */
export function singleFiles(catalog: Catalog, { errors, sheet }: SiteSettings, engine: TemplateEngine): Files {
  const view = listingView(catalog, { errors })
  return collected([renderListing(view, engine), renderCsv(view, sheet)])
}

/** The whole site with everything that can be downloaded from it. */
export function siteFiles(
  catalog: Catalog,
  settings: SiteSettings,
  engine: TemplateEngine,
  reference: ReferenceList,
): Files {
  const list = listingView(catalog, settings)
  const downloads = collected([
    { ...renderListing(list, engine), path: singleFile },
    renderCsv(list, settings.sheet),
    ...(settings.workbook === undefined ? [] : [settings.workbook]),
    ...(settings.boards?.files ?? []),
    ...dataFiles(catalog, { baseUrl: settings.baseUrl, errors: settings.errors }),
  ])
  const { look } = settings
  const site = siteView(catalog, {
    ...settings,
    theme: look.theme,
    hasBoards: settings.boards !== undefined,
    files: Array.from(downloads, ([path, content]) => ({ path, bytes: Buffer.byteLength(content) })),
    replaced: replacedCodes(reference),
  })
  const pages = renderSite(site, engine, {
    ...settings,
    colours: look.colours,
    jsonLd: page => describe(page, catalog, settings.baseUrl),
    meta: page => shared(page, catalog),
  })
  const status =
    settings.boards === undefined
      ? []
      : [renderBoardStatus(settings.boards.register, boardView(catalog, { errors: settings.errors }), engine)]
  return new Map([...collected([...pages, ...status, ...look.files]), ...downloads])
}

/** What a page says of itself to search engines. */
function describe(
  { address, frame, procedure }: SitePage,
  catalog: Catalog,
  home: string | undefined,
): string | undefined {
  const place = { url: frame.canonical ?? undefined, home }
  if (procedure !== undefined) return inlineJsonLd(procedureJsonLd(procedure, catalog, place))
  const ofOffice = address === pageAddresses.home || address === pageAddresses.contacts
  return ofOffice ? inlineJsonLd(officeJsonLd(catalog, place)) : undefined
}

/** What shows where somebody shares the page. */
function shared({ frame }: SitePage, { agency }: Catalog) {
  const { title, description, canonical } = frame
  return openGraph({ title, description, siteName: agency?.name ?? '', url: canonical ?? undefined })
}

function collected(files: readonly (OutputFile | BinaryFile)[]): Files {
  return new Map(files.map(file => [file.path, 'text' in file ? file.text : file.bytes]))
}

function replacedCodes({ entries }: ReferenceList): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ code, replacedBy }) => (replacedBy === undefined ? [] : [[code, replacedBy] as const])),
  )
}
