import type { Procedure } from '../catalog/model.js'
import { serviceLevels } from '../catalog/model.js'
import { feeTableView } from './fee-table.js'
import { levelView } from './procedure.js'
import type { SiteContext } from './site-context.js'
import { shortestDays } from './time-limit.js'

/** One way to divide the procedures; the rows sum up to all of them. */
export interface StatisticsTable {
  readonly title: string
  readonly head: string
  readonly rows: readonly StatisticsRow[]
}

export interface StatisticsRow {
  readonly name: string
  readonly note: string | null
  readonly count: number
  /** Of all, in whole percent. */
  readonly share: string
  /** Length of the bar, in percent of the longest. */
  readonly bar: number
}

/** What `statistics.hbs` receives. */
export function statisticsPage(context: SiteContext) {
  const { catalog, words, options, say } = context
  const { procedures } = catalog
  const date = catalog.publication?.date
  const silent = words.notPublished
  const levelNames = serviceLevels.map(value => levelView(value, date, options.locale))
  const tables = [
    table(
      words.byLevel,
      words.level,
      procedures,
      ({ serviceLevel }) => {
        if (serviceLevel === undefined) return { key: silent }
        const { name, scheme } = levelView(serviceLevel, date, options.locale)
        return { key: name, note: scheme }
      },
      levelNames.map(({ name }) => name),
    ),
    table(
      words.byTime,
      words.time,
      procedures,
      ({ processingTime }) => {
        const days = shortestDays(processingTime)
        if (days === null)
          return { key: say({ vi: 'Không quy định hoặc chưa công bố', en: 'Not set or not published' }) }
        if (days === 0) return { key: words.sameDay }
        if (days <= 5) return { key: say({ vi: '1 đến 5 ngày', en: '1 to 5 days' }) }
        if (days <= 15) return { key: say({ vi: '6 đến 15 ngày', en: '6 to 15 days' }) }
        return { key: words.longer }
      },
      [
        words.sameDay,
        say({ vi: '1 đến 5 ngày', en: '1 to 5 days' }),
        say({ vi: '6 đến 15 ngày', en: '6 to 15 days' }),
        words.longer,
      ],
    ),
    table(
      words.byFee,
      words.fee,
      procedures,
      ({ fees }) => {
        const { kind, free } = feeTableView(fees, options.locale)
        if (kind === 'silent') return { key: silent }
        if (kind === 'rates' && !free)
          return { key: say({ vi: 'Có thu, tùy trường hợp', en: 'Charged, depending on the case' }) }
        return { key: words.freeOnly }
      },
      [words.freeOnly],
    ),
    table(
      words.byField,
      words.field,
      procedures,
      procedure => ({ key: context.fieldOf(procedure)?.name ?? silent }),
      catalog.fields.map(({ name }) => name),
    ),
  ]
  return { title: words.statistics, total: procedures.length, summary: context.count(procedures.length), tables }
}

function table(
  title: string,
  head: string,
  procedures: readonly Procedure[],
  groupOf: (procedure: Procedure) => { readonly key: string; readonly note?: string | null },
  order: readonly string[],
): StatisticsTable {
  const groups = new Map<string, { count: number; note: string | null }>(
    order.map(key => [key, { count: 0, note: null }]),
  )
  for (const procedure of procedures) {
    const { key, note = null } = groupOf(procedure)
    groups.set(key, { count: (groups.get(key)?.count ?? 0) + 1, note })
  }
  const filled = [...groups].filter(([, { count }]) => count > 0)
  const most = Math.max(1, ...filled.map(([, { count }]) => count))
  return {
    title,
    head,
    rows: filled.map(([name, { count, note }]) => ({
      name,
      note,
      count,
      share: `${Math.round((100 * count) / Math.max(1, procedures.length))}%`,
      bar: Math.round((100 * count) / most),
    })),
  }
}
