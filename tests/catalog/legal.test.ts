import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLegalNumber, legalKey, parseLegalNumber } from '../../src/catalog/legal.js'

function said(text: string): string {
  const read = parseLegalNumber(text)
  if (isLegalNumber(read)) return `${read.kind} ${read.year ?? '-'}`
  const { fault, repair, inside } = read
  return [`? ${fault}`, repair && `→ ${repair}`, inside && `in ${inside}`].filter(Boolean).join(' ')
}

describe('parseLegalNumber', () => {
  it.each([
    ['60/2014/QH13', 'law 2014'],
    ['02/2020/UBTVQH14', 'law 2020'],
    ['123/2015/NĐ-CP', 'normative 2015'],
    ['66.7/2025/NQ-CP', 'normative 2025'],
    ['66.10/2025/NQ-CP', 'normative 2025'],
    ['45/2016/QĐ-TTg', 'normative 2016'],
    ['04/2020/TT-BTP', 'normative 2020'],
    ['23/2026/NQ-HĐND', 'normative 2026'],
    ['12/2013/QĐ-UBND', 'normative 2013'],
    ['01/2026/TT-BMOI', 'normative 2026'],
    ['102/2012/TTLT-BQP-BLĐTBXH-BTC', 'joint 2012'],
    ['69/2007/TTLT/BQP-BLĐTBXH-BTC', 'joint 2007'],
    ['403/2017/NQLT-CP-UBTVQH14-UBTWMTTQVN', 'joint 2017'],
    ['371/QĐ-UBND', 'individual -'],
    ['46a/QĐ-UBND', 'individual -'],
    ['1523/QĐ-BCA-C06', 'individual -'],
    ['46/TB-UBND', 'individual -'],
    ['1747/UBND-NC', 'individual -'],
    ['19-NQ/TW', 'individual -'],
    ['48/VBHN-VPQH', 'consolidated -'],
    ['21/2008/TTLT- BQP-BLĐTBXH-BTC', '? style → 21/2008/TTLT-BQP-BLĐTBXH-BTC'],
    ['37/2026/NĐ -CP', '? style → 37/2026/NĐ-CP'],
    ['123 / 2015 / ND - CP', '? style → 123/2015/NĐ-CP'],
    ['123/2015/NÐ-CP', '? style → 123/2015/NĐ-CP'],
    ['123/2015/nđ-cp', '? style → 123/2015/NĐ-CP'],
    ['45/2016/QD-TTG', '? style → 45/2016/QĐ-TTg'],
    ['1234/QD-BTP', '? style → 1234/QĐ-BTP'],
    ['23/2026/NQ-HDND', '? style → 23/2026/NQ-HĐND'],
    ['02/2021/TT-BLDTBXH', '? style → 02/2021/TT-BLĐTBXH'],
    ['371/QĐ–UBND', '? style → 371/QĐ-UBND'],
    ['Thông tư số 104/2024/TT-BQP', '? prefix → 104/2024/TT-BQP'],
    ['Luật 47/2014/QH13', '? prefix → 47/2014/QH13'],
    ['số 25/2018/QH14', '? prefix → 25/2018/QH14'],
    ['SỐ 123/QĐ-NHNN', '? prefix → 123/QĐ-NHNN'],
    ['Nghị định số: 123/2015/ND-CP', '? prefix → 123/2015/NĐ-CP'],
    ['nghị định 146/2025', '? prefix → 146/2025/NĐ-CP'],
    ['Thông tư 123/2015/NĐ-CP', '? prefix-contradicts'],
    ['Luật Hộ tịch số 60/2014/QH13', '? text-around in 60/2014/QH13'],
    ['371/QĐ-UBND ngày 01/3/2022', '? text-around in 371/QĐ-UBND'],
    ['60/2014/QH13; 123/2015/NĐ-CP', '? several'],
    ['BỘ LUẬT HÀNG HẢI VIỆT NAM', '? name'],
    ['12', '? serial-only'],
    ['Thông tư 104', '? serial-only'],
    ['34/2023', '? body-missing'],
    ['Thông tư 34/2023', '? body-missing'],
    ['158/2011/TT', '? issuer-missing'],
    ['118/2025/NĐ-C', '? issuer-unknown'],
    ['118/2025/NĐ-UBND', '? issuer-unknown'],
    ['Demo/QĐ-BCA', '? serial-missing'],
    ['QĐ/123-BCA', '? serial-missing'],
    ['123/215/NĐ-CP', '? year'],
    ['2025.01/2022/TT-BXD', '? unknown'],
    ['257/2016/TT-BTCNghị định số 1', '? unknown'],
  ])('“%s” is %s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })
})

const serial = fc.integer({ min: 1, max: 999 })
const year = fc.integer({ min: 1993, max: 2099 })
const body = fc.constantFrom('NĐ-CP', 'QĐ-TTg', 'TT-BTP', 'TT-BLĐTBXH', 'NQ-HĐND', 'QĐ-UBND', 'TT-BGDĐT', 'NQ-CP')
const number = fc.tuple(serial, year, body).map(([first, second, third]) => `${first}/${second}/${third}`)

describe('laws', () => {
  it('takes every right number for itself', () => {
    fc.assert(
      fc.property(number, text => {
        expect(parseLegalNumber(text)).toMatchObject({ number: text })
      }),
    )
  })

  it('undoes the damage of typing', () => {
    const damages: readonly ((text: string) => string)[] = [
      text => text.replaceAll('Đ', 'D'),
      text => text.replaceAll('Đ', 'Ð'),
      text => text.toLowerCase(),
      text => text.toUpperCase(),
      text => text.replaceAll('-', ' - '),
      text => text.replaceAll('/', ' /'),
      text => text.replaceAll('-', '–'),
      text => ` ${text} `,
      text => `số ${text}`,
      text => text.normalize('NFD'),
    ]
    fc.assert(
      fc.property(number, fc.subarray([...damages]), (text, some) => {
        const damaged = some.reduce((result, damage) => damage(result), text)
        const read = parseLegalNumber(damaged)
        expect(isLegalNumber(read) ? read.number : read.repair).toBe(text)
        expect(legalKey(damaged)).toBe(legalKey(text))
      }),
    )
  })

  it('repairs into what it takes for right, and never throws', () => {
    const part = fc.constantFrom('12', '/', '2015', 'NĐ', '-', 'CP', ' ', 'số', 'Luật', 'a', 'QD', '.', 'TTLT', 'QH13')
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(part, { maxLength: 12 }).map(all => all.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        const read = parseLegalNumber(text)
        if (isLegalNumber(read)) expect(read.number).toBe(text)
        else if (read.repair !== undefined) expect(parseLegalNumber(read.repair)).toMatchObject({ number: read.repair })
      }),
      { numRuns: 1000 },
    )
  })

  it('answers at once on hostile texts', () => {
    const started = performance.now()
    for (const part of ['1/', '1-', 'a', 'BQP-', '1/2015/TTLT-', 'Luật ', '1.'] as const) {
      parseLegalNumber(part.repeat(60))
      parseLegalNumber(`1/2015/NĐ-${part.repeat(60)}`)
      parseLegalNumber(part.repeat(20_000))
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
