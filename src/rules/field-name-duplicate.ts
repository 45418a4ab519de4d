import { excerpt } from '../catalog/excerpt.js'
import type { Field } from '../catalog/model.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'

export const fieldNameDuplicate: Rule = {
  meta: {
    id: 'field-name-duplicate',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Hai lĩnh vực trùng tên', en: 'Two fields share a name' },
    why: {
      vi: 'Thủ tục của một lĩnh vực bị chia làm hai nơi; người dân xem một nơi sẽ tưởng thủ tục kia không có.',
      en: 'The procedures of one field are split in two places; citizens who read one think that the rest does not exist.',
    },
    remedy: {
      vi: 'Gộp hai lĩnh vực thành một, hoặc ghi rõ tên để phân biệt. Khác dấu, chữ hoa hay dấu câu vẫn là trùng.',
      en: 'Merge the two, or give them names that differ in more than marks, case or punctuation.',
    },
  },

  *check({ fields }, { where }) {
    const firsts = new Map<string, Field>()
    for (const field of fields) {
      const key = fold(field.name)
      const first = firsts.get(key)
      if (first === undefined) {
        firsts.set(key, field)
        continue
      }
      // A record that was copied whole is the business of id-duplicate.
      if (first.id === field.id) continue
      yield {
        at: where(field, 'name'),
        message: {
          vi: `Lĩnh vực “${excerpt(field.name)}” (${field.id}) trùng tên với “${excerpt(first.name)}” (${first.id})`,
          en: `The field “${excerpt(field.name)}” (${field.id}) has the name of “${excerpt(first.name)}” (${first.id})`,
        },
        related: [
          {
            at: where(first, 'name'),
            message: { vi: `Lĩnh vực cùng tên: ${first.id}`, en: `The field of the same name: ${first.id}` },
          },
        ],
      }
    }
  },
}
