import { describe, expect, it, test } from 'vitest'
import type { Procedure } from '../../src/catalog/model.js'
import { feeTableView } from '../../src/views/fee-table.js'
import { qrView } from '../../src/views/qr.js'
import { revisionOf } from '../../src/views/revision.js'
import { shortestDays, timeLimits } from '../../src/views/time-limit.js'
import { internalPhone, sampleCatalog } from '../sample.js'
import { viewOf, wholeCatalog } from '../site.js'

describe('a time limit in a sentence', () => {
  // 2026-11-24 is a public holiday since NQ 28/2026/QH16.
  const monday = '2026-11-23'

  it.each([
    ['ngay', monday, 'Giải quyết ngay khi nhận đủ hồ sơ hợp lệ.', 'Nộp thứ Hai 23/11/2026 thì có kết quả trong ngày.'],
    [
      'trong ngày',
      monday,
      'Giải quyết trong ngày nhận đủ hồ sơ hợp lệ.',
      'Nộp thứ Hai 23/11/2026 thì có kết quả trong ngày.',
    ],
    [
      '3 ngày làm việc',
      monday,
      'Giải quyết trong 3 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Nộp thứ Hai 23/11/2026 thì hẹn trả chậm nhất thứ Sáu 27/11/2026.',
    ],
    // On a day without work nobody hands anything in.
    [
      '1 ngày làm việc',
      '2026-11-28',
      'Giải quyết trong 1 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Nộp thứ Hai 30/11/2026 thì hẹn trả chậm nhất thứ Ba 01/12/2026.',
    ],
    ['2 giờ', monday, 'Giải quyết trong 2 giờ kể từ ngày nhận đủ hồ sơ hợp lệ.', undefined],
    ['Không quy định', monday, 'Pháp luật không quy định thời hạn giải quyết.', undefined],
    ['vài hôm', monday, 'Thời hạn giải quyết: vài hôm.', undefined],
  ])('“%s” on %s', (written, today, sentence, due) => {
    const [view] = timeLimits(today, 'vi')(written)
    expect(view?.sentence).toBe(sentence)
    expect(view?.due?.sentence).toBe(due)
  })

  it('is English where the labels are', () => {
    const [view] = timeLimits(monday, 'en')('2,5 ngày làm việc')
    expect(view?.sentence).toBe(
      'Done within 2.5 working days, counted from the day when the complete dossier is received.',
    )
    expect(view?.due?.sentence).toBe('Handed in on Monday 2026-11-23: due by Friday 2026-11-27.')
  })

  it('says where the holidays are not decided yet', () => {
    const [view] = timeLimits('2027-12-20', 'vi')('60 ngày')
    expect(view?.due?.certain).toBe(false)
  })

  it.each([
    ['ngay', 0],
    ['2 giờ', 0],
    ['5 ngày làm việc', 5],
    ['1 tháng và 2 ngày', 32],
    ['Không quy định', null],
    [undefined, null],
    [[{ time: '10 ngày' }, { time: '3 ngày làm việc' }], 3],
  ])('for sorting, %j takes %s days', (written, days) => {
    expect(shortestDays(written)).toBe(days)
  })
})

describe('fees by channel', () => {
  it('tells silence from “none”, “exempt” and a rate of nothing', () => {
    const kinds = ([undefined, 'none', 'exempt', [{ amount: '0' }], [{ amount: '8000' }]] as Procedure['fees'][]).map(
      fees => feeTableView(fees, 'vi'),
    )
    expect(kinds.map(({ kind, free }) => [kind, free])).toEqual([
      ['silent', false],
      ['none', true],
      ['exempt', true],
      ['rates', true],
      ['rates', false],
    ])
    expect(kinds.map(({ summary }) => summary)).toEqual([
      'Chưa công bố',
      'Không thu phí, lệ phí',
      'Được miễn phí, lệ phí',
      '0 đồng',
      '8.000 đồng',
    ])
  })

  it('puts the rates in the order of the channels', () => {
    const fees = wholeCatalog.procedures.find(({ code }) => code === '2.000815')?.fees
    const { rows, byCase, summary } = feeTableView(fees, 'vi')
    expect(rows.map(({ channel }) => channel)).toEqual(['Nộp trực tiếp', 'Nộp trực tiếp', 'Nộp trực tuyến'])
    expect(byCase).toBe(true)
    expect(summary).toBe('Có thu, tùy trường hợp')
  })
})

