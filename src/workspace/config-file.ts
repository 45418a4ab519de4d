import { decode } from '../catalog/encoding.js'
import { fileSchema, type Key, type Keys, type Type } from '../catalog/schema.js'
import { ShapeReader } from '../catalog/shape.js'
import { type Entry, type Node, readTree } from '../catalog/tree.js'
import { allRules } from '../check/all-rules.js'
import type { Theme } from '../check/settings.js'
import { unknownRule } from '../check/silence.js'
import { type Finding, type RuleMeta, type RuleOption, type Severity, severities } from '../finding.js'
import type { Locale, Text } from '../locale.js'
import { type Location, SourceMap } from '../source.js'
import { readTheme, themeType } from './theme.js'

/** One `tthc.config.yaml` as it was read. */
export interface ConfigFile {
  readonly path: string
  /** The configuration that this one builds on, as it was written. */
  readonly base?: { readonly path: string; readonly at: Location }
  readonly rules: readonly RuleEntry[]
  /** Rules that must not be silenced. */
  readonly forbidSilence: readonly string[]
  /** `logo` as it was written. */
  readonly theme?: Theme
  readonly findings: readonly Finding[]
}

/** What it says of one rule. */
export interface RuleEntry {
  readonly meta: RuleMeta
  readonly at: Location
  readonly severity?: Severity | 'off'
  readonly reason?: string
  readonly options: ReadonlyMap<string, number | string>
}

const levels = ['off', ...severities] as const
type Level = (typeof levels)[number]

const level: Type = { kind: 'text', values: levels }

const severityKeys: Keys = {
  severity: {
    title: { vi: 'Mức', en: 'Severity' },
    description: { vi: 'off, error, warning hoặc info.', en: 'off, error, warning or info.' },
    type: level,
  },
  reason: {
    title: { vi: 'Lý do', en: 'Reason' },
    description: { vi: 'Bắt buộc khi tắt quy tắc hoặc hạ mức.', en: 'Required where a rule is turned off or down.' },
    type: { kind: 'text' },
  },
}

/** The keys of a configuration. */
export const configKeys = {
  base: {
    title: { vi: 'Cấu hình gốc', en: 'Base configuration' },
    description: {
      vi: 'Tệp cấu hình chung của tỉnh, ví dụ ../tthc.config.yaml.',
      en: 'The configuration that a province shares, such as ../tthc.config.yaml.',
    },
    type: { kind: 'text' },
  },
  rules: {
    title: { vi: 'Quy tắc', en: 'Rules' },
    description: {
      vi: 'Mức và tùy chọn của từng quy tắc.',
      en: 'The severity and the options of each rule.',
    },
    type: { kind: 'record', keys: Object.fromEntries(allRules.map(meta => [meta.id, ruleKey(meta)])) },
  },
  forbidSilence: {
    title: { vi: 'Không được bỏ qua', en: 'Not to be silenced' },
    description: {
      vi: 'Các quy tắc mà không danh mục nào được bỏ qua.',
      en: 'Rules that no catalog may silence.',
    },
    type: { kind: 'list', items: { kind: 'text' } },
  },
  theme: {
    title: { vi: 'Giao diện', en: 'Theme' },
    description: {
      vi: 'Màu, biểu trưng và dòng cuối trang của trang web.',
      en: 'Colours, logo and foot of the site.',
    },
    type: themeType,
  },
} as const satisfies Keys

/** The JSON Schema of a configuration, for editors. */
export function configSchema(locale: Locale): object {
  return fileSchema(configKeys, { vi: 'Cấu hình của tthc', en: 'Configuration of tthc' }, locale)
}

function ruleKey({ title, why, options = [] }: RuleMeta): Key {
  const keys = { ...severityKeys, ...Object.fromEntries(options.map(option => [option.name, optionKey(option)])) }
  return { title, description: why, type: { kind: 'either', options: [level, { kind: 'record', keys }] } }
}

function optionKey({ title, description, default: usual, values }: RuleOption): Key {
  if (typeof usual === 'number') return { title, description, type: { kind: 'number' } }
  return { title, description, type: { kind: 'text', ...(values !== undefined && { values: values.map(String) }) } }
}

