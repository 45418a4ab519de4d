import { isAbsolute } from 'node:path'
import type { Io } from '../io.js'
import type { LinkAnswer } from './link-answer.js'

/** Raised when an answer changes its form. */
const version = 1

/** What was asked today is not asked again before tomorrow: portals are shared by thousands of wards. */
export class LinkCache {
  readonly #io: Io
  readonly #path: string | undefined
  readonly #known: ReadonlyMap<string, LinkAnswer>

  private constructor(io: Io, path: string | undefined, known: ReadonlyMap<string, LinkAnswer>) {
    this.#io = io
    this.#path = path
    this.#known = known
  }

  static async open(io: Io): Promise<LinkCache> {
    const folder = cacheFolder(io.env)
    if (folder === undefined) return LinkCache.none(io)
    const path = `${folder}/links.json`
    return new LinkCache(io, path, await readAnswers(path, io))
  }

  /** Remembers nothing. */
  static none(io: Io): LinkCache {
    return new LinkCache(io, undefined, new Map())
  }

  get(url: string): LinkAnswer | undefined {
    return this.#known.get(url)
  }

  /** Keeps what will hold for the day. A folder that cannot be written costs time and nothing else. */
  async keep(answers: ReadonlyMap<string, LinkAnswer>): Promise<void> {
    if (this.#path === undefined) return
    const kept = [...this.#known, ...answers].filter(([, answer]) => isLasting(answer))
    const text = `${JSON.stringify({ version, day: this.#io.today, answers: Object.fromEntries(kept) })}\n`
    await this.#io.write(this.#path, text).catch(() => false)
  }
}

const lasting: readonly unknown[] = ['ok', 'moved', 'missing', 'no-host', 'loop'] satisfies LinkAnswer['kind'][]

/** Trouble may pass within the day, and what is private depends on where the machine stands. */
function isLasting(answer: unknown): answer is LinkAnswer {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && lasting.includes(answer.kind)
}

async function readAnswers(path: string, io: Io): Promise<ReadonlyMap<string, LinkAnswer>> {
  try {
    const data = JSON.parse(new TextDecoder().decode(await io.readBytes(path)))
    if (data.version !== version || data.day !== io.today) return new Map()
    return new Map(Object.entries(data.answers as object).filter(([, answer]) => isLasting(answer)))
  } catch {
    // No cache yet, or one that a crash left behind.
    return new Map()
  }
}

/** XDG Base Directory Specification; on Windows the folder for data that stays on the machine. */
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Io['env']): string | undefined {
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return `${XDG_CACHE_HOME}/tthc`
  if (LOCALAPPDATA) return `${LOCALAPPDATA}/tthc`
  return HOME ? `${HOME}/.cache/tthc` : undefined
}
