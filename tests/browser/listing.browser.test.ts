import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { renderListing } from '../../src/renderers/html.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { listingView } from '../../src/views/listing.js'
import { hostileCatalog, sampleCatalog } from '../sample.js'

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 900 }

let browser: Browser
let folder: string
/** What the page complained of: errors, refusals of the policy, attempts to fetch. */
let complaints: string[] = []

beforeAll(async () => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  folder = await mkdtemp(join(tmpdir(), 'tthc-page-'))
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  const heard = complaints
  complaints = []
  expect(heard).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  if (folder !== undefined) await rm(folder, { recursive: true })
})

/** Opens the page as a citizen with a copy on a stick would: a file, no network. */
async function open(catalog: Catalog, options: BrowserContextOptions = {}, errors = 0): Promise<Page> {
  const path = join(folder, 'index.html')
  await writeFile(path, renderListing(listingView(catalog, { errors }), await templateEngine()).text)
  const context = await browser.newContext({ viewport: desk, offline: true, ...options })
  const page = await context.newPage()
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('dialog', dialog => {
    complaints.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(`request ${request.url()}`)
  })
  await page.goto(pathToFileURL(path).href)
  return page
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy refuses foreign scripts.
  await page.evaluate(axe.source)
  const result = await page.evaluate<axe.AxeResults>('axe.run()')
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}

/** Titles that can be seen now. */
async function shown(page: Page): Promise<string[]> {
  const titles = await page.locator('.procedure:visible h3').allTextContents()
  return titles.map(title => title.replace(/^\d+\. /, ''))
}

test.each([
  ['on a phone', phone, null],
  ['on a desk', desk, null],
  ['on paper', desk, 'print'],
] as const)('%s axe finds nothing', async (_, viewport, media) => {
  const page = await open(sampleCatalog, { viewport }, 2)
  await page.emulateMedia({ media })
  expect(await violations(page)).toEqual([])
})

test('axe finds nothing while a search is on', async () => {
  const page = await open(sampleCatalog, { viewport: phone })
  await page.getByRole('searchbox').fill('khong co gi')
  expect(await violations(page)).toEqual([])
})

test.each([
  ['ho tich', ['Đăng ký khai sinh', 'Cấp bản sao trích lục hộ tịch']],
  ['dang ky', ['Đăng ký khai sinh']],
  ['Đăng kí', ['Đăng ký khai sinh']],
  ['HỘ TỊCH khai', ['Đăng ký khai sinh']],
  ['dat dai', ['Hòa giải tranh chấp đất đai']],
  ['hoà giải', ['Hòa giải tranh chấp đất đai']],
  ['2.000635', ['Cấp bản sao trích lục hộ tịch']],
  ['an', []], // begins no word
  ['  ', ['Đăng ký khai sinh', 'Cấp bản sao trích lục hộ tịch', 'Hòa giải tranh chấp đất đai']],
])('“%s” finds %j', async (words, titles) => {
  const page = await open(sampleCatalog)
  await page.getByLabel('Tìm thủ tục').fill(words)
  expect(await shown(page)).toEqual(titles)
})

test('what was found is said, and everything comes back', async () => {
  const page = await open(sampleCatalog)
  const box = page.getByLabel('Tìm thủ tục')
  await box.fill('ho tich')
  expect(await page.getByRole('status').textContent()).toBe('Tìm thấy 2 trong tổng số 3 thủ tục với từ khóa “ho tich”.')
  expect(await page.getByRole('heading', { name: 'Đất đai' }).count()).toBe(0)
  await box.fill('xyz <b>')
  expect(await page.getByRole('status').textContent()).toContain('Không có thủ tục nào khớp với “xyz <b>”')
  await page.getByRole('button', { name: 'Xóa' }).click()
  expect(await shown(page)).toHaveLength(3)
  expect(await page.getByRole('status').textContent()).toBe('')
  expect(await page.locator('#search-words:focus').count()).toBe(1)
})

test('without JavaScript everything is there but the search', async () => {
  const page = await open(sampleCatalog, { javaScriptEnabled: false, viewport: phone })
  expect(await page.locator('search').isVisible()).toBe(false)
  expect(await shown(page)).toHaveLength(3)
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Đất đai' }).isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: '0274 3000 001' }).isVisible()).toBe(true)
})

test.each([
  ['a usual catalog', sampleCatalog],
  ['a catalog full of markup', hostileCatalog],
])('%s fits a phone of 320 and of 360 pixels', async (_, catalog) => {
  for (const width of [320, 360]) {
    const page = await open(catalog, { viewport: { width, height: 740 } }, 1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  }
})

test('the keyboard reaches the content and the links first', async () => {
  const page = await open(sampleCatalog)
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Chuyển đến nội dung chính')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('id')).toBe('search-words')
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
})

test('the embedded font is used, with its Vietnamese letters', async () => {
  const page = await open(sampleCatalog)
  await page.evaluate('document.fonts.ready')
  const faces = 'Array.from(document.fonts, face => [face.family, face.weight, face.status].join(" "))'
  expect(await page.evaluate(faces)).toEqual([
    'Be Vietnam Pro 400 loaded',
    'Be Vietnam Pro 400 loaded',
    'Be Vietnam Pro 700 loaded',
    'Be Vietnam Pro 700 loaded',
  ])
})

test('on paper the search is left out and a link shows its address', async () => {
  const page = await open(sampleCatalog)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByLabel('Tìm thủ tục').isVisible()).toBe(false)
  expect(await page.getByText('Về mục lục lĩnh vực').first().isVisible()).toBe(false)
  const address = 'getComputedStyle(document.querySelector(".online a"), "::after").content'
  expect(await page.evaluate(address)).toContain('dichvucong.example.vn')
})
