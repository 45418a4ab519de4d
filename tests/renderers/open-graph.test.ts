import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openGraph, shortened } from '../../src/renderers/open-graph.js'

describe('the preview of a link', () => {
  it('names the page, its site and its address', () => {
    const facts = { title: 'Đăng ký khai sinh', description: 'Trong ngày.', siteName: 'UBND phường Ví Dụ' }
    expect(openGraph({ ...facts, url: 'https://vidu.example.vn/' })).toEqual([
      { property: 'og:type', content: 'website' },
      { property: 'og:locale', content: 'vi_VN' },
      { property: 'og:site_name', content: 'UBND phường Ví Dụ' },
      { property: 'og:title', content: 'Đăng ký khai sinh' },
      { property: 'og:description', content: 'Trong ngày.' },
      { property: 'og:url', content: 'https://vidu.example.vn/' },
    ])
    expect(openGraph(facts).map(({ property }) => property)).not.toContain('og:url')
  })

  it('cuts a long description between words', () => {
    expect(shortened('Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh', 32)).toBe(
      'Cấp bản sao trích lục hộ tịch…',
    )
  })

  it('is never longer than allowed, and never half a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 80 }), (text, length) => {
        const short = shortened(text, length)
        expect(short.length).toBeLessThanOrEqual(length)
        expect(short).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
