import { excerpt } from '../catalog/excerpt.js'
import type { Feedback } from '../catalog/model.js'
import type { Rule } from '../check/rule.js'

export const agencyFeedbackMissing: Rule = {
  meta: {
    id: 'agency-feedback-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Chưa ghi nơi tiếp nhận phản ánh, kiến nghị',
      en: 'The office names no place for feedback and petitions',
    },
    why: {
      vi: 'Người dân bị gây khó hoặc thấy thủ tục niêm yết sai mà không biết báo cho ai.',
      en: 'Citizens who were hindered, or who find a posted procedure wrong, do not know whom to tell.',
    },
    remedy: {
      vi: 'Ghi agency.feedback với ít nhất một trong phone, email, url của nơi tiếp nhận phản ánh, kiến nghị.',
      en: 'Write agency.feedback with at least one of phone, email, url of whoever takes feedback.',
    },
    basis: [{ document: '02/2017/TT-VPCP', article: 'Chương III' }],
  },

  *check({ agency }, { where }) {
    if (agency === undefined || isReachable(agency.feedback)) return
    yield {
      at: where(agency, agency.feedback === undefined ? 'name' : 'feedback'),
      message: {
        vi: `${excerpt(agency.name)} chưa có số điện thoại, thư điện tử hay trang tiếp nhận phản ánh, kiến nghị`,
        en: `${excerpt(agency.name)} gives no telephone, e-mail address or page for feedback and petitions`,
      },
    }
  },
}

/** An address alone makes citizens travel to complain. */
function isReachable(feedback?: Feedback): boolean {
  return feedback?.phone !== undefined || feedback?.email !== undefined || feedback?.url !== undefined
}
