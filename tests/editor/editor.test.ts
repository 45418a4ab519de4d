import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Position, Range } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { load } from '../../src/catalog/load.js'
import { referenceList } from '../../src/catalog/reference-list.js'
import { catalogKeys, type Keys, type Type } from '../../src/catalog/schema.js'
import { noSettings } from '../../src/check/settings.js'
import { actionsAt, lineEdits } from '../../src/editor/actions.js'
import { type Analysis, analyse } from '../../src/editor/analysis.js'
import { type Client, offsetAt, rangeOf } from '../../src/editor/client.js'
import { completionAt } from '../../src/editor/completion.js'
import { diagnosticsByFile } from '../../src/editor/diagnostics.js'
import { escaped, hoverAt } from '../../src/editor/hover.js'
import { legalMeaning } from '../../src/editor/legal-names.js'
import { markedPaths } from '../../src/editor/marks.js'
import { definitionsAt, referencesAt } from '../../src/editor/navigation.js'
import { renamableAt, renameAt } from '../../src/editor/rename.js'
import { silencingEdit } from '../../src/editor/silencing.js'
import { symbolsOf } from '../../src/editor/symbols.js'
import { catalogOf, pathOf, uriOfPath, withBuffers } from '../../src/editor/workspace-view.js'
import { memoryIo } from '../memory-io.js'

const reference = referenceList({ vi: 'danh sách', en: 'list' }, [
  { code: '1.001193', title: 'Thủ tục đăng ký khai sinh', field: 'Hộ tịch' },
  { code: '1.003554', title: 'Hòa giải tranh chấp đất đai', replacedBy: '1.012812' },
])

const client: Client = {
  locale: 'vi',
  uriOf: path => `file:///${path}`,
  versionOf: () => 1,
  markdown: true,
  showsDocuments: true,
}

const seed = `catalog: 1
agency: {name: "UBND 🏛️ phường", phone: '0274 3000 000'}
officers:
  - id: a
    name: Nguyễn Thị Ví Dụ
    phone: 0650 3822 111
fields:
  - id: ho-tich
    name: Hộ  tịch
    officers: [a, b]
procedures:
  - code: 1.001193
    title: >
      Đăng ký
      khai sinh.
    field: ho-tich # tthc-ignore field-unknown: thử
    legalBases: [Nghị định 123/2015/ND-CP, {number: 371/QĐ-UBND}]
    replacedBy: "1.003554"
`

/** The sample with anything put into it, cut out of it or doubled in it, or nothing of it at all. */
const damagedText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.tuple(
        fc.nat(seed.length),
        fc.nat(30),
        fc.oneof(
          fc.constantFrom(
            '',
            ':',
            '- ',
            '[',
            ']',
            '{',
            '"',
            "'",
            '\n',
            '\r\n',
            '\r',
            '\t',
            '&x ',
            '*x',
            '|',
            '>',
            '# ',
            '\uFEFF',
            '\uD83C',
            '🏛️',
          ),
          fc.string({ unit: 'binary', maxLength: 6 }),
        ),
      ),
      { maxLength: 4 },
    )
    .map(cuts => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), seed)),
)

async function analysisOf(...texts: string[]): Promise<Analysis> {
  const files = texts.map((text, index) => ({ path: `${index}.yaml`, text }))
  return analyse(await load('x', files), noSettings, { today: '2022-07-15', reference })
}

function lengths(text: string): number[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map(line => line.length)
}

