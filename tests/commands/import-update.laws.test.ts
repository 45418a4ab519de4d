import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { formatCell, namesOfIds } from '../../src/catalog/cell.js'
import { load } from '../../src/catalog/load.js'
import { type PlainRecord, plainRecord, sameValue } from '../../src/catalog/plain-value.js'
import { cellType, recordKeys, recordReferences, sheetColumns } from '../../src/catalog/record-sheets.js'
import { type SheetUse, sheetUses } from '../../src/catalog/sheet-use.js'
import { exportCommand } from '../../src/commands/export.js'
import { importUpdateCommand } from '../../src/commands/import-update.js'
import { exit } from '../../src/exit.js'
import { recordOf, valueFor } from '../catalog-values.js'
import { yamlOf } from '../catalog-yaml.js'
import { memoryIo } from '../memory-io.js'
import { editCsv, editXlsx } from '../sheet-editing.js'

// Workbooks take time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Files = Readonly<Record<string, string>>

/** Any catalog, in several files of any layout. */
const anyCatalog: fc.Arbitrary<Files> = fc
  .tuple(
    ...sheetUses.map(use => fc.tuple(fc.array(recordOf(recordKeys(use)), { maxLength: 3 }), yamlOf)),
    fc.tuple(fc.array(recordOf(recordKeys('procedures')), { minLength: 1, maxLength: 3 }), yamlOf),
  )
  .map(lists => {
    const uses: readonly SheetUse[] = [...sheetUses, 'procedures']
    const files = lists.map(([records, write], at): [string, string] => {
      const use = uses[at] ?? 'procedures'
      return [`a/${at}-${use}.yaml`, write(use, recordKeys(use), records)]
    })
    return { 'a/catalog.yaml': 'catalog: 1\nagency: {name: UBND phường Ví Dụ}\n', ...Object.fromEntries(files) }
  })

async function exported(files: Files, out: string, sheet: SheetUse = 'procedures') {
  const io = memoryIo({ files })
  const options = { lang: 'vi', colour: false, delimiter: ';', plainCsv: false, force: false } as const
  expect(await exportCommand('a', { ...options, sheet, out }, io), io.printed.out).toBe(exit.ok)
  return io
}

function take(io: ReturnType<typeof memoryIo>, file: string): Promise<number> {
  return importUpdateCommand(file, 'a', { lang: 'vi', colour: false }, io)
}

function textsOf(io: ReturnType<typeof memoryIo>, files: Files): Files {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return Object.fromEntries(Object.keys(files).map(path => [path, decoder.decode(io.files.get(path))]))
}

test('law: a workbook that nobody has changed changes nothing, even where another program saved it', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyCatalog, fc.boolean(), async (files, isSavedAgain) => {
      const io = await exported(files, 'b.xlsx')
      if (isSavedAgain) io.files.set('b.xlsx', await editXlsx(io.files.get('b.xlsx') ?? new Uint8Array(), () => {}))
      expect(await take(io, 'b.xlsx')).toBe(exit.ok)
      expect(io.printed.err).toMatch(/Không có gì phải sửa trong danh mục\n$/)
      expect(textsOf(io, files)).toEqual(files)
    }),
    { numRuns: 15 },
  )
})

test('law: a CSV that nobody has changed changes nothing, even where another program saved it', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyCatalog, fc.boolean(), fc.constantFrom(...sheetUses), async (files, isSavedAgain, use) => {
      const io = await exported(files, 'b.csv', use)
      if (isSavedAgain)
        io.files.set(
          'b.csv',
          editCsv(io.files.get('b.csv') ?? new Uint8Array(), () => {}),
        )
      expect(await take(io, 'b.csv')).toBe(exit.ok)
      expect(io.printed.err).toMatch(/Không có gì phải sửa trong danh mục\n$/)
      expect(textsOf(io, files)).toEqual(files)
    }),
    { numRuns: 40 },
  )
})

/** One key of one procedure, and another value for it. */
const anyEdit = fc
  .constantFrom(...sheetColumns('procedures').filter(({ key }) => key !== 'code'))
  .chain(column => fc.record({ column: fc.constant(column), value: valueFor(column.of.type), row: fc.nat() }))

test.each(['xlsx', 'csv'] as const)(
  'law: one edited cell of a %s changes that key and nothing else',
  { timeout: 60_000 },
  async kind => {
    await fc.assert(
      fc.asyncProperty(anyCatalog, anyEdit, async (files, { column, value, row }) => {
        const path = `b.${kind}`
        const io = await exported(files, path)
        const before = await recordsOf(files)
        const at = row % before.length
        const text = formatCell(cellType(column, await namesIn(files)), value)
        const edit: Parameters<typeof editCsv>[1] = book => book.setRow('Thủ tục', at + 1, column.of.title.vi, text)
        const bytes = io.files.get(path) ?? new Uint8Array()
        io.files.set(path, kind === 'xlsx' ? await editXlsx(bytes, edit) : editCsv(bytes, edit))
        // The rules may have something to say of the new value.
        expect([exit.ok, exit.findings], io.printed.err).toContain(await take(io, path))
        expect(io.printed.err).not.toMatch(/chưa ghi gì/i)
        const after = textsOf(io, files)
        const expected = before.map((record, index) => (index === at ? { ...record, [column.key]: value } : record))
        const now = await recordsOf(after)
        expect(now.every((record, index) => sameValue(record, expected[index]))).toBe(true)
        // The other files keep their bytes.
        const changed = Object.keys(files).filter(file => files[file] !== after[file])
        expect(changed.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 15 },
    )
  },
)

async function catalogOf(files: Files) {
  const sources = Object.entries(files)
    .sort()
    .map(([path, text]) => ({ path, text }))
  return load('a', sources)
}

async function namesIn(files: Files) {
  const { catalog } = await catalogOf(files)
  return { fields: namesOfIds(catalog.fields), officers: namesOfIds(catalog.officers) }
}

async function recordsOf(files: Files): Promise<readonly PlainRecord[]> {
  const { catalog, findings } = await catalogOf(files)
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return Array.from(recordReferences('procedures', catalog).values(), record =>
    plainRecord(recordKeys('procedures'), record),
  )
}

const files: Files = {
  'a/catalog.yaml':
    'catalog: 1\nprocedures:\n  - code: "1.001193"\n    title: Đăng ký khai sinh\n    field: ho-tich\n    processingTime: 3 ngày\n',
}

/** Takes `bytes` for a corrected sheet: it may be refused, but nothing is thrown except a Failure. */
async function tryToTake(name: string, bytes: Uint8Array) {
  const io = memoryIo({ files })
  io.files.set(name, bytes)
  try {
    await take(io, name)
  } catch (error) {
    expect((error as Error).name).toBe('Failure')
  }
  return textsOf(io, files)
}

test('law: no bytes make it crash or write', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, isZip) => {
      const content = isZip ? Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes) : bytes
      expect(await tryToTake('b', content)).toEqual(files)
    }),
    { numRuns: 300 },
  )
})

test.each(['xlsx', 'csv'] as const)(
  'law: a damaged %s never makes it crash, nor write what is no catalog',
  async kind => {
    const bytes = (await exported(files, `b.${kind}`)).files.get(`b.${kind}`) ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 5 }),
        fc.nat(bytes.length),
        fc.boolean(),
        async (flips, length, isCut) => {
          const damaged = bytes.slice(0, isCut ? length : bytes.length)
          for (const [at, value] of flips) if (at < damaged.length) damaged[at] = value
          const after = await tryToTake(`b.${kind}`, damaged)
          await recordsOf(after)
        },
      ),
      { numRuns: 60 },
    )
  },
)
