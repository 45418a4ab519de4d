import { expect, test } from 'vitest'
import { Failure } from '../../src/failure.js'
import { findBrowser } from '../../src/publish/browser.js'
import { dated, sized } from '../../src/publish/pdf.js'
import { memoryIo } from '../memory-io.js'

const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

test.each([
  ['Edge of Windows', edge, { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files' }],
  [
    'Chrome of one user of Windows',
    'C:\\Users\\Lan\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    { LOCALAPPDATA: 'C:\\Users\\Lan\\AppData\\Local' },
  ],
  ['Chrome of a Mac', mac, { PATH: '/usr/bin:/bin' }],
  ['Chromium of Debian', '/usr/bin/chromium', {}],
  ['Chrome anywhere on the path', '/opt/bin/google-chrome', { PATH: '/usr/bin:/opt/bin' }],
  ['what CHROMIUM_PATH names', '/own/chrome', { CHROMIUM_PATH: '/own/chrome' }],
])('%s is found', async (_, path, env) => {
  expect(await findBrowser(undefined, memoryIo({ files: { [path]: '' }, env }))).toBe(path)
})

test('the browser that was named goes before all others', async () => {
  const io = memoryIo({ files: { '/usr/bin/chromium': '', '/own/edge': '' } })
  expect(await findBrowser('/own/edge', io)).toBe('/own/edge')
})

test('a folder is no browser', async () => {
  const io = memoryIo({ files: { '/usr/bin/chromium/readme': '' } })
  await expect(findBrowser(undefined, io)).rejects.toThrow(Failure)
})

test('without one it says how to print by hand', async () => {
  await expect(findBrowser(undefined, memoryIo())).rejects.toMatchObject({
    text: { vi: expect.stringMatching(/mở tệp \.html .* “Tỷ lệ 100%”/), en: expect.stringContaining('“100%”') },
  })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const plain = (pdf: Uint8Array) => new TextDecoder().decode(pdf)

test('the second of printing gives way to a day of the same length', () => {
  const pdf = "x /CreationDate (D:20261125195824+00'00')\n/ModDate (D:20261125195824+00'00')>> y"
  const made = plain(dated(bytes(pdf), '2026-11-01'))
  expect(made).toBe(pdf.replaceAll("20261125195824+00'00'", "20261101000000+07'00'"))
  expect(made).toHaveLength(pdf.length)
})

test('a date in another form is left as it is', () => {
  const pdf = '/CreationDate (yesterday)'
  expect(plain(dated(bytes(pdf), '2026-11-01'))).toBe(pdf)
})

test.each([
  [210, 297, '[0 0 594.95996 841.91998]', '[0 .03 595.28 841.92    ]'],
  [420, 594, '[0 0 1191.12 1684.08]', '[0 .3 1190.6 1684.1 ]'],
  [210, 148, '[0 0 594.95996 420]', '[0 .47 595.28 420 ]'],
])('paper of %i × %i mm is that large, and nothing else moves', (width, height, before, after) => {
  expect(plain(sized(bytes(`<< /MediaBox ${before} >>`), width, height))).toBe(`<< /MediaBox ${after} >>`)
  expect(after).toHaveLength(before.length)
})

test('another size is not ours to change', () => {
  const pdf = '/MediaBox [0 0 100 100]'
  expect(plain(sized(bytes(pdf), 210, 297))).toBe(pdf)
})
