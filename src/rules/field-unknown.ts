import { meantRecord } from '../catalog/reference.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule } from '../check/rule.js'

export const fieldUnknown: Rule = {
  meta: {
    id: 'field-unknown',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Thủ tục thuộc lĩnh vực không có trong danh mục', en: 'A procedure belongs to an unknown field' },
    why: {
      vi: 'Thủ tục không hiện ở lĩnh vực nào, nên người dân không tìm thấy và không biết gọi ai.',
      en: 'The procedure appears under no field, so citizens neither find it nor learn whom to call.',
    },
    remedy: {
      vi: 'Ghi mã (id) của một lĩnh vực trong mục fields, hoặc thêm lĩnh vực đó vào fields.',
      en: 'Write the id of one of the fields, or add that field under fields.',
    },
    fixable: true,
  },

  *check({ fields, procedures }, { where }) {
    const known = new Set(fields.map(({ id }) => id))
    for (const procedure of procedures) {
      if (known.has(procedure.field)) continue
      const at = where(procedure, 'field')
      const { same, near } = meantRecord(procedure.field, fields)
      yield {
        at,
        message: {
          vi: `Thủ tục “${procedure.title}” thuộc lĩnh vực “${procedure.field}”, nhưng danh mục không có lĩnh vực này${near === undefined ? '' : `; có phải “${near}” không?`}`,
          en: `“${procedure.title}” belongs to the field “${procedure.field}”, which the catalog does not have${near === undefined ? '' : `; did you mean “${near}”?`}`,
        },
        ...(same !== undefined && rewriteFix(at, same, { vi: `Viết thành ${same}`, en: `Write ${same}` })),
      }
    }
  },
}
