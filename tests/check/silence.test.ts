import { describe, expect, it } from 'vitest'
import { silence } from '../../src/check/silence.js'
import type { Finding } from '../../src/finding.js'
import { position, type Source } from '../../src/source.js'

const ids = ['phone-malformed', 'email-malformed', 'expired', 'yaml-syntax']

/** A finding at each `!` of the text, which may be followed by the name of its rule. */
function check(text: string, { forbidden = [] as string[], whole = true } = {}) {
  const source: Source = { path: 'a.yaml', text }
  const findings = [...text.matchAll(/!([a-z-]*)/g)].map(
    ({ index, 1: rule }): Finding => ({
      rule: rule || 'phone-malformed',
      severity: 'error',
      at: { source, start: index, end: index + 1 },
      message: { vi: '', en: '' },
    }),
  )
  const result = silence([source], findings, { ids, forbidden: new Set(forbidden), whole })
  const told = result.findings.map(({ rule, at: { start } }) => `${position(source, start).line} ${rule}`)
  return { told, silenced: result.silenced, findings: result.findings }
}

describe('a comment silences', () => {
  it.each([
    ['its own line', 'a: x! # tthc-ignore phone-malformed: số của bưu điện'],
    ['the line below', '# tthc-ignore phone-malformed: số cũ còn dùng\na: x!'],
    ['the line below, indented', 'l:\n  - b: 1\n    # tthc-ignore phone-malformed: số cũ\n    a: x!'],
    ['the line below other comments', '# tthc-ignore phone-malformed: số cũ\n# ghi chú\na: x!'],
    ['with no space after the sign', 'a: x! #tthc-ignore phone-malformed: số cũ'],
    ['with Windows line ends', '# tthc-ignore phone-malformed: số cũ\r\na: x!\r\n'],
    ['after a byte order mark', '\uFEFF# tthc-ignore phone-malformed: số cũ\na: x!'],
    ['beside the head of a block text', 'a: | # tthc-ignore phone-malformed: số cũ\n  b\n'],
    ['after a quoted value', 'a: "x! # y" # tthc-ignore phone-malformed: số cũ'],
    ['with a colon in the reason', 'a: x! # tthc-ignore phone-malformed: xem 1: hai'],
  ])('%s', (name, text) => {
    if (name.includes('block')) {
      const source = { path: 'a.yaml', text }
      const at = { source, start: 3, end: 4 }
      const finding: Finding = { rule: 'phone-malformed', severity: 'error', at, message: { vi: '', en: '' } }
      expect(silence([source], [finding], { ids, forbidden: new Set(), whole: true }).findings).toEqual([])
      return
    }
    expect(check(text)).toMatchObject({ told: [], silenced: 1 })
  })

  it('several rules at once', () => {
    const text = '# tthc-ignore phone-malformed, email-malformed: theo công văn 12\na: x! y!email-malformed'
    expect(check(text)).toMatchObject({ told: [], silenced: 2 })
  })

  it('several findings of a rule on its line', () => {
    expect(check('# tthc-ignore phone-malformed: ổn\na: x! y!').told).toEqual([])
  })

  it('no other rule and no other line', () => {
    const text = '# tthc-ignore phone-malformed: ổn\na: x! y!expired\nb: z!'
    expect(check(text).told).toEqual(['2 expired', '3 phone-malformed'])
  })

  it('not from two lines above, nor from behind the value of the line above', () => {
    expect(check('# tthc-ignore phone-malformed: ổn\n\na: x!').told).toEqual(['3 phone-malformed', '1 silencer-unused'])
    expect(check('b: 1 # tthc-ignore phone-malformed: ổn\na: x!').told).toEqual([
      '2 phone-malformed',
      '1 silencer-unused',
    ])
  })
})

