// The same site for Hugo: the views as its data, our templates turned into its own language, and proof that both say the same.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Debian’s, or the one that HUGO names. */
export const program = process.env.HUGO ?? 'hugo'

/** Writes the source of the Hugo site into `folder` and gives it back; throws where its pages do not say what ours in `ours` say. */
export async function hugoSite(root, catalog, ours, folder) {
  const site = await viewOf(root, catalog, ours)
  const write = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write(
    'config.json',
    JSON.stringify({
      baseURL: 'http://localhost/',
      disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'section'],
    }),
  )
  write('data/words.json', JSON.stringify(site.words))
  const names = readdirSync(join(root, 'templates')).filter(
    name => name.endsWith('.hbs') && !/^(?:board|finding|stats)/.test(name),
  )
  for (const name of names) {
    const text = toGo(readFileSync(join(root, 'templates', name), 'utf8'))
    write(`layouts/partials/${name.replace('.hbs', '.html')}`, text)
  }
  const layout =
    '{{ $d := index site.Data.p .Params.id }}{{ $c := partial (printf "%s.html" $d.template) $d.view }}{{ partial "layout.html" (merge $d.around (dict "content" $c)) }}'
  write('layouts/_default/single.html', layout)
  write('layouts/index.html', layout)
  for (const [at, { address, template, content, frame }] of site.pages.entries()) {
    const { head, script } = partsOf(
      readFileSync(join(ours, address.endsWith('.html') ? address : `${address}index.html`), 'utf8'),
    )
    const around = { page: frame, policy: '', meta: [], style: head, data: '', script }
    const view = { ...content, page: frame }
    write(`data/p/p${at}.json`, JSON.stringify({ template: template.replace('.hbs', ''), view, around }))
    const url = `/${address}`
    if (address === '') write('content/_index.md', JSON.stringify({ id: `p${at}`, title: 'x' }))
    else write(`content/p${at}.md`, JSON.stringify({ id: `p${at}`, url, title: 'x' }))
  }
  for (const entry of readdirSync(ours, { withFileTypes: true })) {
    if (entry.isFile() && !entry.name.endsWith('.html'))
      cpSync(join(ours, entry.name), join(folder, 'static', entry.name))
  }
  cpSync(join(ours, 'danh-muc.html'), join(folder, 'static/danh-muc.html'))
  cpSync(join(ours, 'assets'), join(folder, 'static/assets'), { recursive: true })
  prove(folder, ours, site)
  return folder
}

function prove(folder, ours, { pages }) {
  const out = join(folder, 'public')
  const { status, stderr, stdout } = spawnSync(program, ['--quiet'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`hugo ended with ${status}: ${stderr}${stdout}`)
  for (const { address } of pages) {
    const path = address.endsWith('.html') ? address : `${address}index.html`
    const [a, b] = [ours, out].map(place => said(readFileSync(join(place, path), 'utf8')))
    if (a !== b) {
      const at = [...a].findIndex((sign, index) => sign !== b[index])
      throw new Error(`${path} differs: “${a.slice(at - 40, at + 60)}” and “${b.slice(at - 40, at + 60)}”`)
    }
  }
}

/** What a reader of the page finds: its texts and where its links lead. */
function said(html) {
  const body = html.slice(html.indexOf('<body')).replace(/<script[\s\S]*?<\/script>/g, '')
  const links = body.replace(/<a [^>]*?href="([^"]*)"[^>]*>/g, ' [$1] ')
  return (
    links
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
        name === undefined
          ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10))
          : { amp: '&', lt: '<', gt: '>', quot: '"' }[name],
      )
      // Both ways of writing brackets in an address are right.
      .replaceAll('%28', '(')
      .replaceAll('%29', ')')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

function partsOf(html) {
  const head = /<link rel="stylesheet"[^>]*>[\s\S]*?(?=<\/head>)/.exec(html)?.[0] ?? ''
  const script = html.slice(html.lastIndexOf('</footer>') + 9, html.lastIndexOf('</body>')).trim()
  return { head, script }
}

async function viewOf(root, catalog, ours) {
  const outfile = join(ours, '..', 'view.cjs')
  await build({
    stdin: {
      contents: "export { load } from './src/catalog/load.ts'\nexport { siteView } from './src/views/site.ts'",
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  })
  const { load, siteView } = createRequire(import.meta.url)(outfile)
  const sources = readdirSync(join(root, catalog), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, catalog, path), 'utf8') }))
  const loaded = await load(catalog, sources)
  const files = readdirSync(ours)
    .filter(name => name.includes('.') && !/^(?:\.|404\.html|index\.html)/.test(name))
    .map(path => ({ path, bytes: readFileSync(join(ours, path)).length }))
  return siteView(loaded.catalog, { locale: 'vi', today: '2026-11-23', errors: 0, files })
}

/** The small part of Handlebars that our templates use, in Go’s template language. */
function toGo(text) {
  let depth = 0
  const ends = []
  return text.replace(/\{\{~?(![\s\S]*?|[^}]*?)~?\}\}/g, (_, inner) => {
    const [word = '', path = ''] = inner.trim().split(/\s+/)
    if (word.startsWith('!')) return '{{- "" -}}'
    if (word === '#if') return `{{ if ${value(path, depth)} }}`
    if (word === '#unless') return `{{ if not ${value(path, depth)} }}`
    if (word === '#each') {
      const list = value(path, depth)
      ends.push('each')
      depth += 1
      return `{{ $p${depth} := . }}{{ $n${depth} := len (${list} | default slice) }}{{ range $i${depth}, $e := ${list} }}`
    }
    if (word === '/each') {
      ends.pop()
      depth -= 1
      return '{{ end }}'
    }
    if (word === '/if' || word === '/unless') return '{{ end }}'
    if (word === 'else') return '{{ else }}'
    if (word === '>') return `{{ partial "${path}.html" ${value(inner.trim().split(/\s+/)[2] ?? 'this', depth)} }}`
    if (word === '@content') return ''
    if (/^(?:content|style|script|data)$/.test(word)) return `{{ .${word} | safeHTML }}`
    return /(?:href|url|report|logo|home)$/i.test(word)
      ? `{{ ${value(word, depth)} | safeURL }}`
      : `{{ ${value(word, depth)} }}`
  })
}

function value(path, depth) {
  if (path === 'this') return '.'
  if (path === '@last') return `(eq (add $i${depth} 1) $n${depth})`
  if (path.startsWith('@words.')) return `site.Data.words.${path.slice(7)}`
  if (path.startsWith('../')) return `$p${depth}.${path.slice(3)}`
  return `.${path}`
}
