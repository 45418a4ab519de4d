import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportCommand } from '../../src/commands/export.js'
import { importUpdateCommand } from '../../src/commands/import-update.js'
import { exit } from '../../src/exit.js'
import { memoryIo } from '../memory-io.js'
import { shippedCatalog } from '../shipped-catalog.js'

const run = promisify(execFile)

async function hasLibreOffice(): Promise<boolean> {
  try {
    await run('soffice', ['--version'])
    return true
  } catch {
    return false
  }
}

const isThere = await hasLibreOffice()
const title = isThere ? 'LibreOffice' : 'LibreOffice (left out: there is no soffice on this machine)'

/** Texts that a spreadsheet likes to change. */
const awkward = `catalog: 1
agency: {name: UBND phường Ví Dụ}
officers:
  - {id: "01", name: "+84 900", phone: "0274 0123 401", extension: "007", mobileConsent: 2022-01-02}
fields:
  - {id: ho-tich, name: "=1+1", officers: ["01"]}
procedures:
  - code: "1.001010"
    title: "=SUM(1;2)"
    shortTitle: "-5"
    field: ho-tich
    serviceLevel: level-3
    onlineUrl: "@x"
    processingTime: 1/2 ngày
    statutoryTime: 1/2
    fees: [{amount: "8000", when: "a; =1+1"}]
    results: ["1.5", "01/02", " hai đầu ", "tab\\tx", "dòng 1\\ndòng 2", "\\"nháy\\"", "👩‍👩‍👧", "e\\u0301", "1E5", "TRUE"]
    conditions: ["_x0041_", "\\u0007"]
    checkedOn: 2022-06-01
  - {code: "2.000100", title: "'=1", field: ho-tich, authority: "=\\"a\\"", statutoryTime: "+84 274"}
`

const catalogs = { awkward: { 'awkward/catalog.yaml': awkward }, 'dinh-hoa': shippedCatalog('dinh-hoa') } as const

describe.skipIf(!isThere)(title, () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tthc-libreoffice-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Opens a file and saves it again in its own format, as somebody would who only looked at it. */
  async function savedAgain(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    const source = join(folder, name)
    writeFileSync(source, bytes)
    // 44: comma, 34: double quotes, 76: UTF-8.
    const csv = ['--infilter=CSV:44,34,76,1', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76']
    const format = name.endsWith('.csv') ? csv : ['--convert-to', 'xlsx:Calc MS Excel 2007 XML']
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    await run('soffice', [profile, '--headless', ...format, '--outdir', join(folder, 'out'), source])
    return readFileSync(join(folder, 'out', name))
  }

  test.each([
    ['awkward', 'bang.xlsx', 'procedures'],
    ['awkward', 'thu-tuc.csv', 'procedures'],
    ['awkward', 'linh-vuc.csv', 'fields'],
    ['awkward', 'can-bo.csv', 'officers'],
    ['dinh-hoa', 'bang.xlsx', 'procedures'],
    ['dinh-hoa', 'thu-tuc.csv', 'procedures'],
  ] as const)(
    'opens and saves %s/%s, and taking it back changes nothing',
    { timeout: 120_000 },
    async (path, out, sheet) => {
      const files = catalogs[path]
      const io = memoryIo({ files })
      const options = { lang: 'vi', colour: false, delimiter: ',', plainCsv: false, force: false } as const
      expect(await exportCommand(path, { ...options, sheet, out }, io)).toBe(exit.ok)
      io.files.set(out, await savedAgain(out, io.files.get(out) ?? new Uint8Array()))
      io.printed.err = ''
      expect(await importUpdateCommand(out, path, { lang: 'vi', colour: false }, io)).toBe(exit.ok)
      expect(io.printed.err).toBe('Không có gì phải sửa trong danh mục\n')
      for (const [name, text] of Object.entries(files)) expect(new TextDecoder().decode(io.files.get(name))).toBe(text)
    },
  )
})
