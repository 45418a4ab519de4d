import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it, test } from 'vitest'
import { palettes } from '../../src/catalog/colour.js'
import type { Catalog } from '../../src/catalog/model.js'
import { templateEngine } from '../../src/renderers/templates.js'
import { pageAddresses } from '../../src/views/addresses.js'
import { siteWordsIn } from '../../src/views/site-words.js'
import { hostileCatalog, internalPhone, sampleCatalog } from '../sample.js'
import { filesOf, pagesOf, wholeCatalog } from '../site.js'

const empty: Catalog = { path: 'x', officers: [], fields: [], procedures: [] }

/** The page without scripts, whose text is ours or data that is tested apart, and without their hashes. */
function markup(html: string): string {
  return html.replace(/(<script[^>]*>).*?(<\/script>)/gs, '$1$2').replace(/sha256-[\w+/]+/g, 'sha256-')
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

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Our style sheet keeps a number in one line; no-break spaces would come along into what a citizen copies.
    'tel-non-breaking': ['error', { ignoreClasses: ['nobreak'] }],
    // The title of an office may be longer than a search engine shows.
    'long-title': 'off',
  },
})

describe.each([
  ['a whole catalog', wholeCatalog, 'vi'],
  ['a whole catalog with English labels', wholeCatalog, 'en'],
  ['a catalog full of markup', hostileCatalog, 'vi'],
  ['a catalog that says nothing', empty, 'vi'],
] as const)('%s', (_, catalog, locale) => {
  it('makes valid pages', async () => {
    for (const [path, html] of await pagesOf(catalog, { locale, errors: 1 })) {
      const { results } = await validator.validateString(html)
      expect(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => [path, ruleId, message, line])),
      ).toEqual([])
    }
  })

  it('has no link that leads nowhere', async () => {
    const files = await filesOf(catalog, { locale })
    const known = new Set([
      ...files.map(({ path }) => path),
      'thu-tuc.csv',
      'danh-muc.html',
      'catalog.json',
      'assets/logo.svg',
    ])
    for (const file of files) {
      if (!('text' in file) || !file.path.endsWith('.html')) continue
      const ids = new Set(Array.from(file.text.matchAll(/ id="([^"]+)"/g), ([, id]) => id))
      for (const [, link = ''] of markup(file.text).matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (/^(?:[a-z]+:)/.test(link)) continue
        const [target = '', anchor] = link.split('#')
        if (target === '') expect(ids, `${file.path}: ${link}`).toContain(anchor)
        else
          expect(known, `${file.path}: ${link}`).toContain(new URL(target, `http://x/${file.path}`).pathname.slice(1))
      }
    }
  })
})

test('text of a catalog never becomes markup', async () => {
  const [hostile, harmless] = [
    await pagesOf(hostileCatalog, { errors: 1 }),
    await pagesOf(disarmed(hostileCatalog), { errors: 1 }),
  ]
  // Counters are in the order of their names, so on that page only the sum of the tags is the same.
  const shape = (pages: ReadonlyMap<string, string>) =>
    Array.from(pages, ([path, html]) => (path.startsWith('lien-he') ? tags(html).sort() : tags(html)))
  expect(shape(hostile)).toEqual(shape(harmless))
  for (const html of hostile.values()) {
    expect(html).not.toMatch(/<script>alert|<img src=x|href="\s*javascript:/i)
    expect(html.match(/<script/g)?.length).toBe(html.match(/<\/script>/g)?.length)
  }
})

test('what programs read within a page says the same, and cannot end its element', async () => {
  const html = (await pagesOf(hostileCatalog)).get('index.html') ?? ''
  const [, json = ''] = /<script type="application\/json" id="search-data">(.*?)<\/script>/s.exec(html) ?? []
  expect(json).not.toContain('<')
  expect(JSON.parse(json).entries[0].title).toBe(hostileCatalog.procedures[0]?.title)
})

test('the same catalog makes the same bytes, whatever was made before', async () => {
  const first = await filesOf(wholeCatalog)
  await filesOf(hostileCatalog)
  expect(await filesOf(wholeCatalog)).toEqual(first)
})

test('the policy of every page names the scripts of that page by their hashes, and nothing else', async () => {
  for (const [path, html] of await pagesOf(hostileCatalog)) {
    const policy = /Content-Security-Policy" content="([^"]*)"/
      .exec(html)?.[1]
      ?.replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '=')
    const scripts = Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, text = '']) => text)
    const hashes = scripts.map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    expect(policy?.split('; '), path).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      `script-src ${hashes.join(' ') || "'none'"}`,
      "font-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(markup(html)).not.toMatch(/<[^>]* (?:style|on\w+)=/)
  }
})

