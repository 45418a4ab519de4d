import { describe, expect, it } from 'vitest'
import { previewAnswer, type Shown } from '../../src/commands/preview-answers.js'

const page = (policy: string) =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body><p>x</p></body></html>`

const shown: Shown = {
  version: 'abc',
  state: '{}',
  overlay: '// overlay',
  files: new Map<string, string | Uint8Array>([
    ['index.html', page('default-src &#x27;none&#x27;; script-src &#x27;sha256-x&#x3D;&#x27;')],
    ['thu-tuc/1.001193/index.html', page("default-src 'none'; script-src 'none'; connect-src 'none'")],
    ['catalog.json', '{}'],
    ['assets/site.css', 'p{}'],
    ['assets/x.woff2', new Uint8Array([1, 2])],
    ['404.html', page("default-src 'none'")],
  ]),
}

function ask(target: string, more: { method?: string; host?: string | undefined } = {}) {
  const request = { method: 'GET', target, host: '127.0.0.1:4380', ...more }
  const answer = previewAnswer(request, 4380, shown, () => () => {})
  if (!('status' in answer)) return { status: 'events', headers: {}, body: '' } as const
  return { ...answer, body: typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body) }
}

describe('a preview', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/?q=khai%20sinh', 'text/html; charset=utf-8'],
    ['/thu-tuc/1.001193/', 'text/html; charset=utf-8'],
    ['/thu-tuc/1%2E001193/', 'text/html; charset=utf-8'],
    ['/catalog.json', 'application/json; charset=utf-8'],
    ['/assets/site.css', 'text/css; charset=utf-8'],
    ['/assets/x.woff2', 'font/woff2'],
    ['/@tthc/preview.js', 'text/javascript; charset=utf-8'],
  ])('has %s', (target, type) => {
    const { status, headers } = ask(target)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('leads to the folder of a page, and nowhere else', () => {
    expect(ask('/thu-tuc/1.001193')).toMatchObject({ status: 302, headers: { location: './1.001193/' } })
    for (const target of [
      '//evil.example/',
      '//evil.example/thu-tuc/1.001193',
      '/\\evil.example',
      'http://evil.example/',
    ]) {
      expect(ask(target).status, target).toBe(404)
    }
  })

  it.each([
    ...[
      '/../package.json',
      '/thu-tuc/../../package.json',
      '/%2e%2e/package.json',
      '/%2e%2e%2fpackage.json',
      '/..%5cpackage.json',
    ],
    ...[
      '/....//package.json',
      '/%252e%252e%252fpackage.json',
      '/etc/passwd',
      '/%2fetc%2fpasswd',
      '/C:%5Cwindows%5Cwin.ini',
    ],
    ...[
      '/catalog.json%00.html',
      '/%',
      '/%E0%A4%A',
      '*',
      '',
      'package.json',
      '/assets',
      '/assets/',
      '/__proto__',
      '/constructor',
    ],
  ])('has nothing at %s', target => {
    const { status, body } = ask(target)
    expect(status).toBe(404)
    expect(body).toContain('<p>x</p>')
  })

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:4380',
    '127.0.0.1',
    '127.0.0.1:4381',
    'localhost.evil.example:4380',
    '127.0.0.1:4380.evil.example',
    '192.168.1.2:4380',
  ])('says nothing to whoever calls it %s', host => {
    for (const target of ['/', '/catalog.json', '/@tthc/events', '/@tthc/preview.js']) {
      expect(ask(target, { host })).toMatchObject({ status: 403, body: 'Forbidden\n' })
    }
  })

  it('answers under both names of this machine', () => {
    expect(ask('/', { host: 'localhost:4380' }).status).toBe(200)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT'])('takes no %s', method => {
    expect(ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it('has a stream of events', () => {
    expect(ask('/@tthc/events').status).toBe('events')
  })
})

describe('the overlay', () => {
  it('stands at the end of every page, and its policy lets it in', () => {
    const { body } = ask('/')
    expect(body).toContain('<script src="/@tthc/preview.js" data-version="abc"></script></body>')
    expect(body).toContain('script-src http://127.0.0.1:4380 &#x27;sha256-x&#x3D;&#x27;')
    expect(body).toContain('connect-src http://127.0.0.1:4380')
    expect(ask('/thu-tuc/1.001193/').body).toContain(
      "script-src http://127.0.0.1:4380 'none'; connect-src http://127.0.0.1:4380 'none'",
    )
    expect(ask('/khong-co', { host: 'localhost:4380' }).body).toContain('script-src http://localhost:4380')
  })

  it('stands in nothing but pages', () => {
    expect(ask('/catalog.json').body).toBe('{}')
  })
})
