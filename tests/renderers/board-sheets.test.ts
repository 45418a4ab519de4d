import { HtmlValidate } from 'html-validate'
import { describe, expect, test, vi } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import type { BoardOptions } from '../../src/renderers/board-documents.js'
import { type BoardEdition, renderBoard } from '../../src/renderers/board-html.js'
import { distanceOf, letterFor } from '../../src/renderers/board-legibility.js'
import { type BoardNode, everyNode } from '../../src/renderers/board-node.js'
import { smallestModule } from '../../src/renderers/board-qr.js'
import { type BoardDocument, boardKinds, smallestOf } from '../../src/renderers/board-sheet.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { boardsOf, crowdedCatalog, longTitle } from '../board-sample.js'
import { hostileCatalog, internalPhone, sampleCatalog } from '../sample.js'

// Hundreds of sheets are laid out, beside whatever else the machine does.
vi.setConfig({ testTimeout: 60_000 })

const plain: BoardEdition = { surround: { bleed: 0, cropMarks: false }, monochrome: false }
const silent: Catalog = { path: 'x', officers: [], fields: [], procedures: [] }

/** What is read: texts and codes. Bands lie under texts on purpose. */
function readable(page: readonly BoardNode[]) {
  return [...everyNode(page)].flatMap(({ box, text, qr }) =>
    box !== undefined && (text !== undefined || qr !== undefined) ? [box] : [],
  )
}

function faults({ paper, sheets }: BoardDocument): string[] {
  const found: string[] = []
  const hair = 0.01
  for (const { title, pages } of sheets) {
    for (const [index, page] of pages.entries()) {
      const boxes = readable(page).sort((a, b) => a.y - b.y)
      for (const [at, box] of boxes.entries()) {
        const { x, y, width, height } = box
        if (x < 0 || y < 0 || x + width > paper.width + hair || y + height > paper.height + hair) {
          found.push(`${title} ${index + 1}: outside ${JSON.stringify(box)}`)
        }
        for (const other of boxes.slice(at + 1)) {
          if (other.y >= y + height - hair) break
          if (other.x < x + width - hair && x < other.x + other.width - hair) {
            found.push(`${title} ${index + 1}: ${JSON.stringify(box)} meets ${JSON.stringify(other)}`)
          }
        }
      }
    }
  }
  return found
}

function textOf(page: readonly BoardNode[]): string {
  return [...everyNode(page)]
    .flatMap(({ text }) => text?.lines ?? [])
    .map(line => line.map(({ text }) => text).join(''))
    .join(' ')
    .replaceAll('\u{E000}', ' ')
    .replace(/ +/g, ' ')
}

const editions: [string, Partial<BoardOptions>][] = [
  ['as usual', {}],
  ['lying', { orientation: 'landscape' }],
  ['in large print', { largePrint: true }],
  ['on A3 and A1', { sheetPaper: 'A3', wallPaper: 'A1', distance: 0.9 }],
  ['on A5, from near by', { sheetPaper: 'A5', wallPaper: 'A2', distance: 0.4 }],
  ['without a site', { targets: { baseUrl: undefined } }],
]

describe.each([
  ['a usual catalog', sampleCatalog, editions],
  ['a crowded one', crowdedCatalog, editions.filter((_, index) => index % 2 === 0)],
  ['one full of markup', hostileCatalog, editions.slice(0, 2)],
  ['one that says nothing', silent, editions.slice(0, 1)],
] as const)('%s', (_, catalog, those) => {
  test.each(those)(
    '%s: nothing overlaps, nothing hangs over the edge, everything is legible',
    (_name, options) => {
      const { documents, refused } = boardsOf(catalog, options, 1)
      expect(refused).toEqual([])
      for (const document of documents) {
        expect(faults(document)).toEqual([])
        const distance = options.distance ?? (document.kind === 'wall' ? 1.5 : 0.7)
        expect(smallestOf(document)).toBeGreaterThanOrEqual(letterFor(distance) - 1e-6)
      }
    },
    60_000,
  )
})

test('every kind is made, and no other', () => {
  const { documents } = boardsOf(sampleCatalog)
  expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(boardKinds))
  expect(boardsOf(sampleCatalog, { kinds: ['feedback'] }).documents.map(({ file }) => file)).toEqual(['phan-anh'])
})

test('only what was asked for', () => {
  const { documents } = boardsOf(sampleCatalog, { only: ['2.000635'] })
  expect(documents.flatMap(({ sheets }) => sheets.map(({ subject }) => subject))).toEqual(['2.000635'])
})

