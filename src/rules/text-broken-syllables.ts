import { brokenSyllables } from '../catalog/broken-syllables.js'
import { excerpt } from '../catalog/excerpt.js'
import { distinctTexts } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'

export const textBrokenSyllables: Rule = {
  meta: {
    id: 'text-broken-syllables',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tiếng bị tách rời',
      en: 'Syllables are torn apart',
    },
    why: {
      vi: 'Thường do chép từ tệp PDF: “c ấp l ại” khó đọc, tìm “cấp lại” không ra, người khiếm thị nghe máy đọc không hiểu.',
      en: 'This comes from copying out of a PDF: “c ấp l ại” is hard to read, a search for “cấp lại” misses it, and screen readers stumble.',
    },
    remedy: {
      vi: 'Nối lại các tiếng bị tách, hoặc chép lại từ bản Word hay từ Cổng Dịch vụ công quốc gia.',
      en: 'Join the syllables, or copy the text again from a Word file or from the national portal.',
    },
  },

  *check(catalog, { where }) {
    for (const [text, places] of distinctTexts(catalog)) {
      const broken = brokenSyllables(text)
      const [first] = broken
      if (first === undefined) continue
      const pairs = broken.slice(0, 5).map(({ written, meant }) => ({
        vi: `“${written}” thành “${meant}”`,
        en: `“${meant}” for “${written}”`,
      }))
      const more = broken.length > 5 ? '…' : ''
      for (const { record, key, item } of places)
        yield {
          at: where(record, key, item),
          message: {
            vi: `Giá trị “${excerpt(text, first.index)}” của khóa “${key}” có tiếng bị tách, cần nối ${pairs.map(({ vi }) => vi).join(', ')}${more}`,
            en: `The value “${excerpt(text, first.index)}” of the key “${key}” has torn syllables, expected ${pairs.map(({ en }) => en).join(', ')}${more}`,
          },
        }
    }
  },
}
