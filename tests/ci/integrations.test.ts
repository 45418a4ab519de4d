import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

// Shells, git and the tool as processes of their own.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const schemas = '/work/shared/standards/schemastore'
const hasSchemas = existsSync(schemas)
const broken = readFileSync(join(root, 'tests/broken/danh-muc-loi/catalog.yaml'), 'utf8')

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function errorsOf(schema: string, value: unknown) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, schema), 'utf8')))
  validate(value)
  return validate.errors
}

/** A repository with a catalog, as the job of a CI finds it. */
let repo = ''
beforeEach(() => {
  repo = mkdtempSync(join(tmpdir(), 'tthc-ci-'))
  put('danh-muc/catalog.yaml', broken)
  put('README.md', 'x')
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'x')
})
afterEach(() => rmSync(repo, { recursive: true, force: true }))

function put(path: string, content: string): void {
  mkdirSync(dirname(join(repo, path)), { recursive: true })
  writeFileSync(join(repo, path), content)
}

function read(path: string): string {
  return readFileSync(join(repo, path), 'utf8')
}

function git(...args: string[]): string {
  const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.vn', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...author, ...args], { cwd: repo, encoding: 'utf8' })
}

/** A program of that name, first on the path, that writes down how it was called. */
function standIn(name: string, script = ''): string {
  const folder = join(repo, '.stand-ins')
  put(`.stand-ins/${name}`, `#!/usr/bin/env bash\nprintf '%s\\n' "$*" >> "${folder}/${name}.log"\n${script}`)
  chmodSync(join(folder, name), 0o755)
  return folder
}

function bash(script: string, env: Record<string, string>) {
  // As GitHub runs `shell: bash`.
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
    {
      cwd: repo,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: repo, LANG: 'C.UTF-8', ...env },
    },
  )
  return { status, stdout, stderr }
}

