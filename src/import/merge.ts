import { type CellType, formatCell, namesOfIds, parseCell } from '../catalog/cell.js'
import type { Catalog } from '../catalog/model.js'
import { type PlainRecord, type PlainValue, plainRecord, sameValue } from '../catalog/plain-value.js'
import {
  cellsFingerprint,
  cellType,
  fingerprint,
  identityKey,
  type Names,
  recordCells,
  recordKeys,
  recordReferences,
  type SheetColumn,
  sheetColumns,
  tooLongFor,
} from '../catalog/record-sheets.js'
import type { SheetUse } from '../catalog/sheet-use.js'
import type { Text } from '../locale.js'
import { cellPlace, type ExportedBook, type ExportedRow, type ExportedSheet } from './exported.js'
import { changedBySpreadsheet } from './spreadsheet-damage.js'

/** What a corrected sheet asks of a catalog. */
export interface Merge {
  readonly edits: readonly RecordEdit[]
  readonly additions: readonly Addition[]
  readonly deletions: readonly Deletion[]
  /** What both sides have changed, each in its way; nothing may be written while one is open. */
  readonly conflicts: readonly Conflict[]
  /** What stands in the sheet and cannot be read; nothing may be written. */
  readonly problems: readonly CellNote[]
  /** What was left aside, for the user to know. */
  readonly notices: readonly CellNote[]
}

export interface RecordEdit {
  readonly use: SheetUse
  readonly record: object
  readonly before: PlainRecord
  readonly after: PlainRecord
  readonly changes: readonly Change[]
}

/** One cell; texts as a sheet shows them, empty where there is nothing. */
export interface Change {
  readonly column: SheetColumn
  readonly place: string
  readonly before: string
  readonly after: string
}

export interface Addition {
  readonly use: SheetUse
  readonly record: PlainRecord
  readonly place: string
}

export interface Deletion {
  readonly use: SheetUse
  readonly record: object
}

export interface Conflict {
  readonly id: string
  readonly use: SheetUse
  /** Code or id, and title or name. */
  readonly label: string
  /** Absent where a row or a record as a whole is at stake. */
  readonly column?: SheetColumn
  readonly base: string
  readonly sheet: string
  readonly yaml: string
  readonly place: string
  /** The record as it is now; absent where the YAML holds it no more. */
  readonly record?: object
}

export interface CellNote {
  readonly place: string
  readonly message: Text
}

export type Side = 'sheet' | 'yaml'

/**
 * The three-way merge of what was exported, the sheet as it is now and the catalog as it is now. `settled` says which side
 * wins a conflict, by its id.
 */
export function mergeBook(book: ExportedBook, catalog: Catalog, settled: ReadonlyMap<string, Side>): Merge {
  const names = namesNow(book, catalog)
  const merge = new Merging(catalog, names, settled)
  for (const sheet of book.sheets) merge.take(sheet)
  merge.refuseDuplicates()
  return merge
}

/** Names that a clerk may write for ids: those of the catalog, and those that the sheets give. */
function namesNow({ sheets }: ExportedBook, catalog: Catalog): Names {
  const of = (use: 'fields' | 'officers') => {
    const names = new Map(catalog[use].map(({ id, name }) => [id, name]))
    for (const { cells } of sheets.find(sheet => sheet.use === use)?.rows ?? []) {
      const [id, name] = [cells.get('id'), cells.get('name')]
      if (id !== undefined && name !== undefined) names.set(id, name)
    }
    return namesOfIds(Array.from(names, ([id, name]) => ({ id, name })))
  }
  return { fields: of('fields'), officers: of('officers') }
}

/** A row and the record that it stands for. */
interface Matched {
  readonly row: ExportedRow
  readonly reference: string
}

class Merging implements Merge {
  readonly edits: RecordEdit[] = []
  readonly additions: Addition[] = []
  readonly deletions: Deletion[] = []
  readonly conflicts: Conflict[] = []
  readonly problems: CellNote[] = []
  readonly notices: CellNote[] = []

  constructor(
    readonly catalog: Catalog,
    readonly names: Names,
    readonly settled: ReadonlyMap<string, Side>,
  ) {}

