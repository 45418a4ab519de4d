import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import { cannotRead } from '../workspace/discover.js'

/** The files of `--templates DIR` by name. Throws a Failure where the folder cannot be read. */
export async function templateFiles(folder: string | undefined, io: Io): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  if (folder === undefined) return files
  try {
    const entries = await io.list(folder)
    if (entries === undefined) throw notFolder(folder)
    for (const { name, folder: isFolder } of entries) {
      if (isFolder || name.startsWith('.')) continue
      files.set(name, new TextDecoder().decode(await io.readBytes(`${folder}/${name}`)))
    }
  } catch (error) {
    throw error instanceof Failure ? error : cannotRead(folder, error)
  }
  return files
}

function notFolder(path: string): Failure {
  return new Failure({ vi: `“${path}” không phải thư mục`, en: `“${path}” is no folder` })
}
