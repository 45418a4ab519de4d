import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { PlainRecord } from '../../src/catalog/plain-value.js'
import { recordKeys } from '../../src/catalog/record-sheets.js'
import type { Keys } from '../../src/catalog/schema.js'
import { readTree } from '../../src/catalog/tree.js'
import { FileEditor } from '../../src/catalog/yaml-editing.js'
import { recordOf } from '../catalog-values.js'
import { plainTree, yamlOf } from '../catalog-yaml.js'

const keys = recordKeys('procedures')

/** Changes the first record of `list` from what it says to `after`. */
async function changed(text: string, after: PlainRecord, list = 'procedures', of: Keys = keys): Promise<string> {
  const before = await records(text, list)
  const editor = new FileEditor(text)
  const keyStart = text.search(/[\w]+: (?:"?1)/)
  editor.changeRecord(editor.record(list, keyStart), of, before[0] ?? {}, after)
  return editor.edited
}

async function records(text: string, list: string): Promise<readonly PlainRecord[]> {
  const { root, findings } = await readTree({ path: 'x.yaml', text })
  expect(findings).toEqual([])
  return (plainTree(root, keys) as Record<string, PlainRecord[]>)[list] ?? []
}

const block = `# đầu tệp
procedures:
  # trên thủ tục
  - code: "1.000001" # mã
    title: Đăng ký, cấp 'a' # tên
    field: ho-tich
    # phí
    fees: none # vì sao
    applicants: [citizen, organisation] # ai
    steps: # các bước
      - title: Nộp
        time: 1 ngày

      # giữa
      - title: Nhận
    # trên kết quả
    results:
      - Giấy # một
      - 'Sổ'
    legalBases: [60/2014/QH13, {number: 1/QĐ, date: 2022-01-01}]
    checkedOn: 2022-06-01 # ngày

  # thủ tục hai
  - {code: "1.000002", title: Hai, field: ho-tich}
# cuối tệp
`

const base: PlainRecord = {
  code: '1.000001',
  title: "Đăng ký, cấp 'a'",
  field: 'ho-tich',
  fees: 'none',
  applicants: ['citizen', 'organisation'],
  steps: [{ title: 'Nộp', time: '1 ngày' }, { title: 'Nhận' }],
  results: ['Giấy', 'Sổ'],
  legalBases: [{ number: '60/2014/QH13' }, { number: '1/QĐ', date: '2022-01-01' }],
  checkedOn: '2022-06-01',
}

function without(name: string): PlainRecord {
  return Object.fromEntries(Object.entries(base).filter(([key]) => key !== name))
}

describe('an edit changes its own lines and no others', () => {
  test.each<[string, PlainRecord, string, string]>([
    ['a text keeps its comment', { ...base, title: 'Mới' }, "title: Đăng ký, cấp 'a' # tên", 'title: Mới # tên'],
    ['a quoted text keeps its quotes', { ...base, code: '1.000009' }, '"1.000001" # mã', '"1.000009" # mã'],
    ['what cannot be plain gets quotes', { ...base, title: 'a: b' }, "Đăng ký, cấp 'a' #", '"a: b" #'],
    ['a day stays plain', { ...base, checkedOn: '2023-01-02' }, '2022-06-01 # ngày', '2023-01-02 # ngày'],
    [
      'a word becomes a list; its comment stays on the line',
      { ...base, fees: [{ amount: '8000', kind: 'phí' }] },
      'fees: none # vì sao\n',
      'fees: # vì sao\n      - kind: phí\n        amount: "8000"\n'
        .replace('- kind: phí\n        amount', '- amount')
        .replace('"8000"\n', '"8000"\n        kind: phí\n'),
    ],
    ['an item in brackets', { ...base, applicants: ['citizen', 'business'] }, 'organisation]', 'business]'],
    [
      'one more in brackets',
      { ...base, applicants: ['citizen', 'organisation', 'business'] },
      'sation]',
      'sation, business]',
    ],
    ['one less in brackets', { ...base, applicants: ['organisation'] }, '[citizen, organisation]', '[organisation]'],
    ['an item of a list', { ...base, results: ['Giấy', 'Sổ mới'] }, "'Sổ'", "'Sổ mới'"],
    ['a new item', { ...base, results: ['Giấy', 'Sổ', 'Thẻ'] }, "- 'Sổ'\n", "- 'Sổ'\n      - Thẻ\n"],
    ['a new first item', { ...base, results: ['Thẻ', 'Giấy', 'Sổ'] }, '- Giấy #', '- Thẻ\n      - Giấy #'],
    ['an item less', { ...base, results: ['Sổ'] }, '      - Giấy # một\n', ''],
    [
      'a key of a record in a list',
      { ...base, steps: [{ title: 'Nộp', time: '2 ngày' }, { title: 'Nhận' }] },
      'time: 1 ngày',
      'time: 2 ngày',
    ],
    [
      'a key more in a record in a list',
      { ...base, steps: [{ title: 'Nộp', actor: 'Dân', time: '1 ngày' }, { title: 'Nhận' }] },
      '- title: Nộp\n',
      '- title: Nộp\n        actor: Dân\n',
    ],
    [
      'a bare number gets a day',
      {
        ...base,
        legalBases: [
          { number: '60/2014/QH13', date: '2014-11-20' },
          { number: '1/QĐ', date: '2022-01-01' },
        ],
      },
      '[60/2014/QH13,',
      '[{number: 60/2014/QH13, date: 2014-11-20},',
    ],
    [
      'a new key stands in the order of the schema',
      { ...base, postal: 'true' },
      'field: ho-tich\n    # phí',
      'field: ho-tich\n    postal: true\n    # phí',
    ],
    [
      'a key is removed, the comment above it stays',
      without('results'),
      "    results:\n      - Giấy # một\n      - 'Sổ'\n",
      '',
    ],
    ['the last key is removed', without('checkedOn'), '    checkedOn: 2022-06-01 # ngày\n', ''],
    ['a list becomes a word', { ...base, fees: 'exempt' }, 'none # vì', 'exempt # vì'],
  ])('%s', async (_, after, from, to) => {
    const text = await changed(block, after)
    expect(block.split(from)).toHaveLength(2)
    expect(text).toBe(block.replace(from, () => to))
    const crlf = block.replaceAll('\n', '\r\n')
    expect(await changed(crlf, after)).toBe(text.replaceAll('\n', '\r\n'))
  })
})

describe('records', () => {
  const third: PlainRecord = { code: '1.000003', title: 'Ba', field: 'ho-tich', results: ['x', 'z'] }

  test('a new record follows the layout of the one before', () => {
    const editor = new FileEditor(block)
    editor.appendRecord('procedures', keys, third, editor.record('procedures', block.indexOf('code')))
    expect(editor.edited).toBe(
      block.replace(
        '2022-06-01 # ngày\n',
        '2022-06-01 # ngày\n  - code: "1.000003"\n    title: Ba\n    field: ho-tich\n    results: [x, z]\n',
      ),
    )
  })

  test('a new record at the end, in brackets as its neighbour, a blank line apart as they are', () => {
    const editor = new FileEditor(block)
    editor.appendRecord('procedures', keys, third)
    expect(editor.edited).toBe(
      block.replace(
        'Hai, field: ho-tich}\n',
        'Hai, field: ho-tich}\n\n  - {code: "1.000003", title: Ba, field: ho-tich, results: [x, z]}\n',
      ),
    )
  })

  test.each([
    ['', 'procedures:\n  - code: "1.000003"\n    title: Ba\n'],
    ['catalog: 1', 'catalog: 1\nprocedures:\n  - code: "1.000003"\n    title: Ba\n'],
    [
      'procedures: [] # chưa có\nfields: []\n',
      'procedures: # chưa có\n  - code: "1.000003"\n    title: Ba\nfields: []\n',
    ],
    ['procedures:\nfields: []\n', 'procedures:\n  - code: "1.000003"\n    title: Ba\nfields: []\n'],
  ])('the first record of %j', (text, after) => {
    const editor = new FileEditor(text)
    editor.appendRecord('procedures', keys, { code: '1.000003', title: 'Ba' })
    expect(editor.edited).toBe(after)
  })

  test('a record is removed, the comments above it stay', () => {
    const editor = new FileEditor(block)
    editor.removeRecord('procedures', editor.record('procedures', block.indexOf('code')))
    const from = block.indexOf('  - code')
    const to = block.indexOf('\n  # thủ tục hai')
    expect(editor.edited).toBe(block.slice(0, from) + block.slice(to))
  })
})

test('law: a record becomes any other, and all else keeps its bytes', async () => {
  const any = recordOf(keys).map(record => ({ ...record, code: '1.000001' }))
  await fc.assert(
    fc.asyncProperty(
      any,
      any,
      fc.array(recordOf(keys), { maxLength: 2 }),
      yamlOf,
      async (before, after, others, write) => {
        const text = write('procedures', keys, [before, ...others])
        expect(await records(text, 'procedures')).toEqual([before, ...others])
        const editor = new FileEditor(text)
        const document = parseDocument(text, { schema: 'failsafe' })
        const first = document.getIn(['procedures', 0], true) as {
          items: { key: { range: [number, number, number] } }[]
        }
        editor.changeRecord(editor.record('procedures', first.items[0]?.key.range[0] ?? -1), keys, before, after)
        const { edited } = editor
        expect(await records(edited, 'procedures')).toEqual([after, ...others])
        const second = document.getIn(['procedures', 1], true) as { range: [number, number, number] } | undefined
        const rest = text.slice(second?.range[0] ?? text.indexOf('# cuối'))
        expect(edited.endsWith(rest)).toBe(true)
        expect(edited.startsWith(text.slice(0, text.indexOf('procedures:')))).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})
