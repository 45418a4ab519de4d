import { dayText } from '../catalog/day.js'
import { isCovered } from '../catalog/duties.js'
import { meantId } from '../catalog/reference.js'
import type { Rule } from '../check/rule.js'

export const dutyUncovered: Rule = {
  meta: {
    id: 'duty-uncovered',
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Hôm nay lĩnh vực không có ai trực', en: 'Nobody is there for a field today' },
    why: {
      vi: 'Người dân đến nộp hồ sơ hoặc gọi điện hôm nay mà không gặp được ai.',
      en: 'Citizens who come or call today find nobody.',
    },
    remedy: {
      vi: 'Ghi người làm thay đang có mặt ở khóa deputy, hoặc thêm cán bộ vào officers của lĩnh vực.',
      en: 'Name a deputy who is there under deputy, or add an officer to the field.',
    },
  },

  *check({ fields, officers }, { where, today }) {
    const known = new Map(officers.map(officer => [officer.id, officer]))
    for (const field of fields) {
      const ids = new Set(field.officers?.map(id => meantId(id, officers)))
      // Fields without officers, and officers nobody knows, have rules of their own.
      if (ids.size === 0 || [...ids].some(id => !known.has(id)) || isCovered(ids, known, today)) continue
      const day = dayText(today)
      const names = Array.from(ids, id => known.get(id)?.name ?? id).join(', ')
      yield {
        at: where(field, 'officers'),
        message: {
          vi: `Ngày ${day.vi} lĩnh vực “${field.name}” không có ai trực: ${names} vắng mặt, người làm thay không có hoặc cũng vắng`,
          en: `On ${day.en} the field “${field.name}” has nobody: ${names} away, and no deputy who is there`,
        },
      }
    }
  },
}
