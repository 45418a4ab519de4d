import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { load } from '../src/catalog/load.js'
import { referenceList } from '../src/catalog/reference-list.js'
import { check } from '../src/check/check.js'
import type { Rule } from '../src/check/rule.js'
import { rules } from '../src/check/rules.js'
import type { Finding } from '../src/finding.js'
import { readReferenceFile } from '../src/import/reference-file.js'
import { locales } from '../src/locale.js'
import { findingText } from '../src/reports/text.js'
import { position } from '../src/source.js'
import { links } from './links.js'

const fixtures = new URL('./rules/', import.meta.url)

/** Not the list that is shipped: a newer one must not change what a fixture says. */
const reference = referenceList(
  { vi: 'danh sách đối chiếu (nguồn đến tháng 7/2026)', en: 'the reference list (sources up to July 2026)' },
  await readReferenceFile('reference.csv', readFileSync(new URL('./reference.csv', import.meta.url))),
)

/** A fixture run through one rule alone. Its first line may set the day: `# today: 2026-11-23`. */
async function run(rule: Rule, name: 'good' | 'bad'): Promise<{ text: string; findings: readonly Finding[] }> {
  const text = readFileSync(new URL(`${rule.meta.id}/${name}.yaml`, fixtures), 'utf8')
  const today = /^# today: (\S+)/.exec(text)?.[1] ?? '2026-11-23'
  const { findings } = check(await load(name, [{ path: `${name}.yaml`, text }]), [rule], { today, reference, links })
  return { text, findings }
}

/** `12 field-unknown` for each mark `# expect field-unknown` on line 12. */
function marks(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (/# expect (.+)$/.exec(line)?.[1]?.split(/[ ,]+/) ?? []).map(id => `${index + 1} ${id}`))
}

function spoken(findings: readonly Finding[]): string[] {
  return findings.map(({ at, rule }) => `${position(at.source, at.start).line} ${rule}`)
}

describe.each(rules.map(rule => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  it('is silent on good.yaml', async () => {
    expect(spoken((await run(rule, 'good')).findings)).toEqual([])
  })

  it('finds the marks of bad.yaml and nothing else', async () => {
    const { text, findings } = await run(rule, 'bad')
    expect(marks(text)).not.toEqual([])
    expect(spoken(findings)).toEqual(marks(text))
  })

  it.each(locales)('says it well in %s', async locale => {
    const { findings } = await run(rule, 'bad')
    const style = { locale, colour: false, quiet: false, today: '2026-11-23' }
    const text = findings.map(finding => `${findingText(finding, style)}\n`).join('\n')
    await expect(text).toMatchFileSnapshot(`./rules/${id}/bad.${locale}.txt`)
  })

  it('says that it is fixable where it offers a fix, and offers one where it says so', async () => {
    const { findings } = await run(rule, 'bad')
    expect(findings.some(({ fix }) => fix !== undefined)).toBe(rule.meta.fixable === true)
  })

  it('is written in composed Vietnamese, without a full stop after a message', async () => {
    const { findings } = await run(rule, 'bad')
    const { title, why, remedy } = rule.meta
    for (const text of [title, why, remedy])
      for (const locale of locales) expect(text[locale]).toBe(text[locale].normalize('NFC'))
    for (const { message } of findings) for (const locale of locales) expect(message[locale]).not.toMatch(/\.$/)
  })
})

describe('the list of rules', () => {
  const ids = rules.map(({ meta }) => meta.id)

  it('names every rule once', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is the folder src/rules', () => {
    const files = readdirSync(new URL('../src/rules/', import.meta.url)).map(file => file.replace(/\.ts$/, ''))
    expect([...ids].sort()).toEqual(files.sort())
  })

  it('is the folder of fixtures', () => {
    const folders = existsSync(fixtures) ? readdirSync(fixtures) : []
    expect([...ids].sort()).toEqual(folders.sort())
  })
})
