import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/renderers/board-node.js'
import { breakLines, glue, glued, textWidth, widthOfRuns } from '../../src/renderers/board-type.js'

const syllables = fc.constantFrom(
  'Thủ',
  'tục',
  'đăng',
  'ký',
  'khai',
  'sinh',
  'nghiêng',
  'ở',
  '1.001193',
  'QĐ-UBND',
  'x'.repeat(70),
  '👍🏽',
)
const texts = fc.array(fc.tuple(syllables, fc.constantFrom(400 as const, 700 as const)), { maxLength: 40 })

function plain(lines: ReturnType<typeof breakLines>): string[] {
  return lines.map(line => line.map(({ text }) => text).join(''))
}

test('no letter is lost or turned, whatever the width', () => {
  fc.assert(
    fc.property(texts, fc.double({ min: 1.5, max: 60, noNaN: true }), (words, width) => {
      const lines = breakLines(
        words.map(([text, weight]) => run(`${text} `, weight)),
        width,
      )
      const expected = words.map(([text]) => text).join('')
      expect(plain(lines).join('').replaceAll(' ', '')).toBe(expected)
    }),
  )
})

test('no line is wider than its column, unless one letter is', () => {
  fc.assert(
    fc.property(texts, fc.double({ min: 1.5, max: 60, noNaN: true }), (words, width) => {
      for (const line of breakLines(
        words.map(([text, weight]) => run(`${text} `, weight)),
        width,
      )) {
        const letters = [...new Intl.Segmenter('vi').segment(line.map(({ text }) => text).join(''))]
        if (letters.length > 1) expect(widthOfRuns(line)).toBeLessThanOrEqual(width)
      }
    }),
  )
})

test('a column without any room ends, too', () => {
  expect(plain(breakLines([run('Hộ tịch')], -1)).join('')).toBe('Hộtịch')
})

test('a telephone number is not parted', () => {
  const lines = plain(breakLines([run(`Gọi ${glued('0274 0123 401')}`)], 9))
  expect(lines).toEqual(['Gọi', `0274${glue}0123${glue}401`])
})

test('a long number breaks behind a sign', () => {
  expect(plain(breakLines([run('102/2012/TTLT-BQP-BLĐTBXH-BTC')], 9))[0]).toMatch(/[-/]$/)
})

test('a last line is no single short word', () => {
  const [, last] = plain(
    breakLines([run('Hỗ trợ khẩn cấp về làm nhà ở')], textWidth('Hỗ trợ khẩn cấp về làm nhà ', 400)),
  )
  expect(last).toBe('nhà ở')
})

test('text is composed before it is measured: decomposed letters are as wide', () => {
  const [line] = breakLines([run('Hộ tịch'.normalize('NFD'))], 20)
  expect(line?.[0]?.text).toBe('Hộ tịch')
})

test('figures have one width', () => {
  for (const weight of [400, 700] as const) {
    expect(new Set([...'0123456789'].map(figure => textWidth(figure, weight)))).toHaveProperty('size', 1)
  }
})
