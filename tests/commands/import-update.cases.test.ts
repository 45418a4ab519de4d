import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { baseHeading, referenceHeading } from '../../src/catalog/exported-marks.js'
import { exit } from '../../src/exit.js'
import type { Io } from '../../src/io.js'
import { main } from '../../src/main.js'
import { type MemoryIo, memoryIo } from '../memory-io.js'
import { editCsv, editXlsx, type SheetEdit } from '../sheet-editing.js'

// Workbooks take time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Files = Readonly<Record<string, string>>

/** One file for each field, as the house layout has it. */
const perField: Files = {
  'a/catalog.yaml':
    'catalog: 1\nagency: {name: UBND phường Ví Dụ}\nofficers:\n  - id: ho-tich-1\n    name: Nguyễn Thị Ví Dụ\n',
  'a/fields/dat-dai.yaml':
    'fields:\n  - id: dat-dai\n    name: Đất đai\nprocedures:\n  - code: "1.003554"\n    title: Hòa giải tranh chấp đất đai\n    field: dat-dai\n',
  'a/fields/ho-tich.yaml':
    '# hộ tịch\nfields:\n  - id: ho-tich\n    name: Hộ tịch\n    officers: [ho-tich-1]\nprocedures:\n  - code: "1.001193"\n    title: Đăng ký khai sinh\n    field: ho-tich\n# cuối\n',
}

async function exported(files: Files, out = 'b.xlsx'): Promise<MemoryIo> {
  const io = memoryIo({ files })
  expect(await main(['export', 'a', '--out', out], io)).toBe(exit.ok)
  return io
}

async function corrected(files: Files, edit: SheetEdit): Promise<MemoryIo> {
  const io = await exported(files)
  io.files.set('b.xlsx', await editXlsx(io.files.get('b.xlsx') ?? new Uint8Array(), edit))
  io.printed.err = ''
  io.printed.out = ''
  return io
}

/** Written; the rules may have something to say of these small catalogs. */
const written = expect.toBeOneOf([exit.ok, exit.findings])
const update = (io: Io, ...more: string[]) => main(['import', 'b.xlsx', '--update', 'a', ...more], io)

function texts(io: MemoryIo): Files {
  const paths = [...io.files.keys()].filter(path => path.startsWith('a/')).sort()
  return Object.fromEntries(paths.map(path => [path, new TextDecoder().decode(io.files.get(path))]))
}

describe('where new records go', () => {
  test('a procedure into the file of its field', async () => {
    const io = await corrected(perField, book =>
      book.add('Thủ tục', { 'Mã thủ tục': '1.000894', 'Tên thủ tục': 'Đăng ký kết hôn', 'Lĩnh vực': 'Hộ tịch' }),
    )
    expect(await update(io)).toEqual(written)
    expect(texts(io)).toEqual({
      ...perField,
      'a/fields/ho-tich.yaml': perField['a/fields/ho-tich.yaml']?.replace(
        '# cuối',
        '  - code: "1.000894"\n    title: Đăng ký kết hôn\n    field: ho-tich\n# cuối',
      ),
    })
  })

  test('a field into a file of its own, where every field has one, and its procedures with it', async () => {
    const io = await corrected(perField, book => {
      book.add('Lĩnh vực', {
        'Mã lĩnh vực': 'chung-thuc',
        'Tên lĩnh vực': 'Chứng thực',
        'Cán bộ phụ trách': 'Nguyễn Thị Ví Dụ',
      })
      for (const [code, title] of [
        ['2.000815', 'Chứng thực bản sao'],
        ['2.000884', 'Chứng thực chữ ký'],
      ] as const) {
        book.add('Thủ tục', { 'Mã thủ tục': code, 'Tên thủ tục': title, 'Lĩnh vực': 'Chứng thực' })
      }
    })
    expect(await update(io), io.printed.err).toEqual(written)
    expect(texts(io)).toEqual({
      ...perField,
      'a/fields/chung-thuc.yaml': [
        'fields:',
        '  - id: chung-thuc',
        '    name: Chứng thực',
        '    officers: [ho-tich-1]',
        'procedures:',
        '  - code: "2.000815"',
        '    title: Chứng thực bản sao',
        '    field: chung-thuc',
        '  - code: "2.000884"',
        '    title: Chứng thực chữ ký',
        '    field: chung-thuc',
        '',
      ].join('\n'),
    })
  })

  test('an officer behind the last one; the first record of an empty catalog into catalog.yaml', async () => {
    const io = await corrected(perField, book =>
      book.add('Cán bộ', { 'Mã cán bộ': 'dat-dai-1', 'Họ và tên': 'Lê Văn Thử', 'Điện thoại': '+84 274 0123 405' }),
    )
    expect(await update(io)).toEqual(written)
    expect(texts(io)['a/catalog.yaml']).toBe(
      `${perField['a/catalog.yaml']}  - id: dat-dai-1\n    name: Lê Văn Thử\n    phone: "+84 274 0123 405"\n`,
    )
    const empty = await corrected({ 'a/catalog.yaml': 'catalog: 1\n' }, book =>
      book.add('Lĩnh vực', { 'Mã lĩnh vực': 'ho-tich', 'Tên lĩnh vực': 'Hộ tịch' }),
    )
    expect(await update(empty)).toEqual(written)
    expect(texts(empty)['a/catalog.yaml']).toBe('catalog: 1\nfields:\n  - id: ho-tich\n    name: Hộ tịch\n')
  })
})

