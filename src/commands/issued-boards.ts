import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import type { BinaryFile } from '../renderers/renderer.js'
import { boardStatusAddress } from '../views/addresses.js'
import { type BoardRegister, readRegister } from '../views/board-register.js'

/** The boards of the latest issue: the folder with boards.json, or the file. Throws a Failure where there is none. */
export async function readBoards(path: string, io: Io): Promise<BoardRegister> {
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

/** Boards for a site: what is known of them, and the files to print. */
export interface IssuedBoards {
  readonly register: BoardRegister
  readonly files: readonly BinaryFile[]
}

/** The boards of a folder with their files, as PDF where there is one. */
export async function issuedBoards(folder: string, io: Io): Promise<IssuedBoards> {
  const register = await readBoards(folder, io)
  const names = new Set(register.boards.flatMap(({ file }) => (file === null ? [] : [file.replace(/\.\w+$/, '')])))
  const files: BinaryFile[] = []
  for (const name of [...names].sort()) {
    const file = await firstOf([`${name}.pdf`, `${name}.html`], folder, io)
    if (file !== undefined) files.push(file)
  }
  return { register, files }
}

async function firstOf(names: readonly string[], folder: string, io: Io): Promise<BinaryFile | undefined> {
  for (const name of names) {
    // boards.json lies on a disk that others may write to: a name, and no way out of the folder.
    if (!/^[\w.-]+$/.test(name)) continue
    try {
      const bytes = await io.readBytes(`${folder.replace(/[\\/]+$/, '')}/${name}`)
      return { path: `${boardStatusAddress}${name}`, bytes }
    } catch {
      // Printed and not kept: the page of codes does without.
    }
  }
  return undefined
}
