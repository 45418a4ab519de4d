import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../locale.js'
import { statsSections, statsTitles } from '../reports/stats-sections.js'
import type { StatsView } from '../views/stats.js'

/**
 * The figures as a sheet, one a row. UTF-8 with a byte order mark and CRLF for Excel; a text that would begin a formula gets
 * an apostrophe in front. Shares are left to the reader: a decimal point or comma is a date to one Excel or another.
 */
export function statsCsv(view: StatsView, locale: Locale): string {
  const head = [statsTitles.group, statsTitles.id, statsTitles.name, statsTitles.count, statsTitles.of]
  const say = ({ vi, en }: { readonly vi: string; readonly en: string }) => ({ vi, en })[locale]
  const { procedures, fields, officers, online, withoutOfficer } = view
  const overview = say(statsTitles.overview)
  const rows = [
    [overview, 'procedures', say(statsTitles.procedures), procedures, procedures],
    [overview, 'fields', say(statsTitles.fields), fields, fields],
    [overview, 'officers', say(statsTitles.officers), officers, officers],
    ...[online, withoutOfficer].map(({ id, name, count, of }) => [overview, id, say(name), count, of]),
    ...view.catalogs.map(({ path, name, procedures: count }) => [
      say(statsTitles.byCatalog),
      path,
      name,
      count,
      procedures,
    ]),
    ...statsSections(view).flatMap(({ title, shares }) =>
      shares.map(({ id, name, count, of }) => [say(title), id, say(name), count, of]),
    ),
    ...view.byOfficer.map(({ name, agency, procedures: count, of }) => [
      say(statsTitles.byOfficer),
      agency ?? '',
      name,
      count,
      of,
    ]),
  ]
  return stringify([head.map(say), ...rows], { bom: true, record_delimiter: '\r\n', escape_formulas: true })
}
