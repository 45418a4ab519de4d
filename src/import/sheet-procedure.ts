import { codeKey } from '../catalog/code.js'
import { excerpt } from '../catalog/excerpt.js'
import type { ServiceLevel } from '../catalog/model.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import { catalogKeys, type Keys, type Type } from '../catalog/schema.js'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import { cellName } from '../source.js'
import { type CodeReading, codeIn, isDateLike, isErrorText, readCode, titleAndCode } from './code-cell.js'
import type { Head } from './columns.js'
import { type Entry, type ListValue, type MapValue, type Note, text, type Value } from './draft.js'
import { type ColumnKey, columnKeys, levelOf } from './headings.js'
import { type ImportRule, importFinding } from './import-rules.js'
import type { PlacedCell, ProcedureRow } from './rows.js'
import { type CellPlace, placeOf, type Table } from './table.js'
import {
  feesReader,
  readApplicants,
  readBoolean,
  readChannels,
  readCount,
  readDate,
  readDecision,
  readIso,
  readLegalBases,
  readLevel,
  readMark,
  readNamesOrNone,
  readSteps,
  readText,
  readTextList,
  readTextsOrNone,
  readTime,
  type ValueReader,
} from './values.js'

/** How the cells of a column become the value of the key that it is called after. */
const readers: Readonly<Partial<Record<ColumnKey, ValueReader>>> = {
  shortTitle: readText,
  serviceLevel: readLevel,
  partialReason: readText,
  onlineUrl: readText,
  onlinePayment: readBoolean,
  postal: readBoolean,
  processingTime: readTime,
  statutoryTime: (cell, at, heading) => {
    const read = readTime(cell, at, heading)
    return read?.kind === 'text' ? read : readText(cell, at, heading)
  },
  fees: feesReader(undefined),
  'fees:phí': feesReader('phí'),
  'fees:lệ phí': feesReader('lệ phí'),
  applicants: readApplicants,
  authority: readText,
  interlinked: readTextList,
  steps: readSteps,
  channels: readChannels,
  dossier: readNamesOrNone,
  sets: readCount,
  forms: readNamesOrNone,
  results: readTextList,
  conditions: readTextsOrNone,
  legalBases: readLegalBases,
  iso: readIso,
  decision: readDecision,
  decisionDate: readDate,
  effectiveFrom: readDate,
  effectiveTo: readDate,
  replacedBy: readText,
  checkedOn: readDate,
}

const dateKeys: ReadonlySet<ColumnKey> = new Set(['decisionDate', 'effectiveFrom', 'effectiveTo', 'checkedOn'])
const levelKeys = columnKeys.filter(key => levelOf(key) !== undefined)
/** All steps of a procedure take 4,000 characters. What is longer has gone astray, and is kept as a comment. */
const longestRead = 20_000

/** One cell of these is read, however many rows a procedure has. */
const singleKeys = ['onlineUrl', 'decisionDate', 'counter', ...levelKeys] as const
const feeKeys = ['fees', 'fees:phí', 'fees:lệ phí'] as const

/** Who a row is about. */
export interface Identity {
  readonly code?: string
  readonly title: string
  /** Its title or, without one, its code. */
  readonly at: CellPlace
}

interface Identified extends Identity {
  readonly codeCell?: PlacedCell
  readonly reading?: CodeReading
  /** Another code that the row bears, and where. */
  readonly other?: { readonly code: string; readonly at: CellPlace }
  /** What stood in the cell of the code beside it. */
  readonly rest?: string
}

/** Reads the rows of procedures, one by one. */
export class ProcedureReader {
  readonly findings: Finding[] = []
  /** How many cells of each column that nobody knows were kept, and one of them. */
  readonly unplaced = new Map<number, { count: number; readonly example: string }>()
  /** What stands the same in every row is noted once for all. */
  readonly equalNotes: Note[] = []
  readonly #equal = new Set<string>()
  readonly #hasLinks: boolean
  readonly #headings: ReadonlyMap<ColumnKey, string>

