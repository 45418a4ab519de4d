import { readSheet } from 'read-excel-file/universal'
import { expect, it } from 'vitest'
import { renderListingXlsx } from '../../src/renderers/listing-xlsx.js'
import { listingView } from '../../src/views/listing.js'
import { internalPhone, sampleCatalog } from '../sample.js'

const view = listingView(sampleCatalog, { errors: 0 })
const { path, bytes } = await renderListingXlsx(view)
const rows = (sheet: string) => readSheet(new Uint8Array(bytes).buffer, sheet)

it('lists procedures with the columns of the annex, codes as texts', async () => {
  expect(path).toBe('thu-tuc.xlsx')
  const [head, ...procedures] = await rows('Danh mục')
  expect(head?.slice(0, 4)).toEqual(['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực'])
  expect(procedures.map(row => row[1])).toEqual(view.fields.flatMap(field => field.procedures.map(({ code }) => code)))
  for (const cell of procedures.flat()) expect(cell === null || typeof cell === 'string').toBe(true)
})

it('lists each officer once, and the fields', async () => {
  const [, ...officers] = await rows('Cán bộ')
  const names = officers.map(row => row[0])
  expect(new Set(names).size).toBe(names.length)
  const [, ...fields] = await rows('Lĩnh vực')
  expect(fields.map(row => row[0])).toEqual(view.fields.map(({ name }) => name))
})

it('holds nothing internal and gives the same bytes again', async () => {
  expect(JSON.stringify([await rows('Danh mục'), await rows('Cán bộ')])).not.toContain(internalPhone)
  expect(Buffer.from((await renderListingXlsx(view)).bytes).equals(Buffer.from(bytes))).toBe(true)
})
