import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program, root, tthc } from './bundle.js'

const folder = mkdtempSync(join(tmpdir(), 'tthc-terminal-'))
const ioModule = join(folder, 'io.mjs')
beforeAll(async () => {
  await build({
    entryPoints: [join(root, 'src/io.ts')],
    outfile: ioModule,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = {
  ...process.env,
  LANG: 'C.UTF-8',
  LC_ALL: '',
  LC_MESSAGES: '',
  NO_COLOR: '',
  FORCE_COLOR: '',
  TERM: 'xterm',
}
const tthcHere = `"${process.execPath}" "${program}"`

/** A terminal of its own for a shell command. */
const terminal = 'script'
const hasTerminal = spawnSync(terminal, ['-qec', 'true', '/dev/null']).status === 0
const onTerminal = (command: string) =>
  spawn(terminal, ['-qec', `bash -c '${command}'`, '/dev/null'], { cwd: folder, env })
const needsTerminal = hasTerminal ? '' : ' (no program `script` here)'

async function outputOf(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', chunk => {
    text += chunk
  })
  await new Promise(resolve => child.once('close', resolve))
  return text
}

describe.skipIf(!hasTerminal)(`on a terminal${needsTerminal}`, () => {
  it('findings fold to its width; the first line of each still begins as programs expect', async () => {
    const broken = join(root, 'tests/broken/danh-muc-loi')
    const shown = await outputOf(onTerminal(`stty cols 72; cd "${root}"; ${tthcHere} check tests/broken/danh-muc-loi`))
    const lines = stripVTControlCharacters(shown).replaceAll('\r', '').split('\n')
    for (const line of lines) expect(Array.from(line).length, line).toBeLessThanOrEqual(72)
    const heads = lines.filter(line => /^\S+\.yaml:\d+:\d+: (?:lỗi|cảnh báo|lưu ý): \S/.test(line))
    const piped = tthc(['check', 'tests/broken/danh-muc-loi']).stdout.split('\n')
    expect(heads).toHaveLength(piped.filter(line => /\[[a-z-]+\]$/.test(line)).length)
    expect(shown).toContain('\u001B[')
    expect(existsSync(broken)).toBe(true)
  })

  it('what goes wrong and what is counted fold between words', async () => {
    const command = `stty cols 60; ${tthcHere} explain mot-quy-tac-khong-co-trong-phan-mem; ${tthcHere} deadline "1 tháng" --from 2026-01-31`
    const shown = (await outputOf(onTerminal(command))).replaceAll('\r', '')
    for (const line of shown.split('\n')) expect(Array.from(line).length, line).toBeLessThanOrEqual(60)
    expect(shown).toMatch(/^tthc: không có quy tắc ?.*\n {2}\S/)
    expect(shown).toMatch(/^ {2}Nhận ngày .*\n {4}\S/m)
  })

  it('the list of rules folds as well', async () => {
    const shown = await outputOf(onTerminal(`stty cols 80; ${tthcHere} explain`))
    for (const line of shown.replaceAll('\r', '').split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(80)
  })

  it('init asks, and Ctrl+C leaves nothing behind and gives 130', { timeout: 30_000 }, async () => {
    const child = onTerminal(`${tthcHere} init moi; echo code=$?`)
    let seen = ''
    child.stdout.on('data', chunk => {
      const before = seen
      seen += chunk
      const comes = (text: string) => seen.includes(text) && !before.includes(text)
      if (comes('Tên cơ quan')) child.stdin.write('UBND phường Hoa Sữa\r')
      if (comes('Tỉnh, thành phố')) child.stdin.write('\u0003')
    })
    await new Promise(resolve => child.once('close', resolve))
    expect(seen).toContain('code=130')
    expect(existsSync(join(folder, 'moi'))).toBe(false)
  })

  it('init writes what was answered', { timeout: 30_000 }, async () => {
    const child = onTerminal(`${tthcHere} init hoi; echo code=$?`)
    const answers: [string, string][] = [
      ['Tên cơ quan', 'UBND phường Hoa Sữa'],
      ['Tỉnh, thành phố', ''],
      ['Địa chỉ tiếp nhận', ''],
      ['Điện thoại của cơ quan', ''],
      ['Giờ tiếp nhận [', ''],
      ['Lĩnh vực [', ''],
    ]
    let seen = ''
    child.stdout.on('data', chunk => {
      seen += chunk
      const [next] = answers
      if (next === undefined || !seen.includes(next[0])) return
      answers.shift()
      child.stdin.write(`${next[1]}\r`)
    })
    await new Promise(resolve => child.once('close', resolve))
    expect(seen).toContain('code=0')
    expect(readFileSync(join(folder, 'hoi/catalog.yaml'), 'utf8')).toContain('shortName: UBND phường Hoa Sữa')
  })

  const work = `
    import { realIo } from '${ioModule}'
    const io = realIo()
    io.progress(1, 3, 'phường sớm')
    await new Promise(resolve => setTimeout(resolve, 1200))
    io.progress(2, 3, 'phường \\u001B[31mđỏ')
    io.progress(2, 3, 'ngay sau đó')
    io.out('xong\\n')`

  it('long work shows how far it has come, after a second, and wipes it away before anything is printed', async () => {
    writeFileSync(join(folder, 'work.mjs'), work)
    const shown = await outputOf(onTerminal(`"${process.execPath}" work.mjs`))
    expect(shown).toContain('\r2/3 phường ?[31mđỏ\u001B[K\r\u001B[Kxong')
    expect(shown).not.toContain('sớm')
    expect(shown).not.toContain('ngay sau đó')
  })

  it('there is no progress where nobody watches', () => {
    writeFileSync(join(folder, 'work.mjs'), work)
    const { stdout, stderr } = spawnSync(process.execPath, ['work.mjs'], { cwd: folder, encoding: 'utf8', env })
    expect([stdout, stderr]).toEqual(['xong\n', ''])
  })
})

describe('a signal', () => {
  const publishing = `
    import { realIo } from '${ioModule}'
    const files = new Map(Array.from({ length: 20000 }, (_, at) => ['f' + at, 'x'.repeat(2000)]))
    await realIo().publish('ra', files)
    console.log('done')`

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s while a folder is written leaves the old one whole and nothing else',
    {
      timeout: 60_000,
    },
    async signal => {
      const here = join(folder, signal)
      mkdirSync(join(here, 'ra'), { recursive: true })
      writeFileSync(join(here, 'ra/index.html'), 'cũ')
      writeFileSync(join(here, 'work.mjs'), publishing)
      const child = spawn(process.execPath, ['work.mjs'], { cwd: here, env })
      const ended = new Promise(resolve => child.once('exit', (code, by) => resolve([code, by])))
      const output = outputOf(child)
      while (!readdirSync(here).some(name => name.endsWith('.new')))
        await new Promise(resolve => setTimeout(resolve, 2))
      child.kill(signal)
      // Dead by the signal: a shell says 130 or 143.
      expect(await ended).toEqual([null, signal])
      expect(await output).toBe('')
      expect(readdirSync(here).sort()).toEqual(['ra', 'work.mjs'])
      expect(readdirSync(join(here, 'ra'))).toEqual(['index.html'])
    },
  )

  it('ends the program at once where nothing is being written', async () => {
    const child = spawn(process.execPath, [program, 'check', '-'], { env })
    await new Promise(resolve => setTimeout(resolve, 500))
    const ended = new Promise(resolve => child.once('exit', (code, by) => resolve([code, by])))
    child.kill('SIGINT')
    expect(await ended).toEqual([null, 'SIGINT'])
  })
})

describe('creating a file', () => {
  const once = `
    import { realIo } from '${ioModule}'
    console.log(String(await realIo().create('moi/mot.txt', 'của ' + process.pid)))`

  it('is done by one of many, and the others hear of it', async () => {
    const here = join(folder, 'create')
    mkdirSync(here)
    writeFileSync(join(here, 'work.mjs'), once)
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['work.mjs'], { cwd: here, env }))
    const said = await Promise.all(children.map(outputOf))
    expect(said.sort()).toEqual([...Array(5).fill('false\n'), 'true\n'])
    const winner = readFileSync(join(here, 'moi/mot.txt'), 'utf8')
    expect(children.map(({ pid }) => `của ${pid}`)).toContain(winner)
    expect(readdirSync(join(here, 'moi'))).toEqual(['mot.txt'])
  })
})

describe('a reader that has seen enough', () => {
  function codeOf(command: string) {
    const { stdout, stderr } = spawnSync('bash', ['-c', `${command}; echo "\${PIPESTATUS[0]}"`], {
      cwd: root,
      encoding: 'utf8',
      env,
    })
    return { code: stdout.trim().split('\n').at(-1), stderr }
  }

  it.each([
    ['of the output', `${tthcHere} stats catalogs/dinh-hoa --format html | head -c 10 >/dev/null`, '0'],
    ['of nothing at all', `${tthcHere} check catalogs/dinh-hoa | true`, '0'],
    ['of findings', `${tthcHere} check tests/broken/danh-muc-loi | true`, '1'],
    ['of the errors', `${tthcHere} check khong-co 2> >(exit 0)`, '3'],
  ])('%s is no fault, and the exit code stays', (_, command, code) => {
    expect(codeOf(command)).toEqual({ code, stderr: '' })
  })
})
