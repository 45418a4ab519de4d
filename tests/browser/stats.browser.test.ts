import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { renderStats } from '../../src/renderers/stats-html.js'
import { statsView } from '../../src/views/stats.js'
import { hostileCatalog, sampleCatalog } from '../sample.js'

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 900 }

let browser: Browser
let folder: string
let complaints: string[] = []

beforeAll(async () => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  folder = await mkdtemp(join(tmpdir(), 'tthc-stats-'))
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

async function open(catalogs: readonly Catalog[], viewport: { width: number; height: number }): Promise<Page> {
  const path = join(folder, 'thong-ke.html')
  const counted = catalogs.map(catalog => ({ catalog, maximumAge: 180 }))
  await writeFile(path, await renderStats(statsView(counted, '2022-07-15'), 'vi', '2022-07-15'))
  const context = await browser.newContext({ viewport, offline: true })
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

test.each([
  ['on a phone', phone, null],
  ['on a desk', desk, null],
  ['on paper', desk, 'print'],
] as const)('%s axe finds nothing, and nothing stands out to the side', async (_, viewport, media) => {
  const page = await open([sampleCatalog, hostileCatalog], viewport)
  await page.emulateMedia({ media })
  // Evaluated, not added as a script: the page's policy refuses foreign scripts.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
  const wide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(wide).toBe(0)
})

test('bars are as long as their numbers say', async () => {
  const page = await open([sampleCatalog], desk)
  const lengths = await page
    .locator('#fields rect')
    .evaluateAll(bars => bars.map(bar => bar.getBoundingClientRect().width))
  const [two = 0, one = 0] = lengths
  expect(two).toBeGreaterThan(100)
  expect(one / two).toBeCloseTo(1 / 2, 2)
})