describe('action.yml', () => {
  const action = parse(text('action.yml'))
  const [install, check] = action.runs.steps

  it.runIf(hasSchemas)('is a composite action (where /work/shared/standards is at hand)', () => {
    expect(errorsOf('github-action.json', action)).toBe(null)
    expect(errorsOf('github-action.json', { ...action, runs: { using: 'composite' } })).not.toBe(null)
  })

  it('hands inputs to the shell as variables only, each of them', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{')
    const used = JSON.stringify(check.env)
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name} `)
  })

  /** Runs the step that checks, with the inputs that a workflow gives and the defaults of the others. */
  function runCheck(given: Record<string, string> = {}) {
    const env: Record<string, string> = {
      GITHUB_OUTPUT: join(repo, 'out.txt'),
      GITHUB_STEP_SUMMARY: join(repo, 'sum.md'),
    }
    for (const [name, value] of Object.entries(check.env as Record<string, string>)) {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]
      if (input === undefined) expect(value).toMatch(/^\$\{\{ github\.action_path \}\}$/)
      env[name] = input === undefined ? root : (given[input] ?? action.inputs[input].default)
    }
    return bash(check.run, env)
  }

  it('annotates, writes the summary, and ends with the code of the check', () => {
    const { status, stdout, stderr } = runCheck()
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(stdout).toContain('::error file=danh-muc/catalog.yaml,line=15,')
    expect(read('out.txt')).toBe('exit-code=1\n')
    expect(read('sum.md')).toContain('## Kiểm tra danh mục: 13 lỗi')
  })

  it('takes several formats, a revision, a baseline and arguments', () => {
    const { status, stdout } = runCheck({
      path: 'danh-muc\n',
      format: 'github\nsarif=tthc report.sarif\n',
      since: 'HEAD',
      args: '--quiet\n--lang=en\n',
    })
    expect(status).toBe(0)
    expect(stdout).toBe('')
    expect(JSON.parse(read('tthc report.sarif')).version).toBe('2.1.0')
    expect(runCheck({ baseline: 'no.json' }).status).toBe(3)
    expect(read('out.txt')).toContain('exit-code=3')
  })

  it('runs nothing that an input smuggles in', () => {
    const evil = '"; touch smuggled; $(touch smuggled) `touch smuggled`'
    for (const input of Object.keys(action.inputs)) runCheck({ [input]: evil })
    expect(existsSync(join(repo, 'smuggled'))).toBe(false)
  })

  it('installs only what is not there yet', () => {
    const folder = standIn('npm')
    const PATH = `${folder}${delimiter}${process.env['PATH']}`
    expect(bash(install.run, { PATH, TTHC_HOME: root }).status).toBe(0)
    expect(existsSync(join(folder, 'npm.log'))).toBe(false)
    expect(bash(install.run, { PATH, TTHC_HOME: repo }).status).toBe(0)
    expect(readFileSync(join(folder, 'npm.log'), 'utf8')).toBe('ci --no-audit --no-fund\n')
  })
})

describe('.gitlab/tthc.gitlab-ci.yml', () => {
  const path = '.gitlab/tthc.gitlab-ci.yml'
  const template = parse(text(path))
  const job = template['tthc-check']

  it('is one document with one job, whose reports are those that the script writes', () => {
    expect(parseAllDocuments(text(path))).toHaveLength(1)
    expect(Object.keys(template)).toEqual(['variables', 'tthc-check'])
    for (const file of Object.values(job.artifacts.reports)) {
      expect(job.script.join('\n')).toContain(`=${file}`)
      expect(job.artifacts.paths).toContain(file)
    }
  })

  /** Runs the script with a stand-in for npm that links the tool of this work tree. */
  function runJob(given: Record<string, string> = {}) {
    const link = `mkdir -p "$CI_PROJECT_DIR/.tthc/node_modules/.bin" && ln -sf "${root}/bin/tthc.js" "$CI_PROJECT_DIR/.tthc/node_modules/.bin/tthc"`
    const folder = standIn('npm', link)
    const defaults = Object.fromEntries(
      Object.entries(template.variables as Record<string, { value: string }>).map(([name, { value }]) => [name, value]),
    )
    const env = { CI_PROJECT_DIR: repo, PATH: `${folder}${delimiter}${process.env['PATH']}`, ...defaults, ...given }
    return bash(job.script.join('\n'), env)
  }

  it('checks, and leaves both reports behind', () => {
    const { status, stdout } = runJob({ TTHC_PACKAGE: 'git+https://gitlab.example.vn/x/tthc.git#v1' })
    expect(status).toBe(1)
    expect(stdout).toContain('danh-muc/catalog.yaml:15:12: lỗi:')
    expect(JSON.parse(read('gl-code-quality-report.json')).length).toBeGreaterThan(10)
    expect(read('tthc-junit.xml')).toContain('<testsuites>')
    expect(readFileSync(join(repo, '.stand-ins/npm.log'), 'utf8')).toContain(
      'git+https://gitlab.example.vn/x/tthc.git#v1',
    )
  })

  it('tells in a merge request only what it changes, unless told otherwise', () => {
    const base = git('rev-parse', 'HEAD').trim()
    const request = { TTHC_PACKAGE: 'x', CI_MERGE_REQUEST_DIFF_BASE_SHA: base }
    expect(runJob(request).status).toBe(0)
    expect(runJob({ ...request, TTHC_SINCE: 'all' }).status).toBe(1)
    expect(
      runJob({ ...request, TTHC_ARGS: '--lang en --max-warnings 0', TTHC_PATH: 'danh-muc danh-muc/catalog.yaml' })
        .status,
    ).toBe(0)
  })

  it('says what it lacks', () => {
    const { status, stderr } = runJob()
    expect(status).toBe(2)
    expect(stderr).toContain('TTHC_PACKAGE')
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const hooks: readonly { id: string; entry: string; language: string }[] = parse(text('.pre-commit-hooks.yaml'))

  it.runIf(hasSchemas)('is valid (where /work/shared/standards is at hand)', () => {
    expect(errorsOf('pre-commit-hooks.json', hooks)).toBe(null)
    expect(errorsOf('pre-commit-hooks.json', [{ id: 'x' }])).not.toBe(null)
  })

  it('has entries that can be run', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['tthc-check', 'tthc-fix'])
    for (const { entry } of hooks) {
      const [program = ''] = entry.split(' ')
      expect(text(program)).toMatch(/^#!\/usr\/bin\/env node\n/)
      expect(statSync(join(root, program)).mode & 0o111).not.toBe(0)
    }
  })

  /** As pre-commit does with `language: script`: the entry of the clone, and the files that are about to be committed. */
  function runHook(id: string) {
    const [program = '', ...args] = hooks.find(hook => hook.id === id)?.entry.split(' ') ?? []
    const staged = git('diff', '--cached', '--name-only', '--diff-filter=ACMR').split('\n').filter(Boolean)
    const { status, stdout, stderr } = spawnSync(join(root, program), [...args, ...staged], {
      cwd: repo,
      encoding: 'utf8',
      env: { ...process.env, LANG: '', LC_ALL: '', LC_MESSAGES: '' },
    })
    return { status, stdout, stderr }
  }

  it('tthc-check stops a commit that brings a fault, and no other', () => {
    put('README.md', 'y')
    git('add', '--all')
    expect(runHook('tthc-check').status).toBe(0)
    put('danh-muc/them.yaml', 'officers:\n  - {id: moi, name: Đỗ Văn Khoa, phone: +84 274 3000 014}\n')
    git('add', '--all')
    const { status, stdout } = runHook('tthc-check')
    expect(status).toBe(1)
    expect(stdout).toContain('danh-muc/them.yaml:2:')
    expect(stdout).not.toContain('danh-muc/catalog.yaml:15:')
  })

  it('tthc-fix mends the files of the commit', () => {
    put('danh-muc/them.yaml', 'officers:\n  - {id: moi, name: Đỗ Văn Khoa, phone: +84 274 3000 014}\n')
    git('add', '--all')
    runHook('tthc-fix')
    expect(read('danh-muc/them.yaml')).toContain('phone: "0274 3000 014"')
    expect(read('danh-muc/catalog.yaml')).toBe(broken)
  })

  it('builds in its own clone the first time', () => {
    const clone = join(repo, 'clone')
    for (const name of ['.ci/pre-commit.mjs', 'bin/tthc.js', 'bin/load.cjs']) put(`clone/${name}`, text(name))
    const folder = standIn('npm', 'mkdir -p dist && echo "console.log(process.argv.slice(2).join())" > dist/bin.cjs\n')
    const PATH = `${folder}${delimiter}${process.env['PATH']}`
    for (const _ of [1, 2]) {
      const { status, stdout } = spawnSync(process.execPath, [join(clone, '.ci/pre-commit.mjs'), 'check', 'a b'], {
        cwd: repo,
        encoding: 'utf8',
        env: { ...process.env, PATH },
      })
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'check,a b\n' })
    }
    expect(readFileSync(join(folder, 'npm.log'), 'utf8')).toBe('ci\n')
  })
})
