import type { Catalog } from '../catalog/model.js'
import type { Draft, RuleMeta } from '../finding.js'
import type { Location } from '../source.js'

export interface Rule {
  readonly meta: RuleMeta
  check(catalog: Catalog, context: RuleContext): Iterable<Draft>
}

export interface RuleContext {
  /** Where the value of a key of a record was written (or its item), or the record when it lacks the key. */
  where<R extends object>(record: R, key?: keyof R & string, item?: number): Location
  /** ISO date. Handed in, so that a rule about dates can be tested. */
  readonly today: string
}