test('a title of 1,094 characters stands whole on its own sheet, its field and the index', () => {
  const { documents } = boardsOf(crowdedCatalog)
  expect(longTitle).toHaveLength(1094)
  const squeezed = (text: string) => text.replaceAll(' ', '')
  for (const file of ['thu-tuc', 'linh-vuc', 'danh-sach', 'bang-lon']) {
    const pages = documents.find(document => document.file === file)?.sheets.flatMap(sheet => sheet.pages) ?? []
    expect(squeezed(pages.map(textOf).join(' ')), file).toContain(squeezed(longTitle))
  }
})

test('a field of 60 procedures goes on over pages that say so, each procedure whole on one of them', () => {
  const { documents } = boardsOf(crowdedCatalog, { kinds: ['field'] })
  const sheet = documents[0]?.sheets.find(({ subject }) => subject === 'sau-muoi')
  const pages = sheet?.pages.map(textOf) ?? []
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages.slice(1)) expect(page).toContain('(tiếp theo)')
  for (const [index, page] of pages.entries()) expect(page).toContain(`Trang ${index + 1}/${pages.length}`)
  for (let number = 0; number < 60; number += 1) {
    const code = `3.${String(number).padStart(6, '0')}`
    expect(pages.filter(page => page.includes(code))).toHaveLength(1)
  }
})

test('the head of a table stands again on the next page', () => {
  const many = crowdedCatalog.procedures.find(({ dossier }) => Array.isArray(dossier) && dossier.length === 11)
  const { documents } = boardsOf(crowdedCatalog, { kinds: ['procedure'], only: [many?.code ?? ''], largePrint: true })
  const pages = documents[0]?.sheets[0]?.pages.map(textOf) ?? []
  expect(pages.filter(page => page.includes('Giấy tờ ')).length).toBeGreaterThan(1)
  for (const page of pages) if (/Giấy tờ \d/.test(page)) expect(page).toContain('Tên giấy tờ Số lượng')
})

test('every page says what the publisher says, which board it is, and that errors were left', () => {
  const short = { ...crowdedCatalog, procedures: crowdedCatalog.procedures.slice(0, 12) }
  const { documents } = boardsOf(short, {}, 3)
  for (const { sheets } of documents) {
    for (const { pages, revision } of sheets) {
      for (const page of pages) {
        expect(textOf(page)).toContain('Danh mục ví dụ; tên người')
        expect(textOf(page)).toContain('danh mục còn 3 lỗi chưa sửa')
        expect(textOf(page)).toContain(revision)
      }
    }
  }
  for (const { sheets } of boardsOf(short).documents) {
    for (const page of sheets.flatMap(({ pages }) => pages)) expect(textOf(page)).not.toContain('lỗi chưa sửa')
  }
})

test('every QR code leads to the page of the procedure with the revision, and no module is too small', () => {
  const { documents } = boardsOf(crowdedCatalog)
  let codes = 0
  for (const { sheets } of documents) {
    for (const { pages, revision } of sheets) {
      for (const { href, qr, box } of everyNode(pages.flat())) {
        if (qr === undefined || box === undefined) continue
        codes += 1
        expect(href).toMatch(/^https:\/\/phuong\.example\.vn\/tthc\/(?:thu-tuc\/[\w.-]+|phan-anh)\/\?b=/)
        expect(href?.endsWith(`?b=${revision}`)).toBe(true)
        expect(box.width / qr.modules).toBeGreaterThanOrEqual(smallestModule)
      }
    }
  }
  expect(codes).toBeGreaterThan(190)
})

