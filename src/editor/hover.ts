import type { Hover } from 'vscode-languageserver'
import { parseCode } from '../catalog/code.js'
import { dayOrMonth, isRemembered } from '../catalog/reference-list.js'
import { allRules } from '../check/all-rules.js'
import type { RuleMeta } from '../finding.js'
import type { Text } from '../locale.js'
import type { Location, Source } from '../source.js'
import { type Analysis, fileOf, findingsIn } from './analysis.js'
import { type Client, rangeOf } from './client.js'
import { legalMeaning } from './legal-names.js'
import { type Mark, textOf } from './marks.js'
import { ruleNameAt } from './silencer-words.js'

/** A paragraph of a hover: a word in front, in bold, and a text. */
interface Paragraph {
  readonly head?: string
  readonly text: string
}

/** What is said of the word under the cursor, and why what was found there matters. Undefined where nothing is known. */
export function hoverAt(analysis: Analysis, path: string, offset: number, client: Client): Hover | undefined {
  const source = fileOf(analysis, path)
  if (source === undefined) return undefined
  const silenced = ruleNameAt(source, offset)
  const rule = silenced === undefined ? undefined : ruleNamed(silenced.rule)
  if (silenced !== undefined && rule !== undefined) return hover(ruleParagraphs(rule, client), silenced.at, client)
  const mark = analysis.marks.at(path, offset)
  const about = mark === undefined ? [] : paragraphsOf(mark, analysis, client)
  const found = findingsIn(analysis, path, offset, offset)
  const rules = [...new Set(found.map(finding => finding.rule))]
  const reasons = rules.flatMap(id => whyParagraphs(ruleNamed(id), client))
  const at = about.length > 0 ? mark : found[0]?.at
  return at === undefined ? undefined : hover([...about, ...reasons], at, client)
}

function ruleNamed(id: string): RuleMeta | undefined {
  return allRules.find(rule => rule.id === id)
}

function paragraphsOf(mark: Mark, analysis: Analysis, client: Client): Paragraph[] {
  const { role, text } = mark
  switch (role.kind) {
    case 'key': {
      const { title, description } = role.key
      return [{ head: title[client.locale], text: description[client.locale] }]
    }
    case 'legal':
      return legalParagraphs(text, analysis, client)
    default:
      if (role.thing === 'procedure') return codeParagraphs(text, analysis, client)
      return recordParagraphs(role.thing, text, analysis, client)
  }
}

function codeParagraphs(code: string, { reference, marks }: Analysis, { locale }: Client): Paragraph[] {
  const entry = reference.byCode(code)
  const [own] = marks.definitions('procedure', code)
  const ownTitle = own?.owner === undefined ? undefined : textOf(own.owner, 'title')
  const listed = labelled(labels.listedAs, ownTitle, locale)
  if (entry === undefined) {
    const unknown: Text = {
      vi: `Không có trong ${reference.name.vi}`,
      en: `Not in ${reference.name.en}`,
    }
    return [{ head: code, text: unknown[locale] }, ...listed]
  }
  const replacing = entry.replacedBy === undefined ? undefined : reference.byCode(entry.replacedBy)?.title
  const by = [entry.replacedBy, replacing].filter(part => part !== undefined).join(' – ')
  const asOf = entry.asOf === undefined ? undefined : dayOrMonth(entry.asOf)[locale]
  return [
    { head: parseCode(code)?.base ?? code, text: entry.title },
    ...labelled(labels.field, entry.field, locale),
    ...labelled(labels.replacedBy, by, locale),
    ...(ownTitle === entry.title ? [] : listed),
    ...(isRemembered(entry) ? [{ text: labels.remembered[locale] }] : labelled(labels.asOf, asOf, locale)),
  ]
}

