import { optionOf } from '../check/settings.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { printable } from '../reports/printable.js'
import type { StatsFormat } from '../reports/stats-formats.js'
import { statsJson } from '../reports/stats-json.js'
import { statsText } from '../reports/stats-text.js'
import { contactDays } from '../rules/contact-unchecked.js'
import { type StatsView, statsView } from '../views/stats.js'
import { published } from '../wording.js'
import { readWithSettings } from './check.js'

export interface StatsOptions {
  readonly lang: Locale
  readonly date: string
  readonly format: StatsFormat
  /** A file to write. Windows PowerShell would turn what is redirected into UTF-16. */
  readonly out?: string
}

/**
 * Counts what catalogs hold. Where some record could not be read the figures are too low: they are printed, that is said, and
 * the exit code is that of findings.
 */
export async function statsCommand(paths: readonly string[], options: StatsOptions, io: Io): Promise<ExitCode> {
  const { lang, date, out } = options
  if (out !== undefined && /\.ya?ml$/i.test(out)) {
    io.err(`tthc: ${notYaml(out)[lang]}\n`)
    return exit.usage
  }
  const catalogs = await readWithSettings(paths, io)
  const counted = catalogs.map(({ loaded, settings }) => ({
    catalog: loaded.catalog,
    maximumAge: optionOf(settings, 'contact-unchecked', contactDays),
  }))
  const unread = catalogs.flatMap(({ loaded }) => loaded.findings).filter(({ severity }) => severity === 'error').length
  const text = await written(statsView(counted, date), options, unread)
  if (out === undefined) io.out(text)
  else await writeTo(out, text, lang, io)
  if (unread === 0) return exit.ok
  io.err(`tthc: ${tooLow(unread)[lang]}\n`)
  return exit.findings
}

async function writeTo(path: string, text: string, lang: Locale, io: Io): Promise<void> {
  try {
    await io.write(path, text)
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error)
    throw new Failure({ vi: `Không ghi được “${path}” (${code})`, en: `“${path}” could not be written (${code})` })
  }
  io.out(`${published[lang]} ${printable(path)}\n`)
}

/** What belongs to a catalog must not be written over by mistake. */
function notYaml(path: string): Text {
  return {
    vi: `“${path}” là tệp của danh mục; ghi số liệu vào tệp .txt, .json, .csv hoặc .html`,
    en: `“${path}” is a file of a catalog; write the figures into a .txt, .json, .csv or .html file`,
  }
}

async function written(view: StatsView, { format, lang, date }: StatsOptions, unread: number): Promise<string> {
  switch (format) {
    case 'text':
      return statsText(view, lang)
    case 'json':
      return statsJson(view, date, unread)
    case 'csv':
      return (await import('../renderers/stats-csv.js')).statsCsv(view, lang)
    case 'html':
      return (await import('../renderers/stats-html.js')).renderStats(view, lang, date)
  }
}

function tooLow(unread: number): Text {
  return {
    vi: `${unread} chỗ không đọc được nên chưa tính vào số liệu trên; xem tthc check`,
    en: `${unread} ${unread === 1 ? 'place' : 'places'} could not be read and are not in these figures; see tthc check`,
  }
}
