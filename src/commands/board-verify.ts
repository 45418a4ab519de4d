import { type ExitCode, exit } from '../exit.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { Locale } from '../locale.js'
import { statusText } from '../reports/board-status.js'
import { boardView } from '../views/board.js'
import { readRevision } from '../views/board-records.js'
import { type BoardRegister, boardStatus, readRegister } from '../views/board-register.js'
import { readCatalogs } from '../workspace/read.js'

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

async function readBoards(path: string, io: Io): Promise<BoardRegister> {
  const inside = `${path.replace(/[\\/]+$/, '')}/boards.json`
  const text = (await read(path, io)) ?? (await read(inside, io))
  if (text === undefined) {
    throw new Failure({
      vi: `Không có “${inside}”; chỉ ra thư mục của lần làm bảng gần nhất bằng --boards`,
      en: `There is no “${inside}”; name the folder of the latest boards with --boards`,
    })
  }
  const register = readRegister(text)
  if (register === undefined) {
    throw new Failure({
      vi: `“${path}” không phải boards.json do tthc board ghi`,
      en: `“${path}” is no boards.json that tthc board wrote`,
    })
  }
  return register
}

async function read(path: string, io: Io): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await io.readBytes(path))
  } catch {
    return undefined
  }
}

function notACode(typed: string) {
  return {
    vi: `“${typed}” không phải mã bảng; mã có dạng 7K2MQ-9XR`,
    en: `“${typed}” is no code of a board; one looks like 7K2MQ-9XR`,
  }
}
