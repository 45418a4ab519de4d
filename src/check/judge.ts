import type { Loaded } from '../catalog/load.js'
import { byPlace } from '../finding.js'
import { linkBroken } from '../rules/link-broken.js'
import { linkMoved } from '../rules/link-moved.js'
import { linkUnreachable } from '../rules/link-unreachable.js'
import { allRules } from './all-rules.js'
import { type CheckResult, check, type Outside } from './check.js'
import { rules } from './rules.js'
import type { Settings } from './settings.js'
import { silence } from './silence.js'

export interface Judgement extends CheckResult {
  /** How many findings comments have silenced. */
  readonly silenced: number
}

/** Those that wait for somebody to ask for the addresses. */
export const linkRules: ReadonlySet<string> = new Set(
  [linkBroken, linkMoved, linkUnreachable].map(({ meta }) => meta.id),
)

const ids = allRules.map(({ id }) => id)

/** What is to be said of a catalog: all rules, as the configuration has them, without what comments silence. */
export function judge(loaded: Loaded, outside: Outside, settings: Settings): Judgement {
  const { findings, skipped } = check(loaded, rules, outside, settings)
  const whole = !loaded.findings.some(({ severity }) => severity === 'error')
  const left = silence(loaded.files, findings, {
    ids,
    forbidden: settings.forbidden,
    whole,
    ...(outside.links === undefined && { idle: linkRules }),
  })
  return { findings: [...left.findings, ...settings.findings].sort(byPlace), skipped, silenced: left.silenced }
}
