import { dayText } from '../catalog/day.js'
import type { Rule } from '../check/rule.js'

export const reviewOverdue: Rule = {
  meta: {
    id: 'review-overdue',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Danh mục đã quá hạn rà soát',
      en: 'The list is overdue for review',
    },
    why: {
      vi: 'Thủ tục, mức phí và người phụ trách có thể đã thay đổi từ lần rà soát trước mà bảng niêm yết chưa đổi.',
      en: 'Procedures, fees and officers may have changed since the last review, but the board has not.',
    },
    remedy: {
      vi: 'Rà soát lại với Cổng Dịch vụ công và các quyết định công bố mới, rồi sửa date và reviewBy trong publication.',
      en: 'Review it against the portal and the latest decisions, then change date and reviewBy under publication.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 17' }],
  },

  *check({ publication }, { where, today }) {
    if (publication?.reviewBy === undefined || publication.reviewBy >= today) return
    const due = dayText(publication.reviewBy)
    const now = dayText(today)
    yield {
      at: where(publication, 'reviewBy'),
      message: {
        vi: `Hạn rà soát danh mục là “${due.vi}”, đến hôm nay (${now.vi}) đã quá hạn`,
        en: `The list was to be reviewed by “${due.en}”, which is overdue today (${now.en})`,
      },
    }
  },
}
