import type { Rule } from '../check/rule.js'

export const legalBasisMissing: Rule = {
  meta: {
    id: 'legal-basis-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục không có căn cứ pháp lý',
      en: 'A procedure names no legal basis',
    },
    why: {
      vi: 'Người dân không biết cơ quan dựa vào đâu để yêu cầu giấy tờ; khi luật thay đổi, không tìm ra thủ tục nào phải sửa.',
      en: 'Citizens cannot tell on what ground papers are demanded of them; when a law changes, nobody finds the procedures to amend.',
    },
    remedy: {
      vi: 'Ghi số, ký hiệu văn bản như trong quyết định công bố: legalBases: [60/2014/QH13, 123/2015/NĐ-CP].',
      en: 'Write the numbers of the documents as the publication decision does: legalBases: [60/2014/QH13, 123/2015/NĐ-CP].',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 13 khoản 2' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      if (procedure.legalBases !== undefined && procedure.legalBases.length > 0) continue
      yield {
        at: where(procedure, 'legalBases'),
        message: {
          vi: `Thủ tục ${procedure.code} chưa có căn cứ pháp lý, cần khóa legalBases`,
          en: `Procedure ${procedure.code} names no legal basis, expected the key legalBases`,
        },
      }
    }
  },
}
