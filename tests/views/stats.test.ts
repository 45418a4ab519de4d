import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog, Procedure } from '../../src/catalog/model.js'
import { type Share, statsView } from '../../src/views/stats.js'
import { internalPhone, sampleCatalog } from '../sample.js'

const today = '2022-07-15'
const bare: Catalog = { path: 'x', officers: [], fields: [], procedures: [] }

function of(catalog: Catalog, ...more: readonly Catalog[]) {
  return statsView(
    [catalog, ...more].map(one => ({ catalog: one, maximumAge: 180 })),
    today,
  )
}

function withProcedures(...procedures: readonly Partial<Procedure>[]): Catalog {
  return {
    ...bare,
    procedures: procedures.map(some => ({ code: '1.000001', title: 'x', field: 'f', ...some })),
  }
}

function counts(shares: readonly Share[]): Record<string, number> {
  return Object.fromEntries(shares.map(({ id, count }) => [id, count]))
}

describe('the figures of a small catalog', () => {
  const view = of(sampleCatalog)

  it('counts procedures, fields and officers', () => {
    expect(view).toMatchObject({ procedures: 3, fields: 2, officers: 3 })
    expect(counts(view.byField)).toEqual({ 'ho-tich': 2, 'dat-dai': 1 })
  })

  it('counts levels with their decree, and what has none', () => {
    expect(counts(view.levels)).toEqual({ 'level-2': 1, 'level-4': 1, missing: 1 })
    expect(view.levels[0]?.note?.vi).toBe('Nghị định 43/2011/NĐ-CP')
    expect(view.online).toMatchObject({ count: 1, of: 3 })
  })

  it('takes the longest case of a time and the highest rate of a fee', () => {
    expect(counts(view.times)).toEqual({ 'at-once': 1, 'working-days-3': 1, missing: 1 })
    expect(counts(view.fees)).toEqual({ none: 1, 'under-20000': 1, exempt: 1 })
  })

  it('gives the load of officers: the procedure’s own officer, else the first of the field', () => {
    expect(
      view.byOfficer.map(({ name, procedures, fields, deputyOf }) => [name, procedures, fields, deputyOf]),
    ).toEqual([
      ['Nguyễn Thị Ví Dụ', 1, 1, 0],
      ['Trần Văn Mẫu', 1, 0, 1],
      ['Lê Văn Thử', 1, 1, 0],
    ])
  })

  it('says how often a key is filled in, and nothing of what is internal', () => {
    const procedures = view.coverage.find(({ id }) => id === 'procedures')
    expect(procedures?.keys.find(({ id }) => id === 'processingTime')).toMatchObject({ count: 2, of: 3 })
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`internal|${internalPhone}`))
  })
})

describe('contacts', () => {
  const officers = [
    { id: 'a', name: 'A', phone: '0274 3000 001', checkedOn: '2022-07-15' },
    { id: 'b', name: 'B', phone: '0274 3000 002', checkedOn: '2022-01-16' },
    { id: 'c', name: 'C', phone: '0274 3000 003', checkedOn: '2022-01-15' },
    { id: 'd', name: 'D', email: 'd@example.vn', checkedOn: '2022-07-16' },
    { id: 'e', name: 'E', checkedOn: '2022-07-15' },
  ]

  it('are checked within the days that the rule allows, and not in the future', () => {
    expect(counts(of({ ...bare, officers }).contacts)).toEqual({ checked: 2, old: 1, never: 1, none: 1 })
  })
})

