import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allRules } from '../src/check/all-rules.js'
import type { Locale } from '../src/locale.js'
import { main } from '../src/main.js'
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

/** What stands between the marks is made from the rules and from real runs, so that it cannot grow old. */
async function rebuilt(text: string, locale: Locale): Promise<string> {
  let fresh = text.replace(
    /<!-- rules -->[\s\S]*?<!-- \/rules -->/,
    () => `<!-- rules -->\n\n${ruleTable(locale)}\n\n<!-- /rules -->`,
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

  it('shows the rules and the output as they are now (npx vitest run -u)', async () => {
    await expect(await rebuilt(text, locale)).toMatchFileSnapshot(join(root, name))
  })

  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(path => !existsSync(join(root, path)))).toEqual([])
  })
})
