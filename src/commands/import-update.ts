import type { Loaded } from '../catalog/load.js'
import { judge } from '../check/judge.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Finding } from '../finding.js'
import { applyMerge, type ChangedFile } from '../import/apply-merge.js'
import type { ExportedBook } from '../import/exported.js'
import { type Merge, mergeBook, type Side } from '../import/merge.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import {
  changesReport,
  conflictReport,
  deletedRowsHint,
  type MergeStyle,
  mergeSummary,
  notesReport,
  openConflicts,
  sideQuestion,
  unreadableCells,
} from '../reports/merge.js'
import { countSeverities, reportOfFindings } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { Configs } from '../workspace/config.js'
import { cannotRead } from '../workspace/discover.js'
import { readCatalogs } from '../workspace/read.js'
import { readReference } from '../workspace/reference.js'

export interface ImportUpdateOptions {
  readonly lang: Locale
  readonly colour: boolean
  readonly date?: string
  readonly reference?: string
  /** Deletes the records whose rows were deleted; else they are only shown. */
  readonly delete?: boolean
  /** Which side wins wherever both have changed. */
  readonly take?: Side
  /** Shows what would change as a unified diff, and changes nothing. */
  readonly dryRun?: boolean
}

/** Takes a corrected export back into the catalog that it came from. */
export async function importUpdateCommand(
  file: string,
  catalog: string,
  options: ImportUpdateOptions,
  io: Io,
): Promise<ExitCode> {
  const { lang: locale, colour, dryRun = false } = options
  const isDeleting = options.delete === true
  const loaded = await oneCatalog(catalog, io)
  if (countSeverities(loaded.findings).error > 0) return refuse(loaded, options, io)
  const book = await readBook(file, io)
  const style: MergeStyle = { locale, colour, path: file }
  const merge = await settle(book, loaded, options, style, io)
  io.err(notesReport(merge, style))
  if (merge.problems.length > 0) {
    io.err(`${unreadableCells(merge.problems.length)[locale]}\n`)
    return exit.findings
  }
  if (merge.conflicts.length > 0) {
    io.err(`${openConflicts(merge.conflicts.length)[locale]}\n`)
    return exit.findings
  }
  const { files, loaded: after } = await applyMerge(loaded, isDeleting ? merge : { ...merge, deletions: [] })
  const findings = files.length === 0 ? [] : await newFindings(loaded, after, options, io)
  io.err(changesReport(merge, isDeleting, style))
  if (dryRun) await showDiff(files, io)
  else await writeAll(files, io)
  io.err(`${mergeSummary(merge, files.length, isDeleting, dryRun)[locale]}\n`)
  if (merge.deletions.length > 0 && !isDeleting) io.err(`${deletedRowsHint(merge.deletions.length)[locale]}\n`)
  if (findings.length === 0) return exit.ok
  io.err(
    `${broughtIn[locale]}\n${textReport([reportOfFindings(after, findings)], { locale, colour, today: io.today, quiet: false })}`,
  )
  return findings.some(({ severity }) => severity === 'error') ? exit.findings : exit.ok
}

const broughtIn = {
  vi: 'Nội dung vừa nhận còn những chỗ cần xem lại:',
  en: 'What the sheet brought in needs another look:',
}

/** What the rules say of the catalog now and did not say before. Lines move, so a finding is known by its rule and words. */
async function newFindings(
  before: Loaded,
  after: Loaded,
  { date, reference }: ImportUpdateOptions,
  io: Io,
): Promise<readonly Finding[]> {
  const outside = { today: date ?? io.today, reference: await readReference(reference, io) }
  const settings = await new Configs(io).of(before.catalog.path)
  const known = judge(before, outside, settings).findings.map(nameOf)
  return judge(after, outside, settings).findings.filter(finding => {
    const at = known.indexOf(nameOf(finding))
    if (at !== -1) known.splice(at, 1)
    return at === -1
  })
}

function nameOf({ rule, message }: Finding): string {
  return `${rule} ${message.en}`
}

async function oneCatalog(path: string, io: Io): Promise<Loaded> {
  const catalogs = await readCatalogs([path], io)
  const [loaded, other] = catalogs
  if (loaded !== undefined && other === undefined && path !== '-') return loaded
  throw new Failure({
    vi: `“${path}” phải là một danh mục trên đĩa; chỉ ra thư mục của danh mục đã xuất bảng này`,
    en: `“${path}” must be one catalog on the disk; name the folder of the catalog that this sheet was exported from`,
  })
}

