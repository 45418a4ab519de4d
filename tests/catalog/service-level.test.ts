import { expect, it } from 'vitest'
import { serviceLevels } from '../../src/catalog/model.js'
import { levelScheme, likelyLevel } from '../../src/catalog/service-level.js'

it.each([
  ['Mức độ 4', 'level-4'],
  ['mức 3', 'level-3'],
  ['DVC trực tuyến mức độ 3', 'level-3'],
  ['4', 'level-4'],
  ['level4', 'level-4'],
  ['levle-4', 'level-4'],
  ['Toàn trình', 'full'],
  ['TOÀN TRÌNH'.normalize('NFD'), 'full'],
  ['một phần', 'partial'],
  ['fulll', 'full'],
  ['cung cấp thông tin trực tuyến', 'information'],
  ['không', 'none'],
  ['level-5', undefined],
  ['mức độ 14', undefined],
  ['trực tuyến', undefined],
  ['', undefined],
])('“%s” most likely means %s', (text, expected) => {
  expect(likelyLevel(text)).toBe(expected)
})

it('knows the scheme of every level', () => {
  expect(serviceLevels.map(levelScheme).filter(scheme => scheme === 'nd43-2011')).toHaveLength(4)
})
