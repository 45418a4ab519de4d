import { suggestion } from '../catalog/shape.js'
import { allRules } from '../check/all-rules.js'
import { type ExitCode, exit } from '../exit.js'
import { examples } from '../generated/examples.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { ruleExample } from '../reports/rule-example.js'
import { ruleList, ruleText } from '../reports/rule-text.js'

/** Lists the rules, or explains one by its reason and an example. An unknown name is wrong use. */
export async function explainCommand(
  id: string | undefined,
  { lang }: { readonly lang: Locale },
  io: Io,
): Promise<ExitCode> {
  if (id === undefined) {
    io.out(ruleList(allRules, lang, io.columns))
    return exit.ok
  }
  const meta = allRules.find(rule => rule.id === id)
  if (meta !== undefined) {
    const example = examples[meta.id]
    io.out(ruleText(meta, lang))
    if (example !== undefined) io.out(`\n${ruleExample(example, lang)}`)
    return exit.ok
  }
  const near = suggestion(
    id,
    allRules.map(rule => rule.id),
  )
  const hint = {
    vi: near === undefined ? 'tthc explain liệt kê mọi quy tắc' : `có phải “${near}” không?`,
    en: near === undefined ? 'tthc explain lists all rules' : `did you mean “${near}”?`,
  }
  io.err(`tthc: ${{ vi: `không có quy tắc “${id}”; ${hint.vi}`, en: `there is no rule “${id}”; ${hint.en}` }[lang]}\n`)
  return exit.usage
}
