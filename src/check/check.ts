import type { Loaded } from '../catalog/load.js'
import { byPlace, type Finding, type RuleMeta } from '../finding.js'
import type { Rule } from './rule.js'

export interface CheckResult {
  /** In the order of reading. */
  readonly findings: readonly Finding[]
  /** Rules that had to stay silent because some record could not be read. */
  readonly skipped: readonly RuleMeta[]
}

/**
 * Lets every rule look at the catalog. A rule that compares records waits until all of them could be read: an officer
 * whose record is broken is not unknown. `today` is an ISO date.
 */
export function check({ catalog, sources, findings }: Loaded, rules: readonly Rule[], today: string): CheckResult {
  const whole = !findings.some(({ severity }) => severity === 'error')
  const context = { today, where: sources.where.bind(sources) }
  const all: Finding[] = [...findings]
  const skipped: RuleMeta[] = []
  for (const { meta, check: drafts } of rules) {
    if (meta.scope === 'catalog' && !whole) {
      skipped.push(meta)
      continue
    }
    for (const draft of drafts(catalog, context)) all.push({ rule: meta.id, severity: meta.severity, ...draft })
  }
  return { findings: all.sort(byPlace), skipped }
}
