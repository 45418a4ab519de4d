import { readingRules } from '../catalog/reading.js'
import type { RuleMeta } from '../finding.js'
import { importRules } from '../import/import-rules.js'
import { rules } from './rules.js'
import { silencerRules } from './silencer-rules.js'

/** All that may be found: by the reading, by the rules, in what silences them, and in sheets. */
export const allRules: readonly RuleMeta[] = [
  ...Object.values(readingRules),
  ...rules.map(({ meta }) => meta),
  ...Object.values(silencerRules),
  ...Object.values(importRules),
]