test('nothing is fetched from elsewhere', async () => {
  for (const file of await filesOf(wholeCatalog)) {
    // The page for missing addresses names the site itself in full.
    if (!('text' in file)) continue
    expect(markup(file.text).replaceAll('https://phuong.example.vn/tthc/', '')).not.toMatch(
      /(?:<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="|url\(|@import[^;]*)(?!data:)(?:https?:)?\/\//,
    )
  }
})

test('a page of a catalog with errors says so', async () => {
  for (const [path, html] of await pagesOf(sampleCatalog, { errors: 3 })) {
    if (path.startsWith('thu-tuc/1.0') || !html.includes('http-equiv="refresh"'))
      expect(html, path).toContain('còn 3 lỗi')
  }
})

test('what is internal never leaves the catalog', async () => {
  for (const html of (await pagesOf(wholeCatalog)).values()) {
    expect(html).not.toMatch(/rieng@example\.vn|khẩn cấp/)
    expect(markup(html).replace(/[\s.-]/g, '')).not.toContain(internalPhone.replace(/\s/g, ''))
  }
})

test('old codes lead to what came in their place, over several steps', async () => {
  const pages = await pagesOf(wholeCatalog)
  for (const old of ['1.000001', '1.009999']) {
    expect(pages.get(`thu-tuc/${old}/index.html`)).toContain('content="0; url=../../thu-tuc/2.000815/index.html"')
  }
})

test('the page for addresses that are none has links that hold at any depth', async () => {
  const html = (await pagesOf(wholeCatalog)).get('404.html') ?? ''
  const links = Array.from(html.matchAll(/ href="([^"]*)"/g), ([, link = '']) => link)
  expect(links.filter(link => !/^(?:https:\/\/phuong\.example\.vn\/tthc\/|tel:|data:|#content$)/.test(link))).toEqual(
    [],
  )
})

test('English labels leave the words of the catalog Vietnamese, and say so', async () => {
  const html = (await pagesOf(wholeCatalog, { locale: 'en' })).get('thu-tuc/2.000815/index.html') ?? ''
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('<h1 lang="vi">Chứng thực bản sao từ bản chính</h1>')
  expect(html).toContain('Papers to bring')
  const labels = markup(html)
    .replace(/<(\w+)[^>]* lang="vi"[^>]*>.*?<\/\1>/gs, '')
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
  const vietnamese = labels.match(/[^\s]*[ăâđêôơưạ-ỹ][^\s]*/giu) ?? []
  expect(vietnamese.filter(word => !/QĐ-|NĐ-/.test(word))).toEqual([])
})

test('the colours that the tool proves against are those of the style sheet', async () => {
  const css = (await templateEngine()).asset('site.css')
  const [light = '', dark = ''] = Array.from(css.matchAll(/:root \{(.*?)\}/gs), ([, block = '']) => block)
  for (const [block, { paper, tint, onAccent }] of [
    [light, palettes.light],
    [dark, palettes.dark],
  ] as const) {
    expect(block).toContain(`--paper: ${paper};`)
    expect(block).toContain(`--tint: ${tint};`)
    expect(block).toContain(`--on-accent: ${onAccent};`)
  }
})

test('an office may put its own template in place of one of ours, with the same words at hand', async () => {
  const own = new Map([
    ['field-page.hbs', '<h1>{{title}}</h1> {{@words.procedures}} {{#each procedures}}{{> item this}}{{/each}}'],
  ])
  const file = (await filesOf(wholeCatalog, {}, {}, own)).find(({ path }) => path === 'linh-vuc/ho-tich/index.html')
  expect(file !== undefined && 'text' in file && file.text).toContain('<h1>Hộ tịch</h1> Thủ tục <li class="item">')
})

test('a word that we do not have is a failure', async () => {
  await expect(filesOf(wholeCatalog, {}, {}, new Map([['item.hbs', '{{@words.nothing}}']]))).rejects.toThrow(
    /item|nothing/,
  )
})

test('every fixed word stands on some page, or in what makes one', async () => {
  const read = (folder: string) =>
    readdirSync(new URL(`../../${folder}/`, import.meta.url))
      .filter(name => /\.(?:hbs|ts)$/.test(name) && name !== 'site-words.ts')
      .map(name => readFileSync(new URL(`../../${folder}/${name}`, import.meta.url), 'utf8'))
      .join('\n')
  const [templates, views] = [read('templates'), read('src/views')]
  // Names of sections are looked up by their name.
  const sections = new Set(Object.keys(pageAddresses))
  const unused = Object.keys(siteWordsIn('vi')).filter(
    name => !new RegExp(`words\\.${name}\\b`).test(templates + views) && !sections.has(name),
  )
  expect(unused).toEqual([])
})
