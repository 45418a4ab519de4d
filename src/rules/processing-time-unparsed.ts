import { parseDuration, type UnparsedReason } from '../catalog/duration.js'
import { writtenTimes } from '../catalog/written-times.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

const expectations: Readonly<Record<UnparsedReason, Text>> = {
  empty: { vi: 'cần một thời hạn như “5 ngày làm việc”', en: 'expected a time such as “5 ngày làm việc”' },
  'no-information': {
    vi: 'cần thời hạn theo quyết định công bố, hoặc “không quy định”',
    en: 'expected the time that the decision names, or “không quy định”',
  },
  several: {
    vi: 'cần mỗi trường hợp một mục time kèm channel hoặc when',
    en: 'expected one time for each case, with channel or when',
  },
  'ambiguous-number': {
    vi: 'con số đọc được hai cách; cần số nguyên, “2,5” hoặc “1/2”',
    en: 'the number can be read in two ways; expected a whole number, “2,5” or “1/2”',
  },
  'too-long': {
    vi: 'quá dài; cần một thời hạn ngắn gọn, phần giải thích ghi ở when',
    en: 'which is too long; expected a short time, with the explanation under when',
  },
  unknown: {
    vi: 'cần số và đơn vị, như “5 ngày làm việc”, “8 giờ”, hoặc “ngay”, “trong ngày”',
    en: 'expected a number and a unit, as in “5 ngày làm việc”, “8 giờ”, or “ngay”, “trong ngày”',
  },
}

export const processingTimeUnparsed: Rule = {
  meta: {
    id: 'processing-time-unparsed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Không hiểu được thời hạn',
      en: 'A time cannot be understood',
    },
    why: {
      vi: 'Thời hạn viết tự do thì không tính được ngày hẹn trả, không lọc, không so sánh với luật, và mỗi người đọc hiểu một cách.',
      en: 'From free text no date of return can be reckoned; it can be neither filtered nor held against the law, and everybody reads it differently.',
    },
    remedy: {
      vi: 'Viết “N ngày làm việc”, “N ngày”, “N giờ”, “N tháng”, “ngay” hoặc “trong ngày”. Nhiều trường hợp thì viết thành danh sách: time, kèm channel hoặc when.',
      en: 'Write “N ngày làm việc”, “N ngày”, “N giờ”, “N tháng”, “ngay” or “trong ngày”. Where cases differ, write a list: time, with channel or when.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm đ' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      for (const { text, at, name } of writtenTimes(procedure, where)) {
        const read = parseDuration(text)
        if (read.kind !== 'unparsed') continue
        const expected = expectations[read.reason]
        const quoted = text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text
        yield {
          at,
          message: { vi: `${name.vi} là “${quoted}”, ${expected.vi}`, en: `${name.en} is “${quoted}”, ${expected.en}` },
        }
      }
    }
  },
}