test('a QR code has the quiet zone of the standard around it', () => {
  const { size, path } = qrView('https://phuong.example.vn/thu-tuc/1.001193/')
  const [, x, y] = /^M(\d+) (\d+)/.exec(path) ?? []
  expect([x, y]).toEqual(['4', '4'])
  expect(size).toBeGreaterThan(28)
})

test('the revision changes with what is published and with nothing else', () => {
  const revision = revisionOf(sampleCatalog)
  expect(revision).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/)
  const [first, ...rest] = sampleCatalog.officers
  if (first === undefined) throw new Error('the sample has officers')
  const secret = { ...first, internal: { phone: internalPhone, note: 'khác' } }
  expect(revisionOf({ ...sampleCatalog, officers: [secret, ...rest] })).toBe(revision)
  expect(revisionOf({ ...sampleCatalog, officers: [{ ...first, phone: '0274 3000 002' }, ...rest] })).not.toBe(revision)
})

describe('the site', () => {
  it('has a page for every record, each at an address of its own', () => {
    const { pages, redirects } = viewOf(wholeCatalog)
    const addresses = [...pages.map(({ address }) => address), ...redirects.map(({ address }) => address)]
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(pages.filter(({ procedure }) => procedure !== undefined)).toHaveLength(wholeCatalog.procedures.length)
    expect(pages.filter(({ field }) => field !== undefined)).toHaveLength(wholeCatalog.fields.length)
  })

  it('does not redirect from a code that the list still holds', () => {
    const { redirects } = viewOf(wholeCatalog, {
      replaced: new Map([
        ['1.000656', '2.000815'],
        ['1.888888', '9.999999'],
      ]),
    })
    expect(redirects.map(({ code }) => code)).toEqual(['1.000001'])
  })

  it('does not go round in circles', () => {
    const replaced = new Map([
      ['1.888881', '1.888882'],
      ['1.888882', '1.888881'],
    ])
    expect(viewOf(wholeCatalog, { replaced }).redirects.map(({ code }) => code)).toEqual(['1.000001'])
  })

  it('hands everyday words to the search, ours and those of the catalog', () => {
    const entry = viewOf(wholeCatalog).search.entries.find(({ code }) => code === '1.001193')
    expect(entry?.also.split('; ')).toEqual(expect.arrayContaining(['Khai sinh', 'giấy khai sinh', 'giấy cho bé']))
    const copy = viewOf(wholeCatalog).search.entries.find(({ code }) => code === '2.000815')
    expect(copy?.also.split('; ')).toEqual(expect.arrayContaining(['1.000001', 'sao y']))
  })

  it('keeps procedures of a field that the catalog does not hold', () => {
    const stray: Procedure = { code: '1.777777', title: 'Thủ tục lạc', field: 'khong-co' }
    const { pages } = viewOf({ ...wholeCatalog, procedures: [...wholeCatalog.procedures, stray] })
    const listing = pages.find(({ template }) => template === 'all-procedures.hbs')
    expect(JSON.stringify(listing?.content)).toContain('Chưa xếp lĩnh vực')
  })

  it('writes a letter for a report of a mistake, or leads to where feedback goes', () => {
    const reports = (email: string) => {
      const agency = { name: 'UBND', email: 'x', feedback: { email } }
      const { pages } = viewOf({ ...wholeCatalog, agency })
      const page = pages.find(({ procedure }) => procedure?.code === '1.001193')
      return (page?.content as { report: string } | undefined)?.report
    }
    expect(reports('phananh@x.vn')).toMatch(/^mailto:phananh@x\.vn\?subject=Th%C3%B4ng%20tin%20sai.*1\.001193/)
    expect(reports('a@b.vn?cc=ke.gian@c.vn')).toBe('../../phan-anh/index.html')
  })
})
