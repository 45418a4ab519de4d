import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tthc } from '../bundle.js'

describe('build, as users run it', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tthc-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const out = () => join(folder, 'ra')

  it('writes files and names each one, and leaves nothing beside them', () => {
    const { status, stdout, stderr } = tthc(['build', 'catalogs/mau', '--out', out()])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const named = stdout.match(/(?<=^Đã ghi )(?!\d+ tệp).*$/gm) ?? []
    expect(named.length).toBeGreaterThan(1)
    for (const path of named) expect(existsSync(path), path).toBe(true)
    expect(readdirSync(folder)).toEqual(['ra'])
  })

  it('does not touch a folder with files of somebody else', () => {
    mkdirSync(out())
    writeFileSync(join(out(), 'luan-van.docx'), 'x')
    const { status, stderr } = tthc(['build', 'catalogs/mau', '--out', out()])
    expect(status).toBe(3)
    expect(stderr).toContain('luan-van.docx')
    expect(readdirSync(out())).toEqual(['luan-van.docx'])
  })

  it('writes nothing for a catalog with errors, and the errors where they can be read', () => {
    const { status, stdout } = tthc(['build', 'tests/broken/danh-muc-loi', '--out', out()])
    expect(status).toBe(1)
    expect(stdout).toContain('lỗi:')
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes a folder name with a stroke at its end', () => {
    expect(tthc(['build', 'catalogs/mau', '--out', `${out()}/`]).status).toBe(0)
    expect(tthc(['build', 'catalogs/mau', '--out', `${out()}/`]).status).toBe(0)
    expect(readdirSync(folder)).toEqual(['ra'])
    expect(readFileSync(join(out(), 'index.html'), 'utf8')).toContain('phường Hoa Mai')
  })

  it('says what is missing', () => {
    const { status, stderr } = tthc(['build', 'catalogs/mau'])
    expect([status, stderr]).toEqual([2, 'tthc: thiếu tùy chọn “--out <dir>”; xem tthc build --help\n'])
  })
})
