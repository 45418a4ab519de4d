import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompletionList, Hover, MarkupContent } from 'vscode-languageserver-protocol'
import { main } from '../../src/main.js'
import { memoryIo } from '../memory-io.js'
import { behind, LanguageClient } from './language-client.js'

const require = createRequire(import.meta.url)
const server = require.resolve('yaml-language-server/bin/yaml-language-server')
const root = fileURLToPath(new URL('../..', import.meta.url))
const catalog = pathToFileURL(join(root, 'catalogs/dinh-hoa/fields/ho-tich.yaml')).href
const text = readFileSync(new URL(catalog), 'utf8')

// The schema as `tthc schema` prints it, in the server that VS Code, Neovim and others use for YAML.
describe('yaml-language-server with the schema', () => {
  let folder: string
  let client: LanguageClient
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tthc-yaml-'))
    const io = memoryIo()
    await main(['schema', '--lang', 'vi'], io)
    writeFileSync(join(folder, 'tthc.schema.json'), io.printed.out)
    const yaml = {
      schemas: { [uriOf('tthc.schema.json')]: '**/*.yaml' },
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
    }
    client = new LanguageClient([server, '--stdio'], { yaml })
    await client.start({
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    })
    await client.open(catalog, text)
    await client.diagnostics(catalog, () => true)
  }, 30_000)

  afterAll(async () => {
    client.child.kill()
    rmSync(folder, { recursive: true })
  })

  async function hover(needle: string): Promise<string> {
    const answer = await client.ask<Hover>('textDocument/hover', catalog, { position: behind(text, needle) })
    return (answer.contents as MarkupContent).value.replace(/\n\nSource: .*$/, '')
  }

  async function complete(marked: string, name: string): Promise<CompletionList> {
    const written = marked.replace('|', '')
    await client.open(uriOf(name), written)
    return client.ask('textDocument/completion', uriOf(name), { position: behind(marked, marked.split('|')[0] ?? '') })
  }

  it('finds nothing to object to in a shipped catalog', async () => {
    expect(await client.diagnostics(catalog, () => true)).toEqual([])
  })

  it('explains keys in Vietnamese', async () => {
    expect(await hover('    fie')).toBe('#### Lĩnh vực\n\nMã của một lĩnh vực trong danh mục.')
    // Keys that take a text or a list bore their title twice, as “Phí, lệ phí || Phí, lệ phí”.
    expect(await hover('    fee')).toMatch(/^#### Phí, lệ phí\n\nnone: không có; exempt: miễn/)
    expect(await hover('    processingT')).toMatch(/^#### Thời hạn giải quyết\n\nVí dụ 5 ngày làm việc/)
    expect(await hover('    legalB')).toBe('#### Căn cứ pháp lý\n\nSố, ký hiệu văn bản, ví dụ 60/2014/QH13.')
    expect(await hover('        amou')).toBe('#### Mức thu\n\nSố tiền bằng đồng.')
    expect(await hover('serviceLev')).toContain('* `level-3`: Mức độ 3 (Nghị định 43/2011/NĐ-CP)')
  })

  it('objects to a slip in it, and is content when that is put right', async () => {
    await client.change(catalog, text.replace('serviceLevel: level-3', 'serviceLevel: muc-do-3'))
    const [found, ...more] = await client.diagnostics(catalog, ({ length }) => length > 0)
    expect(more).toEqual([])
    expect(found?.message).toBe('Cần full, partial, information, none, level-1, level-2, level-3 hoặc level-4')
    expect(found?.range.start).toEqual(behind(text, 'serviceLevel: '))
    await client.change(catalog, text)
    await client.diagnostics(catalog, ({ length }) => length === 0)
  })

  it('says in Vietnamese what is wrong', async () => {
    const uri = uriOf('sai.yaml')
    const procedure = [
      'catalog: 1',
      'procedures:',
      '  - code: 1.001193',
      '    title: Đăng ký khai sinh',
      '    field: ho-tich',
      '    feild: ho-tich',
      '    sets: hai',
      '    onlinePayment: yes',
      '    serviceLevel: levl-4',
      '    fees: 8000',
      '    channels: [counter, fax]',
      '    effectiveFrom: 2022-13-45',
      '    legalBases: [60/2014/QH13, {number: 371/QĐ-UBND, date: 2022-03-01}]',
      '',
    ]
    await client.open(uri, procedure.join('\n'))
    const found = await client.diagnostics(uri, ({ length }) => length > 0)
    const told = found.map(({ range, message }) => `${range.start.line + 1} ${message}`).sort()
    expect(told).toEqual([
      '10 Cần none, exempt hoặc danh sách, mỗi mục bắt đầu bằng gạch ngang “- ”',
      '11 Cần counter, online hoặc post',
      '12 Cần ngày có thật viết năm-tháng-ngày, như 2022-07-01',
      '6 Property feild is not allowed.',
      '7 Cần số nguyên không âm, viết liền',
      '8 Cần true hoặc false',
      '9 Cần full, partial, information, none, level-1, level-2, level-3 hoặc level-4',
    ])
  })

  it('completes keys and values, with what they mean', async () => {
    const head = 'catalog: 1\nprocedures:\n  - code: "1.001193"\n    title: Khai sinh\n    field: ho-tich\n'
    const keys = await complete(`${head}    |\n`, 'khoa.yaml')
    expect(keys.items.find(({ label }) => label === 'dossier')?.documentation).toBe('none hoặc danh sách giấy tờ.')
    const levels = await complete(`${head}    serviceLevel: |\n`, 'muc-do.yaml')
    expect(levels.items.find(({ label }) => label === 'full')?.documentation).toContain('Toàn trình')
    const fees = await complete(`${head}    fees: |\n`, 'phi.yaml')
    expect(fees.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['none', 'exempt']))
    const inner = await complete(`${head}    fees:\n      - |\n`, 'muc-thu.yaml')
    expect(inner.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['amount', 'kind', 'basis']))
    const basis = await complete(`${head}    legalBases:\n      - |\n`, 'can-cu.yaml')
    expect(basis.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['number', 'date']))
  })
})