  take(sheet: ExportedSheet): void {
    this.#headings(sheet)
    if (!sheet.columns.has(identityKey(sheet.use))) return
    const now = recordReferences(sheet.use, this.catalog)
    const damaged = sheet.rows.filter(({ isDamaged }) => isDamaged)
    for (const row of damaged) this.#damaged(sheet, row)
    const { matched, added } = matchRows({ ...sheet, rows: sheet.rows.filter(({ isDamaged }) => !isDamaged) })
    const present = new Set(matched.map(({ reference }) => reference))
    for (const { row, reference } of matched) this.#corrected(sheet, row, reference, now.get(reference))
    for (const row of added) this.#added(sheet, row, now, present)
    // Nobody can tell which of the records without a row the damaged rows are.
    if (damaged.length > 0) return
    for (const [reference, base] of sheet.base) {
      const record = now.get(reference)
      if (!present.has(reference) && record !== undefined) this.#deleted(sheet, reference, base, record)
    }
  }

  /** A code that the sheet brings may be one that is there already. */
  refuseDuplicates(): void {
    const brought = [
      ...this.additions.map(({ use, record, place }) => ({ use, place, id: record[identityKey(use)] })),
      ...this.edits.flatMap(({ use, after, changes }) =>
        changes
          .filter(({ column }) => column.key === identityKey(use))
          .map(({ place }) => ({ use, place, id: after[identityKey(use)] })),
      ),
    ]
    for (const [at, { use, place, id }] of brought.entries()) {
      const key = identityKey(use)
      const isTaken =
        brought.some((other, index) => index < at && other.use === use && other.id === id) ||
        this.catalog[use].some(
          record =>
            (record as unknown as Readonly<Record<string, unknown>>)[key] === id &&
            !this.edits.some(edit => edit.record === record && edit.after[key] !== id),
        )
      if (isTaken) this.problems.push({ place, message: standsTwice(String(id)) })
    }
  }

