import type { Rule } from '../check/rule.js'

export const decisionMissing: Rule = {
  meta: {
    id: 'decision-missing',
    severity: 'info',
    // A publication that could not be read is not a missing one.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Danh mục không ghi quyết định công bố',
      en: 'The list names no publication decision',
    },
    why: {
      vi: 'Phường, xã chỉ niêm yết những thủ tục mà Chủ tịch Ủy ban nhân dân tỉnh đã công bố; không có số quyết định thì không đối chiếu được danh mục với bản gốc.',
      en: 'A ward only posts what the provincial chairman has announced; without the decision the list cannot be held against its original.',
    },
    remedy: {
      vi: 'Thêm publication: {decision: {number: 1234/QĐ-UBND, date: 2022-05-10}}, hoặc khóa decision ở từng thủ tục.',
      en: 'Add publication: {decision: {number: 1234/QĐ-UBND, date: 2022-05-10}}, or the key decision to each procedure.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 13, Điều 15' }],
  },

  *check({ publication, procedures }, { where }) {
    if (publication?.decision !== undefined) return
    const without = procedures.filter(({ decision }) => decision === undefined)
    const [first] = without
    if (first === undefined) return
    const { length: count } = without
    yield {
      at: where<object>(publication ?? first),
      message: {
        vi: `Danh mục chưa ghi quyết định công bố của ${count} thủ tục, cần khóa decision trong publication`,
        en: `The list names no decision for ${count} ${count === 1 ? 'procedure' : 'procedures'}, expected the key decision under publication`,
      },
    }
  },
}
