import { expect, it } from 'vitest'
import { readCatalogs } from '../../src/workspace/read.js'
import { memoryIo } from '../memory-io.js'

const io = memoryIo({
  files: { '-': 'catalog: 1\n', 'w/a/catalog.yaml': 'catalog: 1\n', 'w/b/catalog.yaml': 'catalog: 1\n' },
})

it.each([
  ['w/a w/a/ ./w/a w/a/catalog.yaml', ['w/a']],
  ['w/b w', ['w/b', 'w/a']],
  ['- w/a -', ['-', 'w/a']],
])('reads each catalog once: %s', async (paths, expected) => {
  const catalogs = await readCatalogs(paths.split(' '), io)
  expect(catalogs.map(({ catalog }) => catalog.path)).toEqual(expected)
})
