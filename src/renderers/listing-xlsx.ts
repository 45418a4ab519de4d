import type { Row, Sheet } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import type { OfficerView } from '../views/agency.js'
import { numberText } from '../views/contact-number.js'
import type { FieldView, ListingView } from '../views/listing.js'
import { listingColumns } from '../views/listing-columns.js'
import type { BinaryFile } from './renderer.js'
import { steadyZip } from './steady-zip.js'
import { type FileContent, type SheetExtras, xlsxExtras } from './xlsx-extras.js'

interface Column<T> {
  readonly head: string
  readonly width: number
  cell(record: T): string
}

/**
 * The published list as a workbook to look things up in: the listing with the columns of the annex, the officers, the fields.
 * Every cell is a text, so that codes and telephone numbers stay what they are. The same view gives the same bytes.
 */
export async function renderListingXlsx({ fields }: ListingView): Promise<BinaryFile> {
  const procedures = fields.flatMap(field => field.procedures.map(procedure => ({ procedure, field })))
  const listing = listingColumns.map(({ head, width, cell }) => ({
    head,
    width,
    cell: ({ procedure, field }: (typeof procedures)[number]) => cell(procedure, field),
  }))
  const parts = [
    sheet('Danh mục', listing, procedures),
    sheet('Cán bộ', officerColumns, officersOf(fields)),
    sheet('Lĩnh vực', fieldColumns, fields),
  ]
  const book = writeExcelFile(
    parts.map(part => part.sheet),
    { fontFamily: 'Arial', fontSize: 10, features: [xlsxExtras(parts.map(({ extras }) => extras))] },
  )
  return { path: 'thu-tuc.xlsx', bytes: steadyZip(await book.toBuffer()) }
}

/** Points. Spreadsheets do not fit the rows of a file by themselves. */
const lineHeight = 13.5

interface Duty {
  readonly officer: OfficerView
  readonly fields: readonly string[]
}

/** Each officer once, with the fields that name them. */
function officersOf(fields: readonly FieldView[]): readonly Duty[] {
  const duties = new Map<string, { officer: OfficerView; fields: string[] }>()
  for (const { name, inCharge, deputies } of fields) {
    for (const officer of [inCharge, ...deputies]) {
      if (officer === null) continue
      const key = JSON.stringify(officer)
      const duty = duties.get(key) ?? { officer, fields: [] }
      duties.set(key, duty)
      duty.fields.push(name)
    }
  }
  return [...duties.values()]
}

const officerColumns: readonly Column<Duty>[] = [
  { head: 'Họ và tên', width: 24, cell: ({ officer }) => officer.name },
  { head: 'Chức danh', width: 30, cell: ({ officer }) => officer.jobTitle ?? '' },
  { head: 'Điện thoại', width: 20, cell: ({ officer }) => (officer.phone === null ? '' : numberText(officer.phone)) },
  { head: 'Thư điện tử', width: 28, cell: ({ officer }) => officer.email ?? '' },
  { head: 'Quầy', width: 12, cell: ({ officer }) => officer.counter ?? '' },
  { head: 'Lĩnh vực', width: 60, cell: ({ fields }) => fields.join('; ') },
]

const fieldColumns: readonly Column<FieldView>[] = [
  { head: 'Lĩnh vực', width: 40, cell: ({ name }) => name },
  { head: 'Số thủ tục', width: 12, cell: ({ count }) => `${count}` },
  { head: 'Quầy', width: 12, cell: ({ counter }) => counter ?? '' },
  { head: 'Cán bộ phụ trách', width: 24, cell: ({ inCharge }) => inCharge?.name ?? '' },
  { head: 'Điện thoại', width: 20, cell: ({ inCharge }) => (inCharge?.phone ? numberText(inCharge.phone) : '') },
  { head: 'Người làm thay', width: 40, cell: ({ deputies }) => deputies.map(({ name }) => name).join('; ') },
]

function sheet<T>(
  title: string,
  columns: readonly Column<T>[],
  records: readonly T[],
): { readonly sheet: Sheet<FileContent>; readonly extras: SheetExtras } {
  const heading: Row = columns.map(({ head }) => ({
    value: head,
    type: String,
    format: '@',
    fontWeight: 'bold',
    textColor: '#FFFFFF',
    backgroundColor: '#1F4E79',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    height: 30,
  }))
  const rows = records.map((record): Row => {
    const cells = columns.map(({ cell, width }) => ({ value: cell(record), width }))
    const height =
      lineHeight * Math.max(1, ...cells.map(({ value, width }) => Math.ceil(value.length / (width * 0.95))))
    return cells.map(({ value }) =>
      value === '' ? null : { value, type: String, format: '@', wrap: true, alignVertical: 'top', height },
    )
  })
  return {
    sheet: {
      sheet: title,
      data: [heading, ...rows],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    extras: { filter: { columns: columns.length, rows: Math.max(1, records.length) } },
  }
}
