import fc from 'fast-check'

/** How a text stands in a file: what is given is source text, on one line or on several that are indented by `indent`. */
type Style = (text: string, indent: string) => string

const plainish = /^[\p{L}\p{N}(][^#:"'\\[\]{},&*!|>%@`\r\n]*$/u

const styles: readonly Style[] = [
  text => (plainish.test(text) && text === text.trim() ? text : JSON.stringify(text)),
  text => JSON.stringify(text),
  text => `'${text.replaceAll("'", "''")}'`,
  // Every letter that is not ASCII as an escape, as some programs write YAML.
  text => JSON.stringify(text).replace(/[^ -~]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text, indent) => `|\n${indent}  ${text}`,
  (text, indent) => `>- # gấp dòng\n${indent}  ${text.replace(' ', `\n${indent}  `)}`,
  (text, indent) => JSON.stringify(text).replace(' ', `\n${indent}  `),
  (text, indent) => (plainish.test(text) ? text.trim().replace(/ (?=\p{L})/u, `\n${indent}  `) : JSON.stringify(text)),
]

const style = fc.constantFrom(...styles)

const phones = [
  '0274 3000 001',
  '0650 3822 111',
  '0650.3822111',
  '+84 274 3822 234',
  '(0274) 3822.234',
  '0164 3822 234',
  '0823.919.686',
  '02743822234 - 0903575931',
  '0274 3822 234 máy lẻ 12',
  '08 38966594',
  '02743822234\u200b',
  '0274\u00a03822\u00a0234',
]
const titles = [
  'Đăng ký khai sinh',
  'Đăng ký  khai sinh',
  'Thủ tục đăng ký kết hôn.',
  'Ðăng ký lại khai tử',
  'Đăng ký khai sinh'.normalize('NFD'),
  'Chứng\u00a0thực bản sao',
  'Cấp bản sao\u200b trích lục ;',
  'Hòa giải "tranh chấp" đất đai',
  'Cấp: bản sao # trích lục',
  'Thñ tôc hµnh chÝnh',
  'Thá»§ tá»¥c hÃ nh chÃ\u00adnh',
  'Há»™ tá»‹ch',
  'c ấp l ại Giấy phép',
  'ĐĂNG KÝ KHAI SINH',
  '\u1fefĐăng ký\u0323',
]
const numbers = [
  '60/2014/QH13',
  'Nghị định số 123/2015/NĐ-CP',
  '123/2015/ND-CP',
  '37/2026/NĐ -CP',
  'N/QD-BTP',
  '371/QÐ-UBND',
  'Luật 47/2014/QH13',
  '21/2008/TTLT- BQP-BTC',
  'Nghị định 146/2025',
  '34/2023',
  '104',
]
const codes = ['1.001193', '1001193', '1.001.193', '1,003554', '2.000815.h55', '1.001010', 'x', ' 1.012812']
const references = ['ho-tich', 'Hộ tịch', 'HO-TICH', 'hộ_tịch', 'khong-co']
const officers = ['a', 'A', 'b', 'Nguyễn Thị Ví Dụ', 'khong-co']
const emails = [
  'motcua@example.gov.vn',
  'motcua@example,gov.vn',
  ' mot cua@example.gov.vn',
  'MOTCUA@EXAMPLE.GOV.VN',
  'x',
]
const amounts = ['8000', '8,000 VNĐ', '2,000 Việt Nam Đồng(/trang)', 'Miễn phí', '0 Đồng', 'Phí : o Đồng', '25.000đ']
const times = ['5 ngày làm việc', '05', '2,5 ngày làm việc', 'ngay trong ngày', 'Không quá 08 ngày  làm việc']

const value = (...pools: readonly (readonly string[])[]) => fc.tuple(fc.constantFrom(...pools.flat()), style)
const behind = fc.constantFrom('', '', '', ' # ghi chú', '  ')

type Written = readonly [readonly [string, Style], string]
type Key = readonly [string, Written]

const key = (name: string, ...pools: readonly (readonly string[])[]): fc.Arbitrary<Key> =>
  fc.tuple(fc.constant(name), fc.tuple(value(...pools), behind))

function lines(keys: readonly Key[], first: string, rest: string): string {
  return keys
    .map(([name, [[text, put], comment]], index) => {
      const source = put(text, rest)
      // Behind a block text a comment would be text.
      const after = source.includes('\n') ? '' : comment
      return `${index === 0 ? first : rest}${name}: ${source}${after}\n`
    })
    .join('')
}

const officer = fc.tuple(
  fc.constantFrom('a', 'b', 'c'),
  fc.tuple(key('name', titles), key('phone', phones), key('email', emails), key('jobTitle', titles)),
)
const legalItem = fc.oneof(
  value(numbers).map(([text, put]) => put(text, '      ')),
  fc.constantFrom('{number: 371/QÐ-UBND, date: 2022-03-01}', '{number: "N/QD-BTP"}'),
)
const flowItem = fc
  .tuple(fc.constantFrom(...numbers), fc.constantFrom(...styles.slice(0, 4)))
  .map(([text, put]) => put(text, ''))

const procedure = fc.tuple(
  fc.tuple(
    key('code', codes),
    key('title', titles),
    key('field', references),
    key('officer', officers),
    key('processingTime', times),
    key('replacedBy', codes),
  ),
  fc.oneof(
    fc
      .array(legalItem, { minLength: 1, maxLength: 3 })
      .map(items => `    legalBases:\n${items.map(item => `      - ${item}\n`).join('')}`),
    fc.array(flowItem, { minLength: 1, maxLength: 3 }).map(items => `    legalBases: [${items.join(', ')}]\n`),
  ),
  key('amount', amounts),
)

/** A file as a person, a program and a copy from Word have left it: damage that real lists show, in every style of YAML. */
export const damagedCatalog: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom('', '# Danh mục\n', '\n\n'),
    agency: fc.tuple(key('name', titles), key('phone', phones), key('email', emails)),
    officers: fc.array(officer, { minLength: 1, maxLength: 2 }),
    field: key('name', ['Hộ tịch', 'Hộ  tịch', 'Hộ tịch'.normalize('NFD')]),
    inCharge: fc.array(
      fc.constantFrom(...officers).map(id => JSON.stringify(id)),
      { minLength: 1, maxLength: 2 },
    ),
    procedures: fc.array(procedure, { minLength: 1, maxLength: 3 }),
    alias: fc.constantFrom('none', 'title', 'phone', 'record'),
    silencer: fc.boolean(),
    crlf: fc.boolean(),
    mark: fc.boolean(),
    end: fc.constantFrom('', '\n', '# hết\n'),
  })
  .map(({ head, agency, officers, field, inCharge, procedures, alias, silencer, crlf, mark, end }) => {
    const anchored = { none: '', title: '&tên ', phone: '&so ', record: '' }[alias]
    const parts = [
      `${mark ? '\uFEFF' : ''}${head}catalog: 1\nagency:\n${lines(agency, '  ', '  ')}officers:\n`,
      ...officers.map(([id, keys]) => `  - id: ${id}\n${lines(keys, '    ', '    ')}`),
      `fields:\n  - id: ho-tich\n${lines([field], '    ', '    ')}    officers: [${inCharge.join(', ')}]\nprocedures:\n`,
      ...procedures.map(([keys, bases, [, [[amount, put]]]], index) => {
        const fees = `    fees:\n      - ${index === 0 && alias === 'record' ? '&phi ' : ''}{amount: ${put(amount, '        ').includes('\n') ? JSON.stringify(amount) : put(amount, '')}, per: bản}\n`
        const again = index > 0 && alias === 'record' ? '    fees: [*phi]\n' : fees
        const comment = silencer ? '    # tthc-ignore text-double-space: chép đúng quyết định\n' : ''
        return `${lines(keys.slice(0, 1), '  - ', '    ')}${comment}${lines(keys.slice(1), '    ', '    ')}${bases}${again}`
      }),
      end,
    ]
    let text = parts.join('')
    if (alias === 'title') {
      text = text
        .replace(/(?<=\n {4}title: )(?=\S)/, anchored)
        .replace(/(?<=\n {4}title: )(?!&)[^\n]*\n(?! {6})/, '*tên\n')
    } else if (alias === 'phone') {
      text = text.replace(/(?<=\n {2}phone: )(?=\S)/, anchored).replace(/(?<=\n {4}phone: )[^\n]*\n(?! {6})/, '*so\n')
    }
    return crlf ? text.replaceAll('\n', '\r\n') : text
  })
