import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { Configs } from '../../src/workspace/config.js'
import { memoryIo } from '../memory-io.js'

const catalog = `catalog: 1
agency:
  name: UBND  phường
  phone: "0274 3822 111"
`

/** What is told of the catalog `tinh/phuong`: “severity rule”, and what is said of configurations. */
async function told(files: Readonly<Record<string, string>>, text = catalog) {
  const io = memoryIo({ files: { 'tinh/phuong/catalog.yaml': text, ...files } })
  const code = await main(['check', 'tinh/phuong', '--format', 'json', '--date', '2022-07-15'], io)
  const [report] = JSON.parse(io.printed.out || '{"catalogs":[{"findings":[]}]}').catalogs
  const findings = report.findings as { rule: string; severity: string; path: string; message: { vi: string } }[]
  return {
    code,
    err: io.printed.err,
    rules: findings.map(({ rule, severity }) => `${severity} ${rule}`),
    messages: findings.filter(({ path }) => path.endsWith('tthc.config.yaml')).map(({ message }) => message.vi),
  }
}

const own = (text: string) => ({ 'tinh/phuong/tthc.config.yaml': text })

describe('a rule in a configuration', () => {
  it('speaks as its severity says', async () => {
    expect((await told({})).rules).toContain('warning text-double-space')
    expect((await told(own('rules:\n  text-double-space: error\n'))).rules).toContain('error text-double-space')
    const less = own('rules:\n  text-double-space: {severity: info, reason: tên cũ}\n')
    expect((await told(less)).rules).toContain('info text-double-space')
  })

  it('is off where a reason stands beside it, and only there', async () => {
    const off = await told(own('rules:\n  text-double-space: {severity: off, reason: tên cũ}\n'))
    expect(off.rules.join()).not.toContain('text-double-space')
    expect(off.messages).toEqual([])
    for (const bare of ['off', '{severity: off}', '{severity: info}']) {
      const { rules, messages, code } = await told(own(`rules:\n  text-double-space: ${bare}\n`))
      expect(rules).toContain('warning text-double-space')
      expect(rules).toContain('error silencer-without-reason')
      expect(messages[0]).toContain('chưa có lý do')
      expect(code).toBe(1)
    }
  })

  it('takes its options, and says what they may be', async () => {
    const officers = `${catalog}officers:\n  - {id: a, name: An, phone: "0274 3822 112", checkedOn: 2022-05-01}\n`
    const rule = (days: string) => own(`rules:\n  contact-unchecked: {days: ${days}}\n`)
    expect((await told(rule('10'), officers)).rules.join()).toContain('contact-unchecked')
    expect((await told(rule('300'), officers)).rules.join()).not.toContain('contact-unchecked')
    expect((await told(rule('nhiều'), officers)).messages[0]).toContain('cần số nguyên không âm')
    const unknown = await told(own('rules:\n  contact-unchecked: {dasy: 10}\n'), officers)
    expect(unknown.messages[0]).toContain('có phải “days” không?')
  })
})

