import { excerpt } from '../catalog/excerpt.js'
import { meantId } from '../catalog/reference.js'
import type { Rule } from '../check/rule.js'

export const fieldWithoutOfficer: Rule = {
  meta: {
    id: 'field-without-officer',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Lĩnh vực không có cán bộ phụ trách', en: 'A field has no officer' },
    why: {
      vi: 'Người dân cần hỏi về lĩnh vực này không biết gặp ai, gọi số nào.',
      en: 'Citizens who have a question about the field do not know whom to meet or call.',
    },
    remedy: {
      vi: 'Ghi mã cán bộ vào khóa officers của lĩnh vực, người phụ trách chính đứng đầu.',
      en: 'List ids under officers of the field, the officer in charge first.',
    },
    // 118/2025/NĐ-CP took the place of 61/2018/NĐ-CP on 01/07/2025.
    basis: [{ document: '61/2018/NĐ-CP', article: 'Điều 8' }, { document: '118/2025/NĐ-CP' }],
  },

  *check({ fields, procedures }, { where }) {
    // An empty field is the business of field-empty.
    const orphaned = new Set(
      procedures.filter(({ officer }) => officer === undefined).map(({ field }) => meantId(field, fields)),
    )
    for (const field of fields) {
      if ((field.officers ?? []).length > 0 || !orphaned.has(field.id)) continue
      yield {
        at: where(field, 'name'),
        message: {
          vi: `Lĩnh vực “${excerpt(field.name)}” chưa có cán bộ phụ trách, cần ít nhất một`,
          en: `The field “${excerpt(field.name)}” has no officer, expected at least one`,
        },
      }
    }
  },
}
