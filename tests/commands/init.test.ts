import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { tthc } from '../bundle.js'
import { type MemoryWorld, memoryIo } from '../memory-io.js'

async function run(argv: readonly string[], world: MemoryWorld = {}) {
  const io = memoryIo(world)
  const code = await main(['init', ...argv], io)
  const catalog = io.files.get('moi/catalog.yaml')
  return { code, ...io.printed, files: io.files, catalog: catalog && new TextDecoder().decode(catalog) }
}

describe('somebody at the terminal', () => {
  it('is asked, and only Enter takes what stands in brackets', async () => {
    const answers = ['UBND phường Hoa Sữa', 'Bình Dương', '', '0274 3822 234', '', '']
    const { code, out, err, catalog } = await run(['moi'], { answers })
    expect(code).toBe(0)
    await expect(`${err}---\n${out}`).toMatchFileSnapshot('../cli/init-asked.txt')
    await expect(catalog).toMatchFileSnapshot('../cli/init-catalog.yaml')
  })

  it('is asked in English', async () => {
    const { err } = await run(['moi', '--lang', 'en'], { answers: ['UBND phường Hoa Sữa', '', '', '', '', ''] })
    expect(err).toContain('Telephone of the office [Enter to leave it out]: ')
  })

  it.each([
    ['a name', ['', 'x x x x', 'UBND phường Hoa Sữa'], 'Phải có tên cơ quan'],
    ['a province', ['UBND phường A', 'Bình Dươg', 'Bình Dương'], 'Có phải “Bình Dương” không?'],
    [
      'a telephone number, in the words of the rule',
      ['UBND phường A', 'Bình Dương', '', '0650 3822 234', '0274 3822 234'],
      'mã vùng cũ của Bình Dương; nay là 0274 3822 234',
    ],
    ['hours', ['UBND phường A', '', '', '', 'giờ hành chính', ''], 'Không hiểu giờ này'],
    ['hours that overlap', ['UBND phường A', '', '', '', '7h-11h, 10h-12h', ''], 'trùng với'],
    [
      'a field',
      ['UBND phường A', '', '', '', '', 'Hộ tịc', ''],
      'Không có lĩnh vực “Hộ tịc”; có phải “Hộ tịch” không?',
    ],
  ])('is asked again for %s that will not do, with the reason', async (_, answers, reason) => {
    const { code, err } = await run(['moi'], { answers: [...answers, '', '', '', '', '', ''] })
    expect(err.replace(/\s+/g, ' ')).toContain(reason)
    expect(code).toBe(0)
  })

  it('chooses fields by number and by name', async () => {
    const { catalog } = await run(['moi'], { answers: ['UBND phường A', '', '', '', '', '1, 2; tin nguong ton giao'] })
    expect(catalog?.match(/^ {2}- id: .*$/gm)).toHaveLength(3)
    expect(catalog).toContain('name: Tín ngưỡng, tôn giáo')
  })

  it('may leave at any question: nothing is written', async () => {
    const { code, err, files } = await run(['moi'], { answers: ['UBND phường A'] })
    expect([code, files.size]).toEqual([3, 0])
    expect(err).toContain('Đã dừng, chưa ghi gì')
  })

  it('is not asked what an option says', async () => {
    const argv = ['moi', '--name', 'UBND xã B', '--phone', '0274 3822 234', '--field', 'Hộ tịch', '--hours', '7h-11h']
    const { err, catalog } = await run(argv, { answers: ['', ''] })
    expect(err.split('\n').filter(line => line.includes(': ')).length).toBeLessThanOrEqual(2)
    expect(catalog).toContain('from: "07:00"')
  })

  it('is not asked anything with --yes', async () => {
    const { code, err } = await run(['moi', '--name', 'UBND xã B', '--yes'], { answers: [] })
    expect([code, err]).toEqual([0, ''])
  })
})

describe('options', () => {
  it.each([
    ['--phone', '12', 'của “--phone” không dùng được'],
    ['--hours', 'sáng', 'của “--hours” không dùng được'],
    ['--field', 'Hộ tịc', 'có phải “Hộ tịch” không?'],
    ['--province', 'Bình Dươg', 'Có phải “Bình Dương” không?'],
    ['--province', 'Binh Duong', 'Có phải “Bình Dương” không?'],
    ['--name', ' ', 'Phải có tên cơ quan'],
  ])('%s %s is wrong use', async (option, value, reason) => {
    const { code, err, files } = await run(['moi', '--name', 'UBND phường A', option, value])
    expect([code, files.size]).toEqual([2, 0])
    expect(err).toContain(reason)
  })

  it('all fields at once', async () => {
    const { out } = await run(['moi', '--name', 'UBND phường A', '--field', 'all'])
    expect(out).toMatch(/moi\/catalog\.yaml: \d{3} thủ tục, \d\d lĩnh vực/)
  })

  it('need a name where nobody can be asked', async () => {
    const { code, err } = await run(['moi'])
    expect(code).toBe(2)
    expect(err).toContain('thiếu tùy chọn “--name”')
  })
})

describe('a folder that holds YAML already', () => {
  it.each([
    ['a catalog', 'moi/catalog.yaml'],
    ['a part of one', 'moi/fields/ho-tich.yml'],
    ['a catalog further down', 'moi/phuong/a/catalog.yaml'],
    ['a file of that name', 'moi'],
  ])('%s: nothing is touched', async (_, path) => {
    const { code, err, files } = await run(['moi', '--name', 'UBND phường A'], { files: { [path]: 'catalog: 1\n' } })
    expect(code).toBe(3)
    expect(err).toContain(path)
    expect([...files.keys()]).toEqual([path])
    expect(new TextDecoder().decode(files.get(path))).toBe('catalog: 1\n')
  })
})

describe('the bundle', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tthc-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const argv = ['--name', 'UBND phường Hoa Sữa', '--date', '2026-11-23']

  it('writes one file into the working folder, which the check can read', () => {
    const { status, stderr } = tthc(['init', ...argv], { cwd: folder })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(readdirSync(folder)).toEqual(['catalog.yaml'])
    const { status: checked, stdout } = tthc(['check', '--format', 'json', '--date', '2026-11-23'], { cwd: folder })
    expect(checked).toBe(1)
    const [catalog] = JSON.parse(stdout).catalogs
    expect(catalog).toMatchObject({ procedures: 56, fields: 2, skippedRules: [] })
  })

  it('makes the folder, and refuses it the second time', () => {
    expect(tthc(['init', 'a/b/', ...argv], { cwd: folder }).status).toBe(0)
    const written = readFileSync(join(folder, 'a/b/catalog.yaml'), 'utf8')
    const again = tthc(['init', 'a/b', '--name', 'UBND phường Khác'], { cwd: folder })
    expect(again.status).toBe(3)
    expect(readFileSync(join(folder, 'a/b/catalog.yaml'), 'utf8')).toBe(written)
  })

  it('says what is in the way', () => {
    writeFileSync(join(folder, 'tep'), 'x')
    const { status, stderr } = tthc(['init', 'tep/moi', ...argv], { cwd: folder })
    expect(status).toBe(3)
    expect(stderr).toMatch(/^tthc: .*tep/)
    expect(stderr).not.toContain('    at ')
    mkdirSync(join(folder, 'co-khac'))
    writeFileSync(join(folder, 'co-khac/README.md'), 'x')
    expect(tthc(['init', 'co-khac', ...argv], { cwd: folder }).status).toBe(0)
    expect(existsSync(join(folder, 'co-khac/README.md'))).toBe(true)
  })
})
