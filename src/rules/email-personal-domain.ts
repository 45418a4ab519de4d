import { publishedEmails } from '../catalog/contacts.js'
import { personalDomain } from '../catalog/email.js'
import type { Rule } from '../check/rule.js'

export const emailPersonalDomain: Rule = {
  meta: {
    id: 'email-personal-domain',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Thư điện tử liên hệ là hộp thư cá nhân', en: 'A contact is a personal mailbox' },
    why: {
      vi: 'Giấy tờ của người dân nằm trong hộp thư riêng, mất theo khi cán bộ chuyển việc; kẻ lừa đảo cũng dễ giả hộp thư như vậy.',
      en: 'Citizens’ papers end up in a private mailbox and leave with the officer; and such an address is easy to imitate for fraud.',
    },
    remedy: {
      vi: 'Ghi hộp thư công vụ (tên miền .gov.vn).',
      en: 'Write the official mailbox (a .gov.vn address).',
    },
    basis: [{ document: '91/2025/QH15' }, { document: '13/2023/NĐ-CP', article: 'Điều 3' }],
  },

  *check(catalog, { where }) {
    for (const { record, text, owner } of publishedEmails(catalog)) {
      const domain = personalDomain(text)
      if (domain === undefined) continue
      yield {
        at: where(record, 'email'),
        message: {
          vi: `Thư điện tử ${owner.vi} là “${text}”, hộp thư cá nhân (${domain}), cần hộp thư công vụ`,
          en: `The e-mail address ${owner.en} is “${text}”, a personal mailbox (${domain}), expected an official one`,
        },
      }
    }
  },
}
