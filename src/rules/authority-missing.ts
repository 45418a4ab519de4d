import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const authorityMissing: Rule = {
  meta: {
    id: 'authority-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi cơ quan giải quyết',
      en: 'A procedure does not name the authority that decides',
    },
    why: {
      vi: 'Người dân không biết ai quyết định và chịu trách nhiệm, nhất là khi phường chỉ tiếp nhận hồ sơ cho cấp khác.',
      en: 'Citizens do not know who decides and answers for it, above all where the ward only receives the dossier.',
    },
    remedy: {
      vi: 'Thêm authority: tên cơ quan có thẩm quyền quyết định, ví dụ “UBND phường”. Chỉ xét khi publication.profile là full.',
      en: 'Add authority: the name of the authority that decides, such as “UBND phường”. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm g' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'authority')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi cơ quan giải quyết, cần khóa authority`,
          en: `Procedure ${procedure.code} does not name the authority that decides, expected the key authority`,
        },
      }
    }
  },
}
