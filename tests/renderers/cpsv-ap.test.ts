import { existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import formats from '@rdfjs/formats'
import rdf from '@zazuko/env/web.js'
import fc from 'fast-check'
import { Parser } from 'n3'
import Validator from 'rdf-validate-shacl'
import { describe, expect, it } from 'vitest'
import type { Catalog, Procedure } from '../../src/catalog/model.js'
import { cpsvGraph } from '../../src/renderers/cpsv-ap.js'
import { jsonLdText, turtleText } from '../../src/renderers/rdf.js'
import { awkwardText } from '../awkward-text.js'
import { hostileCatalog, internalPhone, sampleCatalog } from '../sample.js'
import { shippedCatalog } from '../shipped.js'

const baseIRI = 'https://noi-dat.example.vn/tthc/'
const cpsv = 'http://purl.org/vocab/cpsv#'
const cv = 'http://data.europa.eu/m8g/'
const dct = 'http://purl.org/dc/terms/'

rdf.formats.import(formats)

type Quads = ReturnType<Parser['parse']>

function turtle(catalog: Catalog, base?: string): Quads {
  return new Parser({ baseIRI: `${baseIRI}catalog.ttl` }).parse(turtleText(cpsvGraph(catalog, base)))
}

async function jsonLd(catalog: Catalog, base?: string): Promise<Quads> {
  const text = jsonLdText(cpsvGraph(catalog, base))
  const options = { baseIRI: `${baseIRI}catalog.jsonld` }
  const stream = rdf.formats.parsers.import('application/ld+json', Readable.from([text]), options)
  const quads: Quads = []
  for await (const quad of stream as unknown as AsyncIterable<Quads[number]>) quads.push(quad)
  return quads
}

/** Without blank nodes two graphs are isomorphic where their statements are equal. */
function statements(quads: Quads): string[] {
  const term = (it: Quads[number]['subject'] | Quads[number]['object']) => {
    expect(it.termType).not.toBe('BlankNode')
    return it.termType === 'Literal' ? `${it.value} ^${it.datatype.value} @${it.language}` : `<${it.value}>`
  }
  return quads.map(({ subject, predicate, object }) => `${term(subject)} ${predicate.value} ${term(object)}`).sort()
}

function objects(quads: Quads, subject: string, predicate: string): string[] {
  return quads
    .filter(quad => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value)
}

/** The sample with every part that Điều 8 names, and cases that are awkward to say. */
const wholeCatalog: Catalog = {
  ...sampleCatalog,
  procedures: sampleCatalog.procedures.map(
    (procedure, index): Procedure => ({
      ...procedure,
      ...(index === 0 && {
        applicants: ['citizen', 'business'],
        authority: 'UBND phường',
        interlinked: ['Công an phường', 'Bảo hiểm xã hội'],
        steps: [{ title: 'Nộp hồ sơ', actor: 'Công dân', time: '1/2 ngày' }, { title: 'Nhận “kết quả”' }],
        dossier: [
          { name: 'Tờ khai', original: 1, form: 'TK1' },
          { name: 'Giấy chứng sinh', copies: 1, when: 'nếu có' },
        ],
        sets: 1,
        forms: [
          { name: 'Tờ khai khai sinh', code: 'TK1', url: 'https://mau.example.vn/tk1?a=1|2' },
          { name: 'Mẫu giấy' },
        ],
        results: ['Giấy khai sinh'],
        conditions: ['Có mặt\ntrực tiếp'],
        replaces: ['2.000635'],
        decision: { number: '1234/QĐ-UBND', date: '2022-05-10', title: 'Công bố \\ danh mục' },
      }),
      ...(index === 2 && {
        processingTime: '45 ngày',
        channels: ['counter'],
        authority: 'UBND huyện',
        fees: [{ amount: '5000', channel: 'counter' }],
      }),
    }),
  ),
}

const catalogs = {
  'the sample': async () => sampleCatalog,
  'a procedure with every part': async () => wholeCatalog,
  'text that breaks out of what is not escaped': async () => hostileCatalog,
  'catalogs/dinh-hoa': async () => (await shippedCatalog('dinh-hoa')).catalog,
  'catalogs/mau': async () => (await shippedCatalog('mau')).catalog,
}

describe.each(Object.entries(catalogs))('%s', { timeout: 30_000 }, (_, catalogOf) => {
  it.each([undefined, 'https://vidu.example.vn/tthc/'])(
    'is the same graph in JSON-LD and in Turtle, base %s',
    async base => {
      const catalog = await catalogOf()
      const fromTurtle = statements(turtle(catalog, base))
      expect(fromTurtle.length).toBeGreaterThan(20)
      expect(statements(await jsonLd(catalog, base))).toEqual(fromTurtle)
    },
  )

  it('has what CPSV-AP demands of every thing', async () => {
    expect(missing(turtle(await catalogOf()))).toEqual([])
  })
})

/** Own copy of the counts in the official shapes, so that they hold where those are absent. */
const once = ['dct:identifier']
const named = [...once, 'dct:title']
const demands: Readonly<Record<string, readonly string[]>> = {
  [`${cpsv}PublicService`]: [...named, 'dct:description', 'cv:hasCompetentAuthority'],
  [`${cpsv}Rule`]: [...named, 'dct:description'],
  [`${cv}Channel`]: once,
  [`${cv}Cost`]: once,
  [`${cv}Evidence`]: named,
  [`${cv}Output`]: named,
  [`${cv}Requirement`]: named,
  [`${cv}Participation`]: [...once, 'dct:description', 'cv:role', 'cv:hasParticipant'],
  [`${cv}PublicOrganisation`]: ['dct:spatial'],
  'http://xmlns.com/foaf/0.1/Agent': named,
  'http://www.w3.org/ns/dcat#Dataset': ['dct:title', 'dct:description', 'dct:publisher'],
}

function missing(quads: Quads): string[] {
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  return quads.flatMap(({ subject, predicate, object }) =>
    predicate.value !== type
      ? []
      : (demands[object.value] ?? []).flatMap(name => {
          const found = objects(quads, subject.value, name.replace('dct:', dct).replace('cv:', cv))
          return found.length > 0 && (name !== 'dct:identifier' || found.length === 1)
            ? []
            : [`${subject.value} ${name}`]
        }),
  )
}

const shapesFile = '/work/shared/standards/cpsv-ap-3.2.0/cpsv-ap-SHACL.ttl'

describe.skipIf(!existsSync(shapesFile))(
  'passes the official SHACL shapes (skipped without /work/shared)',
  { timeout: 30_000 },
  () => {
    const shapes = () => rdf.dataset(new Parser().parse(readFileSync(shapesFile, 'utf8')))

    it.each(Object.entries(catalogs))('%s', async (_, catalogOf) => {
      const report = await new Validator(shapes(), { factory: rdf }).validate(rdf.dataset(turtle(await catalogOf())))
      const faults = report.results.map(({ focusNode, path, message }) => [
        focusNode?.value,
        JSON.stringify(path),
        message,
      ])
      expect(faults).toEqual([])
      expect(report.conforms).toBe(true)
    })

    it('would find a fault', async () => {
      const quads = turtle(sampleCatalog).filter(({ predicate }) => predicate.value !== `${cv}hasCompetentAuthority`)
      const report = await new Validator(shapes(), { factory: rdf }).validate(rdf.dataset(quads))
      expect(report.conforms).toBe(false)
    })
  },
)

describe('what it says', () => {
  const quads = turtle(wholeCatalog, 'https://vidu.example.vn/tthc/')
  const service = (code: string) => `https://vidu.example.vn/tthc/thu-tuc/${code}/#thu-tuc`

  it('a time where xsd:duration can say it, and every time in words', () => {
    expect(objects(quads, service('1.003554'), `${cv}processingTime`)).toEqual(['P45D'])
    for (const code of ['1.001193', '2.000635'])
      expect(objects(quads, service(code), `${cv}processingTime`)).toEqual([])
    expect(objects(quads, service('2.000635'), `${dct}description`)[0]).toContain('3 ngày làm việc')
  })

  it('“UBND phường” is the office, “UBND huyện” another one', () => {
    const [own] = objects(quads, service('1.001193'), `${cv}hasCompetentAuthority`)
    expect(own).toBe('https://vidu.example.vn/tthc/#co-quan')
    expect(objects(quads, service('1.003554'), `${cv}hasCompetentAuthority`)).not.toEqual([own])
  })

  it('a fee by the channel that it holds for', () => {
    const [cost = ''] = objects(quads, service('1.003554'), `${cv}hasCost`)
    expect(objects(quads, cost, `${cv}hasValue`)).toEqual(['5000'])
    expect(objects(quads, cost, `${cv}ifAccessedThrough`)).toEqual(
      objects(quads, service('1.003554'), `${cv}hasChannel`),
    )
  })

  it('one decree once, however many procedures rest on it', async () => {
    const { catalog } = await shippedCatalog('dinh-hoa')
    const numbers = turtle(catalog)
      .filter(({ object }) => object.value === 'http://data.europa.eu/eli/ontology#LegalResource')
      .map(({ subject }) => subject.value)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBeGreaterThan(50)
  })

  it('nothing internal', () => {
    for (const text of [turtleText(cpsvGraph(sampleCatalog)), jsonLdText(cpsvGraph(sampleCatalog))]) {
      expect(text).not.toContain(internalPhone)
      expect(text).not.toMatch(/84900000099|rieng@|khẩn cấp/)
    }
  })

  it('the same bytes again', () => {
    expect(turtleText(cpsvGraph(wholeCatalog))).toBe(turtleText(cpsvGraph(wholeCatalog)))
  })
})

it('any text and any code come out of both forms alike', async () => {
  await fc.assert(
    fc.asyncProperty(awkwardText, fc.string(), async (text, code) => {
      const [first] = sampleCatalog.procedures
      if (first === undefined) return
      const catalog = {
        ...sampleCatalog,
        procedures: [{ ...first, code, title: text, onlineUrl: `https://x.example/${text}` }],
      }
      const quads = turtle(catalog)
      expect(statements(await jsonLd(catalog))).toEqual(statements(quads))
      expect(quads.some(({ object }) => object.value === text.replace(/\p{Surrogate}/gu, '\uFFFD'))).toBe(true)
    }),
    { numRuns: 30 },
  )
}, 30_000)
