import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/catalog/load.js'
import { jsonSchema } from '../../src/catalog/schema.js'
import { position } from '../../src/source.js'

async function read(...texts: readonly string[]) {
  const sources = texts.map((text, index) => ({ path: `${index + 1}.yaml`, text }))
  const { catalog, findings } = await load('danh-muc', sources)
  const problems = findings.map(({ rule, at, message }) => {
    const { line, column } = position(at.source, at.start)
    return `${at.source.path}:${line}:${column} ${rule}: ${message.vi}`
  })
  return { catalog, problems }
}

describe('texts survive as they were written', () => {
  const written = ['1.001010', '0274000123', '1.10', 'yes', 'null', '2022-07-01', '0x1F', '1e3', '~', '007', '.5', 'on']

  it.each(written)('%s, quoted or not', async value => {
    const { catalog, problems } = await read(`catalog: 1
officers:
  - {id: a, name: ${value}, phone: ${value}, extension: "${value}", jobTitle: '${value}'}
procedures:
  - code: ${value}
    title: "${value}"
    field: '${value}'
    processingTime: ${value}
    legalBases: [${value}, {number: ${value}}]
    results: [${value}, "${value}"]
`)
    expect(problems).toEqual([])
    expect(catalog.officers[0]).toEqual({ id: 'a', name: value, phone: value, extension: value, jobTitle: value })
    expect(catalog.procedures[0]).toEqual({
      code: value,
      title: value,
      field: value,
      processingTime: value,
      legalBases: [{ number: value }, { number: value }],
      results: [value, value],
    })
  })

  it('while counts, days and switches become what they are', async () => {
    const { catalog } = await read(`catalog: 1
publication: {date: 2022-07-01, expect: {procedures: 133}}
procedures:
  - {code: "1.000001", title: Tên, field: a, sets: "2", postal: true, onlinePayment: false}
`)
    expect(catalog.publication).toEqual({ date: '2022-07-01', expect: { procedures: 133 } })
    expect(catalog.procedures[0]).toMatchObject({ sets: 2, postal: true, onlinePayment: false })
  })
})

describe('several files', () => {
  it('make one catalog, lists joined in order', async () => {
    const { catalog, problems } = await read(
      'catalog: 1\nagency: {name: UBND phường Hoa Mai}\nfields: [{id: a, name: A}]\n',
      'fields: [{id: b, name: B}]\nprocedures: [{code: "1.000001", title: Một, field: b}]\n',
      '# chưa có gì\n',
    )
    expect(problems).toEqual([])
    expect(catalog.agency?.name).toBe('UBND phường Hoa Mai')
    expect(catalog.fields.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(catalog.procedures).toHaveLength(1)
  })

  it('may not give the agency twice', async () => {
    const { problems } = await read('catalog: 1\nagency: {name: A}\n', 'agency: {name: B}\n')
    expect(problems).toEqual([
      '2.yaml:1:1 catalog-shape: Khóa “agency” (Cơ quan) chỉ được ghi một lần trong cả danh mục',
    ])
  })

  it('must say the version of the format', async () => {
    const { problems } = await read('fields: []\n')
    expect(problems).toEqual([
      '1.yaml:1:1 catalog-shape: Danh mục thiếu dòng “catalog: 1” (phiên bản định dạng); ghi dòng này ở đầu tệp catalog.yaml',
    ])
  })
})

describe('a record of the wrong shape', () => {
  const sound = '  - {code: "1.000002", title: Hai, field: a}\n'

  it.each([
    [
      'an unknown key',
      'code: "1.000001", title: Một, field: a, officr: x',
      'Thủ tục: không có khóa “officr”; có phải “officer” không?',
    ],
    [
      'a key far from any',
      'code: "1.000001", title: Một, field: a, ghiChu: x',
      'Thủ tục: không có khóa “ghiChu”; các khóa dùng được: code, title,',
    ],
    [
      'a key of a prototype',
      'code: "1.000001", title: Một, field: a, __proto__: x',
      'Thủ tục: không có khóa “__proto__”',
    ],
    ['a missing key', 'code: "1.000001", field: a', 'Thủ tục: thiếu khóa “title” (Tên thủ tục)'],
    [
      'a list for a text',
      'code: "1.000001", title: [Một], field: a',
      'Tên thủ tục (title) là một danh sách, cần một dòng chữ',
    ],
    [
      'a map for a text',
      'code: "1.000001", title: {a: b}, field: a',
      'Tên thủ tục (title) là một nhóm khóa, cần một dòng chữ',
    ],
    [
      'a text for a list',
      'code: "1.000001", title: Một, field: a, results: Giấy',
      'Kết quả (results) là “Giấy”, cần danh sách',
    ],
    [
      'a text for a record',
      'code: "1.000001", title: Một, field: a, iso: QT',
      'Quy trình ISO (iso) là “QT”, cần nhóm khóa (process, revision, date)',
    ],
    [
      'a value outside the list',
      'code: "1.000001", title: Một, field: a, channels: [onlin]',
      'Cách thức thực hiện (channels) là “onlin”, cần counter, online hoặc post; có phải “online” không?',
    ],
    [
      'an empty value',
      'code: "1.000001", title: Một, field: a, authority: ',
      'Khóa “authority” (Cơ quan giải quyết) chưa có giá trị',
    ],
    [
      'an empty quoted value',
      'code: "1.000001", title: "", field: a',
      'Tên thủ tục (title) là chỗ trống, cần một dòng chữ',
    ],
    [
      'a day that does not exist',
      'code: "1.000001", title: Một, field: a, effectiveFrom: 2022-02-29',
      'Có hiệu lực từ (effectiveFrom) là “2022-02-29”, cần ngày có thật',
    ],
    [
      'a day written as in Vietnam',
      'code: "1.000001", title: Một, field: a, effectiveFrom: 1/7/2022',
      'có phải “2022-07-01” không?',
    ],
    [
      'a word for a number',
      'code: "1.000001", title: Một, field: a, sets: một',
      'Số lượng hồ sơ (sets) là “một”, cần số nguyên không âm',
    ],
    [
      'a word for a switch',
      'code: "1.000001", title: Một, field: a, postal: có',
      'Bưu chính công ích (postal) là “có”, cần true hoặc false; có phải “true” không?',
    ],
    [
      'a fee that is neither',
      'code: "1.000001", title: Một, field: a, fees: nonee',
      'cần none, exempt hoặc danh sách, mỗi mục bắt đầu bằng gạch ngang “- ”; có phải “none” không?',
    ],
    [
      'a fault deep inside',
      'code: "1.000001", title: Một, field: a, fees: [{kind: phi, amount: 1}]',
      'Loại (kind) là “phi”, cần phí hoặc lệ phí',
    ],
    ['something that is no record', '', 'Thủ tục là “Một thủ tục”, cần nhóm khóa'],
  ])('%s', async (name, record, message) => {
    const item = record === '' ? 'Một thủ tục' : `{${record}}`
    const { catalog, problems } = await read(`catalog: 1\nprocedures:\n  - ${item}\n${sound}`)
    expect(
      problems.map(problem => problem.split(': ').slice(1).join(': ')),
      name,
    ).toEqual([expect.stringContaining(message)])
    expect(catalog.procedures.map(({ code }) => code)).toEqual(['1.000002'])
  })

  it('hides nothing that is wrong beside it', async () => {
    const { problems } = await read(
      'catalog: 1\nprocedures:\n  - {title: Một, fees: x, sets: y}\n  - {code: "1.000002"}\n',
    )
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      '1.yaml:3:5',
      '1.yaml:3:5',
      '1.yaml:3:24',
      '1.yaml:3:33',
      '1.yaml:4:5',
      '1.yaml:4:5',
    ])
  })
})

