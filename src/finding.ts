import type { Text } from './locale.js'
import type { Location } from './source.js'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** What a rule says; the engine adds which rule said it and how grave that is. */
export interface Draft {
  readonly at: Location
  readonly message: Text
  readonly related?: readonly Related[]
  readonly fix?: Fix
}

/** Another place that a finding speaks of, e.g. the first of two equal codes. */
export interface Related {
  readonly at: Location
  readonly message: Text
}

/** One thing to change in a catalog. Nothing but data: a finding survives JSON. */
export interface Finding extends Draft {
  readonly rule: string
  readonly severity: Severity
}

export interface Fix {
  readonly title: Text
  readonly edits: readonly Edit[]
}

/** Puts `text` in place of `at`, as source text (quotes included); where `at` is empty, it inserts. */
export interface Edit {
  readonly at: Location
  readonly text: string
}

/** All that is said of a rule, in one place: reports, `tthc explain` and the README are made from it. */
export interface RuleMeta {
  /** The name of the rule's file: `<thing>-<what is wrong with it>`. */
  readonly id: string
  readonly severity: Severity
  /** A `catalog` rule compares records, so it waits until every record could be read. */
  readonly scope: 'record' | 'catalog'
  readonly since: string
  /** The faulty state in one line: "An officer’s phone number is malformed". */
  readonly title: Text
  /** What goes wrong for a citizen or a clerk if it stays. */
  readonly why: Text
  /** What to write instead. */
  readonly remedy: Text
  readonly basis?: readonly LegalBasis[]
  readonly fixable?: true
  /** What a configuration may set for it. */
  readonly options?: readonly RuleOption[]
}

/** A number or a word that a rule goes by, under `rules:` in `tthc.config.yaml`. */
export interface RuleOption<T extends number | string = number | string> {
  readonly name: string
  readonly title: Text
  readonly description: Text
  readonly default: T
  /** The words that may be chosen. */
  readonly values?: readonly T[]
}

/** The decree, circular or decision that a rule rests on: "63/2010/NĐ-CP", "Điều 8 khoản 2". */
export interface LegalBasis {
  readonly document: string
  readonly article?: string
}

/** Findings in the order of reading: by file, place, rule. Never by language. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.at.source.path !== b.at.source.path) return a.at.source.path < b.at.source.path ? -1 : 1
  if (a.at.start !== b.at.start) return a.at.start - b.at.start
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1
  return 0
}
