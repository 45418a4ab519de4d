import { type ContactNumber, numberText } from './contact-number.js'
import type { FieldView } from './listing.js'
import type { CaseView, ProcedureView } from './procedure.js'

/** One column of the published list as a sheet. */
export interface ListingColumn {
  readonly head: string
  /** In characters, for a workbook. */
  readonly width: number
  cell(procedure: ProcedureView, field: FieldView): string
}

/** The columns of the annex of a decision that publishes a list, and whom to call. */
export const listingColumns: readonly ListingColumn[] = [
  { head: 'STT', width: 6, cell: ({ number }) => `${number}` },
  { head: 'Mã TTHC', width: 14, cell: ({ code }) => code },
  { head: 'Tên thủ tục hành chính', width: 60, cell: ({ title }) => title },
  { head: 'Lĩnh vực', width: 22, cell: (_, { name }) => name },
  { head: 'Mức độ', width: 14, cell: ({ level }) => level?.name ?? '' },
  { head: 'Thời hạn giải quyết', width: 26, cell: ({ times }) => caseList(times) },
  { head: 'Địa điểm thực hiện', width: 26, cell: ({ place }) => place },
  { head: 'Phí, lệ phí', width: 30, cell: ({ fees }) => caseList(fees) },
  { head: 'Căn cứ pháp lý', width: 40, cell: ({ legalBases }) => legalBases.join('; ') },
  { head: 'Cán bộ phụ trách', width: 22, cell: (procedure, field) => contact(procedure, field)?.name ?? '' },
  { head: 'Điện thoại', width: 18, cell: (procedure, field) => phoneCell(contact(procedure, field)?.phone) },
]

function caseList(cases: readonly CaseView[]): string {
  return cases.map(({ text, when }) => (when === null ? text : `${when}: ${text}`)).join('; ')
}

function contact(procedure: ProcedureView, field: FieldView) {
  return procedure.officer ?? field.inCharge
}

function phoneCell(phone: ContactNumber | null | undefined): string {
  return phone == null ? '' : numberText(phone)
}
