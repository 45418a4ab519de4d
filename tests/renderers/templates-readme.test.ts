import { readdirSync, readFileSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import { listingView } from '../../src/views/listing.js'
import { siteView } from '../../src/views/site.js'
import { viewOf, wholeCatalog } from '../site.js'

const folder = new URL('../../templates/', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')

/** The shape of a value, as an indented list of keys; what several samples have differs only in `or`. */
type Shape = { readonly kinds: Set<string>; readonly keys: Map<string, Shape> }

function shapeOf(samples: readonly unknown[]): Shape {
  const kinds = new Set<string>()
  const children = new Map<string, unknown[]>()
  const gather = (value: unknown, list = ''): void => {
    if (value === null) kinds.add(`${list}null`)
    else if (Array.isArray(value)) {
      if (value.length === 0) kinds.add('list')
      for (const item of value) gather(item, 'list of ')
    } else if (typeof value === 'object' && value !== undefined) {
      kinds.add(list === '' ? 'record' : 'list')
      for (const [key, child] of Object.entries(value)) children.set(key, [...(children.get(key) ?? []), child])
    } else
      kinds.add(list + ({ string: 'text', number: 'number', boolean: 'true or false' }[typeof value as string] ?? ''))
  }
  for (const sample of samples) gather(sample)
  if ([...kinds].some(kind => kind.startsWith('list of'))) kinds.delete('list')
  return { kinds, keys: new Map(Array.from(children, ([key, values]) => [key, shapeOf(values)])) }
}

function lines({ keys }: Shape, depth = 0): string[] {
  return Array.from(keys, ([key, shape]) => {
    const kinds = [...shape.kinds].sort((a, b) => Number(a === 'null') - Number(b === 'null'))
    return [`${'  '.repeat(depth)}${key}: ${kinds.join(' or ')}`, ...lines(shape, depth + 1)]
  }).flat()
}

function section(name: string, note: string, samples: readonly unknown[]): string {
  return `### ${name}\n\n${note}\n\n\`\`\`text\n${lines(shapeOf(samples)).join('\n') || '(nothing but `page`)'}\n\`\`\`\n`
}

function documentation(): string {
  // A catalog that says nothing shows what may be null.
  const silent = {
    path: 'x',
    officers: [],
    fields: [{ id: 'x', name: 'x' }],
    procedures: [{ code: '1.000001', title: 'x', field: 'x' }],
  }
  const pages = [
    ...viewOf(wholeCatalog, { errors: 1 }).pages,
    ...siteView(silent, { locale: 'vi', today: '2026-11-23', errors: 0, files: [] }).pages,
  ]
  const templates = [...new Set(pages.map(({ template }) => template))]
  return [
    section(
      'layout.hbs',
      'As `page`:',
      pages.map(({ frame }) => frame),
    ),
    ...templates.map(template => {
      const own = pages.filter(page => page.template === template)
      return section(
        template,
        `For example \`/${own[0]?.address ?? ''}\`.`,
        own.map(({ content }) => content),
      )
    }),
    section('listing.hbs', 'As `view`:', [
      listingView(wholeCatalog, { errors: 0 }),
      listingView(silent, { errors: 0 }),
    ]),
  ].join('\n')
}

it('says what each template receives, as it is now (npx vitest run -u)', async () => {
  const marks = /(<!-- views -->\n)[\s\S]*(<!-- \/views -->)/
  expect(readme).toMatch(marks)
  const whole = readme.replace(marks, (_, open, close) => `${open}\n${documentation()}\n${close}`)
  await expect(whole).toMatchFileSnapshot('../../templates/README.md')
})

test.each(readdirSync(folder).filter(name => name !== 'README.md'))('%s is told of', name => {
  expect(readme).toContain(name)
})
