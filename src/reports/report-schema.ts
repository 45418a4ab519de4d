import { severities } from '../finding.js'
import type { Locale, Text } from '../locale.js'
import { reportVersion } from './json.js'

type JsonSchema = { readonly [name: string]: unknown }

/** The JSON Schema 2020-12 of what `tthc check --format json` prints. */
export function reportSchema(locale: Locale): JsonSchema {
  const say = (vi: string, en: string) => ({ description: ({ vi, en } satisfies Text)[locale] })
  const number = { type: 'integer', minimum: 0 }
  const known = (name: string) => ({ $ref: `#/$defs/${name}` })
  const place = {
    path: {
      type: 'string',
      ...say(
        'Tệp, tính từ thư mục đang đứng, dấu gạch chéo xuôi; “-” là đầu vào chuẩn',
        'The file, from the working folder, with forward slashes; “-” is standard input',
      ),
    },
    start: { ...known('position'), ...say('Nơi bắt đầu', 'Where it begins') },
    end: { ...known('position'), ...say('Ngay sau chỗ cuối cùng', 'Just behind its end') },
    cell: { type: 'string', ...say('Ô của bảng tính, nếu là bảng tính', 'The cell, where the source is a sheet') },
  }
  const placeKeys = ['path', 'start', 'end']
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: { vi: 'Kết quả của tthc check --format json', en: 'The report of tthc check --format json' }[locale],
    ...record({
      version: {
        const: reportVersion,
        ...say(
          'Phiên bản; tăng khi một khóa đổi nghĩa hoặc bị bỏ. Khóa mới có thể thêm vào mà không tăng',
          'Version; raised when a key changes its meaning or goes away. New keys may come without that',
        ),
      },
      date: { type: 'string', format: 'date', ...say('Ngày lấy làm hôm nay', 'The day that was taken for today') },
      catalogs: { type: 'array', items: known('catalog'), ...say('Mỗi danh mục một mục', 'One entry a catalog') },
    }),
    $defs: {
      catalog: record({
        path: place.path,
        procedures: { ...number, ...say('Số thủ tục đọc được', 'Procedures that could be read') },
        fields: { ...number, ...say('Số lĩnh vực', 'Fields') },
        officers: { ...number, ...say('Số cán bộ', 'Officers') },
        summary: {
          ...record(Object.fromEntries(severities.map(severity => [severity, number]))),
          ...say(
            'Số vấn đề theo mức, kể cả khi --quiet không liệt kê',
            'Findings by severity, also where --quiet hides them',
          ),
        },
        findings: {
          type: 'array',
          items: known('finding'),
          ...say('Theo thứ tự trong tệp', 'In the order of reading'),
        },
        silenced: { ...number, ...say('Số chỗ bỏ qua có lý do', 'Findings that comments silence') },
        held: { ...number, ...say('Số tồn đọng đã ghi nhận', 'Findings that the baseline holds') },
        unchanged: {
          ...number,
          ...say(
            'Số vấn đề không liên quan đến thay đổi (--since, --changed-files)',
            'Findings that the change has nothing to do with (--since, --changed-files)',
          ),
        },
        skippedRules: {
          type: 'array',
          items: { type: 'string' },
          ...say('Quy tắc chưa chạy vì có mục không đọc được', 'Rules that waited because a record could not be read'),
        },
      }),
      finding: record(
        {
          rule: {
            type: 'string',
            ...say('Tên quy tắc; tthc explain giải thích', 'The rule; tthc explain tells of it'),
          },
          severity: { enum: severities },
          ...place,
          record: {
            type: 'string',
            ...say('Mục chứa chỗ này, ví dụ procedures/1.001193', 'The record it lies in, such as procedures/1.001193'),
          },
          fingerprint: {
            type: 'string',
            pattern: '^[0-9a-f]{40}$',
            ...say('Không đổi khi dòng bị dời chỗ', 'Stays the same when lines move'),
          },
          message: known('text'),
          related: { type: 'array', items: record({ ...place, message: known('text') }, [...placeKeys, 'message']) },
          fix: {
            ...record({
              title: known('text'),
              edits: { type: 'array', items: record({ ...place, text: { type: 'string' } }, [...placeKeys, 'text']) },
            }),
            ...say('Cách sửa chắc chắn đúng', 'A repair that cannot be wrong'),
          },
        },
        ['rule', 'severity', ...placeKeys, 'fingerprint', 'message'],
      ),
      position: record({
        line: { type: 'integer', minimum: 1, ...say('Dòng, từ 1', 'Line, from 1') },
        column: { type: 'integer', minimum: 1, ...say('Cột, từ 1, theo UTF-16', 'Column, from 1, in UTF-16 units') },
        offset: { ...number, ...say('Vị trí trong tệp, từ 0', 'Place in the file, from 0') },
      }),
      text: {
        ...record({ vi: { type: 'string' }, en: { type: 'string' } }),
        ...say('Câu bằng hai ngôn ngữ', 'A sentence in both languages'),
      },
    },
  }
}

function record(properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema {
  // Open, as new keys may come.
  return { type: 'object', properties, required }
}
