import { strFromU8, unzipSync } from 'fflate'
import { Failure } from '../failure.js'
import { type CellPlace, mostCells, mostRows, tooManyCells } from './table.js'

/** What a sheet says beside the values of its cells, which is all that read-excel-file gives. */
export interface SheetParts {
  readonly merges: readonly { readonly from: CellPlace; readonly to: CellPlace }[]
  readonly links: readonly { readonly at: CellPlace; readonly target: string }[]
  /** `#N/A`, `#REF!`: formulas that failed. */
  readonly errors: readonly { readonly at: CellPlace; readonly text: string }[]
}

/** Unpacked. A ward's list has 100 KB; more than this is no list but a bomb. */
const mostBytes = 256 * 1024 * 1024
/** A merged area is filled in cell by cell. */
const mostMerged = 1_000_000

/** The parts of each sheet, by its name. Throws a Failure where the file is no workbook, or would not fit into memory. */
export function openWorkbook(path: string, bytes: Uint8Array): ReadonlyMap<string, SheetParts> {
  const files = unzipped(path, bytes)
  const relations = relationsOf(files.get('xl/_rels/workbook.xml.rels') ?? '', 'xl/')
  const sheets = new Map<string, SheetParts>()
  for (const tag of tagsOf(files.get('xl/workbook.xml') ?? '', 'sheet')) {
    const file = relations.get(attribute(tag, 'r:id') ?? '')
    const xml = file === undefined ? undefined : files.get(file)
    if (file === undefined || xml === undefined) continue
    if (isTooWide(xml)) throw tooManyCells(path)
    const own = relationsOf(files.get(file.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '', '')
    sheets.set(attribute(tag, 'name') ?? '', partsOf(xml, own))
  }
  return sheets
}

export function unreadable(path: string, error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error)
  return new Failure({
    vi: `“${path}” không phải bảng tính .xlsx đọc được: ${reason}`,
    en: `“${path}” is no .xlsx workbook that can be read: ${reason}`,
  })
}

function unzipped(path: string, bytes: Uint8Array): ReadonlyMap<string, string> {
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        if (total > mostBytes) throw tooManyCells(path)
        return /^xl\/(?:workbook\.xml|_rels\/.*|worksheets\/.*)$/.test(name)
      },
    })
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]))
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(path, error)
  }
}

/** read-excel-file makes room for every cell up to the last, even where that stands alone far away. */
function isTooWide(xml: string): boolean {
  let rows = 0
  let columns = 0
  for (const [, reference = ''] of xml.matchAll(/<c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"/g)) {
    const { row, column } = placeOf(reference)
    rows = Math.max(rows, row + 1)
    columns = Math.max(columns, column + 1)
  }
  return rows > mostRows || rows * columns > mostCells
}

function partsOf(xml: string, relations: ReadonlyMap<string, string>): SheetParts {
  let merged = 0
  const merges = tagsOf(xml, 'mergeCell').flatMap(tag => {
    const [from, to = from] = (attribute(tag, 'ref') ?? '').split(':')
    if (from === undefined || to === undefined || from === '') return []
    const area = { from: placeOf(from), to: placeOf(to) }
    merged += (area.to.row - area.from.row + 1) * (area.to.column - area.from.column + 1)
    return merged > mostMerged ? [] : [area]
  })
  const links = tagsOf(xml, 'hyperlink').flatMap(tag => {
    const target = relations.get(attribute(tag, 'r:id') ?? '')
    const reference = attribute(tag, 'ref')?.split(':')[0]
    return target === undefined || reference === undefined ? [] : [{ at: placeOf(reference), target }]
  })
  const errors = [...xml.matchAll(/<c\s([^>]*\bt="e"[^>]*)>(?:(?!<\/c>)[\s\S])*?<v>([^<]*)<\/v>/g)].map(
    ([, attributes = '', text = '']) => ({ at: placeOf(attribute(attributes, 'r') ?? 'A1'), text: unescaped(text) }),
  )
  return { merges, links, errors }
}

function relationsOf(xml: string, folder: string): ReadonlyMap<string, string> {
  return new Map(
    tagsOf(xml, 'Relationship').map(tag => {
      const target = attribute(tag, 'Target') ?? ''
      const path = folder === '' ? target : target.startsWith('/') ? target.slice(1) : folder + target
      return [attribute(tag, 'Id') ?? '', path]
    }),
  )
}

/** The attributes of every element of a name. These files are written by programs; nothing in them needs a whole parser. */
function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) => attributes)
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag) ?? []
  return value === undefined ? undefined : unescaped(value)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    if (name !== undefined) return entities[name] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function placeOf(reference: string): CellPlace {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits) - 1, column: column - 1 }
}