const retitled: SheetEdit = book => {
  book.set('Thủ tục', '1.003554', 'Tên thủ tục', 'Hòa giải đất đai')
  book.set('Thủ tục', '1.001193', 'Tên thủ tục', 'Khai sinh')
}

describe('writing', () => {
  test('a file that changes while we work is not overwritten, and no other file is', async () => {
    const io = await corrected(perField, retitled)
    const mine = { ...perField, 'a/fields/ho-tich.yaml': `${perField['a/fields/ho-tich.yaml']}# người khác\n` }
    let reads = 0
    const racing: Io = {
      ...io,
      async readBytes(path) {
        const bytes = await io.readBytes(path)
        if (path.endsWith('ho-tich.yaml') && ++reads === 1)
          io.files.set(path, new TextEncoder().encode(mine[path as keyof typeof mine]))
        return bytes
      },
    }
    expect(await update(racing)).toBe(exit.failure)
    expect(io.printed.err).toContain('vừa được sửa ở nơi khác')
    expect(texts(io)).toEqual(mine)
  })

  test('where one file cannot be written, those before it are put back', async () => {
    const io = await corrected(perField, retitled)
    const failing: Io = {
      ...io,
      async write(path, content, expected) {
        if (path.endsWith('ho-tich.yaml')) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return io.write(path, content, expected)
      },
    }
    expect(await update(failing)).toBe(exit.failure)
    expect(io.printed.err).toContain('ENOSPC')
    expect(texts(io)).toEqual(perField)
  })

  test('a value that an alias shares is not edited for both', async () => {
    const files = {
      'a/catalog.yaml':
        'catalog: 1\nprocedures:\n  - {code: "1.001193", title: a, field: x, authority: &ai UBND phường}\n  - {code: "1.003554", title: b, field: x, authority: *ai }\n',
    }
    const io = await corrected(files, book => book.set('Thủ tục', '1.001193', 'Cơ quan giải quyết', 'UBND xã'))
    expect(await update(io)).toBe(exit.failure)
    expect(io.printed.err).toContain('sửa tay')
    expect(texts(io)).toEqual(files)
    const other = await corrected(files, book => book.set('Thủ tục', '1.003554', 'Cơ quan giải quyết', 'UBND xã'))
    expect(await update(other)).toEqual(written)
    expect(texts(other)['a/catalog.yaml']).toBe(files['a/catalog.yaml'].replace('*ai }', 'UBND xã }'))
  })

  test('Windows line ends and a byte order mark stay', async () => {
    const text = `\uFEFF${perField['a/fields/ho-tich.yaml']?.replaceAll('\n', '\r\n')}`
    const io = await corrected({ 'a/catalog.yaml': 'catalog: 1\r\n', 'a/x.yaml': text }, book => {
      book.set('Thủ tục', '1.001193', 'Tên ngắn', 'Khai sinh')
      book.set('Lĩnh vực', 'ho-tich', 'Quầy', 'Quầy 1')
    })
    expect(await update(io)).toEqual(written)
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(io.files.get('a/x.yaml'))).toBe(
      text
        .replace('Đăng ký khai sinh\r\n', 'Đăng ký khai sinh\r\n    shortTitle: Khai sinh\r\n')
        .replace('[ho-tich-1]\r\n', '[ho-tich-1]\r\n    counter: Quầy 1\r\n'),
    )
  })
})

