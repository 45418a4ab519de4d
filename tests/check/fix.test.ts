import fc from 'fast-check'
import { type Event, parseEvents } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { load } from '../../src/catalog/load.js'
import { recordNames } from '../../src/catalog/record-names.js'
import { referenceList } from '../../src/catalog/reference-list.js'
import { type Node, readTree } from '../../src/catalog/tree.js'
import { type Mended, mend } from '../../src/check/fix.js'
import { judge } from '../../src/check/judge.js'
import { noSettings } from '../../src/check/settings.js'
import type { Finding } from '../../src/finding.js'
import { damagedCatalog } from './damaged-catalog.js'

const outside = {
  today: '2022-07-15',
  reference: referenceList({ vi: 'danh sách', en: 'list' }, [
    { code: '1.001193', title: 'Đăng ký khai sinh' },
    { code: '1.003554', title: 'Hòa giải tranh chấp đất đai', replacedBy: '1.012812' },
  ]),
}

interface Run extends Mended {
  readonly before: string
  readonly after: string
  readonly findings: readonly Finding[]
  /** Paths of the values that some fix spoke of. */
  readonly spoken: ReadonlySet<string>
}

async function fixed(before: string): Promise<Run> {
  const loaded = await load('x', [{ path: 'a.yaml', text: before }])
  const spoken = new Set<string>()
  const paths = new Map<string, string[]>()
  let first: readonly Finding[] | undefined
  const seen: Finding[] = []
  const mended = await mend(loaded, now => {
    const { findings } = judge(now, outside, noSettings)
    first ??= findings
    seen.push(...findings)
    return findings
  })
  for (const { fix } of seen) {
    for (const { at } of fix?.edits ?? []) {
      const known =
        paths.get(at.source.text) ??
        [...leaves((await readTree(at.source)).root)].map(([path, , start]) => `${start} ${path}`)
      paths.set(at.source.text, known)
      for (const place of known) {
        const [start, path = ''] = place.split(/ (.*)/s)
        if (Number(start) === at.start) spoken.add(path)
      }
    }
  }
  return { ...mended, before, after: mended.files[0]?.after ?? before, findings: first ?? [], spoken }
}

/** Every text of a file by the keys that lead to it. */
function* leaves(node: Node | undefined, path = ''): Generator<readonly [string, string, number]> {
  if (node?.kind === 'text') yield [path, node.text, node.start]
  if (node?.kind === 'list') for (const [index, item] of node.items.entries()) yield* leaves(item, `${path}/${index}`)
  if (node?.kind === 'map') for (const { key, value } of node.entries) yield* leaves(value, `${path}/${key.text}`)
}

async function values(text: string): Promise<Map<string, string>> {
  const { root } = await readTree({ path: 'a.yaml', text })
  return new Map([...leaves(root)].map(([path, value]) => [path, value]))
}

/** The texts of a file as they stand in it, and what stands between them. */
function scalarsAndGaps(text: string) {
  const spans = parseEvents(text, {}).flatMap((event: Event) =>
    event.type === 4 && event.valueStart !== -1 ? [[event.valueStart, event.valueEnd] as const] : [],
  )
  const gaps: string[] = []
  let end = 0
  for (const [start, next] of spans) {
    gaps.push(text.slice(end, start))
    end = next
  }
  gaps.push(text.slice(end))
  return { scalars: spans.map(([start, next]) => text.slice(start, next)), gaps }
}

async function byRecord(text: string): Promise<Map<string, number>> {
  const source = { path: 'a.yaml', text }
  const nameOf = await recordNames(source)
  const { root } = await readTree(source)
  const order =
    root?.kind === 'map'
      ? root.entries.flatMap(({ key, value }) =>
          value.kind === 'list'
            ? value.items.map((item, index) => [item.start, item.end, `${key.text}/${index}`] as const)
            : [],
        )
      : []
  const counts = new Map<string, number>()
  for (const { rule, at } of judge(await load('x', [source]), outside, noSettings).findings) {
    const record = order.find(([start, end]) => start <= at.start && at.start <= end)?.[2] ?? nameOf(at.start)
    counts.set(`${record} ${rule}`, (counts.get(`${record} ${rule}`) ?? 0) + 1)
  }
  return counts
}

const law = (check: (run: Run) => void | Promise<void>, numRuns = 60) =>
  fc.assert(
    fc.asyncProperty(damagedCatalog, async text => {
      const { root } = await readTree({ path: 'a.yaml', text })
      fc.pre(root !== undefined)
      await check(await fixed(text))
    }),
    { numRuns },
  )

describe('fixing a damaged catalog', () => {
  it('leaves nothing to fix', () =>
    law(async ({ after }) => {
      const again = await fixed(after)
      expect(again.after).toBe(after)
      expect(again.count).toBe(0)
    }))

  it('makes no rule speak more often of any record', () =>
    law(async ({ before, after }) => {
      const [was, is] = [await byRecord(before), await byRecord(after)]
      const more = [...is].filter(([key, count]) => count > (was.get(key) ?? 0)).map(([key]) => key)
      expect(more, after).toEqual([])
    }))

  it('changes no value but those it speaks of', () =>
    law(async ({ before, after, spoken }) => {
      const [was, is] = [await values(before), await values(after)]
      expect([...is.keys()]).toEqual([...was.keys()])
      const changed = [...is].filter(([path, text]) => was.get(path) !== text).map(([path]) => path)
      expect(changed.filter(path => !spoken.has(path))).toEqual([])
    }))

  it('keeps comments, layout, line ends and every other text byte for byte', () =>
    law(async ({ before, after }) => {
      const [was, is] = [scalarsAndGaps(before), scalarsAndGaps(after)]
      expect(is.scalars.length).toBe(was.scalars.length)
      for (const [index, gap] of is.gaps.entries()) {
        // Next to a text that was written anew, its quotes may have come.
        const touched = was.scalars[index] !== is.scalars[index] || was.scalars[index - 1] !== is.scalars[index - 1]
        const trimmed = (text = '') => (touched ? text.replace(/^["']|["']$/g, '') : text)
        expect(trimmed(gap)).toBe(trimmed(was.gaps[index]))
      }
    }))

  it('gives what both parsers read, and read alike', () =>
    law(async ({ after }) => {
      const read = parse(after, { schema: 'failsafe', uniqueKeys: false })
      const tree = await values(after)
      const flat = new Map<string, string>()
      const walk = (value: unknown, path: string): void => {
        if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, `${path}/${index}`)
        else if (typeof value === 'object' && value !== null) {
          for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`)
        } else flat.set(path, String(value ?? ''))
      }
      walk(read, '')
      expect(flat).toEqual(tree)
    }))
})
