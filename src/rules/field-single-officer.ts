import { excerpt } from '../catalog/excerpt.js'
import { meantId } from '../catalog/reference.js'
import type { Rule } from '../check/rule.js'

export const fieldSingleOfficer: Rule = {
  meta: {
    id: 'field-single-officer',
    severity: 'info',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Lĩnh vực chỉ có một cán bộ', en: 'A field has a single officer' },
    why: {
      vi: 'Ngày cán bộ đó nghỉ hoặc đi họp, người dân không có ai để hỏi.',
      en: 'When that officer is ill or in a meeting, citizens have nobody to ask.',
    },
    remedy: {
      vi: 'Thêm mã người làm thay vào officers, sau người phụ trách chính.',
      en: 'Add whoever stands in to officers, behind the officer in charge.',
    },
  },

  *check({ fields, officers }, { where }) {
    for (const field of fields) {
      const [only] = field.officers ?? []
      if (only === undefined || new Set(field.officers?.map(id => meantId(id, officers))).size > 1) continue
      yield {
        at: where(field, 'officers'),
        message: {
          vi: `Lĩnh vực “${excerpt(field.name)}” chỉ có cán bộ “${only}”, nên có thêm người làm thay`,
          en: `The field “${excerpt(field.name)}” has the officer “${only}” alone, expected somebody who stands in`,
        },
      }
    }
  },
}