describe('what is refused', () => {
  test.each([
    [['--delete'], '--update'],
    [['--take', 'sheet'], '--update'],
    [['--update', 'a', '--out', 'x'], '--out'],
    [['--update', 'a', '--report', 'x.xlsx'], '--report'],
    [['--update', 'a', '--take', 'mine'], '--take'],
  ])('%j is wrong use', async (options, word) => {
    const io = await exported(perField)
    expect(await main(['import', 'b.xlsx', ...options], io)).toBe(exit.usage)
    expect(io.printed.err).toContain(word)
  })

  test.each([
    ['no such file', {}, 'b.xlsx'],
    ['a text', { 'b.xlsx': 'xin chào' }, 'tthc export'],
    ['a plain CSV', { 'b.xlsx': 'Mã thủ tục,Tên thủ tục\n1.001193,x\n' }, 'tthc export'],
  ])('%s', async (_, more, word) => {
    const io = memoryIo({ files: { ...perField, ...more } })
    expect(await update(io)).toBe(exit.failure)
    expect(io.printed.err).toContain(word)
    expect(texts(io)).toEqual(perField)
  })

  test.each<[string, (sheets: Map<string, string[][]>) => void, string]>([
    ['a workbook without its hidden sheet', sheets => void sheets.delete('_goc'), 'không phải bảng do tthc export ghi'],
    ['a workbook of another version', sheets => void sheets.get('_goc')?.[0]?.splice(1, 1, '9'), 'một bản tthc khác'],
    [
      'a sheet without its hidden column',
      sheets => {
        const rows = sheets.get('Thủ tục') ?? []
        const column = rows[0]?.indexOf(referenceHeading) ?? -1
        for (const row of rows) row.splice(column, 1)
      },
      'cột ẩn “tthc”',
    ],
  ])('%s', async (_, change, word) => {
    const io = await corrected(perField, book => change(book.sheets))
    expect(await update(io)).toBe(exit.failure)
    expect(io.printed.err).toContain(word)
    expect(texts(io)).toEqual(perField)
  })

  test('a sheet whose column of codes is gone, or that has a column twice', async () => {
    const gone = await corrected(perField, book => {
      for (const row of book.sheets.get('Thủ tục') ?? []) row.splice(0, 1)
    })
    expect(await update(gone)).toBe(exit.findings)
    expect(gone.printed.err).toContain('đã mất cột “Mã thủ tục”')
    const twice = await corrected(perField, book => book.addColumn('Thủ tục', 'Tên thủ tục', 'x'))
    expect(await update(twice)).toBe(exit.findings)
    expect(twice.printed.err).toMatch(/Thủ tục!A[A-Z]1: lỗi Có hai cột “Tên thủ tục”/)
    expect(texts(twice)).toEqual(perField)
  })

  test('a CSV that has lost its Vietnamese letters', async () => {
    const io = await exported(perField, 'b.csv')
    const bytes = editCsv(io.files.get('b.csv') ?? new Uint8Array(), () => {})
    const ascii = Buffer.from(new TextDecoder().decode(bytes).replace(/[^\p{ASCII}]/gu, '?'))
    const wide = Buffer.from(new TextDecoder().decode(bytes), 'latin1')
    for (const [content, word] of [
      [ascii, 'mất chữ Việt'],
      [wide, 'UTF-8'],
    ] as const) {
      io.files.set('b.csv', content)
      io.printed.err = ''
      expect(await main(['import', 'b.csv', '--update', 'a'], io)).toBe(exit.failure)
      expect(io.printed.err).toContain(word)
      expect(texts(io)).toEqual(perField)
    }
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, -5), '1.001193'],
    ['cut short, and the code another', (text: string) => text.slice(0, -5), '1.000894'],
    ['emptied', () => '', '1.001193'],
  ])('a CSV with a hidden cell %s', async (_, damage, code) => {
    const io = await exported(perField, 'b.csv')
    const edited = editCsv(io.files.get('b.csv') ?? new Uint8Array(), ({ sheets }) => {
      const [heads = [], ...rows] = sheets.get('csv') ?? []
      const row = rows.find(cells => cells.some(cell => cell.includes('1.001193'))) ?? []
      for (const [at, heading] of heads.entries()) if (heading.startsWith(baseHeading)) row[at] = damage(row[at] ?? '')
      row[0] = code
    })
    io.files.set('b.csv', edited)
    expect(await main(['import', 'b.csv', '--update', 'a', '--delete'], io)).toBe(exit.findings)
    expect(io.printed.err).toContain(`Ô ẩn của dòng “${code}” (giữ nội dung đã xuất) bị hỏng hoặc bị xóa`)
    expect(io.printed.err).toContain('xuất bảng mới')
    expect(io.printed.err).not.toContain('đã có ở một dòng khác')
    expect(texts(io)).toEqual(perField)
  })

  test('a catalog with a record that cannot be read', async () => {
    const io = await corrected(perField, retitled)
    const broken = `${perField['a/catalog.yaml']}  - id: x\n    nam: y\n`
    io.files.set('a/catalog.yaml', new TextEncoder().encode(broken))
    expect(await update(io)).toBe(exit.findings)
    expect(io.printed.out).toContain('a/catalog.yaml')
    expect(texts(io)).toEqual({ ...perField, 'a/catalog.yaml': broken })
  })
})

