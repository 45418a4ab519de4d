import { excerpt } from '../catalog/excerpt.js'
import { rewriteFix } from '../catalog/rewrite.js'
import { distinctTexts } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'

/** Between two words, or at an end of a text of one line. */
const stray = /(?<=\S) {2,}(?=\S)|^ +| +$/

export const textDoubleSpace: Rule = {
  meta: {
    id: 'text-double-space',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thừa dấu cách',
      en: 'Superfluous spaces',
    },
    why: {
      vi: 'Trên màn hình khó thấy, nhưng hai tên như nhau bị coi là khác nhau khi so khớp và tìm kiếm, và bảng in bị hở chữ.',
      en: 'Hard to see on a screen, yet two equal names differ in a search or a sheet, and gaps show in print.',
    },
    remedy: {
      vi: 'Giữa hai từ chỉ một dấu cách, đầu và cuối không có dấu cách.',
      en: 'Leave one space between words, and none at the ends.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const [text, places] of distinctTexts(catalog)) {
      // Lines of a block text may be indented on purpose.
      const index = text.includes('\n') ? text.search(/(?<=\S) {2,}(?=\S)/) : text.search(stray)
      if (index === -1) continue
      for (const { record, key, item } of places) {
        const at = where(record, key, item)
        yield {
          at,
          message: {
            vi: `Giá trị “${excerpt(text, index)}” của khóa “${key}” thừa dấu cách, cần một dấu cách giữa hai từ`,
            en: `The value “${excerpt(text, index)}” of the key “${key}” has superfluous spaces, expected one between words`,
          },
          ...(!text.includes('\n') &&
            rewriteFix(at, text.trim().replace(/ {2,}/g, ' '), {
              vi: 'Bỏ dấu cách thừa',
              en: 'Remove the superfluous spaces',
            })),
        }
      }
    }
  },
}
