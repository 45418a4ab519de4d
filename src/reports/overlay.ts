import { type Finding, severities } from '../finding.js'
import type { Locale, Text } from '../locale.js'
import { position } from '../source.js'
import { severityCounts, severityNames } from '../wording.js'
import { frame } from './frame.js'
import { printable } from './printable.js'
import { type CatalogReport, countSeverities } from './reporter.js'

export interface OverlayStyle {
  readonly locale: Locale
  /** Of the files that are served by now. */
  readonly version: string
  /** Why the last change could not be built. */
  readonly failure?: Text
}

/** More than that nobody mends before the next build. */
const most = 100
const frameWidth = 100

/** What the overlay of a preview shows, as JSON for its script. */
export function overlayState(reports: readonly CatalogReport[], { locale, version, failure }: OverlayStyle): string {
  const findings = reports.flatMap(report => report.findings)
  const counts = countSeverities(findings)
  const byGravity = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const [shown, rest] = [byGravity.slice(0, most), findings.length - most]
  return JSON.stringify({
    version,
    summary: failure === undefined ? severityCounts(counts)[locale] : words.failed[locale],
    failure: failure?.[locale] ?? null,
    grave: failure !== undefined || counts.error > 0,
    findings: shown.map(finding => findingState(finding, locale)),
    more: rest > 0 ? more(rest)[locale] : null,
    words: { title: words.title[locale], none: words.none[locale], lang: locale },
  })
}

function findingState({ at, rule, severity, message }: Finding, locale: Locale) {
  const { line, column } = position(at.source, at.start)
  const shown = frame(at, frameWidth)
  return {
    severity,
    name: severityNames[severity][locale],
    message: printable(message[locale]),
    place: `${printable(at.source.path)}:${line}:${column}`,
    rule,
    code: shown === undefined ? null : `${shown.gutter}${shown.code}\n${shown.margin}${shown.carets}`,
  }
}

const words = {
  title: { vi: 'Kết quả kiểm tra', en: 'What the check found' },
  none: { vi: 'Không có vấn đề nào.', en: 'There is no problem.' },
  failed: { vi: 'chưa dựng được trang', en: 'the site could not be built' },
}

function more(count: number): Text {
  return {
    vi: `… và ${count} vấn đề nữa; chạy tthc check để xem hết`,
    en: `… and ${count} more; run tthc check for all`,
  }
}
