import { Chalk } from 'chalk'
import type { Finding, Severity } from '../finding.js'
import { type Location, placeName } from '../source.js'
import { contentCounts, explainHint, notShown, rulesWaiting, severityCounts, severityNames } from '../wording.js'
import { frame } from './frame.js'
import { printable } from './printable.js'
import { type CatalogReport, countSeverities, type Reporter, type ReportStyle } from './reporter.js'

/** Terminals are eighty columns wide where nobody widened them. */
const width = 80

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
  const name = paint(chalk, severity)(`${severityNames[severity][locale]}:`)
  const head = `${chalk.bold(place(at))}: ${name} ${printable(message[locale])} ${chalk.dim(`[${rule}]`)}`
  const lines = [head]
  const shown = frame(at, width)
  if (shown !== undefined) {
    lines.push(chalk.dim(shown.gutter) + shown.code)
    lines.push(chalk.dim(shown.margin) + paint(chalk, severity)(shown.carets))
  }
  for (const other of related ?? []) lines.push(`  ${place(other.at)}: ${printable(other.message[locale])}`)
  if (fix !== undefined) lines.push(`  ${fixLabel[locale]}: ${printable(fix.title[locale])}`)
  return lines.join('\n')
}

const fixLabel = { vi: 'Sửa thành', en: 'Fix' }

function paint(chalk: InstanceType<typeof Chalk>, severity: Severity): (text: string) => string {
  return { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[severity]
}

function place(at: Location): string {
  return printable(`${at.source.path}:${placeName(at)}`)
}

function summary(report: CatalogReport, { locale }: ReportStyle) {
  const { path, procedures, fields, officers, findings, skipped } = report
  const counts = severityCounts(countSeverities(findings))[locale]
  const content = contentCounts(procedures, fields, officers)[locale]
  const waiting = skipped.length === 0 ? '' : `; ${rulesWaiting(skipped.length)[locale]}`
  const silent = notShown(report)[locale]
  return `${printable(path)}: ${content}: ${counts}${silent === '' ? '' : `; ${silent}`}${waiting}`
}
