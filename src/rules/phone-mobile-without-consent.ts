import { likelyOldLandline, publishedPhones } from '../catalog/contacts.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'

export const phoneMobileWithoutConsent: Rule = {
  meta: {
    id: 'phone-mobile-without-consent',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Công khai số di động mà chưa ghi sự đồng ý của cán bộ',
      en: 'An officer’s mobile number is published without recorded consent',
    },
    why: {
      vi: 'Số di động là dữ liệu cá nhân; cán bộ bị gọi ngoài giờ, và khi chuyển việc thì người dân vẫn gọi vào số cũ.',
      en: 'A mobile number is personal data; the officer is called at all hours, and citizens keep calling after a change of post.',
    },
    remedy: {
      vi: 'Ghi số máy cơ quan; nếu cán bộ đồng ý công khai số di động thì ghi ngày đồng ý ở khóa mobileConsent. Số không công khai ghi ở internal.phone.',
      en: 'Write the office number; where the officer agrees, record the day under mobileConsent. A number that is not to be published goes under internal.phone.',
    },
    basis: [
      { document: '91/2025/QH15', article: 'Điều 16' },
      { document: '13/2023/NĐ-CP', article: 'Điều 2, Điều 3' },
      { document: '61/2018/NĐ-CP', article: 'Điều 15' },
    ],
  },

  *check(catalog, { where }) {
    for (const contact of publishedPhones(catalog)) {
      const { officer, text, meant } = contact
      if (officer === undefined || officer.mobileConsent !== undefined || meant.kind !== 'mobile') continue
      // Whether it is a mobile at all is the first question then.
      if (likelyOldLandline(contact, catalog.agency) !== undefined) continue
      yield {
        at: where(officer, 'phone'),
        message: {
          vi: `Số điện thoại của ${excerpt(officer.name)} là số di động “${text}”, cần số máy cơ quan hoặc ngày đồng ý ở khóa mobileConsent`,
          en: `The telephone number of ${excerpt(officer.name)} is the mobile “${text}”, expected an office number or the day of consent under mobileConsent`,
        },
      }
    }
  },
}