test('without a site a code leads where the catalog does, and the revision stays with the telephone', () => {
  const { documents } = boardsOf(crowdedCatalog, { kinds: ['field'], targets: { baseUrl: undefined } })
  const links = [...everyNode(documents.flatMap(({ sheets }) => sheets.flatMap(({ pages }) => pages.flat())))].flatMap(
    ({ qr, href }) => (qr === undefined ? [] : [href]),
  )
  expect(links.length).toBeGreaterThanOrEqual(60)
  for (const link of links) expect(link).toMatch(/^https:\/\/[^#]+#b=[0-9A-Z]{5}-[0-9A-Z]{3}$/)
})

test('a wall that cannot be read is refused with the numbers and what would help', () => {
  const { documents, refused } = boardsOf(crowdedCatalog, { kinds: ['wall'], wallPaper: 'A2', sheets: 1 })
  expect(documents).toEqual([])
  expect(refused[0]?.en).toMatch(
    /^The wall board on 1 × A2 portrait has letters of \d\.\d mm, read from 0\.\d\d m; 7\.5 mm are needed for 1\.50 m: .*--sheets \d+.*shortTitle.*--distance 0\.\d\d/,
  )
  expect(refused[0]?.vi).toMatch(
    /^Bảng lớn trên 1 tờ A2 dọc chỉ in được chữ cao \d,\d mm, đọc được từ 0,\d\d m; cần 7,5 mm/,
  )
})

test('the distance that a refusal names is enough', { timeout: 30_000 }, () => {
  const wished = { kinds: ['wall'], wallPaper: 'A2', sheets: 1 } as const
  const near = Number(/--distance (\d\.\d\d)/.exec(boardsOf(crowdedCatalog, wished).refused[0]?.en ?? '')?.[1])
  const { documents, refused } = boardsOf(crowdedCatalog, { ...wished, distance: near })
  expect(refused).toEqual([])
  expect(distanceOf(smallestOf(documents[0] as BoardDocument))).toBeGreaterThanOrEqual(near)
})

test('a sheet on which letters of that height find no room is refused', () => {
  const { documents, refused } = boardsOf(sampleCatalog, { kinds: ['procedure'], sheetPaper: 'A5', distance: 6 })
  expect(documents).toEqual([])
  expect(refused[0]?.en).toMatch(/finds no room on A5 portrait with letters of 30\.0 mm/)
})

describe('the HTML', async () => {
  const engine = await templateEngine()
  const html = (catalog: Catalog, edition = plain, options: Partial<BoardOptions> = {}) =>
    boardsOf(catalog, options, 1).documents.map(document => renderBoard(document, edition, engine))
  const markup = (text: string) => text.replace(/(<style>).*?(<\/style>)/s, '$1$2')

  test('text of a catalog never becomes markup', () => {
    for (const { text } of html(hostileCatalog)) {
      expect(markup(text)).not.toMatch(/<script|<img|<b>"|href="\s*javascript:|<[^>]* on\w+=/i)
    }
  })

  test.each([
    ['a usual catalog', sampleCatalog],
    ['one full of markup', hostileCatalog],
    ['one that says nothing', silent],
  ])(
    '%s makes valid pages',
    async (_, catalog) => {
      const validator = new HtmlValidate({
        extends: ['html-validate:recommended'],
        rules: {
          // Places in millimetres come from the layout; a number in one line is its work, too.
          'no-inline-style': 'off',
          'tel-non-breaking': 'off',
          // Tables and lists whose cells stand by themselves on the sheet.
          'prefer-native-element': 'off',
          // Lines end where the layout ends them.
          'no-trailing-whitespace': 'off',
        },
      })
      for (const { path, text } of html(catalog)) {
        const report = await validator.validateString(text)
        expect(
          report.results.flatMap(({ messages }) =>
            messages.map(({ ruleId, message }) => `${path} ${ruleId} ${message}`),
          ),
        ).toEqual([])
      }
    },
    60_000,
  )

  test('the same catalog makes the same bytes, needs no script and reaches for nothing', () => {
    const [first, again] = [html(sampleCatalog), html(sampleCatalog)]
    expect(again).toEqual(first)
    for (const { text } of first) {
      expect(text).toContain("default-src 'none'")
      expect(text).not.toMatch(/(?:src="|url\(|@import)(?!data:)|<script/)
    }
  })

  test('what is internal never leaves the catalog', () => {
    for (const { text } of html(sampleCatalog)) {
      expect(text).not.toContain('rieng@example.vn')
      expect(markup(text).replace(/[\s.-]/g, '')).not.toContain(internalPhone.replace(/\s/g, ''))
    }
  })

  test('the size of the paper stands in the style sheet, with what surrounds it', () => {
    const [page] = html(sampleCatalog, plain, { kinds: ['feedback'] })
    expect(page?.text).toContain('@page{size:210mm 297mm;margin:0}')
    const marked = { surround: { bleed: 3, cropMarks: true }, monochrome: true }
    const [wide] = html(sampleCatalog, marked, { kinds: ['feedback'] })
    expect(wide?.text).toContain('@page{size:232mm 319mm;margin:0}')
    expect(wide?.text.match(/class="mark"/g)).toHaveLength(8)
    expect(wide?.text).toContain('<body class="mono">')
    // The bar at the head runs 3 mm over three edges.
    expect(wide?.text).toContain('left:-3mm;top:-3mm;width:216mm;height:7mm')
  })
})
