import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { main } from '../../src/main.js'
import { boardKindNames, orientationNames, sheetPaperNames, wallPaperNames } from '../../src/program/board-choices.js'
import { orientations, sheetPapers, wallPapers } from '../../src/renderers/board-paper.js'
import { boardKinds } from '../../src/renderers/board-sheet.js'
import { renderBoardStatus } from '../../src/renderers/board-status.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { boardStatusAddress } from '../../src/views/addresses.js'
import { boardView } from '../../src/views/board.js'
import { readRegister } from '../../src/views/board-register.js'
import { readCatalogs } from '../../src/workspace/read.js'
import { type MemoryWorld, memoryIo } from '../memory-io.js'

// Every kind of board is laid out, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const catalog = readFileSync(join(root, 'catalogs/mau/catalog.yaml'), 'utf8')
const changed = catalog
  .replace('0274 0123 501', '0274 0123 599')
  .replace('date: 2026-11-01\n  reviewBy', 'date: 2026-12-01\n  reviewBy')

function world(more: Partial<MemoryWorld> = {}, files: Record<string, string> = {}) {
  return memoryIo({ files: { 'mau/catalog.yaml': catalog, ...files }, ...more })
}

async function run(line: string, io = world()) {
  const code = await main([...line.split(' '), '--lang', 'en'], io)
  return { code, io, ...io.printed, files: io.files }
}

function text(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path))
}

/** A browser that prints nothing but what it was given. */
const printer = {
  env: { CHROMIUM_PATH: '/opt/chrome' },
  files: { 'mau/catalog.yaml': catalog, '/opt/chrome': '' },
  browser: async () => ({
    pdf: async (html: string) =>
      new TextEncoder().encode(`%PDF ${html.length} /CreationDate (D:20200102030405+00'00')`),
    close: async () => {},
  }),
}

