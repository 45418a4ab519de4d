import { describe, expect, it } from 'vitest'
import { allRules } from '../../src/check/all-rules.js'
import { examples } from '../../src/generated/examples.js'
import { graphemes } from '../../src/graphemes.js'
import { locales } from '../../src/locale.js'
import { ruleExample } from '../../src/reports/rule-example.js'

const long = {
  language: 'yaml' as const,
  text: `catalog: 1\nofficers:\n${Array.from({ length: 12 }, (_, id) => `  - id: a${id}\n    name: N${id}\n`).join('')}`,
  vi: [
    'catalog.yaml:10:5: lỗi: x [y]\n10 |     name: N3\n   |           ^^\n  catalog.yaml:4:5: Lần đầu',
    'catalog.yaml:20:5: lỗi: z [y]',
  ],
  en: ['catalog.yaml:10:5: error: x [y]'],
}

describe('an example', () => {
  it('that is long is cut to the records that its first finding is about', () => {
    expect(ruleExample(long, 'vi')).toBe(
      [
        'Ví dụ:',
        '',
        ' 2 | officers:',
        ' 3 |   - id: a0',
        ' 4 |     name: N0',
        '   …',
        ' 9 |   - id: a3',
        '10 |     name: N3',
        '',
        'tthc check báo:',
        '',
        'catalog.yaml:10:5: lỗi: x [y]',
        '10 |     name: N3',
        '   |           ^^',
        '  catalog.yaml:4:5: Lần đầu',
        '',
      ].join('\n'),
    )
  })

  it.each(locales)('of every rule is short, narrow, and shows the line that it speaks of (%s)', locale => {
    for (const { id } of allRules) {
      const example = examples[id]
      if (example === undefined) throw new Error(`${id} has no example`)
      const lines = ruleExample(example, locale).split('\n')
      const words = (line: string) => line.trim().split(' ').length
      for (const line of lines) {
        // A word that is longer than a line alone is never broken.
        if (words(line) > 1) expect(graphemes(line).length, `${id}: ${line}`).toBeLessThanOrEqual(80)
      }
      const [, at] = /^(?:catalog\.yaml:|danh-sach\.csv:[A-Z]+)(\d+):/m.exec(lines.join('\n')) ?? []
      expect(
        lines.some(line => line.startsWith(`${at} | `) || line.trim().startsWith(`${at} | `)),
        id,
      ).toBe(true)
    }
  })
})
