import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { realIo } from '../../src/io.js'
import { printPdfs } from '../../src/publish/pdf.js'
import type { BoardOptions } from '../../src/renderers/board-documents.js'
import { type BoardEdition, renderBoard } from '../../src/renderers/board-html.js'
import { type Box, everyNode } from '../../src/renderers/board-node.js'
import { mediumOf } from '../../src/renderers/board-paper.js'
import type { BoardDocument } from '../../src/renderers/board-sheet.js'
import { stripPages } from '../../src/renderers/board-strips.js'
import { wallChange } from '../../src/renderers/board-wall-change.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { boardView } from '../../src/views/board.js'
import { readCatalogs } from '../../src/workspace/read.js'
import { boardDefaults, boardsOf, crowdedCatalog } from '../board-sample.js'
import { hostileCatalog, sampleCatalog } from '../sample.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const plain: BoardEdition = { surround: { bleed: 0, cropMarks: false }, monochrome: false }

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  folder = await mkdtemp(join(tmpdir(), 'tthc-board-'))
})

afterAll(async () => {
  await browser?.close()
  if (folder !== undefined) await rm(folder, { recursive: true })
})

async function html(document: BoardDocument, edition = plain): Promise<string> {
  return renderBoard(document, edition, await templateEngine()).text
}

/**
 * What is wrong with the boxes as the browser laid them out, in pixels: text that is wider or higher than the box that was
 * worked out for it, anything outside its page, texts or codes that meet.
 */
const measure = `(() => {
  const faults = []
  const hair = 0.75
  let boxes = 0
  for (const [number, page] of [...document.querySelectorAll('.medium')].entries()) {
    const paper = page.querySelector('.paper').getBoundingClientRect()
    const own = []
    for (const element of page.querySelectorAll('.paper [style]')) {
      const isCode = element.classList.contains('qr')
      if (!isCode && element.style.fontSize === '') continue
      boxes += 1
      const box = element.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(element)
      const text = isCode ? box : range.getBoundingClientRect()
      const what = (number + 1) + ': ' + element.textContent.slice(0, 60)
      if (text.width > box.width + hair || text.left < box.left - hair || text.right > box.right + hair) faults.push('wide ' + what)
      // Letters reach over their line by so much as it is lower than the font is high (in whole pixels), and no line more.
      const style = getComputedStyle(element)
      const reach = Math.max(0, 1.266 * parseFloat(style.fontSize) - parseFloat(style.lineHeight))
      if (!isCode && text.height > box.height + reach + 1.5) faults.push('high ' + what)
      if (box.left < paper.left - hair || box.right > paper.right + hair || box.top < paper.top - hair || box.bottom > paper.bottom + hair) faults.push('outside ' + what)
      own.push({ what, left: text.left, right: text.right, top: box.top, bottom: box.bottom })
    }
    own.sort((a, b) => a.top - b.top)
    for (const [at, one] of own.entries()) {
      for (let next = at + 1; next < own.length && own[next].top < one.bottom - hair; next += 1) {
        const other = own[next]
        if (other.left < one.right - hair && one.left < other.right - hair) faults.push('meets ' + one.what + ' | ' + other.what)
      }
    }
  }
  return { faults, boxes, fonts: [...document.fonts].filter(face => face.status === 'loaded').length }
})()`

interface Measured {
  readonly faults: readonly string[]
  readonly boxes: number
  readonly fonts: number
}

async function measured(document: BoardDocument, edition = plain): Promise<Measured> {
  const page = await browser.newPage()
  try {
    await page.emulateMedia({ media: 'print' })
    await page.setContent(await html(document, edition))
    await page.evaluate('document.fonts.ready.then(() => true)')
    return await page.evaluate<Measured>(measure)
  } finally {
    await page.close()
  }
}

const editions: readonly [string, Catalog, Partial<BoardOptions>, BoardEdition][] = [
  ['a crowded catalog', crowdedCatalog, {}, plain],
  [
    'a crowded catalog in large print, lying',
    crowdedCatalog,
    { largePrint: true, orientation: 'landscape', kinds: ['wall', 'field', 'index', 'officers'] },
    plain,
  ],
  [
    'a usual catalog with bleed and crop marks, in black',
    sampleCatalog,
    {},
    { surround: { bleed: 3, cropMarks: true }, monochrome: true },
  ],
  ['a catalog full of markup', hostileCatalog, {}, plain],
]

