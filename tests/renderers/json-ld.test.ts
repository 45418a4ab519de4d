import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog, Procedure } from '../../src/catalog/model.js'
import { inlineJsonLd, type JsonLd, officeJsonLd, procedureJsonLd } from '../../src/renderers/json-ld.js'
import { awkwardText } from '../awkward-text.js'
import { hostileCatalog, internalPhone, sampleCatalog } from '../sample.js'

const url = 'https://vidu.example.vn/tthc/thu-tuc/1.001193/'
const home = 'https://vidu.example.vn/tthc/'

function procedure(code: string, catalog: Catalog = sampleCatalog): Procedure {
  const found = catalog.procedures.find(one => one.code === code)
  if (found === undefined) throw new Error(code)
  return found
}

describe('a procedure for search engines', () => {
  it('says what the catalog says', async () => {
    const data = procedureJsonLd(procedure('1.001193'), sampleCatalog, { url, home })
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot('./json-ld.txt')
  })

  it('has no address but those of others without --base-url', () => {
    const data = procedureJsonLd(procedure('1.001193'), sampleCatalog)
    expect(data).not.toHaveProperty('url')
    expect(data).not.toHaveProperty('@id')
    expect(JSON.stringify(data)).not.toContain('undefined')
    expect(data['provider']).toMatchObject({ url: 'https://vidu.example.vn' })
  })

  it('gives the time of each way of handing in, exact only where ISO 8601 can say it', () => {
    const times: Procedure = {
      ...procedure('2.000635'),
      channels: ['counter', 'online', 'post'],
      processingTime: [
        { time: '30 ngày', channel: 'online' },
        { time: '5 ngày làm việc', channel: 'counter' },
      ],
    }
    const data = procedureJsonLd(times, sampleCatalog)
    expect(data['availableChannel']).toMatchObject([
      { name: 'Trực tiếp', description: 'Thời hạn giải quyết: 5 ngày làm việc (Nộp trực tiếp)' },
      { name: 'Trực tuyến', processingTime: 'P30D' },
      { name: 'Qua bưu chính' },
    ])
    const [counter, , post] = data['availableChannel'] as JsonLd[]
    expect(counter).not.toHaveProperty('processingTime')
    expect(post).not.toHaveProperty('description')
  })

  it.each([
    ['none', { price: '0', description: 'Không thu phí, lệ phí' }],
    ['exempt', { price: '0', description: 'Được miễn phí, lệ phí' }],
    [[{ amount: '8000', per: 'bản' }], { price: '8000', priceCurrency: 'VND', description: '8.000 đồng/bản' }],
    [[{ amount: '1,5 USD' }], { price: '1.5', priceCurrency: 'USD' }],
  ] as const)('fees %j', (fees, expected) => {
    expect(procedureJsonLd({ ...procedure('1.003554'), fees }, sampleCatalog)['offers']).toMatchObject([expected])
  })

  it('tells an amount that cannot be read in words alone', () => {
    const fees = [{ amount: 'theo quy định của HĐND' }]
    const data = procedureJsonLd({ ...procedure('1.003554'), fees }, sampleCatalog)
    expect(data['offers']).toEqual([{ '@type': 'Offer', description: 'theo quy định của HĐND' }])
  })
})

describe('the office for search engines', () => {
  it('says what the catalog says', async () => {
    const data = officeJsonLd(sampleCatalog, { home })
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot('./json-ld-office.txt')
  })

  it('works for a catalog without an agency', () => {
    const { agency: _, ...rest } = sampleCatalog
    expect(officeJsonLd(rest)).toMatchObject({ '@type': 'GovernmentOffice' })
  })
})

describe('data inside a page', () => {
  it('cannot end the script that holds it, whatever a catalog says', () => {
    for (const one of hostileCatalog.procedures) {
      const text = inlineJsonLd([procedureJsonLd(one, hostileCatalog, { url, home }), officeJsonLd(hostileCatalog)])
      expect(text).not.toMatch(/[<>&]/)
      expect(text).not.toContain('javascript:')
    }
  })

  it('stays the same data, for any text', () => {
    fc.assert(
      fc.property(awkwardText, text => {
        const inline = inlineJsonLd({ text })
        expect(inline).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(inline).text).toBe(text)
      }),
    )
  })

  it('holds nothing internal', () => {
    const text = inlineJsonLd([
      officeJsonLd(sampleCatalog),
      ...sampleCatalog.procedures.map(one => procedureJsonLd(one, sampleCatalog)),
    ])
    expect(text).not.toContain(internalPhone)
    expect(text).not.toMatch(/84900000099|rieng@|khẩn cấp/)
  })
})
