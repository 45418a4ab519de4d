import { dayText } from '../catalog/day.js'
import { withoutInternal } from '../catalog/internal.js'
import type { Loaded } from '../catalog/load.js'
import type { Field, Officer, Procedure } from '../catalog/model.js'
import { type NamedRecord, namedRecords, recordAt } from '../catalog/record-names.js'
import { allRules } from '../check/all-rules.js'
import { type Finding, type RuleMeta, type Severity, severities } from '../finding.js'
import { graphemes } from '../graphemes.js'
import type { Locale } from '../locale.js'
import { frame } from '../reports/frame.js'
import { printable } from '../reports/printable.js'
import { type CatalogReport, countSeverities, type ReportStyle, shownFindings, summary } from '../reports/reporter.js'
import { basisText } from '../reports/rule-text.js'
import { type Location, position, type Source } from '../source.js'
import { findingCount, severityCounts, severityNames } from '../wording.js'
import { findingWords, otherGroups } from './findings-words.js'

/** The page that shows a clerk what a check found. */
export interface FindingsView {
  readonly locale: Locale
  readonly words: Readonly<Record<keyof typeof findingWords, string>>
  readonly day: { readonly iso: string; readonly text: string }
  readonly verdict: { readonly severity: Severity | 'fine'; readonly text: string }
  readonly counts: readonly { readonly severity: Severity; readonly number: number; readonly name: string }[]
  readonly catalogs: readonly { readonly name: string; readonly path: string; readonly summary: string }[]
  /** The same findings in three orders; none where there are none. */
  readonly orders: readonly OrderView[]
}

export interface OrderView {
  readonly id: 'by-file' | 'by-field' | 'by-officer'
  readonly name: string
  readonly title: string
  readonly first: boolean
  readonly groups: readonly GroupView[]
}

export interface GroupView {
  readonly anchor: string
  readonly title: string
  readonly counts: string
  readonly rules: readonly RuleView[]
}

/** A rule and what it found in the group. */
export interface RuleView {
  readonly id: string
  readonly severity: Severity
  readonly severityName: string
  readonly title: string
  readonly why: string
  readonly remedy: string
  readonly basis: string | null
  readonly findings: readonly FindingView[]
}

export interface FindingView {
  readonly record: string | null
  readonly message: string
  readonly place: string
  readonly line: LineView | null
  readonly related: readonly { readonly message: string; readonly place: string; readonly line: LineView | null }[]
  readonly fix: string | null
}

/** A faulty line, cut into what stands before the fault, the fault, and what stands behind it. */
export interface LineView {
  readonly number: string
  readonly before: string
  readonly marked: string
  readonly after: string
}

export async function findingsView(reports: readonly CatalogReport[], style: ReportStyle): Promise<FindingsView> {
  const { locale, today } = style
  const placed: Placed[] = []
  for (const report of reports) placed.push(...(await place(report, style, reports.length > 1)))
  const counts = countSeverities(reports.flatMap(({ findings }) => findings))
  const words = Object.fromEntries(Object.entries(findingWords).map(([name, text]) => [name, text[locale]]))
  return {
    locale,
    words: words as FindingsView['words'],
    day: { iso: today, text: dayText(today)[locale] },
    verdict: verdict(counts, locale),
    counts: severities.map(severity => ({
      severity,
      number: counts[severity],
      name: findingCount(severity, counts[severity])[locale].replace(/^\d+ /, ''),
    })),
    catalogs: reports.map(report => ({
      name: printable(nameOf(report)),
      path: printable(report.path),
      summary: summary(report, locale),
    })),
    orders: placed.length === 0 ? [] : ordersOf(placed, locale),
  }
}

function ordersOf(placed: readonly Placed[], locale: Locale): OrderView[] {
  const order = (
    id: OrderView['id'],
    name: keyof typeof findingWords,
    groupOf: (one: Placed) => string,
  ): OrderView => ({
    id,
    name: findingWords[name][locale],
    title: findingWords[id][locale],
    first: id === 'by-file',
    groups: groupsOf(placed, id, groupOf, locale),
  })
  return [
    order('by-file', 'file', ({ file }) => file),
    order('by-field', 'field', ({ field }) => field),
    order('by-officer', 'officer', ({ officer }) => officer),
  ]
}

