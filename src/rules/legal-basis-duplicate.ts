import { legalKey } from '../catalog/legal.js'
import type { LegalReference } from '../catalog/model.js'
import type { Rule } from '../check/rule.js'

export const legalBasisDuplicate: Rule = {
  meta: {
    id: 'legal-basis-duplicate',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Một căn cứ pháp lý ghi hai lần',
      en: 'A legal basis stands twice',
    },
    why: {
      vi: 'Bảng niêm yết dài thêm mà không thêm thông tin, và thường che mất văn bản thứ hai lẽ ra phải ghi ở đó.',
      en: 'The board grows longer and says no more, and often another document should have stood there.',
    },
    remedy: {
      vi: 'Xóa một dòng, hoặc sửa thành văn bản đúng.',
      en: 'Delete one of them, or put the right document in its place.',
    },
  },

  *check({ procedures }, { where }) {
    for (const { code, legalBases = [] } of procedures) {
      const seen = new Map<string, LegalReference>()
      for (const basis of legalBases) {
        const key = legalKey(basis.number)
        const first = seen.get(key)
        if (first === undefined) seen.set(key, basis)
        else if (!areTwo(first, basis)) {
          yield {
            at: where(basis, 'number'),
            message: {
              vi: `Thủ tục ${code} ghi hai lần căn cứ “${basis.number}”, cần một lần`,
              en: `Procedure ${code} names the legal basis “${basis.number}” twice, expected once`,
            },
            related: [{ at: where(first, 'number'), message: { vi: 'Lần thứ nhất', en: 'The first time' } }],
          }
        }
      }
    }
  },
}

/** Two documents of different years may bear one number. */
function areTwo(a: LegalReference, b: LegalReference): boolean {
  return a.date !== undefined && b.date !== undefined && a.date !== b.date
}
