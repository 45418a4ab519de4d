import type { Rule } from '../check/rule.js'

export const processingTimeMissing: Rule = {
  meta: {
    id: 'processing-time-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi thời hạn giải quyết',
      en: 'A procedure has no processing time',
    },
    why: {
      vi: 'Người dân không biết khi nào có kết quả và không có căn cứ để hỏi khi hồ sơ quá hạn.',
      en: 'Citizens do not know when to expect the result, and cannot complain when it is late.',
    },
    remedy: {
      vi: 'Thêm khóa processingTime, ví dụ “5 ngày làm việc” hoặc “trong ngày”. Nếu luật không định thời hạn, viết “không quy định”.',
      en: 'Add processingTime, such as “5 ngày làm việc” or “trong ngày”. Where the law sets no time, write “không quy định”.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm đ' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      if (procedure.processingTime !== undefined) continue
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi thời hạn giải quyết, cần khóa processingTime`,
          en: `Procedure ${procedure.code} has no processing time, expected the key processingTime`,
        },
      }
    }
  },
}
