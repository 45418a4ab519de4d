import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const formsMissing: Rule = {
  meta: {
    id: 'forms-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi mẫu đơn, mẫu tờ khai',
      en: 'A procedure does not say which forms it needs',
    },
    why: {
      vi: 'Người dân dùng mẫu cũ hoặc tự viết tay, đến nơi phải viết lại.',
      en: 'Citizens fill in an old form or write their own, and have to do it again.',
    },
    remedy: {
      vi: 'Thêm forms: danh sách mẫu; không có mẫu thì viết none. Chỉ xét khi publication.profile là full.',
      en: 'Add forms: the list of forms; where there is none, write none. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm h' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'forms')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi mẫu đơn, mẫu tờ khai, cần khóa forms (không có thì viết none)`,
          en: `Procedure ${procedure.code} does not say which forms it needs, expected the key forms (none where there is none)`,
        },
      }
    }
  },
}
