import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { locales } from '../src/locale.js'
import { buildProgram, main } from '../src/main.js'
import { memoryIo } from './memory-io.js'

const names = buildProgram('vi', memoryIo(), () => {}).commands.map(command => command.name())
const tests = fileURLToPath(new URL('commands', import.meta.url))

async function help(name: string, lang: string): Promise<string> {
  const io = memoryIo()
  expect(await main([name, '--help', '--lang', lang], io)).toBe(0)
  return io.printed.out
}

/** The program with commands that do nothing but take their options and arguments. */
function dumbProgram(): Command {
  const program = buildProgram('vi', memoryIo(), () => {})
  for (const command of program.commands) {
    for (const one of [command, ...command.commands]) one.action(() => {})
  }
  return program
}

/** The words of a line as a shell splits them, up to a redirection. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
  const end = words.findIndex(word => ['>', '|', '<', '&&'].includes(word))
  return end === -1 ? words : words.slice(0, end)
}

describe.each(names)('tthc %s', name => {
  it.each(locales)('has help of eighty columns with examples that parse (%s)', async lang => {
    const text = await help(name, lang)
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    const [, examples = ''] = text.split(/^(?:Ví dụ|Examples):$/m)
    const calls = [...examples.matchAll(/tthc [^)\n]+/g)].map(([call]) => call)
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) {
      const [, ...words] = wordsOf(call)
      expect(words[0], call).toBe(name)
      await expect(dumbProgram().parseAsync(words, { from: 'user' }), call).resolves.toBeDefined()
    }
  })

  it('says in each language what it does, and differently', () => {
    const [vi, en] = locales.map(lang =>
      buildProgram(lang, memoryIo(), () => {}).commands.find(command => command.name() === name),
    )
    expect(vi?.description()).not.toBe(en?.description())
    const english = new Map(en?.options.map(({ long, description }) => [long, description]))
    for (const { long, description } of vi?.options ?? []) {
      if (long !== '--lang') expect(description, long).not.toBe('')
      expect(description, long).not.toBe(english.get(long))
    }
  })

  it('is tried as users run it, as a bundle', () => {
    const files = readdirSync(tests).filter(file => file === `${name}.test.ts` || file.startsWith(`${name}-`))
    const text = files.map(file => readFileSync(join(tests, file), 'utf8')).join('')
    expect(text, `tests/commands/${name}.test.ts runs no bundle`).toMatch(/bin\/tthc\.js|\/bundle\.js/)
    expect(text).toContain(`'${name}'`)
  })
})

it('every command is listed in the help of the program', async () => {
  const io = memoryIo()
  await main(['--help'], io)
  for (const name of names) expect(io.printed.out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
})
