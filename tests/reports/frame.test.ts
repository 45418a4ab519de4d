import { describe, expect, it } from 'vitest'
import { frame } from '../../src/reports/frame.js'

/** A frame around the first place of `marked` in `text`. */
function framed(text: string, marked: string, width = 80): string {
  const source = { path: 'x.yaml', text }
  const start = text.indexOf(marked)
  const shown = frame({ source, start, end: start + marked.length }, width)
  return shown === undefined ? '' : `${shown.gutter}${shown.code}\n${shown.margin}${shown.carets}`
}

describe('carets stand under what is meant', () => {
  it('in plain text', () => {
    expect(framed('a: 1\nphone: 382 123\n', '382 123')).toBe('2 | phone: 382 123\n  |        ^^^^^^^')
  })

  it.each(['NFC', 'NFD'] as const)('in Vietnamese text in %s', form => {
    const text = `title: Đăng ký kết hôn có yếu tố nước ngoài\n`.normalize(form)
    expect(framed(text, 'yếu tố'.normalize(form)).normalize('NFC')).toBe(
      '1 | title: Đăng ký kết hôn có yếu tố nước ngoài\n  |                           ^^^^^^',
    )
  })

  it('after a tab, a control sign, a byte order mark and signs of two units', () => {
    expect(framed('\uFEFFa:\tx\u0007y 😀 z\n', 'z')).toBe('1 | a: x␇y 😀 z\n  |          ^')
  })

  it('shows signs without width', () => {
    expect(framed('a: Hộ\u200Btịch\n', '\u200B')).toBe('1 | a: Hộ¦tịch\n  |      ^')
  })

  it('under one sign where the place is empty', () => {
    expect(framed('a: b\n', '')).toBe('1 | a: b\n  | ^')
  })

  it('only as far as the line goes', () => {
    expect(framed('a: "b\n  c"\n', '"b\n  c"')).toBe('1 | a: "b\n  |    ^^')
  })
})

describe('a long line', () => {
  const long = `title: ${'chữ '.repeat(60)}SAI${' chữ'.repeat(60)}`

  it('is cut on both sides of the carets', () => {
    const shown = framed(long, 'SAI', 60)
    const [code = '', carets = ''] = shown.split('\n')
    expect(code.length).toBeLessThanOrEqual(60)
    expect(code).toMatch(/^1 \| ….*…$/)
    expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('SAI')
  })

  it('is cut on the right alone where the carets stand at the start', () => {
    expect(framed(long, 'title', 30)).toBe('1 | title: chữ chữ chữ chữ ch…\n  | ^^^^^')
  })
})

it('is nothing for an empty line', () => {
  expect(framed('\n', '\n')).toBe('')
})
