import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it, vi } from 'vitest'
import { findingsPage } from '../../src/renderers/findings-page.js'
import type { CatalogReport } from '../../src/reports/reporter.js'
import { findingsView } from '../../src/views/findings.js'
import { finding, hostile, many, reportOf, style } from '../reports/made-up.js'

// html-validate takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const english = { ...style, locale: 'en' } as const

async function someFindings(message = 'Số sai'): Promise<CatalogReport> {
  return reportOf(source => [
    finding(source, '0274 3000 012', {
      message: { vi: message, en: message },
      related: [{ at: { source, start: 0, end: 7 }, message: { vi: message, en: message } }],
      fix: { title: { vi: message, en: message }, edits: [] },
    }),
    finding(source, '0274 3000 013', { rule: 'phone-obsolete-area-code' }),
    finding(source, '"1.000894"', { rule: 'procedure-code-unknown', severity: 'info' }),
    finding(source, 'Đăng ký khai sinh', { rule: 'text-all-caps', severity: 'warning' }),
    finding(source, 'Ủy ban nhân dân phường Hoa Mai', { rule: 'agency-feedback-missing', severity: 'warning' }),
  ])
}

/** The page without its style sheet, whose text is ours. */
function markup(html: string): string {
  return html.replace(/(<style>).*?(<\/style>)/s, '$1$2').replace(/sha256-[\w+/=]+|sha256-[^']*/g, 'sha256-')
}

function tags(html: string): string[] {
  return markup(html).match(/<\/?[a-z][^\s>]*/gi) ?? []
}

describe('the page', () => {
  it.each([
    ['findings', () => someFindings()],
    ['text full of markup', () => someFindings(hostile)],
    ['nothing found', () => reportOf(() => [])],
    ['many findings', () => reportOf(source => many(source, 'warning', 30))],
  ])('is valid with %s, in both languages', async (_, made) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      // Numbers are quoted as the catalog writes them.
      rules: { 'tel-non-breaking': 'off' },
    })
    for (const language of [style, english]) {
      const { results } = await validator.validateString(await findingsPage([await made()], language))
      expect(results.flatMap(({ messages }) => messages)).toEqual([])
    }
  })

  it('says each thing of a finding, in the language of the reader', async () => {
    const html = await findingsPage([await someFindings()], style)
    for (const text of [
      'lang="vi"',
      'Số điện thoại viết sai',
      'Người dân gọi đúng theo số in trên bảng niêm yết; số sai thì không gặp được ai.',
      'Cách sửa',
      'Vì sao cần sửa',
      '<mark>0274 3000 012</mark>',
      'danh-muc/catalog.yaml, dòng 7',
      'tthc check --fix sửa được chỗ này',
    ]) {
      expect(html).toContain(text)
    }
    const other = await findingsPage([await someFindings()], english)
    expect(other).toContain('lang="en"')
    expect(other).toContain('Why it matters')
    expect(markup(other).replace(/<(?:p|mark|span|code|strong)[^>]*>[^<]*/g, '')).not.toMatch(/Cách sửa|Vì sao/)
  })

  it('shows every finding in each of the three orders, under its field and its officer', async () => {
    const { orders } = await findingsView([await someFindings()], style)
    expect(orders.map(({ id }) => id)).toEqual(['by-file', 'by-field', 'by-officer'])
    for (const { groups } of orders) {
      const count = groups.flatMap(({ rules }) => rules.flatMap(({ findings }) => findings)).length
      expect(count).toBe(5)
    }
    const titles = orders.map(({ groups }) => groups.map(({ title, counts }) => `${title}: ${counts}`))
    expect(titles).toEqual([
      ['danh-muc/catalog.yaml: 2 lỗi, 2 cảnh báo, 1 lưu ý'],
      // The second officer is in charge of no field of his own, but of one procedure of it.
      ['Hộ tịch: 1 lỗi, 1 cảnh báo, 1 lưu ý', 'Chung cho cả danh mục: 1 lỗi, 1 cảnh báo'],
      ['Lê Thị Hoa: 1 lỗi, 1 cảnh báo', 'Phạm Văn Nam: 1 lỗi, 1 lưu ý', 'Chưa rõ cán bộ phụ trách: 1 cảnh báo'],
    ])
  })

  it('puts the gravest rules of a group first', async () => {
    const { orders } = await findingsView([await someFindings()], style)
    expect(orders[0]?.groups[0]?.rules.map(({ severity }) => severity)).toEqual([
      'error',
      'error',
      'warning',
      'warning',
      'info',
    ])
  })

  it('says what it comes to', async () => {
    const verdict = async (report: CatalogReport) => (await findingsView([report], style)).verdict
    expect(await verdict(await someFindings())).toEqual({
      severity: 'error',
      text: '2 lỗi: phải sửa hết lỗi trước khi công khai danh mục.',
    })
    expect((await verdict(await reportOf(() => []))).severity).toBe('fine')
  })

  it('shows errors only where nothing else is wanted', async () => {
    const html = await findingsPage([await someFindings()], { ...style, quiet: true })
    expect(html).toContain('phone-malformed')
    expect(html).not.toContain('text-all-caps')
  })

  it('never takes text of a catalog for markup', async () => {
    const harmless = await findingsPage([await someFindings('x')], style)
    const html = await findingsPage([await someFindings(hostile)], style)
    expect(tags(html)).toEqual(tags(harmless))
    expect(html).toContain('{{x}}')
  })

  it('keeps what is internal, though the line with the fault holds it', async () => {
    const html = await findingsPage([await someFindings()], style)
    expect(html).toContain('<mark>0274 3000 013</mark>')
    expect(html).not.toContain('0900 000 099')
  })

  it('lets nothing but its own style sheet in, and runs no script', async () => {
    const html = await findingsPage([await someFindings()], style)
    const css = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(css).digest('base64')
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
    expect(policy?.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=').split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      'font-src data:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(html).not.toMatch(/<script|(?:src="|url\(|@import)(?!data:)/)
  })

  it('is the same bytes again', async () => {
    expect(await findingsPage([await someFindings()], style)).toBe(await findingsPage([await someFindings()], style))
  })
})
