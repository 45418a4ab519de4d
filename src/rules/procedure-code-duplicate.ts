import { codeKey } from '../catalog/code.js'
import type { Procedure } from '../catalog/model.js'
import type { Rule } from '../check/rule.js'

export const procedureCodeDuplicate: Rule = {
  meta: {
    id: 'procedure-code-duplicate',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Hai thủ tục trùng mã', en: 'Two procedures share a code' },
    why: {
      vi: 'Người dân tra mã sẽ gặp hai thủ tục và không biết làm theo bên nào; tổng số thủ tục công bố cũng bị đếm thừa.',
      en: 'Citizens who look the code up meet two procedures and cannot tell which one holds; the declared count is too high as well.',
    },
    remedy: {
      vi: 'Đối chiếu với quyết định công bố, sửa mã bị chép nhầm hoặc xóa mục thừa. Các trường hợp của một thủ tục phân biệt bằng đuôi .01, .02.',
      en: 'Compare with the decision, then correct the wrong code or delete the surplus record. Cases of one procedure are told apart by .01, .02.',
    },
  },

  *check({ procedures }, { where }) {
    const firsts = new Map<string, Procedure>()
    for (const procedure of procedures) {
      const key = codeKey(procedure.code)
      const first = firsts.get(key)
      if (first === undefined) {
        firsts.set(key, procedure)
        continue
      }
      yield {
        at: where(procedure, 'code'),
        message: {
          vi: `Mã “${procedure.code}” của thủ tục “${procedure.title}” đã dùng cho “${first.title}”`,
          en: `The code “${procedure.code}” of “${procedure.title}” is already that of “${first.title}”`,
        },
        related: [
          {
            at: where(first, 'code'),
            message: { vi: `Lần đầu: “${first.title}”`, en: `First used here: “${first.title}”` },
          },
        ],
      }
    }
  },
}
