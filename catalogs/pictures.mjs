// Takes the pictures that the READMEs show: `npm run pictures` (needs Chromium, at CHROMIUM_PATH where it is elsewhere).
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'catalogs/dinh-hoa/pictures')
const out = await mkdtemp(join(tmpdir(), 'tthc-pictures-'))

execFileSync(process.execPath, ['bin/tthc.js', 'build', 'catalogs/dinh-hoa', '--out', out], { cwd: root, stdio: 'inherit' })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

async function picture(name, viewport, search) {
  const page = await browser.newPage({ viewport })
  await page.goto(pathToFileURL(join(out, 'index.html')).href)
  if (search !== undefined) await page.getByRole('searchbox').fill(search)
  await page.screenshot({ path: join(pictures, name) })
  await page.close()
}

await picture('page.png', { width: 1280, height: 900 })
await picture('phone.png', { width: 390, height: 1100 }, 'khai sinh')
await browser.close()
await rm(out, { recursive: true })
