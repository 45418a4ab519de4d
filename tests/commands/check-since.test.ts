import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Io, realIo } from '../../src/io.js'
import { main } from '../../src/main.js'

// git is a process of its own.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const bin = fileURLToPath(new URL('../../bin/tthc.js', import.meta.url))

let repo = ''

const catalog = `catalog: 1
agency:
  name: Ủy ban nhân dân phường Hoa Mai
  phone: 0274 0123 500
  openingHours: [{days: mon-fri, from: "07:30", to: "11:30"}]
  feedback: {phone: 0274 0123 509}
publication:
  date: 2026-11-01
  decision: {number: 12/QĐ-UBND, date: 2026-10-01}
officers:
  - id: ho-tich-1
    name: Lê Thị Hoa
    phone: 0274 0123 501
    checkedOn: 2026-11-01
  - id: ho-tich-2
    name: Phạm Văn Nam
    phone: 0650 3000 012
    checkedOn: 2026-11-01
fields:
  - {id: ho-tich, name: Hộ tịch, officers: [ho-tich-1, ho-tich-2]}
`

const hoTich = `procedures:
  - code: "1.001193"
    title: Đăng ký khai sinh
    field: ho-tich
    serviceLevel: none
    processingTime: vài hôm
    fees: none
    legalBases: [60/2014/QH13]
`

beforeEach(() => {
  repo = mkdtempSync(join(tmpdir(), 'tthc-since-'))
  git('init', '--quiet', '--initial-branch=main')
  put('danh-muc/catalog.yaml', catalog)
  put('danh-muc/ho-tich.yaml', hoTich)
  commit()
})

afterEach(() => rmSync(repo, { recursive: true, force: true }))

function git(...args: string[]): string {
  const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.vn', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...author, ...args], { cwd: repo, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(repo, path)), { recursive: true })
  writeFileSync(join(repo, path), text)
}

function edit(path: string, before: string, after: string): void {
  const text = readFileSync(join(repo, path), 'utf8')
  expect(text).toContain(before)
  put(path, text.replace(before, after))
}

function commit(): void {
  git('add', '--all')
  git('commit', '--quiet', '--message', 'x')
}

interface Result {
  status: number | null
  /** Rule and record of each finding. */
  found: string[]
  unchanged: number
  stderr: string
}

const real = realIo()

/** The command in a folder of its own: what it asks the world for is answered from there. */
async function check(args: readonly string[], { cwd = repo, env = {} } = {}): Promise<Result> {
  const printed = { out: '', err: '' }
  const io: Io = {
    ...real,
    cwd,
    env,
    readBytes: path => real.readBytes(resolve(cwd, path)),
    list: path => real.list(resolve(cwd, path)),
    realPath: path => real.realPath(resolve(cwd, path)),
    write: (path, content, expected) => real.write(resolve(cwd, path), content, expected),
    run: (command, words, options) => real.run(command, words, { cwd, ...options }),
    out: text => {
      printed.out += text
    },
    err: text => {
      printed.err += text
    },
  }
  const status = await main(['check', '--date', '2026-11-23', '--format', 'json', ...args], io)
  return resultOf(status, printed.out, printed.err)
}

/** The same by the bundle that users run. */
function checkByProgram(args: readonly string[], { cwd = repo, env = {} } = {}): Result {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'check', '--date', '2026-11-23', '--format', 'json', ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, LANG: '', LC_ALL: '', LC_MESSAGES: '', ...env } },
  )
  return resultOf(status, stdout, stderr)
}

function resultOf(status: number | null, stdout: string, stderr: string): Result {
  if (stdout === '') return { status, found: [], unchanged: 0, stderr }
  const { catalogs } = JSON.parse(stdout)
  return {
    status,
    found: catalogs.flatMap(({ findings }: { findings: { rule: string; record?: string }[] }) =>
      findings.map(({ rule, record = '' }) => `${rule} ${record}`),
    ),
    unchanged: catalogs.reduce((sum: number, { unchanged }: { unchanged: number }) => sum + unchanged, 0),
    stderr,
  }
}

const debt = ['phone-obsolete-area-code officers/ho-tich-2', 'processing-time-unparsed procedures/1.001193']

