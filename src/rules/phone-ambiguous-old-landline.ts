import { likelyOldLandline, publishedPhones } from '../catalog/contacts.js'
import { writtenPhone } from '../catalog/phone.js'
import type { Rule } from '../check/rule.js'

export const phoneAmbiguousOldLandline: Rule = {
  meta: {
    id: 'phone-ambiguous-old-landline',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Số vừa giống di động, vừa giống máy bàn mã vùng cũ',
      en: 'A number may be a mobile or a landline with an old area code',
    },
    why: {
      vi: 'Nếu là máy bàn mã vùng cũ, người dân sẽ gọi nhầm vào di động của một người không liên quan.',
      en: 'If it is an old landline, citizens will ring the mobile of somebody who has nothing to do with the office.',
    },
    remedy: {
      vi: 'Gọi thử. Nếu là máy bàn, viết theo mã vùng mới; nếu là di động, viết nhóm 4-3-3 (0363 822 234) và ghi mobileConsent.',
      en: 'Dial it. Write a landline with its new area code; group a mobile 4-3-3 (0363 822 234) and record mobileConsent.',
    },
    basis: [{ document: '2036/QĐ-BTTTT (2016)' }],
  },

  *check(catalog, { where }) {
    for (const contact of publishedPhones(catalog)) {
      const old = likelyOldLandline(contact, catalog.agency)
      if (old === undefined) continue
      const { record, text, owner } = contact
      const now = writtenPhone(old.digits)
      yield {
        at: where(record, 'phone'),
        message: {
          vi: `Số điện thoại ${owner.vi} là “${text}”, có thể là máy bàn ${old.province} theo mã vùng cũ (nay là ${now}), cần gọi thử để biết chắc`,
          en: `The telephone number ${owner.en} is “${text}”, possibly a landline of ${old.province} with its old area code (${now} now); expected a number that somebody has dialled`,
        },
      }
    }
  },
}
