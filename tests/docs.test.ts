import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allRules } from '../src/check/all-rules.js'
import { examples } from '../src/generated/examples.js'
import { type Locale, locales } from '../src/locale.js'
import { markdownBlock, markdownText } from '../src/reports/markdown-text.js'
import { ruleMarkdown } from '../src/reports/rule-markdown.js'
import { severityNames } from '../src/wording.js'

function file(locale: Locale): string {
  return fileURLToPath(new URL(`../docs/rules.${locale}.md`, import.meta.url))
}

const words = {
  title: { vi: 'Các quy tắc của tthc', en: 'The rules of tthc' },
  other: { vi: '[English](rules.en.md)', en: '[Tiếng Việt](rules.vi.md)' },
  intro: {
    vi: 'Mỗi quy tắc: khi nào báo, vì sao cần sửa, viết thế nào cho đúng, căn cứ, và một ví dụ sai cùng thông báo. Lệnh `tthc explain <quy tắc>` in cùng nội dung này.',
    en: 'Of each rule: when it speaks, why that matters, what to write instead, what it rests on, and a faulty example with its output. `tthc explain <rule>` prints the same.',
  },
  made: {
    vi: 'Trang này sinh ra từ mã nguồn (npx vitest run tests/docs.test.ts --update); đừng sửa tay.',
    en: 'This page is made from the source (npx vitest run tests/docs.test.ts --update); do not edit it.',
  },
  head: { vi: '| Quy tắc | Mức | Khi nào | Tự sửa |', en: '| Rule | Severity | When | Fix |' },
  example: { vi: 'Ví dụ sai', en: 'A faulty example' },
  output: {
    yaml: { vi: '`tthc check` báo:', en: '`tthc check` says:' },
    csv: { vi: '`tthc import` báo:', en: '`tthc import` says:' },
  },
}

/** The page of all rules, made from what the rules say of themselves and from their fixtures. */
function page(locale: Locale): string {
  const rows = allRules.map(({ id, severity, title, fixable }) => {
    const cells = [`[${id}](#${id})`, severityNames[severity][locale], markdownText(title[locale]), fixable ? '✓' : '']
    return `| ${cells.join(' | ')} |`
  })
  const sections = allRules.map(meta => {
    const example = examples[meta.id]
    if (example === undefined) throw new Error(`${meta.id} has no example`)
    const shown = [
      `**${words.example[locale]}:**`,
      markdownBlock(example.text, example.language),
      words.output[example.language][locale],
      markdownBlock(example[locale].join('\n\n'), 'text'),
    ]
    return `## ${meta.id}\n\n${ruleMarkdown(meta, locale)}\n${shown.join('\n\n')}\n`
  })
  return [
    `<!-- ${words.made[locale]} -->`,
    `# ${words.title[locale]}`,
    words.other[locale],
    words.intro[locale],
    [words.head[locale], '|---|---|---|---|', ...rows].join('\n'),
    ...sections,
  ].join('\n\n')
}

describe.each(locales)('docs/rules.%s.md', locale => {
  it('is made from the rules as they are now (npx vitest run tests/docs.test.ts --update)', async () => {
    await expect(page(locale)).toMatchFileSnapshot(file(locale))
  })

  it('has a section for every rule, and no mark of a fixture', () => {
    const text = page(locale)
    for (const { id } of allRules) expect(text).toContain(`\n## ${id}\n`)
    expect(text).not.toMatch(/# expect/)
  })
})

it('every example has something to say in each language, about its own rule', () => {
  expect(Object.keys(examples).sort()).toEqual(allRules.map(({ id }) => id).sort())
  for (const [id, example] of Object.entries(examples)) {
    for (const locale of locales) {
      expect(example[locale].length, id).toBeGreaterThan(0)
      for (const finding of example[locale]) expect(finding.split('\n')[0]).toContain(`[${id}]`)
    }
  }
})
