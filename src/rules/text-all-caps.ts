import { excerpt } from '../catalog/excerpt.js'
import { titles } from '../catalog/titles.js'
import type { Rule } from '../check/rule.js'

export const textAllCaps: Rule = {
  meta: {
    id: 'text-all-caps',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tên viết toàn chữ in hoa',
      en: 'A title wholly in capitals',
    },
    why: {
      vi: 'Chữ in hoa khó đọc, dấu khó nhìn, không phân biệt được tên riêng; trên bảng niêm yết lại chiếm thêm chỗ.',
      en: 'Capitals are hard to read, their marks hard to see, and names no longer stand out; on a board they need more room.',
    },
    remedy: {
      vi: 'Viết hoa chữ đầu và tên riêng, như trong quyết định công bố. Muốn in hoa thì để mẫu bảng tự đổi.',
      en: 'Capitalise the first word and names, as the decision does. Where capitals are wanted, the template makes them.',
    },
    basis: [{ document: '30/2020/NĐ-CP', article: 'Phụ lục II' }],
  },

  *check(catalog, { where }) {
    for (const { record, key, text, name } of titles(catalog)) {
      if (!isAllCaps(text)) continue
      yield {
        at: where(record, key),
        message: {
          vi: `${name.vi} là “${excerpt(text)}”, toàn chữ in hoa, cần chữ thường`,
          en: `${name.en} is “${excerpt(text)}”, all capitals, expected lower case`,
        },
      }
    }
  },
}

/** Three words, so that “UBND TP” may stay. */
function isAllCaps(text: string): boolean {
  return text === text.toUpperCase() && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3
}
