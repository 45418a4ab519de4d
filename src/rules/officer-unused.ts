import { assignedOfficers } from '../catalog/duties.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'

export const officerUnused: Rule = {
  meta: {
    id: 'officer-unused',
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Cán bộ không phụ trách việc gì', en: 'An officer is in charge of nothing' },
    why: {
      vi: 'Thường là người đã chuyển việc mà tên và số điện thoại vẫn còn; hoặc một lĩnh vực ghi thiếu người.',
      en: 'Mostly somebody who left, whose name and telephone stayed behind; or a field that lacks an officer.',
    },
    remedy: {
      vi: 'Ghi mã cán bộ vào lĩnh vực của họ, hoặc xóa khỏi danh mục nếu đã chuyển việc.',
      en: 'Write the id under the officer’s field, or delete an officer who has left.',
    },
    basis: [{ document: '13/2023/NĐ-CP', article: 'Điều 3' }],
  },

  *check(catalog, { where }) {
    const assigned = assignedOfficers(catalog)
    for (const officer of catalog.officers) {
      if (assigned.has(officer.id)) continue
      yield {
        at: where(officer, 'id'),
        message: {
          vi: `${excerpt(officer.name)} (${officer.id}) không phụ trách lĩnh vực hay thủ tục nào và không làm thay ai`,
          en: `${excerpt(officer.name)} (${officer.id}) is in charge of no field or procedure and deputises for nobody`,
        },
      }
    }
  },
}
