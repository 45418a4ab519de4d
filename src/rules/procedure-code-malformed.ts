import { parseCode, repairCode } from '../catalog/code.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule } from '../check/rule.js'

export const procedureCodeMalformed: Rule = {
  meta: {
    id: 'procedure-code-malformed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Mã thủ tục viết sai', en: 'A procedure code is malformed' },
    why: {
      vi: 'Người dân tra mã này trên Cổng Dịch vụ công quốc gia; mã sai thì không tìm thấy thủ tục.',
      en: 'Citizens look the code up on the national portal; a malformed one finds nothing.',
    },
    remedy: {
      vi: 'Chép mã từ quyết định công bố: một chữ số, dấu chấm, sáu chữ số, như "1.001193"; phần đuôi riêng của tỉnh (.01, .H09, .000.00.00.H09) nếu có.',
      en: 'Copy the code from the decision: one digit, a dot, six digits, such as "1.001193"; then the suffix of the province, if any (.01, .H09, .000.00.00.H09).',
    },
    fixable: true,
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, title } = procedure
      if (parseCode(code) !== undefined) continue
      const at = where(procedure, 'code')
      const repair = repairCode(code)
      // Read as a number somewhere on its way, 1.001010 loses its last zero.
      const short = /^[1-9]\.\d{1,5}$/.test(code)
      yield {
        at,
        message: {
          vi: `Mã của thủ tục “${title}” là “${code}”, cần một chữ số, dấu chấm và sáu chữ số${short ? '; có thể bảng tính đã bỏ mất số 0 ở cuối' : ''}`,
          en: `The code of “${title}” is “${code}”, expected one digit, a dot and six digits${short ? '; a spreadsheet may have dropped a zero at the end' : ''}`,
        },
        ...(repair !== undefined && rewriteFix(at, repair, { vi: `Viết thành ${repair}`, en: `Write ${repair}` })),
      }
    }
  },
}
