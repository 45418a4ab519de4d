import type { RuleMeta } from '../finding.js'
import type { Locale } from '../locale.js'
import { severityNames } from '../wording.js'
import { markdownCode, markdownText } from './markdown-text.js'
import { basisText, ruleLabels } from './rule-text.js'

/** Everything that is said of a rule but its name and title, as Markdown. */
export function ruleMarkdown(meta: RuleMeta, locale: Locale): string {
  const { severity, title, why, remedy, basis, fixable, options } = meta
  const paragraphs = [
    `**${markdownText(title[locale])}** (${severityNames[severity][locale]})`,
    `**${ruleLabels.why[locale]}:** ${markdownText(why[locale])}`,
    `**${ruleLabels.remedy[locale]}:** ${markdownText(remedy[locale])}`,
  ]
  if (fixable) paragraphs.push(ruleLabels.fixable[locale])
  if (basis !== undefined) {
    paragraphs.push(`**${ruleLabels.basis[locale]}:** ${basis.map(part => markdownText(basisText(part))).join('; ')}`)
  }
  if (options !== undefined) {
    const rows = options.map(({ name, description, default: usual, values }) => {
      const choice = values === undefined ? '' : ` (${values.map(value => markdownCode(`${value}`)).join(', ')})`
      const standard = `${ruleLabels.usual[locale]} ${markdownCode(`${usual}`)}`
      return `- ${markdownCode(name)}${choice}, ${standard}: ${markdownText(description[locale])}`
    })
    paragraphs.push(`**${ruleLabels.options[locale]}:**\n\n${rows.join('\n')}`)
  }
  return `${paragraphs.join('\n\n')}\n`
}
