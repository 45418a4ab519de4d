import type { Severity } from '../finding.js'
import { position } from '../source.js'
import { identify } from './fingerprint.js'
import { type SlowReporter, shownFindings } from './reporter.js'

/** GitLab's words, from the list of Code Climate. */
const gravity: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** A Code Quality report, which GitLab shows in a merge request: one entry a finding. */
export const gitlabReport: SlowReporter = async (reports, style) => {
  const entries = []
  for (const report of reports) {
    const shown = new Set(shownFindings(report.findings, style))
    for (const { finding, fingerprint } of await identify(report)) {
      if (!shown.has(finding)) continue
      const { rule, severity, at, message } = finding
      const begin = position(at.source, at.start)
      const end = position(at.source, at.end)
      entries.push({
        description: message[style.locale],
        check_name: rule,
        fingerprint,
        severity: gravity[severity],
        location: { path: at.source.path, lines: { begin: begin.line, end: end.line } },
      })
    }
  }
  return `${JSON.stringify(entries, null, 2)}\n`
}
