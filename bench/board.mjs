// What boards cost: `npm run bench:board`. Time and memory of `tthc board --pdf`, with the share of the browser's own start.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalog = 'catalogs/dinh-hoa'
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const runs = 3
const scratch = mkdtempSync(join(tmpdir(), 'tthc-bench-'))

/** Memory of a process and all its children, from /proc: pages that they share are counted once, by their share (Pss). */
function memoryOf(pid) {
  const parents = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {}
  }
  const isBelow = one => {
    for (let at = one; at !== undefined && at > 1; at = parents.get(at)) if (at === pid) return true
    return false
  }
  let sum = 0
  for (const one of parents.keys()) {
    if (!isBelow(one)) continue
    try {
      sum += Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {}
  }
  return sum / 1024
}

/** Seconds, and the most memory that was seen at once (MB; every 50 ms). */
function measure(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['bin/tthc.js', ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    let peak = 0
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOf(child.pid))
    }, 50)
    child.on('close', code => {
      clearInterval(watch)
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peak })
      else reject(new Error(`tthc ${args.join(' ')} ended with ${code}`))
    })
  })
}

async function browserStart() {
  const start = performance.now()
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage()
  await page.setContent('<p>x')
  await page.pdf()
  const seconds = (performance.now() - start) / 1000
  await browser.close()
  return seconds
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

function pagesOf(out) {
  const { boards } = JSON.parse(readFileSync(join(out, 'boards.json'), 'utf8'))
  return boards.reduce((sum, { pages: [first, last] }) => sum + last - first + 1, 0)
}

function sizeOf(out) {
  return readdirSync(out)
    .filter(name => name.endsWith('.pdf'))
    .reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
}

const starts = []
for (let run = 0; run < runs; run += 1) starts.push(await browserStart())
const start = median(starts)

const rows = []
for (const kind of ['wall', 'index', 'field', 'procedure', 'officers', 'feedback', 'all']) {
  const html = []
  const pdf = []
  const out = join(scratch, kind)
  for (let run = 0; run < runs; run += 1) {
    html.push(await measure(['board', catalog, '--kind', kind, '--out', `${out}-html`]))
    pdf.push(await measure(['board', catalog, '--kind', kind, '--pdf', '--browser', executablePath, '--out', out]))
  }
  const seconds = median(pdf.map(run => run.seconds))
  rows.push([
    kind,
    pagesOf(out),
    `${median(html.map(run => run.seconds)).toFixed(1)} s`,
    `${seconds.toFixed(1)} s`,
    `${Math.round((start / seconds) * 100)} %`,
    `${Math.round(median(html.map(run => run.peak)))} MB`,
    `${Math.round(median(pdf.map(run => run.peak)))} MB`,
    `${(sizeOf(out) / 1e6).toFixed(1)} MB`,
  ])
}
rmSync(scratch, { recursive: true })

const table = [
  `Measured ${new Date().toISOString().slice(0, 10)} with \`npm run bench:board\` on Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${catalog}: medians of ${runs} runs, wall time, at a load average of ${loadavg()[1].toFixed(1)}. The browser alone starts, prints an empty page and is there in ${start.toFixed(1)} s. Memory is that of the program and the browser with all its processes (Pss), at its highest.`,
  '',
  '| kind | pages | HTML | HTML and PDF | of which the browser’s start | memory, HTML | memory, PDF | size of the PDF |',
  '|---|---|---|---|---|---|---|---|',
  ...rows.map(row => `| ${row.join(' | ')} |`),
].join('\n')
process.stdout.write(`${table}\n`)
if (process.argv.includes('--write')) {
  const readme = join(root, 'bench/README.md')
  const text = readFileSync(readme, 'utf8')
  writeFileSync(
    readme,
    text.replace(/<!-- boards -->[\s\S]*<!-- \/boards -->/, `<!-- boards -->\n${table}\n<!-- /boards -->`),
  )
}