function refuse(loaded: Loaded, { lang: locale, colour }: ImportUpdateOptions, io: Io): ExitCode {
  io.out(textReport([reportOfFindings(loaded, loaded.findings)], { locale, colour, today: io.today, quiet: false }))
  io.err(`${notReadable[locale]}\n`)
  return exit.findings
}

const notReadable = {
  vi: 'Danh mục có mục chưa đọc được nên chưa nhận bảng; sửa các lỗi trên rồi chạy lại',
  en: 'Some records of the catalog cannot be read, so nothing was taken in; mend the errors above and run the command again',
}

async function readBook(file: string, io: Io): Promise<ExportedBook> {
  const bytes = await bytesOf(file, io)
  // A workbook is a ZIP archive, whatever it is called.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { readExportedXlsx } = await import('../import/exported-xlsx.js')
    return readExportedXlsx(file, bytes)
  }
  const { readExportedCsv } = await import('../import/exported-csv.js')
  return readExportedCsv(file, bytes)
}

async function bytesOf(file: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.readBytes(file)
  } catch (error) {
    throw cannotRead(file, error)
  }
}

/** Merges, and asks about each conflict where somebody sits at the terminal and no side was named. */
async function settle(
  book: ExportedBook,
  { catalog, sources }: Loaded,
  { take, lang }: ImportUpdateOptions,
  style: MergeStyle,
  io: Io,
): Promise<Merge> {
  const merge = mergeBook(book, catalog, new Map())
  const settled = new Map<string, Side>()
  for (const conflict of merge.conflicts) {
    io.err(conflictReport(conflict, sources, style))
    const side = take ?? (await ask(lang, io))
    if (side === undefined && io.ask !== undefined) break
    if (side !== undefined) settled.set(conflict.id, side)
  }
  return settled.size === 0 ? merge : mergeBook(book, catalog, settled)
}

async function ask(locale: Locale, io: Io): Promise<Side | undefined> {
  if (io.ask === undefined) return undefined
  for (;;) {
    const answer = (await io.ask(sideQuestion[locale]))?.trim().toLowerCase()
    if (answer === undefined || answer === '') return undefined
    if (/^(?:b|s|bảng|sheet)$/.test(answer)) return 'sheet'
    if (/^(?:y|yaml)$/.test(answer)) return 'yaml'
  }
}

async function showDiff(files: readonly ChangedFile[], io: Io): Promise<void> {
  const { unifiedDiff } = await import('../reports/patch.js')
  for (const { path, before = '', after } of files) io.out(unifiedDiff(path, before, after))
}

/** All files or none, as far as a file system can promise that: all are looked at first, and put back where one fails. */
async function writeAll(files: readonly ChangedFile[], io: Io): Promise<void> {
  for (const { path, before } of files) if (!(await holds(path, before, io))) throw changedMeanwhile(path)
  const written: ChangedFile[] = []
  // New files last: nothing has to be taken away again where another fails.
  const order = [...files].sort((a, b) => Number(a.before === undefined) - Number(b.before === undefined))
  for (const file of order) {
    const reason = await writeOne(file, io)
    if (reason === undefined) {
      written.push(file)
      continue
    }
    for (const { path, before, after } of written) if (before !== undefined) await io.write(path, before, after)
    throw reason
  }
}

async function writeOne({ path, before, after }: ChangedFile, io: Io): Promise<Failure | undefined> {
  try {
    return (await io.write(path, after, before)) ? undefined : changedMeanwhile(path)
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error)
    return new Failure({
      vi: `Không ghi được “${path}” (${code}); danh mục còn nguyên`,
      en: `“${path}” could not be written (${code}); the catalog is as it was`,
    })
  }
}

async function holds(path: string, content: string | undefined, io: Io): Promise<boolean> {
  try {
    const bytes = await io.readBytes(path)
    return content !== undefined && Buffer.from(bytes).equals(Buffer.from(content))
  } catch {
    return content === undefined
  }
}

function changedMeanwhile(path: string): Failure {
  return new Failure({
    vi: `Tệp “${path}” vừa được sửa ở nơi khác nên chưa ghi gì; chạy lại lệnh này`,
    en: `“${path}” was changed by somebody else meanwhile, so nothing was written; run the command again`,
  })
}