describe('every box is measured: no text is clipped, hangs over or meets another', () => {
  test.each(editions)('%s', { timeout: 240_000 }, async (_, catalog, options, edition) => {
    const { documents } = boardsOf(catalog, options)
    expect(documents.length).toBeGreaterThan(3)
    for (const document of documents) {
      const { faults, boxes, fonts } = await measured(document, edition)
      expect(faults, document.file).toEqual([])
      expect(boxes, document.file).toBeGreaterThan(5)
      expect(fonts).toBeGreaterThanOrEqual(2)
    }
  })

  test('the strips for a wall', async () => {
    const [officer] = sampleCatalog.officers
    const after: Catalog = {
      ...sampleCatalog,
      officers: sampleCatalog.officers.map(one => (one === officer ? { ...one, phone: '0274 3999 999' } : one)),
    }
    const views = [boardView(sampleCatalog, { errors: 0 }), boardView(after, { errors: 0 })] as const
    const change = wallChange(
      views[0],
      boardsOf(sampleCatalog, { kinds: ['wall'] }),
      views[1],
      boardsOf(after, { kinds: ['wall'] }),
    )
    if (change.kind !== 'strips') throw new Error(`strips were expected: ${JSON.stringify(change)}`)
    const made = stripPages(views[1], change.strips)
    if (made === undefined) throw new Error('the strips found no paper')
    const { faults, boxes } = await measured({
      kind: 'wall',
      file: 'bang-dan',
      title: 'Băng dán',
      paper: made.paper,
      sheets: [made.sheet],
    })
    expect(faults).toEqual([])
    expect(boxes).toBeGreaterThan(3)
  })
})

function has(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined
}

const poppler = has('pdfinfo') ? '' : ' (skipped: there is no poppler on this machine)'
const zbar = has('pdftoppm') && has('zbarimg') ? '' : ' (skipped: there is no zbar or no poppler on this machine)'

function tool(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 })
}

async function pdf(document: BoardDocument, edition = plain): Promise<string> {
  const printed = await printPdfs(
    new Map([['x', { html: await html(document, edition), ...mediumOf(document.paper, edition.surround) }]]),
    { browser: executablePath, date: '2026-11-23' },
    realIo(),
  )
  const path = join(folder, `${document.file}-${document.paper.name}.pdf`)
  await writeFile(path, printed.get('x') ?? '')
  return path
}

function documentOf(options: Partial<BoardOptions>, file: string, catalog: Catalog = sampleCatalog): BoardDocument {
  const found = boardsOf(catalog, options).documents.find(document => document.file === file)
  if (found === undefined) throw new Error(`there is no ${file}`)
  return found
}

