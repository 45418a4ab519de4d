import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const stepsMissing: Rule = {
  meta: {
    id: 'steps-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi trình tự thực hiện',
      en: 'A procedure has no steps',
    },
    why: {
      vi: 'Người dân không biết phải làm gì trước, gì sau, đến đâu và gặp ai.',
      en: 'Citizens do not know what to do first, where to go and whom to see.',
    },
    remedy: {
      vi: 'Thêm steps: danh sách các bước, mỗi bước có title; nên có actor và time. Chỉ xét khi publication.profile là full.',
      en: 'Add steps: a list in which each step has a title, and better also actor and time. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm b' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'steps')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi trình tự thực hiện, cần khóa steps`,
          en: `Procedure ${procedure.code} does not list its steps, expected the key steps`,
        },
      }
    }
  },
}
