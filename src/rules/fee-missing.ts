import type { Rule } from '../check/rule.js'

export const feeMissing: Rule = {
  meta: {
    id: 'fee-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục không nói gì về phí, lệ phí',
      en: 'A procedure says nothing of fees',
    },
    why: {
      vi: 'Người dân không biết phải mang theo bao nhiêu tiền, và không có gì để đối chiếu khi bị thu sai.',
      en: 'Citizens do not know how much money to bring, and have nothing to hold up against a wrong charge.',
    },
    remedy: {
      vi: 'Ghi từng mức thu: fees: [{kind: phí, amount: 8000, per: bản}]. Không có phí thì ghi fees: none; được miễn thì ghi fees: exempt. Không bỏ trống.',
      en: 'Write each rate: fees: [{kind: phí, amount: 8000, per: bản}]. Where there is no fee, write fees: none; where it is waived, fees: exempt. Never leave it out.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2' },
      { document: '97/2015/QH13', article: 'Điều 14' },
    ],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, fees } = procedure
      if (fees !== undefined && fees.length > 0) continue
      yield {
        at: where(procedure, 'fees'),
        message: {
          vi: `Thủ tục ${code} chưa ghi phí, lệ phí, cần khóa fees: none, exempt hoặc các mức thu`,
          en: `Procedure ${code} does not say what it costs, expected the key fees: none, exempt or a list of amounts`,
        },
      }
    }
  },
}
