import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { statsCsv } from '../../src/renderers/stats-csv.js'
import { renderStats } from '../../src/renderers/stats-html.js'
import { percent } from '../../src/reports/percent.js'
import { statsText } from '../../src/reports/stats-text.js'
import { statsView } from '../../src/views/stats.js'
import { tthc } from '../bundle.js'
import { memoryIo } from '../memory-io.js'
import { hostileCatalog, sampleCatalog } from '../sample.js'

const day = ['--date', '2022-07-15']

describe('the bundle', () => {
  it.each([
    ['stats-dinh-hoa', ['catalogs/dinh-hoa']],
    ['stats-all-en', ['catalogs', '--lang', 'en']],
  ])('%s', async (name, args) => {
    const { status, stdout, stderr } = tthc(['stats', ...args, ...day])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    await expect(stdout).toMatchFileSnapshot(`../cli/${name}.txt`)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('counts as the check does', () => {
    const figures = JSON.parse(tthc(['stats', 'catalogs/dinh-hoa', '--format', 'json', ...day]).stdout)
    expect(figures).toMatchObject({ version: 1, date: '2022-07-15', unread: 0, procedures: 133, fields: 35 })
    // Of NĐ 43/2011: the 7 of level 4 and the 54 of level 3.
    expect(figures.online).toMatchObject({ count: 61, of: 133 })
  })

  it('writes a sheet that reads back', () => {
    const { stdout } = tthc(['stats', 'catalogs/dinh-hoa', '--format', 'csv', ...day])
    const rows: Record<string, string>[] = parse(stdout, { bom: true, columns: true })
    expect(rows.find(row => row['Mã'] === 'level-4')).toMatchObject({ 'Số lượng': '7', 'Trên tổng số': '133' })
  })

  it('writes the same page twice', () => {
    const args = ['stats', 'catalogs/dinh-hoa', '--format', 'html', ...day]
    const { stdout } = tthc(args)
    expect(stdout).toContain('<title>Thống kê thủ tục hành chính: UBND phường Định Hòa</title>')
    expect(tthc(args).stdout).toBe(stdout)
  })

  it('writes into a file, but not over a catalog', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-'))
    const file = join(folder, 'bao-cao/thong-ke.html')
    const { status, stdout } = tthc(['stats', 'catalogs/mau', '--format', 'html', '--out', file, ...day])
    expect([status, stdout]).toEqual([0, `Đã ghi ${file}\n`])
    expect(readFileSync(file, 'utf8')).toBe(tthc(['stats', 'catalogs/mau', '--format', 'html', ...day]).stdout)
    expect(readdirSync(join(folder, 'bao-cao'))).toEqual(['thong-ke.html'])
    expect(tthc(['stats', 'catalogs/mau', '--out', join(folder, 'catalog.yaml')]).status).toBe(2)
    expect(tthc(['stats', 'catalogs/mau', '--out', join(file, 'x')]).status).toBe(3)
    rmSync(folder, { recursive: true })
  })

  it('reads standard input', () => {
    expect(tthc(['stats', '-'], { input: 'catalog: 1\nagency: {name: UBND xã A}\n' }).stdout).toContain(
      'UBND xã A: 0 thủ tục, 0 lĩnh vực, 0 cán bộ',
    )
  })

  it('says where the figures are too low', () => {
    const { status, stdout, stderr } = tthc(['stats', '-'], { input: 'catalog: 1\nfields:\n  - id: a\n' })
    expect(status).toBe(1)
    expect(stdout).toContain('0 lĩnh vực')
    expect(stderr).toBe('tthc: 1 chỗ không đọc được nên chưa tính vào số liệu trên; xem tthc check\n')
  })

  it('refuses what is not there, and forms that it does not know', () => {
    expect(tthc(['stats', 'khong-co']).status).toBe(3)
    expect(tthc(['stats', '--format', 'xml']).status).toBe(2)
  })
})

describe('the days after which a contact is old', () => {
  it('are those of the configuration', async () => {
    const files = {
      'x/catalog.yaml':
        'catalog: 1\nagency: {name: A}\nofficers:\n  - {id: a, name: A, phone: "0274 3000 001", checkedOn: 2026-11-01}\n',
      'x/tthc.config.yaml': 'rules:\n  contact-unchecked: {days: 10}\n',
    }
    const io = memoryIo({ files, today: '2026-11-23' })
    await main(['stats', 'x', '--format', 'json'], io)
    expect(JSON.parse(io.printed.out).contacts.map(({ id }: { id: string }) => id)).toEqual(['old'])
  })
})

describe('the page', () => {
  const empty = { path: 'x', officers: [], fields: [], procedures: [] }
  const page = (...catalogs: readonly (typeof sampleCatalog)[]) =>
    renderStats(
      statsView(
        catalogs.map(catalog => ({ catalog, maximumAge: 180 })),
        '2022-07-15',
      ),
      'vi',
      '2022-07-15',
    )

  it.each([
    ['a small catalog', [sampleCatalog]],
    ['two catalogs', [sampleCatalog, empty]],
    ['a catalog full of markup', [hostileCatalog]],
    ['a catalog that says nothing', [empty]],
  ])('of %s is valid', async (_, catalogs) => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    const report = await validator.validateString(await page(...catalogs))
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('lets no text of a catalog become markup', async () => {
    expect(await page(hostileCatalog)).not.toMatch(/<script|<img|<b>/i)
  })

  it('needs no other file and runs nothing', async () => {
    const html = await page(sampleCatalog)
    expect(html).toContain('default-src &#x27;none&#x27;')
    expect(html).not.toMatch(/(?:src|href)=|@import|https?:\/\//)
  })

  it('says in the table all that the bars show', async () => {
    const html = await page(sampleCatalog)
    const bars = html.match(/<svg/g)?.length ?? 0
    expect(bars).toBeGreaterThan(10)
    expect(html.match(/<svg [^>]*aria-hidden="true"/g)).toHaveLength(bars)
    expect(html.match(/<td class="bar"><svg/g)).toHaveLength(bars)
  })
})

describe('text and sheet', () => {
  const view = statsView([{ catalog: { ...hostileCatalog, path: '=1+1' }, maximumAge: 180 }], '2022-07-15')

  it('no control sign of a catalog reaches the terminal', () => {
    const agency = { name: 'A\u001B[2J', shortName: 'A\u001B[2J' }
    const text = statsText(statsView([{ catalog: { ...sampleCatalog, agency }, maximumAge: 180 }], '2022-07-15'), 'vi')
    expect(text).not.toContain('\u001B')
  })

  it('no text of a catalog becomes a formula', () => {
    const cells: string[][] = parse(statsCsv(view, 'vi'), { bom: true })
    expect(cells.flat().filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells.flat()).toContain("'=1+1")
  })
})

describe('a share', () => {
  it.each([
    [0, 0, '–'],
    [0, 5, '0%'],
    [5, 5, '100%'],
    [1, 3, '33,3%'],
    [1, 9999, '0,1%'],
    [9998, 9999, '99,9%'],
  ])('%i of %i is %s', (count, of, text) => {
    expect(percent(count, of, 'vi')).toBe(text)
  })
})
