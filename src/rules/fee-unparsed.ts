import { excerpt } from '../catalog/excerpt.js'
import { allFees } from '../catalog/fees.js'
import type { Fee } from '../catalog/model.js'
import { type Money, parseMoney, type UnparsedMoney, writtenMoney } from '../catalog/money.js'
import { isBlockText, rewriteFix } from '../catalog/rewrite.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

const expectations: Readonly<Record<UnparsedMoney, Text>> = {
  'number-missing': { vi: 'thiếu con số; cần mức thu như 8000', en: 'without a number; expected a rate such as 8000' },
  'no-information': {
    vi: 'cần mức thu theo văn bản quy định, hoặc fees: none nếu không có phí',
    en: 'expected the rate that the law sets, or fees: none where there is no fee',
  },
  'zero-in-letters': {
    vi: 'cần số 0 nếu mức thu là 0 đồng, fees: none nếu không có phí, fees: exempt nếu được miễn',
    en: 'expected 0 for a rate of 0 đồng, fees: none where there is no fee, fees: exempt where it is waived',
  },
  'ambiguous-number': {
    vi: 'con số đọc được nhiều cách; cần viết liền chữ số, như 8000',
    en: 'the number can be read in several ways; expected digits alone, such as 8000',
  },
  'too-small': {
    vi: 'không có mức thu nào nhỏ như vậy, có thể thiếu ba số 0; cần số tiền bằng đồng',
    en: 'no rate is that small, three zeros may be missing; expected the amount in đồng',
  },
  several: {
    vi: 'gồm nhiều mức; cần mỗi mức một mục amount, kèm per, channel hoặc when',
    en: 'which is several rates; expected one amount each, with per, channel or when',
  },
  'by-reference': {
    vi: 'cần số tiền cụ thể; tên văn bản ghi ở basis',
    en: 'expected the amount itself; the document goes under basis',
  },
  unknown: {
    vi: 'cần số tiền bằng đồng viết liền, như 8000',
    en: 'expected an amount in đồng, digits only, such as 8000',
  },
}

export const feeUnparsed: Rule = {
  meta: {
    id: 'fee-unparsed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Mức thu không phải là một con số',
      en: 'A rate is not a plain number',
    },
    why: {
      vi: '“8.000” có nơi đọc là 8 đồng, “theo quy định” thì không ai biết phải trả bao nhiêu; bảng tính, thanh toán trực tuyến và bảng niêm yết sẽ mỗi nơi một số.',
      en: '“8.000” is 8 đồng to some programs, and “as regulated” tells nobody what to pay; sheets, online payment and boards will disagree.',
    },
    remedy: {
      vi: 'Viết liền chữ số bằng đồng: amount: 8000. Đơn vị tính ghi ở per, trường hợp áp dụng ở when, văn bản ở basis.',
      en: 'Write digits alone, in đồng: amount: 8000. What it pays for goes under per, the case under when, the document under basis.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2' }],
    fixable: true,
  },

  *check({ procedures }, { where }) {
    for (const { fee, procedure } of allFees(procedures)) {
      const money = parseMoney(fee.amount)
      const expected = expectation(fee, money)
      if (expected === undefined) continue
      const at = where(fee, 'amount')
      const quoted = excerpt(fee.amount)
      const repair = certain(fee, money)
      yield {
        at,
        message: {
          vi: `Mức thu của thủ tục ${procedure.code} là “${quoted}”, ${expected.vi}`,
          en: `The rate of procedure ${procedure.code} is “${quoted}”, ${expected.en}`,
        },
        ...(repair !== undefined && plainFix(at, repair)),
      }
    }
  },
}

/** What was expected instead; undefined where the amount is fine, or another rule speaks of it. */
function expectation({ amount }: Fee, money: Money): Text | undefined {
  switch (money.kind) {
    case 'contradictory':
      return undefined
    case 'unparsed':
      return expectations[money.reason]
    case 'free': {
      const word = money.said === 'none' ? 'none' : 'exempt'
      return {
        vi: `cần fees: ${word} cho cả thủ tục, hoặc amount: 0 kèm when nếu chỉ một trường hợp`,
        en: `expected fees: ${word} for the whole procedure, or amount: 0 with when for one case`,
      }
    }
    default: {
      const written = writtenMoney(money)
      if (amount === written) return undefined
      if (money.per === undefined) return { vi: `cần viết ${written}`, en: `expected ${written}` }
      return {
        vi: `cần amount: ${written} và per: ${money.per}`,
        en: `expected amount: ${written} and per: ${money.per}`,
      }
    }
  }
}

/** The amount put right, where nothing that was written gets lost. */
function certain({ per }: Fee, money: Money): string | undefined {
  if (money.kind !== 'amount' && money.kind !== 'foreign') return undefined
  if (money.per !== undefined && (per === undefined || fold(per) !== fold(money.per))) return undefined
  return writtenMoney(money)
}

function plainFix(at: Parameters<typeof rewriteFix>[0], repair: string): ReturnType<typeof rewriteFix> {
  const title = { vi: `Viết thành ${repair}`, en: `Write ${repair}` }
  // Digits stand in a catalog without quotes; the reader takes every value for text.
  return /^\d+$/.test(repair) && !isBlockText(at)
    ? { fix: { title, edits: [{ at, text: repair }] } }
    : rewriteFix(at, repair, title)
}
