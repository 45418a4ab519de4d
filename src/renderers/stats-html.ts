import { createHash } from 'node:crypto'
import type { Locale, Text } from '../locale.js'
import { percent } from '../reports/percent.js'
import { statsSections, statsTitles } from '../reports/stats-sections.js'
import type { StatsView } from '../views/stats.js'
import { vietnameseDate } from '../views/vietnamese-text.js'
import { embeddedFonts } from './fonts.js'
import { templateEngine } from './templates.js'

/**
 * The figures as one page that needs nothing else. Each table is its own chart: a bar stands beside its number, so nothing
 * is said by the picture alone. Bars are SVG because browsers leave backgrounds out when they print.
 */
export async function renderStats(view: StatsView, locale: Locale, today: string): Promise<string> {
  const engine = await templateEngine()
  const style = embeddedFonts() + engine.asset('stats.css')
  const hash = createHash('sha256').update(style).digest('base64')
  return engine.render('stats.hbs', {
    ...pageData(view, locale, today),
    policy: `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`,
    style: engine.markup(`<style>${style}</style>`),
  })
}

function pageData(view: StatsView, locale: Locale, today: string) {
  const say = (text: Text) => text[locale]
  const { catalogs, procedures, fields, officers, online, withoutOfficer } = view
  const [only] = catalogs
  const checked = view.contacts.find(({ id }) => id === 'checked')?.count ?? 0
  const whose =
    catalogs.length === 1 && only !== undefined
      ? only.name
      : { vi: `${catalogs.length} danh mục`, en: `${catalogs.length} catalogs` }[locale]
  const date = catalogs.length === 1 ? (only?.date ?? null) : null
  return {
    lang: locale,
    title: say({ vi: `Thống kê thủ tục hành chính: ${whose}`, en: `Figures of the catalog: ${whose}` }),
    asOf:
      date === null ? null : say({ vi: `Danh mục đúng tại ngày ${vietnameseDate(date)}`, en: `List as of ${date}` }),
    counted: say({ vi: `Tính cho ngày ${vietnameseDate(today)}`, en: `Counted for ${today}` }),
    label: { overview: say(statsTitles.overview), count: say(statsTitles.count), share: say(statsTitles.share) },
    figures: [
      { name: say(statsTitles.procedures), value: String(procedures) },
      { name: say(statsTitles.fields), value: String(fields) },
      { name: say(statsTitles.officers), value: String(officers) },
      { name: say(online.name), value: percent(online.count, online.of, locale) },
      { name: say({ vi: 'Liên hệ đã gọi thử', en: 'Contacts checked' }), value: percent(checked, officers, locale) },
      ...(withoutOfficer.count > 0 ? [{ name: say(withoutOfficer.name), value: String(withoutOfficer.count) }] : []),
    ],
    sections: statsSections(view).map(({ id, title, shares }) => {
      const most = Math.max(1, ...shares.map(({ count }) => count))
      return {
        id,
        title: say(title),
        rows: shares.map(({ name, note, count, of }) => ({
          name: say(name),
          note: note === null ? null : say(note),
          count: String(count),
          share: percent(count, of, locale),
          bar: barLength(count, most),
        })),
      }
    }),
    loads: loadData(view, locale),
    table: catalogs.length > 1 ? catalogData(view, locale) : null,
  }
}

/** Out of 200, to whole units: the same bytes on every machine. */
function barLength(count: number, most: number): string {
  return String(count === 0 ? 0 : Math.max(2, Math.round((count / most) * 200)))
}

function loadData({ byOfficer }: StatsView, locale: Locale) {
  const most = Math.max(1, ...byOfficer.map(({ procedures }) => procedures))
  if (byOfficer.length === 0) return null
  const heads = [statsTitles.officer, statsTitles.inCharge, statsTitles.deputyOf, statsTitles.procedures]
  return {
    title: statsTitles.byOfficer[locale],
    heads: heads.map(head => head[locale]),
    rows: byOfficer.map(({ name, jobTitle, agency, fields, deputyOf, procedures }) => ({
      name,
      note: [jobTitle, agency].filter(part => part !== null).join(', ') || null,
      cells: [String(fields), String(deputyOf), String(procedures)],
      bar: barLength(procedures, most),
    })),
  }
}

function catalogData({ catalogs }: StatsView, locale: Locale) {
  const { catalog, procedures, fields, officers, online, checked } = statsTitles
  return {
    title: statsTitles.byCatalog[locale],
    heads: [catalog, procedures, fields, officers, online, checked].map(head => head[locale]),
    rows: catalogs.map(line => ({
      name: line.name,
      note: line.name === line.path ? null : line.path,
      cells: [
        String(line.procedures),
        String(line.fields),
        String(line.officers),
        percent(line.online.count, line.online.of, locale),
        percent(line.contactsChecked.count, line.contactsChecked.of, locale),
      ],
    })),
  }
}
