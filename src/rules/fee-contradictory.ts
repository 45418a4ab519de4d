import { excerpt } from '../catalog/excerpt.js'
import type { Fee, Procedure } from '../catalog/model.js'
import { namesRate, parseMoney } from '../catalog/money.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule, RuleContext } from '../check/rule.js'
import type { Draft } from '../finding.js'

export const feeContradictory: Rule = {
  meta: {
    id: 'fee-contradictory',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Phí, lệ phí tự mâu thuẫn',
      en: 'A fee contradicts itself',
    },
    why: {
      vi: 'Vừa ghi miễn phí vừa ghi mức thu, hoặc hai mức cho cùng một trường hợp: người dân và cán bộ tại quầy sẽ tranh cãi về số tiền.',
      en: 'Free and yet at a rate, or two rates for one case: citizens and the officer at the counter will argue about the money.',
    },
    remedy: {
      vi: 'Mỗi trường hợp một mức thu, phân biệt bằng when, channel hoặc per. Miễn cho một số người thì ghi mức thu và nói ai được miễn ở when.',
      en: 'Write one rate for each case, told apart by when, channel or per. Where only some are exempt, write the rate and say under when who they are.',
    },
    basis: [{ document: '97/2015/QH13', article: 'Điều 10' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { fees } = procedure
      if (fees === undefined || fees === 'none' || fees === 'exempt') continue
      for (const fee of fees) yield* inItself(fee, procedure, where)
      yield* betweenTwo(fees, procedure, where)
    }
  },
}

function* inItself(fee: Fee, { code }: Procedure, where: RuleContext['where']): Generator<Draft> {
  const money = parseMoney(fee.amount)
  if (money.kind === 'contradictory') {
    yield {
      at: where(fee, 'amount'),
      message: {
        vi: `Mức thu của thủ tục ${code} là “${excerpt(fee.amount)}”, vừa miễn vừa thu; cần một trong hai`,
        en: `The rate of procedure ${code} is “${excerpt(fee.amount)}”, free and not free at once; expected one of them`,
      },
    }
    return
  }
  const free = money.kind === 'free' || (money.kind === 'amount' && money.dong === 0)
  if (!free || fee.when === undefined || !namesRate(fee.when)) return
  yield {
    at: where(fee, 'when'),
    message: {
      vi: `Mức thu của thủ tục ${code} là “${fee.amount}” nhưng trường hợp áp dụng lại nói đến mức thu: “${excerpt(fee.when)}”`,
      en: `The rate of procedure ${code} is “${fee.amount}”, yet its case speaks of a rate: “${excerpt(fee.when)}”`,
    },
  }
}

/** Two rates for the same thing, handed in the same way, in the same case. */
function* betweenTwo(fees: readonly Fee[], { code }: Procedure, where: RuleContext['where']): Generator<Draft> {
  const seen = new Map<string, Fee>()
  for (const fee of fees) {
    const { kind = '', channel = '', when = '', per = '', amount } = fee
    const key = [kind, channel, fold(when), fold(per)].join('\n')
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, fee)
      continue
    }
    if (sameAmount(first.amount, amount)) continue
    yield {
      at: where(fee, 'amount'),
      message: {
        vi: `Thủ tục ${code} có hai mức thu “${first.amount}” và “${amount}” cho cùng một trường hợp, cần phân biệt bằng when, channel hoặc per`,
        en: `Procedure ${code} has two rates, “${first.amount}” and “${amount}”, for the same case, expected when, channel or per to tell them apart`,
      },
      related: [{ at: where(first, 'amount'), message: { vi: 'Mức thu thứ nhất', en: 'The first rate' } }],
    }
  }
}

function sameAmount(a: string, b: string): boolean {
  const [first, second] = [parseMoney(a), parseMoney(b)]
  return first.kind === 'amount' && second.kind === 'amount' ? first.dong === second.dong : fold(a) === fold(b)
}