function verdict(counts: Readonly<Record<Severity, number>>, locale: Locale): FindingsView['verdict'] {
  const severity = severities.find(one => counts[one] > 0)
  if (severity === undefined) return { severity: 'fine', text: findingWords.fine[locale] }
  const number = findingCount(severity, counts[severity])[locale]
  return { severity, text: `${number}: ${findingWords[`verdict-${severity}`][locale]}` }
}

function nameOf({ loaded: { catalog }, path }: CatalogReport): string {
  return catalog.agency?.shortName ?? catalog.agency?.name ?? path
}

/** A finding and the groups that it belongs to. */
interface Placed {
  readonly finding: Finding
  readonly view: FindingView
  readonly file: string
  readonly field: string
  readonly officer: string
}

async function place(report: CatalogReport, style: ReportStyle, several: boolean): Promise<Placed[]> {
  const { loaded, findings } = report
  const { locale } = style
  const owners = await Owners.of(loaded)
  const masked = new Map<Source, Source>()
  const sources = findings.flatMap(({ at, related = [] }) => [at.source, ...related.map(other => other.at.source)])
  for (const source of new Set(sources)) masked.set(source, withoutInternal(source))
  const prefix = several ? `${nameOf(report)}: ` : ''
  return shownFindings(findings, style).map(finding => {
    const { record, field, officer } = owners.at(finding.at)
    const named = (name: string | undefined, other: string) => printable(`${prefix}${name ?? other}`)
    return {
      finding,
      view: findingView(finding, record === undefined ? null : recordText(record, locale), masked, locale),
      file: printable(finding.at.source.path),
      field: named(field, otherGroups.field[locale]),
      officer: named(officer, otherGroups.officer[locale]),
    }
  })
}

type Owned =
  | { readonly kind: 'procedure'; readonly record: Procedure }
  | { readonly kind: 'field'; readonly record: Field }
  | { readonly kind: 'officer'; readonly record: Officer }

/** Says which procedure, field and officer a place of a catalog belongs to. */
class Owners {
  readonly #loaded: Loaded
  readonly #records: ReadonlyMap<Source, readonly NamedRecord[]>
  readonly #starts: ReadonlyMap<Source, readonly (Owned & { readonly start: number })[]>
  readonly #fields: ReadonlyMap<string, Field>
  readonly #officers: ReadonlyMap<string, Officer>

  static async of(loaded: Loaded): Promise<Owners> {
    const records = new Map<Source, readonly NamedRecord[]>()
    for (const file of loaded.files) records.set(file, await namedRecords(file))
    return new Owners(loaded, records)
  }

  private constructor(loaded: Loaded, records: ReadonlyMap<Source, readonly NamedRecord[]>) {
    const { fields, officers, procedures } = loaded.catalog
    this.#loaded = loaded
    this.#records = records
    this.#fields = new Map(fields.map(field => [field.id, field]))
    this.#officers = new Map(officers.map(officer => [officer.id, officer]))
    const all: Owned[] = [
      ...procedures.map(record => ({ kind: 'procedure' as const, record })),
      ...fields.map(record => ({ kind: 'field' as const, record })),
      ...officers.map(record => ({ kind: 'officer' as const, record })),
    ]
    const starts = new Map<Source, (Owned & { start: number })[]>()
    for (const owned of all) {
      const { source, start } = loaded.sources.places(owned.record)
      const known = starts.get(source) ?? []
      starts.set(source, known)
      known.push({ ...owned, start })
    }
    this.#starts = starts
  }

  at({ source, start }: Location): { record?: Owned; field?: string; officer?: string } {
    const span = recordAt(this.#records.get(source) ?? [], start)
    if (span === undefined || span.isList) return {}
    const record = this.#starts.get(source)?.find(owned => span.start <= owned.start && owned.start <= span.end)
    if (record === undefined) return {}
    const field = this.#fieldOf(record)
    const officer = this.#officerOf(record, field)
    const fieldName = field?.name ?? (record.kind === 'procedure' ? record.record.field : undefined)
    return {
      record,
      ...(fieldName !== undefined && { field: fieldName }),
      ...(officer !== undefined && { officer: officerText(officer) }),
    }
  }

  #fieldOf(owned: Owned): Field | undefined {
    if (owned.kind === 'procedure') return this.#fields.get(owned.record.field)
    if (owned.kind === 'field') return owned.record
    return this.#loaded.catalog.fields.find(({ officers = [] }) => officers.includes(owned.record.id))
  }

