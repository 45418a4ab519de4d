import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { renderListing } from '../../src/renderers/html.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { listingView } from '../../src/views/listing.js'
import { hostileCatalog, internalPhone, sampleCatalog } from '../sample.js'

async function page(catalog: Catalog, errors = 0): Promise<string> {
  return renderListing(listingView(catalog, { errors }), await templateEngine()).text
}

/** The page without its style sheet and script, whose text is ours, and without their hashes. */
function markup(html: string): string {
  return html
    .replace(/(<style>).*?(<\/style>)/s, '$1$2')
    .replace(/(<script>).*?(<\/script>)/s, '$1$2')
    .replace(/sha256-[\w+/]+/g, 'sha256-')
}

function tags(html: string): string[] {
  return markup(html).match(/<\/?[a-z][^\s>]*/gi) ?? []
}

/** The same catalog with harmless text in place of all that holds markup. */
function disarmed(catalog: Catalog): Catalog {
  return JSON.parse(JSON.stringify(catalog), (_, value) => {
    if (typeof value !== 'string' || !value.includes('<')) return value
    return value.startsWith('https:') ? 'https://x.example.vn' : 'x'
  })
}

test('the page of a small catalog', async () => {
  await expect(markup(await page(sampleCatalog))).toMatchFileSnapshot('listing.html')
})

test.each([
  ['a small catalog', sampleCatalog],
  ['a catalog full of markup', hostileCatalog],
  ['a catalog that says nothing', { path: 'x', officers: [], fields: [], procedures: [] }],
])('%s makes a valid page', async (_, catalog) => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // Our style sheet keeps a number in one line; no-break spaces would come along into what a citizen copies.
    rules: { 'tel-non-breaking': ['error', { ignoreClasses: ['nobreak'] }] },
  })
  const report = await validator.validateString(await page(catalog, 1))
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
})

test('text of a catalog never becomes markup', async () => {
  const html = await page(hostileCatalog, 1)
  expect(tags(html)).toEqual(tags(await page(disarmed(hostileCatalog), 1)))
  expect(html).not.toMatch(/<script>alert|<img|href="\s*javascript:/i)
  // Handlebars must not read a catalog's braces: they come out as they went in.
  expect(html).toContain('{{x}} {{{x}}}')
})

test('the same catalog makes the same bytes', async () => {
  expect(await page(sampleCatalog)).toBe(await page(sampleCatalog))
})

test('the policy allows our style sheet and script, by their hashes, and nothing else', async () => {
  const html = await page(hostileCatalog)
  const policy = /Content-Security-Policy" content="([^"]*)"/
    .exec(html)?.[1]
    ?.replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
  const hash = (tag: string) => {
    const text = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html)?.[1] ?? ''
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  }
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hash('style')}`,
    `script-src ${hash('script')}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(markup(html)).not.toMatch(/<[^>]* (?:style|on\w+)=/)
})

test('nothing is fetched from elsewhere', async () => {
  expect(await page(sampleCatalog)).not.toMatch(/(?:src="|url\(|@import)(?!data:)/)
})

test('a page of a catalog with errors says so, at its head and at its foot', async () => {
  expect((await page(sampleCatalog, 3)).match(/còn 3 lỗi chưa sửa/g)).toHaveLength(2)
  expect(await page(sampleCatalog)).not.toContain('lỗi chưa sửa')
})

test('what is internal never leaves the catalog', async () => {
  const html = markup(await page(sampleCatalog))
  expect(html).not.toContain('rieng@example.vn')
  expect(html.replace(/[\s.-]/g, '')).not.toContain(internalPhone.replace(/\s/g, ''))
})
