import { Failure } from '../failure.js'
import type { Content, Io } from '../io.js'

/** Names what we wrote, so that the next build knows what it may replace. */
const manifestName = '.tthc-files'

/**
 * Puts the files in place of whatever an earlier build wrote into `folder`, all at once. Throws a Failure, and leaves
 * everything as it was, where the folder holds anything that no build of ours wrote, or cannot be written.
 */
export async function publish(named: string, files: ReadonlyMap<string, Content>, io: Io): Promise<void> {
  // What is written before it is swapped in stands beside the folder, not in it.
  const folder = named.replace(/(?<=[^\\/])[\\/]+$/, '')
  await refuseForeignFiles(folder, io)
  const names = [...files.keys()].sort()
  const manifest = names.map(name => `${name}\n`).join('')
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

async function refuseForeignFiles(folder: string, io: Io): Promise<void> {
  const present = await filesBelow(folder, '', io)
  if (present.length === 0) return
  const ours = new Set([manifestName, ...(await manifest(folder, io))])
  const foreign = present.find(name => !ours.has(name))
  if (foreign === undefined) return
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

async function filesBelow(folder: string, prefix: string, io: Io): Promise<string[]> {
  const entries = await entriesOf(`${folder}/${prefix}`, io)
  const names: string[] = []
  for (const entry of entries) {
    if (entry.folder) names.push(...(await filesBelow(folder, `${prefix}${entry.name}/`, io)))
    else names.push(prefix + entry.name)
  }
  return names
}

async function entriesOf(folder: string, io: Io) {
  try {
    return (await io.list(folder)) ?? []
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}
