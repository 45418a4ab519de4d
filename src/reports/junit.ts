import { allRules } from '../check/all-rules.js'
import type { Locale } from '../locale.js'
import { contentCounts, rulesWaiting } from '../wording.js'
import { type Identified, identify } from './fingerprint.js'
import { type CatalogReport, type ReportStyle, type SlowReporter, shownFindings } from './reporter.js'
import { findingText } from './text.js'
import { xmlText } from './xml-text.js'

/**
 * JUnit XML, valid for Ant's schema and for that of Jenkins. A catalog is a suite; a rule without an error is a test that passed,
 * an error is one that failed, a rule that had to wait was skipped. What is no error fails nothing and stands in the output of
 * the suite.
 */
export const junitReport: SlowReporter = async (reports, style) => {
  const suites = []
  for (const [index, report] of reports.entries()) suites.push(suite(report, index, await identify(report), style))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`
}

function suite(report: CatalogReport, index: number, identified: readonly Identified[], style: ReportStyle): string {
  const plain = { ...style, colour: false, columns: undefined }
  const errors = identified.filter(({ finding }) => finding.severity === 'error')
  const failing = new Set(errors.map(({ finding }) => finding.rule))
  const waiting = new Set(report.skipped.map(({ id }) => id))
  const names = new Map<string, number>()
  const cases = [
    ...errors.map(error => failed(report.path, error, names, plain)),
    ...report.skipped.map(({ id }) => skipped(report.path, id, style.locale)),
    ...allRules
      .filter(({ id }) => !failing.has(id) && !waiting.has(id))
      .map(({ id }) => `    <testcase ${attributes({ name: id, classname: report.path, time: '0' })}/>\n`),
  ]
  const others = shownFindings(report.findings, style).filter(({ severity }) => severity !== 'error')
  const output = others.map(finding => `${findingText(finding, plain)}\n`).join('\n')
  const head = attributes({
    name: report.path,
    package: 'tthc',
    id: `${index}`,
    // Ant demands a time; the day that the check was made for is the one we may tell.
    timestamp: `${style.today}T00:00:00`,
    hostname: 'localhost',
    tests: `${cases.length}`,
    failures: `${errors.length}`,
    errors: '0',
    skipped: `${waiting.size}`,
    time: '0',
  })
  const content = contentCounts(report.procedures, report.fields, report.officers)[style.locale]
  return [
    `  <testsuite ${head}>\n`,
    `    <properties>\n      <property ${attributes({ name: 'tthc', value: content })}/>\n    </properties>\n`,
    ...cases,
    `    <system-out>${xmlText(output)}</system-out>\n`,
    '    <system-err></system-err>\n  </testsuite>\n',
  ].join('')
}

function failed(path: string, { finding, record }: Identified, names: Map<string, number>, style: ReportStyle): string {
  const plain = record === '' ? finding.rule : `${finding.rule}: ${record}`
  const turn = (names.get(plain) ?? 0) + 1
  names.set(plain, turn)
  // The same name after lines have moved, so that what fails anew can be told from what failed before.
  const head = attributes({ name: turn === 1 ? plain : `${plain} (${turn})`, classname: path, time: '0' })
  const failure = attributes({ message: finding.message[style.locale], type: finding.rule })
  const text = xmlText(findingText(finding, style))
  return `    <testcase ${head}>\n      <failure ${failure}>${text}</failure>\n    </testcase>\n`
}

function skipped(path: string, rule: string, locale: Locale): string {
  const head = attributes({ name: rule, classname: path, time: '0' })
  return `    <testcase ${head}>\n      <skipped ${attributes({ message: rulesWaiting(1)[locale] })}></skipped>\n    </testcase>\n`
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${xmlText(value).replaceAll('\n', ' ')}"`)
    .join(' ')
}
