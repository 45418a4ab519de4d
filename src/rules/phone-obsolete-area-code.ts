import { publishedPhones } from '../catalog/contacts.js'
import { writtenPhone } from '../catalog/phone.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule } from '../check/rule.js'

export const phoneObsoleteAreaCode: Rule = {
  meta: {
    id: 'phone-obsolete-area-code',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Số máy bàn còn mã vùng cũ trước năm 2017', en: 'A landline has its area code of before 2017' },
    why: {
      vi: 'Mã vùng cũ đã ngừng từ năm 2017, người dân gọi không được.',
      en: 'The old area codes were cut off in 2017; the call goes nowhere.',
    },
    remedy: {
      vi: 'Thay mã vùng mới, giữ nguyên phần số thuê bao, rồi gọi thử.',
      en: 'Write the new area code, keep the rest, and dial it once.',
    },
    basis: [{ document: '2036/QĐ-BTTTT (2016)' }],
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, text, phone, owner } of publishedPhones(catalog)) {
      if (phone.kind !== 'obsolete-area') continue
      const at = where(record, 'phone')
      const now = writtenPhone(phone.now.digits)
      const { province } = phone.now
      yield {
        at,
        message: phone.certain
          ? {
              vi: `Số điện thoại ${owner.vi} là “${text}”, mã vùng cũ của ${province}; nay là ${now}`,
              en: `The telephone number ${owner.en} is “${text}”, with the old area code of ${province}; it is ${now} now`,
            }
          : {
              vi: `Số điện thoại ${owner.vi} là “${text}”: nếu là máy bàn ${province} theo mã vùng cũ thì nay là ${now}, nếu là di động thì thừa một chữ số`,
              en: `The telephone number ${owner.en} is “${text}”: an old landline of ${province} would be ${now} now, a mobile has a digit too many`,
            },
        ...(phone.certain && rewriteFix(at, now, { vi: `Viết thành ${now}`, en: `Write ${now}` })),
      }
    }
  },
}
