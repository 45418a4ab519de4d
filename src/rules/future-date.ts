import { dayText } from '../catalog/day.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Catalog, IsoDate } from '../catalog/model.js'
import type { Rule, RuleContext } from '../check/rule.js'
import type { Text } from '../locale.js'
import type { Location } from '../source.js'

export const futureDate: Rule = {
  meta: {
    id: 'future-date',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Ngày của việc đã làm lại ở tương lai',
      en: 'The day of something done lies in the future',
    },
    why: {
      vi: 'Thường là gõ nhầm năm hoặc đảo ngày với tháng; ngày kiểm tra ở tương lai còn làm cho số điện thoại cũ trông như vừa gọi thử.',
      en: 'Mostly a slip in the year, or day and month swapped; a check dated ahead makes a stale telephone number look fresh.',
    },
    remedy: {
      vi: 'Viết lại năm-tháng-ngày đúng như trên văn bản hoặc ngày đã kiểm tra.',
      en: 'Write year-month-day as on the document, or the day of the check.',
    },
  },

  *check(catalog, { where, today }) {
    const now = dayText(today)
    for (const { date, at, name } of pastDates(catalog, where)) {
      if (date <= today) continue
      const day = dayText(date)
      yield {
        at,
        message: {
          vi: `${name.vi} là “${day.vi}”, cần một ngày không sau hôm nay (${now.vi})`,
          en: `${name.en} is “${day.en}”, expected a day not after today (${now.en})`,
        },
      }
    }
  },
}

interface WrittenDate {
  readonly date: IsoDate
  readonly at: Location
  readonly name: Text
}

/** The dates of what has been done: signed, published, checked, agreed. */
function* pastDates(catalog: Catalog, where: RuleContext['where']): Iterable<WrittenDate> {
  const dated = function* <R extends object>(record: R | undefined, key: keyof R & string, name: Text) {
    const date = record?.[key]
    if (record !== undefined && typeof date === 'string') yield { date, at: where(record, key), name }
  }
  const { publication } = catalog
  yield* dated(publication, 'date', { vi: 'Ngày của danh mục', en: 'The date of the list' })
  yield* dated(publication?.decision, 'date', signed(publication?.decision?.number))
  for (const officer of catalog.officers) {
    const { name } = officer
    yield* dated(officer, 'checkedOn', {
      vi: `Ngày gọi kiểm tra số của ${excerpt(name)}`,
      en: `The day ${excerpt(name)} was last dialled`,
    })
    yield* dated(officer, 'mobileConsent', {
      vi: `Ngày đồng ý công khai số của ${excerpt(name)}`,
      en: `The day of consent of ${excerpt(name)}`,
    })
  }
  for (const procedure of catalog.procedures) {
    const { code, decision, iso, legalBases = [] } = procedure
    yield* dated(procedure, 'checkedOn', {
      vi: `Ngày đối chiếu thủ tục ${code}`,
      en: `The day procedure ${code} was last checked`,
    })
    yield* dated(decision, 'date', signed(decision?.number))
    yield* dated(iso, 'date', signed(iso?.process))
    for (const document of legalBases) yield* dated(document, 'date', signed(document.number))
  }
}

function signed(number = ''): Text {
  return { vi: `Ngày ký của ${number}`, en: `The date of ${number}` }
}
