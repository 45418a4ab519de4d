import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Failure } from '../../src/failure.js'
import { renderListing } from '../../src/renderers/html.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { listingView } from '../../src/views/listing.js'
import { sampleCatalog } from '../sample.js'

const view = listingView(sampleCatalog, { errors: 0 })

async function page(overrides: Record<string, string>): Promise<string> {
  return renderListing(view, await templateEngine(new Map(Object.entries(overrides)))).text
}

test('an office may put its own file in place of one of ours', async () => {
  const html = await page({ 'phone.hbs': 'ĐT {{text}}', 'listing.css': 'body { color: black }' })
  expect(html).toContain('ĐT 0274 3000 001')
  expect(html).toContain('body { color: black }')
  expect(html).toContain('Mục lục lĩnh vực')
})

test('and partials of its own', async () => {
  const html = await page({ 'phone.hbs': '{{> bell}}{{text}}', 'bell.hbs': '☎ ' })
  expect(html).toContain('☎ 0274 3000 001')
})

test('our templates come out alike compiled at build time and at run time', async () => {
  const own = readFileSync(new URL('../../templates/listing.hbs', import.meta.url), 'utf8')
  expect(await page({ 'listing.hbs': own })).toBe(await page({}))
})

test.each([
  ['lisitng.css', 'listing.css'],
  ['sites.js', 'site.js'],
  ['procedure_page.hbs', 'procedure-page.hbs'],
])('a file that nothing uses is refused by name: %s', async (name, near) => {
  const [own, phone] = [{ [name]: '' }, { 'phone.hbs': 'ĐT' }]
  await expect(page({ ...own, ...phone })).rejects.toThrow(`“${name}”, which nothing uses (did you mean ${near}?)`)
})

test('a partial that only an unused one calls is unused; one that another partial calls is not', async () => {
  const partials = { 'bell.hbs': '{{#> ring}}{{/ring}}', 'ring.hbs': '☎' }
  await expect(page(partials)).rejects.toThrow('“bell.hbs”, which nothing uses')
  expect(await page({ ...partials, 'phone.hbs': '{{#if text}}{{> bell}}{{/if}}' })).toContain('☎')
  expect(await page({ ...partials, 'phone.hbs': '{{> (lookup . "text")}}', 'listing.hbs': 'x' })).toBe('x')
})

test.each([
  ['a name that the view lacks', { 'phone.hbs': '{{number}}' }],
  ['a block left open', { 'phone.hbs': '{{#if text}}' }],
  ['a partial that is not there', { 'phone.hbs': '{{> nothing}}' }],
  ['the end of the style sheet', { 'listing.css': '</STYLE >' }],
  ['the end of the script', { 'listing.js': '"</script>"' }],
])('%s is a failure, not a bug', async (_, overrides) => {
  await expect(page(overrides)).rejects.toThrow(Failure)
})
