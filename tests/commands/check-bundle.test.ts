import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root, tthc } from '../bundle.js'

const day = ['--date', '2026-11-23']

describe('check, as users run it', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tthc-'))
    cpSync(join(root, 'tests/broken/danh-muc-loi'), join(folder, 'danh-muc'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['a sound catalog', ['catalogs/mau', '--max-warnings', '0'], 0],
    ['warnings beyond what is allowed', ['catalogs/dinh-hoa', '--max-warnings', '0'], 1],
    ['errors', ['tests/broken/danh-muc-loi'], 1],
    ['wrong use', ['--fix', '-'], 2],
    ['an option that needs another', ['--dry-run'], 2],
    ['nothing there', ['khong-co'], 3],
  ])('ends with the code for %s', (_, args, code) => {
    const { status, stderr } = tthc(['check', ...args, ...day])
    expect(status).toBe(code)
    expect(stderr).not.toContain('    at ')
  })

  it('mends what cannot be mended wrongly, and finds nothing to mend again', () => {
    const file = join(folder, 'danh-muc/catalog.yaml')
    const before = readFileSync(file, 'utf8')
    const trial = tthc(['check', 'danh-muc', '--fix', '--dry-run', ...day], { cwd: folder })
    expect(trial.stdout).toContain('+    phone: "0274 3000 012"')
    expect(readFileSync(file, 'utf8')).toBe(before)

    expect(tthc(['check', 'danh-muc', '--fix', ...day], { cwd: folder }).stderr).toMatch(
      /^Đã sửa \d+ chỗ trong 1 tệp\n$/,
    )
    expect(readFileSync(file, 'utf8')).toContain('phone: "0274 3000 012"')
    const again = tthc(['check', 'danh-muc', '--fix', ...day], { cwd: folder })
    expect(again.stderr).toBe('Không có chỗ nào tự sửa được\n')
    expect(readdirSync(join(folder, 'danh-muc'))).toEqual(['catalog.yaml'])
  })

  it('holds what a baseline knows', () => {
    const args = ['check', 'danh-muc', '--baseline', 'ton-dong.json', ...day]
    const first = tthc([...args, '--update-baseline', '--accept-new'], { cwd: folder })
    expect(first.status).toBe(0)
    const second = tthc(args, { cwd: folder })
    expect(second.status).toBe(0)
    expect(second.stdout).toMatch(/\d+ tồn đọng đã ghi nhận/)
  })

  it('takes the settings of the folder, and a newer reference list', () => {
    writeFileSync(join(folder, 'tthc.config.yaml'), 'rules:\n  officer-unused: {severity: off, reason: đang sắp xếp}\n')
    expect(tthc(['check', 'danh-muc', ...day], { cwd: folder }).stdout).not.toContain('[officer-unused]')
    writeFileSync(join(folder, 'moi.csv'), 'code,title\n1.001193,Thủ tục hoàn toàn khác hẳn tên cũ\n')
    const { stdout } = tthc(['check', join(root, 'catalogs/mau'), '--reference', 'moi.csv', ...day], { cwd: folder })
    expect(stdout).toContain('[procedure-code-title-mismatch]')
  })

  it('speaks JSON for programs and both languages for people', () => {
    const report = JSON.parse(tthc(['check', 'danh-muc', '--format', 'json', ...day], { cwd: folder }).stdout)
    const { findings, summary } = report.catalogs[0]
    expect(summary.error).toBe(findings.filter(({ severity }: { severity: string }) => severity === 'error').length)
    const english = tthc(['check', 'danh-muc', '--lang', 'en', ...day], { cwd: folder }).stdout
    for (const { message } of findings) expect(english).toContain(message.en)
  })

  it('prints errors only where asked to be quiet, and nothing where there are none', () => {
    expect(tthc(['check', 'danh-muc', '--quiet', ...day], { cwd: folder }).stdout).not.toContain('cảnh báo:')
    expect(tthc(['check', 'catalogs/mau', '--quiet', ...day])).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
