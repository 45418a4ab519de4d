import { type Location, placeName, position } from '../source.js'
import { type Identified, identify } from './fingerprint.js'
import { type CatalogReport, countSeverities, type ReportStyle, type SlowReporter } from './reporter.js'

/** Version of the JSON report: raised when a key changes its meaning or goes away. `tthc schema --of report` has its keys. */
export const reportVersion = 1

/** Everything that was found, in both languages, for programs. */
export const jsonReport: SlowReporter = async (reports, style) => {
  const catalogs = []
  for (const report of reports) catalogs.push(await catalogJson(report, style))
  return `${JSON.stringify({ version: reportVersion, date: style.today, catalogs }, null, 2)}\n`
}

async function catalogJson(report: CatalogReport, { quiet }: ReportStyle) {
  const { path, procedures, fields, officers, findings, skipped, silenced, held, unchanged } = report
  const identified = await identify(report)
  return {
    path,
    procedures,
    fields,
    officers,
    summary: countSeverities(findings),
    findings: identified.filter(({ finding: { severity } }) => !quiet || severity === 'error').map(findingJson),
    silenced,
    held,
    unchanged,
    skippedRules: skipped.map(({ id }) => id),
  }
}

function findingJson({ finding, record, fingerprint }: Identified) {
  const { rule, severity, at, message, related, fix } = finding
  return {
    rule,
    severity,
    ...placeJson(at),
    ...(record !== '' && { record }),
    fingerprint,
    message,
    ...(related !== undefined && {
      related: related.map(other => ({ ...placeJson(other.at), message: other.message })),
    }),
    ...(fix !== undefined && {
      fix: { title: fix.title, edits: fix.edits.map(edit => ({ ...placeJson(edit.at), text: edit.text })) },
    }),
  }
}

function placeJson(at: Location) {
  const { source, start, end } = at
  const cell = source.sheet === undefined ? {} : { cell: placeName(at) }
  return { path: source.path, ...cell, start: position(source, start), end: position(source, end) }
}
