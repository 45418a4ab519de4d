import { type Loaded, load } from '../../src/catalog/load.js'
import type { Finding, Severity } from '../../src/finding.js'
import type { CatalogReport, ReportStyle } from '../../src/reports/reporter.js'
import type { Source } from '../../src/source.js'

export const style: ReportStyle = { locale: 'vi', colour: false, quiet: false, today: '2026-11-23' }

export const catalogText = `catalog: 1
agency:
  name: Ủy ban nhân dân phường Hoa Mai
officers:
  - id: ho-tich-1
    name: Lê Thị Hoa
    phone: 0274 3000 012
  - {id: ho-tich-2, name: Phạm Văn Nam, phone: 0274 3000 013, internal: {phone: 0900 000 099}}
fields:
  - id: ho-tich
    name: Hộ tịch
    officers: [ho-tich-1]
procedures:
  - code: "1.001193"
    title: Đăng ký khai sinh
    field: ho-tich
  - code: "1.000894"
    title: Đăng ký kết hôn
    field: ho-tich
    officer: ho-tich-2
`

/** A finding at the first place where the file says `at`. */
export function finding(source: Source, at: string, more: Partial<Finding> = {}): Finding {
  const start = source.text.indexOf(at)
  if (start === -1) throw new Error(`the file does not say ${at}`)
  return {
    rule: 'phone-malformed',
    severity: 'error',
    at: { source, start, end: start + at.length },
    message: { vi: `Số “${at}” sai`, en: `“${at}” is wrong` },
    ...more,
  }
}

export async function reportOf(
  findingsOf: (source: Source) => readonly Finding[],
  { path = 'danh-muc/catalog.yaml', text = catalogText } = {},
): Promise<CatalogReport> {
  const source: Source = { path, text }
  const loaded: Loaded = await load('danh-muc', [source])
  const { procedures, fields, officers } = loaded.catalog
  return {
    path: 'danh-muc',
    procedures: procedures.length,
    fields: fields.length,
    officers: officers.length,
    findings: findingsOf(source),
    skipped: [],
    silenced: 0,
    held: 0,
    unchanged: 0,
    loaded,
  }
}

/** As many findings of a severity, all at the same place. */
export function many(source: Source, severity: Severity, count: number): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding(source, '0274 3000 012', { severity, message: { vi: `${severity} ${index}`, en: `${severity} ${index}` } }),
  )
}

/** Text that every format has to escape. */
export const hostile =
  '100% | `x` <b>&amp;</b> "\'] [a](http://x) @ai #1 *b* ::error::x\r\n::set-output name=a::b \u0007\u202E{{x}}'
