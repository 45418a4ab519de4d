import { excerpt } from '../catalog/excerpt.js'
import { judge } from '../check/judge.js'
import { graded, isOff } from '../check/settings.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import { type Column, findHead, type Head, type Mapping } from '../import/columns.js'
import { type ColumnKey, columnKeys, headingKey } from '../import/headings.js'
import { type ImportedSheet, importSheet } from '../import/import-sheet.js'
import { readTable } from '../import/read-table.js'
import type { Table } from '../import/table.js'
import type { Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { plainPath, wholePath } from '../paths.js'
import { jsonReport } from '../reports/json.js'
import { printable } from '../reports/printable.js'
import { type CatalogReport, countSeverities, reportOf } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { fold } from '../reports/wrap.js'
import { columnName } from '../source.js'
import { wrongUse } from '../wording.js'
import { Configs } from '../workspace/config.js'
import { cannotRead } from '../workspace/discover.js'
import { readReference } from '../workspace/reference.js'

export interface ImportOptions {
  readonly lang: Locale
  readonly date: string
  readonly colour: boolean
  readonly format: 'text' | 'json'
  readonly quiet?: boolean
  readonly reference?: string
  /** The folder of the new catalog. */
  readonly out?: string
  readonly dryRun?: boolean
  /** Where the sheet is written to again, with what is wrong in it marked. */
  readonly report?: string
  readonly map?: readonly Mapping[]
  /** The sheet of a workbook that is meant. */
  readonly sheet?: string
  readonly agency?: string
}

/** Makes a catalog of a sheet: reads, asks where it may, checks, tells, writes. */
export async function importCommand(path: string, options: ImportOptions, io: Io): Promise<ExitCode> {
  const { lang, out, dryRun = false, report } = options
  if (out === undefined && !dryRun && report === undefined) {
    io.err(`tthc: ${needsTarget[lang]}\n`)
    return exit.usage
  }
  if (out !== undefined && !dryRun) await refuseFull(out, io)
  if (report !== undefined && (!/\.xlsx$/i.test(report) || wholePath(report, io.cwd) === wholePath(path, io.cwd))) {
    io.err(`tthc: ${reportName(report)[lang]}\n`)
    return exit.usage
  }
  // Of a hundred: reading takes thirty, making the catalog forty, the rest is its check.
  const progress = (what: Text, percent: number) => io.progress(Math.floor(percent), 100, what[lang])
  const table = await readTable(path, await bytesOf(path, io), {
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    step: share => progress(stages.read, share * 30),
  })
  const head = await askedHead(table, options, io)
  if (options.quiet !== true) io.err(understood(table, head, lang, io.columns))
  const reference = await readReference(options.reference, io)
  const imported = await importSheet(table, head, {
    reference,
    ...(options.agency !== undefined && { agency: options.agency }),
    step: share => progress(stages.make, 30 + share * 40),
  })
  progress(stages.check, 70)
  const result = await judged(imported, options, io, reference)
  const reporter = { text: textReport, json: jsonReport }[options.format]
  io.out(
    await reporter([result], {
      locale: lang,
      colour: options.colour,
      quiet: options.quiet === true,
      today: options.date,
    }),
  )
  if (report !== undefined) await writeReport(report, table, result, lang, io)
  if (out !== undefined) await writeCatalog(out, imported, options, io)
  return countSeverities(result.findings).error > 0 ? exit.findings : exit.ok
}

async function judged(
  imported: ImportedSheet,
  { date: today, out }: ImportOptions,
  io: Io,
  reference: Awaited<ReturnType<typeof readReference>>,
): Promise<CatalogReport> {
  const { loaded } = imported
  const settings = await new Configs(io).of(out ?? '.')
  const judgement = judge(loaded, { today, reference }, settings)
  // What the configuration says of a rule holds for the reading of a sheet as well.
  const findings = imported
    .inSheet(judgement.findings)
    .filter(({ rule }) => !isOff(settings, rule))
    .map(finding => graded(settings, finding))
  return reportOf(loaded, { ...judgement, findings })
}

function reportName(report: string): Text {
  return {
    vi: `“${report}” không dùng được cho --report; cần một tệp .xlsx khác bảng đang nhập`,
    en: `“${report}” will not do for --report; expected a file .xlsx that is not the sheet itself`,
  }
}

async function bytesOf(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.readBytes(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
}

/** A catalog that somebody works on must not be written over; `--update` is for that. */
async function refuseFull(folder: string, io: Io): Promise<void> {
  let entries: Awaited<ReturnType<Io['list']>>
  try {
    entries = await io.list(folder)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return
    throw cannotRead(folder, error)
  }
  if (entries === undefined) {
    throw new Failure({ vi: `“${folder}” là một tệp, không phải thư mục`, en: `“${folder}” is a file, no folder` })
  }
  const [first] = entries
  if (first === undefined) return
  throw new Failure({
    vi: `Thư mục “${folder}” đã có tệp (“${first.name}”); chọn thư mục mới sau --out để không ghi đè`,
    en: `The folder “${folder}” holds files already (“${first.name}”); name a new folder after --out, so that nothing is overwritten`,
  })
}

async function writeCatalog(
  out: string,
  { files }: ImportedSheet,
  { dryRun, lang, quiet }: ImportOptions,
  io: Io,
): Promise<void> {
  const folder = plainPath(out)
  if (dryRun === true) {
    for (const name of files.keys()) io.err(`${wouldWrite[lang]} ${folder}/${name}\n`)
    return
  }
  await refuseFull(folder, io)
  try {
    await io.publish(folder, files)
  } catch (error) {
    throw cannotWrite(folder, error)
  }
  if (quiet !== true) io.err(`${wroteCatalog(folder, files.size)[lang]}\n`)
}

async function writeReport(path: string, table: Table, result: CatalogReport, lang: Locale, io: Io): Promise<void> {
  const { markedSheet } = await import('../renderers/marked-sheet.js')
  try {
    await io.write(path, await markedSheet(table, result.findings, lang))
  } catch (error) {
    throw cannotWrite(path, error)
  }
  io.err(`${wroteReport(path)[lang]}\n`)
}

function cannotWrite(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = (error as { code?: string }).code
  if (code === undefined) throw error
  return new Failure({ vi: `Không ghi được “${path}” (${code})`, en: `“${path}” could not be written (${code})` })
}

/** Whoever sits at the terminal is asked what the columns are that nobody knows. */
async function askedHead(table: Table, { map = [], lang }: ImportOptions, io: Io): Promise<Head> {
  const head = findHead(table, map)
  if (io.ask === undefined || table.source.path === '-') return head
  const answers: Mapping[] = []
  for (const column of head.columns) {
    if (column.key !== undefined || column.dropped === true) continue
    const example = exampleIn(table, head, column)
    if (example === undefined) continue
    const answer = await askOne(column, example, lang, io)
    if (answer === undefined) break
    if (answer !== '') answers.push({ column: columnName(column.index), key: answer })
  }
  return answers.length === 0 ? head : findHead(table, [...map, ...answers])
}

/** Undefined at the end of input, empty where the column is to be kept as a note. */
async function askOne(
  column: Column,
  example: string,
  lang: Locale,
  io: Io,
): Promise<ColumnKey | '-' | '' | undefined> {
  let question = whichKey(column, example)[lang]
  while (true) {
    const answer = (await io.ask?.(printable(question)))?.trim()
    if (answer === undefined || answer === '' || answer === '-') return answer
    const key = columnKeys.find(known => known === answer) ?? headingKey(answer)
    if (key !== undefined) return key
    question = noSuchKey(answer)[lang]
  }
}

function exampleIn({ rows }: Table, { next }: Head, { index }: Column): string | undefined {
  return rows.slice(next).find(row => (row[index]?.text ?? '') !== '')?.[index]?.text
}

function whichKey({ heading, index }: Column, example: string): Text {
  return {
    vi: `Cột ${columnName(index)} “${excerpt(heading)}” (ví dụ “${excerpt(example)}”) là gì? Gõ tên khóa hoặc tên cột quen dùng; Enter: giữ làm chú thích; -: bỏ. `,
    en: `What is column ${columnName(index)} “${excerpt(heading)}” (such as “${excerpt(example)}”)? Type a key or a usual heading; Enter: keep as comments; -: leave out. `,
  }
}

function noSuchKey(answer: string): Text {
  const keys = columnKeys.join(', ')
  return {
    vi: `Không có khóa “${answer}”; các khóa: ${keys}. `,
    en: `There is no key “${answer}”; the keys are: ${keys}. `,
  }
}

/** What was recognised, for the user to see at a glance. */
function understood(table: Table, head: Head, lang: Locale, width: number | undefined): string {
  const lines = [readAs(table)[lang]]
  const columns = head.columns.flatMap(({ key, heading, index }) => {
    if (key === undefined) return []
    const name = heading === '' ? columnName(index) : `${columnName(index)} “${excerpt(heading)}”`
    return [`${name} → ${key}`]
  })
  lines.push(`${columnsLabel[lang]}: ${columns.join(', ')}`)
  const unknown = head.columns.filter(
    ({ key, dropped, heading }) => key === undefined && dropped !== true && heading !== '',
  )
  if (unknown.length > 0) lines.push(`${unknownLabel[lang]}: ${unknown.map(nameOf).join(', ')}`)
  const dropped = head.columns.filter(column => column.dropped === true)
  if (dropped.length > 0) lines.push(`${droppedLabel[lang]}: ${dropped.map(nameOf).join(', ')}`)
  return lines.map(line => `${fold(printable(line), width)}\n`).join('')
}

function nameOf({ heading, index }: Column): string {
  return `${columnName(index)} “${excerpt(heading)}”`
}

const delimiterNames: Readonly<Record<string, Text>> = {
  ',': { vi: 'dấu phẩy', en: 'commas' },
  ';': { vi: 'dấu chấm phẩy', en: 'semicolons' },
  '\t': { vi: 'dấu tab', en: 'tabs' },
}

function readAs({ source: { path, sheet }, format }: Table): Text {
  const name = path === '-' ? { vi: 'đầu vào chuẩn', en: 'standard input' } : { vi: `“${path}”`, en: `“${path}”` }
  const { converted, delimiter, encoding, otherSheets } = format
  const by = delimiterNames[delimiter ?? ''] ?? { vi: `“${delimiter}”`, en: `“${delimiter}”` }
  const vi = [
    format.kind === 'csv' ? `CSV, bảng mã ${encoding}, ngăn cột bằng ${by.vi}` : 'bảng tính .xlsx',
    sheet?.name === undefined ? '' : `trang tính “${sheet.name}”`,
    otherSheets === undefined ? '' : `chưa đọc trang khác: ${otherSheets.join(', ')} (chọn bằng --sheet)`,
    converted === undefined ? '' : `đã chuyển ${converted.cells} ô từ bảng mã ${converted.encoding} sang Unicode`,
  ]
  const en = [
    format.kind === 'csv' ? `CSV, ${encoding}, parted by ${by.en}` : 'an .xlsx workbook',
    sheet?.name === undefined ? '' : `sheet “${sheet.name}”`,
    otherSheets === undefined ? '' : `other sheets not read: ${otherSheets.join(', ')} (choose by --sheet)`,
    converted === undefined ? '' : `${converted.cells} cells converted from ${converted.encoding} to Unicode`,
  ]
  const said = (parts: readonly string[]) => parts.filter(part => part !== '').join('; ')
  return { vi: `Đã đọc ${name.vi}: ${said(vi)}`, en: `Read ${name.en}: ${said(en)}` }
}

const columnsLabel: Text = { vi: 'Cột', en: 'Columns' }
const unknownLabel: Text = { vi: 'Chưa có chỗ, giữ làm chú thích', en: 'Without a place, kept as comments' }
const droppedLabel: Text = { vi: 'Bỏ theo --map', en: 'Left out by --map' }
const wouldWrite: Text = { vi: 'Sẽ ghi', en: 'Would write' }

const stages = {
  read: { vi: 'Đọc bảng', en: 'Reading' },
  make: { vi: 'Lập danh mục', en: 'Making the catalog' },
  check: { vi: 'Kiểm tra', en: 'Checking' },
} satisfies Record<string, Text>

const needsTarget = wrongUse.needsOne(['--out', '--dry-run', '--report'])

function wroteCatalog(folder: string, files: number): Text {
  return { vi: `Đã ghi danh mục “${folder}” (${files} tệp)`, en: `Wrote the catalog “${folder}” (${files} files)` }
}

function wroteReport(path: string): Text {
  return { vi: `Đã ghi bảng có đánh dấu “${path}”`, en: `Wrote the marked sheet “${path}”` }
}
