// Takes the pictures of the boards that the READMEs show: part of `npm run pictures`.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'catalogs/dinh-hoa/pictures')
const out = await mkdtemp(join(tmpdir(), 'tthc-pictures-'))
const site = 'https://dinhhoa.example.vn/tthc/'

execFileSync(process.execPath, ['bin/tthc.js', 'board', 'catalogs/dinh-hoa', '--base-url', site, '--out', out], {
  cwd: root,
  stdio: 'inherit',
})
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

/** One sheet as it comes out of the printer, so many pixels wide. */
async function picture(name, file, width, title) {
  const measured = await browser.newPage()
  await measured.goto(pathToFileURL(join(out, file)).href)
  const paper = await measured.locator('.medium').first().boundingBox()
  await measured.close()
  const page = await browser.newPage({
    deviceScaleFactor: width / paper.width,
    viewport: { width: Math.ceil(paper.width), height: Math.ceil(paper.height) },
  })
  await page.emulateMedia({ media: 'print' })
  await page.goto(pathToFileURL(join(out, file)).href)
  await page.evaluate('document.fonts.ready.then(() => true)')
  const sheets = page.locator('.medium')
  const sheet = title === undefined ? sheets : sheets.filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  await sheet.first().screenshot({ path: join(pictures, name) })
  await page.close()
}

await picture('board-wall.png', 'bang-lon.html', 560, '13. Hộ tịch')
await picture('board-field.png', 'linh-vuc.html', 360, 'Hộ tịch')
await picture('board-procedure.png', 'thu-tuc.html', 360, 'Thủ tục đăng ký khai sinh')
await picture('board-officers.png', 'can-bo.html', 360)
await picture('board-card.png', 'the-quay.html', 360)
await picture('board-feedback.png', 'phan-anh.html', 360)
await picture('board-index.png', 'danh-sach.html', 360)
await browser.close()
await rm(out, { recursive: true })