test('a sheet that was deleted deletes nothing', async () => {
  const io = await corrected(perField, book => void book.sheets.delete('Thủ tục'))
  expect(await update(io, '--delete')).toBe(exit.ok)
  expect(texts(io)).toEqual(perField)
})

test('what the sheet brings in and the rules object to is told at once; what was there before is not', async () => {
  const io = await corrected(perField, book => book.set('Cán bộ', 'ho-tich-1', 'Điện thoại', '0274 12'))
  expect(await update(io)).toBe(exit.findings)
  expect(io.printed.err).toContain('[phone-malformed]')
  expect(io.printed.err).not.toContain('[publication-date-missing]')
  expect(texts(io)['a/catalog.yaml']).toContain('phone: "0274 12"')
})

test('in English', async () => {
  const io = await corrected(perField, retitled)
  expect(await update(io, '--lang', 'en')).toEqual(written)
  expect(io.printed.err).toContain('Title: “Đăng ký khai sinh” → “Khai sinh” (Thủ tục!B3)')
  expect(io.printed.err).toContain('Changed 2 cells of 2 records, 0 added, 0 deleted, in 2 files')
})

describe('through the bundle', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tthc-update-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const tthc = (...argv: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/tthc.js'), ...argv], { cwd: folder, encoding: 'utf8' })

  test('out, corrected, and back', async () => {
    cpSync(join(root, 'catalogs/dinh-hoa'), join(folder, 'dh'), { recursive: true })
    expect(tthc('export', 'dh', '--out', 'b.xlsx').status).toBe(exit.ok)
    const edited = await editXlsx(readFileSync(join(folder, 'b.xlsx')), book =>
      book.set('Cán bộ', 'ho-tich-1', 'Điện thoại', '0274 0123 499'),
    )
    writeFileSync(join(folder, 'b.xlsx'), edited)
    const dry = tthc('import', 'b.xlsx', '--update', 'dh', '--dry-run')
    expect([dry.status, dry.stdout.split('\n').filter(line => /^[-+] /.test(line))]).toEqual([
      exit.ok,
      ['-    phone: "0274 0123 401"', '+    phone: "0274 0123 499"'],
    ])
    const before = readFileSync(join(folder, 'dh/catalog.yaml'), 'utf8')
    expect(tthc('import', 'b.xlsx', '--update', 'dh').status).toBe(exit.ok)
    expect(readFileSync(join(folder, 'dh/catalog.yaml'), 'utf8')).toBe(before.replace('0274 0123 401', '0274 0123 499'))
    expect(readdirSync(join(folder, 'dh')).filter(name => name.endsWith('.new'))).toEqual([])
    expect(tthc('import', 'b.xlsx', '--update', 'dh').stderr).toContain('Không có gì phải sửa')
  }, 30_000)
})
