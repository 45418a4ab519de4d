import { excerpt } from '../catalog/excerpt.js'
import { allFees } from '../catalog/fees.js'
import type { Rule } from '../check/rule.js'

export const feeBasisMissing: Rule = {
  meta: {
    id: 'fee-basis-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Mức thu không ghi văn bản quy định',
      en: 'A rate does not name the document that sets it',
    },
    why: {
      vi: 'Không có căn cứ thì người dân không kiểm tra được, và khi thông tư hay nghị quyết thay đổi, không ai biết mức thu nào phải sửa.',
      en: 'Without it citizens cannot verify the rate, and when a circular or resolution changes nobody knows which rates to correct.',
    },
    remedy: {
      vi: 'Ghi số, ký hiệu thông tư hoặc nghị quyết: basis: 281/2016/TT-BTC.',
      en: 'Write the number of the circular or resolution: basis: 281/2016/TT-BTC.',
    },
    basis: [{ document: '97/2015/QH13', article: 'Điều 14' }],
  },

  *check({ procedures }, { where }) {
    for (const { fee, procedure } of allFees(procedures)) {
      if (fee.basis !== undefined) continue
      yield {
        at: where(fee, 'amount'),
        message: {
          vi: `Mức thu “${excerpt(fee.amount)}” của thủ tục ${procedure.code} chưa có căn cứ, cần khóa basis`,
          en: `The rate “${excerpt(fee.amount)}” of procedure ${procedure.code} has no basis, expected the key basis`,
        },
      }
    }
  },
}
