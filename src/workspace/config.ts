import { posix } from 'node:path'
import { finding } from '../catalog/reading.js'
import type { RuleSetting, Settings, Theme } from '../check/settings.js'
import { canBeSilenced, forbiddenMessage, silencerFinding } from '../check/silencer-rules.js'
import { type Finding, type Severity, severities } from '../finding.js'
import type { Io } from '../io.js'
import { type ConfigFile, type RuleEntry, readConfigFile } from './config-file.js'
import { cannotRead } from './discover.js'

export const configName = 'tthc.config.yaml'

/**
 * Finds out what the configurations say of each catalog: that in its folder, those in the folders above, and the bases they
 * name. Every file is read once, and what is wrong with one is told once, of the first catalog that it reaches.
 */
export class Configs {
  readonly #files = new Map<string, Promise<ConfigFile | undefined>>()
  readonly #told = new Set<string>()

  constructor(readonly io: Io) {}

  /** What holds for the catalog at `path`. Throws a Failure where a configuration cannot be read. */
  async of(path: string): Promise<Settings> {
    const chain = new Chain(file => this.#read(file))
    for (const folder of foldersAbove(path)) await chain.add(posix.join(folder, configName))
    const settings = merge(chain.files)
    const findings = [...chain.files.flatMap(file => file.findings), ...chain.findings, ...settings.findings]
    return { ...settings, findings: findings.filter(found => this.#isNew(found)) }
  }

  #isNew({ rule, at: { source, start } }: Finding): boolean {
    const key = `${source.path}:${start}:${rule}`
    if (this.#told.has(key)) return false
    this.#told.add(key)
    return true
  }

  #read(path: string): Promise<ConfigFile | undefined> {
    const known = this.#files.get(path)
    if (known !== undefined) return known
    const file = readIfThere(path, this.io)
    this.#files.set(path, file)
    return file
  }
}

async function readIfThere(path: string, io: Io): Promise<ConfigFile | undefined> {
  try {
    return await readConfigFile(path, await io.readBytes(path))
  } catch (error) {
    const { code } = error as { code?: string }
    // A catalog may be a single file: then its “folder” is none.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw code === undefined ? error : cannotRead(path, error)
  }
}

/** The configurations that reach a catalog, the nearest first. */
class Chain {
  readonly files: ConfigFile[] = []
  readonly findings: Finding[] = []
  readonly #read: (path: string) => Promise<ConfigFile | undefined>

  constructor(read: (path: string) => Promise<ConfigFile | undefined>) {
    this.#read = read
  }

  /** Adds the file, if there is one, and the bases it names. */
  async add(path: string): Promise<void> {
    let file = await this.#read(path)
    const bases = new Set<string>()
    while (file !== undefined && !this.files.includes(file)) {
      this.files.push(file)
      bases.add(file.path)
      if (file.base === undefined) return
      file = await this.#base(file.path, file.base, bases)
    }
  }

  async #base(from: string, { path, at }: NonNullable<ConfigFile['base']>, bases: ReadonlySet<string>) {
    const target = resolve(from, path)
    if (bases.has(target)) {
      this.findings.push(
        finding('catalog-shape', at, {
          vi: `Cấu hình gốc “${path}” dẫn vòng trở lại chính tệp này`,
          en: `The base configuration “${path}” leads back to this file`,
        }),
      )
      return undefined
    }
    const base = await this.#read(target)
    if (base === undefined) {
      this.findings.push(
        finding('catalog-shape', at, {
          vi: `Không có cấu hình gốc “${path}” (đã tìm ở ${target})`,
          en: `There is no base configuration “${path}” (looked for ${target})`,
        }),
      )
    }
    return base
  }
}

function resolve(from: string, base: string): string {
  const forward = base.replaceAll('\\', '/')
  const file = /\.ya?ml$/i.test(forward) ? forward : posix.join(forward, configName)
  return /^(?:\/|[a-z]:)/i.test(file) ? posix.normalize(file) : posix.join(posix.dirname(from), file)
}

/** The folder itself and those above it, as far as the working folder, or the root of an absolute path. */
export function foldersAbove(path: string): string[] {
  if (path === '-') return ['.']
  const folders: string[] = []
  let folder = posix.normalize(path.replaceAll('\\', '/'))
  while (true) {
    folders.push(folder)
    const above = posix.dirname(folder)
    // Above `..` nothing more is known of the way to the root; above `C:` there is nothing.
    if (above === folder || posix.basename(folder) === '..' || /^[a-z]:$/i.test(folder)) return folders
    // `../x` does not lie below the working folder.
    if (above === '.' && folder.startsWith('..')) return folders
    folder = above
  }
}

/** From the outermost to the nearest, which has the last word on all but what is forbidden. */
function merge(files: readonly ConfigFile[]): Settings {
  const everywhere = new Set(files.flatMap(({ forbidSilence }) => forbidSilence))
  const rules = new Map<string, RuleSetting>()
  const findings: Finding[] = []
  const outside = new Set<string>()
  for (const { rules: entries, forbidSilence } of [...files].reverse()) {
    for (const entry of entries) {
      const { id, severity: usual } = entry.meta
      const before = rules.get(id)
      const objection = objectionTo(entry, before?.severity ?? usual, entry.severity === 'off' ? everywhere : outside)
      if (objection !== undefined) findings.push(objection)
      const severity = objection === undefined ? (entry.severity ?? before?.severity) : before?.severity
      rules.set(id, {
        ...(severity !== undefined && { severity }),
        options: new Map([...(before?.options ?? []), ...entry.options]),
      })
    }
    for (const rule of forbidSilence) outside.add(rule)
  }
  const theme = mergeThemes(files)
  return { rules, forbidden: everywhere, ...(theme !== undefined && { theme }), findings }
}

/** Key by key, the nearest has the last word; a logo lies beside the configuration that names it. */
function mergeThemes(files: readonly ConfigFile[]): Theme | undefined {
  const themes = files.flatMap(({ path, theme }) => {
    if (theme === undefined) return []
    const { logo } = theme
    return [{ ...theme, ...(logo !== undefined && { logo: beside(path, logo) }) }]
  })
  return themes.length === 0 ? undefined : Object.assign({}, ...themes.reverse())
}

function beside(config: string, written: string): string {
  const forward = written.replaceAll('\\', '/')
  return /^(?:\/|[a-z]:)/i.test(forward) ? forward : posix.join(posix.dirname(config), forward)
}

/** Whoever makes a rule less grave must say why, and must be allowed to. */
function objectionTo(
  { meta: { id }, severity, reason, at }: RuleEntry,
  before: Severity | 'off',
  forbidden: ReadonlySet<string>,
): Finding | undefined {
  if (severity === undefined || gravity(severity) >= gravity(before)) return undefined
  if (!canBeSilenced(id) || forbidden.has(id)) return silencerFinding('silence-forbidden', at, forbiddenMessage(id))
  if (reason !== undefined) return undefined
  return silencerFinding('silencer-without-reason', at, {
    vi: `Quy tắc “${id}” được đặt thành “${severity}” mà chưa có lý do; ghi {severity: ${severity}, reason: lý do}`,
    en: `The rule “${id}” is set to “${severity}” without a reason; write {severity: ${severity}, reason: the reason}`,
  })
}

function gravity(severity: Severity | 'off'): number {
  return severity === 'off' ? 0 : severities.length - severities.indexOf(severity)
}
