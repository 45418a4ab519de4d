import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { publish } from '../publish/folder.js'
import { renderCsv } from '../renderers/csv.js'
import { renderListing } from '../renderers/html.js'
import { templateEngine } from '../renderers/templates.js'
import { countSeverities } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { listingView } from '../views/listing.js'
import { published } from '../wording.js'
import { cannotRead } from '../workspace/discover.js'
import { readReference } from '../workspace/reference.js'
import { readWithSettings, report } from './check.js'

export interface BuildOptions {
  readonly lang: Locale
  readonly date: string
  readonly colour: boolean
  readonly out: string
  /** A file with a newer reference list. */
  readonly reference?: string
  readonly templates?: string
  readonly allowErrors: boolean
  readonly delimiter: ',' | ';'
  readonly plainCsv: boolean
}

/** Writes the page and the sheet of one catalog, or of each under its own name; nothing where one has errors. */
export async function buildCommand(path: string, options: BuildOptions, io: Io): Promise<ExitCode> {
  const { lang: locale, date: today, colour } = options
  const outside = { today, reference: await readReference(options.reference, io) }
  const catalogs = (await readWithSettings([path], io)).map(({ loaded, settings }) => ({
    loaded,
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
  const engine = await templateEngine(await templateFiles(options.templates, io))
  const files = new Map<string, string>()
  for (const { loaded, report: result } of catalogs) {
    const view = listingView(loaded.catalog, { errors: countSeverities(result.findings).error })
    const folder = catalogs.length === 1 ? '' : `${nameOf(result.path)}/`
    const sheet = { delimiter: options.delimiter, plain: options.plainCsv }
    for (const { path: name, text } of [renderListing(view, engine), renderCsv(view, sheet)]) {
      const target = folder + name
      if (files.has(target)) throw sameName(nameOf(result.path))
      files.set(target, text)
    }
  }
  await publish(options.out, files, io)
  const target = options.out.replace(/[\\/]+$/, '')
  for (const [name] of files) io.out(`${published[locale]} ${target}/${name}\n`)
  return exit.ok
}

const notPublished = {
  vi: 'Danh mục còn lỗi nên chưa công bố; sửa các lỗi trên, hoặc dùng --allow-errors để xem thử',
  en: 'The catalog has errors, so nothing was written; mend them, or use --allow-errors for a trial',
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

function sameName(name: string): Failure {
  return new Failure({
    vi: `Có hai danh mục cùng tên thư mục “${name}”; công bố từng danh mục một`,
    en: `Two catalogs are in folders called “${name}”; build them one at a time`,
  })
}

async function templateFiles(folder: string | undefined, io: Io): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  if (folder === undefined) return files
  try {
    const entries = await io.list(folder)
    if (entries === undefined) throw notFolder(folder)
    for (const { name, folder: isFolder } of entries) {
      if (isFolder || name.startsWith('.')) continue
      files.set(name, new TextDecoder().decode(await io.readBytes(`${folder}/${name}`)))
    }
  } catch (error) {
    throw error instanceof Failure ? error : cannotRead(folder, error)
  }
  return files
}

function notFolder(path: string): Failure {
  return new Failure({ vi: `“${path}” không phải thư mục`, en: `“${path}” is no folder` })
}
