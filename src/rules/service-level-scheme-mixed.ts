import type { Procedure } from '../catalog/model.js'
import { isServiceLevel, type LevelScheme, levelScheme } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

const decrees: Readonly<Record<LevelScheme, string>> = { 'nd43-2011': '43/2011/NĐ-CP', 'nd42-2022': '42/2022/NĐ-CP' }

export const serviceLevelSchemeMixed: Rule = {
  meta: {
    id: 'service-level-scheme-mixed',
    severity: 'error',
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Một danh mục dùng mức độ của hai nghị định',
      en: 'One list uses the service levels of two decrees',
    },
    why: {
      vi: 'Người dân không so sánh được “mức độ 4” với “toàn trình”, và số liệu thống kê theo mức độ bị sai.',
      en: 'Citizens cannot compare “level 4” with “full”, and counts by level are wrong.',
    },
    remedy: {
      vi: 'Dùng một bộ giá trị cho cả danh mục: từ 15/8/2022 là full, partial, information, none; trước đó là level-1 đến level-4.',
      en: 'Use one set of values for the whole list: full, partial, information, none since 2022-08-15; level-1 to level-4 before.',
    },
    basis: [{ document: '43/2011/NĐ-CP', article: 'Điều 3 khoản 4' }, { document: '42/2022/NĐ-CP' }],
  },

  *check({ procedures }, { where }) {
    const old = procedures.filter(procedure => schemeOf(procedure) === 'nd43-2011')
    const recent = procedures.filter(procedure => schemeOf(procedure) === 'nd42-2022')
    const [fewer, more] = old.length < recent.length ? [old, recent] : [recent, old]
    const [odd] = fewer
    const [usual] = more
    if (odd?.serviceLevel === undefined || usual?.serviceLevel === undefined) return
    const oddDecree = decrees[fewer === old ? 'nd43-2011' : 'nd42-2022']
    const usualDecree = decrees[fewer === old ? 'nd42-2022' : 'nd43-2011']
    yield {
      at: where(odd, 'serviceLevel'),
      message: {
        vi: `Mức độ của thủ tục ${odd.code} là “${odd.serviceLevel}” theo NĐ ${oddDecree} (${fewer.length} thủ tục), các thủ tục khác theo NĐ ${usualDecree} (${more.length} thủ tục); cần một bộ giá trị`,
        en: `The service level of procedure ${odd.code} is “${odd.serviceLevel}” of Decree ${oddDecree} (procedures: ${fewer.length}), the others follow Decree ${usualDecree} (procedures: ${more.length}); expected one set of values`,
      },
      related: [
        {
          at: where(usual, 'serviceLevel'),
          message: {
            vi: `“${usual.serviceLevel}” theo NĐ ${usualDecree}`,
            en: `“${usual.serviceLevel}” of Decree ${usualDecree}`,
          },
        },
      ],
    }
  },
}

/** `none` belongs to no scheme: before 2022 and after, it says that nothing is online. */
function schemeOf({ serviceLevel }: Procedure): LevelScheme | undefined {
  if (serviceLevel === undefined || serviceLevel === 'none' || !isServiceLevel(serviceLevel)) return undefined
  return levelScheme(serviceLevel)
}
