import { isZero, leastCalendarDays, readDuration } from '../catalog/duration.js'
import { writtenTimes } from '../catalog/written-times.js'
import type { Rule } from '../check/rule.js'

export const processingTimeImplausible: Rule = {
  meta: {
    id: 'processing-time-implausible',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thời hạn khó có thật: bằng 0 hoặc hơn một năm',
      en: 'A time is hardly true: nothing, or more than a year',
    },
    why: {
      vi: 'Thường là gõ nhầm số hoặc ô trống xuất thành 0; người dân đọc “0 ngày” thì đến lấy ngay, đọc “500 ngày” thì bỏ cuộc.',
      en: 'Mostly a slip, or an empty cell exported as 0; who reads “0 days” comes at once, who reads “500 days” gives up.',
    },
    remedy: {
      vi: 'Đối chiếu với quyết định công bố. Giải quyết ngay thì viết “ngay” hoặc “trong ngày”, không viết “0 ngày”.',
      en: 'Compare with the decision. For what is done at once write “ngay” or “trong ngày”, not “0 ngày”.',
    },
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      for (const { text, at, name } of writtenTimes(procedure, where)) {
        const duration = readDuration(text)
        if (duration === undefined) continue
        if (isZero(duration)) {
          yield {
            at,
            message: {
              vi: `${name.vi} là “${text}”, cần “ngay” hoặc “trong ngày”, hay con số đúng`,
              en: `${name.en} is “${text}”, expected “ngay” or “trong ngày”, or the right number`,
            },
          }
        } else if (leastCalendarDays(duration) > 366) {
          yield {
            at,
            message: {
              vi: `${name.vi} là “${text}”, dài hơn một năm, cần xem lại con số và đơn vị`,
              en: `${name.en} is “${text}”, more than a year, expected another number or unit`,
            },
          }
        }
      }
    }
  },
}
