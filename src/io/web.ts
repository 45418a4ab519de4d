import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIPv6 } from 'node:net'

/** How to reach other machines. */
export interface Web {
  /** The addresses of a host, IPv4 first; an address is its own. Rejects with ENOTFOUND where there is no such host. */
  resolve(host: string): Promise<readonly string[]>
  /**
   * Asks a web server at `address`, one that `resolve` gave: the name is not looked up again, so that nobody can point it
   * elsewhere in between. Follows no redirect and reads no body. Rejects as node:http does, and with ETIMEDOUT.
   */
  request(url: string, options: WebRequest): Promise<WebAnswer>
}

export interface WebRequest {
  readonly method: 'HEAD' | 'GET'
  readonly address: string
  /** Milliseconds. */
  readonly timeout: number
}

export interface WebAnswer {
  readonly status: number
  readonly location?: string
}

export const realWeb: Web = {
  async resolve(host) {
    const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true })
    return found.sort((a, b) => a.family - b.family).map(({ address }) => address)
  },

  request(url, { method, address, timeout }) {
    const target = new URL(url)
    // Who wrote a password into a public list did not mean us to use it.
    target.username = ''
    target.password = ''
    const family = isIPv6(address) ? 6 : 4
    return new Promise((resolve, reject) => {
      const asked = (target.protocol === 'https:' ? https : http).request(
        target,
        {
          method,
          agent: false,
          headers: { accept: '*/*', 'user-agent': 'tthc-link-check/1' },
          lookup: (_host, { all }, done) =>
            all === true ? done(null, [{ address, family }]) : done(null, address, family),
          signal: AbortSignal.timeout(timeout),
        },
        ({ statusCode = 0, headers: { location } }) => {
          resolve({ status: statusCode, ...(location !== undefined && { location }) })
          asked.destroy()
        },
      )
      asked.on('error', error => reject(error.name === 'AbortError' ? timedOut(url) : error))
      asked.end()
    })
  },
}

function timedOut(url: string): Error {
  return Object.assign(new Error(`ETIMEDOUT: ${url}`), { code: 'ETIMEDOUT' })
}
