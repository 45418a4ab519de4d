import { describe, expect, it } from 'vitest'
import { allRules } from '../../src/check/all-rules.js'
import { tthc } from '../bundle.js'

describe('explain, as users run it', () => {
  it('lists every rule, one a line', () => {
    const { status, stdout } = tthc(['explain'])
    expect(status).toBe(0)
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toEqual(allRules.map(({ id }) => id))
  })

  it.each([
    ['vi', 'Vì sao:'],
    ['en', 'Why:'],
  ])('explains one in %s, in eighty columns', (lang, word) => {
    const { stdout } = tthc(['explain', 'phone-malformed', '--lang', lang])
    expect(stdout).toContain(word)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('helps with a name that was mistyped', () => {
    const { status, stderr } = tthc(['explain', 'phone-malfromed'])
    expect(status).toBe(2)
    expect(stderr).toBe('tthc: không có quy tắc “phone-malfromed”; có phải “phone-malformed” không?\n')
  })
})
