import { excerpt } from '../catalog/excerpt.js'
import { allFees } from '../catalog/fees.js'
import type { Rule } from '../check/rule.js'

export const feeKindMissing: Rule = {
  meta: {
    id: 'fee-kind-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Mức thu không nói là phí hay lệ phí',
      en: 'A rate does not say whether it is phí or lệ phí',
    },
    why: {
      vi: 'Phí và lệ phí là hai khoản khác nhau, ai được miễn và nộp theo văn bản nào cũng khác; biên lai và bảng niêm yết không khớp nhau.',
      en: 'Phí and lệ phí are two different charges with different exemptions and rules; the receipt will not match the board.',
    },
    remedy: {
      vi: 'Ghi kind: phí (trả cho dịch vụ công) hoặc kind: lệ phí (khoản thu ấn định), đúng như văn bản quy định mức thu.',
      en: 'Write kind: phí (pays for a service) or kind: lệ phí (a fixed charge), as the document that sets the rate calls it.',
    },
    basis: [{ document: '97/2015/QH13', article: 'Điều 3' }],
  },

  *check({ procedures }, { where }) {
    for (const { fee, procedure } of allFees(procedures)) {
      if (fee.kind !== undefined) continue
      yield {
        at: where(fee, 'amount'),
        message: {
          vi: `Mức thu “${excerpt(fee.amount)}” của thủ tục ${procedure.code} chưa nói là phí hay lệ phí, cần khóa kind`,
          en: `The rate “${excerpt(fee.amount)}” of procedure ${procedure.code} does not say what it is, expected kind: phí or kind: lệ phí`,
        },
      }
    }
  },
}
