import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/catalog/encoding.js'
import { load } from '../src/catalog/load.js'
import { readingRules } from '../src/catalog/reading.js'
import { referenceList } from '../src/catalog/reference-list.js'
import { allRules } from '../src/check/all-rules.js'
import { check } from '../src/check/check.js'
import { rules } from '../src/check/rules.js'
import { silence } from '../src/check/silence.js'
import { silencerRules } from '../src/check/silencer-rules.js'
import { byPlace, type Finding } from '../src/finding.js'
import { locales } from '../src/locale.js'
import { findingText } from '../src/reports/text.js'
import { position } from '../src/source.js'
import { readConfigFile } from '../src/workspace/config-file.js'

const fixtures = new URL('./reading-rules/', import.meta.url)
const reference = referenceList({ vi: '', en: '' }, [])
const ids = allRules.map(({ id }) => id)
const phoneRule = rules.filter(({ meta }) => meta.id === 'phone-malformed')

/** A fixture as a file from the disk: read, checked by one rule that it may silence, silenced. */
async function run(id: string, name: 'good' | 'bad'): Promise<{ text: string; findings: readonly Finding[] }> {
  const bytes = readFileSync(new URL(`${id}/${name}.yaml`, fixtures))
  const text = bytes.toString('latin1')
  if (text.startsWith('# tthc.config.yaml'))
    return { text, findings: (await readConfigFile(`${name}.yaml`, bytes)).findings }
  const megabytes = Number(/up to (\d+) MB/.exec(text)?.[1] ?? 0)
  const filled = megabytes === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(megabytes * 1024 * 1024, '#\n')])
  const { source, findings: unread } = decode(`${name}.yaml`, filled)
  const loaded = await load(name, [source])
  const all = [...unread, ...check(loaded, phoneRule, { today: '2026-11-23', reference }).findings]
  const whole = loaded.findings.length === 0
  const { findings } = silence([source], all, { ids, forbidden: new Set(), whole })
  // What else an unread file lacks is no news.
  const told = unread.length === 0 ? findings : findings.filter(({ rule }) => rule === id)
  return { text, findings: [...told].sort(byPlace) }
}

function marks(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (/# expect (.+)$/.exec(line)?.[1]?.split(/[ ,]+/) ?? []).map(id => `${index + 1} ${id}`))
}

describe.each([...Object.keys(readingRules), ...Object.keys(silencerRules)])('%s', id => {
  it('is silent on good.yaml', async () => {
    expect((await run(id, 'good')).findings.map(({ rule }) => rule)).toEqual([])
  })

  it('finds the marks of bad.yaml and nothing else', async () => {
    const { text, findings } = await run(id, 'bad')
    expect(marks(text)).not.toEqual([])
    expect(findings.map(({ at, rule }) => `${position(at.source, at.start).line} ${rule}`)).toEqual(marks(text))
  })

  it.each(locales)('says it well in %s', async locale => {
    const { findings } = await run(id, 'bad')
    const style = { locale, colour: false, quiet: false, today: '2026-11-23' }
    const text = findings.map(finding => `${findingText(finding, style)}\n`).join('\n')
    await expect(text).toMatchFileSnapshot(`./reading-rules/${id}/bad.${locale}.txt`)
  })
})

it('every rule of reading and of silencers has its folder, and every folder its rule', () => {
  expect(readdirSync(fixtures).sort()).toEqual([...Object.keys(readingRules), ...Object.keys(silencerRules)].sort())
})
