import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { main } from '../../src/main.js'
import { checkFormats } from '../../src/reports/reporter.js'
import { relativePath } from '../../src/workspace/relative-path.js'
import { type MemoryWorld, memoryIo } from '../memory-io.js'

// Some run the bundle.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const broken = readFileSync(join(root, 'tests/broken/danh-muc-loi/catalog.yaml'), 'utf8')
const files = { 'danh-muc/catalog.yaml': broken }

async function run(argv: readonly string[], world: MemoryWorld = {}) {
  const io = memoryIo({ files, ...world })
  const code = await main(['check', ...argv], io)
  return { code, ...io.printed, files: io.files }
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

describe('several formats', () => {
  it('go to a file each, and one to standard output', async () => {
    const forms = checkFormats.filter(name => name !== 'text').map(name => `--format=${name}=ket-qua/${name}.out`)
    const { code, out, err, files: written } = await run(['danh-muc', '--format', 'text', ...forms])
    expect(code).toBe(1)
    expect(out).toContain('danh-muc/catalog.yaml:15:12: lỗi:')
    for (const name of checkFormats.filter(name => name !== 'text')) {
      expect(text(written.get(`ket-qua/${name}.out`)), name).toContain('0650 3000 012')
      expect(err).toContain(`Đã ghi kết quả vào “ket-qua/${name}.out”\n`)
    }
    expect(text(written.get('ket-qua/html.out'))).toMatch(/^<!DOCTYPE html>/)
  })

  it('print nothing where all go to files', async () => {
    expect((await run(['danh-muc', '--format', 'sarif=a=b.sarif'])).files.has('a=b.sarif')).toBe(true)
    expect((await run(['danh-muc', '--format', 'sarif=a.sarif'])).out).toBe('')
  })

  it('never colour a file', async () => {
    const { files: written, out } = await run(['danh-muc', '--color', '--format', 'text=a.txt', '--format', 'text'])
    expect(out).toContain('\u001B[')
    expect(text(written.get('a.txt'))).not.toContain('\u001B[')
  })

  it.each([
    [['--format', 'text', '--format', 'json'], /chỉ một dạng/],
    [['--format', 'json=a', '--format', 'sarif=a'], /cùng ghi vào tệp “a”/],
    [['--format', 'xml'], /dạng kết quả là text, json/],
    [['--format', 'json='], /thêm =<tệp>/],
    [['--format', 'json=danh-muc/catalog.yaml'], /là tệp của danh mục/],
    [['--format', 'json=/kho/danh-muc/catalog.yaml'], /là tệp của danh mục/],
  ])('%j is wrong use, and nothing is written', async (argv, message) => {
    const { code, err, files: written } = await run(['danh-muc', ...argv])
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect([...written.keys()]).toEqual(['danh-muc/catalog.yaml'])
    expect(text(written.get('danh-muc/catalog.yaml'))).toBe(broken)
  })

  it('fail with a sentence where a file cannot be written', async () => {
    const io = memoryIo({ files })
    const refusing = { ...io, write: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) }
    expect(await main(['check', 'danh-muc', '--format', 'sarif=x/y.sarif'], refusing)).toBe(3)
    expect(io.printed.err).toBe('tthc: Không ghi được tệp “x/y.sarif” (EACCES)\n')
  })
})

