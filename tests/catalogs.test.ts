import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Loaded, load } from '../src/catalog/load.js'
import { noSettings } from '../src/check/settings.js'
import { report } from '../src/commands/check.js'
import { readReference } from '../src/workspace/reference.js'
import { memoryIo } from './memory-io.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Fixed, so that these catalogs say the same every day. */
const today = '2026-11-23'

async function shipped(name: string): Promise<Loaded> {
  const folder = join(root, 'catalogs', name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'))
  const sources = files.sort().map(file => ({ path: file, text: readFileSync(join(folder, file), 'utf8') }))
  return load(`catalogs/${name}`, sources)
}

async function countByRule(loaded: Loaded): Promise<Record<string, number>> {
  const reference = await readReference(undefined, memoryIo({ files: {} }))
  const counts: Record<string, number> = {}
  for (const { rule, severity } of report(loaded, { today, reference }, noSettings).findings) {
    const key = `${severity} ${rule}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

// A new or stricter rule shows here what it says of real procedures; whoever reviews it decides whether that is true.
it.each(['dinh-hoa', 'mau'])('how often each rule speaks in %s', async name => {
  const counts = await countByRule(await shipped(name))
  expect(Object.keys(counts).filter(key => key.startsWith('error'))).toEqual([])
  await expect(`${JSON.stringify(counts, null, 2)}\n`).toMatchFileSnapshot(`./catalogs/${name}.json`)
})

describe('the Định Hòa example', () => {
  let loaded: Loaded
  beforeAll(async () => {
    loaded = await shipped('dinh-hoa')
  })

  it('has 133 procedures in 35 fields, one file a field', () => {
    const { procedures, fields } = loaded.catalog
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(133)
    expect(new Set(fields.map(({ name }) => name)).size).toBe(35)
    expect(readdirSync(join(root, 'catalogs/dinh-hoa/fields'))).toHaveLength(35)
    expect(new Set(procedures.map(({ field }) => field)).size).toBe(35)
  })

  it('has full records in Hộ tịch and Chứng thực', () => {
    const full = loaded.catalog.procedures.filter(({ field }) => field === 'ho-tich' || field === 'chung-thuc')
    expect(full.length).toBeGreaterThanOrEqual(30)
    for (const { code, steps, dossier, forms, results, conditions, channels, applicants, authority, sets } of full) {
      for (const part of [steps, dossier, forms, results, conditions, channels, applicants, authority, sets]) {
        expect(part, code).toBeDefined()
      }
    }
  })

  it('says that it is an example', () => {
    expect(loaded.catalog.publication?.notice).toContain('không phải danh mục chính thức')
  })

  it('names officers whom no number can reach', () => {
    for (const { phone } of loaded.catalog.officers) expect(phone).toMatch(/^0274 0123 4\d\d$/)
  })

  it('has a source for every procedure, and a date of checking only where facts were found', () => {
    const sources = readFileSync(join(root, 'catalogs/dinh-hoa/SOURCES.md'), 'utf8')
    for (const { code, checkedOn } of loaded.catalog.procedures) {
      const row = sources.split('\n').find(line => line.startsWith(`| ${code} |`))
      expect(row, code).toBeDefined()
      if (checkedOn !== undefined) expect(row?.split('|')[4]?.trim(), code).not.toBe('')
    }
  })
})