  #officerOf(owned: Owned, field: Field | undefined): Officer | undefined {
    if (owned.kind === 'officer') return owned.record
    const own = owned.kind === 'procedure' ? owned.record.officer : undefined
    return this.#officers.get(own ?? field?.officers?.[0] ?? '')
  }
}

function officerText({ name, jobTitle }: Officer): string {
  return jobTitle === undefined ? name : `${name} (${jobTitle})`
}

function recordText(owned: Owned, locale: Locale): string {
  switch (owned.kind) {
    case 'procedure':
      return printable(`${findingWords.procedure[locale]} ${owned.record.code}: ${owned.record.title}`)
    case 'field':
      return printable(`${findingWords.field[locale]}: ${owned.record.name}`)
    case 'officer':
      return printable(`${findingWords.officer[locale]}: ${owned.record.name}`)
  }
}

function findingView(
  { at, message, related = [], fix }: Finding,
  record: string | null,
  masked: ReadonlyMap<Source, Source>,
  locale: Locale,
): FindingView {
  const line = (location: Location) => lineView({ ...location, source: masked.get(location.source) ?? location.source })
  return {
    record,
    message: printable(message[locale]),
    place: placeText(at, locale),
    line: line(at),
    related: related.map(other => ({
      message: printable(other.message[locale]),
      place: placeText(other.at, locale),
      line: line(other.at),
    })),
    fix: fix === undefined ? null : printable(fix.title[locale]),
  }
}

function placeText({ source, start }: Location, locale: Locale): string {
  return `${printable(source.path)}, ${findingWords.line[locale]} ${position(source, start).line}`
}

/** The frame of the terminal, never cut, with a mark in place of its carets. */
function lineView(at: Location): LineView | null {
  const shown = frame(at, Number.POSITIVE_INFINITY)
  if (shown === undefined) return null
  const signs = graphemes(shown.code)
  const from = shown.carets.indexOf('^')
  const to = at.end === at.start ? from : shown.carets.length
  return {
    number: shown.gutter.replace(/ \| $/, ''),
    before: signs.slice(0, from).join(''),
    marked: signs.slice(from, to).join(''),
    after: signs.slice(to).join(''),
  }
}

/** Groups in the order of reading; “for the whole catalog” comes last. */
function groupsOf(
  placed: readonly Placed[],
  id: OrderView['id'],
  groupOf: (one: Placed) => string,
  locale: Locale,
): GroupView[] {
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const group = groups.get(groupOf(one)) ?? []
    groups.set(groupOf(one), group)
    group.push(one)
  }
  return [...groups].map(([title, members], index) => ({
    anchor: `${id}-${index + 1}`,
    title,
    counts: severityCounts(countSeverities(members.map(({ finding }) => finding)))[locale],
    rules: rulesOf(members, locale),
  }))
}

const metas: ReadonlyMap<string, RuleMeta> = new Map(allRules.map(meta => [meta.id, meta]))

/** The gravest first, each with its places in the order of reading. */
function rulesOf(members: readonly Placed[], locale: Locale): RuleView[] {
  const byRule = new Map<string, Placed[]>()
  for (const one of members) {
    const known = byRule.get(one.finding.rule) ?? []
    byRule.set(one.finding.rule, known)
    known.push(one)
  }
  return [...byRule]
    .flatMap(([id, found]) => {
      const meta = metas.get(id)
      const severity = found[0]?.finding.severity
      return meta === undefined || severity === undefined ? [] : [ruleView(meta, severity, found, locale)]
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

function ruleView(meta: RuleMeta, severity: Severity, found: readonly Placed[], locale: Locale): RuleView {
  return {
    id: meta.id,
    severity,
    severityName: severityNames[severity][locale],
    title: meta.title[locale],
    why: meta.why[locale],
    remedy: meta.remedy[locale],
    basis: meta.basis === undefined ? null : meta.basis.map(basisText).join('; '),
    findings: found.map(({ view }) => view),
  }
}
