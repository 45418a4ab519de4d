import { publishedEmails } from '../catalog/contacts.js'
import { isEmail, repairEmail } from '../catalog/email.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule } from '../check/rule.js'

export const emailMalformed: Rule = {
  meta: {
    id: 'email-malformed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Địa chỉ thư điện tử viết sai', en: 'An e-mail address is malformed' },
    why: {
      vi: 'Thư của người dân bị trả lại, hoặc không gửi được.',
      en: 'What citizens write comes back, or cannot be sent at all.',
    },
    remedy: {
      vi: 'Ghi một địa chỉ, không dấu, không cách, như phuong@example.gov.vn.',
      en: 'Write one address without marks or spaces, such as ward@example.gov.vn.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, text, owner } of publishedEmails(catalog)) {
      if (isEmail(text)) continue
      const at = where(record, 'email')
      const repair = repairEmail(text)
      yield {
        at,
        message: {
          vi: `Thư điện tử ${owner.vi} là “${text}”, cần một địa chỉ dạng tên@tênmiền`,
          en: `The e-mail address ${owner.en} is “${text}”, expected one address of the form name@domain`,
        },
        ...(repair !== undefined && rewriteFix(at, repair, { vi: `Viết thành ${repair}`, en: `Write ${repair}` })),
      }
    }
  },
}
