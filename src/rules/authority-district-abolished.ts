import { excerpt } from '../catalog/excerpt.js'
import { listDate } from '../catalog/list-date.js'
import type { Procedure } from '../catalog/model.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'
import type { Location } from '../source.js'

/** Two-level local government: Luật Tổ chức chính quyền địa phương 72/2025/QH15. */
const abolishedOn = '2025-07-01'

/** Folded. “thành phố” may be one of a province or a province itself, and “thị xã” is no word for anything else. */
const district =
  /(?:^| )(?:cap huyen|(?:ubnd|uy ban nhan dan|cong an|phong [a-z ]{2,40}) (?:cap )?(?:quan|huyen|thi xa))(?: |$)/

export const authorityDistrictAbolished: Rule = {
  meta: {
    id: 'authority-district-abolished',
    severity: 'error',
    // The date of the list decides: without a readable `publication` the rule would judge by today.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Danh mục sau ngày 01/7/2025 còn ghi cơ quan cấp huyện',
      en: 'A list dated after 2025-07-01 still names an authority of a district',
    },
    why: {
      vi: 'Cấp huyện không còn từ ngày 01/7/2025; người dân không biết ai giải quyết hồ sơ và đến một cơ quan đã giải thể.',
      en: 'Districts were abolished on 2025-07-01; citizens cannot tell who decides, and travel to an office that is gone.',
    },
    remedy: {
      vi: 'Xem quyết định công bố mới: thủ tục đã chuyển về cấp xã hoặc cấp tỉnh; ghi đúng cơ quan giải quyết.',
      en: 'See the new decision: the procedure went to the commune or to the province; name the authority that decides now.',
    },
    basis: [{ document: '72/2025/QH15' }],
  },

  *check(catalog, { where, today }) {
    if (listDate(catalog, today) < abolishedOn) return
    for (const procedure of catalog.procedures) {
      for (const { text, at } of authorities(procedure, where)) {
        if (!district.test(fold(text))) continue
        yield {
          at,
          message: {
            vi: `Thủ tục ${procedure.code} ghi cơ quan “${excerpt(text)}”, nhưng cấp huyện không còn từ 01/7/2025; cần cơ quan cấp xã hoặc cấp tỉnh`,
            en: `Procedure ${procedure.code} names “${excerpt(text)}”, but districts were abolished on 2025-07-01; expected an authority of the commune or the province`,
          },
        }
      }
    }
  },
}

interface Named {
  readonly text: string
  readonly at: Location
}

function* authorities(procedure: Procedure, where: Parameters<Rule['check']>[1]['where']): Generator<Named> {
  const { authority, interlinked = [], steps = [] } = procedure
  if (authority !== undefined) yield { text: authority, at: where(procedure, 'authority') }
  for (const [item, text] of interlinked.entries()) yield { text, at: where(procedure, 'interlinked', item) }
  for (const step of steps) if (step.actor !== undefined) yield { text: step.actor, at: where(step, 'actor') }
}
