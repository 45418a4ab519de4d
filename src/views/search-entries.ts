import type { Catalog, Officer, Procedure, Synonym } from '../catalog/model.js'
import { fold } from '../catalog/vietnamese.js'
import type { Locale } from '../locale.js'
import { everydayWords } from './everyday-words.js'
import { feeTableView } from './fee-table.js'
import { levelView } from './procedure.js'
import { shortestDays } from './time-limit.js'

/** What the browser searches: compact, because a phone loads it with the home page. */
export interface SearchData {
  readonly locale: Locale
  readonly fields: readonly string[]
  readonly levels: readonly { readonly value: string; readonly name: string }[]
  readonly entries: readonly SearchEntry[]
}

export interface SearchEntry {
  readonly code: string
  readonly title: string
  readonly href: string
  /** Place in `fields` and in `levels`; -1 where there is none. */
  readonly field: number
  readonly level: number
  /** Days of the quickest case; -1 where it is no matter of days or not published. */
  readonly days: number
  readonly time: string
  readonly fee: string
  readonly free: boolean
  /** Other names: the short title, everyday words, codes it came in place of. */
  readonly also: string
  /** Whom to ask. */
  readonly officer: string
}

export interface SearchContext {
  readonly locale: Locale
  href(procedure: Procedure): string
  fieldName(procedure: Procedure): string
  officerOf(procedure: Procedure): Officer | undefined
}

export function searchData(catalog: Catalog, context: SearchContext): SearchData {
  const { locale } = context
  const synonyms = [...everydayWords, ...(catalog.synonyms ?? [])].map(folded)
  const fields = [...new Set(catalog.procedures.map(context.fieldName))]
  const levels = [...new Set(catalog.procedures.flatMap(({ serviceLevel }) => serviceLevel ?? []))]
  return {
    locale,
    fields,
    levels: levels.map(value => ({ value, name: levelView(value, catalog.publication?.date, locale).name })),
    entries: catalog.procedures.map(procedure => ({
      code: procedure.code,
      title: procedure.title,
      href: context.href(procedure),
      field: fields.indexOf(context.fieldName(procedure)),
      level: procedure.serviceLevel === undefined ? -1 : levels.indexOf(procedure.serviceLevel),
      days: shortestDays(procedure.processingTime) ?? -1,
      time: firstTime(procedure) ?? '',
      fee: feeTableView(procedure.fees, locale).summary,
      free: feeTableView(procedure.fees, locale).free,
      also: otherNames(procedure, synonyms),
      officer: context.officerOf(procedure)?.name ?? '',
    })),
  }
}

function firstTime({ processingTime }: Procedure): string | undefined {
  return typeof processingTime === 'string' ? processingTime : processingTime?.[0]?.time
}

interface FoldedSynonym {
  readonly words: readonly string[]
  readonly code: string
  readonly means: string
}

function folded({ words, means }: Synonym): FoldedSynonym {
  return { words, code: means.trim(), means: ` ${fold(means)} ` }
}

function otherNames(procedure: Procedure, synonyms: readonly FoldedSynonym[]): string {
  const title = ` ${fold(`${procedure.title} ${procedure.shortTitle ?? ''}`)} `
  const names = synonyms.flatMap(({ words, means, code }) =>
    code === procedure.code || (means.trim() !== '' && title.includes(means)) ? words : [],
  )
  const all = [procedure.shortTitle, ...(procedure.replaces ?? []), ...names].filter(name => name !== undefined)
  return [...new Set(all)].join('; ')
}
