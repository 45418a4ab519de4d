import { publishedPhones } from '../catalog/contacts.js'
import type { Rule } from '../check/rule.js'

export const phoneIsEmergencyOrPremium: Rule = {
  meta: {
    id: 'phone-is-emergency-or-premium',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Số liên hệ là số khẩn cấp hoặc số 1900 tính cước cao',
      en: 'A contact is an emergency or premium rate number',
    },
    why: {
      vi: 'Gọi số khẩn cấp để hỏi thủ tục làm nghẽn máy cứu nạn; gọi 1900 thì người dân phải trả cước cao.',
      en: 'Questions block the emergency line, and a call to 1900 costs citizens a premium.',
    },
    remedy: {
      vi: 'Ghi số máy bàn của cơ quan, tổng đài 1022 hoặc tổng đài miễn phí 1800.',
      en: 'Write the landline of the office, 1022, or a free 1800 number.',
    },
    // 118/2025/NĐ-CP took the place of 61/2018/NĐ-CP on 01/07/2025.
    basis: [{ document: '61/2018/NĐ-CP', article: 'Điều 15' }, { document: '118/2025/NĐ-CP' }],
  },

  *check(catalog, { where }) {
    for (const { record, text, meant, owner } of publishedPhones(catalog)) {
      if (meant.kind !== 'emergency' && meant.kind !== 'premium') continue
      const what =
        meant.kind === 'emergency'
          ? { vi: 'số khẩn cấp', en: 'an emergency number' }
          : { vi: 'số 1900 tính cước cao', en: 'a premium rate number' }
      yield {
        at: where(record, 'phone'),
        message: {
          vi: `Số điện thoại ${owner.vi} là “${text}”, ${what.vi}, cần số máy của cơ quan`,
          en: `The telephone number ${owner.en} is “${text}”, ${what.en}, expected a number of the office`,
        },
      }
    }
  },
}