function expectInside(range: Range, text: string): void {
  const lines = lengths(text)
  for (const { line, character } of [range.start, range.end] as Position[]) {
    expect(line).toBeGreaterThanOrEqual(0)
    expect(line).toBeLessThan(lines.length)
    expect(character).toBeGreaterThanOrEqual(0)
    expect(character).toBeLessThanOrEqual(lines[line] ?? 0)
  }
  expect(isBefore(range.end, range.start)).toBe(false)
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

describe('whatever stands in a file', () => {
  it('every answer comes, and every range lies in the text', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText, fc.nat(400), async (text, place) => {
        const analysis = await analysisOf(text, seed)
        const [source] = analysis.loaded.files
        const [marks] = analysis.marks.files
        if (source === undefined || marks === undefined) throw new Error('the file is gone')
        const offset = Math.min(place, text.length)
        for (const found of diagnosticsByFile(analysis, client).get('0.yaml') ?? []) expectInside(found.range, text)
        const hover = hoverAt(analysis, '0.yaml', offset, client)
        if (hover?.range !== undefined) expectInside(hover.range, text)
        for (const { uri, range } of [
          ...definitionsAt(analysis, '0.yaml', offset, client),
          ...referencesAt(analysis, '0.yaml', offset, true, client),
        ])
          expectInside(range, uri === 'file:///0.yaml' ? text : seed)
        for (const group of symbolsOf(marks, 'vi')) {
          for (const { name, range, selectionRange } of [group, ...(group.children ?? [])]) {
            expect(name).not.toBe('')
            expectInside(range, text)
            expect(isBefore(selectionRange.start, range.start) || isBefore(range.end, selectionRange.end)).toBe(false)
          }
        }
        const renamed = renameAt(analysis, '0.yaml', offset, 'tên mới', client)
        if ('documentChanges' in renamed) expect(renamableAt(analysis, '0.yaml', offset)).toBeDefined()
        const at = rangeOf({ source, start: offset, end: offset }).start
        for (const { textEdit } of (await completionAt(analysis, source, offset, client)).items) {
          if (textEdit === undefined || !('range' in textEdit)) throw new Error('an item without an edit')
          expectInside(textEdit.range, text)
          expect(textEdit.range.start.line).toBe(textEdit.range.end.line)
          expect(isBefore(at, textEdit.range.start) || isBefore(textEdit.range.end, at)).toBe(false)
        }
        const wanted = { path: '0.yaml', start: offset, end: text.length }
        for (const { title } of await actionsAt(analysis, wanted, client)) expect(title).not.toBe('')
      }),
      // A code that goes over two lines.
      { numRuns: 100, examples: [['procedures:\n  - code: 1.0\n      Đăng ký\n    field: a\n', 34]] },
    )
  })

  it('a silencer leaves the meaning of the file as it is, and the finding goes', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText, async text => {
        const before = await analysisOf(text)
        for (const finding of before.judgement.findings.slice(0, 5)) {
          const edit = await silencingEdit(finding, 'vi')
          if (edit === undefined) continue
          const { start, end } = edit.at
          const written = edit.text.replace(': lý do', ': đã hỏi cấp trên')
          const after = await analysisOf(text.slice(0, start) + written + text.slice(end))
          expect(after.loaded.catalog).toEqual(before.loaded.catalog)
          const count = ({ judgement }: Analysis) =>
            judgement.findings.filter(({ rule }) => rule === finding.rule).length
          expect(count(after)).toBeLessThan(count(before))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a place of the editor and an offset are one and the same', () => {
    fc.assert(
      fc.property(damagedText, fc.nat(400), (text, place) => {
        const source = { path: 'a', text }
        const document = TextDocument.create('a', 'yaml', 1, text)
        const offset = document.offsetAt(document.positionAt(Math.min(place, text.length)))
        const { start } = rangeOf({ source, start: offset, end: offset })
        // An editor knows nothing of the mark that a file may begin with.
        if (!text.startsWith('\uFEFF')) expect(start).toEqual(document.positionAt(offset))
        if (offset > 0 || !text.startsWith('\uFEFF')) expect(offsetAt(source, start)).toBe(offset)
      }),
    )
  })

  it('edits by the line make the other text', () => {
    const some = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'đ🏛️\n', 'x')).map(lines => lines.join(''))
    fc.assert(
      fc.property(some, some, (before, after) => {
        const document = TextDocument.create('a', 'yaml', 1, before)
        expect(TextDocument.applyEdits(document, lineEdits({ path: 'a', text: before }, after))).toBe(after)
      }),
    )
  })
})