function recordParagraphs(
  thing: 'officer' | 'field',
  id: string,
  { marks }: Analysis,
  { locale }: Client,
): Paragraph[] {
  const [found] = marks.definitions(thing, id)
  if (found?.owner === undefined) return []
  // What is published of an officer, and nothing of what is internal.
  const keys = { officer: ['jobTitle', 'phone', 'extension', 'email', 'counter'], field: ['counter'] }[thing]
  const facts = keys.flatMap(key => {
    const value = found.owner === undefined ? undefined : textOf(found.owner, key)
    return labelled(labels[key as keyof typeof labels], value, locale)
  })
  const uses = marks.references(thing, id).filter(({ path }) => path.startsWith('procedures.')).length
  return [
    { head: id, text: textOf(found.owner, 'name') ?? '' },
    ...facts,
    ...(uses === 0 ? [] : [{ text: usedBy(uses)[locale] }]),
  ]
}

function legalParagraphs(number: string, { marks }: Analysis, { locale }: Client): Paragraph[] {
  const same = marks.sameDocument(number)
  const codes = new Set(same.flatMap(({ owner }) => (owner === undefined ? [] : (textOf(owner, 'code') ?? []))))
  return [
    { head: number, text: legalMeaning(number)[locale] },
    ...(codes.size === 0 ? [] : [{ text: namedBy(codes.size)[locale] }]),
  ]
}

function ruleParagraphs(meta: RuleMeta, client: Client): Paragraph[] {
  return [{ head: meta.id, text: meta.title[client.locale] }, ...reasonsOf(meta, client)]
}

function whyParagraphs(meta: RuleMeta | undefined, client: Client): Paragraph[] {
  return meta === undefined ? [] : ruleParagraphs(meta, client)
}

function reasonsOf({ why, remedy, basis }: RuleMeta, { locale }: Client): Paragraph[] {
  const documents = basis?.map(({ document, article }) =>
    article === undefined ? document : `${article}, ${document}`,
  )
  return [
    ...labelled(labels.why, why[locale], locale),
    ...labelled(labels.remedy, remedy[locale], locale),
    ...labelled(labels.basis, documents?.join('; '), locale),
  ]
}

const labels = {
  field: { vi: 'Lĩnh vực', en: 'Field' },
  replacedBy: { vi: 'Đã được thay thế bởi', en: 'Replaced by' },
  listedAs: { vi: 'Tên trong danh mục này', en: 'Title in this catalog' },
  asOf: { vi: 'Theo nguồn', en: 'As of' },
  remembered: {
    vi: 'Chưa có nguồn để đối chiếu, cần kiểm tra lại trên Cổng Dịch vụ công quốc gia',
    en: 'Written from memory: look it up on the national portal',
  },
  jobTitle: { vi: 'Chức danh', en: 'Job title' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  extension: { vi: 'Số máy lẻ', en: 'Extension' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  counter: { vi: 'Quầy', en: 'Counter' },
  why: { vi: 'Vì sao', en: 'Why' },
  remedy: { vi: 'Cách sửa', en: 'What to write' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
} as const satisfies Record<string, Text>

function usedBy(count: number): Text {
  return {
    vi: `${count} thủ tục ghi mã này`,
    en: count === 1 ? 'One procedure names it' : `${count} procedures name it`,
  }
}

function namedBy(count: number): Text {
  return {
    vi: `${count} thủ tục trong danh mục nêu văn bản này`,
    en: count === 1 ? 'One procedure of the catalog names it' : `${count} procedures of the catalog name it`,
  }
}

function labelled(label: Text, text: string | undefined, locale: Client['locale']): Paragraph[] {
  return text === undefined || text === '' ? [] : [{ head: label[locale], text }]
}

function hover(paragraphs: readonly Paragraph[], at: Location & { readonly source: Source }, client: Client): Hover {
  const value = paragraphs.map(paragraph => (client.markdown ? asMarkdown(paragraph) : asText(paragraph))).join('\n\n')
  return { contents: { kind: client.markdown ? 'markdown' : 'plaintext', value }, range: rangeOf(at) }
}

function asMarkdown({ head, text }: Paragraph): string {
  return head === undefined ? escaped(text) : `**${escaped(head)}** · ${escaped(text)}`
}

function asText({ head, text }: Paragraph): string {
  return head === undefined ? oneLine(text) : `${oneLine(head)} · ${oneLine(text)}`
}

/** Text of a catalog must not become a link, a picture or HTML. No more than that, as some editors show the strokes. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&#!|~$]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, '\\$1')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