describe('tthc board', () => {
  test('writes a page of every kind, and what they show, and says how far they are read', async () => {
    const { code, files, out } = await run('board mau --out boards')
    expect(code).toBe(0)
    expect([...files.keys()].filter(name => name.startsWith('boards/')).sort()).toEqual([
      'boards/.tthc-files',
      'boards/bang-lon.html',
      'boards/boards.json',
      'boards/can-bo.html',
      'boards/danh-sach.html',
      'boards/linh-vuc.html',
      'boards/phan-anh.html',
      'boards/the-quay.html',
      'boards/thu-tuc.html',
    ])
    expect(out).toContain('thu-tuc: 5 boards, 5 pages A4 portrait; smallest letters 3.5 mm high, read from 0.70 m')
    expect(out).toContain('at least 1/200 of the reading distance')
  })

  test('the register names every board with its code, file, pages and letters', async () => {
    const { files } = await run('board mau --kind procedure,index --out boards')
    const register = readRegister(text(files, 'boards/boards.json'))
    expect(register?.date).toBe('2026-11-01')
    expect(register?.boards.map(({ kind, file, pages, paper }) => [kind, file, pages, paper])).toEqual([
      ...[1, 2, 3, 4, 5].map(page => ['procedure', 'thu-tuc.html', [page, page], 'A4']),
      ['index', 'danh-sach.html', [1, 1], 'A4'],
    ])
    for (const { code, shows, letterHeight } of register?.boards ?? []) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{3}$/)
      expect(letterHeight).toBe(3.5)
      for (const id of shows) expect(register?.records[id]).toBeDefined()
    }
  })

  test('the same catalog makes the same bytes, on another day, too', async () => {
    const [first, again] = [await run('board mau --out boards'), await run('board mau --out boards --date 2026-11-24')]
    expect(again.files).toEqual(first.files)
  })

  test('a catalog with errors is not printed; with --allow-errors every board says so', async () => {
    const broken = { 'mau/catalog.yaml': catalog.replace('0274 0123 501', '0274') }
    const refused = await run('board mau --out boards', world({}, broken))
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('The catalog has errors, so no board was made')
    expect([...refused.files.keys()].some(name => name.startsWith('boards/'))).toBe(false)
    const trial = await run('board mau --out boards --allow-errors --kind index', world({}, broken))
    expect(trial.code).toBe(0)
    expect(text(trial.files, 'boards/danh-sach.html')).toContain('danh mục còn 1 lỗi chưa sửa')
  })

  test('a board that nobody can read is refused, and nothing is written', async () => {
    const { code, err, files } = await run(
      'board mau --kind wall,index --wall-paper A3 --sheets 1 --distance 3 --out boards',
    )
    expect(code).toBe(1)
    expect(err).toMatch(/The wall board .* 15\.0 mm/)
    expect([...files.keys()].some(name => name.startsWith('boards/'))).toBe(false)
  })

  test('PDF, dated by us', async () => {
    const { code, files } = await run('board mau --kind index --pdf --out boards --date 2026-11-23', world(printer))
    expect(code).toBe(0)
    expect(text(files, 'boards/danh-sach.pdf')).toMatch(/^%PDF \d+ \/CreationDate \(D:20261123000000\+07'00'\)$/)
  })

  test.each([
    ['no browser', {}, 'This machine has no Chrome, Edge or Chromium'],
    [
      'a browser that does not start',
      { ...printer, browser: async () => Promise.reject(new Error('no display\nand more')) },
      'could not print the PDF: no display',
    ],
  ])('%s: nothing is written', async (_, more, message) => {
    const { code, err, files } = await run(
      'board mau --kind index --pdf --out boards',
      world(more as Partial<MemoryWorld>),
    )
    expect(code).toBe(3)
    expect(err).toContain(message)
    expect([...files.keys()].some(name => name.startsWith('boards/'))).toBe(false)
  })

  test('a browser that was named and is not there', async () => {
    const { code, err } = await run('board mau --kind index --pdf --browser /no/such --out boards')
    expect([code, err]).toEqual([3, 'tthc: There is no browser at “/no/such”\n'])
  })

  test.each([
    ['board mau', /--out/],
    ['board mau --out b --kind wal', /choose from wall, field/],
    ['board mau --out b --distance 0', /metres from 0\.2/],
    ['board mau --out b --base-url javascript:alert(1)', /whole address of a folder/],
    ['board mau --out b --sheets 0', /at least 1/],
    ['board mau --out b --bleed 30', /millimetres/],
    ['board mau --out b --wall-paper B1', /B1/],
    ['board verify xyz', /no code of a board/],
    ['build mau --out b --single-file --boards boards', /'--single-file' cannot be used with option '--boards <dir>'/],
    ['build mau --out b --single-file --base-url https://x.vn/', /cannot be used with option '--base-url <url>'/],
  ])('%s is wrong use', async (line, message) => {
    const { code, err } = await run(line)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })

  test.each([
    ['--only 1.001194', /no procedure and no field is called “1\.001194” \(Did you mean 1\.001193\?\)/],
    ['--only ho-tich,cung-chung', /“cung-chung” \(Did you mean chung-thuc\?\)/],
    ['--only ho-tich --kind wall', /--only goes with boards of fields and of procedures/],
  ])('%s makes no board, and takes none away', async (choice, message) => {
    const io = world()
    await run('board mau --kind index --out boards', io)
    const before = new Map(io.files)
    const { code, err, files } = await run(`board mau ${choice} --out boards`, io)
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(files).toEqual(before)
  })

  test.each(['board . --kind index', 'build . --single-file'])(
    '%s: a catalog above another has a folder of its own name',
    async line => {
      const io = memoryIo({ files: { 'catalog.yaml': catalog, 'thu-tuc/catalog.yaml': catalog } })
      const { code, files } = await run(`${line} --out ra`, io)
      expect(code).toBe(0)
      const folders = [...files.keys()]
        .filter(name => /^ra\/(?!\.tthc-files)/.test(name))
        .map(name => name.split('/')[1])
      expect([...new Set(folders)].sort()).toEqual(['kho', 'thu-tuc'])
    },
  )

  test('QR codes lead to the site that was named', async () => {
    const { files } = await run('board mau --kind procedure --out boards --base-url https://phuong.example.vn/tthc')
    const page = text(files, 'boards/thu-tuc.html')
    expect(page).toMatch(
      /href="https:\/\/phuong\.example\.vn\/tthc\/thu-tuc\/1\.001193\/\?b(?:=|&#x3D;)[0-9A-Z]{5}-[0-9A-Z]{3}"/,
    )
  })

  test('the words of the command line are those of the boards', () => {
    expect(boardKindNames).toEqual(boardKinds)
    expect(wallPaperNames).toEqual(wallPapers)
    expect(sheetPaperNames).toEqual(sheetPapers)
    expect(orientationNames).toEqual(orientations)
  })

  test('the real program prints boards', () => {
    const out = mkdtempSync(join(tmpdir(), 'tthc-board-'))
    try {
      const target = join(out, 'boards')
      const ran = spawnSync(
        process.execPath,
        ['bin/tthc.js', 'board', 'catalogs/mau', '--kind', 'wall', '--out', target],
        { cwd: root, encoding: 'utf8' },
      )
      expect(ran.stderr).toBe('')
      expect(ran.status).toBe(0)
      expect(existsSync(join(target, 'bang-lon.html'))).toBe(true)
    } finally {
      rmSync(out, { recursive: true })
    }
  })
})

