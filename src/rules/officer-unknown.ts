import { excerpt } from '../catalog/excerpt.js'
import type { Catalog } from '../catalog/model.js'
import { meantRecord } from '../catalog/reference.js'
import { rewriteFix } from '../catalog/rewrite.js'
import type { Rule, RuleContext } from '../check/rule.js'
import type { Text } from '../locale.js'
import type { Location } from '../source.js'

export const officerUnknown: Rule = {
  meta: {
    id: 'officer-unknown',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Nhắc tới cán bộ không có trong danh mục', en: 'An officer is referred to who is not in the catalog' },
    why: {
      vi: 'Trang và bảng niêm yết không có tên, số điện thoại của người phụ trách, nên người dân không biết gọi ai.',
      en: 'Page and board lack the name and telephone of whoever is in charge, so citizens do not know whom to call.',
    },
    remedy: {
      vi: 'Ghi mã (id) của một cán bộ trong mục officers, hoặc thêm cán bộ đó vào officers.',
      en: 'Write the id of one of the officers, or add that officer under officers.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    const known = new Set(catalog.officers.map(({ id }) => id))
    for (const { id, at, owner } of references(catalog, where)) {
      if (known.has(id)) continue
      const { same, near } = meantRecord(id, catalog.officers)
      yield {
        at,
        message: {
          vi: `${owner.vi} là “${id}”, nhưng danh mục không có cán bộ này${near === undefined ? '' : `; có phải “${near}” không?`}`,
          en: `${owner.en} is “${id}”, but the catalog has no such officer${near === undefined ? '' : `; did you mean “${near}”?`}`,
        },
        ...(same !== undefined && rewriteFix(at, same, { vi: `Viết thành ${same}`, en: `Write ${same}` })),
      }
    }
  },
}

interface Reference {
  readonly id: string
  readonly at: Location
  readonly owner: Text
}

function* references({ officers, fields, procedures }: Catalog, where: RuleContext['where']): Generator<Reference> {
  for (const officer of officers) {
    for (const absence of officer.absent ?? []) {
      if (absence.deputy === undefined) continue
      const owner = { vi: `Người làm thay ${excerpt(officer.name)}`, en: `The deputy of ${excerpt(officer.name)}` }
      yield { id: absence.deputy, at: where(absence, 'deputy'), owner }
    }
  }
  for (const field of fields) {
    for (const [item, id] of (field.officers ?? []).entries()) {
      const owner = {
        vi: `Cán bộ phụ trách lĩnh vực “${excerpt(field.name)}”`,
        en: `An officer of the field “${excerpt(field.name)}”`,
      }
      yield { id, at: where(field, 'officers', item), owner }
    }
  }
  for (const procedure of procedures) {
    if (procedure.officer === undefined) continue
    const owner = { vi: `Cán bộ phụ trách thủ tục “${procedure.title}”`, en: `The officer of “${procedure.title}”` }
    yield { id: procedure.officer, at: where(procedure, 'officer'), owner }
  }
}
