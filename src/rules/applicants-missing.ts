import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const applicantsMissing: Rule = {
  meta: {
    id: 'applicants-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi đối tượng thực hiện',
      en: 'A procedure does not say who may apply',
    },
    why: {
      vi: 'Người dân không biết thủ tục dành cho cá nhân, tổ chức hay doanh nghiệp, có thể nộp nhầm.',
      en: 'Citizens cannot tell whether it is for persons, organisations or businesses, and may apply for nothing.',
    },
    remedy: {
      vi: 'Thêm applicants: một hoặc nhiều trong citizen (cá nhân), organisation (tổ chức), business (doanh nghiệp), official (cán bộ, công chức, viên chức). Chỉ xét khi publication.profile là full.',
      en: 'Add applicants: one or more of citizen, organisation, business, official. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm e' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'applicants')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi đối tượng thực hiện, cần khóa applicants`,
          en: `Procedure ${procedure.code} does not say who may apply, expected the key applicants`,
        },
      }
    }
  },
}
