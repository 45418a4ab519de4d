import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realIo } from '../../src/io.js'
import { publish } from '../../src/publish/folder.js'
import { memoryIo } from '../memory-io.js'

let folder = ''
const at = (...names: string[]) => join(folder, ...names)
const io = realIo()
const page = new Map([['index.html', 'một']])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tthc-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('publishing', () => {
  it('looks into the folder that it will replace, however its path is spelt', async () => {
    mkdirSync(at('cua-toi'))
    writeFileSync(at('cua-toi', 'luan-van.docx'), 'của tôi')
    await expect(publish(`${folder}/khong-co/../cua-toi`, page, io)).rejects.toThrow('luan-van.docx')
    expect(readFileSync(at('cua-toi', 'luan-van.docx'), 'utf8')).toBe('của tôi')
    expect(existsSync(at('khong-co'))).toBe(false)
  })

  it('replaces what a link leads to, and keeps the link', async () => {
    mkdirSync(at('that'))
    symlinkSync(at('that'), at('lien-ket'))
    await publish(at('lien-ket'), page, io)
    expect(lstatSync(at('lien-ket')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('that', 'index.html'), 'utf8')).toBe('một')
  })

  it('does not put a site in place of boards, nor boards in place of a site', async () => {
    await publish(at('bang'), page, io, 'boards')
    await expect(publish(at('bang'), page, io)).rejects.toThrow('holds boards')
    await publish(at('bang'), page, io, 'boards')
    await publish(at('trang'), page, io)
    await expect(publish(at('trang'), page, io, 'boards')).rejects.toThrow('holds a site')
  })

  it('takes over a folder that a former version wrote', async () => {
    mkdirSync(at('cu'))
    writeFileSync(at('cu', 'index.html'), 'cũ')
    writeFileSync(at('cu', '.tthc-files'), 'index.html\n')
    await publish(at('cu'), page, io)
    expect(readFileSync(at('cu', 'index.html'), 'utf8')).toBe('một')
  })

  it.each(['.', './', 'a/..', '..', '/', '/kho'])('refuses %s, where somebody stands', async out => {
    await expect(publish(out, page, memoryIo({ files: {}, cwd: '/kho' }))).rejects.toThrow('working folder')
  })

  it('says that a file is no folder', async () => {
    writeFileSync(at('tep'), 'x')
    await expect(publish(at('tep'), page, io)).rejects.toThrow('is a file, no folder')
  })
})

describe('writing a file', () => {
  it('keeps a link and who may read the file', async () => {
    writeFileSync(at('that.yaml'), 'cũ', { mode: 0o600 })
    symlinkSync(at('that.yaml'), at('lien-ket.yaml'))
    expect(await io.write(at('lien-ket.yaml'), 'mới', 'cũ')).toBe(true)
    expect(lstatSync(at('lien-ket.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('that.yaml'), 'utf8')).toBe('mới')
    expect(statSync(at('that.yaml')).mode & 0o777).toBe(0o600)
  })
})
