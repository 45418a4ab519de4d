import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const resultsMissing: Rule = {
  meta: {
    id: 'results-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi kết quả',
      en: 'A procedure does not say what its result is',
    },
    why: {
      vi: 'Người dân không biết sẽ nhận giấy tờ gì, không kiểm tra được kết quả có đúng và đủ không.',
      en: 'Citizens do not know which paper they will receive, and cannot tell whether it is the right one.',
    },
    remedy: {
      vi: 'Thêm results: danh sách giấy tờ người dân nhận được, ví dụ “Giấy khai sinh”. Chỉ xét khi publication.profile là full.',
      en: 'Add results: what the citizen receives, such as “Giấy khai sinh”. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm h' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'results')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi kết quả thực hiện, cần khóa results`,
          en: `Procedure ${procedure.code} does not say what its result is, expected the key results`,
        },
      }
    }
  },
}
