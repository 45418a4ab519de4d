import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Web } from '../../src/io/web.js'
import { main } from '../../src/main.js'
import { type MemoryIo, memoryIo } from '../memory-io.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

function catalog(url: string): string {
  return `catalog: 1
agency:
  name: UBND phường Ví Dụ
  feedback: {phone: "0274 3822 234"}
fields:
  - id: ho-tich
    name: Hộ tịch
procedures:
  - code: "1.001193"
    title: Đăng ký khai sinh
    field: ho-tich
    onlineUrl: ${url}
`
}

/** What servers answer, by address; what was asked. */
function servers(table: Readonly<Record<string, number>>): { web: Web; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    web: {
      resolve: async () => ['8.8.8.8'],
      async request(url) {
        asked.push(url)
        return { status: table[url] ?? 404 }
      },
    },
  }
}

async function check(io: MemoryIo, ...argv: string[]) {
  const before = io.printed.out.length
  const code = await main(['check', 'x', '--format', 'json', ...argv], io)
  const { catalogs } = JSON.parse(io.printed.out.slice(before))
  const links = catalogs[0].findings.filter(({ rule }: { rule: string }) => rule.startsWith('link-'))
  return { code, links }
}

const url = 'https://cong.example.vn/nop'
const env = { HOME: '/home/an' }
const cacheFile = '/home/an/.cache/tthc/links.json'

function world(status: number, more: Partial<Parameters<typeof memoryIo>[0]> = {}) {
  const { web, asked } = servers({ [url]: status })
  return { io: memoryIo({ files: { 'x/catalog.yaml': catalog(url) }, env, web, ...more }), asked }
}

describe('check --links', () => {
  it('asks nothing unless it is told to', async () => {
    const { io, asked } = world(404)
    expect((await check(io)).links).toEqual([])
    expect(asked).toEqual([])
  })

  it('points at the value, as an error', async () => {
    const { io } = world(404)
    const { code, links } = await check(io, '--links')
    expect(code).toBe(1)
    expect(links).toMatchObject([{ rule: 'link-broken', severity: 'error', start: { line: 12, column: 16 } }])
  })

  it('can be silenced with a reason, and turned down, as any rule', async () => {
    const silenced = world(404)
    const commented = catalog(`${url} # tthc-ignore link-broken: cổng đang bảo trì`)
    silenced.io.files.set('x/catalog.yaml', new TextEncoder().encode(commented))
    expect((await check(silenced.io, '--links')).links).toEqual([])
    // Without asking nobody can know whether the comment is still of use.
    expect(await main(['check', 'x', '--max-warnings', '0', '--quiet'], silenced.io)).toBe(
      await main(['check', 'x', '--max-warnings', '0', '--quiet'], world(200).io),
    )
    expect(silenced.io.printed.out).not.toContain('silencer-unused')
    const down = world(404)
    const config = 'rules:\n  link-broken: {severity: warning, reason: cổng hay lỗi}\n'
    down.io.files.set('x/tthc.config.yaml', new TextEncoder().encode(config))
    expect((await check(down.io, '--links')).links).toMatchObject([{ severity: 'warning' }])
  })

  it('asks once a day', async () => {
    const { io, asked } = world(404)
    await check(io, '--links')
    const first = asked.length
    expect((await check(io, '--links')).links).toHaveLength(1)
    expect(asked).toHaveLength(first)
    await check({ ...io, today: '2026-11-24' }, '--links')
    expect(asked.length).toBeGreaterThan(first)
  })

  it('asks again when told so', async () => {
    const { io, asked } = world(200)
    await check(io, '--links')
    await check(io, '--links', '--no-cache')
    expect(asked).toHaveLength(2)
  })

  it('keeps its answers where the system keeps such things', async () => {
    for (const [where, file] of [
      [{ HOME: '/home/an' }, cacheFile],
      [{ HOME: '/home/an', XDG_CACHE_HOME: '/tmp/c' }, '/tmp/c/tthc/links.json'],
      [{ HOME: '/home/an', XDG_CACHE_HOME: 'tuong-doi' }, cacheFile],
      [{ LOCALAPPDATA: 'C:/Users/an/AppData/Local' }, 'C:/Users/an/AppData/Local/tthc/links.json'],
    ] as const) {
      const { io } = world(200, { env: where })
      await check(io, '--links')
      expect([...io.files.keys()]).toContain(file)
    }
  })

  it('keeps nothing that may pass, nor anything of a private network', async () => {
    const trouble = world(503)
    expect((await check(trouble.io, '--links')).links).toMatchObject([{ rule: 'link-unreachable' }])
    expect(new TextDecoder().decode(trouble.io.files.get(cacheFile))).not.toContain(url)
    const inside = world(200)
    await check(inside.io, '--links', '--allow-private')
    expect(inside.io.files.has(cacheFile)).toBe(false)
  })

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"version":1,"day":"2026-11-23"}',
    '{"version":1,"day":"2026-11-23","answers":7}',
    `{"version":1,"day":"2026-11-23","answers":{"${url}":null}}`,
    `{"version":1,"day":"2026-11-23","answers":{"${url}":{"kind":"unreachable","reason":"x"}}}`,
  ])('is not misled by a broken cache: %s', async text => {
    const { io, asked } = world(404)
    io.files.set(cacheFile, new TextEncoder().encode(text))
    expect((await check(io, '--links')).links).toHaveLength(1)
    expect(asked.length).toBeGreaterThan(0)
  })

  it('works where the cache cannot be written', async () => {
    const { io } = world(404)
    const full = { ...io, write: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' })) }
    expect((await check(full, '--links')).links).toHaveLength(1)
  })

  it('says that --allow-private goes with it', async () => {
    const { io } = world(200)
    expect(await main(['check', 'x', '--allow-private'], io)).toBe(2)
    expect(io.printed.err).toContain('“--allow-private” chỉ dùng cùng với “--links”')
  })
})

it('asks a real server, in the program that users run', { timeout: 30_000 }, async () => {
  const server = createServer((request, response) => {
    if (request.url === '/cu') response.writeHead(301, { location: '/moi' }).end()
    else response.writeHead(200).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const folder = mkdtempSync(join(tmpdir(), 'tthc-links-'))
  mkdirSync(join(folder, 'x'))
  writeFileSync(join(folder, 'x', 'catalog.yaml'), catalog(`http://127.0.0.1:${port}/cu`))
  const run = (...args: string[]) =>
    new Promise<string>(resolve => {
      const env = { ...process.env, LANG: 'en_US.UTF-8', XDG_CACHE_HOME: join(folder, 'cache') }
      const argv = [join(root, 'bin/tthc.js'), 'check', 'x', '--links', ...args]
      execFile(process.execPath, argv, { cwd: folder, env }, (_, out, err) => resolve(out + err))
    })
  try {
    expect(await run()).toMatch(/address of a private network \(127\.0\.0\.1\).*\[link-broken\]/)
    expect(await run('--allow-private')).toContain(`has moved for good to “http://127.0.0.1:${port}/moi” [link-moved]`)
  } finally {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  }
})