it.each([
  [['--fix'], 'danh-muc/catalog.yaml'],
  [['--baseline', 'no.json', '--update-baseline', '--accept-new'], 'no.json'],
])('%j fails with a sentence where its file cannot be written', async (argv, file) => {
  const io = memoryIo({ files })
  const refusing = { ...io, write: () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' })) }
  expect(await main(['check', 'danh-muc', ...argv], refusing)).toBe(3)
  expect(io.printed.err).toBe(`tthc: Không ghi được tệp “${file}” (EROFS)\n`)
})

describe('the job summary', () => {
  const env = { GITHUB_STEP_SUMMARY: '/tmp/summary.md' }

  it('is added to what the step has written', async () => {
    const world = { env, files: { ...files, '/tmp/summary.md': '# Trước\n' } }
    const { files: written, out } = await run(['danh-muc', '--format', 'github'], world)
    expect(text(written.get('/tmp/summary.md'))).toMatch(/^# Trước\n## Kiểm tra danh mục: 13 lỗi/)
    expect(out).toMatch(/^::error /)
  })

  it.each([
    ['another format', ['--format', 'json'], env],
    ['no such variable', ['--format', 'github'], {}],
    ['an empty variable', ['--format', 'github'], { GITHUB_STEP_SUMMARY: '' }],
  ])('is not written with %s', async (_, argv, own) => {
    const { files: written } = await run(['danh-muc', ...argv], { env: own as Record<string, string> })
    expect([...written.keys()]).toEqual(['danh-muc/catalog.yaml'])
  })
})

describe('paths in reports', () => {
  it.each([
    ['/kho', '/kho/danh-muc', 'danh-muc'],
    ['/kho', '/kho/danh-muc/', 'danh-muc'],
    ['/kho', '/kho/./x/../danh-muc', 'danh-muc'],
    ['/kho', '/kho', '.'],
    ['/kho/', '/kho', '.'],
    ['/', '/kho/a', 'kho/a'],
    ['/kho', '/khoai/danh-muc', '/khoai/danh-muc'],
    ['/kho', 'danh-muc', 'danh-muc'],
    ['/kho', './danh-muc', './danh-muc'],
    ['/kho', '../danh-muc', '../danh-muc'],
    ['/kho', '-', '-'],
    ['C:\\Kho', 'C:\\Kho\\danh-muc\\catalog.yaml', 'danh-muc/catalog.yaml'],
    ['C:\\Kho', 'c:\\kho\\Danh-Muc', 'Danh-Muc'],
    ['C:\\Kho', 'D:\\danh-muc', 'D:/danh-muc'],
    ['C:\\', 'C:\\danh-muc', 'danh-muc'],
    ['C:\\Kho', 'danh-muc\\catalog.yaml', 'danh-muc/catalog.yaml'],
  ])('in %s %s is %s', (cwd, path, expected) => {
    expect(relativePath(path, cwd)).toBe(expected)
  })

  it.each(['json', 'gitlab', 'sarif', 'github', 'markdown', 'junit', 'text'])('%s has them relative', async format => {
    // What a clerk on Windows types, and what an absolute path says, is the same folder.
    for (const path of ['danh-muc', '/kho/danh-muc', 'danh-muc/catalog.yaml', 'danh-muc\\catalog.yaml']) {
      const { out } = await run([path, '--format', format])
      expect(out).toContain('danh-muc/catalog.yaml')
      expect(out).not.toContain('/kho/')
      expect(out).not.toContain('danh-muc\\')
    }
  })
})

describe('the exit code', () => {
  it('is the same for every format', async () => {
    for (const format of checkFormats) {
      expect((await run(['danh-muc', '--format', format])).code, format).toBe(1)
      expect((await run(['danh-muc', '--format', `${format}=x`])).code, format).toBe(1)
    }
  })
})

// The bundle that users run, as a process of its own.
describe('the program', () => {
  it('writes every format', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-formats-'))
    const forms = checkFormats.map(name => `--format=${name}=${join(folder, name)}`)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bin/tthc.js', 'check', 'tests/broken/danh-muc-loi', '--date', '2026-11-23', ...forms],
      { cwd: root, encoding: 'utf8' },
    )
    expect(status, stderr).toBe(1)
    expect(stdout).toBe('')
    expect(readdirSync(folder).sort()).toEqual([...checkFormats].sort())
    for (const name of checkFormats) expect(readFileSync(join(folder, name), 'utf8'), name).toContain('0650 3000 012')
    rmSync(folder, { recursive: true })
  })

  it.each(['catalog', 'config', 'report'])('prints the JSON Schema of a %s', subject => {
    const { status, stdout } = spawnSync(process.execPath, ['bin/tthc.js', 'schema', '--of', subject], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('explains a rule with its example and what check says of it', () => {
    const { status, stdout } = spawnSync(process.execPath, ['bin/tthc.js', 'explain', 'procedure-code-duplicate'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stdout).toContain('Ví dụ:\n\n')
    expect(stdout).toMatch(/tthc check báo:\n\ncatalog\.yaml:\d+:\d+: lỗi: Mã “1\.001193”/)
    expect(stdout).not.toContain('# expect')
  })
})
