import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'

export const catalogEmpty: Rule = {
  meta: {
    id: 'catalog-empty',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Danh mục không có thủ tục nào', en: 'A catalog has no procedures' },
    why: {
      vi: 'Trang công bố sẽ trống và thay trang đang dùng; người dân không tra cứu được gì.',
      en: 'An empty page would take the place of the one in use, and citizens would find nothing.',
    },
    remedy: {
      vi: 'Thêm các thủ tục vào mục procedures; nếu thủ tục ở tệp khác, đặt tệp đó trong thư mục của danh mục với đuôi .yaml.',
      en: 'Add the procedures under procedures; where they stand in another file, put it into the folder of the catalog, named .yaml.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 17' }],
  },

  *check({ agency, publication, officers, fields, procedures }, { where }) {
    if (procedures.length > 0) return
    const record = agency ?? publication ?? fields[0] ?? officers[0]
    if (record === undefined) return
    yield {
      at: where(record),
      message: {
        vi: `Danh mục${agency === undefined ? '' : ` của ${excerpt(agency.name)}`} không có thủ tục nào, cần ít nhất một`,
        en: `The catalog${agency === undefined ? '' : ` of ${excerpt(agency.name)}`} has no procedures, expected at least one`,
      },
    }
  },
}
