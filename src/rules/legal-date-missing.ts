import { isLegalNumber, parseLegalNumber } from '../catalog/legal.js'
import { writtenNumbers } from '../catalog/written-numbers.js'
import type { Rule } from '../check/rule.js'

export const legalDateMissing: Rule = {
  meta: {
    id: 'legal-date-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Văn bản không có năm trong số mà không ghi ngày ký',
      en: 'A document without a year in its number lacks its date',
    },
    why: {
      vi: 'Quyết định cá biệt đánh số lại từ đầu mỗi năm: chỉ “371/QĐ-UBND” thì có bao nhiêu năm là có bấy nhiêu văn bản, không ai biết là bản nào.',
      en: 'Such decisions are numbered anew each year: “371/QĐ-UBND” alone is as many documents as there were years.',
    },
    remedy: {
      vi: 'Ghi cả ngày ký: {number: 371/QĐ-UBND, date: 2022-03-01}.',
      en: 'Write the date with it: {number: 371/QĐ-UBND, date: 2022-03-01}.',
    },
    basis: [{ document: '30/2020/NĐ-CP', article: 'Phụ lục I' }],
  },

  *check(catalog, { where }) {
    for (const { text, document, name } of writtenNumbers(catalog)) {
      if (document === undefined || document.date !== undefined) continue
      const read = parseLegalNumber(text)
      const number = isLegalNumber(read) ? read : parseLegalNumber(read.repair ?? '')
      if (!isLegalNumber(number) || number.year !== undefined) continue
      yield {
        at: where(document, 'number'),
        message: {
          vi: `${name.vi} là “${text}”, số không có năm; cần thêm ngày ký ở khóa date`,
          en: `${name.en} is “${text}”, which tells no year; expected its date under the key date`,
        },
      }
    }
  },
}
