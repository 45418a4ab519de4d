import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CodeAction,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  type MarkupContent,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { main } from '../../src/main.js'
import { behind, cursor, LanguageClient, type Place } from '../editor/language-client.js'
import { memoryIo } from '../memory-io.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const today = ['--date', '2022-07-15']

const catalogYaml = `catalog: 1
agency:
  name: Ủy ban nhân dân phường Ví Dụ
  phone: "0274 3000 000"
publication:
  date: 2022-07-01
officers:
  - id: ho-tich-1
    name: Nguyễn Thị Ví Dụ
    jobTitle: Công chức Tư pháp - Hộ tịch
    phone: "0274 3000 001"
    internal:
      phone: "0900 000 099"
  - id: ho-tich-2
    name: Trần Văn Mẫu
    phone: "0274 3000 002"
`

const fieldYaml = `fields:
  - id: ho-tich
    name: Hộ tịch
    officers: [ho-tich-1, ho-tich-2]
procedures:
  - code: "1.001193"
    title: Đăng ký khai sinh
    field: ho-tich
    serviceLevel: level-4
    legalBases: [60/2014/QH13, 123/2015/NĐ-CP]
  - code: "2.000635"
    title: Cấp bản sao trích lục hộ tịch
    field: ho-tich
    officer: ho-tich-2
    legalBases: [60/2014/QH13]
`

const sound = { 'catalog.yaml': catalogYaml, 'fields/ho-tich.yaml': fieldYaml }

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('x:', 'yaml', 1, text), [...edits])
}

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code)

