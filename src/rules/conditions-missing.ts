import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const conditionsMissing: Rule = {
  meta: {
    id: 'conditions-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi yêu cầu, điều kiện',
      en: 'A procedure does not state its conditions',
    },
    why: {
      vi: 'Người dân chuẩn bị xong hồ sơ mới biết mình không đủ điều kiện.',
      en: 'Citizens learn that they do not qualify only after preparing the whole dossier.',
    },
    remedy: {
      vi: 'Thêm conditions: danh sách yêu cầu, điều kiện; không có thì viết none. Chỉ xét khi publication.profile là full.',
      en: 'Add conditions: the list of conditions; where there is none, write none. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm h' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'conditions')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi yêu cầu, điều kiện, cần khóa conditions (không có thì viết none)`,
          en: `Procedure ${procedure.code} does not state its conditions, expected the key conditions (none where there is none)`,
        },
      }
    }
  },
}
