import { allRules } from '../check/all-rules.js'
import type { Finding } from '../finding.js'
import type { Locale } from '../locale.js'
import { position } from '../source.js'
import { severityCounts, severityNames } from '../wording.js'
import { markdownCode, markdownText } from './markdown-text.js'
import {
  type CatalogReport,
  countSeverities,
  type ReportStyle,
  type SlowReporter,
  shownFindings,
  summary,
} from './reporter.js'
import { ruleMarkdown } from './rule-markdown.js'

/** For a comment on a change or a job summary: a table a catalog, and what the rules that spoke are about. */
export const markdownReport: SlowReporter = (reports, style) => markdown(reports, style, Number.POSITIVE_INFINITY)

/** At most so many bytes, whole findings only; says how many it leaves out. */
export function shortMarkdown(reports: readonly CatalogReport[], style: ReportStyle, mostBytes: number): string {
  let most = reports.reduce((sum, { findings }) => sum + findings.length, 0)
  while (true) {
    const text = markdown(reports, style, most)
    if (most === 0 || Buffer.byteLength(text) <= mostBytes) return text
    most = Math.floor(most / 2)
  }
}

function markdown(reports: readonly CatalogReport[], style: ReportStyle, most: number): string {
  const { locale } = style
  const total = countSeverities(reports.flatMap(({ findings }) => findings))
  const parts = [`## ${words.title[locale]}: ${severityCounts(total)[locale]}`]
  let room = most
  const spoken = new Set<string>()
  for (const report of reports) {
    const shown = shownFindings(report.findings, style)
    const told = shown.slice(0, room)
    room -= told.length
    for (const { rule } of told) spoken.add(rule)
    parts.push(`### ${markdownCode(report.path)}`, `${summary(report, locale)}.`)
    if (told.length > 0) parts.push(table(told, locale))
    if (told.length < shown.length) parts.push(words.more(shown.length - told.length)[locale])
  }
  const rules = allRules.filter(({ id }) => spoken.has(id))
  if (rules.length > 0) {
    const texts = rules.map(meta => `#### ${markdownCode(meta.id)}\n\n${ruleMarkdown(meta, locale)}`)
    parts.push(`<details>\n<summary>${words.why[locale]}</summary>`, texts.join('\n').trimEnd(), '</details>')
  }
  return `${parts.join('\n\n')}\n`
}

function table(findings: readonly Finding[], locale: Locale): string {
  const head = words.head[locale]
  const rows = findings.map(({ severity, at, message, rule, fix }) => {
    const { line, column } = position(at.source, at.start)
    const hint = fix === undefined ? '' : `<br>→ ${markdownText(fix.title[locale])}`
    return [
      `${signs[severity]} ${severityNames[severity][locale]}`,
      markdownCode(`${at.source.path}:${line}:${column}`),
      `${markdownText(message[locale])}${hint}`,
      markdownCode(rule),
    ]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const signs = { error: '🔴', warning: '🟡', info: '🔵' } as const

const words = {
  title: { vi: 'Kiểm tra danh mục', en: 'Check of the catalog' },
  why: { vi: 'Vì sao, và cần viết gì', en: 'Why, and what to write' },
  head: { vi: ['Mức', 'Vị trí', 'Vấn đề', 'Quy tắc'], en: ['Severity', 'Place', 'Finding', 'Rule'] },
  more: (count: number) => ({
    vi: `Còn ${count} vấn đề nữa; chạy tthc check để xem đủ.`,
    en: `There are ${count} more; run tthc check to see all.`,
  }),
} as const
