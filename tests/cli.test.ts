import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../src/main.js'
import { type MemoryWorld, memoryIo } from './memory-io.js'

const root = fileURLToPath(new URL('..', import.meta.url))

function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.yaml'),
  )
  return Object.fromEntries(
    names.map(name => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      return [path, readFileSync(join(root, path), 'utf8')]
    }),
  )
}

const files: Readonly<Record<string, string>> = {
  ...filesBelow('catalogs'),
  ...filesBelow('tests/broken'),
  'trong/ghi-chu.txt': 'x',
}

async function run(line: string, world: MemoryWorld = {}) {
  const io = memoryIo({ files, ...world })
  const code = await main(line === '' ? [] : line.split(' '), io)
  return { code, ...io.printed, files: io.files }
}

/** What a user sees: the command, its exit code, what it printed. */
async function transcript(line: string, world: MemoryWorld = {}) {
  const { code, out, err } = await run(line, world)
  return `$ tthc ${line}\n${out}${err === '' ? '' : `--- stderr\n${err}`}--- exit ${code}\n`
}

describe('what a user sees', () => {
  it.each([
    ['help', '--help'],
    ['help-en', '--help --lang en'],
    ['check-help', 'check --help'],
    ['build-help', 'build --help'],
    ['no-command', ''],
    ['unknown-command', 'chek'],
    ['unknown-option', 'check --formt json'],
    ['bad-date', 'check --date 2022-02-30'],
    ['bad-format', 'check --format xml'],
    ['bad-max-warnings', 'check --max-warnings many'],
    ['out-missing', 'build catalogs/mau'],
    ['no-such-file', 'check khong-co'],
    ['empty-folder', 'check trong --lang en'],
    ['check-mau', 'check catalogs/mau'],
    ['check-dinh-hoa', 'check catalogs/dinh-hoa'],
    ['check-workspace', 'check catalogs --quiet'],
    ['check-broken', 'check tests/broken/danh-muc-loi'],
    ['check-broken-en', 'check tests/broken/danh-muc-loi --lang en'],
    ['check-broken-quiet', 'check tests/broken/danh-muc-loi --quiet'],
    ['check-broken-json', 'check tests/broken/danh-muc-loi --format json'],
    ['check-syntax', 'check tests/broken/sai-cu-phap.yaml'],
    ['build-broken', 'build tests/broken/danh-muc-loi --out listing'],
    ['explain-one', 'explain officer-without-phone'],
    ['explain-one-en', 'explain officer-without-phone --lang en'],
    ['explain-unknown', 'explain oficer-without-phone'],
  ])('%s', async (name, line) => {
    await expect(await transcript(line)).toMatchFileSnapshot(`./cli/${name}.txt`)
  })

  it('standard input', async () => {
    const world = { files: { '-': 'catalog: 1\nprocedures:\n  - code: 1\n' } }
    await expect(await transcript('check -', world)).toMatchFileSnapshot('./cli/check-standard-input.txt')
  })
})

describe('deadline', () => {
  it.each([
    ['deadline', ['deadline', '5 ngày làm việc', '--from', '2026-11-20']],
    ['deadline-en', ['deadline', '1 tháng', '--from', '2026-01-31', '--lang', 'en']],
    [
      'deadline-after-three',
      ['deadline', 'ngay trong ngày; sau 15 giờ thì ngày làm việc tiếp theo', '--from', '2026-11-20', '--at', '15:30'],
    ],
    ['deadline-open-year', ['deadline', '60 ngày', '--from', '2026-12-01']],
    ['deadline-no-unit', ['deadline', '5']],
    ['deadline-hours', ['deadline', '4 giờ']],
    ['deadline-nonsense', ['deadline', 'vài hôm']],
  ])('%s', async (name, argv) => {
    const io = memoryIo({ files })
    const code = await main(argv, io)
    const line = argv.map(word => (/[ ;]/.test(word) ? `"${word}"` : word)).join(' ')
    const shown = `$ tthc ${line}\n${io.printed.out}${io.printed.err}--- exit ${code}\n`
    await expect(shown).toMatchFileSnapshot(`./cli/${name}.txt`)
  })
})