  #headings(sheet: ExportedSheet): void {
    for (const { heading, column } of sheet.unknown) {
      this.notices.push({
        place: cellPlace(sheet, 0, column),
        message: {
          vi: `Cột “${heading}” không ứng với khóa nào của danh mục nên được để nguyên, không nhận`,
          en: `The column “${heading}” is no key of a catalog and was left aside`,
        },
      })
    }
    for (const { heading, column } of sheet.repeated) {
      this.problems.push({
        place: cellPlace(sheet, 0, column),
        message: { vi: `Có hai cột “${heading}”; xóa một cột`, en: `There are two columns “${heading}”; delete one` },
      })
    }
    const identity = identityKey(sheet.use)
    if (sheet.columns.has(identity)) return
    const title = recordKeys(sheet.use)[identity]?.title ?? { vi: identity, en: identity }
    this.problems.push({
      place: cellPlace(sheet, 0, 0),
      message: {
        vi: `Bảng đã mất cột “${title.vi}”; xuất bảng mới rồi sửa trên đó`,
        en: `The sheet has lost its column “${title.vi}”; make a new export and correct that`,
      },
    })
  }

  #corrected(sheet: ExportedSheet, row: ExportedRow, reference: string, record: object | undefined): void {
    const { use } = sheet
    const base = sheet.base.get(reference) ?? new Map<string, string>()
    const before = record === undefined ? {} : plainRecord(recordKeys(use), record)
    const after: Record<string, PlainValue> = { ...before }
    const changes: Change[] = []
    let isTouched = false
    for (const column of sheetColumns(use)) {
      const { key } = column
      if (!sheet.columns.has(key)) continue
      const [text, baseText] = [row.cells.get(key) ?? '', base.get(key) ?? '']
      if (text === baseText || this.#isDamage(sheet, row, column, baseText, text)) continue
      const fresh = this.#read(sheet, row, column, text)
      if (fresh === undefined) continue
      const cell = this.#cellType(column)
      const old = baseText === '' ? undefined : parseCell(cell, baseText)
      if (old !== undefined && 'value' in old && sameValue(old.value, fresh.value)) continue
      isTouched = true
      const yaml = before[key]
      if (record === undefined || sameValue(yaml, fresh.value)) continue
      const shown = yaml === undefined ? '' : formatCell(cell, yaml)
      const change = { column, place: this.#place(sheet, row, key), before: shown, after: text }
      const id = `${use}/${reference}/${key}`
      if (!isUnchanged(yaml, shown, baseText, old) && this.settled.get(id) !== 'sheet') {
        if (this.settled.get(id) !== 'yaml') this.#conflict(id, use, record, change, baseText)
        continue
      }
      if (fresh.value === undefined) delete after[key]
      else after[key] = fresh.value
      changes.push(change)
    }
    if (record !== undefined && changes.length > 0)
      this.edits.push({ use, record, before, after: ordered(use, after), changes })
    if (record === undefined && isTouched) this.#gone(sheet, row, reference)
  }

  /** The row was corrected, and somebody has deleted the record meanwhile. */
  #gone(sheet: ExportedSheet, row: ExportedRow, reference: string): void {
    const { use } = sheet
    const id = `${use}/${reference}`
    const side = this.settled.get(id)
    if (side === 'sheet') this.#add(sheet, row)
    if (side !== undefined) return
    const label = labelOf(use, row.cells)
    this.conflicts.push({
      id,
      use,
      label,
      base: label,
      sheet: label,
      yaml: '',
      place: this.#place(sheet, row, identityKey(use)),
    })
  }

  #deleted(sheet: ExportedSheet, reference: string, base: ReadonlyMap<string, string>, record: object): void {
    const { use } = sheet
    const plain = plainRecord(recordKeys(use), record)
    const print = base.size === 0 ? sheet.fingerprints?.get(reference) : undefined
    const isOther = (column: SheetColumn) => {
      const baseText = base.get(column.key) ?? ''
      const cell = this.#cellType(column)
      const yaml = plain[column.key]
      const old = baseText === '' ? undefined : parseCell(cell, baseText)
      return !isUnchanged(yaml, yaml === undefined ? '' : formatCell(cell, yaml), baseText, old)
    }
    const changed =
      print === undefined
        ? sheetColumns(use).some(isOther)
        : cellsFingerprint(recordCells(use, record, this.names)) !== print
    const id = `${use}/${reference}`
    if (changed && this.settled.get(id) !== 'sheet') {
      if (this.settled.get(id) === 'yaml') return
      const label = labelOf(use, new Map(Object.entries(plain).map(([key, value]) => [key, String(value)])))
      this.conflicts.push({
        id,
        use,
        label,
        base: labelOf(use, base) || label,
        sheet: '',
        yaml: label,
        place: sheet.name ?? '',
        record,
      })
      return
    }
    this.deletions.push({ use, record })
  }

  #added(sheet: ExportedSheet, row: ExportedRow, now: ReadonlyMap<string, object>, present: ReadonlySet<string>): void {
    const { use } = sheet
    const key = identityKey(use)
    const identity = row.cells.get(key)
    const entry = Array.from(now).find(([, record]) => (record as Readonly<Record<string, unknown>>)[key] === identity)
    if (entry === undefined) this.#add(sheet, row)
    else if (sheet.base.has(entry[0]) && !present.has(entry[0])) this.#damaged(sheet, row)
    else this.#addedTwice(sheet, row, ...entry)
  }

  /** What was exported cannot be told from the row any more, so neither can what was corrected in it. */
  #damaged(sheet: ExportedSheet, row: ExportedRow): void {
    const key = identityKey(sheet.use)
    const id = row.cells.get(key) ?? ''
    this.problems.push({
      place: this.#place(sheet, row, key),
      message: {
        vi: `Ô ẩn của dòng “${id}” (giữ nội dung đã xuất) bị hỏng hoặc bị xóa nên không biết dòng này đã sửa những gì; xuất bảng mới bằng tthc export rồi sửa trên đó`,
        en: `The hidden cell of the row “${id}”, which keeps what was exported, is damaged or gone, so nobody can tell what was corrected; make a new export with tthc export and correct that`,
      },
    })
  }

  /** Both sides have added the same record, or a code was typed that is there already. */
  #addedTwice(sheet: ExportedSheet, row: ExportedRow, reference: string, record: object): void {
    const { use } = sheet
    if (sheet.base.has(reference)) {
      const key = identityKey(use)
      this.problems.push({
        place: this.#place(sheet, row, key),
        message: standsTwice(row.cells.get(key) ?? ''),
      })
      return
    }
    this.#corrected({ ...sheet, base: new Map() }, row, reference, record)
  }

  #add(sheet: ExportedSheet, row: ExportedRow): void {
    const { use } = sheet
    const record: Record<string, PlainValue> = {}
    let isSound = true
    for (const column of sheetColumns(use)) {
      const text = row.cells.get(column.key) ?? ''
      const fresh = this.#read(sheet, row, column, text)
      if (fresh === undefined) isSound = false
      else if (fresh.value !== undefined) record[column.key] = fresh.value
    }
    if (isSound) this.additions.push({ use, record, place: this.#place(sheet, row, identityKey(use)) })
  }

  /** The value of a cell; undefined where it cannot be read, which is told. */
  #read(
    sheet: ExportedSheet,
    row: ExportedRow,
    column: SheetColumn,
    text: string,
  ): { readonly value: PlainValue | undefined } | undefined {
    const place = this.#place(sheet, row, column.key)
    const { title, required } = column.of
    if (text === '') {
      if (required !== true) return { value: undefined }
      this.problems.push({
        place,
        message: { vi: `Thiếu “${title.vi}”`, en: `“${title.vi}” is missing` },
      })
      return undefined
    }
    const parsed = parseCell(this.#cellType(column), text)
    if ('value' in parsed) return parsed
    this.problems.push({
      place,
      message: { vi: `${title.vi}: ${parsed.problem.vi}`, en: `${title.vi}: ${parsed.problem.en}` },
    })
    return undefined
  }

  #isDamage(sheet: ExportedSheet, row: ExportedRow, column: SheetColumn, base: string, text: string): boolean {
    if (!changedBySpreadsheet(base, text)) return false
    this.notices.push({
      place: this.#place(sheet, row, column.key),
      message: {
        vi: `Bảng tính đã đổi “${base}” thành “${text}”; giữ “${base}”`,
        en: `A spreadsheet has made “${text}” of “${base}”; “${base}” is kept`,
      },
    })
    return true
  }

  #conflict(id: string, use: SheetUse, record: object, change: Change, base: string): void {
    const plain = plainRecord(recordKeys(use), record)
    this.conflicts.push({
      id,
      use,
      label: labelOf(use, new Map(Object.entries(plain).map(([key, value]) => [key, String(value)]))),
      column: change.column,
      base,
      sheet: change.after,
      yaml: change.before,
      place: change.place,
      record,
    })
  }

  #cellType(column: SheetColumn): CellType {
    return cellType(column, this.names)
  }

  #place(sheet: ExportedSheet, { row }: ExportedRow, key: string): string {
    return cellPlace(sheet, row, sheet.columns.get(key) ?? 0)
  }
}

