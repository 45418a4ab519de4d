import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findingsPage } from '../../src/renderers/findings-page.js'
import { finding, hostile, reportOf, style } from '../reports/made-up.js'

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 900 }

let browser: Browser
let folder: string
/** What the page complained of: errors, refusals of the policy, attempts to fetch. */
let complaints: string[] = []

beforeAll(async () => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  folder = await mkdtemp(join(tmpdir(), 'tthc-findings-'))
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

/** Opens the page as a clerk does who got it by mail: a file, no network. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const path = join(folder, 'index.html')
  const report = await reportOf(source => [
    finding(source, '0274 3000 012', { message: { vi: hostile, en: hostile } }),
    finding(source, '"1.000894"', { rule: 'procedure-code-unknown', severity: 'info' }),
    finding(source, 'Ủy ban nhân dân phường Hoa Mai', { rule: 'agency-feedback-missing', severity: 'warning' }),
  ])
  await writeFile(path, await findingsPage([report], style))
  const context = await browser.newContext({ viewport: desk, offline: true, ...options })
  const page = await context.newPage()
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(`request ${request.url()}`)
  })
  await page.goto(pathToFileURL(path).href)
  return page
}

test.each([
  ['on a phone', phone, null],
  ['on a desk', desk, null],
  ['on paper', desk, 'print'],
] as const)('%s axe finds nothing, whatever the order', async (_, viewport, media) => {
  const page = await open({ viewport })
  for (const name of ['Tệp', 'Lĩnh vực', 'Cán bộ']) {
    await page.emulateMedia({ media: null })
    await page.getByLabel(name, { exact: true }).check()
    await page.emulateMedia({ media })
    // Evaluated, not added as a script: the page's policy refuses scripts.
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
  }
})

test('the order is switched without a script, by mouse and by keyboard', async () => {
  const page = await open()
  const shown = () => page.locator('.group:visible h3').allTextContents()
  expect(await shown()).toEqual(['danh-muc/catalog.yaml 1 lỗi, 1 cảnh báo, 1 lưu ý'])
  await page.getByLabel('Lĩnh vực', { exact: true }).check()
  expect(await shown()).toEqual(['Hộ tịch 1 lỗi, 1 lưu ý', 'Chung cho cả danh mục 1 cảnh báo'])
  await page.keyboard.press('ArrowRight')
  expect(await shown()).toEqual(['Lê Thị Hoa 1 lỗi', 'Phạm Văn Nam 1 lưu ý', 'Chưa rõ cán bộ phụ trách 1 cảnh báo'])
  await page.emulateMedia({ media: 'print' })
  expect(await shown()).toHaveLength(3)
})

test('nothing sticks out on a narrow telephone', async () => {
  const page = await open({ viewport: { width: 320, height: 640 } })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
})
