import { minutes } from '../catalog/hours.js'
import type { Rule } from '../check/rule.js'

export const openingHoursReversed: Rule = {
  meta: {
    id: 'opening-hours-reversed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Giờ đóng cửa không sau giờ mở cửa', en: 'Opening hours end before they begin' },
    why: {
      vi: 'Người dân không biết buổi đó có tiếp nhận hay không, từ giờ nào.',
      en: 'Citizens cannot tell whether the counter is open then, and from when.',
    },
    remedy: {
      vi: 'Ghi from trước to, theo 24 giờ: 13:00 đến 17:00.',
      en: 'Write from before to, by the 24-hour clock: 13:00 to 17:00.',
    },
  },

  *check({ agency }, { where }) {
    for (const hours of agency?.openingHours ?? []) {
      if (minutes(hours.from) < minutes(hours.to)) continue
      yield {
        at: where(hours, 'to'),
        message: {
          vi: `Giờ tiếp nhận (${hours.days}) từ “${hours.from}” đến “${hours.to}”, cần giờ đóng cửa sau giờ mở cửa`,
          en: `The hours (${hours.days}) run from “${hours.from}” to “${hours.to}”, expected an end after the beginning`,
        },
      }
    }
  },
}
