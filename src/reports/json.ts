import type { Finding } from '../finding.js'
import { type Location, placeName, position } from '../source.js'
import { countSeverities, type Reporter } from './reporter.js'

/** Version of the JSON report: raised when a key changes its meaning or goes away. */
export const reportVersion = 1

/** Everything that was found, in both languages, for programs. */
export const jsonReport: Reporter = (reports, { quiet, today }) => {
  const catalogs = reports.map(({ path, procedures, fields, officers, findings, skipped, silenced, held }) => ({
    path,
    procedures,
    fields,
    officers,
    summary: countSeverities(findings),
    findings: findings.filter(({ severity }) => !quiet || severity === 'error').map(findingJson),
    silenced,
    held,
    skippedRules: skipped.map(({ id }) => id),
  }))
  return `${JSON.stringify({ version: reportVersion, date: today, catalogs }, null, 2)}\n`
}

function findingJson({ rule, severity, at, message, related, fix }: Finding) {
  return {
    rule,
    severity,
    ...placeJson(at),
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
