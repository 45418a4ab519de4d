import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { type MemoryIo, type MemoryWorld, memoryIo } from '../memory-io.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mau = readFileSync(join(root, 'catalogs/mau/catalog.yaml'), 'utf8')

function world(more: MemoryWorld = {}): MemoryIo {
  return memoryIo({ files: { 'x/catalog.yaml': mau }, ...more })
}

/** Until `found` is true; the work of the preview goes on meanwhile. */
async function until(found: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2500 && !found(); tries += 1) await new Promise(resolve => setTimeout(resolve, 10))
  expect(found()).toBe(true)
}

async function started(io: MemoryIo, ...argv: string[]) {
  const ended = main(['preview', 'x', ...argv], io)
  await Promise.race([until(() => io.local.ask !== undefined && io.local.watched.size > 0), ended])
  return { ended }
}

function page(io: MemoryIo, target: string, port = 4380): string {
  const answer = io.local.ask?.({ method: 'GET', target, host: `127.0.0.1:${port}` })
  if (answer === undefined || !('status' in answer)) return ''
  return typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body)
}

function states(
  io: MemoryIo,
): { version: string; summary: string; failure: string | null; findings: { rule: string }[] }[] {
  const all: never[] = []
  const answer = io.local.ask?.({ method: 'GET', target: '/@tthc/events', host: '127.0.0.1:4380' })
  if (answer !== undefined && 'follow' in answer) answer.follow((_, data) => all.push(JSON.parse(data) as never))
  return all
}

function write(io: MemoryIo, text: string): void {
  io.files.set('x/catalog.yaml', new TextEncoder().encode(text))
  io.local.change()
}

describe('tthc preview', { timeout: 30_000 }, () => {
  it('serves the site, rebuilds it when a file changes, and ends in order', async () => {
    const io = world()
    const { ended } = await started(io)
    expect(io.printed.out).toMatch(
      /Đã dựng \d+ tệp trong \d+ ms: không có vấn đề\nXem thử ở http:\/\/127\.0\.0\.1:4380\//,
    )
    expect(page(io, '/')).toContain('phường Hoa Mai')
    const seen = states(io)
    write(io, mau.replaceAll('phường Hoa Mai', 'phường Hoa Đào'))
    await until(() => seen.length === 2)
    expect(page(io, '/')).toContain('phường Hoa Đào')
    expect(seen[0]?.version).not.toBe(seen[1]?.version)
    io.local.stop()
    expect(await ended).toBe(0)
    expect(io.local.ask).toBeUndefined()
    expect(io.local.watched.size).toBe(0)
  })

  it('keeps the version where nothing that is shown has changed', async () => {
    const io = world()
    const { ended } = await started(io)
    const seen = states(io)
    write(io, `# một dòng ghi chú\n${mau}`)
    await until(() => seen.length === 2)
    expect(seen[1]?.version).toBe(seen[0]?.version)
    io.local.stop()
    await ended
  })

  it('shows findings over the page, in the language of the user, and serves what could be read', async () => {
    const io = world()
    const { ended } = await started(io, '--lang', 'en')
    const seen = states(io)
    write(io, mau.replace('phone: "0274 0123 501"', 'phone: "0274 012"').replace('fees: exempt', 'feess: exempt'))
    await until(() => seen.length === 2)
    expect(seen[1]?.summary).toMatch(/errors/)
    expect(seen[1]?.findings.map(({ rule }) => rule)).toContain('unknown-key')
    expect(page(io, '/')).not.toBe('')
    io.local.stop()
    await ended
  })

  it('keeps the last pages when the catalog cannot be read, and goes on when it can', async () => {
    const io = world()
    const { ended } = await started(io)
    const seen = states(io)
    const before = page(io, '/')
    io.files.delete('x/catalog.yaml')
    io.local.change()
    await until(() => seen.length === 2)
    expect(seen[1]?.failure).toContain('Không có tệp hay thư mục “x”')
    expect(page(io, '/')).toBe(before)
    write(io, mau)
    await until(() => seen.length === 3)
    expect(seen[2]?.failure).toBeNull()
    io.local.stop()
    await ended
  })

  it('takes the next free port, or the one it is told', async () => {
    const io = world()
    io.local.taken.add(4380).add(4381)
    const { ended } = await started(io)
    expect(io.printed.out).toContain('http://127.0.0.1:4382/')
    expect(page(io, '/', 4382)).toContain('phường Hoa Mai')
    io.local.stop()
    await ended
    const busy = world()
    busy.local.taken.add(8000)
    expect(await main(['preview', 'x', '--port', '8000'], busy)).toBe(3)
    expect(busy.printed.err).toContain('Không mở được cổng 8000')
    expect(await main(['preview', 'x', '--port', '70000'], world())).toBe(2)
    expect(await main(['preview', 'khong-co'], world())).toBe(3)
  })

  it('watches the catalog, its folders and the configurations above', async () => {
    const io = memoryIo({
      files: {
        'tinh/tthc.config.yaml': '',
        'tinh/khac/ghi-chu.txt': '',
        'tinh/phuong/x/catalog.yaml': mau,
        'tinh/phuong/x/fields/ho-tich.yaml': '',
        'tinh/phuong/x/node_modules/y/z.yaml': '',
        'mau-rieng/site.css': '',
      },
    })
    const ended = main(['preview', 'tinh/phuong/x', '--templates', 'mau-rieng'], io)
    await until(() => io.local.watched.size > 0)
    expect([...io.local.watched].sort()).toEqual(['mau-rieng', 'tinh', 'tinh/phuong/x', 'tinh/phuong/x/fields'])
    io.local.stop()
    await ended
  })

  it('opens the browser of the machine, and goes on without one', async () => {
    const opened: string[] = []
    const io = world({
      run: async (_, args) => {
        opened.push(args.at(-1) ?? '')
        throw Object.assign(new Error('x'), { code: 'ENOENT' })
      },
    })
    const { ended } = await started(io, '--open')
    await until(() => io.printed.err !== '')
    expect(opened).toEqual(['http://127.0.0.1:4380/'])
    expect(io.printed.err).toContain('Không mở được trình duyệt')
    io.local.stop()
    expect(await ended).toBe(0)
  })

  it('serves several catalogs, each under a number', async () => {
    const io = memoryIo({ files: { 'x/a/catalog.yaml': mau, 'x/b/catalog.yaml': mau } })
    const { ended } = await started(io)
    expect(page(io, '/')).toContain('<a href="2/">x/b</a>')
    expect(page(io, '/2/')).toContain('phường Hoa Mai')
    io.local.stop()
    await ended
  })
})