/** Reads a configuration. What is wrong with it becomes findings, and the entry it stands in is left out. */
export async function readConfigFile(path: string, bytes: Uint8Array): Promise<ConfigFile> {
  const { source, findings: unread } = decode(path, bytes)
  const { root, findings } = await readTree(source)
  const reader = new ShapeReader(source, new SourceMap())
  const read = root === undefined ? nothing : readRoot(reader, root)
  return { path, ...read, findings: [...unread, ...findings, ...reader.findings] }
}

type Content = Pick<ConfigFile, 'base' | 'rules' | 'forbidSilence' | 'theme'>
const nothing: Content = { rules: [], forbidSilence: [] }

function readRoot(reader: ShapeReader, root: Node): Content {
  if (root.kind !== 'map') {
    // A file with nothing but comments holds an empty text.
    if (root.kind !== 'text' || root.text !== '') {
      reader.record({ kind: 'record', keys: configKeys }, root, fileTitle)
    }
    return nothing
  }
  let content = nothing
  for (const entry of root.entries) content = { ...content, ...readEntry(reader, entry) }
  return content
}

function readEntry(reader: ShapeReader, entry: Entry): Partial<Content> {
  const { key, value } = entry
  switch (key.text) {
    case 'base': {
      const path = reader.record(configKeys.base.type, value, titleOf('base')) as string | undefined
      return path === undefined ? {} : { base: { path, at: placeOf(reader, value) } }
    }
    case 'rules':
      return { rules: readRules(reader, value) }
    case 'theme': {
      const theme = readTheme(reader, value, titleOf('theme'))
      return theme === undefined ? {} : { theme }
    }
    case 'forbidSilence':
      return { forbidSilence: readForbidden(reader, value) }
    default:
      reader.unknownKey(entry, configKeys, { title: fileTitle })
      return {}
  }
}

function readRules(reader: ShapeReader, node: Node): RuleEntry[] {
  if (node.kind !== 'map') {
    if (isNothing(node)) return []
    reader.record({ kind: 'record', keys: {} }, node, titleOf('rules'))
    return []
  }
  return node.entries.flatMap(({ key, value }) => {
    const meta = allRules.find(({ id }) => id === key.text)
    if (meta === undefined) {
      reader.say('unknown-key', key.start, key.end, unknownRule(key.text, ids))
      return []
    }
    const title = { vi: `Quy tắc ${meta.id}`, en: `The rule ${meta.id}` }
    const shaped = reader.record<Record<string, unknown>>(ruleKey(meta).type, value, title) as Shaped
    return shaped === undefined ? [] : [ruleEntry(meta, shaped, placeOf(reader, value))]
  })
}

type Shaped =
  | Level
  | ({ readonly severity?: Level; readonly reason?: string } & Record<string, number | string>)
  | undefined

function ruleEntry(meta: RuleMeta, shaped: Exclude<Shaped, undefined>, at: Location): RuleEntry {
  if (typeof shaped === 'string') return { meta, at, severity: shaped, options: new Map() }
  const { severity, reason, ...options } = shaped
  return {
    meta,
    at,
    ...(severity !== undefined && { severity }),
    ...(reason !== undefined && { reason }),
    options: new Map(Object.entries(options)),
  }
}

function readForbidden(reader: ShapeReader, node: Node): string[] {
  if (isNothing(node)) return []
  const { type, title } = configKeys.forbidSilence
  if (reader.record(type, node, title) === undefined || node.kind !== 'list') return []
  return node.items.flatMap(item => {
    if (item.kind !== 'text') return []
    if (ids.includes(item.text)) return [item.text]
    reader.say('catalog-shape', item.start, item.end, unknownRule(item.text, ids))
    return []
  })
}

/** `rules:` with nothing behind it, as in a file that is yet to be filled. */
function isNothing(node: Node): boolean {
  return node.kind === 'text' && node.empty
}

const ids = allRules.map(({ id }) => id)

function titleOf(key: keyof typeof configKeys): Text {
  const { vi, en } = configKeys[key].title
  return { vi: `${vi} (${key})`, en: `${en} (${key})` }
}

function placeOf({ source }: ShapeReader, node: Node): Location {
  if (node.kind !== 'map') return { source, start: node.start, end: node.end }
  const first = node.entries[0]
  return { source, start: node.start, end: first?.value.end ?? node.start }
}

const fileTitle: Text = { vi: 'Tệp cấu hình', en: 'The configuration' }
