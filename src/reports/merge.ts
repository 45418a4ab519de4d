import { Chalk } from 'chalk'
import { identityKey } from '../catalog/record-sheets.js'
import { catalogKeys } from '../catalog/schema.js'
import type { SheetUse } from '../catalog/sheet-use.js'
import type { Change, Conflict, Merge } from '../import/merge.js'
import type { Locale, Text } from '../locale.js'
import { position, type SourceMap } from '../source.js'
import { printable } from './printable.js'

export interface MergeStyle {
  readonly locale: Locale
  readonly colour: boolean
  /** The sheet, as the user typed it. */
  readonly path: string
}

/** What cannot be read in the sheet, and what was left aside: a line each, the place first. */
export function notesReport({ problems, notices }: Merge, { locale, colour, path }: MergeStyle): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const line = ({ place, message }: Merge['notices'][number], word: string) =>
    `${printable(path)}:${printable(place)}: ${word} ${printable(message[locale])}\n`
  return [
    ...problems.map(note => line(note, chalk.red(words.error[locale]))),
    ...notices.map(note => line(note, chalk.cyan(words.notice[locale]))),
  ].join('')
}

/** What the sheet changes, record by record; `isDeleting` says whether deleted rows count. */
export function changesReport(merge: Merge, isDeleting: boolean, { locale, colour }: MergeStyle): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const lines: string[] = []
  for (const { use, before, changes } of merge.edits) {
    lines.push(`${words.changed[locale]} ${name(use, locale)} ${printable(label(use, before))}`)
    for (const change of changes) lines.push(`  ${changeLine(change, locale, chalk)}`)
  }
  for (const { use, record, place } of merge.additions) {
    lines.push(
      chalk.green(`${words.added[locale]} ${name(use, locale)} ${printable(label(use, record))}`) +
        ` (${printable(place)})`,
    )
  }
  for (const { use, record } of merge.deletions) {
    const word = isDeleting ? words.deleted : words.missing
    lines.push(chalk.red(`${word[locale]} ${name(use, locale)} ${printable(label(use, record))}`))
  }
  return lines.map(line => `${line}\n`).join('')
}

/** A conflict with its three values and where the two that can be changed stand. */
export function conflictReport(conflict: Conflict, sources: SourceMap, { locale, colour, path }: MergeStyle): string {
  const { use, label: record, column, base, sheet, yaml, place } = conflict
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const title = column === undefined ? '' : `, ${column.of.title[locale]}`
  const cell = [printable(path), printable(place)].filter(part => part !== '').join(':')
  return [
    chalk.red(`${words.conflict[locale]} ${name(use, locale)} ${printable(record)}${title}`),
    `  ${words.base[locale]}: ${shown(base, locale)}`,
    `  ${words.sheet[locale]} (${cell}): ${shown(sheet, locale)}`,
    `  YAML${yamlPlace(conflict, sources)}: ${shown(yaml, locale)}`,
    '',
  ].join('\n')
}

function yamlPlace({ record, column }: Conflict, sources: SourceMap): string {
  if (record === undefined) return ''
  const { source, start } = sources.where(record as Record<string, unknown>, column?.key)
  const { line, column: at } = position(source, start)
  return ` (${printable(source.path)}:${line}:${at})`
}

function changeLine(
  { column, before, after, place }: Change,
  locale: Locale,
  chalk: InstanceType<typeof Chalk>,
): string {
  const title = column.of.title[locale]
  return `${title}: ${chalk.red(shown(before, locale))} → ${chalk.green(shown(after, locale))} (${printable(place)})`
}

function shown(text: string, locale: Locale): string {
  return text === '' ? words.nothing[locale] : `“${printable(text.replaceAll('\n', ' ⏎ '))}”`
}

function label(use: SheetUse, record: object): string {
  const texts = record as Readonly<Record<string, unknown>>
  return [texts[identityKey(use)], texts[use === 'procedures' ? 'title' : 'name']]
    .filter(text => text !== undefined)
    .join(' ')
}

function name(use: SheetUse, locale: Locale): string {
  return locale === 'vi'
    ? catalogKeys[use].title.vi.toLowerCase()
    : { procedures: 'procedure', fields: 'field', officers: 'officer' }[use]
}

/** “3 ô của 2 mục, thêm 1, xóa 0, trong 2 tệp” */
export function mergeSummary(merge: Merge, files: number, isDeleting: boolean, isDryRun: boolean): Text {
  const cells = merge.edits.reduce((sum, { changes }) => sum + changes.length, 0)
  const deleted = isDeleting ? merge.deletions.length : 0
  if (files === 0) return { vi: 'Không có gì phải sửa trong danh mục', en: 'There is nothing to change in the catalog' }
  const vi = `${cells} ô của ${merge.edits.length} mục, thêm ${merge.additions.length}, xóa ${deleted}, trong ${files} tệp`
  const en = `${count(cells, 'cell')} of ${count(merge.edits.length, 'record')}, ${merge.additions.length} added, ${deleted} deleted, in ${count(files, 'file')}`
  return isDryRun
    ? { vi: `Sẽ sửa ${vi}; chưa ghi gì`, en: `Would change ${en}; nothing was written` }
    : { vi: `Đã sửa ${vi}`, en: `Changed ${en}` }
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

/** What to do about rows that are not in the sheet any more. */
export function deletedRowsHint(rows: number): Text {
  return {
    vi: `${rows} dòng đã xóa khỏi bảng vẫn còn trong danh mục; thêm --delete để xóa`,
    en: `${count(rows, 'row')} deleted from the sheet, still in the catalog; add --delete to delete the records`,
  }
}

export function openConflicts(places: number): Text {
  return {
    vi: `${places} chỗ cả bảng lẫn YAML đều đã sửa; chưa ghi gì. Chọn --take sheet (theo bảng) hoặc --take yaml (giữ YAML), hoặc chạy tại cửa sổ lệnh để chọn từng chỗ`,
    en: `${count(places, 'place')} changed both in the sheet and in the YAML; nothing was written. Choose --take sheet or --take yaml, or run this at a terminal to choose one by one`,
  }
}

export function unreadableCells(cells: number): Text {
  return {
    vi: `${cells} ô chưa đọc được; sửa các ô trên trong bảng rồi chạy lại. Chưa ghi gì`,
    en: `${count(cells, 'cell')} cannot be read; mend the sheet and run the command again. Nothing was written`,
  }
}

/** Asked for each conflict at a terminal. */
export const sideQuestion: Text = {
  vi: 'Lấy theo bảng (b), giữ YAML (y), hay dừng (Enter)? ',
  en: 'Take the sheet (s), keep the YAML (y), or stop (Enter)? ',
}

const words = {
  error: { vi: 'lỗi', en: 'error' },
  notice: { vi: 'lưu ý', en: 'note' },
  changed: { vi: 'Sửa', en: 'Change' },
  added: { vi: 'Thêm', en: 'Add' },
  deleted: { vi: 'Xóa', en: 'Delete' },
  missing: { vi: 'Không còn trong bảng:', en: 'No more in the sheet:' },
  conflict: { vi: 'Xung đột:', en: 'Conflict:' },
  base: { vi: 'lúc xuất', en: 'exported' },
  sheet: { vi: 'bảng', en: 'sheet' },
  nothing: { vi: '(trống)', en: '(empty)' },
} as const satisfies Readonly<Record<string, Text>>
