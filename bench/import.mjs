// What an import of 50,000 rows costs, beside csv-parse reading the same bytes: node build.mjs && node bench/import.mjs [rows [runs]]
import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

const root = fileURLToPath(new URL('..', import.meta.url))
const rows = Number(process.argv[2] ?? 50_000)
const runs = Number(process.argv[3] ?? 3)

const scratch = await mkdtemp(join(tmpdir(), 'tthc-bench-'))
const sheet = join(scratch, 'bang.csv')

/** A list like those of wards, with the titles of the reference list and codes that nobody has. */
async function writeSheet() {
  const reference = parse(await readFile(join(root, 'catalogs', 'reference', 'procedures.csv')), {
    columns: true,
    bom: true,
  })
  const out = createWriteStream(sheet)
  out.write(
    '\uFEFFSTT;Mã TTHC;Tên thủ tục hành chính;Lĩnh vực;Mức độ;Thời hạn giải quyết;Phí, lệ phí;Căn cứ pháp lý;Cán bộ phụ trách;Số điện thoại;Ghi chú\r\n',
  )
  for (let row = 0; row < rows; row += 1) {
    const { title } = reference[row % reference.length]
    const code = `${8 + (row % 2)}.${String(row).padStart(6, '0')}`
    const phone = `0274 0123 ${String(row % 1000).padStart(3, '0')}`
    const fee = row % 3 === 0 ? 'Không' : `${(row % 90) + 1}.000 đồng/bản (lệ phí)`
    const cells = [
      row + 1,
      `"=""${code}"""`,
      `"${title.replaceAll('"', '""')} (${row})"`,
      `Lĩnh vực số ${row % 120}`,
      row % 2 === 0 ? 'Toàn trình' : 'Một phần',
      `${(row % 30) + 1} ngày làm việc`,
      fee,
      '"60/2014/QH13; 123/2015/NĐ-CP"',
      `Cán bộ ${row % 1000}`,
      phone,
      row % 10 === 0 ? `"dòng một\ndòng hai ${row}"` : '',
    ]
    out.write(`${cells.join(';')}\r\n`)
  }
  out.end()
  await finished(out)
}

/** Seconds of CPU, and the most memory that a process held, by a hook that writes it down when the process ends. */
async function measure(script, args, wanted) {
  const hook = join(scratch, 'hook.cjs')
  const usage = join(scratch, 'usage')
  const ran = spawnSync(process.execPath, ['--require', hook, script, ...args], {
    env: { ...process.env, TTHC_USAGE: usage },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (ran.status !== wanted) throw new Error(`${script} ended with ${ran.status}: ${ran.stderr}`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(usage, 'utf8'))
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }
}

async function best(script, args, wanted) {
  let seconds = Number.POSITIVE_INFINITY
  let megabytes = 0
  for (let run = 0; run < runs; run += 1) {
    const out = join(scratch, 'moi')
    await rm(out, { recursive: true, force: true })
    const measured = await measure(script, args(out), wanted)
    seconds = Math.min(seconds, measured.seconds)
    megabytes = Math.max(megabytes, measured.megabytes)
  }
  return { seconds, megabytes }
}

try {
  await writeSheet()
  await writeFile(
    join(scratch, 'hook.cjs'),
    "process.on('exit', () => require('node:fs').writeFileSync(process.env.TTHC_USAGE, JSON.stringify(process.resourceUsage())))\n",
  )
  const bare = join(scratch, 'bare.cjs')
  await writeFile(
    bare,
    `const { parse } = require(${JSON.stringify(join(root, 'node_modules/csv-parse/dist/cjs/sync.cjs'))})
let rows = 0
parse(require('node:fs').readFileSync(process.argv[2]), { bom: true, delimiter: ';', on_record: () => { rows += 1; return null } })
if (rows !== ${rows + 1}) process.exitCode = 2
`,
  )
  const { size } = await stat(sheet)
  const lower = await best(bare, () => [sheet], 0)
  const whole = await best(join(root, 'bin', 'tthc.js'), out => ['import', sheet, '--out', out, '--quiet'], 0)
  const line = (name, { seconds, megabytes }) =>
    `${name.padEnd(24)} ${seconds.toFixed(2).padStart(7)} s  ${megabytes.toFixed(0).padStart(6)} MB`
  console.log(
    `${rows} rows, ${(size / 1024 / 1024).toFixed(1)} MB, best of ${runs}; CPU seconds, peak memory; Node ${process.version}`,
  )
  console.log(line('csv-parse alone', lower))
  console.log(line('tthc import', whole))
  console.log(
    `ratio                    ${(whole.seconds / lower.seconds).toFixed(1).padStart(7)} ×  ${(whole.megabytes / lower.megabytes).toFixed(1).padStart(6)} ×`,
  )
} finally {
  await rm(scratch, { recursive: true, force: true })
}
