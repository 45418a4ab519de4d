import { graphemes } from '../graphemes.js'
import type { Locale } from '../locale.js'
import type { CatalogLine, Load, StatsView } from '../views/stats.js'
import { contentCounts } from '../wording.js'
import { percent } from './percent.js'
import { printable } from './printable.js'
import { type StatsSection, statsSections, statsTitles } from './stats-sections.js'
import { wrap } from './wrap.js'

/** Terminals are eighty columns wide where nobody widened them. */
const width = 80
const indent = '  '

/** The figures as tables of eighty columns. */
export function statsText(view: StatsView, locale: Locale): string {
  const blocks = [
    overview(view, locale),
    ...(view.catalogs.length > 1 ? [catalogTable(view.catalogs, locale)] : []),
    ...statsSections(view).map(section => shareTable(section, locale)),
    ...(view.byOfficer.length > 0 ? [loadTable(view.byOfficer, locale)] : []),
  ]
  return blocks.map(lines => `${lines.join('\n')}\n`).join('\n')
}

function overview(view: StatsView, locale: Locale): string[] {
  const { catalogs, procedures, fields, officers, online, withoutOfficer } = view
  const [only] = catalogs
  const several = { vi: `${catalogs.length} danh mục`, en: `${catalogs.length} catalogs` }[locale]
  const whose = catalogs.length === 1 && only !== undefined ? only.name : several
  return [
    ...wrap(printable(`${whose}: ${contentCounts(procedures, fields, officers)[locale]}`), width).split('\n'),
    ...[online, ...(withoutOfficer.count > 0 ? [withoutOfficer] : [])].map(
      ({ name, count, of }) => `${name[locale]}: ${count}/${of} (${percent(count, of, locale)})`,
    ),
  ]
}

interface Row {
  readonly name: string
  readonly cells: readonly string[]
}

/** Names on the left, wrapped where they must be; numbers on the right, aligned. */
function table(title: string, heads: readonly string[] | undefined, rows: readonly Row[]): string[] {
  const all = heads === undefined ? rows : [{ name: '', cells: heads }, ...rows]
  const widths = all[0]?.cells.map((_, column) => Math.max(...all.map(({ cells }) => cells[column]?.length ?? 0))) ?? []
  const numbersWidth = widths.reduce((sum, one) => sum + one + 2, 0)
  const nameWidth = width - indent.length - numbersWidth
  const lines = all.flatMap(({ name, cells }) => {
    const numbers = cells.map((cell, column) => `  ${cell.padStart(widths[column] ?? 0)}`).join('')
    const [first = '', ...others] = wrap(printable(name), nameWidth).split('\n')
    const gap = ' '.repeat(Math.max(0, nameWidth - graphemes(first).length))
    return [`${indent}${first}${gap}${numbers}`, ...others.map(line => `${indent}${line}`)]
  })
  return [title, ...lines]
}

const barWidth = 22

/** The longest bar is the largest share of its section. */
function shareTable({ title, shares }: StatsSection, locale: Locale): string[] {
  const most = Math.max(1, ...shares.map(({ count }) => count))
  const bars = shares.map(({ count }) => '█'.repeat(Math.max(Math.sign(count), Math.round((count / most) * barWidth))))
  const rows = shares.map(({ name, note, count, of }) => ({
    name: note === null ? name[locale] : `${name[locale]} (${note[locale]})`,
    cells: [String(count).padStart(4), percent(count, of, locale).padStart(5)],
  }))
  const rowsWithBars = rows.map(({ name, cells }, at) => ({
    name,
    cells: [...cells, (bars[at] ?? '').padEnd(barWidth)],
  }))
  return table(title[locale], undefined, rowsWithBars).map(line => line.trimEnd())
}

function loadTable(loads: readonly Load[], locale: Locale): string[] {
  const heads = [statsTitles.inCharge, statsTitles.deputyOf, statsTitles.procedures, statsTitles.share]
  const rows = loads.map(({ name, agency, jobTitle, fields, deputyOf, procedures, of }) => {
    const about = [jobTitle, agency].filter(part => part !== null).join(', ')
    return {
      name: about === '' ? name : `${name} (${about})`,
      cells: [String(fields), String(deputyOf), String(procedures), percent(procedures, of, locale)],
    }
  })
  return table(
    statsTitles.byOfficer[locale],
    heads.map(head => head[locale]),
    rows,
  )
}

function catalogTable(lines: readonly CatalogLine[], locale: Locale): string[] {
  const heads = [statsTitles.procedures, statsTitles.fields, statsTitles.online, statsTitles.checked]
  const rows = lines.map(({ name, path, procedures, fields, online, contactsChecked: checked }) => ({
    name: name === path ? path : `${name} (${path})`,
    cells: [
      String(procedures),
      String(fields),
      percent(online.count, online.of, locale),
      percent(checked.count, checked.of, locale),
    ],
  }))
  return table(
    statsTitles.byCatalog[locale],
    heads.map(head => head[locale]),
    rows,
  )
}
