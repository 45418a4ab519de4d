import type { LegalBasis, RuleMeta, RuleOption } from '../finding.js'
import type { Locale } from '../locale.js'
import { severityNames } from '../wording.js'
import { wrap } from './wrap.js'

/** One rule a line: id, severity, title; on a terminal of `columns` the title goes on below itself. */
export function ruleList(rules: readonly RuleMeta[], locale: Locale, columns?: number): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length))
  const severityWidth = Math.max(...Object.values(severityNames).map(name => name[locale].length))
  return rules
    .map(({ id, severity, title }) => {
      const head = `${id.padEnd(idWidth)}  ${severityNames[severity][locale].padEnd(severityWidth)}  `
      if (columns === undefined) return `${head}${title[locale]}\n`
      const room = Math.max(20, columns - head.length)
      return `${head}${wrap(title[locale], room).replaceAll('\n', `\n${' '.repeat(head.length)}`)}\n`
    })
    .join('')
}

export const ruleLabels = {
  why: { vi: 'Vì sao', en: 'Why' },
  remedy: { vi: 'Cách sửa', en: 'What to write' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  usual: { vi: 'mặc định', en: 'default' },
  options: { vi: 'Tùy chọn trong tthc.config.yaml', en: 'Options in tthc.config.yaml' },
  fixable: { vi: 'Có gợi ý sửa chắc chắn đúng.', en: 'Comes with a fix that cannot be wrong.' },
}

/** Everything that is said of a rule. */
export function ruleText(meta: RuleMeta, locale: Locale): string {
  const { id, severity, title, why, remedy, basis, fixable, options } = meta
  const paragraphs = [
    `${id} (${severityNames[severity][locale]})`,
    title[locale],
    `${ruleLabels.why[locale]}: ${why[locale]}`,
    `${ruleLabels.remedy[locale]}: ${remedy[locale]}`,
  ]
  if (fixable) paragraphs.push(ruleLabels.fixable[locale])
  if (basis !== undefined) paragraphs.push(`${ruleLabels.basis[locale]}: ${basis.map(basisText).join('; ')}`)
  if (options !== undefined) {
    paragraphs.push(`${ruleLabels.options[locale]}: ${options.map(option => optionText(option, locale)).join('; ')}`)
  }
  return `${paragraphs.map(paragraph => wrap(paragraph, 80)).join('\n\n')}\n`
}

function optionText({ name, description, default: usual, values }: RuleOption, locale: Locale): string {
  const choice = values === undefined ? '' : `: ${values.join(' | ')}`
  return `${name}${choice} (${ruleLabels.usual[locale]} ${usual}): ${description[locale]}`
}

export function basisText({ document, article }: LegalBasis): string {
  return article === undefined ? document : `${article}, ${document}`
}
