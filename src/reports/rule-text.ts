import type { LegalBasis, RuleMeta } from '../finding.js'
import type { Locale } from '../locale.js'
import { severityNames } from '../wording.js'
import { wrap } from './wrap.js'

/** One rule a line: id, severity, title. */
export function ruleList(rules: readonly RuleMeta[], locale: Locale): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length))
  const severityWidth = Math.max(...Object.values(severityNames).map(name => name[locale].length))
  return rules
    .map(({ id, severity, title }) => {
      const head = `${id.padEnd(idWidth)}  ${severityNames[severity][locale].padEnd(severityWidth)}  `
      return `${head}${title[locale]}\n`
    })
    .join('')
}

const labels = {
  why: { vi: 'Vì sao', en: 'Why' },
  remedy: { vi: 'Cách sửa', en: 'What to write' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  fixable: { vi: 'Có gợi ý sửa chắc chắn đúng.', en: 'Comes with a fix that cannot be wrong.' },
}

/** Everything that is said of a rule. */
export function ruleText({ id, severity, title, why, remedy, basis, fixable }: RuleMeta, locale: Locale): string {
  const paragraphs = [
    `${id} (${severityNames[severity][locale]})`,
    title[locale],
    `${labels.why[locale]}: ${why[locale]}`,
    `${labels.remedy[locale]}: ${remedy[locale]}`,
  ]
  if (fixable) paragraphs.push(labels.fixable[locale])
  if (basis !== undefined) paragraphs.push(`${labels.basis[locale]}: ${basis.map(basisText).join('; ')}`)
  return `${paragraphs.map(paragraph => wrap(paragraph, 80)).join('\n\n')}\n`
}

function basisText({ document, article }: LegalBasis): string {
  return article === undefined ? document : `${article}, ${document}`
}
