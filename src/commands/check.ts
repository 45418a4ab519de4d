import type { Loaded } from '../catalog/load.js'
import type { ReferenceList } from '../catalog/reference-list.js'
import { check } from '../check/check.js'
import { rules } from '../check/rules.js'
import { type ExitCode, exit } from '../exit.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { jsonReport } from '../reports/json.js'
import { type CatalogReport, countSeverities, type Reporter } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { readCatalogs } from '../workspace/read.js'
import { readReference } from '../workspace/reference.js'

export const checkFormats = ['text', 'json'] as const
export type CheckFormat = (typeof checkFormats)[number]

export interface CheckOptions {
  readonly lang: Locale
  readonly date: string
  readonly colour: boolean
  readonly format: CheckFormat
  readonly quiet: boolean
  /** A file with a newer reference list. */
  readonly reference?: string
  /** More warnings than this end with exit code 1. */
  readonly maxWarnings?: number
}

const reporters: Readonly<Record<CheckFormat, Reporter>> = { text: textReport, json: jsonReport }

export async function checkCommand(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { lang: locale, date: today, colour, format, quiet, maxWarnings } = options
  const outside = { today, reference: await readReference(options.reference, io) }
  const reports = (await readCatalogs(paths, io)).map(loaded => report(loaded, outside))
  io.out(reporters[format](reports, { locale, colour, quiet, today }))
  const { error, warning } = countSeverities(reports.flatMap(({ findings }) => findings))
  return error > 0 || warning > (maxWarnings ?? Number.POSITIVE_INFINITY) ? exit.findings : exit.ok
}

/** What there is to say of one catalog. */
export function report(
  loaded: Loaded,
  outside: { readonly today: string; readonly reference: ReferenceList },
): CatalogReport {
  const { path, procedures, fields, officers } = loaded.catalog
  return {
    path,
    procedures: procedures.length,
    fields: fields.length,
    officers: officers.length,
    ...check(loaded, rules, outside),
  }
}