  constructor(
    readonly table: Table,
    head: Head,
    readonly reference: ReferenceList,
  ) {
    this.#hasLinks = table.rows.some(row => row.some(({ link }) => link !== undefined))
    this.#headings = new Map(
      head.columns.flatMap(({ key, heading }) => (key === undefined ? [] : [[key, heading] as const])),
    )
  }

  identity(row: ProcedureRow): Identity {
    return this.#identify(row)
  }

  /** “Quầy 1” of the column of counters, or at the beginning of the place where dossiers are taken. */
  counterOf(row: ProcedureRow): string | undefined {
    const [own] = row.cells('counter')
    if (own !== undefined && own.cell.text !== '') {
      return /^\d{1,3}$/.test(own.cell.text) ? `Quầy ${own.cell.text}` : own.cell.text
    }
    return placeParts(row.cells('place')[0]?.cell.text ?? '').counter
  }

  /** Finds the notes that all rows have in common. */
  lookForEqual(rows: readonly ProcedureRow[]): void {
    if (rows.length < 2) return
    let common: Map<string, Note> | undefined
    for (const row of rows) {
      const notes = new Map(this.#loose(row).map(({ key, note }) => [key, note] as const))
      common = common === undefined ? notes : new Map([...common].filter(([key]) => notes.has(key)))
      if (common.size === 0) return
    }
    for (const [key, note] of common ?? []) {
      this.#equal.add(key)
      this.equalNotes.push({ ...note, text: `Mọi dòng, ${note.text.charAt(0).toLowerCase()}${note.text.slice(1)}` })
    }
  }

  /** The record of a row. `counter` is that of the field. */
  read(
    row: ProcedureRow,
    field: { readonly id: string; readonly at: CellPlace },
    counter: string | undefined,
  ): MapValue {
    const who = this.#identify(row)
    const notes: Note[] = []
    const values = new Map<string, Entry>()
    const set = (key: string, value: Value | undefined, at: CellPlace) => {
      if (value !== undefined) values.set(key, { key, value, at })
    }
    const codeAt = who.codeCell ?? who.at
    set('code', this.#code(who, notes), { row: codeAt.row, column: codeAt.column })
    if (who.title !== '') set('title', text(who.title, who.at), who.at)
    set('field', text(field.id, { row: field.at.row, column: field.at.column }), {
      row: field.at.row,
      column: field.at.column,
    })
    for (const [key, read] of Object.entries(readers) as [ColumnKey, ValueReader][]) {
      if (key.startsWith('fees') || key === 'decisionDate') continue
      const [cell, ...more] = this.#cells(row, key, notes)
      if (cell === undefined) continue
      set(key, this.#value(key, [cell, ...more], read, notes), { row: cell.row, column: cell.column })
    }
    this.#levels(row, values, notes)
    this.#fees(row, set, notes)
    this.#decision(row, values, notes)
    const own = this.counterOf(row)
    if (own !== undefined && own !== counter) notes.push({ text: `Quầy trong bảng: ${own}`, at: who.at })
    for (const { key, note, index } of this.#loose(row)) {
      if (index !== undefined) this.#count(index, note.text)
      if (!this.#equal.has(key)) notes.push(note)
    }
    return { kind: 'map', entries: inOrder(values), at: who.at, notes }
  }

  #identify(row: ProcedureRow): Identified {
    const [titleCell] = row.cells('title')
    const [codeCell] = row.cells('code')
    const said = titleAndCode(titleCell?.cell.text ?? '')
    const reading =
      codeCell === undefined || codeCell.cell.text === ''
        ? undefined
        : readCode(codeCell.cell, said.title, this.reference)
    const rest = reading?.kind === 'code' ? reading.rest.replace(/^[\s–—:.,()-]+|[\s–—:.,()-]+$/g, '') : ''
    const title = said.title === '' ? rest : said.title
    const place = titleCell ?? codeCell
    const at = place === undefined ? { row: row.row, column: 0 } : { row: place.row, column: place.column }
    const own = reading?.kind === 'code' || reading?.kind === 'repaired' ? reading.code : undefined
    const linked = this.#linked(row)
    const others = [said.code === undefined ? undefined : { code: said.code, at }, linked].filter(
      other => other !== undefined,
    )
    const code = own ?? others[0]?.code
    const other =
      code === undefined
        ? undefined
        : others.find(found => codeKey(found.code) !== codeKey(code) && baseOf(found.code) !== baseOf(code))
    // Where another code contradicts, the title stays as it was written.
    const keeps = own !== undefined && said.code !== undefined && other?.code === said.code
    return {
      ...(code !== undefined && { code }),
      title: keeps ? (titleCell?.cell.text ?? '') : title,
      at,
      ...(codeCell !== undefined && { codeCell }),
      ...(reading !== undefined && { reading }),
      ...(other !== undefined && { other }),
      ...(said.title !== '' && rest !== '' && { rest }),
    }
  }

  /** The code in the address that a cell leads to: `…?ma_thu_tuc=1.001193`. */
  #linked(row: ProcedureRow): { readonly code: string; readonly at: CellPlace } | undefined {
    for (const key of ['code', 'title', 'onlineUrl'] as const) {
      for (const { cell, row: at, column } of row.cells(key)) {
        const address = cell.link ?? (key === 'onlineUrl' ? cell.text : '')
        const found = codeIn(address)
        if (found !== undefined) return { code: found.code, at: { row: at, column } }
      }
    }
    return undefined
  }

  #code(who: Identified, notes: Note[]): Value | undefined {
    const { code, title, reading, codeCell, other, rest, at } = who
    const place = codeCell ?? at
    const name = excerpt(title)
    if (other !== undefined && code !== undefined) {
      this.#tell('sheet-code-contradictory', place, {
        vi: `Dòng của “${name}” ghi mã ${code}, nhưng ô ${cellName(other.at.row, other.at.column)} dẫn đến mã ${other.code}; đã giữ ${code}`,
        en: `The row of “${name}” has the code ${code}, but the cell ${cellName(other.at.row, other.at.column)} leads to ${other.code}; ${code} was kept`,
      })
    }
    if (rest !== undefined) notes.push(this.#noteOf('code', place, rest))
    if (reading?.kind === 'repaired' && codeCell !== undefined) {
      this.#tell('sheet-value-repaired', place, {
        vi: `Mã của “${name}” trong bảng là “${codeCell.cell.text}”; đã khôi phục thành ${reading.code} vì danh sách đối chiếu có đúng mã và tên này`,
        en: `The code of “${name}” is “${codeCell.cell.text}” in the sheet; restored to ${reading.code}, which the reference list has under this title`,
      })
    }
    if (code !== undefined) return text(code, { row: place.row, column: place.column })
    if (reading === undefined || codeCell === undefined) {
      this.#tellMissing(title, at)
      return undefined
    }
    const written = text(codeCell.cell.text, { row: place.row, column: place.column })
    if (reading.kind !== 'destroyed') return written
    const { likely } = reading
    this.#tell('sheet-value-destroyed', place, {
      vi: `Mã của “${name}” là “${codeCell.cell.text}”: bảng tính đã đổi mã thành số hoặc ngày${likely === undefined ? '' : `; có thể là ${likely}, cần đối chiếu`}`,
      en: `The code of “${name}” is “${codeCell.cell.text}”: a spreadsheet made a number or a date of it${likely === undefined ? '' : `; it may be ${likely}, which is to be compared`}`,
    })
    return written
  }

  #tellMissing(title: string, at: CellPlace): void {
    const [only, ...more] = this.reference.byTitle(title)
    const hint =
      only === undefined || more.length > 0
        ? { vi: '', en: '' }
        : {
            vi: `; danh sách đối chiếu có tên này với mã ${only.code}`,
            en: `; the reference list has this title under ${only.code}`,
          }
    this.#tell('sheet-code-missing', at, {
      vi: `Thủ tục “${excerpt(title)}” không có mã${hint.vi}`,
      en: `“${excerpt(title)}” has no code${hint.en}`,
    })
  }

  /** The cells of a column that hold something that can be read; what is destroyed is told and noted. */
  #cells(row: ProcedureRow, key: ColumnKey, notes: Note[]): readonly PlacedCell[] {
    return row.cells(key).filter(placed => {
      const { cell } = placed
      if (cell.text === '') return false
      const lost = cell.kind === 'error' || isErrorText(cell.text)
      const dated = !dateKeys.has(key) && (cell.kind === 'date' || isDateLike(cell.text))
      if (!lost && !dated) return true
      const heading = excerpt(this.#headings.get(key) ?? key)
      this.#tell(
        'sheet-value-destroyed',
        placed,
        lost
          ? {
              vi: `Ô “${heading}” chỉ còn “${cell.text}”: công thức lỗi hoặc cột quá hẹp, giá trị đã mất`,
              en: `The cell under “${heading}” is “${cell.text}”: a formula failed, or the column was too narrow; the value is lost`,
            }
          : {
              vi: `Ô “${heading}” là ngày “${cell.text}”: bảng tính đã đổi giá trị thành ngày; nhập lại ở cột định dạng Văn bản`,
              en: `The cell under “${heading}” is the day “${cell.text}”: a spreadsheet made a date of it; type it anew in a column of texts`,
            },
      )
      notes.push(this.#noteOf(key, placed, cell.text))
      return false
    })
  }

  #value(key: ColumnKey, cells: readonly PlacedCell[], read: ValueReader, notes: Note[]): Value | undefined {
    const [first] = cells
    if (first === undefined) return undefined
    const at = { row: first.row, column: first.column }
    if (key === 'onlineUrl') return this.#address(first, notes)
    const whole = cells.map(({ cell }) => cell.text).join('\n')
    const value = whole.length > longestRead ? undefined : read(whole, at, this.#headings.get(key) ?? '')
    if (value === undefined || (value.kind === 'list' && value.items.length === 0)) {
      this.#unread(key, first, whole, notes)
      return undefined
    }
    return value
  }

  /** “Nộp hồ sơ” is what the address is shown as. */
  #address(placed: PlacedCell, notes: Note[]): Value {
    const { cell, row, column } = placed
    if (cell.link === undefined || cell.link === cell.text || isAddress(cell.text))
      return text(cell.text, { row, column })
    notes.push(this.#noteOf('onlineUrl', placed, cell.text))
    return text(cell.link, { row, column })
  }

  #unread(key: ColumnKey, placed: PlacedCell, said: string, notes: Note[]): void {
    const heading = excerpt(this.#headings.get(key) ?? key)
    const wanted = wantedIn[key] ?? { vi: '', en: '' }
    this.#tell('sheet-value-unread', placed, {
      vi: `Ô “${heading}” là “${excerpt(said)}”${wanted.vi}; được giữ làm chú thích bên cạnh thủ tục`,
      en: `The cell under “${heading}” is “${excerpt(said)}”${wanted.en}; it was kept as a comment beside the record`,
    })
    notes.push(this.#noteOf(key, placed, said))
  }

  /** Crosses in columns that are called after levels. */
  #levels(row: ProcedureRow, values: Map<string, Entry>, notes: Note[]): void {
    const marked: { readonly level: ServiceLevel; readonly placed: PlacedCell }[] = []
    for (const key of levelKeys) {
      const level = levelOf(key)
      const [placed] = this.#cells(row, key, notes)
      if (placed === undefined || level === undefined) continue
      const mark = readMark(placed.cell.text)
      if (mark === true) marked.push({ level, placed })
      else if (mark === undefined) this.#unread(key, placed, placed.cell.text, notes)
    }
    const [first, ...more] = marked
    if (first === undefined) return
    const at = { row: first.placed.row, column: first.placed.column }
    if (more.length === 0 && !values.has('serviceLevel')) {
      values.set('serviceLevel', { key: 'serviceLevel', value: text(first.level, at), at })
      return
    }
    const names = marked.map(({ level }) => level).join(', ')
    this.#tell('sheet-value-unread', first.placed, {
      vi: `Dòng này đánh dấu nhiều mức độ (${names}); cần đúng một`,
      en: `This row marks several levels (${names}); one is expected`,
    })
    for (const { placed, level } of marked) notes.push(this.#noteOf(`level:${level}`, placed, placed.cell.text))
  }

  /** “Phí” and “Lệ phí” may have a column each: rates are joined, and there is none only where each says so. */
  #fees(row: ProcedureRow, set: (key: string, value: Value | undefined, at: CellPlace) => void, notes: Note[]): void {
    const read = feeKeys.flatMap(key => {
      const cells = this.#cells(row, key, notes)
      const reader = readers[key]
      const value = reader === undefined ? undefined : this.#value(key, cells, reader, notes)
      return value === undefined || cells[0] === undefined ? [] : [{ key, value, placed: cells[0] }]
    })
    const [first] = read
    if (first === undefined) return
    const at = { row: first.placed.row, column: first.placed.column }
    const rates = read.flatMap(({ value }) => (value.kind === 'list' ? value.items : []))
    if (rates.length === 0) {
      const exempt = read.find(({ value }) => value.kind === 'text' && value.text === 'exempt')
      set('fees', exempt?.value ?? first.value, at)
      return
    }
    const list: ListValue = { kind: 'list', items: rates }
    set('fees', list, at)
    for (const { key, value, placed } of read) {
      if (value.kind === 'text' && value.text === 'exempt') notes.push(this.#noteOf(key, placed, placed.cell.text))
    }
  }

  #decision(row: ProcedureRow, values: Map<string, Entry>, notes: Note[]): void {
    const [cell] = this.#cells(row, 'decisionDate', notes)
    if (cell === undefined) return
    const value = this.#value('decisionDate', [cell], readDate, notes)
    const decision = values.get('decision')
    if (value === undefined) return
    const at = { row: cell.row, column: cell.column }
    if (decision?.value.kind !== 'map' || decision.value.entries.some(({ key }) => key === 'date')) {
      notes.push(this.#noteOf('decisionDate', cell, cell.cell.text))
      return
    }
    const entries = [...decision.value.entries, { key: 'date', value, at }]
    values.set('decision', { ...decision, value: { ...decision.value, entries } })
  }

  /** What a row says that has no key: the cells of unknown columns, the place beside the counter, what a cell leads to. */
  #loose(row: ProcedureRow): { readonly key: string; readonly note: Note; readonly index?: number }[] {
    const unknown = row.unplaced().map(({ cell, row: at, column, heading }) => {
      const said = [cell.text, cell.link === cell.text ? undefined : cell.link].filter(Boolean).join(' → ')
      return { key: `${column} ${said}`, note: this.#note(heading, { row: at, column }, said), index: column }
    })
    const places = row.cells('place').flatMap(placed => {
      const { rest } = placeParts(placed.cell.text)
      return rest === '' ? [] : [{ key: `place ${rest}`, note: this.#noteOf('place', placed, rest) }]
    })
    return [...unknown, ...places, ...this.#spare(row), ...this.#links(row)]
  }

  /** Cells of rows that go on with this one, in columns of which one cell is read. */
  #spare(row: ProcedureRow): { readonly key: string; readonly note: Note }[] {
    return singleKeys.flatMap(key =>
      row
        .cells(key)
        .slice(1)
        .map(placed => ({ key: `${key} ${placed.cell.text}`, note: this.#noteOf(key, placed, placed.cell.text) })),
    )
  }

  /** Where clicks lead, but for the address that the row is handed in at. */
  #links(row: ProcedureRow): { readonly key: string; readonly note: Note }[] {
    if (!this.#hasLinks) return []
    return [...this.#headings.keys()].flatMap(key =>
      row.cells(key).flatMap(placed => {
        const { link, text: shown } = placed.cell
        const isRead = key === 'onlineUrl' && !isAddress(shown)
        if (link === undefined || link === shown || isRead) return []
        return [{ key: `link ${link}`, note: this.#noteOf(key, placed, link) }]
      }),
    )
  }

  #count(index: number, example: string): void {
    const known = this.unplaced.get(index)
    if (known === undefined) this.unplaced.set(index, { count: 1, example: example.replace(/^.*?\): /s, '') })
    else known.count += 1
  }

  #noteOf(key: ColumnKey, at: CellPlace, said: string): Note {
    return this.#note(this.#headings.get(key) ?? key, at, said)
  }

  #note(heading: string, { row, column }: CellPlace, said: string): Note {
    const name = heading === '' ? 'Ô' : `Cột “${excerpt(heading)}”`
    return { text: `${name} (${cellName(row, column)}): ${said}`, at: { row, column } }
  }

  #tell(rule: ImportRule, { row, column }: CellPlace, message: Text): void {
    this.findings.push(importFinding(rule, placeOf(this.table, row, column), message))
  }
}

const wantedIn: Readonly<Partial<Record<ColumnKey, Text>>> = {
  postal: { vi: ', cần “x”, “Có” hoặc “Không”', en: ', expected “x”, “Có” or “Không”' },
  onlinePayment: { vi: ', cần “x”, “Có” hoặc “Không”', en: ', expected “x”, “Có” or “Không”' },
  applicants: {
    vi: ', cần cá nhân, tổ chức, doanh nghiệp, cán bộ, công chức, viên chức',
    en: ', expected cá nhân, tổ chức, doanh nghiệp or cán bộ',
  },
  channels: {
    vi: ', cần trực tiếp, trực tuyến, bưu chính công ích',
    en: ', expected trực tiếp, trực tuyến or bưu chính công ích',
  },
  sets: { vi: ', cần một số như “01 bộ”', en: ', expected a number such as “01 bộ”' },
  decisionDate: { vi: ', cần ngày như 01/07/2022', en: ', expected a day such as 01/07/2022' },
  effectiveFrom: { vi: ', cần ngày như 01/07/2022', en: ', expected a day such as 01/07/2022' },
  effectiveTo: { vi: ', cần ngày như 01/07/2022', en: ', expected a day such as 01/07/2022' },
  checkedOn: { vi: ', cần ngày như 01/07/2022', en: ', expected a day such as 01/07/2022' },
}

function isAddress(said: string): boolean {
  return /^https?:/i.test(said)
}

/** “Quầy 1, UBND phường Định Hòa” */
function placeParts(said: string): { readonly counter?: string; readonly rest: string } {
  const [whole, counter] = /^(quầy (?:số )?[\p{L}\d]{1,4})(?:\s*[,;–-]\s*|$)/iu.exec(said) ?? []
  return whole === undefined || counter === undefined ? { rest: said } : { counter, rest: said.slice(whole.length) }
}

function baseOf(code: string): string {
  return code.slice(0, 8)
}

/** The keys of a procedure in the order of the schema. */
const order: ReadonlyMap<string, number> = new Map(Object.keys(procedureKeys()).map((key, index) => [key, index]))

function procedureKeys(): Keys {
  const list = catalogKeys.procedures.type as Type & { kind: 'list' }
  return (list.items as Type & { kind: 'record' }).keys
}

function inOrder(values: ReadonlyMap<string, Entry>): Entry[] {
  return [...values.values()].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
}
