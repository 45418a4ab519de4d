import { expect, it } from 'vitest'
import { withoutInternal } from '../../src/catalog/internal.js'

const secret = /0900|BÍ MẬT/

it.each([
  ['a block', 'officers:\n  - id: a\n    internal:\n      phone: 0900 000 099\n      note: BÍ MẬT\n    name: An\n'],
  ['one line', 'officers:\n  - {id: a, internal: {phone: "0900", note: BÍ MẬT}, name: An}\n'],
  ['a block text', 'officers:\n  - id: a\n    internal:\n      note: |\n        BÍ MẬT\n        0900\n    name: An\n'],
  ['Windows line ends', 'officers:\r\n  - id: a\r\n    internal:\r\n      phone: 0900\r\n    name: An\r\n'],
  [
    'a file that does not parse',
    'officers:\n  - id: a\n    internal:\n      phone: "0900\n      note: BÍ MẬT\n    name: An\n   - x: [\n',
  ],
  [
    'a quoted key that does not parse',
    'officers:\n  - id: a\n    "internal": {phone: 0900, note: BÍ MẬT\n    name: An\n',
  ],
])('masks %s and moves nothing', async (_, text) => {
  const masked = await withoutInternal({ path: 'a.yaml', text })
  expect(masked.text).not.toMatch(secret)
  expect(masked.text).toHaveLength(text.length)
  expect(masked.text).toContain('name: An')
  expect(masked.text.match(/\r?\n/g)).toEqual(text.match(/\r?\n/g))
})

it('leaves a file without such a key alone', async () => {
  const source = { path: 'a.yaml', text: 'officers: []\n' }
  expect(await withoutInternal(source)).toBe(source)
})
