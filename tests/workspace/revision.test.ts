import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realIo } from '../../src/io.js'
import { readCatalogsAt } from '../../src/workspace/revision.js'
import { memoryIo } from '../memory-io.js'

let folder = ''
const git = (...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args])
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tthc-git-'))
  git('init', '-q')
  mkdirSync(join(folder, 'hòa mai/fields'), { recursive: true })
  write('hòa mai/catalog.yaml', 'catalog: 1\nagency: {name: Phường Hoa Mai}\n')
  write('hòa mai/fields/a.yaml', 'fields: [{id: a, name: Hộ tịch}]\n')
  git('add', '-A')
  git('commit', '-qm', 'một')
  write('hòa mai/fields/a.yaml', 'fields: [{id: a, name: Chứng thực}, {id: b, name: Hộ tịch}]\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a catalog as of a revision', () => {
  it('is read under the paths of today', async () => {
    const path = join(folder, 'hòa mai')
    const [loaded, ...more] = await readCatalogsAt('HEAD', [path], realIo())
    expect(more).toEqual([])
    expect(loaded?.catalog.path).toBe(path)
    expect(loaded?.catalog.fields).toEqual([{ id: 'a', name: 'Hộ tịch' }])
    expect(loaded?.files.map(file => file.path)).toEqual([`${path}/catalog.yaml`, `${path}/fields/a.yaml`])
  })

  it('is found from the file catalog.yaml and from the folder above too', async () => {
    for (const path of [join(folder, 'hòa mai/catalog.yaml'), folder]) {
      const [loaded] = await readCatalogsAt('HEAD', [path], realIo())
      expect(loaded?.catalog.fields.map(({ name }) => name)).toEqual(['Hộ tịch'])
    }
  })

  it('may not have been there yet', async () => {
    mkdirSync(join(folder, 'mới'))
    write('mới/catalog.yaml', 'catalog: 1\n')
    expect(await readCatalogsAt('HEAD', [join(folder, 'mới')], realIo())).toEqual([])
  })

  it('is a Failure in clear words where it cannot be had', async () => {
    await expect(readCatalogsAt('khong-co', [folder], realIo())).rejects.toThrow('has no revision “khong-co”')
    await expect(readCatalogsAt('--output=x', [folder], realIo())).rejects.toThrow('has no revision')
    await expect(readCatalogsAt('HEAD', [tmpdir()], realIo())).rejects.toThrow('lies in no git repository')
    const noGit = memoryIo({ files: { 'a/catalog.yaml': 'catalog: 1' } })
    await expect(readCatalogsAt('HEAD', ['a'], noGit)).rejects.toThrow('no git on this machine')
  })
})
