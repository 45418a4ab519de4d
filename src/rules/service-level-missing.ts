import type { Rule } from '../check/rule.js'

export const serviceLevelMissing: Rule = {
  meta: {
    id: 'service-level-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi mức độ dịch vụ công trực tuyến',
      en: 'A procedure has no online service level',
    },
    why: {
      vi: 'Người dân không biết nộp được qua mạng hay phải đến quầy, nên đi lại mất công hoặc bỏ lỡ cách nộp thuận tiện hơn.',
      en: 'Citizens cannot tell whether to hand in online or at the counter, so they travel for nothing or miss the easier way.',
    },
    remedy: {
      vi: 'Thêm khóa serviceLevel: full (toàn trình), partial (một phần), information (cung cấp thông tin) hoặc none (không trực tuyến).',
      en: 'Add serviceLevel: full, partial, information or none.',
    },
    basis: [{ document: '42/2022/NĐ-CP' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      if (procedure.serviceLevel !== undefined) continue
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi mức độ dịch vụ công trực tuyến, cần khóa serviceLevel`,
          en: `Procedure ${procedure.code} has no online service level, expected the key serviceLevel`,
        },
      }
    }
  },
}
