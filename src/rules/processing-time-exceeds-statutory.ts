import { compareDurations, readDuration } from '../catalog/duration.js'
import { promisedTimes } from '../catalog/written-times.js'
import type { Rule } from '../check/rule.js'

export const processingTimeExceedsStatutory: Rule = {
  meta: {
    id: 'processing-time-exceeds-statutory',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thời hạn giải quyết dài hơn luật cho phép',
      en: 'The processing time is longer than the law allows',
    },
    why: {
      vi: 'Cơ quan tự cho mình chậm hơn luật: hồ sơ đúng hẹn trên bảng niêm yết vẫn là quá hạn, người dân có quyền khiếu nại.',
      en: 'The office grants itself more than the law does: a dossier on time by the board is late by the law.',
    },
    remedy: {
      vi: 'Đối chiếu với văn bản quy định. processingTime chỉ được bằng hoặc ngắn hơn statutoryTime; chú ý “ngày làm việc” dài hơn “ngày”.',
      en: 'Compare with the legal text. processingTime may equal statutoryTime or be shorter; mind that working days are longer than days.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm đ' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { statutoryTime } = procedure
      const allowed = statutoryTime === undefined ? undefined : readDuration(statutoryTime)
      if (allowed === undefined) continue
      for (const { text, at, name } of promisedTimes(procedure, where)) {
        const promised = readDuration(text)
        if (promised === undefined || (compareDurations(promised, allowed) ?? 0) <= 0) continue
        yield {
          at,
          message: {
            vi: `${name.vi} là “${text}”, dài hơn thời hạn theo quy định “${statutoryTime}”`,
            en: `${name.en} is “${text}”, longer than the statutory “${statutoryTime}”`,
          },
          related: [
            {
              at: where(procedure, 'statutoryTime'),
              message: { vi: 'Thời hạn theo quy định', en: 'The statutory time' },
            },
          ],
        }
      }
    }
  },
}
