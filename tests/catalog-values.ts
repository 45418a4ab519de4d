import fc from 'fast-check'
import type { PlainValue } from '../src/catalog/plain-value.js'
import type { Keys, Type } from '../src/catalog/schema.js'

const awkward = [
  '=1+1',
  '+84 274 3822 234',
  '-x',
  '@SUM(A1)',
  '\t=1',
  '\r\n=2',
  "'=1",
  "''",
  '"',
  '""',
  '"a"',
  '"\\u0041"',
  'a; =1+1',
  'a,\t@b',
  'Loại: lệ phí',
  'a | b',
  '• a',
  '- a',
  '[]',
  '[x]',
  'Hộ tịch [ho-tich]',
  'Không có',
  'Miễn',
  'none',
  'Có',
  'true',
  'null',
  '~',
  'toString',
  '__proto__',
  '1.001010',
  '01/02/2022',
  '2022-02-01',
  '0274',
  '1e5',
  '_x0041_',
  'dòng 1\ndòng 2',
  'a\r\nb',
  ' đầu',
  'cuối ',
  'a: b',
  'a #b',
  '#',
  '{a}',
  '&x',
  '*x',
  '!x',
  '%x',
  '|',
  '>',
  '?',
  ':',
  ',',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ufffd',
  '\u0085',
  '\u0000',
  '👩‍👩‍👧',
  'Đăng ký khai sinh',
  'Đăng ký khai sinh'.normalize('NFD'),
  'Thủ tục '.repeat(125),
]

/** Any text that a catalog may hold. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc
    .tuple(fc.constantFrom(...awkward), fc.string({ maxLength: 5 }), fc.constantFrom(...awkward))
    .map(parts => parts.join('')),
)

const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))

/** Any value that the schema lets a key have, as YAML holds it. */
export function valueFor(type: Type): fc.Arbitrary<PlainValue> {
  switch (type.kind) {
    case 'text':
      if (type.values !== undefined) return fc.constantFrom(...type.values)
      return type.pattern === undefined ? anyText : fc.stringMatching(new RegExp(type.pattern))
    case 'ruled':
      return fc.oneof(anyText, fc.constantFrom(...(type.values ?? ['1.001193', '2.000635.H09'])))
    case 'date':
      return date
    case 'number':
      return fc.nat(999_999_999).map(String)
    case 'boolean':
      return fc.constantFrom('true', 'false')
    case 'list':
      return fc.array(valueFor(type.items), { maxLength: 4 })
    case 'record':
      return recordOf(type.keys)
    case 'either':
      return fc.oneof(...type.options.map(valueFor))
  }
}

export function recordOf(keys: Keys): fc.Arbitrary<Readonly<Record<string, PlainValue>>> {
  const entries = Object.entries(keys)
  return fc
    .record(Object.fromEntries(entries.map(([name, { type }]) => [name, valueFor(type)])), {
      requiredKeys: entries.filter(([, { required }]) => required === true).map(([name]) => name),
      noNullPrototype: true,
    })
    .map(record =>
      Object.fromEntries(entries.flatMap(([name]) => (name in record ? [[name, record[name] ?? '']] : []))),
    )
}
