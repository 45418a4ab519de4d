import { dayNames, overlaps } from '../catalog/hours.js'
import type { OpeningHours } from '../catalog/model.js'
import type { Rule } from '../check/rule.js'

export const openingHoursOverlap: Rule = {
  meta: {
    id: 'opening-hours-overlap',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Giờ tiếp nhận chồng lên nhau', en: 'Opening hours overlap' },
    why: {
      vi: 'Trang in hai giờ khác nhau cho cùng một buổi; người dân đến vào giờ đã đóng cửa.',
      en: 'The page prints two different hours for one day part, and citizens come when the counter is closed.',
    },
    remedy: {
      vi: 'Mỗi buổi của một ngày ghi một lần, các buổi không trùng giờ.',
      en: 'Write each reception of a day once, with hours that do not meet.',
    },
  },

  *check({ agency }, { where }) {
    for (const { day, first, second } of overlaps(agency?.openingHours ?? [])) {
      yield {
        at: where(second),
        message: {
          vi: `Giờ tiếp nhận “${written(second)}” trùng với “${written(first)}” vào ${dayNames[day].vi}`,
          en: `The hours “${written(second)}” overlap “${written(first)}” on ${dayNames[day].en}`,
        },
        related: [
          {
            at: where(first),
            message: { vi: 'Trùng với mục này', en: 'They overlap this entry' },
          },
        ],
      }
    }
  },
}

function written({ days, from, to }: OpeningHours): string {
  return `${days} ${from}–${to}`
}
