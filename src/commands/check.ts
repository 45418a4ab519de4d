import type { Loaded } from '../catalog/load.js'
import { recordNames } from '../catalog/record-names.js'
import { Baseline } from '../check/baseline.js'
import type { Outside } from '../check/check.js'
import { type Mended, mend } from '../check/fix.js'
import { judge } from '../check/judge.js'
import type { Settings } from '../check/settings.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Finding } from '../finding.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { jsonReport } from '../reports/json.js'
import { type CatalogReport, type CheckFormat, countSeverities, type Reporter } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import type { Source } from '../source.js'
import { baselineWritten, fixesMade, wrongUse } from '../wording.js'
import { Configs } from '../workspace/config.js'
import { cannotRead } from '../workspace/discover.js'
import { readCatalogs } from '../workspace/read.js'
import { readReference } from '../workspace/reference.js'

export interface CheckOptions {
  readonly lang: Locale
  readonly date: string
  readonly colour: boolean
  readonly format: CheckFormat
  readonly quiet?: boolean
  /** A file with a newer reference list. */
  readonly reference?: string
  /** More warnings than this end with exit code 1. */
  readonly maxWarnings?: number
  readonly fix?: boolean
  /** Shows what `fix` would change and changes nothing. */
  readonly dryRun?: boolean
  /** The file with the debt that is not reported. */
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly acceptNew?: boolean
  /** Asks for every web address of the catalogs. */
  readonly links?: boolean
  readonly allowPrivate?: boolean
  /** False: what was asked today is asked again. */
  readonly cache?: boolean
}

const reporters: Readonly<Record<CheckFormat, Reporter>> = { text: textReport, json: jsonReport }

export async function checkCommand(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { lang: locale, date: today, colour, format, quiet = false, maxWarnings } = options
  const misuse = misuseOf(paths, options)
  if (misuse !== undefined) {
    io.err(`tthc: ${misuse[locale]}\n`)
    return exit.usage
  }
  const reference = await readReference(options.reference, io)
  const catalogs = await readWithSettings(paths, io)
  const outside = { today, reference, ...(await linksOf(catalogs, options, io)) }
  const read = options.fix === true ? await fixAll(catalogs, outside, options, io) : catalogs
  const reports = read.map(({ loaded, settings }, at) => {
    io.progress(at, read.length, loaded.catalog.path)
    return report(loaded, outside, settings)
  })
  const shown = options.baseline === undefined ? reports : await held(read, reports, options.baseline, options, io)
  if (options.dryRun !== true) io.out(reporters[format](shown, { locale, colour, quiet, today, columns: io.columns }))
  const { error, warning } = countSeverities(shown.flatMap(({ findings }) => findings))
  return error > 0 || warning > (maxWarnings ?? Number.POSITIVE_INFINITY) ? exit.findings : exit.ok
}

function misuseOf(
  paths: readonly string[],
  { fix, dryRun, baseline, updateBaseline, acceptNew, links, allowPrivate }: CheckOptions,
) {
  if (dryRun === true && fix !== true) return wrongUse.needs('--dry-run', '--fix')
  if (updateBaseline === true && baseline === undefined) return wrongUse.needs('--update-baseline', '--baseline')
  if (acceptNew === true && updateBaseline !== true) return wrongUse.needs('--accept-new', '--update-baseline')
  if (allowPrivate === true && links !== true) return wrongUse.needs('--allow-private', '--links')
  if (fix === true && paths.includes('-')) return wrongUse.fixStandardInput
  return undefined
}

/** What the rules of links have to know, where the user wants them asked. Loaded late: no other check needs the network. */
async function linksOf(
  catalogs: readonly Configured[],
  options: CheckOptions,
  io: Io,
): Promise<Pick<Outside, 'links'>> {
  if (options.links !== true) return {}
  const { linkAnswers } = await import('./link-answers.js')
  return { links: await linkAnswers(catalogs, options, io) }
}

/** A catalog and what the configurations say of it. */
export interface Configured {
  readonly loaded: Loaded
  readonly settings: Settings
}

