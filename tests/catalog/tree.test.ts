import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { type Node, readTree } from '../../src/catalog/tree.js'
import { position } from '../../src/source.js'

/** The plain value of a node: everything is text, list or object. */
function plain(node: Node | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return ''
    case 'text':
      return node.text
    case 'list':
      return node.items.map(plain)
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
    default:
      return 'refused'
  }
}

async function read(text: string) {
  const source = { path: 'x.yaml', text }
  const { root, findings } = await readTree(source)
  return {
    value: plain(root),
    root,
    problems: findings.map(({ rule, at, message }) => {
      const { line, column } = position(source, at.start)
      return `${line}:${column} ${rule} ${message.en}`
    }),
  }
}

/** A key in a flow map or after `?` may lack its value: `yaml` says null, we say an empty text. */
function withoutNull(value: unknown): unknown {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(withoutNull)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, withoutNull(inner)]))
}

/** What `yaml` makes of the same text, every scalar as text. */
function byYaml(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  expect(document.errors).toEqual([])
  return withoutNull(document.toJS({ maxAliasCount: -1 }))
}

const shapes: Readonly<Record<string, string>> = {
  'block lists and maps': 'a: 1\nb:\n  - x\n  - y: z\n    w: v\nc:\n- 1\n- 2\n',
  'flow lists and maps': 'a: {b: [1, "2", \'3\'], c: {d: e}}\nf: []\ng: {}\n',
  'flow over several lines': 'a: [\n  1,\n  2,\n  ]\nb: {\n  c: d,\n  }\n',
  'a compact map in a list': '- a: 1\n  b: 2\n-   c: 3\n    d: 4\n- - x\n  - y\n',
  'double quotes with escapes': 'a: "x\\ty\\u1ea1\\n\\"z\\""\nb: "one\n  two\n\n  three"\n',
  'single quotes': "a: 'it''s'\nb: 'one\n  two'\n",
  'plain text over several lines': 'a: one\n  two\n  three\nb: x\n',
  'literal text': 'a: |\n  one\n   two\n\n  three\nb: |-\n  x\nc: |+\n  y\n\nd: z\n',
  'folded text': 'a: >\n  one\n  two\n\n  three\nb: >-\n  x\n   y\n',
  'text with an indentation indicator': 'a: |2\n    one\n   two\n',
  comments: '# head\na: 1 # one\n# between\nb: # after a key\n  - x # in a list\n# end\n',
  'anchors and aliases': 'a: &x {b: 1}\nc: *x\nd: &y text\ne: [*y, *y]\nf: &z\n  - 1\ng: *z\n',
  'an anchor given twice': 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n',
  'Windows line ends': 'a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n    z\r\n',
  'a byte order mark': '\uFEFFa: 1\nb: 2\n',
  'tabs between words': 'a:\t1\nb: x\ty\n',
  'a document mark': '---\na: 1\n',
  'a document mark and an end mark': '---\na: 1\n...\n',
  'empty values': "a:\nb: ''\nc: [x, '']\nd:\n  - \n  - y\n",
  'values that look like types':
    'code: 1.001010\nphone: 0274000123\nversion: 1.10\nanswer: yes\nnothing: null\ntilde: ~\nday: 2022-07-01\nhex: 0x1F\nbig: 1e3\noctal: 0o17\n.inf: .nan\ntrue: false\n',
  'signs inside plain text': "a: x:y #z\nb: it's\nc: a - b\nd: 100%\ne: x, y\nf: http://x.vn/a?b=c#d\n",
  'Vietnamese text': 'tên: Ủy ban nhân dân phường Định Hòa\nhọ: Đặng Thị Ánh\n',
  'decomposed text': `a: ${'Định Hòa'.normalize('NFD')}\n`,
  'characters outside the basic plane': 'a: 𠀀 😀\nb: "😀"\n',
  'a key in quotes': '"a": 1\n\'b\': 2\n',
  'only a comment': '# nothing\n',
  nothing: '',
}

describe('both readers', () => {
  it.each(Object.entries(shapes))('agree on %s', async (_, text) => {
    const { value, problems } = await read(text)
    expect(problems).toEqual([])
    expect(value).toEqual(byYaml(text))
  })

  const root = fileURLToPath(new URL('../..', import.meta.url))
  const files = ['catalogs', 'tests/rules'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .map(name => `${folder}/${name}`),
  )

  it.each(files)('agree on %s', async name => {
    const text = readFileSync(join(root, name), 'utf8')
    const { value, problems } = await read(text)
    expect(problems).toEqual([])
    expect(value).toEqual(byYaml(text))
  })

  const word = fc.constantFrom(
    'a',
    '1.10',
    'yes',
    'Hòa',
    "it's",
    'x: y',
    '- z',
    '#',
    '"',
    '0x1F',
    '',
    ' lead',
    'null',
    '&a',
    '*b',
    '!',
    '%',
    '@',
  )
  const value = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('k', 'l', 'm', '1', 'null'), tie('node'), { maxKeys: 3 }),
    ),
  })).node

  it('agree on whatever JSON can write', async () => {
    await fc.assert(
      fc.asyncProperty(value, async written => {
        const text = JSON.stringify({ root: written })
        const { value: found, problems } = await read(text)
        expect(problems).toEqual([])
        expect(found).toEqual({ root: written })
      }),
    )
  })
})

