import { publishedPhones } from '../catalog/contacts.js'
import type { Phone } from '../catalog/phone.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const phoneMalformed: Rule = {
  meta: {
    id: 'phone-malformed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Số điện thoại viết sai', en: 'A telephone number is malformed' },
    why: {
      vi: 'Người dân gọi đúng theo số in trên bảng niêm yết; số sai thì không gặp được ai.',
      en: 'Citizens dial the number as the board prints it; a malformed one reaches nobody.',
    },
    remedy: {
      vi: 'Mỗi khóa phone ghi một số, gọi được trong nước: máy bàn 11 chữ số kể cả mã vùng (0274 3822 234), di động 10 chữ số (0903 575 931); số máy lẻ ghi ở khóa extension.',
      en: 'Write one number per phone key, as dialled within Vietnam: a landline of 11 digits with its area code (0274 3822 234), a mobile of 10 digits (0903 575 931); an extension goes under extension.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, text, phone, owner } of publishedPhones(catalog)) {
      const expected = expectation(phone)
      if (expected === undefined) continue
      const at = where(record, 'phone')
      const repair = phone.kind === 'malformed' ? phone.repair : undefined
      yield {
        at,
        message: {
          vi: `Số điện thoại ${owner.vi} là “${text}”, ${expected.vi}`,
          en: `The telephone number ${owner.en} is “${text}”, ${expected.en}`,
        },
        ...(repair !== undefined && rewriteFix(at, repair, { vi: `Viết thành ${repair}`, en: `Write ${repair}` })),
      }
    }
  },
}

/** What was expected instead; undefined where the number is none of our business. */
function expectation(phone: Phone): Text | undefined {
  if (phone.kind === 'several') {
    return { vi: 'gồm nhiều số, cần đúng một số', en: 'which is several numbers, expected one' }
  }
  if (phone.kind === 'extension') {
    return {
      vi: `có kèm máy lẻ, cần ghi số máy lẻ ở khóa riêng: extension: "${phone.extension}"`,
      en: `with an extension in it, expected that under its own key: extension: "${phone.extension}"`,
    }
  }
  return phone.kind === 'malformed' ? malformed(phone) : undefined
}

function malformed({ fault, digits, repair }: Extract<Phone, { kind: 'malformed' }>): Text {
  switch (fault) {
    case 'style':
      return { vi: `cần viết như gọi trong nước: ${repair}`, en: `expected as dialled within Vietnam: ${repair}` }
    case 'text':
      return {
        vi: 'cần chỉ có chữ số, dấu cách, dấu chấm hoặc gạch nối',
        en: 'expected nothing but digits, spaces, dots or hyphens',
      }
    case 'area-missing':
      return { vi: 'thiếu mã vùng, cần số máy bàn 11 chữ số', en: 'without an area code, expected 11 digits' }
    case 'prefix':
      return { vi: 'nhưng không có mã vùng hay đầu số nào như vậy', en: 'but no area code or network begins like that' }
    case 'digit-count': {
      const wanted = /^0?2/.test(digits)
        ? { vi: 'máy bàn cần 11', en: 'a landline needs 11' }
        : /^0[35789]/.test(digits)
          ? { vi: 'di động cần 10', en: 'a mobile needs 10' }
          : { vi: 'máy bàn cần 11, di động cần 10', en: 'a landline needs 11, a mobile 10' }
      const count = digits.length
      return { vi: `có ${count} chữ số, ${wanted.vi}`, en: `of ${count} digits; ${wanted.en}` }
    }
  }
}