describe('times', () => {
  it.each([
    ['ngay', 'at-once'],
    ['2 giờ', 'hours'],
    ['3 ngày làm việc', 'working-days-3'],
    ['3 ngày', 'days-3'],
    ['3 ngày làm việc và 4 giờ', 'working-days-10'],
    ['10 ngày làm việc', 'working-days-10'],
    ['11 ngày làm việc', 'working-days-20'],
    ['30 ngày', 'days-more'],
    ['2 tuần', 'days-20'],
    ['1 tháng', 'months'],
    ['không quy định', 'not-set'],
    ['vài hôm', 'unread'],
    ['5', 'unread'],
  ])('“%s” is %s', (processingTime, id) => {
    expect(counts(of(withProcedures({ processingTime })).times)).toEqual({ [id]: 1 })
  })

  it('of several cases the longest counts, whichever stands first', () => {
    for (const times of [
      ['ngay', '25 ngày'],
      ['25 ngày', 'ngay'],
      ['5 ngày làm việc', '25 ngày'],
    ]) {
      const processingTime = times.map(time => ({ time }))
      expect(counts(of(withProcedures({ processingTime })).times)).toEqual({ 'days-more': 1 })
    }
  })
})

describe('fees', () => {
  it.each([
    [['0'], 'zero'],
    [['8000'], 'under-20000'],
    [['0', '20000'], 'under-100000'],
    [['2 triệu'], 'from-100000'],
    [['Miễn phí'], 'exempt'],
    [['25 USD', '8000'], 'foreign'],
    [['theo quy định'], 'unread'],
  ])('%j is %s', (amounts, id) => {
    const fees = amounts.map(amount => ({ amount }))
    expect(counts(of(withProcedures({ fees })).fees)).toEqual({ [id]: 1 })
  })
})

describe('several catalogs', () => {
  const other: Catalog = {
    ...sampleCatalog,
    path: 'catalogs/khac',
    fields: [{ id: 'x', name: 'HỘ TỊCH' }],
    procedures: sampleCatalog.procedures.map(procedure => ({ ...procedure, field: 'x' })),
  }

  it('are summed; fields of one name are one', () => {
    const view = of(sampleCatalog, other)
    expect(view).toMatchObject({ procedures: 6, fields: 2, officers: 6 })
    expect(view.byField.map(({ name, count }) => [name.vi, count])).toEqual([
      ['Hộ tịch', 5],
      ['Đất đai', 1],
    ])
    expect(view.catalogs.map(({ path, procedures, fields }) => [path, procedures, fields])).toEqual([
      ['catalogs/vi-du', 3, 2],
      ['catalogs/khac', 3, 1],
    ])
    expect(view.byOfficer[0]?.agency).toBe('UBND phường Ví Dụ')
  })
})

describe('whatever a catalog holds', () => {
  const text = fc.constantFrom('full', 'level-3', 'x', '5 ngày', 'ngay', '', 'none', '8000', '1 tháng')
  const procedure = fc.record(
    {
      code: text,
      title: text,
      field: fc.constantFrom('a', 'b', 'c'),
      serviceLevel: text,
      processingTime: fc.oneof(text, fc.array(fc.record({ time: text }), { maxLength: 3 })),
      fees: fc.oneof(
        fc.constantFrom('none' as const, 'exempt' as const),
        fc.array(fc.record({ amount: text }), { maxLength: 3 }),
      ),
    },
    { requiredKeys: ['code', 'title', 'field'] },
  )
  const catalog = fc.record({
    path: fc.constant('x'),
    officers: fc.array(fc.record({ id: text, name: text }), { maxLength: 3 }),
    fields: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b'), name: text }), {
      selector: ({ id }) => id,
      maxLength: 2,
    }),
    procedures: fc.array(procedure, { maxLength: 6 }),
  })

  it('every list of shares adds up to the whole', () => {
    fc.assert(
      fc.property(fc.array(catalog, { minLength: 1, maxLength: 3 }), catalogs => {
        const view = of(catalogs[0] as Catalog, ...(catalogs.slice(1) as Catalog[]))
        const sum = (shares: readonly Share[]) => shares.reduce((total, { count }) => total + count, 0)
        for (const shares of [view.levels, view.times, view.fees, view.byField]) {
          expect(sum(shares)).toBe(view.procedures)
          for (const { of } of shares) expect(of).toBe(view.procedures)
        }
        expect(sum(view.contacts)).toBe(view.officers)
      }),
    )
  })
})