describe('text of the catalog is no silencer', () => {
  it.each([
    ['in double quotes', 'a: "x! # tthc-ignore phone-malformed: y"'],
    ['in single quotes', "a: 'x! # tthc-ignore phone-malformed: y'"],
    ['in a plain text', 'a: x!#tthc-ignore phone-malformed'],
    ['in a block text', 'a: |\n  # tthc-ignore phone-malformed: y\n  x!'],
    ['in a key', '"# tthc-ignore phone-malformed: y": x!'],
    ['in quotes over two lines', 'a: "b\n  # tthc-ignore phone-malformed: y\n  x!"'],
    ['in prose of a comment', 'a: x! # xem tthc-ignore phone-malformed: y'],
    ['of another word', 'a: x! # tthc-ignored phone-malformed: y'],
    ['in a file that cannot be parsed', 'a: x! # tthc-ignore phone-malformed: y\nb: [\n'],
  ])('%s', (_, text) => {
    expect(check(text)).toMatchObject({ told: [expect.stringMatching(/ phone-malformed$/)], silenced: 0 })
  })
})

describe('a faulty silencer is told and silences nothing', () => {
  it.each([
    ['without a reason', 'a: x! # tthc-ignore phone-malformed', 'silencer-without-reason'],
    ['with an empty reason', 'a: x! # tthc-ignore phone-malformed: …', 'silencer-without-reason'],
    ['with the words to be written over', 'a: x! # tthc-ignore phone-malformed: lý do', 'silencer-without-reason'],
    ['with those of a message', 'a: x! # tthc-ignore phone-malformed: <the reason>', 'silencer-without-reason'],
    ['without a rule', 'a: x! # tthc-ignore: số cũ', 'silencer-unknown-rule'],
    ['with an unknown rule', 'a: x! # tthc-ignore phone-malformd: số cũ', 'silencer-unknown-rule'],
  ])('%s', (_, text, rule) => {
    expect(check(text).told).toEqual(['1 phone-malformed', `1 ${rule}`])
  })

  it('and says what was probably meant', () => {
    const { findings } = check('a: 1 # tthc-ignore phone-malformd: số cũ')
    expect(findings[0]?.message.vi).toBe('Không có quy tắc “phone-malformd”; có phải “phone-malformed” không?')
  })

  it('but the sound names beside it count', () => {
    expect(check('a: x! # tthc-ignore phone-malformed, nope: số cũ').told).toEqual(['1 silencer-unknown-rule'])
  })

  it('where the configuration forbids it', () => {
    const text = 'a: x! # tthc-ignore phone-malformed: số cũ'
    expect(check(text, { forbidden: ['phone-malformed'] }).told).toEqual(['1 phone-malformed', '1 silence-forbidden'])
  })

  it('where the rule cannot be silenced', () => {
    expect(check('a: x!yaml-syntax # tthc-ignore yaml-syntax: y').told).toEqual([
      '1 yaml-syntax',
      '1 silence-forbidden',
    ])
  })
})

describe('a silencer that has no use', () => {
  it('is told', () => {
    expect(check('a: x # tthc-ignore phone-malformed: số cũ').told).toEqual(['1 silencer-unused'])
  })

  it('is told of the one name that has none', () => {
    const { findings } = check('a: x! # tthc-ignore phone-malformed, expired: số cũ')
    expect(findings.map(({ at }) => at.source.text.slice(at.start, at.end))).toEqual(['expired'])
  })

  it('is not told while rules are waiting for records that could not be read', () => {
    expect(check('a: x # tthc-ignore phone-malformed: số cũ', { whole: false }).told).toEqual([])
  })
})

it('a pile of comments as long as a file takes no longer than its lines', () => {
  const comment = '# tthc-ignore phone-malformed: số cũ\n'
  const start = performance.now()
  const { silenced, findings } = check(`${comment.repeat(40_000)}a: x!\n`)
  // Line by line for each comment it would take minutes.
  expect(performance.now() - start).toBeLessThan(5000)
  expect(silenced).toBe(1)
  expect(findings).toHaveLength(39_999)
})
