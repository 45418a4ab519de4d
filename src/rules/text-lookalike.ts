import { excerpt } from '../catalog/excerpt.js'
import { lookalikes } from '../catalog/lookalikes.js'
import { misread } from '../catalog/misread.js'
import { rewriteFix } from '../catalog/rewrite.js'
import { unusualTexts } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'

export const textLookalike: Rule = {
  meta: {
    id: 'text-lookalike',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Chữ trông giống mà không phải chữ Việt',
      en: 'A letter that looks Vietnamese and is not',
    },
    why: {
      vi: 'Mắt không thấy khác nhưng máy coi là chữ khác: tìm “Đăng ký” không ra, số văn bản không tra được, màn hình đọc cho người khiếm thị đọc sai.',
      en: 'The eye sees no difference, but to a machine it is another letter: a search for “Đăng ký” misses it, and screen readers misread it.',
    },
    remedy: {
      vi: 'Gõ lại chữ bằng bộ gõ tiếng Việt, bảng mã Unicode.',
      en: 'Type the letter again with a Vietnamese keyboard set to Unicode.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, key, item, text } of unusualTexts(catalog)) {
      const found = lookalikes(text)
      // A whole text in an old encoding is told as such.
      if (found === undefined || misread(text) !== undefined) continue
      const at = where(record, key, item)
      const shown = excerpt(text, found.index)
      const signs = found.signs.map(sign => `“${sign}” (${codePoint(sign)})`).join(', ')
      const { repair } = found
      yield {
        at,
        message: {
          vi: `Giá trị “${shown}” của khóa “${key}” có chữ không phải chữ Việt: ${signs}${repair === undefined ? '; cần gõ lại' : `; cần “${excerpt(repair, found.index)}”`}`,
          en: `The value “${shown}” of the key “${key}” has letters that are not Vietnamese: ${signs}${repair === undefined ? '; expected them typed anew' : `; expected “${excerpt(repair, found.index)}”`}`,
        },
        ...(repair !== undefined && rewriteFix(at, repair, { vi: 'Thay bằng chữ Việt', en: 'Put Vietnamese letters' })),
      }
    }
  },
}

function codePoint(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
