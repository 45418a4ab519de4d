import { expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { memoryIo } from '../memory-io.js'

it.each(['a', '0', '('])('a name of millions of letters (%s) is checked, and quoted in part', async letter => {
  const io = memoryIo({ files: { 'a.yaml': `catalog: 1\nagency: {name: "${letter.repeat(5_000_000)}"}\n` } })
  expect(await main(['check', 'a.yaml'], io)).toBe(1)
  expect(io.printed.err).toBe('')
  expect(io.printed.out.length).toBeLessThan(5000)
})
