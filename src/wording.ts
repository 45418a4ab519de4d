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

/** “4 cảnh báo”, “4 warnings”. */
export function findingCount(severity: Severity, number: number): Text {
  const many = { error: 'errors', warning: 'warnings', info: 'notes' }[severity]
  const one = { error: 'error', warning: 'warning', info: 'note' }[severity]
  return { vi: `${number} ${severityNames[severity].vi}`, en: count(number, one, many) }
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

/** “2 chỗ được bỏ qua có lý do, 5 tồn đọng đã ghi nhận”; empty where nothing was kept back. */
export function notShown(kept: {
  readonly silenced: number
  readonly held: number
  readonly unchanged?: number
}): Text {
  const { silenced, held, unchanged = 0 } = kept
  const vi = [
    silenced && `${silenced} chỗ được bỏ qua có lý do`,
    held && `${held} tồn đọng đã ghi nhận`,
    unchanged && `${unchanged} vấn đề ngoài phần thay đổi`,
  ]
  const en = [
    silenced && `${silenced} silenced with a reason`,
    held && `${held} held by the baseline`,
    unchanged && `${unchanged} outside of the change`,
  ]
  return { vi: vi.filter(Boolean).join(', '), en: en.filter(Boolean).join(', ') }
}

export function fixesMade(fixes: number, files: number, dryRun: boolean): Text {
  if (fixes === 0) return { vi: 'Không có chỗ nào tự sửa được', en: 'There is nothing that can be mended by itself' }
  const en = `${count(fixes, 'place', 'places')} in ${count(files, 'file', 'files')}`
  if (dryRun)
    return { vi: `Sẽ sửa ${fixes} chỗ trong ${files} tệp; chưa ghi gì`, en: `Would mend ${en}; nothing was written` }
  return { vi: `Đã sửa ${fixes} chỗ trong ${files} tệp`, en: `Mended ${en}` }
}

export function baselineWritten(path: string, entries: number): Text {
  return {
    vi: `Đã ghi danh sách tồn đọng “${path}”: ${entries} mục`,
    en: `Wrote the baseline “${path}”: ${count(entries, 'entry', 'entries')}`,
  }
}

export function reportWritten(path: string): Text {
  return { vi: `Đã ghi kết quả vào “${path}”`, en: `Wrote the report “${path}”` }
}

/** What is wrong with a command line and commander cannot see. */
export const wrongUse = {
  needs: (option: string, other: string): Text => ({
    vi: `tùy chọn “${option}” chỉ dùng cùng với “${other}”`,
    en: `option “${option}” goes with “${other}” only`,
  }),
  notWith: (option: string, other: string): Text => ({
    vi: `tùy chọn “${option}” không dùng cùng với “${other}”`,
    en: `option “${option}” does not go with “${other}”`,
  }),
  oneOutput: {
    vi: 'chỉ một dạng kết quả được in ra màn hình; ghi các dạng khác vào tệp, ví dụ --format sarif=ket-qua.sarif',
    en: 'only one form of the report can go to standard output; write the others to files, as in --format sarif=report.sarif',
  },
  sameFile: (file: string): Text => ({
    vi: `hai dạng kết quả cùng ghi vào tệp “${file}”`,
    en: `two forms of the report go to the same file “${file}”`,
  }),
  reportOverCatalog: (file: string): Text => ({
    vi: `tệp kết quả “${file}” là tệp của danh mục; chọn tên khác để không mất dữ liệu`,
    en: `the report “${file}” would overwrite a file of the catalog; choose another name`,
  }),
  noHistory: (option: string): Text => ({
    vi: `“${option}” cần tệp hoặc thư mục trong kho git; đầu vào chuẩn không có phiên bản cũ để so`,
    en: `“${option}” needs files or folders in a git repository; standard input has no former state`,
  }),
  needsOne: (options: readonly string[]): Text => ({
    vi: `cần một trong các tùy chọn ${options.join(', ')}`,
    en: `one of the options ${options.join(', ')} is needed`,
  }),
  fixStandardInput: {
    vi: '--fix không sửa được đầu vào chuẩn; chỉ ra tệp hoặc thư mục',
    en: '--fix cannot mend standard input; name a file or folder',
  },
}

export const explainHint: Text = {
  vi: 'Lý do và cách sửa: tthc explain <quy tắc>',
  en: 'Why, and what to write: tthc explain <rule>',
}

export const published: Text = { vi: 'Đã ghi', en: 'Wrote' }

export function publishedFiles(files: number, folder: string): Text {
  return {
    vi: `Cả thảy ${files} tệp; mở ${folder}/index.html bằng trình duyệt để xem`,
    en: `${count(files, 'file', 'files')} in all; open ${folder}/index.html in a browser`,
  }
}
