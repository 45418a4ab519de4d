import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/main.js'
import { githubReport } from '../../src/reports/github.js'
import { gitlabReport } from '../../src/reports/gitlab.js'
import { junitReport } from '../../src/reports/junit.js'
import { markdownReport, shortMarkdown } from '../../src/reports/markdown.js'
import { reportSchema } from '../../src/reports/report-schema.js'
import type { CatalogReport } from '../../src/reports/reporter.js'
import { sarifReport } from '../../src/reports/sarif.js'
import { memoryIo } from '../memory-io.js'
import { finding, hostile, many, reportOf, style } from './made-up.js'

// Schemas take a while to compile.
vi.setConfig({ testTimeout: 30_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const shared = '/work/shared/standards'
const hasShared = existsSync(shared)
// Of libxml2-utils.
const xmllint = 'xmllint'
const hasXmllint = spawnSync(xmllint, ['--version']).status === 0

function corpus(): Record<string, string> {
  const names = ['catalogs', 'tests/broken'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  return Object.fromEntries(names.map(name => [name, readFileSync(join(root, name), 'utf8')]))
}

const files = corpus()

async function real(format: string, path: string, lang = 'vi'): Promise<string> {
  const io = memoryIo({ files })
  await main(['check', path, '--format', format, '--lang', lang], io)
  expect(io.printed.err).toBe('')
  return io.printed.out
}

const paths = ['catalogs', 'tests/broken', 'tests/broken/sai-cu-phap.yaml', 'catalogs/mau']

/** Everything that a report may hold, and text that wants to get out of it. */
let wild: CatalogReport
beforeAll(async () => {
  const report = await reportOf(
    source => {
      const at = { source, start: 0, end: source.text.length }
      return [
        ...many(source, 'error', 2),
        finding(source, 'Lê Thị Hoa', { message: { vi: hostile, en: hostile } }),
        finding(source, 'Hộ tịch', {
          severity: 'warning',
          related: [{ at, message: { vi: hostile, en: hostile } }],
          fix: {
            title: { vi: hostile, en: hostile },
            edits: [{ at: { source, start: 3, end: 3 }, text: hostile }],
          },
        }),
        { ...finding(source, 'ho-tich-2', { severity: 'info' }), at },
        finding(source, 'catalog', { message: { vi: 'nửa \uD800 chữ \uFFFF', en: 'half \uDC00' } }),
      ]
    },
    { path: 'thư mục/một & hai "<ba>".yaml' },
  )
  wild = { ...report, skipped: [{ ...rule }], silenced: 2, held: 3, unchanged: 4 }
})
const rule = {
  id: 'id-duplicate',
  severity: 'error',
  scope: 'catalog',
  since: '0.1.0',
  title: { vi: '', en: '' },
  why: { vi: '', en: '' },
  remedy: { vi: '', en: '' },
} as const

/** `tthc schema` leaves room for new keys; what we write now holds no others. */
function closed(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === 'object' && value.properties !== undefined ? { ...value, additionalProperties: false } : value,
  )
}

describe('json', () => {
  it.each(['vi', 'en'] as const)('is what its schema (%s) says', async lang => {
    const ajv = new Ajv2020({ allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(closed(reportSchema(lang)))
    for (const path of paths) {
      validate(JSON.parse(await real('json', path)))
      expect(validate.errors, path).toBe(null)
    }
  })

  it('the schema can fail', async () => {
    const ajv = new Ajv2020()
    addFormats.default(ajv)
    const validate = ajv.compile(reportSchema('en'))
    const report = JSON.parse(await real('json', 'tests/broken'))
    report.catalogs[0].findings[0].severity = 'fatal'
    expect(validate(report)).toBe(false)
    expect(validate({ version: 2, date: '2026-11-23', catalogs: [] })).toBe(false)
  })
})

describe('gitlab', () => {
  it.runIf(hasShared)('is valid (where /work/shared/standards is at hand)', async () => {
    const schema = JSON.parse(readFileSync(join(shared, 'gitlab/codeclimate.json'), 'utf8'))
    const validate = new Ajv({ strict: false }).compile({ type: 'array', items: schema })
    for (const path of paths) expect(validate(JSON.parse(await real('gitlab', path))), path).toBe(true)
    expect(validate(JSON.parse(await gitlabReport([wild], style)))).toBe(true)
  })

  it('has what GitLab needs, with fingerprints that are unique', async () => {
    for (const path of paths) {
      const entries = JSON.parse(await real('gitlab', path))
      expect(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(entries.length)
      for (const { severity, location } of entries) {
        expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
        expect(location.lines.begin).toBeGreaterThan(0)
        expect(location.path).not.toMatch(/^\/|\\/)
      }
    }
  })
})

describe('sarif', () => {
  it.runIf(hasShared)('is valid (where /work/shared/standards is at hand)', async () => {
    const schema = JSON.parse(readFileSync(join(shared, 'sarif/sarif-2.1.0.schemastore.json'), 'utf8'))
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(schema)
    for (const path of paths) {
      validate(JSON.parse(await real('sarif', path)))
      expect(validate.errors, path).toBe(null)
    }
    validate(JSON.parse(await sarifReport([wild], style)))
    expect(validate.errors).toBe(null)
  })

  it('has help for every rule, and every result its rule, its place and its fingerprint', async () => {
    const [run] = JSON.parse(await real('sarif', 'tests/broken', 'en')).runs
    const { rules } = run.tool.driver
    for (const { help } of rules) {
      expect(help.text).not.toBe('')
      expect(help.markdown).toContain('**Why:**')
    }
    expect(run.results.length).toBeGreaterThan(10)
    for (const { ruleId, ruleIndex, locations, partialFingerprints } of run.results) {
      expect(rules[ruleIndex].id).toBe(ruleId)
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(artifactLocation).toMatchObject({ uriBaseId: '%SRCROOT%', uri: expect.stringMatching(/^tests\/broken\//) })
      expect(region.startLine).toBeGreaterThan(0)
      expect(partialFingerprints['tthc/v1']).toMatch(/^[0-9a-f]{40}$/)
    }
  })

  it('carries fixes that mend the text', async () => {
    const [run] = JSON.parse(await real('sarif', 'tests/broken/danh-muc-loi')).runs
    const [fixed] = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'phone-obsolete-area-code')
    const [{ artifactChanges }] = fixed.fixes
    const [{ deletedRegion, insertedContent }] = artifactChanges[0].replacements
    const line = files['tests/broken/danh-muc-loi/catalog.yaml']?.split('\n')[deletedRegion.startLine - 1] ?? ''
    const mended =
      line.slice(0, deletedRegion.startColumn - 1) + insertedContent.text + line.slice(deletedRegion.endColumn - 1)
    expect(mended).toBe('    phone: "0274 3000 012"')
  })

  it('writes paths as URIs', async () => {
    const [run] = JSON.parse(await sarifReport([wild], style)).runs
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'th%C6%B0%20m%E1%BB%A5c/m%E1%BB%99t%20%26%20hai%20%22%3Cba%3E%22.yaml',
    )
  })
})

describe('junit', () => {
  const schemas = readdirSync(new URL('../standards/', import.meta.url)).filter(name => name.endsWith('.xsd'))

  it.runIf(hasXmllint).each(schemas)('is valid for %s (where xmllint is installed)', async schema => {
    const folder = mkdtempSync(join(tmpdir(), 'tthc-junit-'))
    const texts = [...(await Promise.all(paths.map(path => real('junit', path)))), await junitReport([wild], style)]
    for (const [index, text] of texts.entries()) {
      const path = join(folder, `${index}.xml`)
      writeFileSync(path, text)
      const { status, stderr } = spawnSync(
        xmllint,
        ['--noout', '--schema', join(root, 'tests/standards', schema), path],
        {
          encoding: 'utf8',
        },
      )
      expect(stderr).toMatch(/validates/)
      expect(status, stderr).toBe(0)
    }
    rmSync(folder, { recursive: true })
  })

  it('fails for errors only, and counts what it holds', async () => {
    const text = await real('junit', 'tests/broken/danh-muc-loi')
    const [, tests, failures] = /tests="(\d+)" failures="(\d+)"/.exec(text) ?? []
    expect(text.match(/<testcase /g)).toHaveLength(Number(tests))
    expect(text.match(/<failure /g)).toHaveLength(Number(failures))
    const json = JSON.parse(await real('json', 'tests/broken/danh-muc-loi'))
    expect(Number(failures)).toBe(json.catalogs[0].summary.error)
    expect(/<system-out>([\s\S]*?)<\/system-out>/.exec(text)?.[1]).toContain('[officer-unused]')
  })

  it('names each failing test once, without its line', async () => {
    const text = await real('junit', 'tests/broken')
    const names = [...text.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g)].map(([, a, b]) => `${b} ${a}`)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('tests/broken/danh-muc-loi phone-obsolete-area-code: officers/ho-tich-1')
  })
})

describe('markdown', () => {
  it('is a table that no catalog can break', async () => {
    const text = await markdownReport([wild], style)
    // Half a surrogate pair cannot be stored in a file.
    await expect(text.replaceAll('\uD800', '\uFFFD')).toMatchFileSnapshot('./wild.md')
    const rows = text.split('\n').filter(line => line.startsWith('| '))
    // Bars that are not escaped part the cells: five of them in each row.
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(5)
    expect(text).not.toMatch(/(?<!\\)<b>|@ai|(?<!\\)\]\(/)
  })

  it('is cut between findings where it would be too long, and says by how many', async () => {
    const report = await reportOf(source => many(source, 'error', 400))
    const whole = await markdownReport([report], style)
    const short = shortMarkdown([report], style, 10_000)
    expect(Buffer.byteLength(whole)).toBeGreaterThan(10_000)
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(10_000)
    const rows = short.split('\n').filter(line => line.startsWith('| 🔴')).length
    expect(short).toContain(`Còn ${400 - rows} vấn đề nữa`)
  })

  it('has nothing to show where there is nothing', async () => {
    expect(await real('markdown', 'catalogs/mau')).toBe(
      '## Kiểm tra danh mục: không có vấn đề\n\n### `catalogs/mau`\n\n5 thủ tục, 2 lĩnh vực, 2 cán bộ; không có vấn đề.\n',
    )
  })
})

it('no format repeats what stands under internal, though the finding lies in its line', async () => {
  const report = await reportOf(source => [
    finding(source, '0274 3000 013'),
    finding(source, 'Phạm Văn Nam', { severity: 'info' }),
  ])
  for (const reporter of [githubReport, gitlabReport, sarifReport, junitReport, markdownReport]) {
    expect(await reporter([report], style)).not.toContain('0900 000 099')
  }
})
