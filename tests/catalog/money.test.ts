import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDong, type Money, namesRate, parseMoney, writtenMoney } from '../../src/catalog/money.js'

function said(money: Money): string {
  switch (money.kind) {
    case 'amount':
    case 'foreign':
      return writtenMoney(money) + (money.per === undefined ? '' : ` / ${money.per}`)
    case 'free':
      return money.said
    case 'contradictory':
      return 'contradictory'
    case 'unparsed':
      return `? ${money.reason}`
  }
}

describe('parseMoney', () => {
  it.each([
    ['8000', '8000'],
    ['0', '0'],
    ['8.000', '8000'],
    ['8,000', '8000'],
    ['8 000', '8000'],
    ['8.000 đồng', '8000'],
    ['8.000đ', '8000'],
    ['8,000 VNĐ', '8000'],
    ['Phí : 0 Đồng', '0'],
    ['Lệ phí: 15.000 đồng.', '15000'],
    ['2,000 Việt Nam Đồng', '2000'],
    ['2,000 Việt Nam Đồng(/trang)', '2000 / trang'],
    ['10.000 đồng/trường hợp', '10000 / trường hợp'],
    ['1.500.000 đồng', '1500000'],
    ['20 nghìn đồng', '20000'],
    ['1,5 triệu đồng', '1500000'],
    ['10USD', '10 USD'],
    ['Lệ phí : 1.5 USD', '1,5 USD'],
    ['10 USD(/bản)', '10 USD / bản'],
    ['Miễn phí', 'exempt'],
    ['miễn', 'exempt'],
    ['Miễn lệ phí', 'exempt'],
    ['Không', 'none'],
    ['Không thu phí', 'none'],
    ['Không có', 'none'],
    ['Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.)', 'contradictory'],
    ['Miễn phí (8.000 đồng/bản)', 'contradictory'],
    ['0 đồng; mức thu 8.000 đồng từ bản thứ hai', 'contradictory'],
    ['Miễn phí(Không quy định.)', '? unknown'],
    ['Miễn phí(Thông tư số 60/2023/TT-BTC quy định mức thu, chế độ thu, nộp lệ phí)', '? unknown'],
    ['Phí :  Đồng', '? number-missing'],
    ['', '? number-missing'],
    ['Phí : o Đồng', '? zero-in-letters'],
    ['Phí : Không Đồng', '? zero-in-letters'],
    ['Không có thông tin', '? no-information'],
    ['1.5', '? ambiguous-number'],
    ['08.000', '? ambiguous-number'],
    ['8.000,50 đồng', '? ambiguous-number'],
    ['1.000,000', '? ambiguous-number'],
    ['8', '? too-small'],
    ['25 VNĐ', '? too-small'],
    ['25 VNĐ(25.000.000đ/giấy phép)', '? several'],
    ['2.000 đồng/trang; từ trang thứ ba 1.000 đồng/trang', '? several'],
    ['Theo quy định của Hội đồng nhân dân cấp tỉnh', '? by-reference'],
    ['tùy hồ sơ', '? unknown'],
  ])('“%s” is %s', (text, expected) => {
    expect(said(parseMoney(text))).toBe(expected)
  })
})

const amount = fc.integer({ min: 100, max: 999_999_999 })

describe('laws', () => {
  it('reads back every amount that we show or write', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(0), amount), dong => {
        expect(parseMoney(formatDong(dong))).toEqual({ kind: 'amount', dong })
        expect(parseMoney(writtenMoney({ kind: 'amount', dong }))).toEqual({ kind: 'amount', dong })
      }),
    )
  })

  it('does not mind which sign groups, which word follows, or how it is spaced', () => {
    const words = fc.constantFrom('', ' đồng', 'đ', ' VNĐ', ' VND', ' Việt Nam Đồng', '  Đồng')
    fc.assert(
      fc.property(amount, fc.constantFrom('.', ',', ' ', '\u00a0'), words, (dong, sign, word) => {
        const grouped = String(dong).replace(/\B(?=(?:\d{3})+$)/g, sign)
        expect(parseMoney(` ${grouped}${word}`)).toEqual({ kind: 'amount', dong })
      }),
    )
  })

  it('reads back dollars', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), cents => {
        const money = { kind: 'foreign', currency: 'USD', amount: cents / 100 } as const
        expect(parseMoney(writtenMoney(money))).toEqual(money)
      }),
    )
  })

  it('never makes an amount of a text without a digit, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
        const { kind } = parseMoney(text)
        if (!/\d/.test(text)) expect(['amount', 'foreign']).not.toContain(kind)
      }),
    )
  })

  it('answers at once on hostile texts', () => {
    const started = performance.now()
    for (const part of ['1.', '1 ', 'Miễn phí(', 'theo ', 'phí , ', '0 đồng/'] as const) {
      parseMoney(part.repeat(50))
      parseMoney(part.repeat(20_000))
      namesRate(part.repeat(20_000))
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
