import { parseCode } from '../catalog/code.js'
import type { Rule } from '../check/rule.js'

export const procedureCodeForeignSuffix: Rule = {
  meta: {
    id: 'procedure-code-foreign-suffix',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Mã thủ tục mang mã định danh của tỉnh khác',
      en: 'A procedure code bears the suffix of another province',
    },
    why: {
      vi: 'Danh mục chép từ tỉnh khác thường mang theo cả mức phí, thời hạn và địa chỉ của tỉnh đó; tra mã thì ra cơ quan khác.',
      en: 'What was copied from another province brings its fees, time limits and addresses along; the code leads to another office.',
    },
    remedy: {
      vi: 'Đối chiếu thủ tục với quyết định của tỉnh mình rồi sửa phần đuôi theo mã định danh của cơ quan (khóa id của agency).',
      en: 'Compare the procedure with the decision of your own province, then write the suffix of the agency’s identifier (id of agency).',
    },
    basis: [{ document: '20/2020/QĐ-TTg' }],
  },

  *check({ agency, procedures }, { where }) {
    const own = provinceOf(agency?.id)
    if (own === undefined) return
    for (const procedure of procedures) {
      const suffix = provinceOf(parseCode(procedure.code)?.organisation)
      if (suffix === undefined || suffix === own) continue
      yield {
        at: where(procedure, 'code'),
        message: {
          vi: `Mã “${procedure.code}” có đuôi ${suffix}, còn mã định danh của cơ quan là ${own}; cần đuôi ${own}`,
          en: `The code “${procedure.code}” ends in ${suffix}, while the agency’s identifier is of ${own}; expected ${own}`,
        },
      }
    }
  },
}

/** “000.00.00.H09” → “H09”: H and two digits are a province, G and two digits a ministry. */
function provinceOf(identifier: string | undefined): string | undefined {
  return /(?:^|\.)(H\d{2})$/.exec(identifier ?? '')?.[1]
}