describe('tthc lsp, the bundle, spoken to by a client library', () => {
  let folder: string
  let client: LanguageClient
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href

  /** Writes files of a catalog to the disk; gives the names by which an editor calls them. */
  function write(name: string, files: Readonly<Record<string, string>>): Record<'catalog' | 'field', string> {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, name, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    return { catalog: uriOf(`${name}/catalog.yaml`), field: uriOf(`${name}/fields/ho-tich.yaml`) }
  }

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tthc-lsp-')))
    client = new LanguageClient(['bin/tthc.js', 'lsp', '--stdio', ...today])
    const { capabilities, serverInfo } = await client.start({
      textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
      window: { showDocument: { support: true } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    })
    expect(serverInfo?.name).toBe('tthc')
    expect(capabilities.hoverProvider).toBe(true)
  }, 30_000)

  afterAll(async () => {
    expect(await client.end()).toBe(0)
    expect(client.errors).toBe('')
    expect(client.logged).toEqual([])
    rmSync(folder, { recursive: true })
  })

  describe('diagnostics', () => {
    it('tell what is wrong, with severity, rule and the other places it speaks of', async () => {
      const text = fieldYaml.replace('2.000635', '1.001193')
      const { field } = write('trung-ma', { ...sound, 'fields/ho-tich.yaml': text })
      await client.open(field, text)
      const found = await client.diagnostics(field, all => codes(all).includes('procedure-code-duplicate'))
      const duplicate = found.find(({ code }) => code === 'procedure-code-duplicate')
      expect(duplicate).toMatchObject({
        severity: 1,
        source: 'tthc',
        range: { start: { line: 10, character: 10 }, end: { line: 10, character: 20 } },
      })
      expect(duplicate?.message).toMatch(/1\.001193/)
      expect(duplicate?.relatedInformation?.[0]?.location).toEqual({
        uri: field,
        range: { start: { line: 5, character: 10 }, end: { line: 5, character: 20 } },
      })
    })

    it('of the whole catalog follow what is typed in one file and not saved', async () => {
      const { catalog, field } = write('ca-danh-muc', sound)
      await client.open(catalog, catalogYaml)
      await client.diagnostics(field, found => !codes(found).includes('officer-unknown'))
      // The officer gets another id in catalog.yaml; the fault is in a file that is not even open.
      const start = behind(catalogYaml, '  - id: ho-tich-')
      const range = { start, end: { ...start, character: start.character + 1 } }
      await client.change(catalog, '9', range)
      const found = await client.diagnostics(field, all => codes(all).includes('officer-unknown'))
      expect(found.find(({ code }) => code === 'officer-unknown')?.range.start).toEqual({ line: 3, character: 15 })
      await client.change(catalog, '1', range)
      await client.diagnostics(field, all => !codes(all).includes('officer-unknown'))
      expect(client.versionOf(catalog)).toBe(3)
    })

    it('respect silencers, configurations, and what changes on the disk', async () => {
      const text = fieldYaml.replace(
        'field: ho-tich\n    officer',
        'field: ho-tch # tthc-ignore field-unknown: chờ sáp nhập\n    officer',
      )
      const { field } = write('im-lang', { ...sound, 'fields/ho-tich.yaml': text })
      await client.open(field, text)
      const before = await client.diagnostics(field, found => found.length > 0)
      expect(codes(before)).not.toContain('field-unknown')
      const rule = String(before[0]?.code)
      write('im-lang', { 'tthc.config.yaml': `rules:\n  ${rule}: {severity: off, reason: kiểm tra riêng}\n` })
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
      await client.diagnostics(field, found => !codes(found).includes(rule))
    })

    it('count in UTF-16 units behind Vietnamese letters and signs of two units', async () => {
      const text = `${catalogYaml}fields:\n  - {id: ho-tich, name: "🏛️ Hộ tịch 👩‍💼", officers: [khong-co]}\n`
      const { catalog } = write('utf16', { 'catalog.yaml': text })
      await client.open(catalog, text)
      const found = await client.diagnostics(catalog, all => codes(all).includes('officer-unknown'))
      const lines = text.split('\n')
      const line = lines.findIndex(one => one.includes('khong-co'))
      const character = lines[line]?.indexOf('khong-co') ?? 0
      expect(found.find(({ code }) => code === 'officer-unknown')?.range).toEqual({
        start: { line, character },
        end: { line, character: character + 'khong-co'.length },
      })
    })

    it('name a syntax error, and go when it is mended', async () => {
      const text = fieldYaml.replace('[ho-tich-1, ho-tich-2]', '[ho-tich-1, ho-tich-2')
      const { field } = write('cu-phap', { ...sound, 'fields/ho-tich.yaml': text })
      await client.open(field, text)
      await client.diagnostics(field, found => codes(found).includes('yaml-syntax'))
      await client.change(field, fieldYaml)
      await client.diagnostics(field, found => !codes(found).includes('yaml-syntax'))
    })

    it('are taken back when the last file of a catalog is closed', async () => {
      const text = fieldYaml.replaceAll('ho-tich-2', 'khong-co')
      const { field } = write('dong', { ...sound, 'fields/ho-tich.yaml': text })
      await client.open(field, text)
      await client.diagnostics(field, found => found.length > 0)
      await client.close(field)
      await client.diagnostics(field, found => found.length === 0)
    })

    it('tell of a configuration, beside a catalog or above several', async () => {
      const config = 'rules:\n  phone-malformd: off\n'
      for (const name of ['cau-hinh', 'tinh']) {
        write(name, name === 'tinh' ? { 'phuong/catalog.yaml': catalogYaml } : sound)
        const uri = uriOf(`${name}/tthc.config.yaml`)
        await client.open(uri, config)
        const [found] = await client.diagnostics(uri, ({ length }) => length > 0)
        expect(found?.message).toContain('có phải “phone-malformed” không?')
      }
    })

    it('are not made of YAML that is no catalog', async () => {
      const uri = uriOf('docker-compose.yaml')
      await client.open(uri, 'services: {web: {image: x}}\n')
      await expect(client.ask('textDocument/documentSymbol', uri)).resolves.toBeNull()
      const lone = uriOf('rieng.yaml')
      await client.open(lone, 'catalog: 1\nfeilds: []\n')
      const found = await client.diagnostics(lone, ({ length }) => length > 0)
      expect(found.map(({ message }) => message)).toEqual([
        'Tệp danh mục: không có khóa “feilds”; có phải “fields” không?',
      ])
    })
  })

  describe('answers', () => {
    let field: string
    let catalog: string

    beforeAll(async () => {
      const names = write('tra-loi', sound)
      field = names.field
      catalog = names.catalog
      await client.open(field, fieldYaml)
    })

    async function hover(needle: string, uri = field, text = fieldYaml): Promise<string> {
      const answer = await client.ask<Hover | null>('textDocument/hover', uri, { position: behind(text, needle) })
      return answer === null ? '' : (answer.contents as MarkupContent).value
    }

    const placesOf = (found: readonly Location[]) =>
      found.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}`)

    it('hover: the official title of a code, its field, and what replaced it', async () => {
      const told = await hover('code: "1.00')
      expect(told).toMatch(/^\*\*1\.001193\*\* · Thủ tục đăng ký khai sinh\n\n\*\*Lĩnh vực\*\* · Hộ tịch/)
      const text = 'catalog: 1\nprocedures:\n  - {code: 1.003554, title: Hòa giải, field: x}\n'
      const uri = uriOf('thay-the.yaml')
      await client.open(uri, text)
      expect(await hover('code: 1.0', uri, text)).toContain('**Đã được thay thế bởi** · 1.012812')
    })

    it('hover: keys, officers without what is internal, and legal numbers', async () => {
      expect(await hover('serviceLev')).toContain('**Mức độ dịch vụ công trực tuyến** · ')
      const officer = await hover('officers: [ho-t')
      expect(officer).toContain('**ho-tich-1** · Nguyễn Thị Ví Dụ')
      expect(officer).toContain('**Điện thoại** · 0274 3000 001')
      expect(officer).not.toContain('0900')
      expect(await hover('60/2014')).toBe(
        '**60/2014/QH13** · Luật, bộ luật hoặc nghị quyết của Quốc hội, năm 2014\n\n2 thủ tục trong danh mục nêu văn bản này',
      )
    })

    it('hover: the rule that a comment silences', async () => {
      const text = `# tthc-ignore legal-date-missing: chưa có ngày\n${catalogYaml}`
      await client.open(catalog, text)
      const told = await hover('tthc-ignore legal', catalog, text)
      expect(told).toMatch(/^\*\*legal-date-missing\*\* · .+\n\n\*\*Vì sao\*\*/)
      await client.close(catalog)
    })

    it('hover: why a finding matters and what to write', async () => {
      const text = fieldYaml.replace('level-4', 'muc-4')
      const names = write('vi-sao', { ...sound, 'fields/ho-tich.yaml': text })
      await client.open(names.field, text)
      const told = await hover('serviceLevel: muc', names.field, text)
      expect(told).toContain('**service-level-unknown** · ')
      expect(told).toContain('**Cách sửa** · ')
    })

    it('definition: from a procedure to its field and officers', async () => {
      const at = async (needle: string) => {
        const position = behind(fieldYaml, needle)
        return placesOf(await client.ask<Location[]>('textDocument/definition', field, { position }))
      }
      expect(await at('field: ho')).toEqual(['ho-tich.yaml:2'])
      expect(await at('officers: [ho-t')).toEqual(['catalog.yaml:8'])
      expect(await at('code: "1.0')).toEqual(['ho-tich.yaml:2', 'catalog.yaml:8', 'catalog.yaml:14'])
      expect(await at('code: "2.0')).toEqual(['ho-tich.yaml:2', 'catalog.yaml:14'])
    })

    it('references: who names a field, an officer or a document', async () => {
      const at = async (needle: string, includeDeclaration = false) => {
        const position = behind(fieldYaml, needle)
        const context = { includeDeclaration }
        return placesOf(await client.ask<Location[]>('textDocument/references', field, { position, context }))
      }
      expect(await at('- id: ho')).toEqual(['ho-tich.yaml:8', 'ho-tich.yaml:13'])
      expect(await at('officer: ho', true)).toEqual(['catalog.yaml:14', 'ho-tich.yaml:4', 'ho-tich.yaml:14'])
      expect(await at('60/20')).toEqual(['ho-tich.yaml:10', 'ho-tich.yaml:15'])
    })

    it('rename: an officer everywhere, in the quotes that stand there, and never onto another', async () => {
      const ask = (newName: string, needle = 'officer: ho') =>
        client.ask<WorkspaceEdit>('textDocument/rename', field, { position: behind(fieldYaml, needle), newName })
      const changes = ((await ask('tư pháp: 2')).documentChanges ?? []) as TextDocumentEdit[]
      const renamed = (uri: string, text: string) =>
        applied(text, changes.find(({ textDocument }) => textDocument.uri === uri)?.edits as TextEdit[])
      expect(renamed(catalog, catalogYaml)).toContain('- id: "tư pháp: 2"\n    name: Trần Văn Mẫu')
      expect(renamed(field, fieldYaml)).toBe(fieldYaml.replaceAll('ho-tich-2', '"tư pháp: 2"'))
      await expect(ask('ho-tich-1')).rejects.toThrow('Mã “ho-tich-1” đã dùng cho một mục khác')
      await expect(ask(' ')).rejects.toThrow('Mã không được để trống')
      await expect(ask('x', 'code: "1.0')).rejects.toThrow('Ở đây không có mã cán bộ hay mã lĩnh vực')
      const prepared = { position: behind(fieldYaml, 'title: Đăng') }
      expect(await client.ask('textDocument/prepareRename', field, prepared)).toBeNull()
    })

    it('symbols: fields and procedures by name', async () => {
      const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', field)
      expect(symbols.map(({ name }) => name)).toEqual(['Lĩnh vực (1)', 'Thủ tục (2)'])
      expect(symbols[1]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
        ['Đăng ký khai sinh', '1.001193'],
        ['Cấp bản sao trích lục hộ tịch', '2.000635'],
      ])
    })

    const [officer, officers] = ['officer: ho-tich-2', 'officers: [ho-tich-1, ho-tich-2]']
    it.each([
      ['field:', officer, 'field: |', 'ho-tich', 'field: ho-tich\n'],
      ['officer:', officer, 'officer: |', 'ho-tich-1', 'officer: ho-tich-1\n'],
      ['a list that is open', officers, 'officers: [ho-tich-1, |', 'ho-tich-2', 'officers: [ho-tich-1, ho-tich-2\n'],
      ['a name without accents', officers, 'officers: [tran van|]', 'ho-tich-2', 'officers: [ho-tich-2]'],
      ['an item of a list', officers, 'officers:\n      - |', 'ho-tich-1', '      - ho-tich-1\n'],
      ['a word in quotes', officer, 'officer: "ho|"', 'ho-tich-1', 'officer: "ho-tich-1"\n'],
      ['a title', officer, 'replacedBy: hoa giai tranh chap dat|', '1.012812', 'replacedBy: "1.012812"\n'],
      [
        'the rule of a silencer',
        officer,
        '# tthc-ignore legal-da|',
        'legal-date-missing',
        '# tthc-ignore legal-date-missing\n',
      ],
    ])('completion of %s', async (_, before, after, label, result) => {
      const { text, position } = cursor(fieldYaml.replace(before, after))
      await client.change(field, text)
      const { items } = await client.ask<CompletionList>('textDocument/completion', field, { position })
      const item = items.find(found => found.label === label)
      expect(item, items.map(found => found.label).join()).toBeDefined()
      expect(applied(text, [item?.textEdit as TextEdit])).toContain(result)
      await client.change(field, fieldYaml)
    })
  })

  describe('code actions', () => {
    async function actions(uri: string, at: Place, only?: string[]): Promise<CodeAction[]> {
      const context = { diagnostics: [], ...(only !== undefined && { only }) }
      return client.ask('textDocument/codeAction', uri, { range: { start: at, end: at }, context })
    }

    const editsOf = (action: CodeAction | undefined, uri: string) =>
      ((action?.edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(change =>
        change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
      )

    const damaged = fieldYaml
      .replace('123/2015/NĐ-CP', 'Nghị định 123/2015/ND-CP')
      .replace('title: Cấp bản sao trích lục hộ tịch\n', 'title: "Cấp  bản sao trích lục hộ tịch." # giữ nguyên\n')
    const place = behind(damaged, 'Nghị định')

    it('mend one finding, or all of a file', async () => {
      const { field } = write('sua', { ...sound, 'fields/ho-tich.yaml': damaged })
      await client.open(field, damaged)
      const fix = (await actions(field, place)).find(({ isPreferred }) => isPreferred)
      expect(fix?.diagnostics?.[0]?.code).toBe('legal-number-malformed')
      expect(applied(damaged, editsOf(fix, field))).toContain('[60/2014/QH13, 123/2015/NĐ-CP]')
      const [all] = await actions(field, place, ['source.fixAll'])
      expect(all?.kind).toBe('source.fixAll.tthc')
      const mended = applied(damaged, editsOf(all, field))
      expect(mended).toContain('legalBases: [60/2014/QH13, 123/2015/NĐ-CP]')
      expect(mended).toContain('title: "Cấp bản sao trích lục hộ tịch" # giữ nguyên')
      await client.change(field, mended)
      expect(await actions(field, place, ['source.fixAll'])).toEqual([])
    })

    it('silence with a reason that has yet to be written', async () => {
      const { field } = write('bo-qua', { ...sound, 'fields/ho-tich.yaml': damaged })
      await client.open(field, damaged)
      const silence = (await actions(field, place)).find(({ title }) => title.startsWith('Bỏ qua'))
      const text = applied(damaged, editsOf(silence, field))
      expect(text).toContain('    # tthc-ignore legal-number-malformed: lý do\n    legalBases: [60')
      await client.change(field, text)
      const before = await client.diagnostics(field, found => codes(found).includes('silencer-without-reason'))
      expect(codes(before)).toContain('legal-number-malformed')
      // The reason is selected, so that it can be written over at once.
      const { command = '', arguments: args = [] } = silence?.command ?? {}
      await client.connection.sendRequest('workspace/executeCommand', { command, arguments: args })
      const [shown] = client.shown as { uri: string; selection: { start: Place } }[]
      expect(shown?.uri).toBe(field)
      expect(shown?.selection.start).toEqual(behind(text, 'malformed: '))
      await client.change(field, text.replace(': lý do', ': chép đúng bản gốc'))
      const after = await client.diagnostics(field, found => !codes(found).includes('silencer-without-reason'))
      expect(codes(after)).not.toContain('legal-number-malformed')
    })

    it('do not offer to silence what must not be', async () => {
      const config = 'forbidSilence: [legal-number-malformed]\n'
      const { field } = write('cam', { ...sound, 'fields/ho-tich.yaml': damaged, 'tthc.config.yaml': config })
      await client.open(field, damaged)
      const titles = (await actions(field, place)).map(({ title }) => title)
      expect(titles.some(title => title.includes('123/2015/NĐ-CP'))).toBe(true)
      expect(titles.filter(title => title.includes('legal-number-malformed'))).toEqual([])
    })
  })

  it('answers from what can be read of a file that does not parse', async () => {
    const { field } = write('do-dang', sound)
    const broken = fieldYaml.replace('officers: [ho-tich-1, ho-tich-2]', 'officers: [ho-tich-1, ho-tich-2')
    await client.open(field, broken)
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', field)
    expect(symbols.map(({ name }) => name)).toContain('Lĩnh vực (1)')
    const position = behind(broken, 'officers: [ho')
    expect(await client.ask<Location[]>('textDocument/definition', field, { position })).toHaveLength(1)
  })

  it('survives a burst of typing', async () => {
    const { field } = write('go-nhanh', { ...sound, 'fields/ho-tich.yaml': '' })
    await client.open(field, '')
    for (let length = 0; length <= fieldYaml.length; length += 7) await client.change(field, fieldYaml.slice(0, length))
    await client.change(field, fieldYaml.replace('field: ho-tich\n', 'field: khong-co\n'))
    const found = await client.diagnostics(field, all => codes(all).includes('field-unknown'))
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('the language of the answers', () => {
  it.each([
    [[], undefined, 'Tệp danh mục'],
    [[], 'vi', 'Tệp danh mục'],
    [[], 'en-US', 'The catalog file'],
    [['--lang', 'vi'], 'en-US', 'Tệp danh mục'],
    [['--lang=en'], 'vi', 'The catalog file'],
  ])('%j, editor %s: %s', async (args, locale, start) => {
    const client = new LanguageClient(['bin/tthc.js', 'lsp', ...args])
    await client.start({}, locale)
    // A file that was never saved has no folder.
    const uri = 'untitled:Untitled-1'
    await client.open(uri, 'catalog: 1\nfeilds: []\n')
    const [found] = await client.diagnostics(uri, ({ length }) => length > 0)
    expect(await client.end()).toBe(0)
    expect(found?.message).toContain(start)
  })
})

it('does not answer a question that was taken back', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const answered: string[] = []
  output.on('data', chunk => answered.push(String(chunk)))
  const code = main(['lsp'], memoryIo({ files: sound, streams: { input, output } }))
  const framed = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  }
  input.write(framed({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }))
  const uri = 'file:///catalog.yaml'
  const textDocument = { uri, languageId: 'yaml', version: 1, text: catalogYaml }
  input.write(framed({ method: 'textDocument/didOpen', params: { textDocument } }))
  // In one piece, as an editor sends them that thinks better of it.
  const asked = framed({ id: 2, method: 'textDocument/documentSymbol', params: { textDocument: { uri } } })
  input.write(asked + framed({ method: '$/cancelRequest', params: { id: 2 } }))
  input.write(framed({ id: 3, method: 'shutdown' }) + framed({ method: 'exit' }))
  expect(await code).toBe(0)
  expect(answered.join('')).toMatch(/"id":2,"error":\{"code":-32800/)
})

describe('the end', () => {
  it('is 1 where the editor is gone without a word', async () => {
    const client = new LanguageClient(['bin/tthc.js', 'lsp'])
    await client.start()
    const left = new Promise(resolve => client.child.on('exit', resolve))
    client.child.stdin?.end()
    expect(await left).toBe(1)
    expect(client.errors).toBe('')
  })

  it('is 3 where the reference list cannot be read', async () => {
    const io = memoryIo()
    expect(await main(['lsp', '--reference', 'khong-co.csv'], io)).toBe(3)
    expect(io.printed.err).toContain('khong-co.csv')
  })

  it('is 0 after a goodbye, over streams of our own', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const io = memoryIo({ streams: { input, output } })
    const code = main(['lsp', '--lang', 'en'], io)
    const connection = createProtocolConnection(new StreamMessageReader(output), new StreamMessageWriter(input))
    connection.listen()
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await code).toBe(0)
    expect(io.printed).toEqual({ out: '', err: '' })
  })
})

it('says of a shipped catalog what check says', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tthc-lsp-')))
  cpSync(join(root, 'catalogs/dinh-hoa'), join(folder, 'dinh-hoa'), { recursive: true })
  const file = join(folder, 'dinh-hoa/catalog.yaml')
  const uri = pathToFileURL(file).href
  const client = new LanguageClient(['bin/tthc.js', 'lsp', ...today])
  await client.start()
  await client.open(uri, readFileSync(file, 'utf8'))
  const found = await client.diagnostics(uri, () => true)
  expect(await client.end()).toBe(0)
  const args = ['bin/tthc.js', 'check', folder, '--format', 'json', ...today]
  const report = JSON.parse(spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout)
  type Told = { path: string; rule: string; start: { line: number; column: number } }
  const told: Told[] = report.catalogs[0].findings.filter(({ path }: Told) => path.endsWith('/catalog.yaml'))
  expect(told.length).toBeGreaterThan(0)
  expect(found.map(({ code, range: { start } }) => [code, start.line + 1, start.character + 1])).toEqual(
    told.map(({ rule, start }) => [rule, start.line, start.column]),
  )
  rmSync(folder, { recursive: true })
})
