import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function tthc(args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/tthc.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LANG: '', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '', ...options.env },
    ...(options.input !== undefined && { input: options.input }),
  })
  return { status, stdout, stderr }
}

// The bundle that users run, as a process of its own.
describe('the program', () => {
  it('checks a catalog', () => {
    expect(tthc(['check', 'catalogs/mau', '--date', '2026-11-23'])).toEqual({
      status: 0,
      stdout: 'catalogs/mau: 5 thủ tục, 2 lĩnh vực, 2 cán bộ: không có vấn đề\n',
      stderr: '',
    })
  })

  it('reads standard input', () => {
    const { status, stdout } = tthc(['check', '-'], { input: 'catalog: 1\nfeilds: []\n' })
    expect(status).toBe(1)
    expect(stdout).toContain('-:2:1: lỗi: Tệp danh mục: không có khóa “feilds”; có phải “fields” không?')
  })

  it('explains a file that does not parse', () => {
    expect(tthc(['check', 'tests/broken/sai-cu-phap.yaml']).stdout).toContain('[yaml-syntax]')
  })

  it('builds, twice the same', () => {
    const out = mkdtempSync(join(tmpdir(), 'tthc-'))
    const first = tthc(['build', 'catalogs/mau', '--out', join(out, 'listing')])
    expect(first.status).toBe(0)
    expect(tthc(['build', 'catalogs/mau', '--out', join(out, 'listing')])).toEqual(first)
    rmSync(out, { recursive: true })
  })

  it.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('colours with %j: %s', (env, coloured) => {
    const { stdout } = tthc(['check', 'tests/broken/danh-muc-loi'], { env: env as Record<string, string> })
    expect(stdout.includes('\u001B[')).toBe(coloured)
  })

  it('colours when told to on the command line', () => {
    expect(tthc(['check', 'tests/broken/danh-muc-loi', '--color']).stdout).toContain('\u001B[')
    const no = tthc(['check', 'tests/broken/danh-muc-loi', '--no-color'], { env: { FORCE_COLOR: '1' } })
    expect(no.stdout).not.toContain('\u001B[')
  })

  it('ends with the code for what went wrong', () => {
    expect(tthc(['check', 'khong-co']).status).toBe(3)
    expect(tthc(['chek']).status).toBe(2)
  })

  it('says nothing when its reader has seen enough', () => {
    const { stderr } = spawnSync('bash', ['-c', `"${process.execPath}" bin/tthc.js explain | head -n 1`], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
  })
})
