// What `build` costs, against writing the same bytes with plain fs in the same run, and beside Hugo: `npm run bench:site`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hugoSite, program } from './hugo.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalog = 'catalogs/dinh-hoa'
const scratch = mkdtempSync(join(tmpdir(), 'tthc-bench-site-'))
const runs = Number(process.env.RUNS ?? 15)

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
}

function milliseconds(work) {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Milliseconds of CPU, user and system, all threads: what else the machine does must not count. */
function run(command, args, cwd = root) {
  const timed = ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null', '-', command, ...args]
  const { status, stderr } = spawnSync('bash', timed, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return 1000 * (user + system)
}

function build(out) {
  return run(process.execPath, ['bin/tthc.js', 'build', catalog, '--date', '2026-11-23', '--out', out])
}

function tree(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return names.map(({ parentPath, path, name }) => {
    const file = join(parentPath ?? path, name)
    return [file.slice(folder.length + 1), readFileSync(file)]
  })
}

function writePlain(files, folder) {
  const made = new Set()
  for (const [name, bytes] of files) {
    const path = join(folder, name)
    const above = dirname(path)
    if (!made.has(above)) mkdirSync(above, { recursive: true })
    made.add(above)
    writeFileSync(path, bytes)
  }
}

const first = join(scratch, 'first')
build(first)
const files = tree(first)
const bytes = files.reduce((sum, [, { length }]) => sum + length, 0)
const hugo =
  spawnSync(program, ['version']).status === 0 ? await hugoSite(root, catalog, first, join(scratch, 'hugo')) : undefined

const times = { empty: [], plain: [], build: [], again: [], hugo: [] }
for (let at = 0; at < runs; at += 1) {
  const [plain, fresh, hugoOut] = ['plain', 'fresh', 'hugo-out'].map(name => join(scratch, `${name}-${at}`))
  times.empty.push(run(process.execPath, ['-e', '0']))
  times.plain.push(milliseconds(() => writePlain(files, plain)))
  times.build.push(build(fresh))
  times.again.push(build(fresh))
  if (hugo !== undefined) times.hugo.push(run(program, ['--quiet', '--destination', hugoOut], hugo))
  for (const folder of [plain, fresh, hugoOut]) rmSync(folder, { recursive: true, force: true })
}
rmSync(scratch, { recursive: true })

const typical = Object.fromEntries(
  Object.entries(times).map(([name, all]) => [name, all.length === 0 ? undefined : median(all)]),
)
const limit = typical.empty + 6 * typical.plain
const ms = number => `${number.toFixed(1)} ms`
const rows = [
  ['`node -e 0`', ms(typical.empty), ''],
  ['the same bytes with plain fs, in one process', ms(typical.plain), ''],
  [
    '`tthc build` into a new folder',
    ms(typical.build),
    `${(typical.build / limit).toFixed(2)} × of ${ms(limit)} (start + 6 × plain)`,
  ],
  ['`tthc build` again, nothing changed', ms(typical.again), `${(typical.again / limit).toFixed(2)} ×`],
  [
    'Hugo, pages with equal content',
    typical.hugo === undefined ? 'not installed' : ms(typical.hugo),
    typical.hugo === undefined ? '' : `build is ${(typical.build / typical.hugo).toFixed(2)} × of it`,
  ],
]
process.stdout.write(
  [
    `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${catalog}: ${files.length} files, ${Math.round(bytes / 1000)} KB. Medians of ${runs} alternating runs, CPU time of all threads.`,
    '',
    '| what | cost | ratio |',
    '|---|---|---|',
    ...rows.map(row => `| ${row.join(' | ')} |`),
    '',
  ].join('\n'),
)
