import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Field, Procedure } from '../../src/catalog/model.js'
import { fileOf, linkTo, pageAddresses, siteAddresses, urlOf } from '../../src/views/addresses.js'

function procedures(...codes: string[]): Procedure[] {
  return codes.map(code => ({ code, title: code, field: 'x' }))
}

function addressesOf(...codes: string[]): string[] {
  return [...siteAddresses({ fields: [], procedures: procedures(...codes) }).procedures.values()]
}

describe('the address of a procedure', () => {
  it('is its code', () => {
    expect(addressesOf('1.001193', '2.000815.000.00.00.H09')).toEqual([
      'thu-tuc/1.001193/',
      'thu-tuc/2.000815.000.00.00.H09/',
    ])
  })

  it('does not hang on what stands before it in the list', () => {
    expect(addressesOf('1 001193', '1-001193', '1.001193')).toEqual([
      'thu-tuc/1-001193-2/',
      'thu-tuc/1-001193/',
      'thu-tuc/1.001193/',
    ])
  })

  it.each([
    ['../../etc', 'thu-tuc/etc/'],
    ['con', 'thu-tuc/x-con/'],
    ['', 'thu-tuc/x/'],
    ['Hộ tịch', 'thu-tuc/ho-tich/'],
    ['1.001193.', 'thu-tuc/1-001193/'],
    ['<b>', 'thu-tuc/b/'],
  ])('is a harmless name for %j: %s', (code, address) => {
    expect(addressesOf(code)).toEqual([address])
  })

  it('tells apart what differs in capitals only', () => {
    expect(addressesOf('1.001193.H09', '1.001193.h09')).toEqual(['thu-tuc/1.001193.H09/', 'thu-tuc/1-001193-h09/'])
  })
})

test('whatever the codes and ids are: as many addresses as records, all harmless, alike each time', () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'á', '1.001193', 'nul', '..')),
  )
  fc.assert(
    fc.property(texts, words => {
      const fields: Field[] = words.map(id => ({ id, name: id }))
      const catalog = { fields, procedures: procedures(...words) }
      const { fields: ofFields, procedures: ofProcedures } = siteAddresses(catalog)
      const all = [...ofFields.values(), ...ofProcedures.values()]
      expect(new Set(all.map(address => address.toLowerCase())).size).toBe(2 * words.length)
      for (const address of all) {
        expect(address).toMatch(/^(?:linh-vuc|thu-tuc)\/[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\/$/)
        expect(address.length).toBeLessThan(110)
      }
      expect([...siteAddresses(catalog).procedures.values()]).toEqual([...ofProcedures.values()])
    }),
  )
})

test('a code that left the list keeps its address, unless another page has it', () => {
  const addresses = siteAddresses({ fields: [], procedures: procedures('1.001193') })
  expect(addresses.retired('1.004873')).toBe('thu-tuc/1.004873/')
  expect(addresses.retired('1.001193')).toBeUndefined()
  expect(addresses.retired('../x')).toBeUndefined()
})

test.each([
  ['', 'thu-tuc/1.001193/', 'thu-tuc/1.001193/index.html'],
  ['thu-tuc/1.001193/', '', '../../index.html'],
  ['thu-tuc/1.001193/', 'thu-tuc.csv', '../../thu-tuc.csv'],
  [pageAddresses.contacts, pageAddresses.about, '../gioi-thieu/index.html'],
])('from “%s” to “%s” the way is %s', (from, target, link) => {
  expect(linkTo(from, target)).toBe(link)
})

test('on the web an address needs no file name', () => {
  expect(urlOf('https://phuong.example/tthc/', 'thu-tuc/1.001193/')).toBe(
    'https://phuong.example/tthc/thu-tuc/1.001193/',
  )
  expect(fileOf('thu-tuc/1.001193/')).toBe('thu-tuc/1.001193/index.html')
})
