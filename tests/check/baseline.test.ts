import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/catalog/load.js'
import { recordFinder } from '../../src/catalog/record-names.js'
import { referenceList } from '../../src/catalog/reference-list.js'
import { Baseline } from '../../src/check/baseline.js'
import { judge } from '../../src/check/judge.js'
import { noSettings } from '../../src/check/settings.js'
import { Failure } from '../../src/failure.js'
import type { Finding } from '../../src/finding.js'
import { main } from '../../src/main.js'
import type { Source } from '../../src/source.js'
import { memoryIo } from '../memory-io.js'

const outside = { today: '2022-07-15', reference: referenceList({ vi: 'x', en: 'x' }, []) }

interface Checked {
  readonly findings: readonly Finding[]
  readonly recordOf: (finding: Finding) => string
}

async function checked(files: readonly Source[]): Promise<Checked> {
  const recordOf = await recordFinder(files)
  return {
    findings: judge(await load('x', files), outside, noSettings).findings,
    recordOf: ({ at }) => recordOf(at),
  }
}

/** A record with faults of its own; some have two of the same kind. */
const officer = (id: string, text: string) =>
  `  - id: ${id}\n    name: ${JSON.stringify(text)}\n    jobTitle: ${JSON.stringify(text)}\n`
const records = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-e][0-9]$/), text: fc.constantFrom('An  Bình', 'An.', 'Ðào', 'An', 'TEST') }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
)

function fileOf(path: string, list: readonly { readonly id: string; readonly text: string }[], gap = ''): Source {
  return { path, text: `${gap}officers:\n${list.map(({ id, text }) => `${gap}${officer(id, text)}`).join('')}` }
}

const head: Source = { path: 'a.yaml', text: 'catalog: 1\nagency: {name: UBND}\n' }

/** The baseline of what is found now. */
function accepted({ findings, recordOf }: Checked): Baseline {
  const baseline = Baseline.empty()
  baseline.hold('x', findings, recordOf)
  return Baseline.parse('x', baseline.updated(true).toText())
}

const canBeHeld = ({ findings }: Checked) => findings.filter(({ rule }) => Baseline.canHold(rule))

describe('the baseline', () => {
  it('holds what was accepted, wherever it moves: other lines, another order, other files', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(), fc.constantFrom('', '\n', '# ghi chú\n'), async (list, turn, gap) => {
        const before = await checked([head, fileOf('b.yaml', list)])
        const baseline = accepted(before)
        const cut = turn % list.length
        const [last, first] = [list.slice(cut), list.slice(0, cut)]
        const after = await checked([fileOf('c.yaml', last, gap), head, fileOf('d.yaml', first.reverse(), gap)])
        expect(canBeHeld(after).length).toBe(canBeHeld(before).length)
        const held = baseline.hold('x', after.findings, after.recordOf)
        expect(held.findings.filter(({ rule }) => Baseline.canHold(rule))).toEqual([])
        expect(held).toMatchObject({ held: canBeHeld(before).length, gone: 0 })
        expect(baseline.updated(false).toText()).toBe(accepted(before).toText())
      }),
      { numRuns: 30 },
    )
  })

  it('only ever shrinks, unless what is new is accepted', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (old, now) => {
        const baseline = accepted(await checked([head, fileOf('b.yaml', old)]))
        const counts = (text: string) =>
          new Map(JSON.parse(text).entries.map(({ count, ...key }: { count: number }) => [JSON.stringify(key), count]))
        const before = counts(baseline.toText())
        const found = await checked([head, fileOf('b.yaml', now)])
        baseline.hold('x', found.findings, found.recordOf)
        for (const [key, count] of counts(baseline.updated(false).toText())) {
          expect(count).toBeLessThanOrEqual(Number(before.get(key) ?? 0))
        }
        // Whatever is accepted is held from then on, and nothing else is.
        const all = baseline.updated(true)
        expect(all.toText()).toBe(accepted(found).toText())
        const rest = Baseline.parse('x', all.toText()).hold('x', found.findings, found.recordOf)
        expect(rest.findings.filter(({ rule }) => Baseline.canHold(rule))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('tells a fault that moved to another value, another record, or that there is once more', async () => {
    const before = await checked([head, fileOf('b.yaml', [{ id: 'a1', text: 'An  Bình' }])])
    const newIn = async (...files: Source[]) => {
      const { findings, recordOf } = await checked([head, ...files])
      const held = accepted(before).hold('x', findings, recordOf)
      return {
        held: held.held,
        fresh: held.findings.filter(({ rule }) => rule === 'text-double-space').length,
        gone: held.gone,
      }
    }
    const known = canBeHeld(before).length
    expect(await newIn(fileOf('b.yaml', [{ id: 'a1', text: 'An  Bình' }]))).toEqual({ held: known, fresh: 0, gone: 0 })
    expect((await newIn(fileOf('b.yaml', [{ id: 'a1', text: 'Chi  Dung' }]))).fresh).toBe(2)
    expect((await newIn(fileOf('b.yaml', [{ id: 'a2', text: 'An  Bình' }]))).fresh).toBe(2)
    const thrice: Source = { path: 'b.yaml', text: `officers:\n${officer('a1', 'An  Bình')}    counter: "An  Bình"\n` }
    expect((await newIn(thrice)).fresh).toBe(1)
  })

  it('keeps the debt of catalogs that were not looked at', async () => {
    const found = await checked([head, fileOf('b.yaml', [{ id: 'a1', text: 'An  Bình' }])])
    const first = Baseline.empty()
    first.hold('x', found.findings, found.recordOf)
    first.hold('y', found.findings, found.recordOf)
    const both = Baseline.parse('f', first.updated(true).toText())
    both.hold('x', [], () => '')
    const { entries } = JSON.parse(both.updated(false).toText())
    expect(new Set(entries.map(({ catalog }: { catalog: string }) => catalog))).toEqual(new Set(['y']))
  })

  it('does not hold what could not be read, nor what is said of silencers', async () => {
    const text = 'officers:\n  - id: a1\n    nam: An # tthc-ignore expired\n'
    const found = await checked([head, { path: 'b.yaml', text }])
    expect(
      accepted(found)
        .hold('x', found.findings, found.recordOf)
        .findings.map(({ rule }) => rule),
    ).toEqual(expect.arrayContaining(['unknown-key', 'silencer-without-reason']))
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another version', '{"version": 2, "entries": []}'],
    ['no entries', '{"version": 1}'],
    ['an entry without a count', '{"version": 1, "entries": [{"catalog":"x","rule":"r","record":"","value":""}]}'],
    [
      'a count that is none',
      '{"version": 1, "entries": [{"catalog":"x","rule":"r","record":"","value":"","count":0}]}',
    ],
  ])('refuses a file with %s', (_, text) => {
    expect(() => Baseline.parse('f', text)).toThrow(Failure)
  })

  it('reads any file or refuses it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        try {
          Baseline.parse('f', text)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
        }
      }),
    )
  })
})

