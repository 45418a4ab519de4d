import { allRules } from '../check/all-rules.js'
import { type Finding, severities } from '../finding.js'
import type { Locale } from '../locale.js'
import { wrap } from './wrap.js'

const heading = {
  vi: 'Còn phải ghi những điều chỉ cơ quan mới biết:',
  en: 'What only the office knows is still to be filled in:',
}
const nothing = { vi: 'Không còn gì phải ghi thêm.', en: 'There is nothing left to fill in.' }

/** Findings as work to be done: one entry for each rule, the gravest first, with how many places it speaks of. */
export function todoList(findings: readonly Finding[], locale: Locale): string {
  if (findings.length === 0) return `${nothing[locale]}\n`
  const counts = new Map<string, number>()
  for (const { rule } of [...findings].sort((a, b) => gravity(a) - gravity(b))) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  const entries = Array.from(counts, ([rule, count]) => {
    const meta = allRules.find(({ id }) => id === rule)
    const places = { vi: `${count} chỗ`, en: count === 1 ? '1 place' : `${count} places` }[locale]
    return [
      ...indented(`${meta?.title[locale] ?? rule} (${places})`, '- ', '  '),
      ...(meta === undefined ? [] : indented(meta.remedy[locale], '  ', '  ')),
    ].join('\n')
  })
  return `${heading[locale]}\n\n${entries.join('\n')}\n`
}

function gravity({ severity }: Finding): number {
  return severities.indexOf(severity)
}

function indented(paragraph: string, first: string, others: string): string[] {
  return wrap(paragraph, 80 - others.length)
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
}