describe('the JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false })
  addFormats.default(ajv)
  // For readers in two languages, and for editors.
  const annotations = [
    'x-title',
    'x-description',
    'enumDescriptions',
    'errorMessage',
    'patternErrorMessage',
    'defaultSnippets',
  ]
  for (const keyword of annotations) ajv.addKeyword(keyword)
  const schema = jsonSchema('vi')
  const validate = ajv.compile(schema)

  it('names every key in both languages', () => {
    const unnamed: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [name, inner] of Object.entries(node)) {
        if (name === 'properties') {
          for (const [key, property] of Object.entries(
            inner as Record<string, Record<string, { vi: string; en: string }>>,
          )) {
            const { 'x-title': title, 'x-description': description } = property
            if (!title?.vi || !title.en || !description?.vi || !description.en) unnamed.push(`${path}.${key}`)
          }
        }
        walk(inner, `${path}.${name}`)
      }
    }
    walk(schema, '')
    expect(unnamed).toEqual([])
  })

  // Both judge the same texts: what the schema refuses, reading reports; what it lets pass, reading takes.
  const scalar = fc.constantFrom(
    '1',
    'none',
    'exempt',
    '2022-07-01',
    '2022-02-30',
    'true',
    'x',
    'counter',
    'phí',
    '07:30',
    'mon-fri',
    'full',
  )
  const keyName = fc.constantFrom(
    'code',
    'title',
    'field',
    'fees',
    'sets',
    'postal',
    'amount',
    'kind',
    'number',
    'date',
    'name',
    'processingTime',
    'time',
    'legalBases',
    'forms',
    'dossier',
    'x',
  )
  const json = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('node'), { maxLength: 2 }),
      fc.dictionary(keyName, tie('node'), { maxKeys: 4 }),
    ),
  })).node
  const procedure = fc
    .tuple(fc.dictionary(keyName, json, { maxKeys: 4 }), fc.boolean())
    .map(([extra, sound]) => (sound ? { code: '1.000001', title: 'Tên', field: 'a', ...extra } : extra))

  it('agrees with the reading of records', async () => {
    await fc.assert(
      fc.asyncProperty(procedure, async record => {
        const data = { catalog: '1', procedures: [record] }
        const { problems } = await read(JSON.stringify(data))
        // These two values are judged by rules, not by the shape.
        const code = (record as Record<string, unknown>)['code']
        fc.pre(code === undefined || code === '1.000001')
        expect(validate(data), JSON.stringify([data, validate.errors, problems])).toBe(problems.length === 0)
      }),
      { numRuns: 1000 },
    )
  })
})
