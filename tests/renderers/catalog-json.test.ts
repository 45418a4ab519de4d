import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/catalog/model.js'
import { catalogJson, catalogJsonSchemaFile } from '../../src/renderers/catalog-json.js'
import { catalogJsonSchema } from '../../src/renderers/catalog-json-schema.js'
import { hostileCatalog, internalPhone, sampleCatalog } from '../sample.js'
import { shippedCatalog } from '../shipped.js'

function validator(lang: 'vi' | 'en' = 'vi') {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    keywords: ['x-title', 'x-description'],
    allowUnionTypes: true,
  })
  addFormats.default(ajv)
  return ajv.compile(catalogJsonSchema(lang))
}

function data(catalog: Catalog, base?: string) {
  return JSON.parse(catalogJson(catalog, { base, schema: catalogJsonSchemaFile }))
}

describe.each(['dinh-hoa', 'mau'])('catalogs/%s as JSON', { timeout: 30_000 }, name => {
  let catalog: Catalog
  beforeAll(async () => {
    catalog = (await shippedCatalog(name)).catalog
  })

  it.each(['vi', 'en'] as const)('is what its schema says (%s)', lang => {
    const validate = validator(lang)
    expect(validate(data(catalog)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(validate(data(catalog, 'https://vidu.example.vn/'))).toBe(true)
  })

  it('holds every public text of the catalog', () => {
    const { procedures, fields } = data(catalog)
    expect(procedures).toHaveLength(catalog.procedures.length)
    for (const [index, { normalised: _, ...procedure }] of procedures.entries()) {
      expect(procedure).toEqual(catalog.procedures[index])
    }
    for (const [index, { normalised: _, ...field }] of fields.entries()) expect(field).toEqual(catalog.fields[index])
  })
})

describe('what is read in a record', () => {
  it('is beside what was written', async () => {
    await expect(catalogJson(sampleCatalog, { schema: catalogJsonSchemaFile })).toMatchFileSnapshot(
      './catalog-json.txt',
    )
  })

  it('names pages by their addresses once these are known', () => {
    const [procedure] = data(sampleCatalog, 'https://vidu.example.vn/tthc/').procedures
    expect(procedure.normalised.page).toBe('https://vidu.example.vn/tthc/thu-tuc/1.001193/')
  })

  it('is nothing where the text is not understood', () => {
    const [first] = sampleCatalog.procedures
    if (first === undefined) throw new Error('empty')
    const odd = { ...first, processingTime: 'tùy hồ sơ', fees: [{ amount: 'theo quy định' }], serviceLevel: 'level-9' }
    const [{ normalised }] = data({ ...sampleCatalog, procedures: [odd] }).procedures
    expect(normalised.times).toMatchObject([{ text: 'tùy hồ sơ', kind: null, parts: [], iso8601: null }])
    expect(normalised.fees).toEqual([{ text: 'theo quy định', amount: null, currency: null }])
    expect(normalised.serviceLevel).toEqual({ name: 'level-9', scheme: null, online: null })
  })
})

describe('what never leaves', () => {
  const secret: Catalog = {
    ...sampleCatalog,
    officers: sampleCatalog.officers.map(officer => ({
      ...officer,
      mobileConsent: '2022-01-05',
      absent: [{ from: '2022-08-01', to: '2022-08-15', deputy: 'ho-tich-2' }],
    })),
  }

  it('is neither in the data nor in its schema', () => {
    expect(catalogJson(secret)).not.toContain(internalPhone)
    expect(catalogJson(secret)).not.toMatch(
      /"(?:internal|absent|mobileConsent)"|84900000099|rieng@|khẩn cấp|2022-08-15/,
    )
    expect(JSON.stringify(catalogJsonSchema('vi'))).not.toMatch(/"(?:internal|absent|mobileConsent)"/)
  })

  it('is refused by the schema', () => {
    const leaked = data(sampleCatalog)
    leaked.officers[0].internal = { phone: internalPhone }
    expect(validator()(leaked)).toBe(false)
  })

  it('whatever key somebody adds to a record', () => {
    const [officer] = sampleCatalog.officers
    const more = { ...sampleCatalog, officers: [{ ...officer, secret: 'bí mật' }] } as unknown as Catalog
    expect(catalogJson(more)).not.toContain('bí mật')
  })
})

it('is JSON, whatever a catalog says', () => {
  expect(() => data(hostileCatalog)).not.toThrow()
})

it('has a description in two languages for every key', () => {
  expect(validator('en')).toBeTypeOf('function')
  const english = JSON.stringify(catalogJsonSchema('en'))
  expect(english).toContain('"title":"Procedures"')
  expect(JSON.stringify(catalogJsonSchema('vi'))).toContain('"title":"Thủ tục"')
})
