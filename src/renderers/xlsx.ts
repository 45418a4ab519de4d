import type { Cell, Row, Sheet } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { baseSheet, bookMark, referenceHeading } from '../catalog/exported-marks.js'
import type { BookView, ChoiceName, ColumnView, SheetView } from '../views/record-book.js'
import { choiceNames } from '../views/record-book.js'
import { steadyZip } from './steady-zip.js'
import { type Choice, type FileContent, type SheetExtras, xlsxExtras } from './xlsx-extras.js'

/** What the drop-downs offer. */
const choiceSheet = '_chon'

/**
 * The records as a workbook: a sheet for each kind, with drop-downs, notes in the headings, a filter and frozen headings. Codes
 * and ids are locked (no password); the rest can be typed in. A hidden sheet keeps what was exported, for
 * `tthc import --update` to tell what has been changed. Every cell is a text: nothing is calculated, nothing converted.
 * The same view gives the same bytes.
 */
export async function renderXlsx(view: BookView): Promise<Uint8Array> {
  const parts = [
    ...view.sheets.map(sheet => recordSheet(sheet, view)),
    guideSheet(),
    hiddenSheet(choiceSheet, choiceRows(view)),
    hiddenSheet(baseSheet, baseRows(view)),
  ]
  const book = writeExcelFile(
    parts.map(({ sheet }) => sheet),
    { fontFamily: 'Arial', fontSize: 10, features: [xlsxExtras(parts.map(({ extras }) => extras))] },
  )
  return steadyZip(await book.toBuffer())
}

interface Part {
  readonly sheet: Sheet<FileContent>
  readonly extras: SheetExtras
}

/** New records are typed below the last one. */
const roomBelow = 1000

function recordSheet({ title, columns, rows }: SheetView, view: BookView): Part {
  const heading: Row = [...columns.map(headingCell), headingCell({ heading: referenceHeading, required: false })]
  const data: Row[] = [
    heading,
    ...rows.map(({ reference, cells }): Row => {
      const height = rowHeight(columns, cells)
      return [
        ...columns.map(({ identity }, at) => (identity ? lockedCell(cells[at], height) : textCell(cells[at], height))),
        lockedCell(reference, height),
      ]
    }),
    // An empty row that shows Excel what the cells below look like.
    [...columns.map(() => textCell('', 2 * lineHeight)), textCell('', 2 * lineHeight)],
  ]
  return {
    sheet: {
      sheet: title,
      data,
      columns: [...columns.map(({ width }) => ({ width })), { width: 4 }],
      stickyRowsCount: 1,
      stickyColumnsCount: Math.min(2, columns.length),
      orientation: 'landscape',
    },
    extras: {
      isProtected: true,
      filter: { columns: columns.length, rows: Math.max(1, rows.length) },
      hiddenColumn: columns.length,
      styleRow: rows.length + 1,
      notes: columns.map(({ note }, column) => ({ column, text: note })),
      choices: columns.flatMap((column, index) => choiceOf(column, index, rows.length, view)),
    },
  }
}

function choiceOf({ choice, isList }: ColumnView, column: number, rows: number, { choices }: BookView): Choice[] {
  if (choice === undefined || choices[choice].length === 0) return []
  const letter = 'ABCDEFGH'[choiceNames.indexOf(choice)]
  const source = `${choiceSheet}!$${letter}$1:$${letter}$${choices[choice].length}`
  return [{ column, firstRow: 1, lastRow: rows + roomBelow, source, isLenient: isList }]
}

function headingCell({ heading, required }: Pick<ColumnView, 'heading' | 'required'>): Cell {
  return {
    value: heading,
    type: String,
    format: '@',
    fontWeight: 'bold',
    textColor: '#FFFFFF',
    backgroundColor: required ? '#1F4E79' : '#5B7FA6',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    height: 34,
  }
}

const lineHeight = 13.5

/**
 * A row is as tall as what is told in one text (a title) needs; of long lists the first lines are seen, the rest stands in the
 * formula bar. Left to Excel, a procedure with ten steps would fill the screen.
 */
function rowHeight(columns: readonly ColumnView[], cells: readonly string[]): number {
  const lines = columns.map(({ key, width }, at) => {
    const needed = (cells[at] ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.95))), 0)
    return Math.min(needed, key === 'title' || key === 'name' ? 12 : 4)
  })
  return Math.max(...lines, 2) * lineHeight
}

const frame = { borderColor: '#C9D1DA', borderStyle: 'thin' } as const

function textCell(text = '', height: number): Cell {
  return { value: text, type: String, format: '@', wrap: true, alignVertical: 'top', height, ...frame }
}

function lockedCell(text = '', height: number): Cell {
  return { value: text, type: String, format: '@', backgroundColor: '#E7EBF0', alignVertical: 'top', height, ...frame }
}

function plainRows(rows: readonly (readonly string[])[]): Row[] {
  return rows.map(row => row.map((value): Cell => ({ value, type: String, format: '@' })))
}

function hiddenSheet(name: string, rows: readonly (readonly string[])[]): Part {
  return { sheet: { sheet: name, data: plainRows(rows) }, extras: { hidden: true } }
}

function choiceRows({ choices }: BookView): string[][] {
  const longest = Math.max(...choiceNames.map((name: ChoiceName) => choices[name].length))
  return Array.from({ length: longest }, (_, row) => choiceNames.map(name => choices[name][row] ?? ''))
}

function baseRows({ sheets }: BookView): string[][] {
  return [
    [...bookMark],
    ...sheets.flatMap(({ use, title, columns, rows }) => [
      ['sheet', use, title, ...columns.map(({ key }) => key)],
      ...rows.map(({ reference, cells }) => ['row', use, reference, ...cells]),
    ]),
  ]
}

const guide: readonly (readonly [heading: string, text: string])[] = [
  [
    'Sửa một ô',
    'Gõ đè lên ô trắng. Ô có dấu mũi tên thì chọn trong danh sách. Đặt chuột lên tiêu đề cột để xem cách ghi.',
  ],
  ['Xóa một nội dung', 'Xóa trắng ô đó (phím Delete).'],
  ['Ô có nhiều mục', 'Mỗi mục một dòng, xuống dòng trong ô bằng Alt+Enter.'],
  ['Thêm một dòng', 'Gõ vào dòng trống đầu tiên bên dưới; mã phải chưa có trong bảng.'],
  [
    'Xóa một dòng',
    'Mở khóa trang: thẻ Xem lại (Review), Bỏ bảo vệ trang (Unprotect Sheet), không cần mật khẩu; rồi xóa cả dòng. Khi nhận lại phải thêm tùy chọn --delete thì thủ tục mới bị xóa.',
  ],
  ['Cột xám', 'Mã thủ tục, mã lĩnh vực, mã cán bộ: không sửa. Các trang ẩn giúp nhận lại bảng này: không xóa.'],
  [
    'Gửi lại',
    'Lưu dưới dạng .xlsx rồi gửi lại. Người giữ danh mục chạy: tthc import --update <thư mục danh mục> <tệp này> --dry-run',
  ],
]

function guideSheet(): Part {
  return {
    sheet: {
      sheet: 'Hướng dẫn',
      columns: [{ width: 22 }, { width: 100 }],
      data: guide.map(([heading, text]) => [
        { value: heading, type: String, format: '@', fontWeight: 'bold', alignVertical: 'top' },
        { value: text, type: String, format: '@', wrap: true, alignVertical: 'top' },
      ]),
    },
    extras: {},
  }
}
