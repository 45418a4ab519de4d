import { dayText } from '../catalog/day.js'
import { listDate } from '../catalog/list-date.js'
import { repealOf } from '../catalog/repealed.js'
import type { Rule } from '../check/rule.js'

export const legalBasisRepealed: Rule = {
  meta: {
    id: 'legal-basis-repealed',
    severity: 'warning',
    // The date of the list decides: without a readable `publication` the rule would judge by today.
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Căn cứ pháp lý đã hết hiệu lực', en: 'A legal basis is no longer in force' },
    why: {
      vi: 'Văn bản hết hiệu lực thường kéo theo thành phần hồ sơ, thời hạn hoặc mức phí cũ; người dân làm theo thì bị trả lại hồ sơ.',
      en: 'Where the basis is out of force, the papers, the time limit or the fee are often the old ones too; whoever follows them is sent home.',
    },
    remedy: {
      vi: 'Đối chiếu thủ tục với văn bản thay thế, sửa những nội dung đã đổi rồi thay số văn bản.',
      en: 'Compare the procedure with the document that came instead, correct what has changed, then put the new number.',
    },
    basis: [{ document: '80/2015/QH13', article: 'Điều 154' }],
  },

  *check(catalog, { where, today }) {
    const day = listDate(catalog, today)
    for (const { code, legalBases = [] } of catalog.procedures) {
      for (const basis of legalBases) {
        const repeal = repealOf(basis.number, day)
        if (repeal === undefined) continue
        const since = dayText(repeal.since)
        yield {
          at: where(basis, 'number'),
          message: {
            vi: `Căn cứ pháp lý của thủ tục ${code} là “${basis.number}”, hết hiệu lực từ ${since.vi}, cần đối chiếu với ${repeal.by}`,
            en: `A legal basis of procedure ${code} is “${basis.number}”, out of force since ${since.en}, expected what ${repeal.by} says`,
          },
        }
      }
    }
  },
}