describe('--since', () => {
  const files = { 'mau/catalog.yaml': changed, 'cu/catalog.yaml': catalog }

  test('an officer’s number changed: only what shows it is made, strips for the wall, and a list', async () => {
    const { code, files: written, out } = await run('board mau --since cu --out boards', world({}, files))
    expect(code).toBe(0)
    const list = text(written, 'boards/thay-bang.txt')
    expect(list).toContain('danh mục ngày 01/11/2026 → 01/12/2026')
    expect(list).toContain('Cán bộ Nguyễn Thị Mai Anh: điện thoại 0274 0123 501 → 0274 0123 599')
    expect(out).toContain('  - bảng lớn: tờ 1 (băng dán: bang-dan)')
    expect(out).toContain('  - linh-vuc: 2 bảng, trang 1–2')
    expect(list).toMatch(/GỠ XUỐNG\n- [0-9A-Z-]{9} {2}Lĩnh vực Hộ tịch\n/)
    expect(list).toMatch(/Băng dán “Lĩnh vực Hộ tịch”: bảng lớn, tờ 1, cột \d, ô 1/)
    expect([...written.keys()].filter(name => name.endsWith('.html')).sort()).toEqual([
      'boards/bang-dan.html',
      'boards/can-bo.html',
      'boards/linh-vuc.html',
      'boards/the-quay.html',
      'boards/thu-tuc.html',
    ])
    const strips = text(written, 'boards/bang-dan.html')
    expect(strips).toContain('0274 0123 599')
    expect(strips).not.toContain('0274 0123 502')
  })

  test('a strip is as large as the place that it covers, and stands in the old grid', async () => {
    const before = await run('board cu --kind wall --out boards', world({}, files))
    const wall = text(before.files, 'boards/bang-lon.html')
    const band =
      /class="fill" role="presentation" style="left:[\d.]+mm;top:[\d.]+mm;(width:[\d.]+mm;height:[\d.]+mm)/.exec(
        wall,
      )?.[1]
    const { files: written } = await run('board mau --kind wall --since cu --out boards', world({}, files))
    expect(text(written, 'boards/bang-dan.html')).toContain(band)
  })

  test('nothing changed but the day: nothing has to be printed', async () => {
    const same = {
      ...files,
      'mau/catalog.yaml': catalog.replace('date: 2026-11-01\n  reviewBy', 'date: 2026-12-01\n  reviewBy'),
    }
    const { code, files: written, out } = await run('board mau --since cu --out boards', world({}, same))
    expect(code).toBe(0)
    expect(out).toContain('Không có bảng nào phải thay.')
    expect([...written.keys()].filter(name => name.endsWith('.html'))).toEqual([])
  })

  test('a procedure that came: the wall is made anew, and the list says why', async () => {
    const more = changed
      .replace('procedures: 5', 'procedures: 6')
      .concat(
        '  - code: "2.000992"\n    title: Chứng thực chữ ký người dịch\n    field: chung-thuc\n    serviceLevel: none\n    processingTime: trong ngày\n    fees: none\n    applicants: [citizen]\n    authority: UBND phường\n    channels: [counter]\n    legalBases: [23/2015/NĐ-CP]\n',
      )
    const {
      code,
      files: written,
      err,
    } = await run('board mau --since cu --out boards --allow-errors', world({}, { ...files, 'mau/catalog.yaml': more }))
    expect([code, err]).toEqual([0, ''])
    expect(text(written, 'boards/thay-bang.txt')).toContain(
      'Bảng lớn phải in lại toàn bộ: số thủ tục hoặc số lĩnh vực đã khác',
    )
    expect(written.has('boards/bang-lon.html')).toBe(true)
    expect(written.has('boards/bang-dan.html')).toBe(false)
  })

  test('a state in which there was no catalog is a failure', async () => {
    const { code, err } = await run('board mau --since no-such --out boards')
    expect(code).toBe(3)
    expect(err).toContain('git')
  })
})

