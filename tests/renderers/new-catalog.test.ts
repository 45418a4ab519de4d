import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/catalog/load.js'
import { referenceFields } from '../../src/catalog/reference-fields.js'
import { judge } from '../../src/check/judge.js'
import { noSettings } from '../../src/check/settings.js'
import { type NewCatalog, newCatalog } from '../../src/renderers/new-catalog.js'
import { readReference } from '../../src/workspace/reference.js'
import { memoryIo } from '../memory-io.js'

const reference = await readReference(undefined, memoryIo())
const fields = referenceFields(reference.entries)
const office: NewCatalog = {
  name: 'Ủy ban nhân dân phường Hoa Sữa',
  hours: [{ days: 'mon-fri', from: '07:30', to: '11:30' }],
  date: '2026-11-23',
  fields,
  referenceAsOf: 'tháng 7/2026',
}

/** What only the office knows. */
const left = [
  'agency-feedback-missing',
  'decision-missing',
  'fee-missing',
  'field-without-officer',
  'legal-basis-missing',
  'procedure-title-duplicate',
  'processing-time-missing',
  'service-level-missing',
  'title-too-long-for-board',
]

async function read(some: NewCatalog) {
  const { path, text } = newCatalog(some)
  return load(path, [{ path, text }])
}

describe('a new catalog', () => {
  it('of every field there is lacks only what the office alone knows', async () => {
    const { findings } = judge(await read(office), { today: '2026-11-23', reference }, noSettings)
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual(left)
  })

  it('holds every procedure of the reference list that is in force and has a field, once', async () => {
    const { catalog } = await read(office)
    const wanted = reference.entries.filter(({ field, replacedBy }) => field !== undefined && replacedBy === undefined)
    expect(catalog.procedures.map(({ code }) => code).sort()).toEqual(wanted.map(({ code }) => code).sort())
    expect(new Set(catalog.fields.map(({ id }) => id)).size).toBe(catalog.fields.length)
  })

  it('becomes sound once its blocks are filled in as they say', async () => {
    const [only] = fields.filter(({ name }) => name === 'Tiếp công dân')
    const { text } = newCatalog({ ...office, fields: only === undefined ? [] : [only] })
    // Takes away the sign of a comment and one space, as its head says.
    const opened = (wanted: string, end: RegExp) => (whole: string) => {
      const from = whole.indexOf(wanted)
      expect(from, wanted).toBeGreaterThan(-1)
      const to = from + whole.slice(from).search(end)
      return whole.slice(0, from) + whole.slice(from, to).replace(/^( *)# /gm, '$1') + whole.slice(to)
    }
    let filled = opened('  # feedback:', /\n\n/)(text)
    filled = opened('  # decision:', /\n {2}# Danh mục đúng/)(filled)
    filled = opened('# officers:\n#', /\n\n/)(filled)
    filled = opened('    # officers: [', /\n/)(filled)
    filled = filled
      .replace(/ {2}phone: "ghi vào đây"\n/g, '  phone: "0274 3000 001"\n')
      .replace(/email: ghi vào đây/g, 'email: mot.cua@hoasua.gov.vn')
      .replace('url: ghi vào đây', 'url: https://hoasua.gov.vn')
      .replace('number: ghi vào đây', 'number: 12/QĐ-UBND')
      .replace('name: ghi vào đây', 'name: Lê Thị Hoa')
      .replace(/, tiep-cong-dan-2/, '')
    const example = filled
      .split('\n')
      .filter(line => line.startsWith('#   ') && !line.startsWith('#   #'))
      .map(line => `  ${line.slice(2)}`)
    const path = 'catalog.yaml'
    const loaded = await load(path, [{ path, text: `${filled}${example.join('\n')}\n` }])
    const { findings } = judge(loaded, { today: '2026-11-23', reference }, noSettings)
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message.vi)).toEqual([])
  })

  it('keeps every name as it was given', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.constantFrom(
        'true',
        'null',
        '~',
        '- a',
        'a: b',
        'a #b',
        '{a}',
        '"',
        "'",
        '1.5',
        '# a',
        'Hoa\n  b: c',
        '|',
        '*a',
      ),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (name, address) => {
        const [some] = fields
        const { catalog, findings } = await read({ ...office, name, address, fields: some === undefined ? [] : [some] })
        // A lone surrogate or a sign that no file may hold is refused by the reading, never bent.
        if (findings.some(({ severity }) => severity === 'error')) return
        expect(catalog.agency).toMatchObject({ name, address })
      }),
    )
  })
})