describe('refused', () => {
  it.each([
    [
      'a tag',
      'a: !!int 1\n',
      ['1:4 yaml-unsupported A catalog does not use tags such as “!!int”; delete the tag, keep the value'],
    ],
    [
      'a merge key',
      'a: &x {b: 1}\nc:\n  <<: *x\n',
      ['3:3 yaml-unsupported A catalog does not use the merge key “<<”; write every key out'],
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2\n',
      [
        '2:1 yaml-unsupported A file holds one document; delete the line “---” or move what follows to a file of its own',
      ],
    ],
    ['a complex key', '? [a, b]\n: c\n', ['1:3 yaml-unsupported A key must be a plain word, neither a list nor a map']],
    ['a key without a name', ': c\n', ['1:1 yaml-unsupported There is no key in front of the colon']],
    [
      'a key given twice',
      'a: 1\nb: 2\na: 3\n',
      ['3:1 yaml-unsupported The key “a” stands twice in the same record; keep one'],
    ],
    ['an unknown alias', 'a: *x\n', ['1:4 yaml-unsupported “*x” points to “&x”, but there is no “&x” above it']],
    ['an alias of itself', 'a: &x\n  b: *x\n', ['2:6 yaml-unsupported “*x” points into the part that contains it']],
    [
      'a directive',
      '%YAML 1.2\n---\na: 1\n',
      ['1:1 yaml-unsupported A catalog does not use directives that begin with “%”; delete the line'],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await read(text)).problems).toEqual(expected)
  })

  it('aliases that would make a billion nodes', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 9; level += 1) {
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`)
    }
    const { problems } = await read(`${lines.join('\n')}\n`)
    expect(problems[0]).toMatch(/^6:9 alias-abuse The aliases make more than 1000000 nodes/)
  })

  it.each([
    [
      'old Mac line ends',
      'a: 1\rb: 2\r',
      '1:5 yaml-unsupported From this line on the file has line ends of old Macs (CR)',
    ],
    ['a bracket closed at the start of a line', 'a: [\n  1,\n]\n', '3:1 yaml-syntax This line must be indented more'],
    ['a tab after a bracket', 'a: [\t1]\n', '1:6 yaml-syntax There is a tab where spaces belong'],
    [
      'a byte order mark inside',
      'a: 1\n\uFEFFb: 2\n',
      '2:1 yaml-unsupported There is an invisible byte order mark here',
    ],
  ])('%s, on which the readers differ', async (_, text, expected) => {
    const { problems } = await read(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('ten thousand brackets', async () => {
    const { problems } = await read('['.repeat(10_000))
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatch(/yaml-syntax/)
  })
})

describe('syntax errors', () => {
  it('come with every place and in both languages', async () => {
    const text = 'a: "x\nb:\n\t- c\n'
    const { findings } = await readTree({ path: 'x.yaml', text })
    expect(findings.length).toBeGreaterThan(0)
    for (const { message } of findings) {
      expect(message.vi).not.toBe('')
      expect(message.en).not.toBe('')
    }
  })

  it.each([
    ['a missing quote', 'a: "x\nb: y\n', /^1:4 .*never closed/],
    ['a tab at the start of a line', 'a:\n\t- b\n', /^2:1 .*tab in the indentation/],
    ['two colons', 'a: Bước 1: nộp hồ sơ\n', /^1:4 .*two colons on one line/],
    ['a broken indentation', 'a:\n    b: 1\n  c: 2\n', /^3:1 .*indentation/],
    ['a bracket left open', 'a: [1, 2\nb: 3\n', /sign is missing|flow|indentation/],
    ['a bad escape', 'a: "C:\\dir"\n', /^1:7 .*inside double quotes/],
    ['a reserved sign', 'a: @x\n', /^1:4 .*special sign/],
  ])('%s', async (_, text, expected) => {
    expect((await read(text)).problems.join('\n')).toMatch(expected)
  })
})

it('survives any text', async () => {
  const yamlish = fc.string({ unit: fc.constantFrom(...'ab:-[]{}"\'|>&*!#%@`,?\n\n  \t\r\\0.~<\uFEFF\u0000ệ\uD83D') })
  await fc.assert(
    fc.asyncProperty(fc.oneof(yamlish, fc.string({ unit: 'binary' })), async text => {
      const { root, findings } = await readTree({ path: 'x.yaml', text })
      for (const { at } of findings) {
        expect(at.start).toBeGreaterThanOrEqual(0)
        expect(at.end).toBeLessThanOrEqual(text.length)
        expect(at.start).toBeLessThanOrEqual(at.end)
      }
      // Where we read without objection, `yaml` must read the same.
      if (findings.length > 0 || root === undefined) return
      const document = parseDocument(text, {
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
      })
      if (document.errors.length === 0) expect(plain(root)).toEqual(withoutNull(document.toJS({ maxAliasCount: -1 })))
    }),
    { numRuns: 2000 },
  )
})

it('knows where each value stands, quotes and block heads included', async () => {
  const text = 'a: 1.10\nb: "x"\nc: \'y\'\nd: |-\n  line\ne: [p, "q"]\nf: &k v\n'
  const { root } = await readTree({ path: 'x.yaml', text })
  const spans = root?.kind === 'map' ? root.entries.map(({ value }) => text.slice(value.start, value.end)) : []
  expect(spans).toEqual(['1.10', '"x"', "'y'", '|-\n  line', '[p, "q"', 'v'])
})
