import type { Severity } from './finding.js'
import type { Text } from './locale.js'

export const severityNames: Readonly<Record<Severity, Text>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

/** “3 lỗi, 1 cảnh báo, 2 lưu ý”; without what there is none of. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): Text {
  const { error, warning, info } = counts
  const vi = [error && `${error} lỗi`, warning && `${warning} cảnh báo`, info && `${info} lưu ý`]
  const en = [
    error && count(error, 'error', 'errors'),
    warning && count(warning, 'warning', 'warnings'),
    info && count(info, 'note', 'notes'),
  ]
  const joined = { vi: vi.filter(Boolean).join(', '), en: en.filter(Boolean).join(', ') }
  return joined.vi === '' ? { vi: 'không có vấn đề', en: 'no problem' } : joined
}

/** What was looked at: “133 thủ tục, 35 lĩnh vực, 12 cán bộ”. */
export function contentCounts(procedures: number, fields: number, officers: number): Text {
  return {
    vi: `${procedures} thủ tục, ${fields} lĩnh vực, ${officers} cán bộ`,
    en: [
      count(procedures, 'procedure', 'procedures'),
      count(fields, 'field', 'fields'),
      count(officers, 'officer', 'officers'),
    ].join(', '),
  }
}

export function rulesWaiting(number: number): Text {
  return {
    vi: `${number} quy tắc phải chờ đến khi mọi mục đều đọc được`,
    en: `${count(number, 'rule waits', 'rules wait')} until every record can be read`,
  }
}

export const explainHint: Text = {
  vi: 'Lý do và cách sửa: tthc explain <quy tắc>',
  en: 'Why, and what to write: tthc explain <rule>',
}

export const published: Text = { vi: 'Đã ghi', en: 'Wrote' }
