import type { Finding, RuleOption, Severity } from '../finding.js'

/** What configurations say of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options: ReadonlyMap<string, number | string>
}

/** What holds for one catalog, from all the configurations that reach it. */
export interface Settings {
  /** By the id of the rule. */
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Rules that must not be silenced. */
  readonly forbidden: ReadonlySet<string>
  /** How the office wants its site to look. */
  readonly theme?: Theme
  /** What is wrong with the configurations themselves. */
  readonly findings: readonly Finding[]
}

/** Looks of the site. Colours are #rrggbb and have been proved readable. */
export interface Theme {
  readonly accent?: string
  /** For dark pages. */
  readonly accentDark?: string
  /** A picture, by its path as the tool reads it. */
  readonly logo?: string
  /** Lines at the foot of every page. */
  readonly footer?: readonly string[]
}

export const noSettings: Settings = { rules: new Map(), forbidden: new Set(), findings: [] }

export function isOff({ rules }: Settings, rule: string): boolean {
  return rules.get(rule)?.severity === 'off'
}

/** The value that was set for an option, or its default. */
export function optionOf<T extends number | string>({ rules }: Settings, rule: string, option: RuleOption<T>): T {
  // The reading of the configuration has seen to the type and to the list of words.
  return (rules.get(rule)?.options.get(option.name) as T | undefined) ?? option.default
}

/** The finding as grave as the configuration has it. */
export function graded(settings: Settings, finding: Finding): Finding {
  const severity = settings.rules.get(finding.rule)?.severity
  return severity === undefined || severity === 'off' ? finding : { ...finding, severity }
}
