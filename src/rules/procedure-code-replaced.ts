import { excerpt } from '../catalog/excerpt.js'
import { listDate } from '../catalog/list-date.js'
import { isRemembered, sameTitle } from '../catalog/reference-list.js'
import type { Rule } from '../check/rule.js'

export const procedureCodeReplaced: Rule = {
  meta: {
    id: 'procedure-code-replaced',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Mã thủ tục đã được thay bằng mã mới', en: 'A procedure code has been replaced' },
    why: {
      vi: 'Người dân tra mã cũ sẽ không thấy thủ tục, hoặc chuẩn bị hồ sơ theo quy định đã hết hiệu lực.',
      en: 'Citizens who look the old code up find nothing, or prepare papers by rules that no longer hold.',
    },
    remedy: {
      vi: 'Đối chiếu với quyết định công bố mới nhất, ghi mã mới cùng nội dung của thủ tục mới. Nếu thủ tục cũ còn áp dụng đến một ngày nhất định, ghi ngày đó ở effectiveTo và mã mới ở replacedBy.',
      en: 'Take the new code, and what the newest decision says of it. If the old procedure still applies until a certain day, write that day as effectiveTo and the new code as replacedBy.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 14 khoản 2' }],
  },

  *check(catalog, { where, reference, today }) {
    const day = listDate(catalog, today)
    for (const procedure of catalog.procedures) {
      const { code, title } = procedure
      // Who says when it ends, or what comes then, knows: replaced-but-listed and expired judge that.
      if (procedure.replacedBy !== undefined || procedure.effectiveTo !== undefined) continue
      const listed = reference.byCode(code)
      // A list of 2022 is right to hold the codes of 2022.
      if (listed?.replacedBy === undefined || day < (listed.replacedFrom ?? '')) continue
      const { replacedBy } = listed
      const next = reference.byCode(replacedBy)?.title
      const named = next === undefined || sameTitle(next, title) ? '' : ` “${excerpt(next)}”`
      const doubt = isRemembered(listed)
        ? {
            vi: '; hai mã này được ghép theo trí nhớ, cần tra lại trên Cổng Dịch vụ công quốc gia',
            en: '; this pair of codes was remembered, not found: look it up on the national portal',
          }
        : { vi: '', en: '' }
      yield {
        at: where(procedure, 'code'),
        message: {
          vi: `Thủ tục “${excerpt(title)}” ghi mã cũ “${code}”, cần mã ${replacedBy}${named}${doubt.vi}`,
          en: `“${excerpt(title)}” bears the old code “${code}”, expected ${replacedBy}${named}${doubt.en}`,
        },
      }
    }
  },
}