describe('exit codes', () => {
  it.each([
    ['a clean catalog', 'check catalogs/mau', 0],
    ['warnings', 'check catalogs/dinh-hoa', 0],
    ['more warnings than allowed', 'check catalogs/dinh-hoa --max-warnings 3', 1],
    ['as many warnings as allowed', 'check catalogs/dinh-hoa --max-warnings 9999', 0],
    ['errors', 'check tests/broken/danh-muc-loi', 1],
    ['wrong use', 'check --nope', 2],
    ['nothing there', 'check nope', 3],
    ['a catalog that is not built', 'build tests/broken/danh-muc-loi --out x', 1],
  ])('%s', async (_, line, code) => {
    expect((await run(line)).code).toBe(code)
  })

  it('a bug is not hidden', async () => {
    const io = memoryIo({ files })
    const broken = { ...io, list: () => Promise.reject(new TypeError('boom')), out: io.out, err: io.err }
    await expect(main(['check', 'catalogs/mau'], broken)).resolves.toBe(3)
    const bug = {
      ...io,
      out: () => {
        throw new TypeError('boom')
      },
    }
    await expect(main(['check', 'catalogs/mau'], bug)).rejects.toThrow('boom')
  })
})

describe('the language', () => {
  it.each([
    [{}, 'thủ tục'],
    [{ LANG: 'C.UTF-8' }, 'thủ tục'],
    [{ LANG: 'vi_VN.UTF-8' }, 'thủ tục'],
    [{ LANG: 'en_US.UTF-8' }, 'procedures'],
    [{ LC_ALL: 'vi_VN.UTF-8', LANG: 'en_US.UTF-8' }, 'thủ tục'],
  ])('of %j', async (env, word) => {
    expect((await run('check catalogs/mau', { env: env as Record<string, string> })).out).toContain(word)
  })
})

describe('build', () => {
  it('writes one page and the sheet, and the same bytes again', async () => {
    const first = await run('build catalogs/dinh-hoa --out listing --single-file')
    expect(first.code).toBe(0)
    const second = await run('build catalogs/dinh-hoa --out listing --single-file')
    const names = [...first.files.keys()].filter(name => name.startsWith('listing/'))
    expect(names.sort()).toEqual(['listing/.tthc-files', 'listing/index.html', 'listing/thu-tuc.csv'])
    for (const name of names) expect(second.files.get(name)).toEqual(first.files.get(name))
  })

  it('writes each catalog of a workspace into a folder of its own', async () => {
    const { files: written } = await run('build catalogs --out listing')
    expect(written.has('listing/dinh-hoa/index.html')).toBe(true)
    expect(written.has('listing/mau/index.html')).toBe(true)
  })

  it('writes nothing for a catalog with errors, unless it is told to, and then says so on the page', async () => {
    const refused = await run('build tests/broken/danh-muc-loi --out listing')
    expect([...refused.files.keys()].some(name => name.startsWith('listing/'))).toBe(false)
    const forced = await run('build tests/broken/danh-muc-loi --out listing --allow-errors')
    expect(forced.code).toBe(0)
    expect(new TextDecoder().decode(forced.files.get('listing/index.html'))).toMatch(/lỗi/)
  })

  it('takes templates of an office', async () => {
    const own = { ...files, 'mau-rieng/listing.hbs': '<!doctype html><title>{{view.agency.name}}</title>' }
    const { files: written } = await run('build catalogs/mau --out listing --single-file --templates mau-rieng', {
      files: own,
    })
    expect(new TextDecoder().decode(written.get('listing/index.html'))).toBe(
      '<!doctype html><title>Ủy ban nhân dân phường Hoa Mai</title>',
    )
  })

  it('never publishes what is internal', async () => {
    const secret = {
      ...files,
      'x/catalog.yaml':
        files['catalogs/mau/catalog.yaml']?.replace(
          '    counter: Quầy 1\n',
          '    counter: Quầy 1\n    internal: {phone: "0900 000 077", note: BÍ MẬT}\n',
        ) ?? '',
    }
    const { files: written, code } = await run('build x --out listing', { files: secret })
    expect(code).toBe(0)
    for (const [name, bytes] of written) {
      if (!name.startsWith('listing/')) continue
      expect(new TextDecoder().decode(bytes).replace(/[ .]/g, '')).not.toMatch(/0900000077|BÍMẬT/)
    }
  })
})

describe('explain', () => {
  it('knows every rule', async () => {
    const { out } = await run('explain')
    for (const line of out.trimEnd().split('\n')) {
      const id = line.split(' ')[0] ?? ''
      for (const lang of ['vi', 'en']) expect((await run(`explain ${id} --lang ${lang}`)).code, id).toBe(0)
    }
  })
})

describe('schema', () => {
  it.each(['vi', 'en'])('prints JSON in %s', async lang => {
    const { out } = await run(`schema --lang ${lang}`)
    expect(JSON.parse(out).properties.procedures.title).toBe({ vi: 'Thủ tục', en: 'Procedures' }[lang])
  })
})
