import type { IsoDate, Procedure } from '../catalog/model.js'
import type { Rule } from '../check/rule.js'

export const replacedButListed: Rule = {
  meta: {
    id: 'replaced-but-listed',
    severity: 'error',
    // Whether the new procedure is in force yet stands in another record.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục đã bị thay thế mà còn trong danh mục',
      en: 'A replaced procedure is still listed',
    },
    why: {
      vi: 'Cùng một việc có hai thủ tục; người dân làm theo thủ tục cũ thì phải làm lại từ đầu.',
      en: 'The list holds two procedures for one matter; who follows the old one has to start again.',
    },
    remedy: {
      vi: 'Bỏ thủ tục cũ, giữ thủ tục thay thế. Nếu thủ tục cũ còn áp dụng đến một ngày nhất định, ghi ngày đó ở effectiveTo.',
      en: 'Take the old procedure off and keep the new one. If the old one still applies until a certain day, write that day as effectiveTo.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 14 khoản 2' }],
  },

  *check({ procedures }, { where, today }) {
    const byCode = new Map(procedures.map(procedure => [procedure.code, procedure]))
    for (const procedure of procedures) {
      const { code, replacedBy } = procedure
      if (replacedBy === undefined) continue
      const successor = byCode.get(replacedBy)
      if (stillApplies(procedure, successor, today)) continue
      yield {
        at: where(procedure, 'replacedBy'),
        message: {
          vi: `Thủ tục ${code} đã được thay bằng “${replacedBy}”, cần bỏ khỏi danh mục`,
          en: `Procedure ${code} has been replaced by “${replacedBy}”, expected it to leave the list`,
        },
        ...(successor !== undefined && {
          related: [
            {
              at: where(successor, 'code'),
              message: { vi: `Thủ tục thay thế: ${successor.title}`, en: `The new procedure: ${successor.title}` },
            },
          ],
        }),
      }
    }
  },
}

/** The old procedure stays until its last day, or until the first day of the new one. */
function stillApplies({ effectiveTo }: Procedure, successor: Procedure | undefined, today: IsoDate): boolean {
  if (effectiveTo !== undefined) return effectiveTo >= today
  return successor?.effectiveFrom !== undefined && successor.effectiveFrom > today
}
