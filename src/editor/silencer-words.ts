import type { Location, Source } from '../source.js'

/** A comment that silences, as far as the names in it: what stands in front of them, and the names. */
const comment = /(#+[ \t]*tthc-ignore[ \t]+)([^:\r\n]*)/

/** The name of a rule under the cursor, in a comment `# tthc-ignore`. */
export function ruleNameAt(
  source: Source,
  offset: number,
): { readonly rule: string; readonly at: Location } | undefined {
  const found = namesOnLine(source, offset)
  if (found === undefined) return undefined
  for (const { 0: rule, index } of found.names.matchAll(/[^\s,]+/g)) {
    const start = found.start + index
    const end = start + rule.length
    if (start <= offset && offset <= end) return { rule, at: { source, start, end } }
  }
  return undefined
}

/** Where the name of a rule is being written in such a comment: from its first letter to the cursor. */
export function ruleNameStart(source: Source, offset: number): number | undefined {
  const found = namesOnLine(source, offset)
  if (found === undefined || offset < found.start || offset > found.start + found.names.length) return undefined
  const before = source.text.slice(found.start, offset)
  return offset - (/[^\s,]*$/.exec(before)?.[0].length ?? 0)
}

function namesOnLine({ text }: Source, offset: number) {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const lineEnd = text.slice(offset).search(/[\r\n]/)
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : offset + lineEnd)
  const match = comment.exec(line)
  if (match === null) return undefined
  const [, head = '', names = ''] = match
  return { start: lineStart + match.index + head.length, names }
}
