import { describe, expect, it } from 'vitest'
import { githubReport } from '../../src/reports/github.js'
import { finding, hostile, many, reportOf, style } from './made-up.js'

describe('workflow commands', () => {
  it('name the file, the place and the rule', async () => {
    const report = await reportOf(source => [
      finding(source, '0274 3000 012', {
        fix: { title: { vi: 'Viết thành 1', en: 'Write 1' }, edits: [] },
      }),
      finding(source, 'Hộ tịch', { severity: 'info', rule: 'field-single-officer' }),
    ])
    expect(await githubReport([report], style)).toBe(
      '::error file=danh-muc/catalog.yaml,line=7,endLine=7,col=12,endColumn=25,title=phone-malformed::Số “0274 3000 012” sai%0AViết thành 1\n' +
        '::notice file=danh-muc/catalog.yaml,line=11,endLine=11,col=11,endColumn=18,title=field-single-officer::Số “Hộ tịch” sai\n',
    )
  })

  it('put errors first', async () => {
    const report = await reportOf(source => [
      ...many(source, 'info', 1),
      ...many(source, 'warning', 1),
      ...many(source, 'error', 1),
    ])
    const lines = (await githubReport([report], style)).trimEnd().split('\n')
    expect(lines.map(line => /^::(\w+)/.exec(line)?.[1])).toEqual(['error', 'warning', 'notice'])
  })

  it.each([
    [9, 9, 0],
    [10, 10, 0],
    [11, 9, 2],
    [40, 9, 31],
  ])('of %i errors tell %i, and count %i, in ten annotations at most', async (found, told, counted) => {
    const report = await reportOf(source => many(source, 'error', found))
    const lines = (await githubReport([report], { ...style, locale: 'en' })).trimEnd().split('\n')
    expect(lines.filter(line => line.startsWith('::error file='))).toHaveLength(told)
    expect(lines.length).toBeLessThanOrEqual(10)
    if (counted > 0) expect(lines.at(-1)).toMatch(new RegExp(`^::error::Another ${counted} errors are not shown`))
  })

  it('cannot be forged by a catalog', async () => {
    const report = await reportOf(source => [finding(source, 'x,y:z', { message: { vi: hostile, en: hostile } })], {
      path: 'a,b:c%/catalog.yaml',
      text: 'catalog: 1\nagency: {name: "x,y:z"}\n',
    })
    const text = githubReport([report], style)
    expect(text.trimEnd().split('\n')).toHaveLength(1)
    expect(text).not.toContain('\r')
    expect(text).toContain('file=a%2Cb%3Ac%25/catalog.yaml,')
    expect(text).toContain('100%25 |')
  })

  it('are none when only warnings were found and only errors are wanted', async () => {
    const report = await reportOf(source => many(source, 'warning', 3))
    expect(githubReport([report], { ...style, quiet: true })).toBe('')
  })
})
