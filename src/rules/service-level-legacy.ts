import { dayText } from '../catalog/day.js'
import { listDate } from '../catalog/list-date.js'
import { isServiceLevel, levelScheme, newSchemeInForce } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

export const serviceLevelLegacy: Rule = {
  meta: {
    id: 'service-level-legacy',
    severity: 'warning',
    // The date of the list decides: without a readable `publication` the rule would judge by today.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Danh mục sau ngày 15/8/2022 còn dùng mức độ 1 đến 4',
      en: 'A list dated after 2022-08-15 still uses levels 1 to 4',
    },
    why: {
      vi: 'Từ 15/8/2022 dịch vụ công trực tuyến chỉ còn toàn trình và một phần; “mức độ 4” trong danh mục mới có thể bị hiểu nhầm, nhất là khi NĐ 224/2026/NĐ-CP dùng lại mức độ 1 đến 4 cho dịch vụ công chủ động.',
      en: 'Since 2022-08-15 an online service is full or partial; “level 4” in a newer list is misread, the more so as Decree 224/2026/NĐ-CP uses levels 1 to 4 again for proactive services.',
    },
    remedy: {
      vi: 'Đối chiếu từng thủ tục với quyết định công bố mới rồi viết full, partial, information hoặc none. Không đổi một cách máy móc: mức độ 3 có thể là một phần hoặc toàn trình.',
      en: 'Compare each procedure with the new decision and write full, partial, information or none. There is no mechanical map: level 3 may be partial or full.',
    },
    basis: [{ document: '42/2022/NĐ-CP' }, { document: '224/2026/NĐ-CP', article: 'Điều 14, Điều 16' }],
  },

  *check(catalog, { where, today }) {
    const date = listDate(catalog, today)
    if (date < newSchemeInForce) return
    const asOf = dayText(date)
    for (const procedure of catalog.procedures) {
      const { code, serviceLevel } = procedure
      if (serviceLevel === undefined || !isServiceLevel(serviceLevel)) continue
      if (levelScheme(serviceLevel) !== 'nd43-2011') continue
      yield {
        at: where(procedure, 'serviceLevel'),
        message: {
          vi: `Mức độ của thủ tục ${code} là “${serviceLevel}” theo NĐ 43/2011/NĐ-CP, trong khi danh mục tính đến ngày ${asOf.vi}; cần quyết định: full, partial, information hoặc none`,
          en: `The service level of procedure ${code} is “${serviceLevel}” of Decree 43/2011/NĐ-CP in a list as of ${asOf.en}; somebody has to decide between full, partial, information and none`,
        },
      }
    }
  },
}
