import type { Catalog } from '../catalog/model.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Content, Io } from '../io.js'
import type { Locale } from '../locale.js'
import { contains, wholePath } from '../paths.js'
import { publish } from '../publish/folder.js'
import { type TemplateEngine, templateEngine } from '../renderers/templates.js'
import { countSeverities } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { listingView } from '../views/listing.js'
import { published, publishedFiles } from '../wording.js'
import { readReference } from '../workspace/reference.js'
import { catalogFolder } from './catalog-folder.js'
import { readWithSettings, report } from './check.js'
import { issuedBoards } from './issued-boards.js'
import { type SiteSettings, singleFiles, siteFiles } from './site-files.js'
import { siteLook } from './site-look.js'
import { templateFiles } from './template-files.js'

export interface BuildOptions {
  readonly lang: Locale
  /** Language of the labels of the pages. They are a ward's public notice, whatever language our messages are in. */
  readonly labels: Locale
  readonly date: string
  readonly colour: boolean
  readonly out: string
  /** A file with a newer reference list. */
  readonly reference?: string
  readonly templates?: string
  readonly allowErrors: boolean
  /** One page with everything in it in place of the site. */
  readonly singleFile: boolean
  /** Where the site will stand. */
  readonly baseUrl?: string
  readonly delimiter: ',' | ';'
  readonly plainCsv: boolean
  /** The folder of the latest `tthc board`: its files are offered, and its codes can be looked up. */
  readonly boards?: string
}

/** Writes the site of one catalog, or of each under its own name; nothing where one has errors. */
export async function buildCommand(path: string, options: BuildOptions, io: Io): Promise<ExitCode> {
  const { lang: locale, date: today, colour } = options
  // What is in --out is replaced as a whole, and what is published into the boards would be foreign to them.
  if (options.boards !== undefined) refuseMixing(options.boards, options.out, io)
  const outside = { today, reference: await readReference(options.reference, io) }
  const catalogs = (await readWithSettings([path], io)).map(({ loaded, settings }) => ({
    loaded,
    theme: settings.theme,
    report: report(loaded, outside, settings),
  }))
  const errors = catalogs.reduce((sum, { report: { findings } }) => sum + countSeverities(findings).error, 0)
  if (errors > 0) {
    io.out(
      textReport(
        catalogs.map(catalog => catalog.report),
        { locale, colour, quiet: true, today, columns: io.columns },
      ),
    )
    if (!options.allowErrors) {
      io.err(`${notPublished[locale]}\n`)
      return exit.findings
    }
  }
  if (options.boards !== undefined && catalogs.length > 1) throw severalCatalogs
  const boards = options.boards === undefined ? undefined : await issuedBoards(options.boards, io)
  const engine = await templateEngine(await templateFiles(options.templates, io))
  const files = new Map<string, Content>()
  for (const { loaded, theme, report: result } of catalogs) {
    const folder = catalogs.length === 1 ? '' : `${catalogFolder(result.path, io)}/`
    const settings = {
      locale: options.labels,
      today,
      errors: countSeverities(result.findings).error,
      sheet: { delimiter: options.delimiter, plain: options.plainCsv },
      look: await siteLook(theme, io),
      ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl + folder }),
      ...(boards !== undefined && { boards }),
    }
    for (const [name, content] of await render(loaded.catalog, settings, engine, options, outside.reference)) {
      const target = folder + name
      if (files.has(target)) throw sameName(catalogFolder(result.path, io))
      files.set(target, content)
    }
  }
  await publish(options.out, files, io)
  const target = options.out.replace(/[\\/]+$/, '')
  const shown = options.singleFile ? [...files.keys()] : [...files.keys()].filter(isFirst)
  for (const name of shown) io.out(`${published[locale]} ${target}/${name}\n`)
  if (!options.singleFile) io.out(`${publishedFiles(files.size, target)[locale]}\n`)
  return exit.ok
}

async function render(
  catalog: Catalog,
  settings: SiteSettings,
  engine: TemplateEngine,
  { singleFile }: BuildOptions,
  reference: ReferenceList,
): Promise<ReadonlyMap<string, Content>> {
  if (singleFile) return singleFiles(catalog, settings, engine)
  const { renderListingXlsx } = await import('../renderers/listing-xlsx.js')
  const workbook = await renderListingXlsx(listingView(catalog, settings))
  return siteFiles(catalog, { ...settings, workbook }, engine, reference)
}

/** Where to begin to look, and what is not a page: a list of all pages would tell nothing. */
function isFirst(name: string): boolean {
  return (
    /^(?:[^/]+\/)?(?:index\.html|[^/]+\.(?:csv|xlsx))$/.test(name) &&
    !/^(?:danh-sach|lien-he|phan-anh|thong-ke|tai-ve|gioi-thieu)\//.test(name)
  )
}

const notPublished = {
  vi: 'Danh mục còn lỗi nên chưa ghi trang công khai; sửa các lỗi trên, hoặc dùng --allow-errors để xem thử',
  en: 'The catalog has errors, so nothing was written; mend them, or use --allow-errors for a trial',
}

const severalCatalogs = new Failure({
  vi: '--boards chỉ dùng khi công khai một danh mục; chỉ ra thư mục của danh mục đó',
  en: '--boards goes with one catalog; name its folder',
})

function refuseMixing(boards: string, out: string, { cwd }: Io): void {
  const [from, to] = [wholePath(boards, cwd).replace(/\/boards\.json$/, ''), wholePath(out, cwd)]
  if (!contains(from, to) && !contains(to, from)) return
  throw new Failure({
    vi: `Thư mục bảng “${boards}” và thư mục kết quả “${out}” không được trùng hay nằm trong nhau; chọn thư mục khác sau --out`,
    en: `The folder of boards “${boards}” and the folder to write “${out}” must lie apart; name another folder after --out`,
  })
}

function sameName(name: string): Failure {
  return new Failure({
    vi: `Có hai danh mục cùng tên thư mục “${name}”; công khai từng danh mục một`,
    en: `Two catalogs are in folders called “${name}”; build them one at a time`,
  })
}
