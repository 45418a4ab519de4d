import { dayText } from '../catalog/day.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Absence, Catalog, Officer } from '../catalog/model.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const officerAbsentWithoutDeputy: Rule = {
  meta: {
    id: 'officer-absent-without-deputy',
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Cán bộ vắng mặt mà không có người làm thay', en: 'An officer is away and nobody stands in' },
    why: {
      vi: 'Người dân đến hoặc gọi điện trong những ngày đó mà không gặp được ai.',
      en: 'Citizens who come or call on those days find nobody.',
    },
    remedy: {
      vi: 'Ghi mã người làm thay ở khóa deputy, hoặc thêm người làm thay vào officers của lĩnh vực.',
      en: 'Write the id of a deputy under deputy, or add somebody to the officers of the field.',
    },
  },

  *check(catalog, { where, today }) {
    for (const officer of catalog.officers) {
      const duty = soleDuty(catalog, officer)
      if (duty === undefined) continue
      for (const absence of officer.absent ?? []) {
        // What is over harms nobody any more.
        if (absence.to < today || hasDeputy(absence, officer)) continue
        const [from, to] = [dayText(absence.from), dayText(absence.to)]
        yield {
          at: where(absence, absence.deputy === undefined ? 'from' : 'deputy'),
          message: {
            vi: `${excerpt(officer.name)} vắng mặt từ ${from.vi} đến ${to.vi} và không ai làm thay, cần người phụ trách ${duty.vi}`,
            en: `${excerpt(officer.name)} is away from ${from.en} to ${to.en} and nobody stands in, expected somebody for ${duty.en}`,
          },
        }
      }
    }
  },
}

/** Nobody deputises for himself. */
function hasDeputy({ deputy }: Absence, { id }: Officer): boolean {
  return deputy !== undefined && deputy !== id
}

/** What rests on this officer alone. */
function soleDuty({ fields, procedures }: Catalog, { id }: Officer): Text | undefined {
  const field = fields.find(({ officers }) => officers?.includes(id) && officers.every(other => other === id))
  if (field !== undefined) return { vi: `lĩnh vực “${excerpt(field.name)}”`, en: `the field “${excerpt(field.name)}”` }
  const procedure = procedures.find(({ officer }) => officer === id)
  if (procedure === undefined) return undefined
  return { vi: `thủ tục “${procedure.title}”`, en: `the procedure “${procedure.title}”` }
}
