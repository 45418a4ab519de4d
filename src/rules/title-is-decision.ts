import { excerpt } from '../catalog/excerpt.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'

/** Folded: how decisions begin that announce procedures or lay down how an office handles them. */
const decision =
  /^(?:quyet dinh )?(?:ve viec |v v )?(?:cong bo|phe duyet|ban hanh) (?:bo |moi |bo sung |sua doi |kem theo )*(?:danh muc|quy trinh noi bo|thu tuc hanh chinh|cac thu tuc|quy trinh)/

export const titleIsDecision: Rule = {
  meta: {
    id: 'title-is-decision',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tên thủ tục là trích yếu của một quyết định công bố',
      en: 'The title of a procedure is that of a publication decision',
    },
    why: {
      vi: 'Người dân tìm tên việc mình cần làm; “Công bố Danh mục…” không phải việc của họ nên thủ tục coi như không có trong danh sách.',
      en: 'Citizens look for what they need; “Announcing the list …” is not it, so the procedure might as well be missing.',
    },
    remedy: {
      vi: 'Chép tên thủ tục trong danh mục kèm theo quyết định; số và ngày của quyết định ghi ở khóa decision.',
      en: 'Copy the title from the list annexed to the decision; its number and date belong under decision.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 8' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      if (!decision.test(fold(procedure.title))) continue
      yield {
        at: where(procedure, 'title'),
        message: {
          vi: `Tên thủ tục ${procedure.code} là “${excerpt(procedure.title)}”, trích yếu của một quyết định, cần tên thủ tục`,
          en: `The title of procedure ${procedure.code} is “${excerpt(procedure.title)}”, that of a decision, expected the title of the procedure`,
        },
      }
    }
  },
}
