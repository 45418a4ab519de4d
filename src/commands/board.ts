import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { nearest } from '../nearest.js'
import { publish } from '../publish/folder.js'
import { type PrintedPage, printPdfs } from '../publish/pdf.js'
import { type BoardOptions, makeBoards } from '../renderers/board-documents.js'
import { type BoardEdition, renderBoard } from '../renderers/board-html.js'
import { mediumOf } from '../renderers/board-paper.js'
import { boardRegister, registeredBoards, registerFile, renderRegister } from '../renderers/board-register.js'
import { documentLine, legibilityRule } from '../renderers/board-wording.js'
import { templateEngine } from '../renderers/templates.js'
import { countSeverities } from '../reports/reporter.js'
import { textReport } from '../reports/text.js'
import { type BoardView, boardView } from '../views/board.js'
import { type BoardRegister, carriedOver, readRegister, supersededBy } from '../views/board-register.js'
import { published } from '../wording.js'
import { readReference } from '../workspace/reference.js'
import { type Reissue, reissue } from './board-since.js'
import { catalogFolder } from './catalog-folder.js'
import { type Configured, readWithSettings, report } from './check.js'

export interface BoardCommandOptions extends BoardOptions, BoardEdition {
  readonly lang: Locale
  readonly date: string
  readonly colour: boolean
  readonly out: string
  readonly reference?: string
  readonly allowErrors: boolean
  readonly pdf: boolean
  readonly browser: string | undefined
  /** A git revision, or a folder with the catalog as it was: only what changed since is made. */
  readonly since: string | undefined
}

/** Makes the boards of one catalog, or of each under its own name; nothing where one has errors or cannot be read. */
export async function boardCommand(path: string, options: BoardCommandOptions, io: Io): Promise<ExitCode> {
  const { lang, date: today, colour } = options
  const outside = { today, reference: await readReference(options.reference, io) }
  const catalogs = (await readWithSettings([path], io)).map(one => {
    const result = report(one.loaded, outside, one.settings)
    const view = boardView(one.loaded.catalog, { errors: countSeverities(result.findings).error })
    return { ...one, report: result, view }
  })
  const stray = strayId(
    options.only,
    catalogs.map(({ view }) => view),
  )
  if (stray !== undefined) {
    io.err(`tthc: ${stray[lang]}\n`)
    return exit.usage
  }
  const reports = catalogs.map(catalog => catalog.report)
  if (reports.some(({ findings }) => countSeverities(findings).error > 0)) {
    io.out(textReport(reports, { locale: lang, colour, quiet: true, today }))
    if (!options.allowErrors) {
      io.err(`${notPrinted[lang]}\n`)
      return exit.findings
    }
  }
  const engine = await templateEngine()
  const files = new Map<string, string>()
  const pages = new Map<string, PrintedPage>()
  const said: string[] = []
  let refused = false
  let boardCount = 0
  for (const catalog of catalogs) {
    const folder = catalogs.length === 1 ? '' : `${catalogFolder(catalog.loaded.catalog.path, io)}/`
    if (files.has(folder + registerFile)) throw sameName(folder)
    const { view } = catalog
    const made = await boardsOf(catalog, view, options, io)
    boardCount += made.all.length
    for (const reason of made.refused) {
      refused = true
      io.err(`${reason[lang]}\n`)
    }
    const former = await formerRegister(`${options.out}/${folder}${registerFile}`, io)
    const ending = options.pdf ? '.pdf' : '.html'
    const boards = registeredBoards(made.all, (document, sheet) => made.isPrinted(document, sheet), ending)
    const superseded = [...made.superseded, ...(former === undefined ? [] : supersededBy(former, view, boards))].filter(
      (one, index, all) => all.findIndex(({ code }) => code === one.code) === index,
    )
    const carried = former === undefined ? undefined : carriedOver(former, view, boards)
    const register = renderRegister(boardRegister(view, made.all, boards, superseded, carried))
    files.set(folder + register.path, register.text)
    for (const document of made.printed) {
      const html = renderBoard(document, options, engine)
      files.set(folder + html.path, html.text)
      pages.set(`${folder}${document.file}.pdf`, { html: html.text, ...mediumOf(document.paper, options.surround) })
      said.push(`${folder}${document.file}: ${documentLine(document)[lang]}`)
    }
    for (const { path: name, text } of made.notes) {
      files.set(folder + name, text)
      // What changed; what comes down and goes up is in the file.
      said.push(text.split('\n\nGỠ XUỐNG')[0]?.trimEnd() ?? '')
    }
  }
  if (refused) {
    io.err(`${nothingPrinted[lang]}\n`)
    return exit.findings
  }
  // The folder is replaced as a whole: publishing nothing would take away the boards that are there.
  if (boardCount === 0) {
    io.err(`tthc: ${(options.only.length > 0 ? noneOfOnly : noneToMake)[lang]}\n`)
    return exit.usage
  }
  const pdfs = options.pdf ? await printPdfs(pages, { browser: options.browser, date: options.date }, io) : new Map()
  await publish(options.out, new Map([...files, ...pdfs]), io, 'boards')
  for (const line of said) io.out(`${line}\n`)
  io.out(`${legibilityRule[lang]}\n`)
  const target = options.out.replace(/[\\/]+$/, '')
  for (const name of [...files.keys(), ...pdfs.keys()].sort()) io.out(`${published[lang]} ${target}/${name}\n`)
  return exit.ok
}

