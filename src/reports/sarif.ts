import { allRules } from '../check/all-rules.js'
import type { Fix, RuleMeta, Severity } from '../finding.js'
import type { Locale } from '../locale.js'
import { type Location, position, type Source } from '../source.js'
import { rulesWaiting } from '../wording.js'
import { type Identified, identify } from './fingerprint.js'
import { type SlowReporter, shownFindings } from './reporter.js'
import { ruleMarkdown } from './rule-markdown.js'
import { ruleText } from './rule-text.js'

declare const TTHC_VERSION: string

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** The root that relative paths are read from; whoever takes the file knows where the repository lies. */
const uriBaseId = '%SRCROOT%'

/** SARIF 2.1.0: for code scanning and for editors. */
export const sarifReport: SlowReporter = async (reports, style) => {
  const { locale } = style
  const results = []
  for (const report of reports) {
    const shown = new Set(shownFindings(report.findings, style))
    for (const identified of await identify(report)) {
      if (shown.has(identified.finding)) results.push(result(identified, locale))
    }
  }
  const waiting = reports.filter(({ skipped }) => skipped.length > 0)
  const run = {
    tool: {
      driver: {
        name: 'tthc',
        version: TTHC_VERSION,
        semanticVersion: TTHC_VERSION,
        language: locale,
        rules: allRules.map(meta => descriptor(meta, locale)),
      },
    },
    language: locale,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [uriBaseId]: { description: { text: rootText[locale] } },
    },
    invocations: [
      {
        executionSuccessful: true,
        ...(waiting.length > 0 && {
          toolExecutionNotifications: waiting.map(({ path, skipped }) => ({
            level: 'note',
            message: { text: `${path}: ${rulesWaiting(skipped.length)[locale]}` },
          })),
        }),
      },
    ],
    results,
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

const rootText = {
  vi: 'Thư mục chạy tthc check, thường là gốc của kho',
  en: 'The folder that tthc check ran in, mostly the root of the repository',
}

function descriptor(meta: RuleMeta, locale: Locale) {
  const { id, severity, title, why, fixable } = meta
  return {
    id,
    name: id,
    shortDescription: { text: title[locale] },
    fullDescription: { text: `${title[locale]}. ${why[locale]}` },
    help: { text: ruleText(meta, locale), markdown: ruleMarkdown(meta, locale) },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      precision: 'very-high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
      tags: ['tthc', ...(fixable ? ['fixable'] : [])],
    },
  }
}

function result({ finding, record, fingerprint }: Identified, locale: Locale) {
  const { rule, severity, at, message, related, fix } = finding
  return {
    ruleId: rule,
    ruleIndex: allRules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message[locale] },
    locations: [
      {
        physicalLocation: physical(at),
        ...(record !== '' && { logicalLocations: [{ fullyQualifiedName: record, kind: 'object' }] }),
      },
    ],
    ...(related !== undefined && {
      relatedLocations: related.map((other, id) => ({
        id,
        physicalLocation: physical(other.at),
        message: { text: other.message[locale] },
      })),
    }),
    partialFingerprints: { 'tthc/v1': fingerprint },
    ...(fix !== undefined && { fixes: [repair(fix, locale)] }),
  }
}

function physical(at: Location) {
  return { artifactLocation: artifact(at.source), region: region(at) }
}

/** Percent signs, spaces and letters with marks would not be a URI. */
function artifact({ path }: Source) {
  if (/^(?:\/|[a-z]:\/)/i.test(path)) return { uri: encodeURI(`file://${path.startsWith('/') ? '' : '/'}${path}`) }
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId }
}

function region({ source, start, end }: Location) {
  const from = position(source, start)
  const to = position(source, end)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

function repair({ title, edits }: Fix, locale: Locale) {
  const sources = [...new Set(edits.map(({ at }) => at.source))]
  return {
    description: { text: title[locale] },
    artifactChanges: sources.map(source => ({
      artifactLocation: artifact(source),
      replacements: edits
        .filter(({ at }) => at.source === source)
        .map(({ at, text }) => ({ deletedRegion: region(at), insertedContent: { text } })),
    })),
  }
}
