import { publishedPhones } from '../catalog/contacts.js'
import { writtenPhone } from '../catalog/phone.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule } from '../check/rule.js'

export const phoneObsoleteMobilePrefix: Rule = {
  meta: {
    id: 'phone-obsolete-mobile-prefix',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Số di động còn 11 chữ số như trước năm 2018',
      en: 'A mobile number has the 11 digits of before 2018',
    },
    why: {
      vi: 'Đầu số 11 chữ số đã ngừng từ ngày 15/11/2018, người dân gọi không được.',
      en: 'Numbers of 11 digits were cut off on 15 November 2018; the call goes nowhere.',
    },
    remedy: {
      vi: 'Thay đầu số mới, giữ nguyên bảy chữ số cuối, rồi gọi thử.',
      en: 'Write the new prefix, keep the last seven digits, and dial it once.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, text, phone, owner } of publishedPhones(catalog)) {
      if (phone.kind !== 'obsolete-mobile') continue
      const at = where(record, 'phone')
      const now = writtenPhone(phone.now)
      yield {
        at,
        message: {
          vi: `Số điện thoại ${owner.vi} là “${text}”, đầu số di động cũ; nay là ${now}`,
          en: `The telephone number ${owner.en} is “${text}”, with an old mobile prefix; it is ${now} now`,
        },
        ...rewriteFix(at, now, { vi: `Viết thành ${now}`, en: `Write ${now}` }),
      }
    }
  },
}
