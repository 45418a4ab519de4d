import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realIo } from '../src/io.js'
import { publish } from '../src/publish/folder.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tthc-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

describe('publishing', () => {
  const io = realIo()

  it('writes a folder, and replaces what an earlier build wrote', async () => {
    const out = join(folder, 'out')
    await publish(
      out,
      new Map([
        ['index.html', 'một'],
        ['old/x.csv', 'x'],
      ]),
      io,
    )
    await publish(out, new Map([['index.html', 'hai']]), io)
    expect(readdirSync(out).sort()).toEqual(['.tthc-files', 'index.html'])
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('hai')
    expect(readdirSync(folder)).toEqual(['out'])
  })

  it('leaves the previous output whole when a write fails', async () => {
    const out = join(folder, 'out')
    await publish(
      out,
      new Map([
        ['index.html', 'một'],
        ['thu-tuc.csv', 'x'],
      ]),
      io,
    )
    // A file cannot become a folder: the second write fails, on every system and for every user.
    const faulty = new Map([
      ['a', 'x'],
      ['a/b', 'y'],
    ])
    await expect(publish(out, faulty, io)).rejects.toThrow('what was there is untouched')
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('một')
    expect(readdirSync(folder)).toEqual(['out'])
  })

  it('touches no folder that holds files of others', async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    writeFileSync(join(out, 'luan-van.docx'), 'của tôi')
    await expect(publish(out, new Map([['index.html', 'x']]), io)).rejects.toThrow('luan-van.docx')
    expect(readFileSync(join(out, 'luan-van.docx'), 'utf8')).toBe('của tôi')
    expect(existsSync(join(out, 'index.html'))).toBe(false)
  })

  it('keeps a file that somebody put beside ours later', async () => {
    const out = join(folder, 'out')
    await publish(out, new Map([['index.html', 'một']]), io)
    writeFileSync(join(out, 'ghi-chu.txt'), 'x')
    await expect(publish(out, new Map([['index.html', 'hai']]), io)).rejects.toThrow('ghi-chu.txt')
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('một')
  })
})

it('lists a folder in the order of code points and knows files from folders', async () => {
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'a.yaml'), '')
  writeFileSync(join(folder, 'Z.yaml'), '')
  expect(await realIo().list(folder)).toEqual([
    { name: 'Z.yaml', folder: false },
    { name: 'a.yaml', folder: false },
    { name: 'b', folder: true },
  ])
  expect(await realIo().list(join(folder, 'a.yaml'))).toBeUndefined()
})
