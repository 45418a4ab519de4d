import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.js'
import { memoryIo } from '../memory-io.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mau = readFileSync(new URL('../../catalogs/mau/catalog.yaml', import.meta.url), 'utf8')

async function run(...argv: string[]) {
  const io = memoryIo({ files: { 'mau/catalog.yaml': mau, 'hai/catalog.yaml': mau } })
  const code = await main(argv, io)
  const text = (name: string) => new TextDecoder().decode(io.files.get(name))
  return { code, ...io.printed, files: io.files, text }
}

describe('build --base-url', { timeout: 30_000 }, () => {
  it('writes addresses into the data, and a site map', async () => {
    const { code, text } = await run('build', 'mau', '--out', 'x', '--base-url', 'https://hoamai.example/tthc')
    expect(code).toBe(0)
    expect(text('x/sitemap.xml')).toContain('<loc>https://hoamai.example/tthc/thu-tuc/1.001193/</loc>')
    expect(text('x/catalog.ttl')).toContain('@base <https://hoamai.example/tthc/> .')
    expect(text('x/robots.txt')).toContain('Sitemap: https://hoamai.example/tthc/sitemap.xml')
  })

  it('gives each catalog of a workspace its own folder', async () => {
    const { text } = await run('build', '.', '--out', 'x', '--base-url', 'https://tinh.example/')
    for (const name of ['mau', 'hai']) {
      expect(JSON.parse(text(`x/${name}/catalog.json`)).procedures[0].normalised.page).toBe(
        `https://tinh.example/${name}/thu-tuc/2.000635/`,
      )
    }
  })

  it.each(['hoamai.example', 'ftp://hoamai.example/', 'https://a:b@hoamai.example/', 'https://hoamai.example/?x=1'])(
    'refuses %s',
    async address => {
      const { code, err, files } = await run('build', 'mau', '--out', 'x', '--base-url', address)
      expect(code).toBe(2)
      expect(err).toContain('cần địa chỉ đầy đủ của một thư mục trên mạng')
      expect([...files.keys()].some(name => name.startsWith('x/'))).toBe(false)
    },
  )
})

describe('schema --of catalog-json', { timeout: 30_000 }, () => {
  it('prints the schema that is written beside the data', async () => {
    const { out } = await run('schema', '--of', 'catalog-json')
    const { text } = await run('build', 'mau', '--out', 'x')
    expect(text('x/catalog.schema.json')).toBe(out)
  })

  it('works in the program that users run', () => {
    const args = ['bin/tthc.js', 'schema', '--of', 'catalog-json', '--lang', 'en']
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).properties.procedures.title).toBe('Procedures')
  })
})
