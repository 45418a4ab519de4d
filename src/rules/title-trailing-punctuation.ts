import { excerpt } from '../catalog/excerpt.js'
import { rewriteFix } from '../catalog/rewrite.js'
import { titles, withoutEnd } from '../catalog/titles.js'
import type { Rule } from '../check/rule.js'

export const titleTrailingPunctuation: Rule = {
  meta: {
    id: 'title-trailing-punctuation',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tên kết thúc bằng dấu câu',
      en: 'A title ends in punctuation',
    },
    why: {
      vi: 'Cùng một thủ tục lúc có dấu chấm lúc không thì máy coi là hai tên; trên bảng và thẻ trông như câu viết dở.',
      en: 'With a full stop here and none there, one procedure counts as two names; on boards it looks like half a sentence.',
    },
    remedy: {
      vi: 'Bỏ dấu câu ở cuối tên. Tên bị cụt (“…”) thì ghi lại cho đủ.',
      en: 'Remove it. Where the title was cut off (“…”), write it in full.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, key, text, name } of titles(catalog)) {
      const bare = withoutEnd(text)
      // A title of nothing but signs is a placeholder.
      if (bare === text || bare === '') continue
      const at = where(record, key)
      const cut = /(?:…|\.{2,})\s*$/.test(text)
      yield {
        at,
        message: {
          vi: `${name.vi} là “${excerpt(text, text.length)}”, cần bỏ “${text.slice(bare.length).trim()}” ở cuối`,
          en: `${name.en} is “${excerpt(text, text.length)}”, expected no “${text.slice(bare.length).trim()}” at its end`,
        },
        ...(!cut && rewriteFix(at, bare, { vi: 'Bỏ dấu câu ở cuối', en: 'Remove the punctuation' })),
      }
    }
  },
}
