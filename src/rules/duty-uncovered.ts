import { addDays, isReceptionDay } from '../catalog/calendar.js'
import { dayText } from '../catalog/day.js'
import { isCovered } from '../catalog/duties.js'
import { excerpt } from '../catalog/excerpt.js'
import type { IsoDate } from '../catalog/model.js'
import { meantId } from '../catalog/reference.js'
import type { Rule } from '../check/rule.js'
import type { RuleOption } from '../finding.js'

const ahead: RuleOption<number> = {
  name: 'days',
  title: { vi: 'Số ngày xem trước', en: 'Days ahead' },
  description: {
    vi: 'Xem trước ngần này ngày, tính cả hôm nay.',
    en: 'So many days are looked at, today included.',
  },
  default: 14,
}

/** Whatever a configuration asks for: a year is enough. */
const longest = 366

export const dutyUncovered: Rule = {
  meta: {
    id: 'duty-uncovered',
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Có ngày tiếp nhận mà lĩnh vực không có ai trực',
      en: 'Nobody is there for a field on a day of reception',
    },
    why: {
      vi: 'Người dân đến nộp hồ sơ hoặc gọi điện trong ngày đó mà không gặp được ai.',
      en: 'Citizens who come or call on that day find nobody.',
    },
    remedy: {
      vi: 'Ghi người làm thay đang có mặt ở khóa deputy, hoặc thêm cán bộ vào officers của lĩnh vực. Ngày tiếp nhận lấy từ openingHours của cơ quan, trừ ngày nghỉ lễ, Tết.',
      en: 'Name a deputy who is there under deputy, or add an officer to the field. Days of reception are those of the agency’s openingHours without public holidays.',
    },
    basis: [{ document: '118/2025/NĐ-CP' }],
    options: [ahead],
  },

  *check({ agency, fields, officers }, { where, today, option }) {
    // Most catalogs know no absences: then everybody is there.
    if (!officers.some(({ absent = [] }) => absent.length > 0)) return
    const known = new Map(officers.map(officer => [officer.id, officer]))
    const days = receptionDays(today, option(ahead), date => isReceptionDay(date, agency?.openingHours))
    for (const field of fields) {
      const ids = new Set(field.officers?.map(id => meantId(id, officers)))
      // Fields without officers, and officers nobody knows, have rules of their own.
      if (ids.size === 0 || [...ids].some(id => !known.has(id))) continue
      const [first, ...more] = days.filter(day => !isCovered(ids, known, day))
      if (first === undefined) continue
      const day = dayText(first)
      const others = {
        vi: more.length === 0 ? '' : ` và ${more.length} ngày nữa`,
        en: more.length === 0 ? '' : ` and ${more.length} more ${more.length === 1 ? 'day' : 'days'}`,
      }
      const names = Array.from(ids, id => known.get(id)?.name ?? id).join(', ')
      yield {
        at: where(field, 'officers'),
        message: {
          vi: `Ngày ${day.vi}${others.vi} lĩnh vực “${excerpt(field.name)}” không có ai trực: ${names} vắng mặt, cần người làm thay có mặt`,
          en: `On ${day.en}${others.en} the field “${excerpt(field.name)}” has nobody: ${names} away, expected a deputy who is there`,
        },
      }
    }
  },
}

function receptionDays(today: IsoDate, count: number, isOpen: (date: IsoDate) => boolean): readonly IsoDate[] {
  return Array.from({ length: Math.min(count, longest) }, (_, offset) => addDays(today, offset)).filter(isOpen)
}
