import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'

export const idDuplicate: Rule = {
  meta: {
    id: 'id-duplicate',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Hai cán bộ hoặc hai lĩnh vực trùng mã (id)', en: 'Two officers or two fields share an id' },
    why: {
      vi: 'Không biết mã chỉ ai, nên trang có thể in tên và số điện thoại của người khác.',
      en: 'Nobody can tell whom the id means, so the page may print the name and telephone of somebody else.',
    },
    remedy: {
      vi: 'Đặt mã khác cho một trong hai và sửa những nơi nhắc tới mã đó, hoặc xóa mục thừa.',
      en: 'Give one of the two another id and correct what refers to it, or delete the surplus record.',
    },
  },

  *check({ officers, fields }, { where }) {
    const kinds = [
      { records: officers, title: { vi: 'cán bộ', en: 'officer' } },
      { records: fields, title: { vi: 'lĩnh vực', en: 'field' } },
    ]
    for (const { records, title } of kinds) {
      const firsts = new Map<string, (typeof records)[number]>()
      for (const record of records) {
        const first = firsts.get(record.id)
        if (first === undefined) {
          firsts.set(record.id, record)
          continue
        }
        yield {
          at: where(record, 'id'),
          message: {
            vi: `Mã “${record.id}” của ${title.vi} “${excerpt(record.name)}” đã dùng cho ${title.vi} “${excerpt(first.name)}”`,
            en: `The id “${record.id}” of the ${title.en} “${excerpt(record.name)}” is already that of the ${title.en} “${excerpt(first.name)}”`,
          },
          related: [
            {
              at: where(first, 'id'),
              message: { vi: `Lần đầu: “${excerpt(first.name)}”`, en: `First used here: “${excerpt(first.name)}”` },
            },
          ],
        }
      }
    }
  },
}
