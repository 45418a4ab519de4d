import type { Fee, Procedure } from '../catalog/model.js'
import { isPaidOnline, isServiceLevel } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

export const onlinePaymentMissing: Rule = {
  meta: {
    id: 'online-payment-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Mức độ 4 hoặc toàn trình, có thu phí nhưng chưa ghi thanh toán trực tuyến',
      en: 'A level 4 or full online procedure takes a fee, but no online payment is stated',
    },
    why: {
      vi: 'Mức độ 4 và toàn trình nghĩa là nộp được tiền qua mạng; nếu vẫn phải đến quầy nộp tiền thì người dân đã bị hứa sai.',
      en: 'Level 4 and full mean that the fee can be paid online; who still has to pay at the counter was promised too much.',
    },
    remedy: {
      vi: 'Ghi onlinePayment: true nếu nộp được phí, lệ phí trực tuyến; nếu không, xem lại mức độ (level-3 hoặc partial).',
      en: 'Write onlinePayment: true where the fee can be paid online; otherwise reconsider the level (level-3 or partial).',
    },
    basis: [{ document: '43/2011/NĐ-CP', article: 'Điều 3 khoản 4' }, { document: '42/2022/NĐ-CP' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, serviceLevel, onlinePayment } = procedure
      if (onlinePayment === true || serviceLevel === undefined) continue
      if (!isServiceLevel(serviceLevel) || !isPaidOnline(serviceLevel) || !costsOnline(procedure)) continue
      yield {
        at: where(procedure, onlinePayment === undefined ? 'serviceLevel' : 'onlinePayment'),
        message: {
          vi: `Thủ tục ${code} ở mức “${serviceLevel}” và có thu phí, lệ phí, cần onlinePayment: true`,
          en: `Procedure ${code} is at level “${serviceLevel}” and takes a fee, expected onlinePayment: true`,
        },
      }
    }
  },
}

/** Does somebody who hands in online have to pay? “Miễn”, “không” and “0 đồng” cost nothing. */
function costsOnline({ fees }: Procedure): boolean {
  return (
    Array.isArray(fees) &&
    fees.some(({ amount, channel }: Fee) => /[1-9]/.test(amount) && channel !== 'counter' && channel !== 'post')
  )
}
