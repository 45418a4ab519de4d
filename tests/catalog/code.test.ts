import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeKey, parseCode, repairCode } from '../../src/catalog/code.js'

describe('parseCode', () => {
  it.each([
    ['1.001193', { base: '1.001193' }],
    ['5.003882', { base: '5.003882' }],
    ['1.001193.02', { base: '1.001193', variant: '02' }],
    ['1.013978.H41', { base: '1.013978', organisation: 'H41' }],
    ['2.000815.000.00.00.H55', { base: '2.000815', organisation: '000.00.00.H55' }],
    ['2.000815.000.00.00.H55.02', { base: '2.000815', organisation: '000.00.00.H55', variant: '02' }],
    ['1.001193.02.H09', { base: '1.001193', organisation: 'H09', variant: '02' }],
  ])('%s', (text, code) => {
    expect(parseCode(text)).toEqual(code)
  })

  it.each(['', '1.00119', '0.001193', '1.0011930', '1,001193', '1.001193.', '1.001193.2', '1.001193 ', '12.001193'])(
    '“%s” is no code',
    text => {
      expect(parseCode(text)).toBeUndefined()
    },
  )
})

describe('codeKey', () => {
  it('forgets the organisation and keeps the variant', () => {
    expect(codeKey('2.000815.000.00.00.H55.02')).toBe('2.000815.02')
    expect(codeKey('2.000815.H09')).toBe('2.000815')
  })
})

describe('repairCode', () => {
  it.each([
    ['1001193', '1.001193'],
    ['1.001.193', '1.001193'],
    ['1,001193', '1.001193'],
    [' 1. 001193.', '1.001193'],
    ['1.001193.h09', '1.001193.H09'],
    // What was lost is unknown.
    ['1.00101', undefined],
    ['1.001193', undefined],
    ['TP-HT-07', undefined],
  ])('%s → %s', (text, code) => {
    expect(repairCode(text)).toBe(code)
  })

  it('makes a code or nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9., Hh]*$/), text => {
        const code = repairCode(text)
        return code === undefined || parseCode(code) !== undefined
      }),
    )
  })
})