/** Reads the catalogs that the paths name, each with its settings. Throws a Failure where a file cannot be read. */
export async function readWithSettings(paths: readonly string[], io: Io): Promise<readonly Configured[]> {
  const configs = new Configs(io)
  const configured: Configured[] = []
  for (const loaded of await readCatalogs(paths, io)) {
    configured.push({ loaded, settings: await configs.of(loaded.catalog.path) })
  }
  return configured
}

/** What there is to say of one catalog. */
export function report(loaded: Loaded, outside: Outside, settings: Settings): CatalogReport {
  const { path, procedures, fields, officers } = loaded.catalog
  return {
    path,
    procedures: procedures.length,
    fields: fields.length,
    officers: officers.length,
    ...judge(loaded, outside, settings),
    held: 0,
  }
}

async function fixAll(
  catalogs: readonly Configured[],
  outside: Outside,
  { dryRun, lang }: CheckOptions,
  io: Io,
): Promise<readonly Configured[]> {
  const mended: (Configured & Mended)[] = []
  for (const { loaded, settings } of catalogs) {
    mended.push({ settings, ...(await mend(loaded, now => judge(now, outside, settings).findings)) })
  }
  const files = mended.flatMap(({ files }) => files)
  const count = mended.reduce((sum, catalog) => sum + catalog.count, 0)
  if (dryRun === true) {
    const { unifiedDiff } = await import('../reports/patch.js')
    for (const { path, before, after } of files) io.out(unifiedDiff(path, before, after))
  } else {
    for (const { path, before, after } of files)
      if (!(await io.write(path, after, before))) throw changedMeanwhile(path)
  }
  io.err(`${fixesMade(count, files.length, dryRun === true)[lang]}\n`)
  return mended
}

function changedMeanwhile(path: string): Failure {
  return new Failure({
    vi: `Tệp “${path}” vừa được sửa ở nơi khác nên chưa ghi đè; chạy lại lệnh này`,
    en: `“${path}” was changed by somebody else meanwhile, so it was not overwritten; run the command again`,
  })
}

/** The reports without the debt that the baseline holds; writes the baseline anew where that is asked for. */
async function held(
  catalogs: readonly Configured[],
  reports: readonly CatalogReport[],
  path: string,
  { updateBaseline, acceptNew, lang }: CheckOptions,
  io: Io,
): Promise<readonly CatalogReport[]> {
  const { baseline, text } = await readBaseline(path, updateBaseline === true && acceptNew === true, io)
  const left: CatalogReport[] = []
  for (const [index, result] of reports.entries()) {
    const { findings, held: known } = baseline.hold(result.path, result.findings, await recordOf(catalogs[index]))
    left.push({ ...result, findings, held: known })
  }
  if (updateBaseline !== true) return left
  const updated = baseline.updated(acceptNew === true)
  await io.write(path, updated.toText(), text)
  io.err(`${baselineWritten(path, updated.size)[lang]}\n`)
  return acceptNew === true ? left.map(({ findings, ...result }) => accepted(result, findings)) : left
}

/** What was accepted a moment ago is held from now on. */
function accepted(result: Omit<CatalogReport, 'findings'>, findings: readonly Finding[]): CatalogReport {
  const kept = findings.filter(({ rule }) => !Baseline.canHold(rule))
  return { ...result, findings: kept, held: result.held + findings.length - kept.length }
}

async function readBaseline(
  path: string,
  mayBeMissing: boolean,
  io: Io,
): Promise<{ baseline: Baseline; text?: string }> {
  try {
    const text = new TextDecoder().decode(await io.readBytes(path))
    return { baseline: Baseline.parse(path, text), text }
  } catch (error) {
    if (error instanceof Failure) throw error
    if (mayBeMissing && (error as { code?: string }).code === 'ENOENT') return { baseline: Baseline.empty() }
    throw cannotRead(path, error)
  }
}

/** Names the record that a finding lies in. */
async function recordOf(configured: Configured | undefined): Promise<(finding: Finding) => string> {
  const names = new Map<Source, (offset: number) => string>()
  for (const file of configured?.loaded.files ?? []) names.set(file, await recordNames(file))
  return ({ at: { source, start } }) => names.get(source)?.(start) ?? ''
}
