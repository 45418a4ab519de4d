import { Failure } from '../failure.js'
import type { Content, Io } from '../io.js'
import { contains, plainPath, wholePath } from '../paths.js'
import { cannotRead } from '../workspace/discover.js'

/** Names what we wrote, so that the next build knows what it may replace. */
const manifestName = '.tthc-files'

/**
 * Puts the files in place of whatever an earlier build wrote into `folder`, all at once. Throws a Failure, and leaves
 * everything as it was, where the folder holds anything that no build of ours wrote, or cannot be written.
 */
export async function publish(
  named: string,
  files: ReadonlyMap<string, Content>,
  io: Io,
  kind: PublishedKind = 'site',
): Promise<void> {
  // What is looked at must be what is replaced: `missing/../there` is no folder until somebody makes `missing`.
  const folder = plainPath(named)
  if (contains(wholePath(folder, io.cwd), wholePath(io.cwd, io.cwd))) throw workingFolder(named)
  await refuseForeignFiles(folder, kind, io)
  const names = [...files.keys()].sort()
  const manifest = [`#${kind}`, ...names].map(name => `${name}\n`).join('')
  try {
    await io.publish(folder, new Map([...files, [manifestName, manifest]]))
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error)
    throw new Failure({
      vi: `Không ghi được thư mục “${folder}” (${code}); bản cũ còn nguyên`,
      en: `The folder “${folder}” could not be written (${code}); what was there is untouched`,
    })
  }
}

/** What a folder holds, so that boards and a site do not take each other’s place. */
export type PublishedKind = 'site' | 'boards'

/** The folder is swapped for another, which nobody may be standing in. */
function workingFolder(named: string): Failure {
  return new Failure({
    vi: `Không ghi được vào thư mục hiện hành hay thư mục chứa nó (“${named}”); ghi tên một thư mục con, ví dụ --out listing`,
    en: `The working folder, or one above it, cannot be replaced (“${named}”); name a folder in it, such as --out listing`,
  })
}

async function refuseForeignFiles(folder: string, kind: PublishedKind, io: Io): Promise<void> {
  const listed = await manifest(folder, io)
  const ours = new Set([manifestName, ...listed])
  const foreign = await firstForeign(folder, '', ours, io)
  const written = listed[0]?.startsWith('#') ? listed[0].slice(1) : undefined
  if (foreign === undefined && (written === undefined || written === kind)) return
  if (foreign === undefined) {
    const other = written === 'boards' ? { vi: 'bảng niêm yết', en: 'boards' } : { vi: 'trang web', en: 'a site' }
    throw new Failure({
      vi: `Thư mục “${folder}” đang chứa ${other.vi} do tthc ghi; chọn thư mục khác sau --out`,
      en: `The folder “${folder}” holds ${other.en} that tthc wrote; name another folder after --out`,
    })
  }
  throw new Failure({
    vi: `Thư mục “${folder}” có tệp “${foreign}” không phải do tthc ghi; chọn thư mục khác sau --out để không mất tệp này`,
    en: `The folder “${folder}” holds “${foreign}”, which tthc did not write; name another folder after --out, so that it is not lost`,
  })
}

async function manifest(folder: string, io: Io): Promise<readonly string[]> {
  try {
    return new TextDecoder().decode(await io.readBytes(`${folder}/${manifestName}`)).split('\n')
  } catch {
    return []
  }
}

/** The first file that is not ours: what lies beyond it need not be looked at. */
async function firstForeign(
  folder: string,
  prefix: string,
  ours: ReadonlySet<string>,
  io: Io,
): Promise<string | undefined> {
  const path = prefix === '' ? folder : `${folder}/${prefix}`
  for (const entry of await entriesOf(path, io)) {
    const name = prefix + entry.name
    const foreign = entry.folder ? await firstForeign(folder, `${name}/`, ours, io) : ours.has(name) ? undefined : name
    if (foreign !== undefined) return foreign
  }
  return undefined
}

async function entriesOf(folder: string, io: Io) {
  let entries: Awaited<ReturnType<Io['list']>>
  try {
    entries = await io.list(folder)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw cannotRead(folder, error)
  }
  if (entries !== undefined) return entries
  throw new Failure({ vi: `“${folder}” là một tệp, không phải thư mục`, en: `“${folder}” is a file, no folder` })
}
