import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test, vi } from 'vitest'
import { exit } from '../../src/exit.js'
import { main } from '../../src/main.js'
import { memoryIo } from '../memory-io.js'
import { internalPhone } from '../sample.js'
import { shippedCatalog } from '../shipped-catalog.js'

// Workbooks take time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const files = shippedCatalog('mau')

async function tthc(argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const io = memoryIo({ files: { ...files, ...more } })
  const code = await main(argv, io)
  return { code, io, text: (path: string) => new TextDecoder().decode(io.files.get(path)), ...io.printed }
}

test('a folder gets a workbook, a CSV for each kind, and JSON; the next step is told', async () => {
  const { code, io, out, err } = await tthc(['export', 'mau', '--out', 'bang/'])
  expect(code).toBe(exit.ok)
  const written = [
    'bang/danh-muc.xlsx',
    'bang/thu-tuc.csv',
    'bang/linh-vuc.csv',
    'bang/can-bo.csv',
    'bang/danh-muc.json',
  ]
  expect(out).toBe(written.map(name => `Đã ghi ${name}\n`).join(''))
  expect(written.every(name => io.files.has(name))).toBe(true)
  expect(err).toContain('tthc import --update mau bang/danh-muc.xlsx --dry-run')
})

describe('one file', () => {
  test('a CSV of officers for programs: keys as headings, no guards, nothing of ours', async () => {
    const { code, text } = await tthc(['export', 'mau', '--out', 'a.csv', '--sheet', 'officers', '--plain-csv'])
    expect(code).toBe(exit.ok)
    const rows: string[][] = parse(text('a.csv'))
    expect(rows[0]).toEqual([
      'id',
      'name',
      'jobTitle',
      'phone',
      'extension',
      'email',
      'counter',
      'checkedOn',
      'mobileConsent',
      'absent',
    ])
    expect(rows[1]?.slice(0, 4)).toEqual([
      'ho-tich-1',
      'Nguyễn Thị Mai Anh',
      'Công chức Tư pháp - hộ tịch',
      '0274 0123 501',
    ])
  })

  test('a CSV for Excel: byte order mark, CRLF, codes as constants', async () => {
    const { text, io } = await tthc(['export', 'mau', '--out', 'a.csv', '--delimiter', ';'])
    expect(Buffer.from(io.files.get('a.csv') ?? []).subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf))
    expect(text('a.csv')).toMatch(/^Mã thủ tục;Tên thủ tục;/)
    expect(text('a.csv')).toContain('\r\n"=""2.000635""";')
  })

  test('JSON: values as the format has them, what is internal left out', async () => {
    const withSecret = files['mau/catalog.yaml']?.replace(
      'jobTitle: Công chức Tư pháp - hộ tịch\n',
      `internal: {phone: "${internalPhone}", note: riêng}\n`,
    )
    const { text } = await tthc(['export', 'mau', '--out', 'a.json'], { 'mau/catalog.yaml': withSecret ?? '' })
    const data = JSON.parse(text('a.json'))
    expect(Object.keys(data)).toEqual(['version', 'agency', 'publication', 'fields', 'officers', 'procedures'])
    expect(data.officers[0]).toMatchObject({ id: 'ho-tich-1', phone: '0274 0123 501' })
    expect(data.officers[0]).not.toHaveProperty('internal')
    expect(data.procedures[0]).toMatchObject({
      code: '2.000635',
      onlinePayment: true,
      channels: ['counter', 'online', 'post'],
    })
    expect(text('a.json')).not.toContain(internalPhone)
  })
})

describe('what is refused', () => {
  test('a file with other content is not overwritten, unless that is asked for', async () => {
    const argv = ['export', 'mau', '--out', 'a.csv']
    const first = await tthc(argv, { 'a.csv': 'bảng đang sửa' })
    expect([first.code, first.text('a.csv')]).toEqual([exit.failure, 'bảng đang sửa'])
    expect(first.err).toContain('--force')
    const second = await tthc([...argv, '--force'], { 'a.csv': 'bảng đang sửa' })
    expect([second.code, second.text('a.csv').startsWith('Mã thủ tục')]).toEqual([exit.ok, true])
  })

  test('a catalog with a record that cannot be read: it would be missing in the sheet', async () => {
    const broken = `${files['mau/catalog.yaml']}  - code: "1.000001"\n    titel: Sai khóa\n`
    const { code, out, err, io } = await tthc(['export', 'mau', '--out', 'a.xlsx'], { 'mau/catalog.yaml': broken })
    expect(code).toBe(exit.findings)
    expect(out).toContain('không có khóa “titel”')
    expect(err).toContain('chưa xuất bảng')
    expect(io.files.has('a.xlsx')).toBe(false)
  })

  test('several catalogs at once', async () => {
    const { code, err } = await tthc(['export', '.', '--out', 'a.xlsx'], { 'b/catalog.yaml': 'catalog: 1\n' })
    expect(code).toBe(exit.failure)
    expect(err).toContain('2 danh mục (b, mau)')
  })

  test('no --out', async () => {
    expect((await tthc(['export', 'mau'])).code).toBe(exit.usage)
  })
})

test('through the bundle: twice the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tthc-export-'))
  try {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    for (const out of ['1', '2']) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['bin/tthc.js', 'export', 'catalogs/mau', '--out', join(folder, out)],
        { cwd: root },
      )
      expect(status, String(stderr)).toBe(exit.ok)
    }
    const names = readdirSync(join(folder, '1'))
    expect(names).toHaveLength(5)
    for (const name of names) {
      expect(readFileSync(join(folder, '1', name)).equals(readFileSync(join(folder, '2', name)))).toBe(true)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
