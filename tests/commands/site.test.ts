import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { type MemoryWorld, memoryIo } from '../memory-io.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mau = readFileSync(join(root, 'catalogs/mau/catalog.yaml'), 'utf8')

async function build(line: string, world: MemoryWorld = {}) {
  const io = memoryIo({
    files: { 'mau/catalog.yaml': mau },
    ...world,
    ...(world.files && { files: { 'mau/catalog.yaml': mau, ...world.files } }),
  })
  const code = await main(['build', 'mau', '--out', 'out', ...line.split(' ').filter(Boolean)], io)
  const written = new Map(
    [...io.files].flatMap(([path, bytes]) => (path.startsWith('out/') ? [[path.slice(4), bytes] as const] : [])),
  )
  return { code, ...io.printed, written, text: (path: string) => new TextDecoder().decode(written.get(path)) }
}

describe('the site of a catalog', () => {
  it('has every page, the downloads and the fonts', async () => {
    const { code, written, out } = await build('--base-url https://hoamai.example/tthc')
    expect(code).toBe(0)
    expect([...written.keys()].sort()).toMatchSnapshot()
    expect(out).toMatchSnapshot()
  })

  it('offers the boards of a folder, and says of each code whether it is still right', async () => {
    const io = memoryIo({ files: { 'mau/catalog.yaml': mau } })
    expect(await main(['board', 'mau', '--kind', 'feedback,index', '--out', 'bang'], io)).toBe(0)
    const boards = Object.fromEntries(
      [...io.files].flatMap(([path, bytes]) => (path.startsWith('bang/') ? [[path, bytes] as const] : [])),
    )
    const { code, written, text } = await build('--boards bang', { files: boards })
    expect(code).toBe(0)
    const [printed] = JSON.parse(new TextDecoder().decode(boards['bang/boards.json'])).boards
    expect(text('bang/index.html')).toContain(`id="${printed.code}"`)
    expect(text('bang/index.html')).toContain('Còn đúng')
    expect(written.has('bang/phan-anh.html')).toBe(true)
    expect(text('tai-ve/index.html')).toContain('href="../bang/phan-anh.html"')
    expect(text('thu-tuc/1.001193/index.html')).toContain('href="../../bang/index.html"')
    const changed = { ...boards, 'mau/catalog.yaml': mau.replace('0274 0123 509', '0274 0123 508') }
    expect((await build('--boards bang', { files: changed })).text('bang/index.html')).toContain('Không còn đúng')
  })

  it('says which folder of boards is missing', async () => {
    const { code, err, written } = await build('--boards khong-co')
    expect([code, written.size]).toEqual([3, 0])
    expect(err).toContain('khong-co/boards.json')
  })

  it('is made of the same bytes again', async () => {
    expect((await build('')).written).toEqual((await build('')).written)
  })

  it('is Vietnamese on an English machine, and English where that is asked for', async () => {
    const env = { LANG: 'en_US.UTF-8' }
    const here = await build('', { env })
    expect(here.text('index.html')).toContain('<html lang="vi">')
    expect(here.out).toContain('Wrote')
    expect((await build('--lang en')).text('index.html')).toContain('<html lang="en">')
  })

  it('prints codes of its own pages only where it is known where they will stand', async () => {
    expect((await build('')).text('thu-tuc/1.001193/index.html')).not.toContain('mở trang này')
    const known = await build('--base-url https://hoamai.example/tthc')
    expect(known.text('thu-tuc/1.001193/index.html')).toContain(
      'aria-label="https://hoamai.example/tthc/thu-tuc/1.001193/"',
    )
  })

  it.each(['hoamai.example', 'ftp://x', 'https://x/?a=1', 'javascript:alert(1)'])(
    'takes no %s for an address',
    async url => {
      const { code, written } = await build(`--base-url ${url}`)
      expect(code).toBe(2)
      expect(written.size).toBe(0)
    },
  )

  it('leads codes of the reference list that were replaced to what came in their place', async () => {
    const reference =
      'code,title,field,replacedBy,replacedFrom,source,asOf\n1.999999,Đăng ký khai sinh cũ,Hộ tịch,1.001193,2020,CT,2026-07\n'
    const { text } = await build('--reference moi.csv', { files: { 'moi.csv': reference } })
    expect(text('thu-tuc/1.999999/index.html')).toContain('url=../../thu-tuc/1.001193/index.html')
  })
})

describe('a theme', () => {
  const config = (text: string) => ({
    files: { 'mau/tthc.config.yaml': text, 'mau/logo.svg': '<svg/>', 'mau/logo.gif': 'x' },
  })

  it('sets colour, logo and foot', async () => {
    const { text, written } = await build(
      '',
      config('theme: {accent: "#7a1020", logo: logo.svg, footer: [Đường dây nóng 1022]}'),
    )
    expect(text('assets/site.css')).toContain(':root{--accent:#7a1020}')
    expect(text('assets/site.css')).toMatch(/prefers-color-scheme:dark\)\{:root\{--accent:#[0-9a-f]{6}\}\}/)
    expect(written.has('assets/logo.svg')).toBe(true)
    expect(text('thu-tuc/1.001193/index.html')).toContain('src="../../assets/logo.svg"')
    expect(text('index.html')).toContain('<p>Đường dây nóng 1022</p>')
  })

  it.each([
    ['a pale colour', '{accent: "#9ecbff"}', /độ tương phản 1,5, cần ít nhất 4,5 \[theme-contrast-low\]/],
    ['a dark colour on dark', '{accentDark: "#0b4f8a"}', /nền tối chỉ có độ tương phản 1,9/],
    ['a colour that is none', '{accent: "xanh"}', /Màu “xanh” không đọc được/],
    ['a colour without quotes', '\n  accent: #fff', /“accent” \(Màu nhấn\) chưa có giá trị/],
    ['an unknown key', '{colour: "#0b4f8a"}', /không có khóa “colour”/],
  ])('with %s is a finding, and nothing is written', async (_, theme, message) => {
    const { code, out, written } = await build('', config(`theme: ${theme}\n`))
    expect(code).toBe(1)
    expect(out).toMatch(message)
    expect(written.size).toBe(0)
  })

  it.each([
    ['is not there', 'khong-co.svg'],
    ['is no picture we take', 'logo.gif'],
  ])('whose logo %s is a failure', async (_, logo) => {
    const { code, err, written } = await build('', config(`theme: {logo: ${logo}}`))
    expect(code).toBe(3)
    expect(err).toContain(logo)
    expect(written.size).toBe(0)
  })
})

describe('a real folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tthc-site-'))
  const out = join(folder, 'out')
  const run = (...more: string[]) =>
    spawnSync(
      process.execPath,
      ['bin/tthc.js', 'build', 'catalogs/mau', '--out', out, '--date', '2026-11-23', ...more],
      { cwd: root, encoding: 'utf8' },
    )
  afterAll(() => rmSync(folder, { recursive: true }))

  it('keeps the files that have not changed as they are', () => {
    expect(run().status).toBe(0)
    const page = join(out, 'thu-tuc/1.001193/index.html')
    const unchanged = join(out, 'lien-he/index.html')
    const before = statSync(unchanged)
    writeFileSync(page, 'x')
    expect(run().status).toBe(0)
    expect(statSync(unchanged).ino).toBe(before.ino)
    expect(statSync(unchanged).mtimeMs).toBe(before.mtimeMs)
    expect(readFileSync(page, 'utf8')).toContain('đăng ký khai sinh')
    expect(readdirSync(folder)).toEqual(['out'])
    // A link to a folder that is gone is a file like any other.
    expect(statSync(unchanged).nlink).toBe(1)
  })
})
