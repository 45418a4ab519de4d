import type { Loaded } from '../catalog/load.js'
import type { Judgement } from '../check/judge.js'
import type { Finding, Severity } from '../finding.js'
import type { Locale } from '../locale.js'
import { contentCounts, notShown, rulesWaiting, severityCounts } from '../wording.js'

/** What a check found in one catalog. */
export interface CatalogReport extends Judgement {
  readonly path: string
  readonly procedures: number
  readonly fields: number
  readonly officers: number
  /** How many findings the baseline holds; they are not among `findings`. */
  readonly held: number
  /** How many findings a change has nothing to do with, where only those of a change are shown; not among `findings` either. */
  readonly unchanged: number
  readonly loaded: Loaded
}

/** The report of a judgement, without a baseline and whole. */
export function reportOf(loaded: Loaded, judgement: Judgement): CatalogReport {
  const { path, procedures, fields, officers } = loaded.catalog
  return {
    path,
    procedures: procedures.length,
    fields: fields.length,
    officers: officers.length,
    ...judgement,
    held: 0,
    unchanged: 0,
    loaded,
  }
}

/** The report of findings alone, where no rule was asked. */
export function reportOfFindings(loaded: Loaded, findings: readonly Finding[]): CatalogReport {
  return reportOf(loaded, { findings, skipped: [], silenced: 0 })
}

export const checkFormats = ['text', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown', 'html'] as const
export type CheckFormat = (typeof checkFormats)[number]

/** Puts results into words. Prints nothing. */
export type Reporter = (reports: readonly CatalogReport[], style: ReportStyle) => string

/** One that has to look into the files again: for the names of records. */
export type SlowReporter = (reports: readonly CatalogReport[], style: ReportStyle) => string | Promise<string>

export interface ReportStyle {
  readonly locale: Locale
  readonly colour: boolean
  /**
   * How wide the terminal is. Undefined where the report goes into a file or another program: editors and CI systems read
   * `path:line:column: message` as one line.
   */
  readonly columns?: number | undefined
  /** Errors only, and not a word when there are none. */
  readonly quiet: boolean
  /** The day the check was made for, ISO. */
  readonly today: string
}

export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** What of the findings is to be shown. */
export function shownFindings(findings: readonly Finding[], { quiet }: Pick<ReportStyle, 'quiet'>): readonly Finding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings
}

/** What was looked at and what came of it: “133 thủ tục, 35 lĩnh vực, 12 cán bộ; 3 lỗi”. */
export function summary(report: CatalogReport, locale: Locale): string {
  const { procedures, fields, officers, findings, skipped } = report
  const parts = [
    contentCounts(procedures, fields, officers)[locale],
    severityCounts(countSeverities(findings))[locale],
    notShown(report)[locale],
    skipped.length === 0 ? '' : rulesWaiting(skipped.length)[locale],
  ]
  return parts.filter(part => part !== '').join('; ')
}
