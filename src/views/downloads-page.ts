import type { Locale, Text } from '../locale.js'
import { linkTo, pageAddresses } from './addresses.js'
import type { SiteContext } from './site-context.js'

/** What is known of the files that stand beside the pages, in the order of the page. */
const fileKinds: readonly { readonly match: RegExp; readonly name: Text; readonly note: Text }[] = [
  {
    match: /^danh-muc\.html$/,
    name: { vi: 'Cả danh mục trong một tệp', en: 'The whole list in one file' },
    note: {
      vi: 'Mở bằng trình duyệt, không cần mạng; chép vào USB hoặc gửi qua tin nhắn.',
      en: 'Opens in a browser without a network; for a memory stick or a message.',
    },
  },
  {
    match: /\.xlsx$/,
    name: { vi: 'Bảng tính Excel', en: 'Excel workbook' },
    note: {
      vi: 'Danh mục, cán bộ và lĩnh vực, mỗi trang tính một bảng.',
      en: 'The list, the officers and the fields.',
    },
  },
  {
    match: /\.csv$/,
    name: { vi: 'Bảng CSV', en: 'CSV sheet' },
    note: { vi: 'Mở được bằng Excel và các phần mềm khác.', en: 'Opens in Excel and in other programs.' },
  },
  {
    match: /(?<!\.schema)\.json$/,
    name: { vi: 'Dữ liệu JSON', en: 'JSON data' },
    note: { vi: 'Dành cho lập trình viên.', en: 'For developers.' },
  },
  {
    match: /\.schema\.json$/,
    name: { vi: 'Mô tả dữ liệu JSON', en: 'JSON Schema' },
    note: { vi: 'Dành cho lập trình viên.', en: 'For developers.' },
  },
  {
    match: /\.jsonld$/,
    name: { vi: 'Dữ liệu liên kết JSON-LD (CPSV-AP)', en: 'Linked data, JSON-LD (CPSV-AP)' },
    note: { vi: 'Dành cho cổng dữ liệu.', en: 'For data portals.' },
  },
  {
    match: /\.ttl$/,
    name: { vi: 'Dữ liệu liên kết Turtle (CPSV-AP)', en: 'Linked data, Turtle (CPSV-AP)' },
    note: { vi: 'Dành cho cổng dữ liệu.', en: 'For data portals.' },
  },
  {
    match: /\.(?:pdf|html)$/,
    name: { vi: 'Bảng niêm yết, bản in', en: 'Board for printing' },
    note: { vi: 'In và dán tại bộ phận một cửa.', en: 'To print and put up at the one-stop section.' },
  },
]

/** What `downloads.hbs` receives. */
export function downloadsPage({ options, say, words }: SiteContext) {
  const from = pageAddresses.downloads
  const files = fileKinds.flatMap(({ match, name, note }, index) =>
    options.files
      .filter(({ path }) => fileKinds.findIndex(kind => kind.match.test(path)) === index)
      .map(({ path, bytes }) => ({
        name: say(name),
        note: say(note),
        file: path,
        href: linkTo(from, path),
        size: size(bytes, options.locale),
        match,
      })),
  )
  return { title: words.downloads, files: files.map(({ match, ...file }) => file) }
}

function size(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} byte`
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} KB`
  const mb = (bytes / 1e6).toFixed(1)
  return `${locale === 'vi' ? mb.replace('.', ',') : mb} MB`
}
