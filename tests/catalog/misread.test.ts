import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { misread } from '../../src/catalog/misread.js'
import { isSyllable } from '../../src/catalog/syllable.js'

/** Titles of the shipped catalogs: right Vietnamese of many fields. */
const folder = new URL('../../catalogs/dinh-hoa/fields/', import.meta.url)
const source = ['ho-tich', 'chung-thuc', 'bao-tro-xa-hoi', 'nguoi-co-cong', 'tre-em', 'tin-nguong-ton-giao']
  .map(name => readFileSync(new URL(`${name}.yaml`, folder), 'utf8'))
  .join('\n')
const titles = [...source.matchAll(/title: (.+)/g)].map(([, title = '']) => title.replace(/^"|"$/g, ''))
const words = [...new Set(titles.flatMap(title => title.match(/\p{L}+/gu) ?? []))]

describe('misread', () => {
  it.each([
    ['Thñ tôc hµnh chÝnh', 'TCVN3', 'Thủ tục hành chính'],
    ['Hé tÞch', 'TCVN3', 'Hộ tịch'],
    ['§¨ng ký', 'TCVN3', 'Đăng ký'],
    ['Thuû tuïc haønh chính', 'VNI', 'Thủ tục hành chính'],
    ['Hoä tòch', 'VNI', 'Hộ tịch'],
    ['Ñaêng kyù', 'VNI', 'Đăng ký'],
    ['ThuÒ tuòc hành chính', 'windows-1258', 'Thủ tục hành chính'],
    ['Hôò tiòch', 'windows-1258', 'Hộ tịch'],
    ['Ðãng kyì', 'windows-1258', 'Đăng ký'],
    ['Thá»§ tá»¥c hÃ\u00a0nh chÃ\u00adnh', 'UTF-8', 'Thủ tục hành chính'],
    ['Há»™ tá»‹ch', 'UTF-8', 'Hộ tịch'],
    ['Ä\u0090Äƒng kÃ½', 'UTF-8', 'Đăng ký'],
    ['hÃ nh chÃ­nh tá»¥c', 'UTF-8', undefined],
  ])('“%s” was %s', (text, encoding, meant) => {
    expect(misread(text)).toEqual({ encoding, ...(meant !== undefined && { text: meant }) })
  })

  it.each([
    'hoà giải',
    'Café Zürich',
    'El Niño',
    'Château',
    'thuê nhà',
    'phí',
    'môtô',
    'hoá, toá',
    'Krông Nô',
    '123/2015/NÐ-CP',
    'Ðà',
    '«lá»',
    '',
  ])('leaves “%s” alone', text => {
    expect(misread(text)).toBeUndefined()
  })

  it('leaves right titles and any of their words alone', () => {
    for (const title of titles) expect(misread(title)).toBeUndefined()
    fc.assert(
      fc.property(fc.subarray(words, { minLength: 1, maxLength: 12 }), some => {
        expect(misread(some.join(' '))).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('gives a title back that was written in UTF-8 and read as windows-1252', () => {
    for (const title of titles) {
      const bytes = new TextEncoder().encode(title)
      const shown = new TextDecoder('windows-1252').decode(bytes)
      if (shown !== title) expect(misread(shown)).toEqual({ encoding: 'UTF-8', text: title })
    }
  })
})

describe('isSyllable', () => {
  it('knows every word of the titles', () => {
    expect(words.filter(word => !isSyllable(word) && /[^\u0020-\u007f]/.test(word))).toEqual([])
  })
})
