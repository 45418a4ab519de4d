import type { WebAnswer } from '../io/web.js'
import type { Io } from '../io.js'
import type { LinkAnswer, Unreachable } from './link-answer.js'
import { isPublicAddress } from './public-address.js'

export interface LinkOptions {
  /** Asks addresses of private networks too, and of this machine. */
  readonly allowPrivate: boolean
}

type World = Pick<Io, 'web' | 'wait'>

/** Milliseconds to wait for an answer, and between the tries. */
const timeout = 10_000
const pauses = [500, 2_000]
const mostRedirects = 10
/** Portals take many questions at once for an attack. */
const atOnce = 8
const atOnceOfHost = 2

/** Asks for each address once, a few at a time. Addresses that are no http or https are not asked and have no answer. */
export async function askLinks(
  urls: Iterable<string>,
  options: LinkOptions,
  io: World,
  answered: (done: number, of: number, url: string) => void = () => {},
): Promise<ReadonlyMap<string, LinkAnswer>> {
  const all = new Limit(atOnce)
  const hosts = new Map<string, Limit>()
  const answers = new Map<string, LinkAnswer>()
  const wanted = [...new Set(urls)].filter(askable)
  const asked = wanted.map(async url => {
    const { host } = new URL(url)
    const ofHost = hosts.get(host) ?? new Limit(atOnceOfHost)
    hosts.set(host, ofHost)
    const answer = await ofHost.run(() => all.run(() => new Question(options, io).ask(url)))
    answers.set(url, answer)
    answered(answers.size, wanted.length, url)
  })
  await Promise.all(asked)
  return answers
}

/** Anything else is the matter of rule `online-url-malformed`. */
export function askable(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

class Limit {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#free = most
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>(resolve => this.#waiting.push(resolve))
    else this.#free -= 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}

type Hop = WebAnswer | LinkAnswer

class Question {
  constructor(
    readonly options: LinkOptions,
    readonly io: World,
  ) {}

  async ask(url: string): Promise<LinkAnswer> {
    let current = url
    // The address to write instead: as far as every redirect was for good.
    let moved: string | undefined
    let forGood = true
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const hop = await this.#askPatiently(current)
      if ('kind' in hop) return hop
      const next = redirectOf(hop, current)
      if (next === undefined) return verdict(hop, moved === undefined ? undefined : withFragment(moved, url))
      forGood &&= hop.status === 301 || hop.status === 308
      if (forGood) moved = next
      current = next
    }
    return { kind: 'loop' }
  }

  /** Once more after a pause where the fault may be passing. */
  async #askPatiently(url: string): Promise<Hop> {
    let hop = await this.#askOnce(url)
    for (const pause of pauses) {
      if (!isPassing(hop)) return hop
      await this.io.wait(pause)
      hop = await this.#askOnce(url)
    }
    return 'status' in hop && !('kind' in hop) && hop.status >= 500 ? unreachable('status', String(hop.status)) : hop
  }

  async #askOnce(url: string): Promise<Hop> {
    const address = await this.#addressOf(new URL(url).hostname)
    if (typeof address !== 'string') return address
    try {
      const head = await this.io.web.request(url, { method: 'HEAD', address, timeout })
      if (head.status < 400) return head
    } catch (error) {
      // Some servers hang up on HEAD; one that does not answer at all will not answer GET either.
      if (codeOf(error) !== 'ECONNRESET' && !isProtocolError(error)) return failure(error)
    }
    try {
      return await this.io.web.request(url, { method: 'GET', address, timeout })
    } catch (error) {
      return failure(error)
    }
  }

  async #addressOf(host: string): Promise<string | LinkAnswer> {
    let addresses: readonly string[]
    try {
      addresses = await this.io.web.resolve(host)
    } catch (error) {
      const code = codeOf(error)
      return code === 'ENOTFOUND' || code === 'ENODATA' ? { kind: 'no-host', host } : unreachable('connection', code)
    }
    const address = this.options.allowPrivate ? addresses[0] : addresses.find(isPublicAddress)
    if (address !== undefined) return address
    const [inner] = addresses
    return inner === undefined ? { kind: 'no-host', host } : { kind: 'private', host, address: inner }
  }
}

function isPassing(hop: Hop): boolean {
  if ('kind' in hop) return hop.kind === 'unreachable' && hop.reason !== 'certificate'
  return hop.status >= 500 || hop.status === 429
}

function verdict({ status }: WebAnswer, moved: string | undefined): LinkAnswer {
  if (status === 404 || status === 410) return { kind: 'missing', status }
  return moved === undefined ? { kind: 'ok' } : { kind: 'moved', to: moved }
}

function redirectOf({ status, location }: WebAnswer, from: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, from))
    return undefined
  const { href } = new URL(location, from)
  return askable(href) ? href : undefined
}

/** RFC 9110 10.2.2: a redirect without a fragment keeps the one of the address that was asked. */
function withFragment(to: string, url: string): string {
  const { hash } = new URL(url)
  return to.includes('#') ? to : to + hash
}

function failure(error: unknown): LinkAnswer {
  const code = codeOf(error)
  if (code === 'ETIMEDOUT') return unreachable('timeout', code)
  return unreachable(isCertificateError(code) ? 'certificate' : 'connection', code)
}

function unreachable(reason: Unreachable, detail: string): LinkAnswer {
  return { kind: 'unreachable', reason, detail }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'UNKNOWN'
}

function isProtocolError(error: unknown): boolean {
  return codeOf(error).startsWith('HPE_')
}

function isCertificateError(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO/.test(code)
}
