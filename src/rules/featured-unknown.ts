import type { Rule } from '../check/rule.js'

export const featuredUnknown: Rule = {
  meta: {
    id: 'featured-unknown',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục nhiều người làm không có trong danh mục',
      en: 'A featured procedure is not in the catalog',
    },
    why: {
      vi: 'Trang chủ thiếu đúng thủ tục mà nhiều người tìm nhất, và không ai thấy là nó thiếu.',
      en: 'The home page lacks the very procedure that most people look for, and nobody sees that it does.',
    },
    remedy: {
      vi: 'Sửa mã trong publication.featured cho khớp với danh mục, hoặc bỏ mã đó.',
      en: 'Correct the code under publication.featured, or take it off.',
    },
  },

  *check({ publication, procedures }, { where }) {
    if (publication?.featured === undefined) return
    const known = new Set(procedures.map(({ code }) => code))
    const seen = new Set<string>()
    for (const [item, code] of publication.featured.entries()) {
      const at = where(publication, 'featured', item)
      if (!known.has(code)) {
        yield {
          at,
          message: {
            vi: `Mục thủ tục nhiều người làm có mã “${code}”, nhưng danh mục không có thủ tục này`,
            en: `The featured procedures hold the code “${code}”, but the catalog has no such procedure`,
          },
        }
      } else if (seen.has(code)) {
        yield {
          at,
          message: {
            vi: `Mục thủ tục nhiều người làm có mã “${code}” hai lần`,
            en: `The featured procedures hold the code “${code}” twice`,
          },
        }
      }
      seen.add(code)
    }
  },
}
