import type { Loaded } from '../catalog/load.js'
import type { SheetUse } from '../catalog/sheet-use.js'
import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Content, Io } from '../io.js'
import type { Locale } from '../locale.js'
import { catalogJson } from '../renderers/catalog-json.js'
import { renderRecordCsv } from '../renderers/record-csv.js'
import { renderXlsx } from '../renderers/xlsx.js'
import { countSeverities, reportOfFindings } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { type BookView, recordBook } from '../views/record-book.js'
import { published } from '../wording.js'
import { cannotRead } from '../workspace/discover.js'
import { readCatalogs } from '../workspace/read.js'

export interface ExportOptions {
  readonly lang: Locale
  readonly colour: boolean
  /** A folder, or one file: `.xlsx`, `.csv`, `.json`. */
  readonly out: string
  /** Which records a single `.csv` holds. */
  readonly sheet: SheetUse
  readonly delimiter: ',' | ';'
  readonly plainCsv: boolean
  /** Overwrites files that hold anything else. */
  readonly force: boolean
}

/** The names of the files in a folder. */
const csvNames: Readonly<Record<SheetUse, string>> = {
  procedures: 'thu-tuc.csv',
  fields: 'linh-vuc.csv',
  officers: 'can-bo.csv',
}

/** Writes the records of a catalog as sheets that `tthc import --update` takes back. */
export async function exportCommand(path: string, options: ExportOptions, io: Io): Promise<ExitCode> {
  const { lang: locale, colour, out } = options
  const catalogs = await readCatalogs([path], io)
  const [loaded, other] = catalogs
  if (loaded === undefined || other !== undefined) throw severalCatalogs(path, catalogs)
  if (countSeverities(loaded.findings).error > 0) {
    io.out(unreadable(loaded, { locale, colour, today: io.today }))
    io.err(`${notExported[locale]}\n`)
    return exit.findings
  }
  const files = await filesOf(loaded, options)
  await refuseToOverwrite(files, options.force, io)
  for (const [name, content] of files) await writeFile(name, content, io)
  for (const name of files.keys()) io.out(`${published[locale]} ${name}\n`)
  if (files.size > 1 || out.toLowerCase().endsWith('.xlsx')) io.err(`${nextStep(path, files)[locale]}\n`)
  return exit.ok
}

/** Records that cannot be read would be missing in the sheets, and nobody would notice. */
function unreadable(
  loaded: Loaded,
  style: { readonly locale: Locale; readonly colour: boolean; readonly today: string },
): string {
  return textReport([reportOfFindings(loaded, loaded.findings)], { ...style, quiet: false })
}

const notExported = {
  vi: 'Có mục chưa đọc được nên chưa xuất bảng; sửa các lỗi trên rồi chạy lại',
  en: 'Some records cannot be read, so nothing was exported; mend the errors above and run the command again',
}

async function filesOf({ catalog }: Loaded, options: ExportOptions): Promise<ReadonlyMap<string, Content>> {
  const { out, sheet } = options
  const view = recordBook(catalog)
  if (/\.xlsx$/i.test(out)) return new Map([[out, await renderXlsx(view)]])
  if (/\.json$/i.test(out)) return new Map([[out, catalogJson(catalog)]])
  if (/\.csv$/i.test(out)) return new Map([[out, csvOf(view, sheet, options)]])
  const folder = out.replace(/[\\/]+$/, '')
  return new Map<string, Content>([
    [`${folder}/danh-muc.xlsx`, await renderXlsx(view)],
    ...view.sheets.map(({ use }) => [`${folder}/${csvNames[use]}`, csvOf(view, use, options)] as const),
    [`${folder}/danh-muc.json`, catalogJson(catalog)],
  ])
}

function csvOf(view: BookView, use: SheetUse, { delimiter, plainCsv }: ExportOptions): string {
  const sheet = view.sheets.find(sheet => sheet.use === use)
  return sheet === undefined ? '' : renderRecordCsv(sheet, { delimiter, plain: plainCsv })
}

/** A sheet that somebody has corrected meanwhile must not be lost. */
async function refuseToOverwrite(files: ReadonlyMap<string, Content>, force: boolean, io: Io): Promise<void> {
  if (force) return
  for (const [path, content] of files) {
    const present = await presentBytes(path, io)
    if (present === undefined || Buffer.from(present).equals(Buffer.from(content as Uint8Array))) continue
    throw new Failure({
      vi: `Đã có tệp “${path}” với nội dung khác, có thể đang được sửa; chọn tên khác sau --out, hoặc thêm --force để ghi đè`,
      en: `“${path}” is there already with other content, and may hold somebody’s corrections; name another file after --out, or add --force to overwrite it`,
    })
  }
}

async function presentBytes(path: string, io: Io): Promise<Uint8Array | undefined> {
  try {
    return await io.readBytes(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')) return undefined
    throw cannotRead(path, error)
  }
}

async function writeFile(path: string, content: Content, io: Io): Promise<void> {
  try {
    await io.write(path, content)
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error)
    throw new Failure({
      vi: `Không ghi được “${path}” (${code}); nếu đang mở tệp này trong Excel thì đóng lại`,
      en: `“${path}” could not be written (${code}); if it is open in Excel, close it there`,
    })
  }
}

function nextStep(catalog: string, files: ReadonlyMap<string, Content>) {
  const book = [...files.keys()].find(name => /\.xlsx$/i.test(name))
  return {
    vi: `Sửa trong Excel xong, nhận lại bằng: tthc import --update ${catalog} ${book} --dry-run`,
    en: `When it has been corrected, take it back: tthc import --update ${catalog} ${book} --dry-run`,
  }
}

function severalCatalogs(path: string, catalogs: readonly Loaded[]): Failure {
  const paths = catalogs.map(({ catalog }) => catalog.path).join(', ')
  return new Failure({
    vi: `“${path}” có ${catalogs.length} danh mục (${paths}); chỉ ra một danh mục`,
    en: `“${path}” holds ${catalogs.length} catalogs (${paths}); name one of them`,
  })
}
