import { daysBetween, dayText } from '../catalog/day.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'
import type { RuleOption } from '../finding.js'

/** Also what `stats` counts by. */
export const contactDays: RuleOption<number> = {
  name: 'days',
  title: { vi: 'Số ngày', en: 'Days' },
  description: {
    vi: 'Liên hệ phải được kiểm tra lại trong ngần này ngày.',
    en: 'A contact has to be checked again within so many days.',
  },
  // Half a year: officers of wards change posts about as often.
  default: 180,
}

export const contactUnchecked: Rule = {
  meta: {
    id: 'contact-unchecked',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Liên hệ của cán bộ lâu chưa được kiểm tra', en: 'An officer’s contact has not been checked lately' },
    why: {
      vi: 'Cán bộ chuyển việc, máy bàn đổi chỗ; số chưa ai gọi thử thường không còn đúng người.',
      en: 'Officers change posts and telephones change rooms; a number nobody has dialled often reaches the wrong person.',
    },
    remedy: {
      vi: `Gọi thử số, rồi ghi ngày gọi ở khóa checkedOn; kiểm tra lại ít nhất ${contactDays.default} ngày một lần.`,
      en: `Dial the number and record the day under checkedOn; check again at least every ${contactDays.default} days.`,
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 17' },
      { document: '13/2023/NĐ-CP', article: 'Điều 3' },
    ],
    options: [contactDays],
  },

  *check({ officers }, { where, today, option }) {
    const maximumAge = option(contactDays)
    for (const officer of officers) {
      const { name, phone, email, checkedOn } = officer
      if (phone === undefined && email === undefined) continue
      if (checkedOn === undefined) {
        yield {
          at: where(officer, 'name'),
          message: {
            vi: `Liên hệ của ${excerpt(name)} chưa ghi ngày kiểm tra, cần khóa checkedOn`,
            en: `The contact of ${excerpt(name)} has no day of checking, expected the key checkedOn`,
          },
        }
        continue
      }
      const age = daysBetween(checkedOn, today)
      if (age <= maximumAge) continue
      const day = dayText(checkedOn)
      yield {
        at: where(officer, 'checkedOn'),
        message: {
          vi: `Liên hệ của ${excerpt(name)} kiểm tra lần cuối ngày “${day.vi}”, đã ${age} ngày, cần không quá ${maximumAge} ngày`,
          en: `The contact of ${excerpt(name)} was last checked on “${day.en}”, ${age} days ago, expected at most ${maximumAge} days`,
        },
      }
    }
  },
}