describe('check --baseline', () => {
  const catalog = 'catalog: 1\nagency: {name: UBND  phường}\nofficers:\n  - {id: a1, name: An  Bình}\n'

  function world(text = catalog, baseline?: string) {
    return memoryIo({ files: { 'x/catalog.yaml': text, ...(baseline !== undefined && { 'no.json': baseline }) } })
  }

  async function run(io: ReturnType<typeof world>, line: string) {
    const code = await main(line.split(' '), io)
    const bytes = io.files.get('no.json')
    return { code, ...io.printed, baseline: bytes === undefined ? undefined : new TextDecoder().decode(bytes) }
  }

  it('accepts, holds, shrinks, and tells what is new', async () => {
    const first = await run(world(), 'check x --baseline no.json --update-baseline --accept-new')
    expect(first.code).toBe(0)
    expect(first.baseline).toContain('"rule":"text-double-space"')
    const again = await run(world(catalog, first.baseline), 'check x --baseline no.json')
    expect(again).toMatchObject({ code: 0, baseline: first.baseline })
    expect(again.out).toContain('tồn đọng đã ghi nhận')
    expect(again.out).not.toContain('[text-double-space]')
    const better = catalog.replace('An  Bình', 'An Bình')
    const mended = await run(world(better, first.baseline), 'check x --baseline no.json --update-baseline')
    expect(mended.baseline).not.toContain('An  Bình')
    expect(mended.baseline).toContain('UBND  phường')
    const back = await run(world(catalog, mended.baseline), 'check x --baseline no.json')
    expect(back.out).toContain('“An  Bình”')
    const worse = `${catalog}  - {id: a2, name: Chi  Dung}\n`
    const same = await run(world(worse, first.baseline), 'check x --baseline no.json --update-baseline')
    expect(same.baseline).toBe(first.baseline)
    expect(same.out).toContain('“Chi  Dung”')
  })

  it.each([
    ['a baseline that is not there', 'check x --baseline no.json', 3, 'no.json'],
    ['one that is not there and may only shrink', 'check x --baseline no.json --update-baseline', 3, 'no.json'],
    ['--update-baseline alone', 'check x --update-baseline', 2, '--baseline'],
    ['--accept-new alone', 'check x --baseline no.json --accept-new', 2, '--update-baseline'],
  ])('%s', async (_, line, code, word) => {
    const io = world()
    expect(await main(line.split(' '), io)).toBe(code)
    expect(io.printed.err).toContain(word)
    expect(io.files.has('no.json')).toBe(false)
  })
})
