import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importRules } from '../src/import/import-rules.js'
import { locales } from '../src/locale.js'
import { main } from '../src/main.js'
import { memoryIo } from './memory-io.js'

const fixtures = new URL('./import-rules/', import.meta.url)
const reference = readFileSync(new URL('./reference.csv', import.meta.url), 'utf8')

/** What an import says of a fixture. The column “# expect” holds the marks and is none of the sheet. */
async function imported(id: string, name: 'good' | 'bad', ...more: string[]) {
  const sheet = readFileSync(new URL(`${id}/${name}.csv`, fixtures), 'utf8')
  const io = memoryIo({ files: { [`${name}.csv`]: sheet, 'list.csv': reference }, today: '2026-11-23' })
  const words = ['--dry-run', '--map', '# expect=-', '--reference', 'list.csv', ...more]
  await main(['import', `${name}.csv`, ...words], io)
  return { sheet, out: io.printed.out }
}

async function spoken(id: string, name: 'good' | 'bad'): Promise<string[]> {
  const { out } = await imported(id, name, '--format', 'json')
  const { findings } = JSON.parse(out).catalogs[0] as { findings: { rule: string; cell: string }[] }
  return findings.filter(({ rule }) => rule.startsWith('sheet-')).map(({ rule, cell }) => `${cell} ${rule}`)
}

/** `B2 sheet-code-missing` at the end of a row: the cell and the rule that speaks of it. */
function marks(sheet: string): string[] {
  return [...sheet.matchAll(/[A-Z]+\d+ sheet-[a-z-]+/g)].map(([mark]) => mark)
}

describe.each(Object.keys(importRules))('%s', id => {
  it('is silent on good.csv', async () => {
    expect(await spoken(id, 'good')).toEqual([])
  })

  it('finds the marks of bad.csv and nothing else', async () => {
    const { sheet } = await imported(id, 'bad')
    expect(marks(sheet).some(mark => mark.endsWith(id))).toBe(true)
    expect((await spoken(id, 'bad')).sort()).toEqual(marks(sheet).sort())
  })

  it.each(locales)('says it well in %s', async locale => {
    const { out } = await imported(id, 'bad', '--lang', locale)
    const blocks = out.split(/\n(?=bad\.csv:)/).filter(block => block.split('\n', 1)[0]?.endsWith(`[${id}]`))
    const text = blocks.map(block => `${block.replace(/\nbad\.csv: [^\n]*(?:\n.*)?$/s, '').trimEnd()}\n`).join('\n')
    await expect(text).toMatchFileSnapshot(`./import-rules/${id}/bad.${locale}.txt`)
  })
})

it('every rule of sheets has its folder, and every folder its rule', () => {
  expect(readdirSync(fixtures).sort()).toEqual(Object.keys(importRules).sort())
})
