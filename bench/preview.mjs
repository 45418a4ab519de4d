// How long `preview` takes from a change of one file to a rebuilt site of 133 procedures: `node build.mjs && node bench/preview.mjs`.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'tthc-bench-preview-'))
const runs = Number(process.env.RUNS ?? 30)
/** The first builds compile; whoever writes a catalog sees many more. */
const warmUp = 8

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
}

/** Milliseconds of CPU that a process has taken so far, all threads; undefined where there is no /proc. */
function cpuOf(pid) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  const [user, system] = readFileSync(file, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number)
  return ((user + system) * 1000) / ticks
}

const ticks = existsSync('/proc') ? Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) : 100

cpSync(join(root, 'catalogs/dinh-hoa'), join(scratch, 'x'), { recursive: true })
const file = join(scratch, 'x/fields/ho-tich.yaml')
const text = readFileSync(file, 'utf8')
const child = spawn(process.execPath, [join(root, 'bin/tthc.js'), 'preview', 'x', '--port', '0'], { cwd: scratch })
let out = ''
child.stdout.setEncoding('utf8').on('data', chunk => {
  out += chunk
})
while (!out.includes('http://')) await new Promise(resolve => setTimeout(resolve, 20))
const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)

let told = () => {}
get(`${url}@tthc/events`, response => response.setEncoding('utf8').on('data', () => told())).on('error', () => {})
await new Promise(resolve => {
  told = resolve
})

const wall = []
const cpu = []
for (let run = 0; run < runs + warmUp; run += 1) {
  await new Promise(resolve => setTimeout(resolve, 100))
  const before = cpuOf(child.pid)
  const started = performance.now()
  const rebuilt = new Promise(resolve => {
    told = resolve
  })
  writeFileSync(file, text.replaceAll('Trích lục', `Trích lục ${run}`))
  await rebuilt
  wall.push(performance.now() - started)
  cpu.push(cpuOf(child.pid) - before)
}
child.kill('SIGINT')
await new Promise(resolve => child.on('exit', resolve))
rmSync(scratch, { recursive: true })

const printed = [...out.matchAll(/ (\d+) ms/g)].map(([, ms]) => Number(ms)).slice(1 + warmUp)
const settled = numbers => Math.round(median(numbers.slice(warmUp)))
const least = numbers => Math.round(Math.min(...numbers.slice(warmUp)))
process.stdout.write(
  `Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, medians (least) of ${runs} changes after ${warmUp}:\n` +
    `from the change to the notice in the browser: ${settled(wall)} ms (${least(wall)}), of these 25 ms of waiting for the editor\n` +
    `rebuild as the program prints it: ${median(printed)} ms (${Math.min(...printed)}), to reach: under 300 ms\n` +
    `CPU of all threads: ${settled(cpu)} ms (${least(cpu)})\n`,
)
