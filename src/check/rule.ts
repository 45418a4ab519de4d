import type { Catalog } from '../catalog/model.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import type { Draft, RuleMeta, RuleOption } from '../finding.js'
import type { Location } from '../source.js'
import type { LinkAnswers } from './link-answer.js'

export interface Rule {
  readonly meta: RuleMeta
  check(catalog: Catalog, context: RuleContext): Iterable<Draft>
}

export interface RuleContext {
  /** Where the value of a key of a record was written (or its item), or the record when it lacks the key. */
  where<R extends object>(record: R, key?: keyof R & string, item?: number): Location
  /** ISO date. Handed in, so that a rule about dates can be tested. */
  readonly today: string
  /** What others list under a code. Handed in, so that rules are tested with a list that stays as it is. */
  readonly reference: ReferenceList
  /** What became of asking for the web addresses; absent where nobody asked. */
  readonly links?: LinkAnswers
  /** What the configuration sets for an option of the rule, or its default. */
  option<T extends number | string>(option: RuleOption<T>): T
}
