import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { type Event, parseEvents } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { load } from '../../src/catalog/load.js'
import { recordFinder } from '../../src/catalog/record-names.js'
import { referenceList } from '../../src/catalog/reference-list.js'
import { type Node, readTree } from '../../src/catalog/tree.js'
import { type Mended, mend } from '../../src/check/fix.js'
import { judge } from '../../src/check/judge.js'
import { noSettings } from '../../src/check/settings.js'
import type { Finding, Fix } from '../../src/finding.js'
import { main } from '../../src/main.js'
import type { Source } from '../../src/source.js'
import { memoryIo } from '../memory-io.js'
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
  const recordOf = await recordFinder([source])
  const nameOf = (start: number) => recordOf({ source, start, end: start })
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

const law = (check: (run: Run) => void | Promise<void>, numRuns = 30) =>
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

describe('a fix that would do more than it says', () => {
  const text = 'catalog: 1\nofficers:\n  - id: a\n    name: An # chị\n    phone: "1"\n'

  /** Runs `mend` with one finding that is offered until its fix was made. */
  async function withFix(from: string, put: string): Promise<Mended> {
    const loaded = await load('x', [{ path: 'a.yaml', text }])
    return mend(loaded, ({ files: [source] }) => {
      const start = source?.text.indexOf(from) ?? -1
      if (source === undefined || start === -1) return []
      const at = { source, start, end: start + from.length }
      const fix: Fix = { title: { vi: '', en: '' }, edits: [{ at, text: put }] }
      return [{ rule: 'x', severity: 'error', at, message: { vi: '', en: '' }, fix }]
    })
  }

  it.each([
    ['breaks the file', 'An', '"An'],
    ['adds a key', 'An', 'An\n    email: x@y.vn'],
    ['makes a list of a text', 'An', '[An]'],
    ['swallows the next key', 'An # chị', '|\n  An'],
    ['renames a key', 'name', 'jobTitle'],
  ])('is not made: it %s', async (_, from, put) => {
    expect(await withFix(from, put)).toMatchObject({ files: [], count: 0 })
  })

  it('is made where it writes one value anew', async () => {
    const { files, count } = await withFix('An ', 'Bình ')
    expect(count).toBe(1)
    expect(files[0]?.after).toBe(text.replace('An ', 'Bình '))
  })
})

describe('what an alias repeats', () => {
  it('is not mended, as the change would reach other keys', async () => {
    const text = 'catalog: 1\nagency:\n  name: &ten Ủy  ban\n  address: *ten\n  shortName: Ủy  ban\n'
    const { after } = await fixed(text)
    expect(after).toBe(text.replace('shortName: Ủy  ban', 'shortName: Ủy ban'))
  })
})

