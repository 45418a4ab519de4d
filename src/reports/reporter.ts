import type { Loaded } from '../catalog/load.js'
import type { Judgement } from '../check/judge.js'
import type { Finding, Severity } from '../finding.js'
import type { Locale } from '../locale.js'

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
