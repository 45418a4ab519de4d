import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { allRules } from '../../src/check/all-rules.js'
import { root, tthc } from '../bundle.js'

const folder = mkdtempSync(join(tmpdir(), 'tthc-completion-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scripts = new Map<string, string>()

function script(shell: string): string {
  const known = scripts.get(shell)
  if (known !== undefined) return known
  const { status, stdout, stderr } = tthc(['completion', shell])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const path = join(folder, `tthc.${shell}`)
  writeFileSync(path, stdout)
  scripts.set(shell, path)
  return path
}

function has(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0
}

/** What the shell offers for a line that ends where the cursor stands, sorted. */
type Offers = (line: string) => readonly string[]

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .sort()
}

const bash: Offers = line => {
  const words = line.replaceAll('=', ' = ').split(/ +/)
  const path = script('bash')
  const code = `source ${path}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tthc 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`
  return lines(spawnSync('bash', ['--norc', '-c', code, 'bash', ...words], { cwd: root, encoding: 'utf8' }).stdout)
}

const fish: Offers = line => {
  const code = `source ${script('fish')}; complete -C '${line}' | string replace -r '\\t.*' ''`
  const shell = 'fish'
  const { stdout } = spawnSync(shell, ['--no-config', '-c', code], { cwd: root, encoding: 'utf8' })
  // fish gives the whole word back, `--format=json`; the others what stands behind the sign.
  return lines(stdout).map(word => word.replace(/^--[\w-]+=(?=.)/, ''))
}

/** A second zsh on a terminal of its own, whose `compadd` prints what it is given: after Valodim’s zsh-capture-completion. */
const zsh: Offers = line => {
  const inner = `
    PROMPT=; autoload -U compinit; compinit -D -u; source ${script('zsh')}
    bindkey '^M' undefined; bindkey '^J' undefined; bindkey '^I' complete-word
    mark() { echo -E - $'\\0' }
    compprefuncs=(mark); comppostfuncs=(mark exit)
    zstyle ':completion:*' insert-tab false; zstyle ':completion:*' list-separator ''
    compadd() {
      if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi
      typeset -a __hits; builtin compadd -A __hits "$@"; local hit
      for hit in $__hits; do echo -E - "$hit"; done
      builtin compadd "$@"
    }
    echo -E - READY`
  const outer = `
    zmodload zsh/zpty; zpty z zsh -f -i; typeset line
    zpty -w z ${JSON.stringify(`source ${join(folder, 'inner.zsh')}`)}
    repeat 400; do zpty -r z line; [[ $line == READY* ]] && break; done
    zpty -w z "$1"$'\\t'
    integer marks=0
    while zpty -r z line; do
      if [[ $line == *$'\\0'* ]]; then (( marks++ )) && break; else (( marks )) && echo -E - $line; fi
    done`
  writeFileSync(join(folder, 'inner.zsh'), inner)
  const { stdout } = spawnSync('zsh', ['-f', '-c', outer, 'zsh', line], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
  })
  return lines(stdout.replaceAll('\r', ''))
}

const shells: readonly (readonly [string, Offers])[] = [
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]

for (const [shell, offers] of shells) {
  describe.skipIf(!has(shell))(
    `${shell}${has(shell) ? '' : ' (not on this machine)'} offers`,
    { timeout: 60_000 },
    () => {
      it('every command, and those that begin with what is written', () => {
        const commands = offers('tthc ')
        for (const name of ['init', 'check', 'build', 'explain', 'stats', 'completion'])
          expect(commands).toContain(name)
        expect(offers('tthc exp')).toContain('explain')
        expect(offers('tthc exp')).not.toContain('check')
      })

      it('the options of a command and not those of others', () => {
        const options = offers('tthc check --').map(word => word.replace(/=$/, ''))
        expect(options).toEqual(expect.arrayContaining(['--format', '--max-warnings', '--lang', '--help']))
        expect(options).not.toContain('--province')
      })

      it('choices, after a space and after a sign', () => {
        expect(offers('tthc stats --format ')).toEqual(['csv', 'html', 'json', 'text'])
        expect(offers('tthc stats --format=ht')).toEqual(['html'])
        expect(offers('tthc --lang ')).toEqual(['en', 'vi'])
        expect(offers('tthc completion z')).toEqual(['zsh'])
      })

      it('the rules that can be explained, all of them', () => {
        expect(offers('tthc explain ')).toEqual(allRules.map(({ id }) => id).sort())
      })

      it('files and folders', () => {
        expect(offers('tthc check catalogs/dinh-hoa/cata').join()).toContain('catalog.yaml')
        const folders = offers('tthc build --out tests/').join()
        expect(folders).toContain('rules')
        expect(folders).not.toContain('bundle.ts')
      })

      it('nothing for what it cannot know', () => {
        expect(offers('tthc check --max-warnings ')).toEqual([])
      })
    },
  )
}

describe('PowerShell: its text only, for want of PowerShell on Debian', () => {
  const { stdout } = tthc(['completion', 'powershell'])

  it('has every command with its words, and balanced brackets', () => {
    expect(stdout).toContain("'check' = 'kiểm tra danh mục'")
    expect(stdout).toContain("'stats --format' = @('text', 'json', 'csv', 'html')")
    expect(stdout).toContain(`'explain ' = @('${allRules[0]?.id}', `)
    const bare = stdout.replace(/'(?:[^']|'')*'/g, '')
    for (const pair of ['()', '{}', '[]']) {
      expect(bare.split(pair[0] ?? '').length, pair).toBe(bare.split(pair[1] ?? '').length)
    }
  })

  it('quotes what stands in the descriptions', () => {
    // ‘ and ’ end a text in PowerShell as ' does.
    expect(stdout.replace(/'(?:[^'‘’]|''|‘‘|’’)*'/g, '')).not.toMatch(/['‘’]/)
  })
})

describe('the command', () => {
  it('follows the language', () => {
    expect(tthc(['completion', 'fish', '--lang', 'en']).stdout).toContain("-a check -d 'check catalogs'")
  })

  it('knows no other shell', () => {
    const { status, stderr } = tthc(['completion', 'bsh'])
    expect(status).toBe(2)
    expect(stderr).toContain('giá trị “bsh” của “shell” không dùng được')
    expect(stderr).toContain('có phải bash không?')
  })
})
