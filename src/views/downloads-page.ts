import type { Locale, Text } from '../locale.js'
import { linkTo, pageAddresses } from './addresses.js'
import type { SiteContext } from './site-context.js'

interface FileKind {
  readonly match: RegExp
  readonly name: Text
  readonly note: Text
}

/** What is known of the files that stand beside the pages, in the order of the page. */
const fileKinds: readonly FileKind[] = [
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
  ...boards([
    ['bang-lon', { vi: 'Bảng lớn', en: 'Wall board' }],
    ['linh-vuc', { vi: 'Bảng theo lĩnh vực', en: 'A sheet for each field' }],
    ['thu-tuc', { vi: 'Tờ hướng dẫn từng thủ tục', en: 'A sheet for each procedure' }],
    ['can-bo', { vi: 'Bảng cán bộ phụ trách', en: 'Officers in charge' }],
    ['the-quay', { vi: 'Thẻ quầy', en: 'Counter cards' }],
    ['phan-anh', { vi: 'Bảng phản ánh, kiến nghị', en: 'Feedback and petitions' }],
    ['danh-sach', { vi: 'Danh sách thủ tục', en: 'List of procedures' }],
  ]),
  {
    match: /\.(?:pdf|html)$/,
    name: { vi: 'Bảng niêm yết, bản in', en: 'Board for printing' },
    note: { vi: 'In và dán tại bộ phận một cửa.', en: 'To print and put up at the one-stop section.' },
  },
]

function boards(kinds: readonly (readonly [string, Text])[]): FileKind[] {
  return kinds.map(([file, { vi, en }]) => ({
    match: new RegExp(`^bang/${file}\\.`),
    name: { vi: `${vi}, bản in`, en: `${en}, for printing` },
    note: { vi: 'In và đặt tại bộ phận một cửa.', en: 'To print and put up at the one-stop section.' },
  }))
}

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
