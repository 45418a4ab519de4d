import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { memoryIo } from '../memory-io.js'

const secret = '0912 345 678'
const catalog = (internal: string) =>
  `catalog: 1\nofficers:\n  - id: a\n    name: Nguyễn Thị An\n    phone: "09 12"\n${internal}`

const formats = ['text', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown', 'html']

async function run(files: Record<string, string>, ...argv: string[]) {
  const io = memoryIo({ files })
  const code = await main(argv[0] === 'export' ? argv : [...argv, '--date', '2026-11-23'], io)
  const text = (path: string) => new TextDecoder().decode(io.files.get(path))
  return { code, ...io.printed, text, paths: [...io.files.keys()] }
}

describe('what is internal', () => {
  it.each([
    ['a value of the wrong kind', `    internal: "${secret}"\n`],
    ['a key that is none', `    internal:\n      "${secret}": x\n`],
    ['a mistyped key', `    internal:\n      phoen: ${secret}\n`],
    ['a list', `    internal: [${secret}]\n`],
  ])('is quoted by no report: %s', async (_, internal) => {
    for (const format of formats) {
      const { code, out } = await run({ 'x/catalog.yaml': catalog(internal) }, 'check', 'x', '--format', format)
      expect(code).toBe(1)
      expect(out, format).not.toContain('345')
    }
  })

  it('is quoted by no frame, where it stands on the line of a fault', async () => {
    const line = `catalog: 1\nofficers:\n  - {id: a, phone: "09 12", internal: {phone: "${secret}"}, name: An, jobTitle: b}\n`
    for (const format of formats) {
      const { out } = await run({ 'x/catalog.yaml': line }, 'check', 'x', '--format', format)
      expect(out, format).not.toContain('345')
    }
  })
})

describe('a report never takes the place of', () => {
  const files = { 'x/catalog.yaml': catalog(''), 'x/tthc.config.yaml': 'rules: {}\n' }
  it.each(['x/../x/catalog.yaml', './x/catalog.yaml', 'x/tthc.config.yaml', '/kho/x/catalog.yaml'])(
    '%s',
    async file => {
      const { code, text } = await run(files, 'check', 'x', '--format', `json=${file}`)
      expect(code).toBe(2)
      expect(text('x/catalog.yaml')).toBe(files['x/catalog.yaml'])
      expect(text('x/tthc.config.yaml')).toBe(files['x/tthc.config.yaml'])
    },
  )

  it.each(['b.csv', 'x/catalog.yaml', './b.csv'])('the sheet or anything but a workbook: %s', async report => {
    const sheet = { ...files, 'b.csv': 'Mã,Tên thủ tục\n1.001193,A\n' }
    const { code, text } = await run(sheet, 'import', 'b.csv', '--dry-run', '--report', report)
    expect(code).toBe(2)
    expect(text('b.csv')).toBe(sheet['b.csv'])
  })
})

describe('the debt of a baseline', () => {
  const faulty = {
    'x/catalog.yaml':
      'catalog: 1\nfields:\n  - {id: a, name: Hộ tịch}\nprocedures:\n  - {code: "1.1", title: A, field: a}\n',
  }
  const accept = ['check', 'x', '--baseline', 'b.json', '--update-baseline', '--accept-new']

  it('stays while a record cannot be read', async () => {
    const first = await run(faulty, ...accept)
    const entries = first.text('b.json')
    const broken = { 'x/catalog.yaml': `${faulty['x/catalog.yaml']}oops: 1\n`, 'b.json': entries }
    const second = await run(broken, 'check', 'x', '--baseline', 'b.json', '--update-baseline')
    expect(second.text('b.json')).toBe(entries)
  })

  it('is not touched by a dry run', async () => {
    const { code, err } = await run(faulty, ...accept, '--fix', '--dry-run')
    expect(code).toBe(2)
    expect(err).toContain('--dry-run')
  })
})

it.each([
  ['export', 'x', '--out', ''],
  ['build', 'x', '--out', ''],
  ['check', 'x', '--baseline', ''],
])('an empty value is wrong use: %s %s %s', async (...argv) => {
  const { code, err, paths } = await run({ 'x/catalog.yaml': catalog('') }, ...argv)
  expect(code).toBe(2)
  expect(err).toContain('trống')
  expect(paths).toEqual(['x/catalog.yaml'])
})

it('a sign of the terminal in a file does not reach the terminal', async () => {
  const files = { 'x/catalog.yaml': 'catalog: 1\n', 'x/tthc.config.yaml': 'theme: {logo: "x\\e[31m.svg"}\n' }
  const { err, out } = await run(files, 'build', 'x', '--out', 'o', '--allow-errors')
  expect(err + out).not.toContain('\u001B')
})
