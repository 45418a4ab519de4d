import { Failure } from '../failure.js'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import { canBeSilenced } from './silencer-rules.js'

/** Version of the file: raised when an entry changes its meaning. */
const version = 1

/** A fault that was known before: told by its record and value, never by its line, so that it may move. */
interface Entry {
  readonly catalog: string
  readonly rule: string
  readonly record: string
  readonly value: string
  readonly count: number
}

export interface Held {
  /** What is new. */
  readonly findings: readonly Finding[]
  /** How many findings the baseline knew. */
  readonly held: number
  /** How many entries of this catalog were not met any more. */
  readonly gone: number
}

/** The debt that was there when checking began. It is not reported, and it can only shrink unless somebody accepts more. */
export class Baseline {
  readonly #known: ReadonlyMap<string, Entry>
  readonly #met = new Map<string, Entry>()
  readonly #checked = new Set<string>()
  /** Known entries that nothing was asked about: they are neither met nor gone. */
  readonly #unasked = new Set<string>()

  private constructor(entries: readonly Entry[]) {
    this.#known = new Map(entries.map(entry => [keyOf(entry), entry]))
  }

  static empty(): Baseline {
    return new Baseline([])
  }

  /** What cannot be silenced cannot be put off either. */
  static canHold(rule: string): boolean {
    return canBeSilenced(rule)
  }

  /** Throws a Failure where the text is no baseline. */
  static parse(path: string, text: string): Baseline {
    const content = parsed(text)
    if (content === undefined) throw unreadable(path, { vi: 'không phải JSON', en: 'it is no JSON' })
    const { version: found, entries } = content as { version?: unknown; entries?: unknown }
    if (found !== version || !Array.isArray(entries) || !entries.every(isEntry)) {
      throw unreadable(path, {
        vi: `không phải tệp do --update-baseline ghi ra (phiên bản ${version})`,
        en: `it was not written by --update-baseline (version ${version})`,
      })
    }
    return new Baseline(entries)
  }

  /**
   * Sorts what was found in a catalog into what is known and what is new. `recordOf` names the record of a finding; of a rule
   * that could not be asked nothing is known, so its debt stays.
   */
  hold(
    catalog: string,
    findings: readonly Finding[],
    recordOf: (finding: Finding) => string,
    wasAsked: (rule: string) => boolean = () => true,
  ): Held {
    this.#checked.add(catalog)
    for (const [key, entry] of this.#known)
      if (entry.catalog === catalog && !wasAsked(entry.rule)) this.#unasked.add(key)
    const fresh = findings.filter(finding => {
      if (!Baseline.canHold(finding.rule)) return true
      const entry = { catalog, rule: finding.rule, record: recordOf(finding), value: writtenAt(finding), count: 1 }
      const key = keyOf(entry)
      const count = (this.#met.get(key)?.count ?? 0) + 1
      this.#met.set(key, { ...entry, count })
      return count > (this.#known.get(key)?.count ?? 0)
    })
    const gone = [...this.#known.values()].filter(
      entry =>
        entry.catalog === catalog && wasAsked(entry.rule) && entry.count > (this.#met.get(keyOf(entry))?.count ?? 0),
    )
    return { findings: fresh, held: findings.length - fresh.length, gone: gone.length }
  }

  /** What is left of the debt after all catalogs were held against it; with `acceptNew` also what is new. */
  updated(acceptNew: boolean): Baseline {
    const elsewhere = [...this.#known.values()].filter(({ catalog }) => !this.#checked.has(catalog))
    const unasked = [...this.#known].flatMap(([key, entry]) => (this.#unasked.has(key) ? [entry] : []))
    const here = [...this.#met.values()].flatMap(entry => {
      if (this.#unasked.has(keyOf(entry))) return []
      const known = this.#known.get(keyOf(entry))?.count ?? 0
      const count = acceptNew ? entry.count : Math.min(entry.count, known)
      return count === 0 ? [] : [{ ...entry, count }]
    })
    return new Baseline([...elsewhere, ...unasked, ...here])
  }

  get size(): number {
    return this.#known.size
  }

  /** One entry a line, sorted, so that a review shows what was mended. */
  toText(): string {
    const lines = [...this.#known]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { catalog, rule, record, value, count }]) => JSON.stringify({ catalog, rule, record, value, count }))
    return `{"version": ${version}, "entries": [\n${lines.join(',\n')}${lines.length === 0 ? '' : '\n'}]}\n`
  }
}

function keyOf({ catalog, rule, record, value }: Entry): string {
  return JSON.stringify([catalog, rule, record, value])
}

/** What was written at the place of a finding. */
export function writtenAt({ at: { source, start, end } }: Finding): string {
  return source.text.slice(start, end)
}

function parsed(text: string): object | undefined {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof content === 'object' && content !== null ? content : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const { catalog, rule, record, value: text, count } = value as Record<string, unknown>
  const texts = [catalog, rule, record, text].every(part => typeof part === 'string')
  return texts && Number.isInteger(count) && (count as number) > 0
}

function unreadable(path: string, why: Text): Failure {
  return new Failure({
    vi: `Không đọc được danh sách tồn đọng “${path}”: ${why.vi}`,
    en: `The baseline “${path}” cannot be read: ${why.en}`,
  })
}