describe('a configuration', () => {
  it.each([
    ['a rule that is not there', 'rules:\n  text-doubel-space: error\n', 'có phải “text-double-space” không?'],
    ['a key that is not there', 'ruels: {}\n', 'có phải “rules” không?'],
    ['a severity that is not there', 'rules:\n  text-double-space: errror\n', 'có phải “error” không?'],
    [
      'a forbidden rule that is not there',
      'forbidSilence: [text-doubel-space]\n',
      'có phải “text-double-space” không?',
    ],
    ['a list for a map', 'rules: [text-double-space]\n', 'cần nhóm khóa'],
    ['YAML that does not parse', 'rules: [\n', ''],
    [
      'a base that is not there',
      'base: ../khac.yaml\n',
      'Không có cấu hình gốc “../khac.yaml” (đã tìm ở tinh/khac.yaml)',
    ],
    ['a base that leads back', 'base: .\n', 'dẫn vòng trở lại chính tệp này'],
  ])('tells of %s, and the rest of it holds', async (_, text, message) => {
    const { code, messages, rules } = await told(own(text))
    expect(code).toBe(1)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(message)
    expect(rules).toContain('warning text-double-space')
  })

  it('may be empty, or nothing but comments', async () => {
    for (const text of ['', '# sau\n', 'rules:\nforbidSilence:\n', 'rules: {}\nforbidSilence: []\n']) {
      const { messages } = await told(own(text))
      expect(messages, text).toEqual([])
    }
  })

  it('of a folder above holds below it; the nearest has the last word', async () => {
    const above = { 'tinh/tthc.config.yaml': 'rules:\n  text-double-space: error\n' }
    expect((await told(above)).rules).toContain('error text-double-space')
    const both = { ...above, ...own('rules:\n  text-double-space: {severity: warning, reason: tên cũ}\n') }
    expect((await told(both)).rules).toContain('warning text-double-space')
  })

  it('takes options of a base and severities of its own together', async () => {
    const officers = `${catalog}officers:\n  - {id: a, name: An, phone: "0274 3822 112", checkedOn: 2022-05-01}\n`
    const files = {
      'chung/tthc.config.yaml': 'rules:\n  contact-unchecked: {days: 10}\n',
      ...own('base: ../../chung\nrules:\n  contact-unchecked: error\n'),
    }
    expect((await told(files, officers)).rules).toContain('error contact-unchecked')
  })

  it('is told of once, though it reaches several catalogs', async () => {
    const io = memoryIo({
      files: {
        'tinh/a/catalog.yaml': catalog,
        'tinh/b/catalog.yaml': catalog,
        'tinh/tthc.config.yaml': 'rules:\n  x: error\n',
      },
    })
    const configs = new Configs(io)
    expect((await configs.of('tinh/a')).findings).toHaveLength(1)
    expect((await configs.of('tinh/b')).findings).toHaveLength(0)
  })
})

describe('what a province forbids to silence', () => {
  const base = { 'tinh/tthc.config.yaml': 'forbidSilence: [text-double-space]\n' }

  it('cannot be turned off or down below it', async () => {
    for (const severity of ['off', 'info']) {
      const files = { ...base, ...own(`rules:\n  text-double-space: {severity: ${severity}, reason: tên cũ}\n`) }
      const { rules, messages } = await told(files)
      expect(rules).toContain('warning text-double-space')
      expect(rules).toContain('error silence-forbidden')
      expect(messages[0]).toContain('forbidSilence')
    }
  })

  it('may be made graver', async () => {
    const files = { ...base, ...own('rules:\n  text-double-space: error\n') }
    expect(await told(files)).toMatchObject({
      messages: [],
      rules: expect.arrayContaining(['error text-double-space']),
    })
  })

  it('cannot be silenced by a comment', async () => {
    const text = catalog.replace('phường', 'phường # tthc-ignore text-double-space: tên cũ')
    expect((await told({}, text)).rules.join()).not.toContain('text-double-space')
    const { rules } = await told(base, text)
    expect(rules).toEqual(expect.arrayContaining(['warning text-double-space', 'error silence-forbidden']))
  })

  it('holds through a base that the ward names', async () => {
    const files = {
      'chung/tthc.config.yaml': 'forbidSilence: [text-double-space]\n',
      ...own('base: ../../chung/tthc.config.yaml\nrules:\n  text-double-space: {severity: off, reason: tên cũ}\n'),
    }
    expect((await told(files)).rules).toContain('error silence-forbidden')
  })

  it('nobody can silence what could not be read', async () => {
    const files = own('rules:\n  yaml-syntax: {severity: off, reason: x}\n')
    const { rules } = await told(files, 'catalog: [\n')
    expect(rules).toEqual(expect.arrayContaining(['error yaml-syntax', 'error silence-forbidden']))
  })
})

describe('a silencer that silences nothing', () => {
  it('is told, also where the rule is off', async () => {
    const text = catalog.replace('UBND  phường', 'UBND phường # tthc-ignore text-double-space: tên cũ')
    expect((await told({}, text)).rules).toContain('warning silencer-unused')
  })
})

it('a configuration that cannot be opened is a failure, not a finding', async () => {
  const io = memoryIo({ files: { 'x/catalog.yaml': catalog } })
  const locked = {
    ...io,
    readBytes: (path: string) =>
      path.endsWith('tthc.config.yaml')
        ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
        : io.readBytes(path),
  }
  expect(await main(['check', 'x'], locked)).toBe(3)
  expect(io.printed.err).toContain('EACCES')
})
