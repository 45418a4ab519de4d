import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askLinks } from '../../src/check/links.js'
import { realWeb, type Web } from '../../src/io/web.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let port = 0
let asked: string[] = []
let handlers: Record<string, Handler> = {}

beforeEach(async () => {
  asked = []
  handlers = {}
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`)
    const handler = handlers[request.url ?? '']
    if (handler === undefined) response.writeHead(404).end()
    else handler(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

const answers =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end('x')
const to = (status: number, location: string) => answers(status, { location })

const pauses: number[] = []
const wait = async (milliseconds: number) => void pauses.push(milliseconds)

async function ask(path: string, web: Web = realWeb, allowPrivate = true) {
  const url = path.startsWith('http') ? path : `http://127.0.0.1:${port}${path}`
  return (await askLinks([url], { allowPrivate }, { web, wait })).get(url)
}

/** Names that stand for addresses, all of which are this server. */
function names(table: Readonly<Record<string, readonly string[]>>) {
  const seen: string[] = []
  const web: Web = {
    async resolve(host) {
      const found = table[host]
      if (found === undefined) throw Object.assign(new Error(host), { code: 'ENOTFOUND' })
      return found
    },
    request(url, options) {
      seen.push(`${new URL(url).hostname} at ${options.address}`)
      return realWeb.request(url, { ...options, address: '127.0.0.1' })
    },
  }
  return { web, seen }
}

describe('a page', () => {
  it('is there', async () => {
    handlers['/a'] = answers(200)
    expect(await ask('/a')).toEqual({ kind: 'ok' })
    expect(asked).toEqual(['HEAD 127.0.0.1/a'])
  })

  it.each([404, 410])('is not there: %d to HEAD and to GET', async status => {
    handlers['/a'] = answers(status)
    expect(await ask('/a')).toEqual({ kind: 'missing', status })
    expect(asked).toEqual(['HEAD 127.0.0.1/a', 'GET 127.0.0.1/a'])
  })

  it.each([404, 405, 500, 501])('is there although its server answers HEAD with %d', async status => {
    handlers['/a'] = ({ method }, response) => response.writeHead(method === 'HEAD' ? status : 200).end()
    expect(await ask('/a')).toEqual({ kind: 'ok' })
  })

  it('is there although its server hangs up on HEAD', async () => {
    handlers['/a'] = ({ method }, response) => {
      if (method === 'HEAD') response.destroy()
      else response.writeHead(200).end()
    }
    expect(await ask('/a')).toEqual({ kind: 'ok' })
  })

  it.each([401, 403, 429])('that is not shown to programs (%d) is none of our business', async status => {
    handlers['/a'] = answers(status)
    expect(await ask('/a')).toEqual({ kind: 'ok' })
  })
})

describe('trouble that may pass', () => {
  it('is asked again after longer and longer pauses', async () => {
    pauses.length = 0
    let times = 0
    handlers['/a'] = (request, response) => {
      if (request.method === 'GET') times += 1
      response.writeHead(times > 2 ? 200 : 503).end()
    }
    expect(await ask('/a')).toEqual({ kind: 'ok' })
    expect(pauses).toEqual([500, 2000])
  })

  it('is told after three tries', async () => {
    handlers['/a'] = answers(503)
    expect(await ask('/a')).toEqual({ kind: 'unreachable', reason: 'status', detail: '503' })
    expect(asked).toHaveLength(6)
  })

  it('a port where nobody listens', async () => {
    expect(await ask('http://127.0.0.1:1/')).toMatchObject({ kind: 'unreachable', reason: 'connection' })
  })

  it('a server that never answers', async () => {
    handlers['/a'] = () => {}
    await expect(
      realWeb.request(`http://127.0.0.1:${port}/a`, { method: 'GET', address: '127.0.0.1', timeout: 50 }),
    ).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    const slow: Web = { ...realWeb, request: (url, options) => realWeb.request(url, { ...options, timeout: 30 }) }
    expect(await ask('/a', slow)).toEqual({ kind: 'unreachable', reason: 'timeout', detail: 'ETIMEDOUT' })
  })

  it('a certificate that does not hold', async () => {
    const expired: Web = {
      ...realWeb,
      request: () => Promise.reject(Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' })),
    }
    pauses.length = 0
    expect(await ask('/a', expired)).toEqual({ kind: 'unreachable', reason: 'certificate', detail: 'CERT_HAS_EXPIRED' })
    expect(pauses).toEqual([])
  })

  it('a host that does not exist is no passing trouble', async () => {
    const { web } = names({})
    expect(await ask('http://khong-co.example/', web)).toEqual({ kind: 'no-host', host: 'khong-co.example' })
  })
})

describe('a redirect', () => {
  it.each([301, 308])('for good (%d) tells the address to write', async status => {
    handlers['/cu'] = to(status, '/moi')
    handlers['/moi'] = answers(200)
    expect(await ask('/cu')).toEqual({ kind: 'moved', to: `http://127.0.0.1:${port}/moi` })
    expect(await ask('/cu#muc-2')).toEqual({ kind: 'moved', to: `http://127.0.0.1:${port}/moi#muc-2` })
  })

  it.each([302, 303, 307])('for now (%d) is the matter of the server', async status => {
    handlers['/cu'] = to(status, '/moi')
    handlers['/moi'] = answers(200)
    expect(await ask('/cu')).toEqual({ kind: 'ok' })
  })

  it('tells the last address that was meant for good', async () => {
    handlers['/1'] = to(301, '/2')
    handlers['/2'] = to(308, '/3')
    handlers['/3'] = to(302, '/dang-nhap')
    handlers['/dang-nhap'] = answers(200)
    expect(await ask('/1')).toEqual({ kind: 'moved', to: `http://127.0.0.1:${port}/3` })
  })

  it('to a page that is not there', async () => {
    handlers['/cu'] = to(301, '/mat')
    expect(await ask('/cu')).toEqual({ kind: 'missing', status: 404 })
  })

  it('without an end', async () => {
    handlers['/a'] = to(302, '/b')
    handlers['/b'] = to(302, '/a')
    expect(await ask('/a')).toEqual({ kind: 'loop' })
  })

  it('is not followed to anything but http and https', async () => {
    handlers['/a'] = to(301, 'file:///etc/passwd')
    expect(await ask('/a')).toEqual({ kind: 'ok' })
  })
})

describe('private networks', () => {
  it.each(['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
    '%s is not asked',
    async host => {
      const answer = await ask(`http://${host}:${port}/`, realWeb, false)
      expect(answer).toMatchObject({ kind: 'private' })
      expect(asked).toEqual([])
    },
  )

  it('nor is a name that stands for one', async () => {
    const { web, seen } = names({ 'noi-bo.example': ['10.0.0.5'] })
    const answer = await ask('http://noi-bo.example/', web, false)
    expect(answer).toEqual({ kind: 'private', host: 'noi-bo.example', address: '10.0.0.5' })
    expect(seen).toEqual([])
  })

  it('nor is one that a public page leads to', async () => {
    const { web, seen } = names({ 'cong.example': ['8.8.8.8'], 'noi-bo.example': ['169.254.169.254'] })
    handlers['/a'] = to(302, `http://noi-bo.example:${port}/b`)
    handlers['/b'] = answers(200)
    expect(await ask(`http://cong.example:${port}/a`, web, false)).toMatchObject({
      kind: 'private',
      address: '169.254.169.254',
    })
    expect(seen).toEqual(['cong.example at 8.8.8.8'])
  })

  it('are asked where that is allowed', async () => {
    const { web } = names({ 'noi-bo.example': ['10.0.0.5'] })
    handlers['/'] = answers(200)
    expect(await ask(`http://noi-bo.example:${port}/`, web, true)).toEqual({ kind: 'ok' })
  })

  it('the public one of several addresses is asked, and no other', async () => {
    const { web, seen } = names({ 'hai.example': ['10.0.0.5', '8.8.4.4'] })
    handlers['/'] = answers(200)
    await ask(`http://hai.example:${port}/`, web, false)
    expect(seen).toEqual(['hai.example at 8.8.4.4'])
  })
})

describe('the address that was checked', () => {
  it('is the one that is connected to: the name is not looked up again', async () => {
    handlers['/'] = answers(204)
    const options = { method: 'GET', address: '127.0.0.1', timeout: 2000 } as const
    // No resolver knows names under .invalid.
    expect(await realWeb.request(`http://khong-co.invalid:${port}/`, options)).toEqual({ status: 204 })
    expect(asked).toEqual(['GET khong-co.invalid/'])
  })

  it('sends no password that stands in an address', async () => {
    let authorization: string | undefined = 'none'
    handlers['/'] = (request, response) => {
      authorization = request.headers.authorization
      response.end()
    }
    const options = { method: 'GET', address: '127.0.0.1', timeout: 2000 } as const
    await realWeb.request(`http://an:mat-khau@127.0.0.1:${port}/`, options)
    expect(authorization).toBeUndefined()
  })
})

describe('many addresses', () => {
  it('are asked once each, few at a time, fewer of one host', async () => {
    let now = 0
    let most = 0
    const of = new Map<string, number>()
    let mostOfHost = 0
    const web: Web = {
      resolve: async () => ['8.8.8.8'],
      async request(url) {
        const { host } = new URL(url)
        const here = (of.get(host) ?? 0) + 1
        of.set(host, here)
        now += 1
        most = Math.max(most, now)
        mostOfHost = Math.max(mostOfHost, here)
        await new Promise(resolve => setTimeout(resolve, 2))
        now -= 1
        of.set(host, here - 1)
        asked.push(url)
        return { status: 200 }
      },
    }
    const urls = Array.from({ length: 60 }, (_, index) => `https://h${index % 12}.example/${index}`)
    const found = await askLinks(
      [...urls, ...urls, 'khong phai dia chi', 'ftp://h0.example/'],
      { allowPrivate: false },
      { web, wait },
    )
    expect(found.size).toBe(60)
    expect(asked).toHaveLength(60)
    expect(most).toBe(8)
    expect(mostOfHost).toBeLessThanOrEqual(2)
  })
})
