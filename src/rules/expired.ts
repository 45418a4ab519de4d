import { dayText } from '../catalog/day.js'
import type { Rule } from '../check/rule.js'

export const expired: Rule = {
  meta: {
    id: 'expired',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục đã hết hiệu lực mà còn trong danh mục',
      en: 'A procedure is out of force but still listed',
    },
    why: {
      vi: 'Người dân làm hồ sơ theo thủ tục đã bãi bỏ, nộp giấy tờ không còn cần hoặc bị trả lại.',
      en: 'Citizens prepare a dossier for an abolished procedure, with papers that nobody needs any more, and are sent away.',
    },
    remedy: {
      vi: 'Bỏ thủ tục khỏi danh mục (lịch sử thay đổi vẫn được lưu), hoặc sửa effectiveTo nếu ghi nhầm.',
      en: 'Take the procedure off the list (the history keeps it), or correct effectiveTo.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 14, Điều 17' }],
  },

  *check({ procedures }, { where, today }) {
    const now = dayText(today)
    for (const procedure of procedures) {
      const { code, effectiveTo } = procedure
      if (effectiveTo === undefined || effectiveTo >= today) continue
      const end = dayText(effectiveTo)
      yield {
        at: where(procedure, 'effectiveTo'),
        message: {
          vi: `Thủ tục ${code} chỉ có hiệu lực đến “${end.vi}”, hôm nay (${now.vi}) không được niêm yết nữa`,
          en: `Procedure ${code} was in force until “${end.en}” and must not be listed today (${now.en})`,
        },
      }
    }
  },
}
