import type { Catalog } from '../catalog/model.js'
import type { Rule, RuleContext } from '../check/rule.js'
import type { Location } from '../source.js'

export const publicationDateMissing: Rule = {
  meta: {
    id: 'publication-date-missing',
    severity: 'warning',
    // A publication that could not be read is not a missing one.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Danh mục không ghi ngày',
      en: 'The list bears no date',
    },
    why: {
      vi: 'Người đọc không biết danh mục đúng đến ngày nào, bảng cũ và bảng mới trông như nhau.',
      en: 'Readers cannot tell as of when the list is true; an old board looks like a new one.',
    },
    remedy: {
      vi: 'Thêm publication: {date: năm-tháng-ngày}, là ngày mà danh mục đã được đối chiếu là đúng.',
      en: 'Add publication: {date: year-month-day}, the day as of which the list was found to be true.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 17' }],
  },

  *check(catalog, { where }) {
    if (catalog.publication?.date !== undefined) return
    const at = whereToDate(catalog, where)
    if (at === undefined) return
    yield {
      at,
      message: {
        vi: 'Danh mục chưa ghi ngày, cần khóa date trong publication',
        en: 'The list bears no date, expected the key date under publication',
      },
    }
  },
}

/** The record that should hold the date, or else the first one of the catalog. */
function whereToDate(catalog: Catalog, where: RuleContext['where']): Location | undefined {
  const { publication, agency, officers, fields, procedures } = catalog
  const record = publication ?? agency ?? officers[0] ?? fields[0] ?? procedures[0]
  return record === undefined ? undefined : where<object>(record)
}
