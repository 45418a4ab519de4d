import { describe, expect, it } from 'vitest'
import { diffCatalogs, isUnchanged } from '../../src/catalog/diff.js'
import type { Catalog, Procedure } from '../../src/catalog/model.js'

const procedure = (code: string, rest: Partial<Procedure> = {}): Procedure => ({
  code,
  title: code,
  field: 'a',
  ...rest,
})
const catalog = (rest: Partial<Catalog>): Catalog => ({ path: 'x', officers: [], fields: [], procedures: [], ...rest })
const codes = (records: readonly Procedure[]) => records.map(({ code }) => code)

describe('two states of a catalog', () => {
  it('know what came, went and changed, key by key', () => {
    const before = catalog({ procedures: [procedure('1.000001'), procedure('1.000002', { processingTime: '3 ngày' })] })
    const after = catalog({
      procedures: [procedure('1.000003'), procedure('1.000002', { processingTime: '5 ngày', sets: 1 })],
    })
    const { procedures } = diffCatalogs(before, after)
    expect(codes(procedures.added)).toEqual(['1.000003'])
    expect(codes(procedures.removed)).toEqual(['1.000001'])
    expect(procedures.changed.map(({ keys }) => keys)).toEqual([['processingTime', 'sets']])
  })

  it('pair a procedure with the one that replaced it', () => {
    const before = catalog({ procedures: [procedure('1.000001', { replacedBy: '1.000002' }), procedure('1.000009')] })
    const after = catalog({ procedures: [procedure('1.000002'), procedure('1.000009')] })
    const { replaced, procedures } = diffCatalogs(before, after)
    expect(replaced.map(pair => [pair.before.code, pair.after.code])).toEqual([['1.000001', '1.000002']])
    expect(procedures).toEqual({ added: [], removed: [], changed: [] })
  })

  it('are the same whatever the order of records and of keys', () => {
    const before = catalog({
      procedures: [procedure('1.000001', { dossier: [{ name: 'x', copies: 1 }] }), procedure('1.000002')],
    })
    const after = catalog({
      procedures: [procedure('1.000002'), procedure('1.000001', { dossier: [{ copies: 1, name: 'x' }] })],
    })
    expect(isUnchanged(diffCatalogs(before, after))).toBe(true)
  })

  it('do not lose a code that stands twice', () => {
    const before = catalog({ procedures: [procedure('1.000001'), procedure('1.000001', { title: 'b' })] })
    const after = catalog({ procedures: [procedure('1.000001')] })
    expect(diffCatalogs(before, after).procedures.removed.map(({ title }) => title)).toEqual(['b'])
  })

  it('never speak of what is internal', () => {
    const officer = { id: 'a', name: 'A' }
    const before = catalog({ officers: [officer] })
    const after = catalog({ officers: [{ ...officer, internal: { phone: '0900' } }] })
    expect(isUnchanged(diffCatalogs(before, after))).toBe(true)
  })

  it('see the agency and the publication', () => {
    const before = catalog({ agency: { name: 'A' }, publication: { date: '2022-07-01' } })
    const after = catalog({ agency: { name: 'A', phone: '0' }, publication: { date: '2026-07-01' } })
    const changes = diffCatalogs(before, after)
    expect([changes.agency, changes.publication]).toEqual([['phone'], ['date']])
  })
})
