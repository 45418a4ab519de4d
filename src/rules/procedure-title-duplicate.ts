import { codeKey } from '../catalog/code.js'
import type { Procedure } from '../catalog/model.js'
import { meantId } from '../catalog/reference.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'

export const procedureTitleDuplicate: Rule = {
  meta: {
    id: 'procedure-title-duplicate',
    // Not an error: the national portal itself holds several codes of one title.
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Hai thủ tục khác mã trùng tên', en: 'Two procedures with different codes share a title' },
    why: {
      vi: 'Trên bảng niêm yết người dân thấy hai dòng giống nhau và không biết trường hợp của mình là dòng nào.',
      en: 'On the board citizens see two equal lines and cannot tell which one is theirs.',
    },
    remedy: {
      vi: 'Ghi rõ trường hợp trong tên theo quyết định công bố, hoặc xóa mã cũ đã được thay thế.',
      en: 'Name the case in the title as the decision does, or delete the code that has been replaced.',
    },
  },

  *check({ fields, procedures }, { where }) {
    const firsts = new Map<string, Procedure>()
    for (const procedure of procedures) {
      const { code, title, field } = procedure
      // A quarter of real titles begin with “Thủ tục”, which tells nothing apart.
      const key = `${meantId(field, fields)} ${fold(title).replace(/^thu tuc /, '')}`
      const first = firsts.get(key)
      if (first === undefined) {
        firsts.set(key, procedure)
        continue
      }
      // A record that was copied whole is the business of procedure-code-duplicate.
      if (codeKey(first.code) === codeKey(code)) continue
      yield {
        at: where(procedure, 'title'),
        message: {
          vi: `Thủ tục ${code} có tên “${title}”, trùng tên thủ tục ${first.code}`,
          en: `Procedure ${code} is titled “${title}”, the same as procedure ${first.code}`,
        },
        related: [
          {
            at: where(first, 'title'),
            message: { vi: `Thủ tục ${first.code} cùng tên`, en: `Procedure ${first.code} of the same title` },
          },
        ],
      }
    }
  },
}
