import { stringify } from 'csv-stringify/sync'
import { type ContactNumber, numberText } from '../views/contact-number.js'
import type { FieldView, ListingView } from '../views/listing.js'
import type { CaseView, ProcedureView } from '../views/procedure.js'
import type { OutputFile } from './renderer.js'

export interface CsvOptions {
  /** Excel takes the one that Windows calls “list separator”: a comma, or a semicolon on many machines. */
  readonly delimiter: ',' | ';'
  /** For programs: cells as they are, without the guards that `renderCsv` explains. */
  readonly plain: boolean
}

/** The columns of the annex of a decision that publishes a list, and whom to call. */
const columns: readonly {
  readonly head: string
  readonly cell: (procedure: ProcedureView, field: FieldView) => string
}[] = [
  { head: 'STT', cell: ({ number }) => `${number}` },
  { head: 'Mã TTHC', cell: ({ code }) => code },
  { head: 'Tên thủ tục hành chính', cell: ({ title }) => title },
  { head: 'Lĩnh vực', cell: (_, { name }) => name },
  { head: 'Mức độ', cell: ({ level }) => level?.name ?? '' },
  { head: 'Thời hạn giải quyết', cell: ({ times }) => caseList(times) },
  { head: 'Địa điểm thực hiện', cell: ({ place }) => place },
  { head: 'Phí, lệ phí', cell: ({ fees }) => caseList(fees) },
  { head: 'Căn cứ pháp lý', cell: ({ legalBases }) => legalBases.join('; ') },
  { head: 'Cán bộ phụ trách', cell: (procedure, field) => contact(procedure, field)?.name ?? '' },
  { head: 'Điện thoại', cell: (procedure, field) => phoneCell(contact(procedure, field)?.phone) },
]

/**
 * The list as a sheet for Excel: UTF-8 with a byte order mark (without it Excel reads the local code page), CRLF.
 *
 * Two guards, both left out by `plain`:
 *
 * - A cell that Excel would turn into a number or a date is written as the formula of a constant, `="1.001010"`.
 *   Opened by a double click, 1.001010 becomes 1.00101, or 1001010 where the full stop separates thousands, as in Vietnam;
 *   quotes do not prevent that, and a leading apostrophe, tab or zero-width space would become part of the code. Only
 *   digits and separators are ever written so, never a text out of the catalog that could carry a function. Telephone
 *   numbers need no guard: in groups (0274 3822 234) they stay text. The price: a program that is no spreadsheet sees the
 *   formula; `plain` is for it.
 * - A text that would begin a formula (= + - @, their full-width twins, tab, line ends) gets an apostrophe in front, as
 *   OWASP advises against CSV injection.
 */
export function renderCsv(view: ListingView, { delimiter, plain }: CsvOptions): OutputFile {
  const rows = view.fields.flatMap(field =>
    field.procedures.map(procedure =>
      columns.map(({ head, cell }) => {
        const text = cell(procedure, field)
        return plain || head === 'STT' ? text : guarded(text)
      }),
    ),
  )
  const text = stringify([columns.map(({ head }) => head), ...rows], {
    bom: true,
    delimiter,
    record_delimiter: '\r\n',
    // csv-stringify puts quotes around its own line end only, but every line end begins a row.
    quoted_match: /[\r\n]/,
  })
  return { path: 'thu-tuc.csv', text }
}

/** Digits and separators in one word, or a number with its sign: what spreadsheets like to convert. */
const convertible = /^(?:\d[\d.,/:-]*|[+-]\d[\d .,]*)$/
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/

function guarded(text: string): string {
  if (convertible.test(text)) return `="${text}"`
  return formulaStart.test(text) ? `'${text}` : text
}

function caseList(cases: readonly CaseView[]): string {
  return cases.map(({ text, when }) => (when === null ? text : `${when}: ${text}`)).join('; ')
}

function contact(procedure: ProcedureView, field: FieldView) {
  return procedure.officer ?? field.inCharge
}

function phoneCell(phone: ContactNumber | null | undefined): string {
  return phone == null ? '' : numberText(phone)
}
