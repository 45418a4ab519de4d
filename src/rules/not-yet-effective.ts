import { dayText } from '../catalog/day.js'
import type { Rule } from '../check/rule.js'

export const notYetEffective: Rule = {
  meta: {
    id: 'not-yet-effective',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa có hiệu lực',
      en: 'A procedure is not yet in force',
    },
    why: {
      vi: 'Người dân chuẩn bị hồ sơ theo quy định chưa áp dụng, đến nộp thì bị trả lại.',
      en: 'Citizens prepare a dossier under rules that do not apply yet, and are sent away.',
    },
    remedy: {
      vi: 'Chỉ niêm yết từ ngày có hiệu lực; nếu đã niêm yết sớm để biết trước thì giữ cả thủ tục đang áp dụng bên cạnh. Kiểm tra lại effectiveFrom.',
      en: 'Post it from the day it is in force; if it is posted early on purpose, keep the procedure that applies now beside it. Check effectiveFrom.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 15' }],
  },

  *check({ procedures }, { where, today }) {
    const now = dayText(today)
    for (const procedure of procedures) {
      const { code, effectiveFrom } = procedure
      if (effectiveFrom === undefined || effectiveFrom <= today) continue
      const start = dayText(effectiveFrom)
      yield {
        at: where(procedure, 'effectiveFrom'),
        message: {
          vi: `Thủ tục ${code} có hiệu lực từ “${start.vi}”, hôm nay (${now.vi}) chưa áp dụng`,
          en: `Procedure ${code} is in force from “${start.en}”, so it does not apply today (${now.en})`,
        },
      }
    }
  },
}
