import { excerpt } from '../catalog/excerpt.js'
import { fold } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const fieldNameUnclean: Rule = {
  meta: {
    id: 'field-name-unclean',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Tên lĩnh vực lẫn thứ không phải tên', en: 'The name of a field holds what is no name' },
    why: {
      vi: 'Người dân tìm lĩnh vực theo tên trên bảng; tên lặp, có mã nội bộ hay “chưa phân loại” làm họ không biết đến quầy nào.',
      en: 'Citizens look for the name of their field on the board; a doubled name, an internal code or “unsorted” tells them no counter.',
    },
    remedy: {
      vi: 'Ghi tên lĩnh vực như trong quyết định công bố, viết hoa chữ đầu, bỏ mã và tên bộ trong ngoặc.',
      en: 'Write the name as in the decision, with a capital first letter, without codes and ministries in brackets.',
    },
  },

  *check({ fields }, { where }) {
    for (const field of fields) {
      const fault = faultOf(field.name.trim())
      if (fault === undefined) continue
      yield {
        at: where(field, 'name'),
        message: {
          vi: `Tên lĩnh vực là “${excerpt(field.name)}”, ${fault.vi}`,
          en: `The name of the field is “${excerpt(field.name)}”, ${fault.en}`,
        },
      }
    }
  },
}

/** Damage found in real lists: “Nông nghiệp, Nông nghiệp”, “Giáo dục nghề nghiệp (G07-LĐ06)”, “Hộ tịch (Bộ Tư pháp)”. */
function faultOf(name: string): Text | undefined {
  if (/^(?:chua phan loai|khong co|khac|linh vuc khac)$/.test(fold(name))) {
    return {
      vi: 'chưa phải lĩnh vực nào; cần xếp các thủ tục vào đúng lĩnh vực',
      en: 'which is none; expected its procedures under their fields',
    }
  }
  const bracket = /\((?:[A-Z]\d{2}[^)]*|(?:thuộc )?bộ [^)]*)\)/iu.exec(name)?.[0]
  if (bracket !== undefined) return { vi: `cần bỏ “${bracket}”`, en: `expected it without “${bracket}”` }
  const parts = name.split(/[,;–-]\s+/).map(part => fold(part.trimEnd()))
  if (new Set(parts).size < parts.length)
    return { vi: 'một tên viết hai lần; cần một lần', en: 'one name twice; expected it once' }
  if (/^\p{Ll}/u.test(name)) return { vi: 'cần viết hoa chữ đầu', en: 'expected a capital first letter' }
  return undefined
}
