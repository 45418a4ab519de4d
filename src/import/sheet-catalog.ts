import { excerpt } from '../catalog/excerpt.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import { likeness, sameTitle } from '../catalog/reference-list.js'
import { fold } from '../catalog/vietnamese.js'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import type { Head } from './columns.js'
import { Ids } from './contacts.js'
import { bare, type Entry, flow, type MapValue, map, type Note, text } from './draft.js'
import { type ImportRule, importFinding } from './import-rules.js'
import { type FieldPlace, type PlainRow, type ProcedureRow, type SheetRows, sortRows } from './rows.js'
import { ProcedureReader } from './sheet-procedure.js'
import { Staff } from './sheet-staff.js'
import { type CellPlace, cellOf, placeOf, type Table } from './table.js'
import { readDecision } from './values.js'
import { type WrittenFile, YamlWriter } from './yaml-writer.js'

/** A sheet as the files of a catalog. */
export interface SheetCatalog {
  readonly files: readonly WrittenFile[]
  /** What the reading of the sheet objects to, in no order. */
  readonly findings: readonly Finding[]
  readonly rows: SheetRows
}

export interface SheetOptions {
  readonly reference: ReferenceList
  /** The name of the office, which no sheet says in a way that could be relied on. */
  readonly agency?: string
  /** Told how far the work is, 0 to 1. */
  readonly step?: (share: number) => void
}

/** Makes the files of a catalog out of the rows of a sheet: catalog.yaml, and one file for each field. */
export function sheetCatalog(table: Table, head: Head, options: SheetOptions): SheetCatalog {
  return new Assembly(table, head, options).finish()
}

interface Field {
  readonly id: string
  name: string
  readonly at: CellPlace
  readonly key: string
  readonly rows: ProcedureRow[]
  /** The officers of its rows, and of how many. */
  readonly officers: Map<string, number>
  readonly counters: Map<string, number>
  /** Every way in which the sheet writes its name. */
  readonly spellings: Set<string>
}

/** More would not fit into what a check reads of one file. */
const mostInFile = 4000
const rowsPerStep = 500

class Assembly {
  readonly #rows: SheetRows
  readonly #fields = new Map<string, Field>()
  readonly #ids = new Ids('linh-vuc')
  readonly #staff: Staff
  readonly #findings: Finding[] = []
  readonly #officersOf = new Map<ProcedureRow, readonly string[]>()
  readonly #reader: ProcedureReader
  /** The fields of the reference list, by their folded names. */
  readonly #spellings = new Map<string, string>()
  #done = 0

  constructor(
    readonly table: Table,
    readonly head: Head,
    readonly options: SheetOptions,
  ) {
    const keys = new Set(head.columns.map(({ key }) => key))
    this.#rows = sortRows(table, head)
    this.#staff = new Staff(table, { phones: keys.has('officer.phone'), jobTitles: keys.has('officer.jobTitle') })
    this.#reader = new ProcedureReader(table, head, options.reference)
    for (const { field } of options.reference.entries) if (field !== undefined) this.#spellings.set(fold(field), field)
  }

  finish(): SheetCatalog {
    for (const row of this.#rows.procedures) this.#sortIn(row)
    this.#reader.lookForEqual(this.#rows.procedures)
    const files: WrittenFile[] = []
    for (const field of this.#fields.values()) files.push(...this.#fieldFiles(field))
    files.push(this.#catalogFile())
    files.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))
    this.#tellColumns()
    for (const row of this.#rows.others) this.#tellOther(row)
    return {
      files,
      findings: [...this.#findings, ...this.#staff.findings, ...this.#reader.findings],
      rows: this.#rows,
    }
  }

  #step(): void {
    this.#done += 1
    if (this.#done % rowsPerStep === 0) this.options.step?.(this.#done / this.#rows.procedures.length / 2)
  }

  #sortIn(row: ProcedureRow): void {
    this.#step()
    const field = this.#fieldOf(row)
    field.rows.push(row)
    const officers = this.#staff.idsOf(row, field.name)
    this.#officersOf.set(row, officers)
    if (officers.length > 0) increase(field.officers, officers.join(' '))
    const counter = this.#reader.counterOf(row)
    if (counter !== undefined) increase(field.counters, counter)
  }

  #fieldOf(row: ProcedureRow): Field {
    const place = row.field ?? this.#fieldByReference(row)
    const key = fold(place.name) || place.name
    const known = this.#fields.get(key)
    if (known !== undefined) {
      // A band in capitals, a column in small letters.
      if (isCapitals(known.name) && !isCapitals(place.name)) known.name = place.name
      this.#tellSpelling(known, place)
      return known
    }
    const name = isCapitals(place.name) ? (this.#spellings.get(key) ?? place.name) : place.name
    const { row: at, column } = place
    const field: Field = {
      id: this.#ids.take(name),
      name,
      at: { row: at, column },
      key,
      rows: [],
      officers: new Map(),
      counters: new Map(),
      spellings: new Set([place.name]),
    }
    this.#fields.set(key, field)
    return field
  }

  /** “Thi đua khen thưởng” and “Thi đua - khen thưởng” are one field; that they were taken for one is said once for each. */
  #tellSpelling(field: Field, { name, row, column }: FieldPlace): void {
    if (field.spellings.has(name)) return
    field.spellings.add(name)
    if (name === field.name || isCapitals(name)) return
    this.#tell(
      'sheet-field-spellings',
      { row, column },
      {
        vi: `Lĩnh vực “${excerpt(name)}” được gộp vào “${excerpt(field.name)}” vì chỉ khác cách viết`,
        en: `The field “${excerpt(name)}” was taken for “${excerpt(field.name)}”, from which only its spelling differs`,
      },
    )
  }

