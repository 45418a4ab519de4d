import type { Loaded } from '../catalog/load.js'
import { recordFinder } from '../catalog/record-names.js'
import { Baseline } from '../check/baseline.js'
import type { Outside } from '../check/check.js'
import { type Mended, mend } from '../check/fix.js'
import { judge, linkRules } from '../check/judge.js'
import { causedByChange, inFiles, type Selection } from '../check/selection.js'
import type { Settings } from '../check/settings.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Finding } from '../finding.js'
import type { Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { wholePath } from '../paths.js'
import { writeFile } from '../publish/file.js'
import { type Output, publishReports } from '../publish/reports.js'
import { type CatalogReport, countSeverities, reportOf } from '../reports/reporter.js'
import { baselineWritten, fixesMade, wrongUse } from '../wording.js'
import { readBaseline } from '../workspace/baseline-file.js'
import { Configs } from '../workspace/config.js'
import { readCatalogs } from '../workspace/read.js'
import { readReference } from '../workspace/reference.js'
import { relativePath } from '../workspace/relative-path.js'

export interface CheckOptions {
  readonly lang: Locale
  readonly date: string
  readonly colour: boolean
  readonly format: readonly Output[]
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
  /** A git revision: only what changed since then, and what that caused, is reported. */
  readonly since?: string
  /** The paths are files that changed, of whatever kind: their catalogs are checked. */
  readonly changedFiles?: boolean
  /** Asks for every web address of the catalogs. */
  readonly links?: boolean
  readonly allowPrivate?: boolean
  /** False: what was asked today is asked again. */
  readonly cache?: boolean
}

export async function checkCommand(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { lang: locale, date: today, colour, format, quiet = false, maxWarnings } = options
  const misuse = misuseOf(paths, options)
  if (misuse !== undefined) return refuse(misuse, locale, io)
  const reference = await readReference(options.reference, io)
  const scope = await scopeOf(
    paths.map(path => relativePath(path, io.cwd)),
    options,
    io,
  )
  const catalogs = (await readWithSettings(scope.paths, io)).filter(scope.includes)
  const overwritten = format.find(({ file }) => file !== undefined && isRead(file, catalogs, io))?.file
  if (overwritten !== undefined) return refuse(wrongUse.reportOverCatalog(overwritten), locale, io)
  const outside = { today, reference, ...(await linksOf(catalogs, options, io)) }
  const select = await scope.selection?.(outside)
  const read =
    options.fix === true ? await fixAll(catalogs, outside, { select, files: scope.files }, options, io) : catalogs
  const reports = read.map(({ loaded, settings }, at) => {
    io.progress(at, read.length, loaded.catalog.path)
    return report(loaded, outside, settings)
  })
  const left = options.baseline === undefined ? reports : await held(reports, options.baseline, options, io)
  const shown = select === undefined ? left : await selected(left, select)
  if (catalogs.length === 0 && !quiet) io.err(`${nothingChanged[locale]}\n`)
  if (options.dryRun !== true)
    await publishReports(format, shown, { locale, colour, quiet, today, columns: io.columns }, io)
  const { error, warning } = countSeverities(shown.flatMap(({ findings }) => findings))
  return error > 0 || warning > (maxWarnings ?? Number.POSITIVE_INFINITY) ? exit.findings : exit.ok
}

function refuse(misuse: Text, locale: Locale, io: Io): ExitCode {
  io.err(`tthc: ${misuse[locale]}\n`)
  return exit.usage
}

function misuseOf(paths: readonly string[], options: CheckOptions): Text | undefined {
  const { format, fix, dryRun, baseline, updateBaseline, acceptNew, since, changedFiles, links, allowPrivate } = options
  if (dryRun === true && fix !== true) return wrongUse.needs('--dry-run', '--fix')
  if (dryRun === true && updateBaseline === true) return wrongUse.notWith('--update-baseline', '--dry-run')
  if (dryRun === true && format.some(({ format: form, file }) => form !== 'text' || file !== undefined)) {
    return wrongUse.notWith('--format', '--dry-run')
  }
  if (updateBaseline === true && baseline === undefined) return wrongUse.needs('--update-baseline', '--baseline')
  if (acceptNew === true && updateBaseline !== true) return wrongUse.needs('--accept-new', '--update-baseline')
  if (allowPrivate === true && links !== true) return wrongUse.needs('--allow-private', '--links')
  if (paths.includes('-')) {
    if (fix === true) return wrongUse.fixStandardInput
    if (since !== undefined) return wrongUse.noHistory('--since')
    if (changedFiles === true) return wrongUse.noHistory('--changed-files')
  }
  const places = format.map(({ file }) => file)
  const twice = places.find((file, index) => places.indexOf(file) !== index)
  if (twice !== undefined) return wrongUse.sameFile(twice)
  return places.filter(file => file === undefined).length > 1 ? wrongUse.oneOutput : undefined
}

/** Whether a report would be written over a file of a catalog or a configuration, however its path is spelt. */
function isRead(file: string, catalogs: readonly Configured[], { cwd }: Io): boolean {
  const target = wholePath(file, cwd)
  const read = catalogs.flatMap(({ loaded }) => loaded.files.map(({ path }) => wholePath(path, cwd)))
  return /\.ya?ml$/i.test(target) || read.includes(target)
}

/** What is to be checked, and what of the findings is to be shown. */
interface Scope {
  readonly paths: readonly string[]
  includes(catalog: Configured): boolean
  /** Made when the catalogs could be read: what is wrong with a path is told first. */
  readonly selection?: (outside: Outside) => Promise<Selection>
  /** The only files that a fix may change, where not all of them. */
  readonly files?: ReadonlySet<string> | undefined
}

async function scopeOf(paths: readonly string[], { since, changedFiles }: CheckOptions, io: Io): Promise<Scope> {
  if (changedFiles !== true) {
    const includes = () => true
    if (since === undefined) return { paths, includes }
    return { paths, includes, selection: outside => selectionSince(since, paths, outside, io) }
  }
  const { catalogsOfFiles } = await import('../workspace/changed-files.js')
  const changed = await catalogsOfFiles(paths, io)
  const files = new Set(paths)
  return {
    paths: changed.paths,
    includes: ({ loaded }) => changed.catalogs.has(loaded.catalog.path),
    selection: async outside => inFiles(files, await causedByFiles(changed.paths, since, outside, io)),
    files,
  }
}

async function causedByFiles(
  paths: readonly string[],
  since: string | undefined,
  outside: Outside,
  io: Io,
): Promise<Selection> {
  const { hasCommit } = await import('../workspace/revision.js')
  // Before the first commit everything is new.
  if (since === undefined && !(await hasCommit(await folderOf(paths[0] ?? '.', io), io))) return all
  // pre-commit names the commits where it checks a push or a branch, otherwise what is about to be committed is checked.
  return selectionSince(since ?? (io.env['PRE_COMMIT_FROM_REF'] || 'HEAD'), paths, outside, io)
}

const all: Selection = async (_, findings) => findings

async function folderOf(path: string, io: Io): Promise<string> {
  if ((await io.list(path)) !== undefined) return path
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
}

async function selectionSince(
  revision: string,
  paths: readonly string[],
  outside: Outside,
  io: Io,
): Promise<Selection> {
  const { ioAt } = await import('../workspace/revision.js')
  const before: Configured[] = []
  for (const path of paths) {
    const then = await ioAt(revision, path, io)
    if (then !== undefined) before.push(...(await readWithSettings([path], then)))
  }
  return causedByChange(
    before.map(({ loaded, settings }) => ({ loaded, findings: judge(loaded, outside, settings).findings })),
  )
}

async function selected(reports: readonly CatalogReport[], select: Selection): Promise<readonly CatalogReport[]> {
  const left: CatalogReport[] = []
  for (const result of reports) {
    const findings = await select(result.loaded, result.findings)
    left.push({ ...result, findings, unchanged: result.findings.length - findings.length })
  }
  return left
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
  return reportOf(loaded, judge(loaded, outside, settings))
}

/** Only what would be shown is mended, and only in files that may be changed. */
async function fixAll(
  catalogs: readonly Configured[],
  outside: Outside,
  { select = all, files: allowed }: { readonly select?: Selection | undefined; readonly files?: Scope['files'] },
  { dryRun, lang }: CheckOptions,
  io: Io,
): Promise<readonly Configured[]> {
  const mended: (Configured & Mended)[] = []
  for (const { loaded, settings } of catalogs) {
    const result = await mend(loaded, async now => {
      const findings = await select(now, judge(now, outside, settings).findings)
      if (allowed === undefined) return findings
      return findings.filter(({ fix }) => fix?.edits.every(({ at }) => allowed.has(at.source.path)))
    })
    mended.push({ settings, ...result })
  }
  const files = mended.flatMap(({ files }) => files)
  const count = mended.reduce((sum, catalog) => sum + catalog.count, 0)
  if (dryRun === true) {
    const { unifiedDiff } = await import('../reports/patch.js')
    for (const { path, before, after } of files) io.out(unifiedDiff(path, before, after))
  } else {
    for (const { path, before, after } of files)
      if (!(await writeFile(path, after, io, before))) throw changedMeanwhile(path)
  }
  io.err(`${fixesMade(count, files.length, dryRun === true)[lang]}\n`)
  return mended
}

const nothingChanged: Text = {
  vi: 'Không tệp nào trong các tệp đã nêu thuộc danh mục nào',
  en: 'None of these files belongs to a catalog',
}

function changedMeanwhile(path: string): Failure {
  return new Failure({
    vi: `Tệp “${path}” vừa được sửa ở nơi khác nên chưa ghi đè; chạy lại lệnh này`,
    en: `“${path}” was changed by somebody else meanwhile, so it was not overwritten; run the command again`,
  })
}

/** The reports without the debt that the baseline holds; writes the baseline anew where that is asked for. */
async function held(
  reports: readonly CatalogReport[],
  path: string,
  { updateBaseline, acceptNew, lang, links }: CheckOptions,
  io: Io,
): Promise<readonly CatalogReport[]> {
  const { baseline, text } = await readBaseline(path, updateBaseline === true && acceptNew === true, io)
  const left: CatalogReport[] = []
  for (const result of reports) {
    const recordOf = await recordFinder(result.loaded.files)
    // A record that could not be read is silent about its debt, as are rules that wait.
    const whole = !result.loaded.findings.some(({ severity }) => severity === 'error')
    const wasAsked = (rule: string) => whole && (links === true || !linkRules.has(rule))
    const { findings, held: known } = baseline.hold(result.path, result.findings, ({ at }) => recordOf(at), wasAsked)
    left.push({ ...result, findings, held: known })
  }
  if (updateBaseline !== true) return left
  const updated = baseline.updated(acceptNew === true)
  await writeFile(path, updated.toText(), io, text)
  io.err(`${baselineWritten(path, updated.size)[lang]}\n`)
  return acceptNew === true ? left.map(({ findings, ...result }) => accepted(result, findings)) : left
}

/** What was accepted a moment ago is held from now on. */
function accepted(result: Omit<CatalogReport, 'findings'>, findings: readonly Finding[]): CatalogReport {
  const kept = findings.filter(({ rule }) => !Baseline.canHold(rule))
  return { ...result, findings: kept, held: result.held + findings.length - kept.length }
}
