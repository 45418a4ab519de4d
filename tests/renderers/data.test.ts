import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../src/renderers/data.js'
import { pageAddresses, siteAddresses } from '../../src/views/addresses.js'
import { hostileCatalog, sampleCatalog } from '../sample.js'

const baseUrl = 'https://vidu.example.vn/tthc/'

function files(options: { baseUrl?: string; errors?: number } = {}, catalog = sampleCatalog) {
  return new Map(dataFiles(catalog, { errors: 0, ...options }).map(({ path, text }) => [path, text]))
}

describe('the files for programs', () => {
  it('are these', () => {
    const always = ['catalog.json', 'catalog.schema.json', 'catalog.jsonld', 'catalog.ttl', 'robots.txt']
    expect([...files().keys()]).toEqual(always)
    expect([...files({ baseUrl }).keys()]).toEqual([...always, 'sitemap.xml'])
  })

  it('name every page once in the site map', () => {
    const text = files({ baseUrl }).get('sitemap.xml') ?? ''
    const addresses = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)
    const { fields, procedures } = siteAddresses(sampleCatalog)
    expect(addresses).toHaveLength(Object.keys(pageAddresses).length + fields.size + procedures.size)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toContain(`${baseUrl}thu-tuc/1.001193/`)
    expect(text).toContain('<lastmod>2022-07-01</lastmod>')
  })

  it('keep markup out of the site map', () => {
    const text = files({ baseUrl: `https://x.example.vn/a'b&c/` }, hostileCatalog).get('sitemap.xml') ?? ''
    expect(text).not.toMatch(/<script|lastmod|&c|'b/)
    expect(text).toContain('https://x.example.vn/a&#39;b&#38;c/')
  })

  it('keep crawlers away from a trial', () => {
    expect(files({ baseUrl }).get('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${baseUrl}sitemap.xml\n`)
    expect(files().get('robots.txt')).toBe('User-agent: *\nAllow: /\n')
    expect(files({ baseUrl, errors: 1 }).get('robots.txt')).toBe('User-agent: *\nDisallow: /\n')
  })
})