  /** The portal files a procedure under a field; where code and title agree, that is known. */
  #fieldByReference(row: ProcedureRow): FieldPlace {
    const { code, title, at } = this.#reader.identity(row)
    const entry = code === undefined ? undefined : this.options.reference.byCode(code)
    const agrees = entry !== undefined && (sameTitle(entry.title, title) || likeness(entry.title, title) >= 0.6)
    if (agrees && entry.field !== undefined) {
      this.#tell('sheet-field-missing', at, {
        vi: `Bảng không ghi lĩnh vực của “${excerpt(title)}”; danh sách đối chiếu xếp vào “${entry.field}”, đã ghi theo đó`,
        en: `The sheet names no field for “${excerpt(title)}”; written under “${entry.field}”, as the reference list has it`,
      })
      return { ...at, name: entry.field }
    }
    this.#tell('sheet-field-missing', at, {
      vi: `Bảng không ghi lĩnh vực của “${excerpt(title)}”; tạm xếp vào “${unsorted}”`,
      en: `The sheet names no field for “${excerpt(title)}”; put under “${unsorted}” for now`,
    })
    return { ...at, name: unsorted }
  }

  #fieldFiles(field: Field): WrittenFile[] {
    const [team = ''] = mostOf(field.officers)
    const [counter] = mostOf(field.counters)
    const files: WrittenFile[] = []
    for (let from = 0; from < field.rows.length; from += mostInFile) {
      const writer = new YamlWriter()
      writer.comment({ text: `Lĩnh vực ${field.name}`, at: field.at })
      if (from === 0) {
        writer.begin('fields')
        const officers = team === '' ? undefined : flow(team.split(' '), this.#placeOf('officer', field.rows[0]))
        const place = this.#placeOf('counter', field.rows[0]) ?? this.#placeOf('place', field.rows[0])
        const where = counter === undefined ? undefined : text(counter, place)
        writer.record(map({ id: text(field.id, field.at), name: text(field.name, field.at), officers, counter: where }))
      }
      writer.begin('procedures')
      for (const row of field.rows.slice(from, from + mostInFile)) {
        this.#step()
        writer.record(this.#procedure(row, field, team, counter))
      }
      const part = from === 0 ? '' : `-${from / mostInFile + 1}`
      files.push(writer.finish(`fields/${field.id}${part}.yaml`))
    }
    return files
  }

  #procedure(row: ProcedureRow, field: Field, team: string, counter: string | undefined): MapValue {
    const draft = this.#reader.read(row, { id: field.id, at: row.field ?? field.at }, counter)
    const officers = this.#officersOf.get(row) ?? []
    if (officers.length === 0 || officers.join(' ') === team) return draft
    const at = this.#placeOf('officer', row)
    const own: Entry = { key: 'officer', value: text(officers[0] ?? '', at), ...(at !== undefined && { at }) }
    const more = officers
      .slice(1)
      .map((id): Note => ({ text: `Cán bộ khác trong bảng: ${id}`, ...(at !== undefined && { at }) }))
    return { ...draft, entries: [...draft.entries, own], notes: [...(draft.notes ?? []), ...more] }
  }

  #placeOf(key: 'officer' | 'counter' | 'place', row: ProcedureRow | undefined): CellPlace | undefined {
    const [cell] = row?.cells(key) ?? []
    return cell === undefined ? undefined : { row: cell.row, column: cell.column }
  }

  #catalogFile(): WrittenFile {
    const writer = new YamlWriter()
    const { path, sheet } = this.table.source
    const name = path === '-' ? 'đầu vào chuẩn' : (path.split(/[\\/]/).at(-1) ?? path)
    writer.comment({ text: `Nhập từ ${name}${sheet?.name === undefined ? '' : `, trang tính ${sheet.name}`}` })
    for (const note of this.#above()) writer.comment(note)
    for (const note of [...this.#rows.sections, ...this.#rows.others].map(rowNote)) writer.comment(note)
    for (const note of this.#reader.equalNotes) writer.comment(note)
    const start = { row: this.head.rows[0] ?? 0, column: 0 }
    writer.entry({ key: 'catalog', value: bare('1'), at: start })
    if (this.options.agency !== undefined)
      writer.entry({ key: 'agency', value: map({ name: this.options.agency }), at: start })
    const publication = this.#publication()
    if (publication.entries.length > 0) writer.entry({ key: 'publication', value: publication })
    if (this.#staff.count > 0) {
      writer.begin('officers')
      for (const officer of this.#staff.records()) writer.record(officer)
    }
    return writer.finish('catalog.yaml')
  }

  /** What stands above the head. */
  #above(): Note[] {
    const notes: Note[] = []
    for (let row = 0; row < (this.head.rows[0] ?? 0); row += 1) {
      for (const [column, { text: said }] of (this.table.rows[row] ?? []).entries()) {
        if (said !== '') notes.push({ text: `Đầu bảng: ${said.replace(/\s+/g, ' ')}`, at: { row, column } })
      }
    }
    return notes
  }

  /** The decision that the sheet is an annex of, and the numbers that it says it holds. */
  #publication(): MapValue {
    const decision = this.#decision()
    const expect = this.#expect()
    return { kind: 'map', entries: [...decision, ...expect] }
  }

  #decision(): Entry[] {
    for (let row = 0; row < (this.head.rows[0] ?? 0); row += 1) {
      for (const [column, cell] of (this.table.rows[row] ?? []).entries()) {
        const at = { row, column }
        const [, number = '', date = '', issuer] = decisionAbove.exec(cell.text.replace(/\s+/g, ' ')) ?? []
        const read = number === '' ? undefined : readDecision(`${number} ngày ${date}`, at, '')
        if (read?.kind !== 'map') continue
        const by = issuer?.replace(/[\s.;,)]+$/, '')
        const entries = by ? [...read.entries, { key: 'issuer', value: text(by, at), at }] : read.entries
        return [{ key: 'decision', value: { ...read, entries }, at }]
      }
    }
    return []
  }

  #expect(): Entry[] {
    for (const { row, at, text: said } of this.#rows.totals) {
      const [, procedures] = /(\d{1,5}) ?(?:thủ tục|tthc)/iu.exec(said) ?? []
      const [, fields] = /(\d{1,4}) ?lĩnh vực/iu.exec(said) ?? []
      const numbers = (this.table.rows[row] ?? []).filter(cell => /^\d{1,5}$/.test(cell.text))
      const lone =
        procedures === undefined && fields === undefined && numbers.length === 1 ? numbers[0]?.text : undefined
      const count = procedures ?? lone
      if (count === undefined && fields === undefined) continue
      const value = map(
        {
          procedures: count === undefined ? undefined : bare(String(Number(count)), at),
          fields: fields === undefined ? undefined : bare(String(Number(fields)), at),
        },
        at,
      )
      return [{ key: 'expect', value, at }]
    }
    return []
  }

  /** The columns that nobody knows, each told once at its heading. */
  #tellColumns(): void {
    const row = this.head.rows.at(-1) ?? 0
    for (const [index, { count, example }] of this.#reader.unplaced) {
      const heading = this.head.columns[index]?.heading ?? ''
      const name =
        heading === ''
          ? { vi: 'không tên', en: 'without a heading' }
          : { vi: `“${excerpt(heading)}”`, en: `“${excerpt(heading)}”` }
      const at = { row: cellOf(this.table, row, index).text === '' ? (this.head.rows[0] ?? 0) : row, column: index }
      this.#tell('sheet-column-unplaced', at, {
        vi: `Cột ${name.vi} không có chỗ trong danh mục; ${count} ô được giữ làm chú thích, ví dụ “${excerpt(example)}”`,
        en: `The column ${name.en} has no place in a catalog; ${count} cells were kept as comments, such as “${excerpt(example)}”`,
      })
    }
  }

  #tellOther({ at, text: said }: PlainRow): void {
    this.#tell('sheet-row-unplaced', at, {
      vi: `Dòng “${excerpt(said)}” không có mã và tên thủ tục; được giữ làm chú thích đầu tệp catalog.yaml`,
      en: `The row “${excerpt(said)}” has neither code nor title; it was kept as a comment in catalog.yaml`,
    })
  }

  #tell(rule: ImportRule, { row, column }: CellPlace, message: Text): void {
    this.#findings.push(importFinding(rule, placeOf(this.table, row, column), message))
  }
}

const unsorted = 'Chưa phân loại'

/** “(Kèm theo Quyết định số 123/QĐ-UBND ngày 10 tháng 5 năm 2022 của Chủ tịch UBND tỉnh Bình Dương)” */
const decisionAbove =
  /(?:quyết định|qđ) số\s*:?\s*(\d[^\s,]*)\s*,? ngày (\d{1,2}(?:\/| tháng )\d{1,2}(?:\/| năm )\d{4})(?: của ([^()]{3,120}))?/iu

function rowNote({ row, at, text: said }: PlainRow): Note {
  return { text: `Dòng ${row + 1} của bảng: ${said}`, at }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What most rows say; of equals the first. */
function mostOf(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key)
}

function isCapitals(name: string): boolean {
  return /\p{Lu}{2}/u.test(name) && name === name.toUpperCase()
}
