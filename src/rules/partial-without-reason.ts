import { listDate } from '../catalog/list-date.js'
import { partialReasonInForce } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

export const partialWithoutReason: Rule = {
  meta: {
    id: 'partial-without-reason',
    severity: 'warning',
    // The date of the list decides: without a readable `publication` the rule would judge by today.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Dịch vụ công trực tuyến một phần mà không nêu lý do',
      en: 'A partly online service does not say why it is not fully online',
    },
    why: {
      vi: 'Người dân không biết khâu nào phải đến trực tiếp và vì sao, nên chuẩn bị thiếu hoặc đi lại thêm lần.',
      en: 'Citizens do not learn which part needs a visit, and why; they come ill prepared or twice.',
    },
    remedy: {
      vi: 'Thêm khóa partialReason, ví dụ “Phải nộp bản chính giấy chứng nhận”. Từ 01/7/2026 cơ quan phải công khai lý do này.',
      en: 'Add partialReason, such as “Phải nộp bản chính giấy chứng nhận”. Since 2026-07-01 the reason must be made public.',
    },
    basis: [{ document: '224/2026/NĐ-CP', article: 'Điều 14' }],
  },

  *check(catalog, { where, today }) {
    if (listDate(catalog, today) < partialReasonInForce) return
    for (const procedure of catalog.procedures) {
      if (procedure.serviceLevel !== 'partial' || procedure.partialReason !== undefined) continue
      yield {
        at: where(procedure, 'serviceLevel'),
        message: {
          vi: `Thủ tục ${procedure.code} chỉ trực tuyến một phần, cần nêu lý do ở khóa partialReason`,
          en: `Procedure ${procedure.code} is only partly online, expected the reason in the key partialReason`,
        },
      }
    }
  },
}