describe('check --fix', () => {
  const damaged = '# đầu\r\ncatalog: 1\r\nagency:\r\n  name: "Ủy  ban"   # tên\r\n  phone: 0650 3822 111\r\n'
  const mended = '# đầu\r\ncatalog: 1\r\nagency:\r\n  name: "Ủy ban"   # tên\r\n  phone: "0274 3822 111"\r\n'

  async function run(line: string, text = damaged) {
    const io = memoryIo({ files: { 'x/catalog.yaml': text, '-': text } })
    const code = await main(line.split(' '), io)
    return {
      code,
      ...io.printed,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(io.files.get('x/catalog.yaml')),
    }
  }

  it('writes what it mended and reports what is left', async () => {
    const { text, err, out } = await run('check x --fix')
    expect(text).toBe(mended)
    expect(err).toBe('Đã sửa 2 chỗ trong 1 tệp\n')
    expect(out).not.toMatch(/text-double-space|phone-obsolete-area-code/)
    expect(out).toContain('[agency-feedback-missing]')
  })

  it('writes nothing where nothing can be mended', async () => {
    const { text, err } = await run('check x --fix', mended)
    expect(text).toBe(mended)
    expect(err).toBe('Không có chỗ nào tự sửa được\n')
  })

  it('leaves alone what is silenced or turned off', async () => {
    const silenced = damaged.replace('# tên', '# tthc-ignore text-double-space: chép đúng con dấu')
    expect((await run('check x --fix', silenced)).text).toContain('"Ủy  ban"   # tthc-ignore')
    const io = memoryIo({
      files: {
        'x/catalog.yaml': damaged,
        'x/tthc.config.yaml': 'rules: {text-double-space: {severity: off, reason: chép đúng con dấu}}\n',
      },
    })
    await main(['check', 'x', '--fix'], io)
    expect(new TextDecoder().decode(io.files.get('x/catalog.yaml'))).toContain('"Ủy  ban"')
  })

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const io = memoryIo({ files: { 'x/catalog.yaml': damaged } })
    const theirs = new TextEncoder().encode(`${damaged}# của người khác\n`)
    const busy = {
      ...io,
      async readBytes(path: string) {
        const bytes = await io.readBytes(path)
        if (path === 'x/catalog.yaml') io.files.set(path, theirs)
        return bytes
      },
    }
    expect(await main(['check', 'x', '--fix'], busy)).toBe(3)
    expect(io.files.get('x/catalog.yaml')).toBe(theirs)
    expect(io.printed.err).toBe(
      'tthc: Tệp “x/catalog.yaml” vừa được sửa ở nơi khác nên chưa ghi đè; chạy lại lệnh này\n',
    )
  })

  it.each([
    ['check - --fix', '--fix không sửa được đầu vào chuẩn'],
    ['check x --dry-run', '“--dry-run” chỉ dùng cùng với “--fix”'],
  ])('%s is wrong use', async (line, why) => {
    const { code, err, text } = await run(line)
    expect(code).toBe(2)
    expect(err).toContain(why)
    expect(text).toBe(damaged)
  })

  describe('--dry-run', () => {
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'tthc-fix-'))
      spawnSync('git', ['init', '-q'], { cwd: folder })
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    const name = 'lĩnh vực/hộ tịch.yaml'
    it.each([
      ['Windows line ends', 'catalog.yaml', damaged, mended],
      ['Unix line ends', 'catalog.yaml', damaged.replaceAll('\r', ''), mended.replaceAll('\r', '')],
      ['no line end at the end', 'catalog.yaml', damaged.trimEnd(), mended.trimEnd()],
      ['a byte order mark', 'catalog.yaml', `\uFEFF${damaged}`, `\uFEFF${mended}`],
      ['spaces and marks in its name', name, damaged, mended],
    ])('shows a patch that git applies to a file with %s, and writes nothing', async (_, file, before, after) => {
      const io = memoryIo({ files: { [file]: before } })
      await main(['check', file, '--fix', '--dry-run'], io)
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(io.files.get(file))).toBe(before)
      expect(io.printed.err).toBe('Sẽ sửa 2 chỗ trong 1 tệp; chưa ghi gì\n')
      const path = join(folder, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, before)
      for (const check of [['--check'], []]) {
        const { status, stderr } = spawnSync('git', ['apply', ...check, '-'], {
          cwd: folder,
          input: io.printed.out,
          encoding: 'utf8',
        })
        expect(stderr).toBe('')
        expect(status).toBe(0)
      }
      expect(readFileSync(path, 'utf8')).toBe(after)
    })
  })
})

it('takes time by the number of fixes, not by its square', async () => {
  const count = 30_000
  const text = `procedures:\n${'  - { id: "a b" }\n'.repeat(count)}`
  const loaded = await load('x', [{ path: 'a.yaml', text }])
  const start = performance.now()
  const mended = await mend(loaded, ({ files: [source] }) =>
    source === undefined
      ? []
      : [...source.text.matchAll(/a b/g)].map(({ index, 0: { length } }) => finding(source, index, length)),
  )
  expect(mended.count).toBe(count)
  expect(mended.files[0]?.after).toBe(text.replaceAll('a b', 'c'))
  expect(performance.now() - start).toBeLessThan(20_000)
})

function finding(source: Source, start: number, length: number): Finding {
  const title = { vi: '', en: '' }
  const edits = [{ at: { source, start, end: start + length }, text: 'c' }]
  return {
    rule: 'x',
    severity: 'error',
    at: { source, start, end: start + length },
    message: title,
    fix: { title, edits },
  }
}
