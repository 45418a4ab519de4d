import { type ExitCode, exit } from '../exit.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { statusText } from '../reports/board-status.js'
import { boardView } from '../views/board.js'
import { readRevision } from '../views/board-records.js'
import { boardStatus } from '../views/board-register.js'
import { readCatalogs } from '../workspace/read.js'
import { readBoards } from './issued-boards.js'

export interface BoardVerifyOptions {
  readonly lang: Locale
  /** The folder with boards.json, or the file. */
  readonly boards: string
}

/** Says whether a printed board is current: 0 where it is, 1 where it is not or nobody knows it. */
export async function boardVerifyCommand(
  typed: string,
  path: string | undefined,
  { lang, boards }: BoardVerifyOptions,
  io: Io,
): Promise<ExitCode> {
  const code = readRevision(typed)
  if (code === undefined) {
    io.err(`tthc: ${notACode(typed)[lang]}\n`)
    return exit.usage
  }
  const register = await readBoards(boards, io)
  const [catalog] = path === undefined ? [] : await readCatalogs([path], io)
  const view = catalog === undefined ? undefined : boardView(catalog.catalog, { errors: 0 })
  const status = boardStatus(code, register, view)
  io.out(`${statusText(code, status)[lang]}\n`)
  return status.state === 'current' ? exit.ok : exit.findings
}

function notACode(typed: string) {
  return {
    vi: `“${typed}” không phải mã bảng; mã có dạng 7K2MQ-9XR`,
    en: `“${typed}” is no code of a board; one looks like 7K2MQ-9XR`,
  }
}
