import { formatCell, namesOfIds } from '../catalog/cell.js'
import { wordsOf } from '../catalog/cell-words.js'
import type { Catalog } from '../catalog/model.js'
import { serviceLevels } from '../catalog/model.js'
import { listType, recordType, scalarType } from '../catalog/plain-value.js'
import {
  cellsFingerprint,
  identityKey,
  recordCells,
  recordReferences,
  type SheetColumn,
  sheetColumns,
} from '../catalog/record-sheets.js'
import { catalogKeys, type Type } from '../catalog/schema.js'
import { type SheetUse, sheetUses } from '../catalog/sheet-use.js'

/** The records of a catalog as sheets to be corrected and taken back: every key that is not internal, in the order of the schema. */
export interface BookView {
  readonly sheets: readonly SheetView[]
  /** What the drop-downs offer. */
  readonly choices: Readonly<Record<ChoiceName, readonly string[]>>
}

export interface SheetView {
  readonly use: SheetUse
  /** “Thủ tục” */
  readonly title: string
  readonly columns: readonly ColumnView[]
  readonly rows: readonly RowView[]
}

export const choiceNames = ['levels', 'fields', 'officers', 'yesNo'] as const
export type ChoiceName = (typeof choiceNames)[number]

export interface ColumnView {
  readonly key: string
  readonly heading: string
  /** How to fill it in. */
  readonly note: string
  /** In letters. */
  readonly width: number
  /** A code or id: what other records and the way back rely on. */
  readonly identity: boolean
  readonly required: boolean
  /** A cell may hold several. */
  readonly isList: boolean
  readonly choice?: ChoiceName
}

export interface RowView {
  /** Names the record on the way back, wherever its row has gone. */
  readonly reference: string
  /** One for each column; empty where the record lacks the key. */
  readonly cells: readonly string[]
  readonly fingerprint: string
}

export function recordBook(catalog: Catalog): BookView {
  const names = { fields: namesOfIds(catalog.fields), officers: namesOfIds(catalog.officers) }
  const labels = (use: 'fields' | 'officers') =>
    catalog[use].map(({ id }) => formatCell({ type: { kind: 'text' }, names: names[use] }, id))
  const words = wordsOf(serviceLevels).byValue
  return {
    sheets: sheetUses.map(use => ({
      use,
      title: catalogKeys[use].title.vi,
      columns: sheetColumns(use).map(column => columnView(use, column)),
      rows: Array.from(recordReferences(use, catalog), ([reference, record]) => {
        const cells = recordCells(use, record, names)
        return {
          reference,
          cells: sheetColumns(use).map(({ key }) => cells.get(key) ?? ''),
          fingerprint: cellsFingerprint(cells),
        }
      }),
    })),
    choices: {
      levels: serviceLevels.map(level => words.get(level) ?? level),
      fields: labels('fields'),
      officers: labels('officers'),
      yesNo: ['Có', 'Không'],
    },
  }
}

function columnView(use: SheetUse, { key, of, reference }: SheetColumn): ColumnView {
  const { type, title, description, required = false } = of
  const choice = choiceOf(type, reference)
  return {
    key,
    heading: title.vi,
    note: [description.vi, ...howToWrite(type, choice), ...(required ? ['Bắt buộc có.'] : [])].join('\n'),
    width: widths[key] ?? defaultWidth(type),
    identity: key === identityKey(use),
    required,
    isList: listType(type) !== undefined,
    ...(choice !== undefined && { choice }),
  }
}

function choiceOf(type: Type, reference: SheetColumn['reference']): ChoiceName | undefined {
  if (reference !== undefined) return reference
  const scalar = scalarType(type)
  if (scalar?.kind === 'boolean') return 'yesNo'
  return scalar !== undefined && 'values' in scalar && scalar.values === serviceLevels ? 'levels' : undefined
}

/** The notation of `catalog/cell.ts` in the words of a clerk. */
function howToWrite(type: Type, choice: ChoiceName | undefined): string[] {
  const notes: string[] = []
  const scalar = scalarType(type)
  const list = listType(type)
  const record = recordType(list?.items ?? type)
  if (choice !== undefined) {
    notes.push(list === undefined ? 'Chọn trong danh sách thả xuống.' : 'Một người thì chọn trong danh sách thả xuống.')
  }
  if (scalar?.kind === 'date') notes.push('Trong bảng này viết ngày/tháng/năm: 30/06/2022.')
  if (scalar !== undefined && list !== undefined) {
    const words = 'values' in scalar ? [...wordsOf(scalar.values).byValue.values()] : []
    if (words.length > 0) notes.push(`Ghi ${words.map(word => `“${word}”`).join(' hoặc ')}, hoặc liệt kê.`)
  }
  if (list !== undefined) {
    const item = scalarType(list.items)
    const words = item !== undefined && 'values' in item ? [...wordsOf(item.values).byValue.values()] : []
    notes.push(
      words.length > 0
        ? `Cách nhau bằng dấu phẩy: ${words.join(', ')}.`
        : 'Mỗi mục một dòng, xuống dòng bằng Alt+Enter.',
    )
  }
  if (record !== undefined) {
    const [first, ...rest] = [...Object.values(record.keys)].sort(
      (a, b) => Number(b.required ?? 0) - Number(a.required ?? 0),
    )
    notes.push(`Cách viết: ${[first?.title.vi, ...rest.map(({ title }) => `${title.vi}: …`)].join(' | ')}`)
  }
  return notes
}

const widths: Readonly<Record<string, number>> = {
  code: 14,
  id: 20,
  title: 56,
  name: 30,
  shortTitle: 24,
  field: 28,
  officers: 34,
  officer: 34,
  serviceLevel: 18,
  partialReason: 30,
  onlineUrl: 30,
  statutoryTime: 20,
  phone: 18,
  extension: 10,
  counter: 12,
  sets: 10,
  replacedBy: 14,
}

function defaultWidth(type: Type): number {
  const list = listType(type)
  if (list !== undefined) return recordType(list.items) === undefined ? 26 : 40
  const kind = scalarType(type)?.kind
  if (kind === 'date' || kind === 'boolean') return 13
  return kind === 'number' ? 10 : 26
}
