import { type Finding, type Severity, severities } from '../finding.js'
import type { Locale } from '../locale.js'
import { position } from '../source.js'
import { findingCount } from '../wording.js'
import { printable } from './printable.js'
import { type Reporter, shownFindings } from './reporter.js'

/** GitHub shows ten annotations of each kind a step and drops the others without a word. */
const mostShown = 10

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Workflow commands, which GitHub shows as annotations in the diff: errors first. Where there are more than it shows of a
 * severity, the last one that it does show counts the rest.
 */
export const githubReport: Reporter = (reports, style) => {
  const findings = reports.flatMap(report => shownFindings(report.findings, style))
  const lines = severities.flatMap(severity =>
    annotations(
      severity,
      findings.filter(finding => finding.severity === severity),
      style.locale,
    ),
  )
  return lines.map(line => `${line}\n`).join('')
}

function annotations(severity: Severity, findings: readonly Finding[], locale: Locale): string[] {
  if (findings.length <= mostShown) return findings.map(finding => annotation(finding, locale))
  const told = findings.slice(0, mostShown - 1)
  const rest = restText(severity, findings.length - told.length)[locale]
  return [...told.map(finding => annotation(finding, locale)), `::${commands[severity]}::${data(rest)}`]
}

function restText(severity: Severity, count: number) {
  const { vi, en } = findingCount(severity, count)
  return {
    vi: `Còn ${vi} nữa không hiện ở đây; xem bản tóm tắt (Summary) của lần chạy này, hoặc chạy tthc check`,
    en: `Another ${en} are not shown here; see the job summary, or run tthc check`,
  }
}

function annotation({ rule, severity, at: { source, start, end }, message, fix }: Finding, locale: Locale): string {
  const from = position(source, start)
  const to = position(source, end)
  const properties: [string, string | number][] = [
    ['file', source.path],
    ['line', from.line],
    ['endLine', to.line],
  ]
  // GitHub takes columns on one line only.
  if (from.line === to.line) properties.push(['col', from.column], ['endColumn', to.column])
  properties.push(['title', rule])
  const written = properties.map(([name, value]) => `${name}=${property(`${value}`)}`).join(',')
  const hint = fix === undefined ? '' : `\n${fix.title[locale]}`
  return `::${commands[severity]} ${written}::${data(message[locale] + hint)}`
}

/** As the runner takes them apart: a raw line end would begin another command. */
function data(written: string): string {
  const text = written.split('\n').map(printable).join('\n')
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
