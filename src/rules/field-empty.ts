import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'

export const fieldEmpty: Rule = {
  meta: {
    id: 'field-empty',
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Lĩnh vực không có thủ tục nào', en: 'A field has no procedures' },
    why: {
      vi: 'Người dân mở lĩnh vực ra thấy trang trống, và số lĩnh vực công bố bị đếm thừa.',
      en: 'Citizens who open the field find an empty page, and the declared count of fields is too high.',
    },
    remedy: {
      vi: 'Xóa lĩnh vực, hoặc ghi đúng mã lĩnh vực này ở các thủ tục của nó.',
      en: 'Delete the field, or write its id in the procedures that belong to it.',
    },
  },

  *check({ fields, procedures }, { where }) {
    const used = new Set(procedures.map(({ field }) => field))
    for (const field of fields) {
      if (used.has(field.id)) continue
      yield {
        at: where(field, 'id'),
        message: {
          vi: `Lĩnh vực “${excerpt(field.name)}” (${field.id}) không có thủ tục nào`,
          en: `The field “${excerpt(field.name)}” (${field.id}) has no procedures`,
        },
      }
    }
  },
}