function fetchText(url: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    }).on('error', reject)
  })
}

it('works as users run it: a free port, live reload, this machine only, Ctrl+C', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tthc-preview-'))
  cpSync(join(root, 'catalogs/mau'), join(folder, 'mau'), { recursive: true })
  const file = join(folder, 'mau', 'catalog.yaml')
  const child = spawn(process.execPath, [join(root, 'bin/tthc.js'), 'preview', 'mau', '--port', '0'], { cwd: folder })
  const exited = new Promise<number | null>(resolve => child.on('exit', resolve))
  let out = ''
  child.stdout.setEncoding('utf8').on('data', chunk => {
    out += chunk
  })
  try {
    await until(() => out.includes('http://'))
    const [url = '', port = ''] = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(out) ?? []
    expect((await fetchText(url)).text).toContain('phường Hoa Mai')
    expect((await fetchText(url, { host: `evil.example:${port}` })).status).toBe(403)
    expect((await fetchText(`${url}..%2f..%2f..%2fetc%2fpasswd`)).status).toBe(404)
    // Bound to the loopback address alone: the port is free on every other address of this machine.
    const other = createServer()
    await new Promise<void>((resolve, reject) => other.once('error', reject).listen(Number(port), '127.0.0.2', resolve))
    other.close()

    let events = ''
    const stream = get(`${url}@tthc/events`, { agent: false }, response => {
      response.setEncoding('utf8').on('data', chunk => {
        events += chunk
      })
    })
    stream.on('error', () => {})
    await until(() => events.includes('event: state'))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('phường Hoa Mai', 'phường Hoa Đào'))
    await until(() => events.split('event: state').length > 2)
    expect((await fetchText(url)).text).toContain('phường Hoa Đào')
    child.kill('SIGINT')
    expect(await exited).toBe(0)
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})
