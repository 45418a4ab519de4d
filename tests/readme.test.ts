import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allRules } from '../src/check/all-rules.js'
import type { Locale } from '../src/locale.js'
import { buildProgram, main } from '../src/main.js'
import { severityNames } from '../src/wording.js'
import { memoryIo } from './memory-io.js'

const root = fileURLToPath(new URL('..', import.meta.url))

function corpus(): Record<string, string> {
  const names = ['catalogs', 'tests/broken'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  return Object.fromEntries(names.map(name => [name, readFileSync(join(root, name), 'utf8')]))
}

const heads: Readonly<Record<Locale, string>> = {
  vi: '| quy tắc | mức | khi nào | tự sửa |\n|---|---|---|---|',
  en: '| rule | severity | when | fix |\n|---|---|---|---|',
}

function ruleTable(locale: Locale): string {
  const rows = allRules.map(({ id, severity, title, fixable }) => {
    const name = `[${id}](docs/rules.${locale}.md#${id})`
    return `| ${name} | ${severityNames[severity][locale]} | ${title[locale]} | ${fixable ? '✓' : ''} |`
  })
  return `${heads[locale]}\n${rows.join('\n')}`
}

async function output(line: string): Promise<string> {
  const io = memoryIo({ files: corpus() })
  await main(line.split(' '), io)
  return `\`\`\`console\n$ tthc ${line}\n${io.printed.out}${io.printed.err}\`\`\``
}

const commandHeads: Readonly<Record<Locale, string>> = {
  vi: '| lệnh | việc |\n|---|---|',
  en: '| command | does |\n|---|---|',
}

/** A table of the commands, and under it the help of each. */
async function commandReference(locale: Locale): Promise<string> {
  const program = buildProgram(locale, memoryIo(), () => {})
  const rows: string[] = []
  const helps: string[] = []
  for (const command of program.commands) {
    const name = command.name()
    const words = command.registeredArguments.map(argument => {
      const word = argument.name() + (argument.variadic ? '...' : '')
      return argument.required ? `<${word}>` : `[${word}]`
    })
    const io = memoryIo()
    await main([name, '--help', '--lang', locale], io)
    rows.push(`| \`tthc ${[name, ...words].join(' ')}\` | ${command.description()} |`)
    helps.push(
      `<details>\n<summary><code>tthc ${name}</code></summary>\n\n\`\`\`text\n${io.printed.out}\`\`\`\n\n</details>`,
    )
  }
  return `${commandHeads[locale]}\n${rows.join('\n')}\n\n${helps.join('\n\n')}`
}

/** What stands between the marks is made from the rules and from real runs, so that it cannot grow old. */
async function rebuilt(text: string, locale: Locale): Promise<string> {
  let fresh = text.replace(
    /<!-- rules -->[\s\S]*?<!-- \/rules -->/,
    () => `<!-- rules -->\n\n${ruleTable(locale)}\n\n<!-- /rules -->`,
  )
  const commands = await commandReference(locale)
  fresh = fresh.replace(
    /<!-- commands -->[\s\S]*?<!-- \/commands -->/,
    () => `<!-- commands -->\n\n${commands}\n\n<!-- /commands -->`,
  )
  for (const [block, line = ''] of text.matchAll(/<!-- run: (.*?) -->[\s\S]*?<!-- \/run -->/g)) {
    const shown = await output(line)
    fresh = fresh.replace(block, () => `<!-- run: ${line} -->\n\n${shown}\n\n<!-- /run -->`)
  }
  return fresh
}

describe.each([
  ['README.md', 'en'],
  ['README.vi.md', 'vi'],
] as const)('%s', (name, locale) => {
  const text = readFileSync(join(root, name), 'utf8')

  it('shows the rules, the commands and the output as they are now (npx vitest run -u)', async () => {
    await expect(await rebuilt(text, locale)).toMatchFileSnapshot(join(root, name))
  })

  it('has the marks of what is generated', () => {
    for (const mark of ['rules', 'commands']) {
      expect(text.match(new RegExp(`<!-- ${mark} -->[^]*<!-- /${mark} -->`))).not.toBeNull()
    }
  })

  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(path => !existsSync(join(root, path)))).toEqual([])
  })
})
