import type { Text } from '../locale.js'
import type { Share, StatsView } from '../views/stats.js'

/** One list of shares with its heading: what text, table and page show in the same order. */
export interface StatsSection {
  readonly id: string
  readonly title: Text
  readonly shares: readonly Share[]
}

export const statsTitles = {
  overview: { vi: 'Tổng quan', en: 'Overview' },
  procedures: { vi: 'Thủ tục', en: 'Procedures' },
  fields: { vi: 'Lĩnh vực', en: 'Fields' },
  officers: { vi: 'Cán bộ', en: 'Officers' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  byOfficer: { vi: 'Khối lượng công việc của từng cán bộ', en: 'Load of each officer' },
  inCharge: { vi: 'Phụ trách', en: 'In charge' },
  deputyOf: { vi: 'Làm thay', en: 'Deputy' },
  byCatalog: { vi: 'Từng danh mục', en: 'Each catalog' },
  catalog: { vi: 'Danh mục', en: 'Catalog' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  checked: { vi: 'Đã gọi thử', en: 'Checked' },
  count: { vi: 'Số lượng', en: 'Count' },
  of: { vi: 'Trên tổng số', en: 'Out of' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  group: { vi: 'Nhóm', en: 'Group' },
  id: { vi: 'Mã', en: 'Id' },
  name: { vi: 'Tên', en: 'Name' },
} as const satisfies Readonly<Record<string, Text>>

export function statsSections(view: StatsView): readonly StatsSection[] {
  const { levels, times, fees, byField, contacts, coverage } = view
  return [
    { id: 'levels', title: { vi: 'Mức độ dịch vụ công trực tuyến', en: 'Online service level' }, shares: levels },
    {
      id: 'times',
      title: { vi: 'Thời hạn giải quyết (trường hợp dài nhất)', en: 'Processing time (longest case)' },
      shares: times,
    },
    { id: 'fees', title: { vi: 'Phí, lệ phí (mức cao nhất)', en: 'Fees (highest rate)' }, shares: fees },
    { id: 'fields', title: { vi: 'Thủ tục theo lĩnh vực', en: 'Procedures by field' }, shares: byField },
    {
      id: 'contacts',
      title: { vi: 'Liên hệ của cán bộ', en: 'Contacts of officers' },
      shares: contacts,
    },
    ...coverage.map(({ id, name, keys }) => ({
      id: `coverage-${id}`,
      title: { vi: `Các khóa đã ghi ở mục ${name.vi}`, en: `Keys filled in: ${name.en}` },
      shares: keys,
    })),
  ].filter(({ shares }) => shares.length > 0)
}