describe('hover', () => {
  it('lets no text of a catalog become a link, a picture or HTML', () => {
    expect(escaped('[x](command:y) ![z](w) <b>1</b> `c` *d* _e_')).toBe(
      '\\[x\\](command:y) \\!\\[z\\](w) \\<b\\>1\\</b\\> \\`c\\` \\*d\\* \\_e\\_',
    )
    expect(escaped('- một\n\n# hai')).toBe('\\- một \\# hai')
    expect(escaped('1. một')).toBe('\\1. một')
  })

  it.each([
    ['60/2014/QH13', 'Luật, bộ luật hoặc nghị quyết của Quốc hội, năm 2014'],
    ['02/2020/UBTVQH14', 'Pháp lệnh hoặc nghị quyết của Ủy ban Thường vụ Quốc hội, năm 2020'],
    ['123/2015/NĐ-CP', 'Nghị định của Chính phủ, năm 2015'],
    ['85/2019/TT-BTC', 'Thông tư của Bộ Tài chính, năm 2019'],
    ['102/2012/TTLT-BQP-BTC', 'Văn bản liên tịch, năm 2012'],
    ['371/QĐ-UBND', 'Quyết định của Ủy ban nhân dân, số này được đánh lại mỗi năm nên phải ghi kèm ngày ký'],
    ['48/VBHN-VPQH', 'Văn bản hợp nhất, cần ghi kèm ngày'],
    ['123/2015/ND-CP', 'Nghị định của Chính phủ, năm 2015, nên viết 123/2015/NĐ-CP'],
    ['104', 'Không đúng cách viết số, ký hiệu văn bản; cần viết như 60/2014/QH13 hoặc 371/QĐ-UBND'],
  ])('of %s', (number, meaning) => {
    expect(legalMeaning(number).vi).toBe(meaning)
  })

  it('of any text does not fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => legalMeaning(text).en !== ''))
  })
})

describe('what is marked', () => {
  it('stands at keys that the schema has', () => {
    const paths = new Set<string>()
    const walk = (keys: Keys, above: string) => {
      for (const [name, { type }] of Object.entries(keys)) {
        const path = above === '' ? name : `${above}.${name}`
        paths.add(path)
        inside(type, path)
      }
    }
    const inside = (type: Type, path: string): void => {
      if (type.kind === 'record') walk(type.keys, path)
      if (type.kind === 'list') inside(type.items, path)
      if (type.kind === 'either') for (const option of type.options) inside(option, path)
    }
    walk(catalogKeys, '')
    expect(markedPaths.filter(path => !paths.has(path))).toEqual([])
  })
})

describe('the files of an editor', () => {
  it.each([
    ['file:///home/x/a.yaml', '/home/x/a.yaml'],
    ['file:///tmp/th%C6%B0%20m%E1%BB%A5c/a%23.yaml', '/tmp/thư mục/a#.yaml'],
    ['untitled:Untitled-1', undefined],
    ['file://%zz', undefined],
  ])('%s', (uri, path) => {
    expect(pathOf(uri)).toBe(path)
    if (path !== undefined) expect(pathOf(uriOfPath(path))).toBe(path)
  })

  const io = memoryIo({
    files: { '/w/tinh/catalog.yaml': 'catalog: 1\n', '/w/tinh/phuong/catalog.yaml': 'catalog: 1\n', '/w/x/a.yaml': '' },
  })

  it.each([
    ['/w/tinh/fields/a.yaml', '', '/w/tinh'],
    ['/w/tinh/phuong/a.yaml', '', '/w/tinh/phuong'],
    ['/w/x/a.yaml', 'catalog: 1\n', '/w/x/a.yaml'],
    ['/w/x/a.yaml', '# đầu\ncatalog: 1\n', '/w/x/a.yaml'],
    ['/w/x/a.yaml', 'x: {catalog: 1}\n', undefined],
    ['/w/x/a.yaml', undefined, undefined],
  ])('%s with %j belongs to %s', async (path, text, catalog) => {
    expect(await catalogOf(path, text, io)).toBe(catalog)
  })

  it('shows what is not saved, and files that are only open', async () => {
    const view = withBuffers(
      io,
      new Map([
        ['/w/tinh/moi.yaml', 'đ'],
        ['/w/tinh/catalog.yaml', 'x'],
      ]),
    )
    expect(new TextDecoder().decode(await view.readBytes('/w/tinh/catalog.yaml'))).toBe('x')
    expect((await view.list('/w/tinh'))?.map(({ name }) => name)).toEqual(['catalog.yaml', 'moi.yaml', 'phuong'])
    expect(await view.list('/w/tinh/moi.yaml')).toBeUndefined()
  })
})
