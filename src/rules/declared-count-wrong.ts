import type { Rule } from '../check/rule.js'

export const declaredCountWrong: Rule = {
  meta: {
    id: 'declared-count-wrong',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Số lượng công bố khác số có trong danh mục', en: 'A declared count differs from the catalog' },
    why: {
      vi: 'Danh mục thiếu hoặc thừa so với quyết định công bố: có thủ tục người dân không tìm thấy, hoặc có thủ tục chưa được công bố.',
      en: 'The catalog holds less or more than the decision announced: some procedure cannot be found, or one was never announced.',
    },
    remedy: {
      vi: 'Đối chiếu danh mục với quyết định công bố; chỉ sửa publication.expect khi quyết định đã thay đổi.',
      en: 'Compare the catalog with the decision; change publication.expect only where the decision has changed.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 17' }],
  },

  *check({ publication, procedures, fields }, { where }) {
    const expect = publication?.expect
    if (expect === undefined) return
    const counts = [
      { key: 'procedures', count: procedures.length, title: { vi: 'thủ tục', en: 'procedures' } },
      { key: 'fields', count: fields.length, title: { vi: 'lĩnh vực', en: 'fields' } },
    ] as const
    for (const { key, count, title } of counts) {
      const declared = expect[key]
      if (declared === undefined || declared === count) continue
      const gap = Math.abs(declared - count)
      yield {
        at: where(expect, key),
        message: {
          vi: `Danh mục công bố ${declared} ${title.vi} nhưng có ${count}, ${count < declared ? 'thiếu' : 'thừa'} ${gap}`,
          en: `The catalog declares ${declared} ${title.en} and has ${count}, ${gap} too ${count < declared ? 'few' : 'many'}`,
        },
      }
    }
  },
}