describe('tthc board verify', () => {
  async function printed() {
    const io = world({}, { 'moi/catalog.yaml': changed })
    await run('board mau --out boards', io)
    const register = readRegister(text(io.files, 'boards/boards.json'))
    const of = (subject: string) => register?.boards.find(board => board.subject === subject)?.code ?? ''
    return { io, register, of }
  }

  async function verify(line: string, io: ReturnType<typeof world>) {
    io.printed.out = ''
    const code = await main([...`board verify ${line} --lang en`.split(' ')], io)
    return { code, out: io.printed.out }
  }

  test('current, by the register and by the catalog of today', async () => {
    const { io, of } = await printed()
    for (const line of [`${of('1.001193')} --boards boards`, `${of('1.001193')} mau --boards boards/boards.json`]) {
      const { code, out } = await verify(line, io)
      expect([code, out]).toEqual([0, `${of('1.001193')}: current (1.001193 Khai sinh, list of 2026-11-01)\n`])
    }
  })

  test('as it is typed from paper', async () => {
    const { io, of } = await printed()
    const typed = of('1.001193').replace('-', '').toLowerCase()
    expect((await verify(`${typed} --boards boards`, io)).code).toBe(0)
  })

  test('superseded, since when and by which change', async () => {
    const { io, of } = await printed()
    const { code, out } = await verify(`${of('ho-tich')} moi --boards boards`, io)
    expect(code).toBe(1)
    expect(out).toBe(
      `${of('ho-tich')}: superseded since the list of 2026-12-01 (Lĩnh vực Hộ tịch)\n  - Cán bộ Nguyễn Thị Mai Anh: điện thoại 0274 0123 501 → 0274 0123 599\n`,
    )
  })

  test('the next boards remember what they replace', async () => {
    const { io, of } = await printed()
    await run('board moi --out boards', io)
    const { code, out } = await verify(`${of('ho-tich')} --boards boards`, io)
    expect(code).toBe(1)
    expect(out).toContain('superseded since the list of 2026-12-01')
    // What did not change is current under its old code.
    expect((await verify(`${of('phan-anh')} --boards boards`, io)).code).toBe(0)
  })

  test('boards that a later run did not make are remembered: true ones, and those that no longer are', async () => {
    const { io, of } = await printed()
    await run('board mau --kind feedback --out boards', io)
    for (const subject of ['1', 'ho-tich', 'phan-anh']) {
      expect((await verify(`${of(subject)} --boards boards`, io)).code).toBe(0)
      expect((await verify(`${of(subject)} mau --boards boards`, io)).code).toBe(0)
    }
    const register = readRegister(text(io.files, 'boards/boards.json'))
    expect(register?.boards.find(({ subject }) => subject === '1')).toMatchObject({ file: null, pages: [0, 0] })
    await run('board moi --kind feedback --out boards', io)
    const { code, out } = await verify(`${of('ho-tich')} --boards boards`, io)
    expect(code).toBe(1)
    expect(out).toContain('superseded since the list of 2026-12-01')
    expect((await verify(`${of('phan-anh')} --boards boards`, io)).code).toBe(0)
  })

  test('a board made again replaces itself: nothing stands in the register twice', async () => {
    const { io, register } = await printed()
    await run('board mau --out boards', io)
    expect(readRegister(text(io.files, 'boards/boards.json'))).toEqual(register)
  })

  test('a code that nobody knows, and a folder without boards', async () => {
    const { io } = await printed()
    expect(await verify('ZZZZZ-ZZZ --boards boards', io)).toMatchObject({
      code: 1,
      out: expect.stringContaining('unknown'),
    })
    expect((await verify('ZZZZZ-ZZZ --boards mau', io)).code).toBe(3)
    io.files.set('boards/boards.json', new TextEncoder().encode('{"format":1,"boards":[null]}'))
    expect((await verify('ZZZZZ-ZZZ --boards boards', io)).code).toBe(3)
  })

  test.each([
    ['boards', 'boards'],
    ['./boards/', '/kho/boards'],
    ['boards/boards.json', 'boards'],
    ['boards', 'boards/trang'],
    ['trang/boards', 'x/../trang'],
  ])('build --boards %s --out %s would mix the two, and writes nothing', async (boards, target) => {
    const { io } = await printed()
    const before = new Map(io.files)
    const { code, err } = await run(`build mau --boards ${boards} --out ${target}`, io)
    expect(code).toBe(3)
    expect(err).toContain('must lie apart')
    expect(io.files).toEqual(before)
  })

  test.each([
    ['a board without a file', 'boards.0.file', undefined],
    ['a file that is a number', 'boards.0.file', 5],
    ['pages that are none', 'boards.0.pages', 'x'],
    ['what it shows is no text', 'boards.0.shows', [{}]],
    ['a date that is a number', 'date', 20261101],
    ['a value that is a list', 'records.agency.values.tên', []],
    ['a former board of no day', 'superseded.0.supersededOn', 5],
    ['a change without a name', 'superseded.0.changes.0.name', undefined],
  ])('boards.json damaged (%s) stops the build, and is no bug', async (_, path, value) => {
    const { io } = await printed()
    await run('board moi --out boards', io)
    const register = JSON.parse(text(io.files, 'boards/boards.json'))
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce((found, key) => found[key], register)
    expect(holder).toHaveProperty([last])
    holder[last] = value
    io.files.set('boards/boards.json', new TextEncoder().encode(JSON.stringify(register)))
    const { code, err } = await run('build moi --boards boards --out trang', io)
    expect(code).toBe(3)
    expect(err).toContain('“boards” is no boards.json that tthc board wrote')
  })

  test('the page of the site says the same of every code', async () => {
    const { io, register, of } = await printed()
    if (register === undefined) throw new Error('there is no register')
    const [today] = await readCatalogs(['moi'], io)
    if (today === undefined) throw new Error('there is no catalog')
    const { path, text: page } = renderBoardStatus(
      register,
      boardView(today.catalog, { errors: 0 }),
      await templateEngine(),
    )
    expect(path).toBe(`${boardStatusAddress}index.html`)
    const line = (code: string) => page.slice(page.indexOf(`id="${code}"`)).split('</tr>')[0]
    expect(line(of('phan-anh'))).toContain('Còn đúng')
    expect(line(of('ho-tich'))).toContain('Không còn đúng</strong> từ danh mục ngày 01/12/2026')
    expect(line(of('ho-tich'))).toContain('điện thoại 0274 0123 501 → 0274 0123 599')
  })
})
