import type { Io } from '../io.js'
import {
  type CatalogReport,
  type CheckFormat,
  countSeverities,
  type ReportStyle,
  type SlowReporter,
} from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { reportWritten } from '../wording.js'
import { cannotRead } from '../workspace/discover.js'
import { writeFile } from './file.js'

/** A form of the report and the file it goes to, or standard output. */
export interface Output {
  readonly format: CheckFormat
  readonly file?: string
}

/** Each is loaded only when it is asked for: a check on a terminal needs none but the text. */
const reporters: Readonly<Record<CheckFormat, () => Promise<SlowReporter>>> = {
  text: async () => textReport,
  json: async () => (await import('../reports/json.js')).jsonReport,
  github: async () => (await import('../reports/github.js')).githubReport,
  gitlab: async () => (await import('../reports/gitlab.js')).gitlabReport,
  sarif: async () => (await import('../reports/sarif.js')).sarifReport,
  junit: async () => (await import('../reports/junit.js')).junitReport,
  markdown: async () => (await import('../reports/markdown.js')).markdownReport,
  html: async () => (await import('../renderers/findings-page.js')).findingsPage,
}

/** What GitHub takes of a job summary is a mebibyte. */
const longestSummary = 1024 * 1024

/** Prints and writes the reports. All of them are made before any is written. Throws a Failure where a file cannot be. */
export async function publishReports(
  outputs: readonly Output[],
  reports: readonly CatalogReport[],
  style: ReportStyle,
  io: Io,
): Promise<void> {
  const made: { readonly file: string | undefined; readonly text: string }[] = []
  for (const { format, file } of outputs) {
    const reporter = await reporters[format]()
    // A file is no terminal.
    const own = file === undefined ? style : { ...style, colour: false, columns: undefined }
    made.push({ file, text: await reporter(reports, own) })
  }
  for (const { file, text } of made) {
    if (file === undefined) io.out(text)
    else await writeFile(file, text, io)
  }
  const files = made.flatMap(({ file }) => (file === undefined ? [] : [file]))
  const speaks = !style.quiet || countSeverities(reports.flatMap(({ findings }) => findings)).error > 0
  if (speaks) for (const file of files) io.err(`${reportWritten(file)[style.locale]}\n`)
  if (outputs.some(({ format }) => format === 'github')) await summarise(reports, style, io)
}

/** Adds to what earlier commands of the step have written. */
async function summarise(reports: readonly CatalogReport[], style: ReportStyle, io: Io): Promise<void> {
  const path = io.env['GITHUB_STEP_SUMMARY']
  if (path === undefined || path === '') return
  const before = await io.readBytes(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return new Uint8Array()
    throw cannotRead(path, error)
  })
  const { shortMarkdown } = await import('../reports/markdown.js')
  const text = shortMarkdown(reports, style, longestSummary - before.length)
  await writeFile(path, new TextDecoder().decode(before) + text, io)
}
