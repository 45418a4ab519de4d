import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const dossierMissing: Rule = {
  meta: {
    id: 'dossier-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi thành phần hồ sơ',
      en: 'A procedure does not list its papers',
    },
    why: {
      vi: 'Người dân đến nộp thì thiếu giấy tờ, phải về lấy; hoặc bị đòi giấy tờ mà quy định không có.',
      en: 'Citizens come without a paper and have to go back, or are asked for papers that no rule names.',
    },
    remedy: {
      vi: 'Thêm dossier: danh sách giấy tờ có name, original (bản chính), copies (bản sao); không cần giấy tờ thì viết none. Chỉ xét khi publication.profile là full.',
      en: 'Add dossier: a list of papers with name, original and copies; where no paper is needed, write none. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm d' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'dossier')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi thành phần hồ sơ, cần khóa dossier (không có thì viết none)`,
          en: `Procedure ${procedure.code} does not list the papers of its dossier, expected the key dossier (none where there is none)`,
        },
      }
    }
  },
}
