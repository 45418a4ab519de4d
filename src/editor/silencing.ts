import { type Node, readTree } from '../catalog/tree.js'
import { allRules } from '../check/all-rules.js'
import { silence } from '../check/silence.js'
import type { Edit, Finding } from '../finding.js'
import type { Locale, Text } from '../locale.js'
import type { Source } from '../source.js'

/** To be written over: as long as it stands there, the finding is reported. */
export const reasonToWrite: Text = { vi: 'lý do', en: 'reason' }

const ids = allRules.map(({ id }) => id)

/**
 * The edit that silences a finding by a comment: on a line of its own above, or behind the line where that would stand in
 * the middle of a text. Undefined where neither leaves the catalog as it is.
 */
export async function silencingEdit(finding: Finding, locale: Locale): Promise<Edit | undefined> {
  const { source } = finding.at
  const comment = `# tthc-ignore ${finding.rule}: ${reasonToWrite[locale]}`
  for (const edit of [above(finding, comment), behind(finding, comment)]) {
    if (await silences(source, finding, edit)) return edit
  }
  return undefined
}

function above({ at: { source, start } }: Finding, comment: string): Edit {
  const { text } = source
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const from = lineStart === 0 && text.charCodeAt(0) === 0xfeff ? 1 : lineStart
  const indent = /^ */.exec(text.slice(from))?.[0] ?? ''
  const end = text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n'
  return { at: { source, start: from, end: from }, text: `${indent}${comment}${end}` }
}

function behind({ at: { source, start } }: Finding, comment: string): Edit {
  const length = source.text.slice(start).search(/\r?\n/)
  const end = length === -1 ? source.text.length : start + length
  return { at: { source, start: end, end }, text: ` ${comment}` }
}

/** Tried out: a comment in the middle of a text would be part of it. */
async function silences(source: Source, finding: Finding, { at, text }: Edit): Promise<boolean> {
  const reasoned = text.replace(/: [^:]*$/, whole => `: x${whole.slice(3)}`)
  const touched = { path: source.path, text: source.text.slice(0, at.start) + reasoned + source.text.slice(at.end) }
  const [before, after] = await Promise.all([readTree(source), readTree(touched)])
  if (JSON.stringify(content(before.root)) !== JSON.stringify(content(after.root))) return false
  const moved = at.start <= finding.at.start ? reasoned.length : 0
  const there = { source: touched, start: finding.at.start + moved, end: finding.at.end + moved }
  const { silenced } = silence([touched], [{ ...finding, at: there }], { ids, forbidden: new Set(), whole: true })
  return silenced === 1
}

/** What a file says, without where it says it. */
function content(node: Node | undefined): unknown {
  switch (node?.kind) {
    case 'text':
      return node.text
    case 'list':
      return node.items.map(content)
    case 'map':
      return node.entries.map(({ key, value }) => [key.text, content(value)])
    default:
      return node?.kind
  }
}
