import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decode } from '../../src/catalog/encoding.js'
import { position } from '../../src/source.js'

it('reads UTF-8 and keeps every sign, a byte order mark too', () => {
  const text = '\uFEFFtên: Ủy ban\r\n'
  expect(decode('x', new TextEncoder().encode(text))).toEqual({ source: { path: 'x', text }, findings: [] })
})

it('says where text stops to be UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('a: 1\nb: '), Buffer.from([0xd0, 0x43]), Buffer.from('\n')])
  const [found] = decode('x', bytes).findings
  expect(found?.rule).toBe('text-encoding')
  expect(found && position(found.at.source, found.at.start)).toMatchObject({ line: 2, column: 4 })
})

it.each(['fffe', 'feff'])('names UTF-16 (%s)', mark => {
  const [found] = decode('x', Buffer.from(`${mark}61003a00`, 'hex')).findings
  expect(found?.message.vi).toContain('UTF-16')
})

it('does not read a file of a hundred MB', () => {
  const [found] = decode('x', { length: 100 * 1024 * 1024 } as Uint8Array).findings
  expect(found?.rule).toBe('file-too-large')
})

it('survives any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      const { source, findings } = decode('x', bytes)
      expect(findings.length === 0 || source.text === '').toBe(true)
    }),
  )
})

// “Thủ tục hành chính”, “Đăng ký khai sinh” as the bytes that old programs write.
it.each([
  ['TCVN3', 'title: Thñ tôc hµnh chÝnh\nname: §¨ng ký khai sinh\n'],
  ['VNI', 'title: Thuû tuïc haønh chính\nname: Ñaêng kyù khai sinh\n'],
  ['Windows-1258', 'title: ThuÒ tuòc hành chính\nname: Ðãng kyì khai sinh\n'],
])('names %s', (name, latin) => {
  const [found] = decode('x', Buffer.from(latin, 'latin1')).findings
  expect(found?.message.vi).toContain(name)
  expect(found?.message.vi).toContain('chuyển mã sang Unicode')
})
