import { Chalk } from 'chalk'
import type { Finding, Severity } from '../finding.js'
import { type Location, placeName } from '../source.js'
import { contentCounts, explainHint, notShown, rulesWaiting, severityCounts, severityNames } from '../wording.js'
import { frame } from './frame.js'
import { printable } from './printable.js'
import { type CatalogReport, countSeverities, type Reporter, type ReportStyle } from './reporter.js'
import { wrap } from './wrap.js'

/** What is shown of a line of a catalog where the report goes into a file. */
const usualWidth = 80

/** Findings as compilers print them, with the faulty line, and one line for each catalog that says what was looked at. */
export const textReport: Reporter = (reports, style) => {
  const shown = reports.flatMap(({ findings }) =>
    findings.filter(({ severity }) => !style.quiet || severity === 'error').map(finding => findingText(finding, style)),
  )
  const silent = style.quiet && shown.length === 0
  const summaries = silent ? [] : reports.map(report => summary(report, style))
  const hint = shown.length === 0 ? [] : [explainHint[style.locale]]
  return [...shown, ...summaries, ...hint].map(part => `${part}\n`).join('')
}

/** `bad.yaml:7:12: lỗi: … [rule]`, the faulty line and the places that belong to it. */
export function findingText({ at, rule, severity, message, related, fix }: Finding, style: ReportStyle): string {
  const { locale } = style
  const chalk = new Chalk({ level: style.colour ? 1 : 0 })
  const [where, name, tag] = [place(at), `${severityNames[severity][locale]}:`, `[${rule}]`]
  // Place and severity stay together in the first line, where programs look for them.
  const start = `${where}: ${name}`
  const rest = folded(start, `${printable(message[locale])} ${tag}`, '    ', style).slice(start.length, -tag.length)
  const lines = [`${chalk.bold(where)}: ${paint(chalk, severity)(name)}${rest}${chalk.dim(tag)}`]
  const shown = frame(at, style.columns ?? usualWidth)
  if (shown !== undefined) {
    lines.push(chalk.dim(shown.gutter) + shown.code)
    lines.push(chalk.dim(shown.margin) + paint(chalk, severity)(shown.carets))
  }
  for (const other of related ?? []) {
    lines.push(folded(`  ${place(other.at)}:`, printable(other.message[locale]), '    ', style))
  }
  if (fix !== undefined) lines.push(folded(`  ${fixLabel[locale]}:`, printable(fix.title[locale]), '    ', style))
  return lines.join('\n')
}

/** `head` and `text` in one line, or as wide as the terminal, where there is one: `head` stays whole in the first line. */
function folded(head: string, text: string, indent: string, { columns }: ReportStyle): string {
  return columns === undefined ? `${head} ${text}` : wrap(text, columns, indent, head)
}

const fixLabel = { vi: 'Tự sửa', en: 'Fix' }

function paint(chalk: InstanceType<typeof Chalk>, severity: Severity): (text: string) => string {
  return { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[severity]
}

function place(at: Location): string {
  return printable(`${at.source.path}:${placeName(at)}`)
}

function summary(report: CatalogReport, style: ReportStyle) {
  const { locale } = style
  const { path, procedures, fields, officers, findings, skipped } = report
  const counts = severityCounts(countSeverities(findings))[locale]
  const content = contentCounts(procedures, fields, officers)[locale]
  const waiting = skipped.length === 0 ? '' : `; ${rulesWaiting(skipped.length)[locale]}`
  const silent = notShown(report)[locale]
  const line = `${content}: ${counts}${silent === '' ? '' : `; ${silent}`}${waiting}`
  return folded(`${printable(path)}:`, line, '  ', style)
}