function isUnchanged(
  yaml: PlainValue | undefined,
  shown: string,
  baseText: string,
  base: ReturnType<typeof parseCell> | undefined,
): boolean {
  const mark = tooLongFor(baseText)
  if (mark !== undefined) return fingerprint(shown) === mark
  if (base === undefined) return yaml === undefined
  return 'value' in base ? sameValue(yaml, base.value) : shown === baseText
}

/**
 * Which record each row stands for. A row that was copied to make a new one carries the same reference: the one that still has
 * the code is the record, the copy is new. A row that lost its reference is known by its code.
 */
function matchRows(sheet: ExportedSheet): {
  readonly matched: readonly Matched[]
  readonly added: readonly ExportedRow[]
} {
  const key = identityKey(sheet.use)
  const rowsOf = new Map<string, ExportedRow[]>()
  const strays: ExportedRow[] = []
  for (const row of sheet.rows) {
    const { reference } = row
    if (reference === undefined || !sheet.base.has(reference)) strays.push(row)
    else rowsOf.set(reference, [...(rowsOf.get(reference) ?? []), row])
  }
  const matched: Matched[] = []
  for (const [reference, rows] of rowsOf) {
    const identity = sheet.base.get(reference)?.get(key)
    const own = rows.find(({ cells }) => cells.get(key) === identity) ?? rows[0]
    if (own !== undefined) matched.push({ row: own, reference })
    strays.push(...rows.filter(row => row !== own))
  }
  const byIdentity = new Map(
    Array.from(sheet.base).flatMap(([reference, base]) => (rowsOf.has(reference) ? [] : [[base.get(key), reference]])),
  )
  const added: ExportedRow[] = []
  for (const row of strays.sort((a, b) => a.row - b.row)) {
    const reference = byIdentity.get(row.cells.get(key))
    if (reference === undefined) added.push(row)
    else {
      matched.push({ row, reference })
      byIdentity.delete(row.cells.get(key))
    }
  }
  return { matched, added }
}

function standsTwice(id: string): Text {
  return {
    vi: `“${id}” đã có ở một dòng khác; mỗi mã một dòng`,
    en: `“${id}” stands in another row already; one row for each`,
  }
}

function ordered(use: SheetUse, record: PlainRecord): PlainRecord {
  return Object.fromEntries(
    Object.keys(recordKeys(use)).flatMap(key => (record[key] === undefined ? [] : [[key, record[key]]])),
  )
}

function labelOf(use: SheetUse, texts: ReadonlyMap<string, string>): string {
  const title = texts.get(use === 'procedures' ? 'title' : 'name')
  return [texts.get(identityKey(use)), title].filter(text => text !== undefined && text !== '').join(' ')
}
