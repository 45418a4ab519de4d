import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realIo } from '../../src/io.js'
import { discover } from '../../src/workspace/discover.js'
import { memoryIo } from '../memory-io.js'

function world(...paths: readonly string[]) {
  return memoryIo({ files: Object.fromEntries(paths.map(path => [path, ''])) })
}

describe('the catalogs that a path names', () => {
  it('standard input', async () => {
    expect(await discover('-', world())).toEqual([{ path: '-', files: ['-'] }])
  })

  it('a single file', async () => {
    expect(await discover('a/b.yaml', world('a/b.yaml', 'a/c.yaml'))).toEqual([
      { path: 'a/b.yaml', files: ['a/b.yaml'] },
    ])
  })

  it('a catalog folder, files in path order, whatever way it is written', async () => {
    const io = world(
      'w/catalog.yaml',
      'w/fields/b.yml',
      'w/fields/a.yaml',
      'w/notes.txt',
      'w/.git/x.yaml',
      'w/tthc.config.yaml',
    )
    const expected = [{ path: 'w', files: ['w/catalog.yaml', 'w/fields/a.yaml', 'w/fields/b.yml'] }]
    for (const path of ['w', 'w/', './w', 'w/catalog.yaml']) expect(await discover(path, io), path).toEqual(expected)
  })

  it('a folder above several catalogs; what lies beside them is nobody’s', async () => {
    const io = world('w/a/catalog.yaml', 'w/b/c/catalog.yaml', 'w/.github/x.yaml', 'w/ci.yaml')
    expect(await discover('w', io)).toEqual([
      { path: 'w/a', files: ['w/a/catalog.yaml'] },
      { path: 'w/b/c', files: ['w/b/c/catalog.yaml'] },
    ])
  })

  it('a catalog inside a catalog is one of its own', async () => {
    const io = world('catalog.yaml', 'x.yaml', 'inner/catalog.yaml', 'inner/y.yaml')
    expect(await discover('.', io)).toEqual([
      { path: '.', files: ['catalog.yaml', 'x.yaml'] },
      { path: 'inner', files: ['inner/catalog.yaml', 'inner/y.yaml'] },
    ])
  })

  it('a folder of YAML files without a catalog.yaml', async () => {
    expect(await discover('w', world('w/b.yaml', 'w/x/a.yaml'))).toEqual([
      { path: 'w', files: ['w/b.yaml', 'w/x/a.yaml'] },
    ])
  })
})

describe('what cannot be read', () => {
  it('a path that does not exist', async () => {
    await expect(discover('nope', world())).rejects.toThrow('There is no file or folder “nope”')
  })

  it('a folder without YAML', async () => {
    await expect(discover('w', world('w/a.txt'))).rejects.toThrow('There is no .yaml file in “w”')
  })
})

it.skipIf(process.platform === 'win32')(
  'links to folders and files are followed, but not round in a circle',
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'tthc-links-'))
    try {
      mkdirSync(join(root, 'kho/a'), { recursive: true })
      mkdirSync(join(root, 'w'))
      for (const file of ['kho/a/catalog.yaml', 'kho/b.yaml']) writeFileSync(join(root, file), '')
      symlinkSync('../b.yaml', join(root, 'kho/a/b.yaml'))
      symlinkSync('..', join(root, 'kho/a/vong'))
      symlinkSync('self', join(root, 'w/self'))
      symlinkSync('../kho/a', join(root, 'w/a'))
      expect(await discover(`${root}/w`, realIo())).toEqual([
        { path: `${root}/w/a`, files: [`${root}/w/a/b.yaml`, `${root}/w/a/catalog.yaml`, `${root}/w/a/vong/b.yaml`] },
      ])
    } finally {
      rmSync(root, { recursive: true })
    }
  },
)
