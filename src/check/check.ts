import type { Loaded } from '../catalog/load.js'
import { byPlace, type Finding, type RuleMeta } from '../finding.js'
import type { Rule, RuleContext } from './rule.js'
import { graded, isOff, noSettings, optionOf, type Settings } from './settings.js'

export interface CheckResult {
  /** In the order of reading. */
  readonly findings: readonly Finding[]
  /** Rules that had to stay silent because some record could not be read. */
  readonly skipped: readonly RuleMeta[]
}

/** What rules have to know that no catalog says. */
export type Outside = Pick<RuleContext, 'today' | 'reference' | 'links'>

/**
 * Lets every rule look at the catalog. A rule that compares records waits until all of them could be read: an officer
 * whose record is broken is not unknown.
 */
export function check(
  { catalog, sources, findings }: Loaded,
  rules: readonly Rule[],
  outside: Outside,
  settings: Settings = noSettings,
): CheckResult {
  const whole = !findings.some(({ severity }) => severity === 'error')
  const where = sources.where.bind(sources)
  const all: Finding[] = [...findings]
  const skipped: RuleMeta[] = []
  for (const { meta, check: drafts } of rules) {
    if (isOff(settings, meta.id)) continue
    if (meta.scope === 'catalog' && !whole) {
      skipped.push(meta)
      continue
    }
    const context: RuleContext = { ...outside, where, option: option => optionOf(settings, meta.id, option) }
    for (const draft of drafts(catalog, context)) all.push({ rule: meta.id, severity: meta.severity, ...draft })
  }
  return { findings: all.map(finding => graded(settings, finding)).sort(byPlace), skipped }
}
