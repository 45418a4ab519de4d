// What the tool costs, as ratios against lower bounds measured in the same run: `npm run bench`, `-- --write` for README.md.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const catalog = 'catalogs/dinh-hoa'
const scratch = mkdtempSync(join(tmpdir(), 'tthc-bench-'))
const processRuns = 21
const inProcessRuns = 31

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
}

/** Seconds of CPU, user and system, all threads. bash measures them: Node does not tell them of a child. */
function cpuSeconds(command) {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', '-', ...command],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status === null || status > 1) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`)
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return user + system
}

/** Medians of alternating runs, so that what else the machine does falls on all alike. */
function alternate(commands, runs) {
  const seconds = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const [name, command] of Object.entries(commands)) seconds[name].push(cpuSeconds(command))
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, all]) => [name, median(all)]))
}

function sources() {
  const names = readdirSync(join(root, catalog), { recursive: true, encoding: 'utf8' })
  return names
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({ path: name, text: readFileSync(join(root, catalog, name), 'utf8') }))
}

/** The same data as JSON for ajv-cli, whose YAML reader would turn codes into numbers and days into dates. */
function dataForAjv(files) {
  const { load } = require('js-yaml')
  const { FAILSAFE_SCHEMA } = require('js-yaml')
  const schemaFile = join(scratch, 'schema.json')
  writeFileSync(schemaFile, spawnSync(process.execPath, ['bin/tthc.js', 'schema'], { cwd: root }).stdout)
  for (const [index, { text }] of files.entries()) {
    writeFileSync(join(scratch, `data-${index}.json`), JSON.stringify(load(text, { schema: FAILSAFE_SCHEMA })))
  }
  return [
    'ajv',
    'validate',
    '--spec=draft2020',
    '--strict=false',
    '-c',
    'ajv-formats',
    '-s',
    schemaFile,
    '-d',
    join(scratch, 'data-*.json'),
  ]
}

async function inProcess(files) {
  const entry = join(scratch, 'entry.ts')
  const src = join(root, 'src')
  writeFileSync(
    entry,
    `export { load } from ${JSON.stringify(join(src, 'catalog/load.ts'))}
export { judge } from ${JSON.stringify(join(src, 'check/judge.ts'))}
export { noSettings } from ${JSON.stringify(join(src, 'check/settings.ts'))}
export { readReference } from ${JSON.stringify(join(src, 'workspace/reference.ts'))}
export { rules } from ${JSON.stringify(join(src, 'check/rules.ts'))}
export { parseEvents } from 'js-yaml'
`,
  )
  const outfile = join(scratch, 'entry.cjs')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    nodePaths: [join(root, 'node_modules')],
    logLevel: 'error',
  })
  const { load, judge, noSettings, readReference, rules, parseEvents } = require(outfile)
  const outside = { today: '2026-11-23', reference: await readReference(undefined, {}) }
  const bare = []
  const loading = []
  const whole = []
  for (let run = 0; run < inProcessRuns; run += 1) {
    bare.push(await milliseconds(() => files.map(({ text }) => parseEvents(text, {}))))
    loading.push(await milliseconds(() => load(catalog, files)))
    whole.push(await milliseconds(async () => judge(await load(catalog, files), outside, noSettings)))
  }
  // The first runs compile; a workspace of a hundred wards pays for that once.
  const settled = all => median(all.slice(10))
  return { bare: settled(bare), load: settled(loading), check: settled(whole), rules: rules.length }
}

async function milliseconds(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const files = sources()
const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
const ajv = dataForAjv(files)
const node = process.execPath
const processes = alternate(
  {
    empty: [node, '-e', '0'],
    version: [node, 'bin/tthc.js', '--version'],
    check: [node, 'bin/tthc.js', 'check', catalog],
    build: [node, 'bin/tthc.js', 'build', catalog, '--out', join(scratch, 'out')],
    ajv: [node, join(root, 'node_modules/ajv-cli/dist/index.js'), ...ajv.slice(1)],
  },
  processRuns,
)
const inside = await inProcess(files)
rmSync(scratch, { recursive: true })

const ms = seconds => `${Math.round(seconds * 1000)} ms`
const times = ratio => `${ratio.toFixed(2)} ×`
const mb = bytes / 1e6
const rows = [
  ['`node -e 0`', ms(processes.empty), '1 ×', 'lower bound of any process', ''],
  ['`tthc --version`', ms(processes.version), times(processes.version / processes.empty), '`node -e 0`', ''],
  ['`tthc check`', ms(processes.check), times(processes.check / processes.empty), '`node -e 0`', 'at most 3 ×'],
  [
    '`tthc check`',
    ms(processes.check),
    times(processes.check / processes.ajv),
    `ajv-cli, ${ms(processes.ajv)}`,
    'at most 0.55 ×',
  ],
  ['`tthc build`', ms(processes.build), times(processes.build / processes.empty), '`node -e 0`', ''],
  ['bare js-yaml events, warm', `${inside.bare.toFixed(1)} ms`, '1 ×', `${(inside.bare / mb).toFixed(0)} ms a MB`, ''],
  ['load, warm', `${inside.load.toFixed(1)} ms`, times(inside.load / inside.bare), 'bare events', ''],
  [
    'load + check, warm',
    `${inside.check.toFixed(1)} ms`,
    times(inside.check / inside.bare),
    'bare events',
    'at most 3 ×',
  ],
]
const table = [
  `Measured ${new Date().toISOString().slice(0, 10)} with \`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${catalog}: ${files.length} files, ${Math.round(bytes / 1000)} KB, ${inside.rules} rules. Medians of ${processRuns} alternating runs of whole processes (CPU time of all threads), and of ${inProcessRuns - 10} warm runs in one process (wall time).`,
  '',
  '| what | cost | ratio | against | to reach |',
  '|---|---|---|---|---|',
  ...rows.map(row => `| ${row.join(' | ')} |`),
].join('\n')
process.stdout.write(`${table}\n`)
if (process.argv.includes('--write')) {
  const readme = join(root, 'bench/README.md')
  const text = readFileSync(readme, 'utf8')
  writeFileSync(
    readme,
    text.replace(/<!-- table -->[\s\S]*<!-- \/table -->/, `<!-- table -->\n${table}\n<!-- /table -->`),
  )
}