/** All boards, and those of them that are to be printed. */
async function boardsOf(
  { loaded }: Configured,
  view: BoardView,
  options: BoardCommandOptions,
  io: Io,
): Promise<Reissue & { readonly refused: ReturnType<typeof makeBoards>['refused'] }> {
  const boards = makeBoards(view, options)
  if (options.since === undefined || boards.refused.length > 0) {
    return {
      all: boards.documents,
      printed: boards.documents,
      isPrinted: () => true,
      superseded: [],
      notes: [],
      refused: boards.refused,
    }
  }
  const since = await reissue(loaded.catalog.path, options.since, view, boards, options, io)
  return { ...since, refused: boards.refused }
}

/** What to say of an id of `--only` that no catalog has; undefined where all are known. */
function strayId(only: readonly string[], views: readonly BoardView[]): Text | undefined {
  const fields = views.flatMap(view => view.fields)
  const known = fields.flatMap(({ id, procedures }) => [id, ...procedures.map(({ code }) => code)])
  const stray = only.find(id => !known.includes(id))
  if (stray === undefined) return undefined
  const near = nearest(stray, known)
  return {
    vi: `--only: không có thủ tục hay lĩnh vực nào mang mã “${stray}”${near && `; có phải ${near} không?`}`,
    en: `--only: no procedure and no field is called “${stray}”${near && ` (Did you mean ${near}?)`}`,
  }
}

async function formerRegister(path: string, io: Io): Promise<BoardRegister | undefined> {
  try {
    return readRegister(new TextDecoder().decode(await io.readBytes(path)))
  } catch {
    return undefined
  }
}

function sameName(folder: string): Failure {
  return new Failure({
    vi: `Có hai danh mục cùng tên thư mục “${folder}”; làm bảng từng danh mục một`,
    en: `Two catalogs are in folders called “${folder}”; make their boards one at a time`,
  })
}

const notPrinted = {
  vi: 'Danh mục còn lỗi nên chưa làm bảng; sửa các lỗi trên, hoặc dùng --allow-errors để xem thử',
  en: 'The catalog has errors, so no board was made; mend them, or use --allow-errors for a trial',
}

const noneOfOnly = {
  vi: 'Không có bảng nào để làm: --only chỉ đi với bảng theo lĩnh vực và theo thủ tục (--kind field, procedure)',
  en: 'There is no board to make: --only goes with boards of fields and of procedures (--kind field, procedure)',
}

const noneToMake = {
  vi: 'Không có bảng nào để làm: danh mục chưa có gì cho loại bảng đã chọn',
  en: 'There is no board to make: the catalog has nothing for boards of this kind',
}

const nothingPrinted = {
  vi: 'Chưa ghi bảng nào: treo bảng không đọc được cũng như không treo',
  en: 'No board was written: one that nobody can read is no better than none',
}
