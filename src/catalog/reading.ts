import type { Finding, RuleMeta } from '../finding.js'
import type { Text } from '../locale.js'
import type { Location } from '../source.js'

/** What reading itself may object to, before any rule has a catalog to look at. Explained like rules. */
export const readingRules = {
  'yaml-syntax': {
    id: 'yaml-syntax',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Tệp YAML viết sai cú pháp', en: 'A file is no valid YAML' },
    why: {
      vi: 'Không đọc được tệp thì mọi thủ tục trong tệp không được kiểm tra và không được công khai.',
      en: 'None of the procedures in the file can be checked or published.',
    },
    remedy: {
      vi: 'Sửa đúng dòng được chỉ ra; thường là lệch dấu cách đầu dòng, thiếu dấu nháy đóng, hoặc có dấu hai chấm trong câu chưa đặt trong nháy kép.',
      en: 'Mend the line that is pointed at; mostly the indentation, a missing quote, or a colon inside a text without quotes.',
    },
  },
  'yaml-unsupported': {
    id: 'yaml-unsupported',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tệp dùng cách viết YAML mà danh mục không dùng',
      en: 'A file uses YAML that a catalog has no use for',
    },
    why: {
      vi: 'Nhãn kiểu, khóa gộp, khóa lặp và nhiều phần trong một tệp thì mỗi phần mềm hiểu một khác, nên bản công khai có thể khác bản đã duyệt.',
      en: 'Programs differ on tags, merge keys, repeated keys and several documents in a file, so what is published may differ from what was approved.',
    },
    remedy: {
      vi: 'Viết đủ từng khóa và giá trị, mỗi khóa một lần, mỗi tệp một phần.',
      en: 'Write every key and value out, each key once, one document a file.',
    },
  },
  'alias-abuse': {
    id: 'alias-abuse',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Dấu “*” lặp lại làm danh mục phình quá lớn', en: 'Aliases blow the catalog up' },
    why: {
      vi: 'Vài dòng dùng dấu “*” lồng nhau có thể thành hàng tỷ mục và làm treo máy người kiểm tra.',
      en: 'A few lines of nested aliases can become billions of records and hang the machine of whoever checks them.',
    },
    remedy: { vi: 'Viết thẳng nội dung thay cho dấu “*”.', en: 'Write the content in place of the aliases.' },
  },
  'text-encoding': {
    id: 'text-encoding',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Tệp không ghi bằng bảng mã UTF-8', en: 'A file is not encoded in UTF-8' },
    why: {
      vi: 'Chữ tiếng Việt sẽ hiện thành ký tự lạ trên trang công khai và bảng niêm yết.',
      en: 'Vietnamese letters turn into strange signs on the page and on the board.',
    },
    remedy: {
      vi: 'Mở tệp trong trình soạn thảo, chọn Lưu dưới dạng (Save as) với bảng mã UTF-8.',
      en: 'Open the file in an editor and save it as UTF-8.',
    },
  },
  'file-too-large': {
    id: 'file-too-large',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Tệp quá lớn', en: 'A file is too large' },
    why: {
      vi: 'Danh mục của một phường chỉ vài trăm KB; tệp lớn hơn nhiều thường là tệp khác lẫn vào và không ai rà soát được.',
      en: 'The catalog of a ward takes some hundred KB; a far larger file is another file by mistake, and nobody can review it.',
    },
    remedy: { vi: 'Chia danh mục thành mỗi lĩnh vực một tệp.', en: 'Split the catalog into one file per field.' },
  },
  'catalog-shape': {
    id: 'catalog-shape',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Một mục của danh mục không đúng khuôn', en: 'A record of the catalog has the wrong shape' },
    why: {
      vi: 'Mục thiếu khóa hoặc sai kiểu thì không được kiểm tra tiếp và không thể công khai.',
      en: 'A record that lacks a key, or holds the wrong kind of value, cannot be checked further nor published.',
    },
    remedy: {
      vi: 'Viết theo mẫu của khóa đó; lệnh tthc schema in mọi khóa, kiểu và giá trị được nhận.',
      en: 'Write what the key asks for; tthc schema prints every key, its type and its values.',
    },
  },
  'unknown-key': {
    id: 'unknown-key',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Khóa không có trong định dạng', en: 'A key is unknown to the format' },
    why: {
      vi: 'Khóa gõ nhầm bị bỏ qua thì thông tin mất mà không ai biết.',
      en: 'If a mistyped key were passed over, what it says would be lost and nobody would know.',
    },
    remedy: {
      vi: 'Sửa tên khóa theo gợi ý, hoặc xóa khóa.',
      en: 'Correct the name of the key as suggested, or delete it.',
    },
  },
  'theme-contrast-low': {
    id: 'theme-contrast-low',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Màu của trang web khó đọc', en: 'A colour of the site cannot be read well' },
    why: {
      vi: 'Người mắt kém, người dùng điện thoại ngoài nắng không đọc được liên kết và nút bấm.',
      en: 'People with weak eyes, or a telephone in the sun, cannot read links and buttons.',
    },
    remedy: {
      vi: 'Chọn màu đậm hơn cho nền sáng, nhạt hơn cho nền tối: độ tương phản phải từ 4,5 trở lên (WCAG 2.2, tiêu chí 1.4.3).',
      en: 'Take a darker colour for light pages, a lighter one for dark pages: the contrast must be 4.5 or more (WCAG 2.2, criterion 1.4.3).',
    },
  },
} as const satisfies Record<string, RuleMeta>

export type ReadingRule = keyof typeof readingRules

export function finding(rule: ReadingRule, at: Location, message: Text): Finding {
  return { rule, severity: readingRules[rule].severity, at, message }
}
