import { publishedPhones } from '../catalog/contacts.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Officer } from '../catalog/model.js'
import { phoneDigits } from '../catalog/phone.js'
import type { Rule } from '../check/rule.js'

export const phoneSharedByOfficers: Rule = {
  meta: {
    id: 'phone-shared-by-officers',
    severity: 'info',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Nhiều cán bộ chung một số điện thoại', en: 'Officers share a telephone number' },
    why: {
      vi: 'Người dân gọi đến có thể gặp người khác và phải chờ chuyển máy; cũng có thể một số bị chép nhầm.',
      en: 'Callers may reach somebody else and wait to be put through; or one of the numbers was copied by mistake.',
    },
    remedy: {
      vi: 'Kiểm tra lại số; nếu đúng là máy chung thì ghi số máy lẻ của từng người ở khóa extension.',
      en: 'Check the numbers; where the line is shared, give each officer an extension.',
    },
  },

  *check(catalog, { where }) {
    const main = publishedPhones(catalog).find(({ record }) => record === catalog.agency)
    const mainDigits = main === undefined ? undefined : phoneDigits(main.meant)
    const firsts = new Map<string, Officer>()
    for (const { officer, text, meant } of publishedPhones(catalog)) {
      const digits = phoneDigits(meant)
      // The number of the agency is meant for everybody.
      if (officer === undefined || digits === undefined || digits === mainDigits) continue
      const line = `${digits} ${officer.extension ?? ''}`
      const first = firsts.get(line)
      if (first === undefined) {
        firsts.set(line, officer)
        continue
      }
      yield {
        at: where(officer, 'phone'),
        message: {
          vi: `Số điện thoại “${text}” của ${excerpt(officer.name)} cũng là số của ${excerpt(first.name)}`,
          en: `The telephone number “${text}” of ${excerpt(officer.name)} is that of ${excerpt(first.name)} too`,
        },
        related: [
          {
            at: where(first, 'phone'),
            message: { vi: `Số của ${excerpt(first.name)}`, en: `The number of ${excerpt(first.name)}` },
          },
        ],
      }
    }
  },
}
