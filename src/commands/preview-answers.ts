import type { LocalAnswer, LocalRequest } from '../io/local-server.js'
import type { Content } from '../io.js'

/** What a preview shows at one moment. */
export interface Shown {
  /** Changes with the files, and with nothing else: pages that are open compare it with their own. */
  readonly version: string
  /** The files of the site, by path. */
  readonly files: ReadonlyMap<string, Content>
  /** What the overlay says, as JSON. */
  readonly state: string
  readonly overlay: string
}

/** Outside of what a page of a site may be called. */
const scriptPath = '/@tthc/preview.js'
const eventPath = '/@tthc/events'

/**
 * Answers one question out of memory: no path reaches the disk. Whoever asks by another name than this machine's is a page of
 * somebody else's, whose name was made to point here (DNS rebinding), and gets nothing.
 */
export function previewAnswer(
  { method, target, host }: LocalRequest,
  port: number,
  shown: Shown,
  follow: (send: (event: string, data: string) => void) => () => void,
): LocalAnswer {
  if (host === undefined || !isOwnName(host, port)) return plain(403, 'Forbidden')
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Method Not Allowed', { allow: 'GET, HEAD' })
  const [path = ''] = target.split(/[?#]/, 1)
  if (path === eventPath) return { follow }
  if (path === scriptPath) return file('preview.js', shown.overlay)
  const found = findFile(path, shown.files)
  if ('redirect' in found) return plain(302, 'Found', { location: found.redirect })
  const { name, content, status } = found
  if (content === undefined) return plain(404, 'Not Found')
  const page = name.endsWith('.html')
  return file(name, page ? withOverlay(textOf(content), shown.version, host) : content, status)
}

function isOwnName(host: string, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

type Found =
  | { readonly redirect: string }
  | { readonly name: string; readonly content: Content | undefined; readonly status: number }

function findFile(path: string, files: Shown['files']): Found {
  const name = decoded(path)
  if (name !== undefined) {
    const wanted = name === '' || name.endsWith('/') ? `${name}index.html` : name
    const content = files.get(wanted)
    if (content !== undefined) return { name: wanted, content, status: 200 }
    // Relative, so that no address can lead to another host.
    if (files.has(`${name}/index.html`)) return { redirect: `./${encodeURIComponent(name.split('/').at(-1) ?? '')}/` }
  }
  return { name: '404.html', content: files.get('404.html'), status: 404 }
}

/** `/thu-tuc/1.001193/` → `thu-tuc/1.001193/`; undefined for what is no path or not decodable. */
function decoded(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined
  try {
    return decodeURIComponent(path.slice(1))
  } catch {
    return undefined
  }
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  ttl: 'text/turtle; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Nothing is kept, guessed, or shown inside a page of somebody else's. */
const guards = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

function file(name: string, body: Content, status = 200): LocalAnswer {
  const [, extension = ''] = /\.([a-z0-9]+)$/i.exec(name) ?? []
  const type = types[extension.toLowerCase()] ?? 'application/octet-stream'
  return { status, headers: { 'content-type': type, ...guards }, body }
}

function plain(status: number, words: string, headers: Readonly<Record<string, string>> = {}): LocalAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...guards, ...headers }, body: `${words}\n` }
}

function textOf(content: Content): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** The page as it will be published, with our script at its end and leave for that script in its policy. */
function withOverlay(html: string, version: string, host: string): string {
  const script = `<script src="${scriptPath}" data-version="${version}"></script>`
  const opened = html.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)/i,
    (_, head: string, policy: string) => head + openedPolicy(policy, `http://${host}`),
  )
  const end = opened.lastIndexOf('</body>')
  return end === -1 ? opened + script : opened.slice(0, end) + script + opened.slice(end)
}

function openedPolicy(policy: string, origin: string): string {
  const names = policy.split(';').map(directive => directive.trim().split(/\s+/)[0])
  const opened = policy.replace(/(^|;)(\s*)(script-src|connect-src)(?=[\s;]|$)/g, `$1$2$3 ${origin}`)
  const missing = ['script-src', 'connect-src'].filter(name => !names.includes(name))
  return [opened, ...missing.map(name => `${name} ${origin}`)].join('; ')
}
