import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Each may import itself and those above it. */
const layers = [
  ['generated'],
  ['paths', 'source', 'locale', 'wording', 'exit', 'failure', 'io', 'usage', 'nearest', 'graphemes'],
  ['finding'],
  ['catalog'],
  ['check', 'rules', 'import', 'workspace'],
  ['views', 'reports'],
  ['renderers', 'publish'],
  ['editor'],
  ['commands'],
  ['program'],
  ['main'],
  ['bin'],
]

function depth(file: string): number {
  const name =
    relative(src, file)
      .split(/[\\/]/)[0]
      ?.replace(/\.[tj]s$/, '') ?? ''
  const found = layers.findIndex(layer => layer.includes(name))
  expect(found, `${name} belongs to no layer`).not.toBe(-1)
  return found
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => /(?<!\.d)\.ts$/.test(name))

it.each(files)('%s imports nothing from a layer below', name => {
  const file = join(src, name)
  const text = readFileSync(file, 'utf8')
  for (const [, path = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const target = join(dirname(file), path)
    // wording speaks of severities, a type and nothing else.
    if (name === 'wording.ts' && path === './finding.js') continue
    expect(depth(target), `${name} imports ${path}`).toBeLessThanOrEqual(depth(file))
  }
})

it.each(files.filter(name => !/^(?:io\.ts|bin\.ts|io[\\/].*)$/.test(name)))(
  '%s touches the world only through io',
  name => {
    const text = readFileSync(join(src, name), 'utf8')
    expect(text).not.toMatch(/from '(?:node:)?(?:fs|child_process|process)[/']/)
    expect(text).not.toMatch(/\bprocess\.(?:env|exit|stdout|stderr|stdin|argv|cwd)\b/)
  },
)

it.each(files)('%s is named after its subject', name => {
  expect(name).not.toMatch(/(?:^|[\\/])(?:utils?|helpers?|common|shared|index)(?:\.ts|[\\/])/)
})
