import { assignedOfficers } from '../catalog/duties.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'

export const officerWithoutPhone: Rule = {
  meta: {
    id: 'officer-without-phone',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Cán bộ phụ trách không có số điện thoại', en: 'An officer in charge has no telephone number' },
    why: {
      vi: 'Người dân không hỏi trước được qua điện thoại, phải đi lại nhiều lần.',
      en: 'Citizens cannot ask by telephone first and have to come several times.',
    },
    remedy: {
      vi: 'Ghi số máy cơ quan vào khóa phone; nếu dùng chung số của cơ quan thì ghi số đó, hoặc chỉ ghi extension (số máy lẻ).',
      en: 'Write the office number under phone; where the main number of the agency serves, write that, or only the extension.',
    },
    // 118/2025/NĐ-CP took the place of 61/2018/NĐ-CP on 01/07/2025.
    basis: [{ document: '61/2018/NĐ-CP', article: 'Điều 15' }, { document: '118/2025/NĐ-CP' }],
  },

  *check(catalog, { where }) {
    const assigned = assignedOfficers(catalog)
    for (const officer of catalog.officers) {
      // Whom nothing names is the business of officer-unused.
      if (officer.phone !== undefined || !assigned.has(officer.id)) continue
      if (officer.extension !== undefined && catalog.agency?.phone !== undefined) continue
      yield {
        at: where(officer, 'name'),
        message: {
          vi: `${excerpt(officer.name)} (${officer.id}) chưa có số điện thoại, cần số máy cơ quan`,
          en: `${excerpt(officer.name)} (${officer.id}) has no telephone number, expected the office number`,
        },
      }
    }
  },
}