describe('the PDF', () => {
  test.skipIf(poppler !== '').each([
    ['A0', { kinds: ['wall'], wallPaper: 'A0' }, 'bang-lon', 841, 1189],
    ['A1', { kinds: ['wall'], wallPaper: 'A1', orientation: 'landscape' }, 'bang-lon', 841, 594],
    ['A2', { kinds: ['wall'], wallPaper: 'A2' }, 'bang-lon', 420, 594],
    ['A3', { kinds: ['wall'], wallPaper: 'A3', distance: 0.7 }, 'bang-lon', 297, 420],
    ['A4', { kinds: ['procedure'] }, 'thu-tuc', 210, 297],
    ['A5', { kinds: ['officers'], sheetPaper: 'A5', distance: 0.5 }, 'the-quay', 210, 148],
  ] as const)(
    `is exactly %s, tagged, titled and with its fonts${poppler}`,
    async (name, options, file, width, height) => {
      const document = documentOf(options as Partial<BoardOptions>, file)
      const path = await pdf(document)
      const info = tool('pdfinfo', path)
      const [, w, h, named] = /Page size: +([\d.]+) x ([\d.]+) pts(?: \((\w+)\))?/.exec(info) ?? []
      // poppler knows A5 by the side of its diagonal, 148.65 mm, which no paper has.
      if (name !== 'A5') expect(named).toBe(name)
      // A tenth of a point is 0.035 mm.
      expect(Math.abs((Number(w) * 25.4) / 72 - width)).toBeLessThan(0.04)
      expect(Math.abs((Number(h) * 25.4) / 72 - height)).toBeLessThan(0.04)
      expect(info).toMatch(/Tagged: +yes/)
      expect(info).toContain(`Title:           ${document.title}`)
      expect(Number(/Pages: +(\d+)/.exec(info)?.[1])).toBe(
        document.sheets.reduce((sum, { pages }) => sum + pages.length, 0),
      )
      const fonts = tool('pdffonts', path).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+BeVietnamPro.* yes yes yes /)
    },
  )

  test.skipIf(poppler !== '')(
    `gives its text back composed, has headings, a table and its language${poppler}`,
    async () => {
      const [catalog] = await readCatalogs(['catalogs/dinh-hoa'], realIo())
      const document = documentOf({ kinds: ['procedure'], only: ['1.001193'] }, 'thu-tuc', catalog?.catalog)
      const path = await pdf(document)
      const text = tool('pdftotext', path, '-')
      expect(text).toBe(text.normalize('NFC'))
      expect(text).toContain('Thủ tục đăng ký khai sinh')
      expect(text).toContain('0274 0123 401')
      expect(text).toContain('Tên giấy tờ')
      const structure = tool('pdfinfo', '-struct-text', path)
      for (const tag of ['H1 ', 'H2 ', 'Table', 'TR', 'TH', 'TD'])
        expect(structure).toMatch(new RegExp(`^ *${tag}`, 'm'))
      const bytes = execFileSync('cat', [path]).toString('latin1')
      expect(bytes).toContain('/Lang (vi)')
      expect(bytes).toContain('/Outlines')
    },
  )

  test('is the same on two runs, to the byte', async () => {
    const document = documentOf({ kinds: ['feedback'] }, 'phan-anh')
    const run = async () =>
      (
        await printPdfs(
          new Map([['x', { html: await html(document), width: 210, height: 297 }]]),
          { browser: executablePath, date: '2026-11-23' },
          realIo(),
        )
      ).get('x')
    const first = await run()
    await new Promise(resolve => setTimeout(resolve, 1100))
    expect(Buffer.from((await run()) ?? []).equals(Buffer.from(first ?? []))).toBe(true)
  })

  const tile = 1500
  const overlap = 260

  /**
   * What the codes on the pages of a document say, read from pictures of 150 dots an inch. In pieces: a reader gives up
   * where a picture holds a hundred codes, and no telephone sees more than one.
   */
  async function scanned(
    document: BoardDocument,
    pages: readonly number[],
    expected: readonly Code[],
  ): Promise<string[]> {
    const path = await pdf(document)
    const found = new Set<string>()
    const picture = join(folder, 'scan')
    const [width, height] = [document.paper.width, document.paper.height].map(side => (side / 25.4) * 150)
    for (const page of pages) {
      for (let x = 0; x < (width ?? 0); x += tile - overlap) {
        for (let y = 0; y < (height ?? 0); y += tile - overlap) {
          const cut = [x, y, tile, tile].flatMap((value, index) => [
            ['-x', '-y', '-W', '-H'][index] ?? '',
            String(value),
          ])
          const one = ['-r', '150', '-gray', '-singlefile', '-f', String(page), '-l', String(page)]
          tool('pdftoppm', ...one, ...cut, path, picture)
          for (const code of codesIn(`${picture}.pgm`)) found.add(code)
        }
      }
    }
    // And those that were missed among their neighbours one by one, as a telephone is held before them.
    for (const { href, page, box } of expected.filter(one => !found.has(one.href))) {
      const cut = [box.x - 4, box.y - 4, box.width + 8, box.height + 8].flatMap((value, index) => [
        ['-x', '-y', '-W', '-H'][index] ?? '',
        String(Math.max(0, Math.round((value / 25.4) * 150))),
      ])
      tool(
        'pdftoppm',
        '-r',
        '150',
        '-gray',
        '-singlefile',
        '-f',
        String(page),
        '-l',
        String(page),
        ...cut,
        path,
        picture,
      )
      for (const code of codesIn(`${picture}.pgm`)) if (code === href) found.add(code)
    }
    return [...found].sort()
  }

  interface Code {
    readonly href: string
    readonly page: number
    readonly box: Box
  }

  function codesIn(picture: string): string[] {
    const read = spawnSync('zbarimg', ['--nodbus', '--quiet', '--raw', '-S*.enable=0', '-Sqrcode.enable=1', picture], {
      encoding: 'utf8',
    })
    return read.stdout.split('\n').filter(line => line !== '')
  }

  function codesOn(document: BoardDocument, pages: readonly number[]): Code[] {
    const all = document.sheets.flatMap(sheet => sheet.pages)
    return pages.flatMap(page =>
      [...everyNode(all[page - 1] ?? [])].flatMap(({ qr, href, box }) =>
        qr === undefined || href === undefined || box === undefined ? [] : [{ href, page, box }],
      ),
    )
  }

  test.skipIf(zbar !== '').each([
    ['a wall on A0', { kinds: ['wall'] }, 'bang-lon', [1]],
    ['a wall on one A0 sheet, as small as it gets', { kinds: ['wall'], sheets: 1, distance: 0.7 }, 'bang-lon', [1]],
    ['sheets of fields', { kinds: ['field'] }, 'linh-vuc', [1, 2]],
    ['sheets of procedures', { kinds: ['procedure'] }, 'thu-tuc', [1, 60, 120]],
    ['the feedback sheet', { kinds: ['feedback'] }, 'phan-anh', [1]],
  ] as const)(
    `every QR code of %s scans from the rendered page${zbar}`,
    { timeout: 240_000 },
    async (_, options, file, pages) => {
      const [catalog] = await readCatalogs(['catalogs/dinh-hoa'], realIo())
      const document = documentOf({ ...boardDefaults, ...options } as Partial<BoardOptions>, file, catalog?.catalog)
      const expected = codesOn(document, pages)
      expect(expected.length).toBeGreaterThan(0)
      expect(await scanned(document, pages, expected)).toEqual([...new Set(expected.map(({ href }) => href))].sort())
    },
  )
})