describe('--since', () => {
  it('is needed to see only a change: without it the debt is told as well', async () => {
    expect((await check(['danh-muc'])).found).toEqual(expect.arrayContaining(debt))
  })

  it('says nothing where nothing changed, and counts what it kept back', async () => {
    const all = await check(['danh-muc'])
    const { status, found, unchanged } = await check(['danh-muc', '--since', 'HEAD'])
    expect(found).toEqual([])
    expect(status).toBe(0)
    expect(unchanged).toBe(all.found.length)
  })

  it('tells everything of a record that was touched, old faults too', async () => {
    edit('danh-muc/ho-tich.yaml', 'Đăng ký khai sinh', 'Đăng ký khai sinh lưu động')
    const { found, status } = await check(['danh-muc', '--since', 'HEAD'])
    expect(found).toContain('processing-time-unparsed procedures/1.001193')
    expect(found).not.toContain('phone-obsolete-area-code officers/ho-tich-2')
    expect(status).toBe(1)
  })

  it('tells what a change caused in a record that nobody touched', async () => {
    edit('danh-muc/catalog.yaml', 'officers: [ho-tich-1, ho-tich-2]', 'officers: [ho-tich-1]')
    const { found } = await check(['danh-muc', '--since', 'HEAD'])
    expect(found).toContain('officer-unused officers/ho-tich-2')
    expect(found).not.toContain('phone-obsolete-area-code officers/ho-tich-2')
  })

  it('tells a fault that a record has once more', async () => {
    edit(
      'danh-muc/ho-tich.yaml',
      hoTich,
      `${hoTich}${hoTich.replace('procedures:\n', '').replace('1.001193', '1.000894')}`,
    )
    const { found } = await check(['danh-muc', '--since', 'HEAD'])
    expect(found).toContain('processing-time-unparsed procedures/1.000894')
    expect(found).not.toContain('processing-time-unparsed procedures/1.001193')
  })

  it('is not misled by lines that moved, by files that were split, nor by comments outside of records', async () => {
    const [head = '', ...rest] = catalog.split('officers:\n  - id')
    put('danh-muc/catalog.yaml', `# ghi chú\n\n${head}`)
    put('danh-muc/can-bo.yaml', `officers:\n\n  - id${rest.join('officers:\n  - id')}`)
    put('danh-muc/ho-tich.yaml', hoTich.replaceAll('\n', '\r\n'))
    expect((await check(['danh-muc', '--since', 'HEAD'])).found).toEqual([])
  })

  it('tells all of a catalog that is new', async () => {
    put('phuong-khac/catalog.yaml', catalog + hoTich)
    expect((await check(['.', '--since', 'HEAD'])).found).toEqual(expect.arrayContaining(debt))
  })

  it('tells a file that does not parse any more', async () => {
    edit('danh-muc/ho-tich.yaml', 'title: Đ', 'title: "Đ')
    const { found, status } = await check(['danh-muc', '--since', 'HEAD'])
    expect(found).toContain('yaml-syntax ')
    expect(status).toBe(1)
  })

  it('compares with the revision that is named', async () => {
    edit('danh-muc/ho-tich.yaml', 'Đăng ký khai sinh', 'Đăng ký khai sinh lưu động')
    commit()
    expect((await check(['danh-muc', '--since', 'HEAD'])).found).toEqual([])
    expect((await check(['danh-muc', '--since', 'HEAD~1'])).found).toContain(debt[1])
    expect((await check(['danh-muc', '--since=main~1'])).found).toContain(debt[1])
  })

  it('compares, with three dots, with the commit where the branch began', async () => {
    git('checkout', '--quiet', '-b', 'sua')
    git('checkout', '--quiet', 'main')
    edit('danh-muc/catalog.yaml', 'phone: 0650 3000 012', 'phone: 0274 3000 012')
    commit()
    git('checkout', '--quiet', 'sua')
    // What was mended on main meanwhile is no fault of this branch.
    expect((await check(['danh-muc', '--since', 'main'])).found).toContain(debt[0])
    expect((await check(['danh-muc', '--since', 'main...'])).found).toEqual([])
    expect((await check(['danh-muc', '--since', 'nope...'])).stderr).toContain('không có phiên bản “nope”')
    git('checkout', '--quiet', '--orphan', 'khac')
    put('README.md', 'x')
    commit()
    expect((await check(['danh-muc', '--since', 'main...'])).stderr).toContain('không có phiên bản chung')
  })

  it('tells first what is wrong with a path', async () => {
    const { status, stderr } = await check(['khong-co/gi-ca', '--since', 'HEAD'])
    expect(status).toBe(3)
    expect(stderr).toBe('tthc: Không có tệp hay thư mục “khong-co/gi-ca”\n')
  })

  it('takes configurations as they were', async () => {
    put('tthc.config.yaml', 'rules: {phone-obsolete-area-code: {severity: off, reason: đang đổi số}}\n')
    commit()
    put('tthc.config.yaml', 'rules: {}\n')
    const { found } = await check(['danh-muc', '--since', 'HEAD'])
    expect(found).toEqual(['phone-obsolete-area-code officers/ho-tich-2'])
  })

  it('mends nothing but what it shows', async () => {
    edit('danh-muc/catalog.yaml', 'phone: 0274 0123 501', 'phone: +84 274 0123 501')
    await check(['danh-muc', '--since', 'HEAD', '--fix'])
    const text = readFileSync(join(repo, 'danh-muc/catalog.yaml'), 'utf8')
    expect(text).toContain('phone: "0274 0123 501"')
    expect(text).toContain('phone: 0650 3000 012')
  })

  it('works in a folder below the repository, and with absolute paths', async () => {
    edit('danh-muc/ho-tich.yaml', 'Đăng ký khai sinh', 'Đăng ký khai sinh lưu động')
    expect((await check(['.', '--since', 'HEAD'], { cwd: join(repo, 'danh-muc') })).found).toContain(debt[1])
    expect((await check([join(repo, 'danh-muc'), '--since', 'HEAD'])).found).toContain(debt[1])
    expect((await check([join(repo, 'danh-muc'), '--since', 'HEAD'], { cwd: tmpdir() })).found).toContain(debt[1])
  })

  it('works in the bundle', () => {
    edit('danh-muc/ho-tich.yaml', 'field: ho-tich', 'field: ho-tick')
    expect(checkByProgram(['danh-muc', '--since', 'HEAD']).found).toContain('field-unknown procedures/1.001193')
    const { found } = checkByProgram(['--changed-files', 'danh-muc/ho-tich.yaml'])
    expect(found).toContain('field-empty fields/ho-tich')
  })

  it('counts, for --max-warnings, only what is shown', async () => {
    expect((await check(['danh-muc', '--since', 'HEAD', '--max-warnings', '0'])).status).toBe(0)
  })

  it.each([
    [['--since', 'khong-co'], 3, 'Kho git không có phiên bản “khong-co”'],
    [['--since', '--output=/tmp/x'], 3, 'Kho git không có phiên bản “--output=/tmp/x”'],
    [['--since'], 2, 'tùy chọn “--since <revision>” cần thêm giá trị'],
  ])('%j fails with a sentence', async (args, code, message) => {
    const { status, stderr } = await check(['danh-muc', ...args])
    expect(status).toBe(code)
    expect(stderr).toContain(message)
  })

  it('says where there is no repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-nogit-'))
    writeFileSync(join(folder, 'catalog.yaml'), catalog)
    const { status, stderr } = await check(['.', '--since', 'HEAD'], { cwd: folder })
    rmSync(folder, { recursive: true })
    expect(status).toBe(3)
    expect(stderr).toContain('Thư mục “.” không nằm trong kho git')
  })

  it('says where there is no git', async () => {
    const { status, stderr } = checkByProgram(['danh-muc', '--since', 'HEAD'], { env: { PATH: '/nowhere' } })
    expect(status).toBe(3)
    expect(stderr).toContain('Máy này chưa cài git')
  })

  it('says where the history was cut off', async () => {
    edit('danh-muc/ho-tich.yaml', 'Đăng ký', 'Ghi')
    commit()
    const shallow = mkdtempSync(join(tmpdir(), 'tthc-shallow-'))
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repo}`, shallow])
    const { status, stderr } = await check(['danh-muc', '--since', 'HEAD~1'], { cwd: shallow })
    rmSync(shallow, { recursive: true })
    expect(status).toBe(3)
    expect(stderr).toMatch(/shallow clone.*fetch-depth: 0/)
  })

  it('is wrong use with standard input', async () => {
    expect((await check(['-', '--since', 'HEAD'])).status).toBe(2)
    expect((await check(['-', '--changed-files'])).status).toBe(2)
  })
})

describe('--changed-files', () => {
  it('checks the catalog of a file, and tells what lies in that file', async () => {
    expect((await check(['--changed-files', 'danh-muc/ho-tich.yaml'])).found).toEqual([debt[1]])
  })

  it('tells what the change caused in another file', async () => {
    edit('danh-muc/ho-tich.yaml', 'field: ho-tich', 'field: ho-tick')
    const { found } = await check(['--changed-files', 'danh-muc/ho-tich.yaml'])
    expect(found).toContain('field-unknown procedures/1.001193')
    expect(found).toContain('field-empty fields/ho-tich')
    expect(found).not.toContain(debt[0])
  })

  it('passes over files that belong to no catalog', async () => {
    put('README.md', 'x')
    put('.github/workflows/x.yml', 'on: push\n')
    put('compose.yaml', 'services: {}\n')
    const { status, found, stderr } = await check([
      '--changed-files',
      'README.md',
      '.github/workflows/x.yml',
      'compose.yaml',
    ])
    expect({ status, found }).toEqual({ status: 0, found: [] })
    expect(stderr).toBe('Không tệp nào trong các tệp đã nêu thuộc danh mục nào\n')
    expect((await check(['--changed-files'])).status).toBe(0)
  })

  it('takes a single file that says it is a catalog', async () => {
    put('mot-tep.yaml', catalog + hoTich)
    expect((await check(['--changed-files', 'mot-tep.yaml'])).found).toEqual(expect.arrayContaining(debt))
  })

  it('checks no other catalog of the repository', async () => {
    put('phuong-khac/catalog.yaml', catalog + hoTich)
    commit()
    expect((await check(['--changed-files', 'danh-muc/ho-tich.yaml'])).found).toEqual([debt[1]])
  })

  it('takes a catalog inside of another for one of its own', async () => {
    put('danh-muc/khu-pho/catalog.yaml', catalog + hoTich)
    commit()
    expect((await check(['--changed-files', 'danh-muc/khu-pho/catalog.yaml'])).found.sort()).toEqual(
      expect.arrayContaining([...debt].sort()),
    )
    expect((await check(['--changed-files', 'danh-muc/ho-tich.yaml'])).found).toEqual([debt[1]])
  })

  it('takes a configuration for a change of all catalogs below', async () => {
    put('tthc.config.yaml', 'rules: {phone-obsolete-area-code: {severity: off, reason: đang đổi số}}\n')
    commit()
    put('tthc.config.yaml', 'rules: {}\n')
    expect((await check(['--changed-files', 'tthc.config.yaml'])).found).toEqual([debt[0]])
  })

  it('tells everything before the first commit', async () => {
    rmSync(join(repo, '.git'), { recursive: true })
    git('init', '--quiet')
    const { found } = await check(['--changed-files', 'danh-muc/catalog.yaml', 'danh-muc/ho-tich.yaml'])
    expect(found).toEqual(expect.arrayContaining(debt))
  })

  it('compares with the commit that pre-commit names', async () => {
    edit('danh-muc/catalog.yaml', 'officers: [ho-tich-1, ho-tich-2]', 'officers: [ho-tich-1]')
    commit()
    const unused = 'officer-unused officers/ho-tich-2'
    edit('danh-muc/ho-tich.yaml', 'fees: none', 'fees: exempt')
    const changed = ['--changed-files', 'danh-muc/ho-tich.yaml']
    expect((await check(changed)).found).not.toContain(unused)
    expect((await check(changed, { env: { PRE_COMMIT_FROM_REF: 'HEAD~1' } })).found).toContain(unused)
    expect((await check([...changed, '--since', 'HEAD~1'])).found).toContain(unused)
  })

  it('mends the named files and no other', async () => {
    edit('danh-muc/catalog.yaml', 'phone: 0274 0123 501', 'phone: +84 274 0123 501')
    put('danh-muc/them.yaml', 'officers:\n  - {id: moi, name: Đỗ Văn Khoa, phone: +84 274 0123 503}\n')
    await check(['--fix', '--changed-files', 'danh-muc/them.yaml'])
    expect(readFileSync(join(repo, 'danh-muc/them.yaml'), 'utf8')).toContain('phone: "0274 0123 503"')
    expect(readFileSync(join(repo, 'danh-muc/catalog.yaml'), 'utf8')).toContain('phone: +84 274 0123 501')
  })
})
