import { parseDuration } from '../catalog/duration.js'
import { writtenTimes } from '../catalog/written-times.js'
import type { Rule } from '../check/rule.js'

export const processingTimeUnitMissing: Rule = {
  meta: {
    id: 'processing-time-unit-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thời hạn chỉ có con số, thiếu đơn vị',
      en: 'A time is a number without a unit',
    },
    why: {
      vi: '“5” có thể là 5 ngày, 5 ngày làm việc hay 5 giờ; người dân đến lấy kết quả sai ngày.',
      en: '“5” may be days, working days or hours; citizens come for the result on the wrong day.',
    },
    remedy: {
      vi: 'Xem lại quyết định công bố rồi viết đủ đơn vị: “5 ngày làm việc” hoặc “5 ngày”. Hai cách tính khác nhau, không đoán.',
      en: 'Look it up in the decision and write the unit: “5 ngày làm việc” or “5 ngày”. The two differ; do not guess.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm đ' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      for (const { text, at, name } of writtenTimes(procedure, where)) {
        const read = parseDuration(text)
        if (read.kind !== 'unit-missing') continue
        yield {
          at,
          message: {
            vi: `${name.vi} là “${text}”, thiếu đơn vị: cần “${read.amount} ngày làm việc”, “${read.amount} ngày” hoặc “${read.amount} giờ”`,
            en: `${name.en} is “${text}”, without a unit: expected “${read.amount} ngày làm việc”, “${read.amount} ngày” or “${read.amount} giờ”`,
          },
        }
      }
    }
  },
}
