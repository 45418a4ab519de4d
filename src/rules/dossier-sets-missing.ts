import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const dossierSetsMissing: Rule = {
  meta: {
    id: 'dossier-sets-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi số lượng hồ sơ',
      en: 'A procedure does not say how many sets of the dossier',
    },
    why: {
      vi: 'Người dân không biết chuẩn bị mấy bộ, đến nơi phải đi chụp thêm.',
      en: 'Citizens do not know how many sets to bring, and have to find a copy shop.',
    },
    remedy: {
      vi: 'Thêm sets: số bộ hồ sơ phải nộp, ví dụ sets: 1. Chỉ xét khi publication.profile là full.',
      en: 'Add sets: how many sets are handed in, such as sets: 1. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm d' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'sets')) {
      // No papers, no sets.
      if (procedure.dossier === 'none') continue
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi số lượng hồ sơ, cần khóa sets`,
          en: `Procedure ${procedure.code} does not say how many sets are handed in, expected the key sets`,
        },
      }
    }
  },
}
