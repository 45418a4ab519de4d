import { parseEvents } from 'js-yaml'
import { suggestion } from '../catalog/shape.js'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import { type Location, lineText, position, type Source } from '../source.js'
import { canBeSilenced, forbiddenMessage, silencerFinding } from './silencer-rules.js'

export interface SilenceOptions {
  /** Every rule that a comment may name. */
  readonly ids: readonly string[]
  /** Rules that a configuration does not let be silenced. */
  readonly forbidden: ReadonlySet<string>
  /** False where some record could not be read: rules were waiting, so nothing is known of silencers that had no use. */
  readonly whole: boolean
  /** Rules that did not look this time: nothing is known of the use of their silencers either. */
  readonly idle?: ReadonlySet<string>
}

export interface Silenced {
  readonly findings: readonly Finding[]
  /** How many findings were silenced. */
  readonly silenced: number
}

/**
 * Leaves out what comments `# tthc-ignore <rule>[, <rule>]: <reason>` silence, on the line of a finding or alone on the
 * line above, and adds what is wrong with the comments themselves.
 */
export function silence(
  files: readonly Source[],
  findings: readonly Finding[],
  { ids, forbidden, whole, idle }: SilenceOptions,
): Silenced {
  const judged = files.flatMap(silencers).map(silencer => judge(silencer, ids, forbidden))
  if (judged.length === 0) return { findings, silenced: 0 }
  const active = judged.flatMap(({ names }) => names)
  const used = new Set<ActiveName>()
  const byPlace = activeByPlace(active)
  const kept = findings.filter(({ rule, at: { source, start } }) => {
    const inFile = canBeSilenced(rule) ? byPlace.get(source) : undefined
    const name = inFile?.get(placeKey(rule, position(source, start).line))
    if (name !== undefined) used.add(name)
    return name === undefined
  })
  const unused = whole ? active.filter(name => !used.has(name) && idle?.has(name.rule) !== true).map(unusedFinding) : []
  const own = judged.flatMap(silencer => silencer.findings)
  return { findings: [...kept, ...own, ...unused], silenced: findings.length - kept.length }
}

/** A comment that means to silence. */
interface Silencer {
  readonly at: Location
  /** The line that it speaks of, counted from 1. */
  readonly line: number
  readonly names: readonly { readonly rule: string; readonly at: Location }[]
  readonly reason: string | undefined
}

/** A rule that a sound comment silences on one line. */
interface ActiveName {
  readonly rule: string
  readonly line: number
  readonly at: Location
}

const mark = 'tthc-ignore'

function silencers(source: Source): Silencer[] {
  const { text } = source
  if (!text.includes(mark)) return []
  const values = valueSpans(source)
  if (values === undefined) return []
  const found: Silencer[] = []
  const nextLines = linesSpokenOf(source)
  let lineStart = 0
  for (let line = 1; lineStart <= text.length; line += 1) {
    const lineEnd = endOfLine(text, lineStart)
    if (text.slice(lineStart, lineEnd).includes(mark)) {
      const hash = commentStart(text, lineStart, lineEnd, values)
      const silencer = hash === undefined ? undefined : readComment(source, hash, lineEnd, line, nextLines)
      if (silencer !== undefined) found.push(silencer)
    }
    lineStart = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1
  }
  return found
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  if (end === -1) return text.length
  return text[end - 1] === '\r' ? end - 1 : end
}

/**
 * Where the texts of a file stand, as start, end, start, end …: a `#` in one of them begins no comment. Undefined where the
 * file cannot be parsed. The tree's own spans will not do: that of a block text contains the comment beside its `|`.
 */
function valueSpans({ text }: Source): readonly number[] | undefined {
  try {
    return parseEvents(text, {}).flatMap(event =>
      event.type === 4 && event.valueStart !== -1 ? [event.valueStart, event.valueEnd] : [],
    )
  } catch {
    // Reported by the reading.
    return undefined
  }
}

/** The `#` that begins the comment of a line. Outside of texts one does where nothing, or white space, stands before it. */
function commentStart(text: string, start: number, end: number, values: readonly number[]): number | undefined {
  for (let hash = text.indexOf('#', start); hash !== -1 && hash < end; hash = text.indexOf('#', hash + 1)) {
    const free = hash === start || /[\s\uFEFF]/.test(text[hash - 1] ?? '')
    if (free && !isInside(values, hash)) return hash
  }
  return undefined
}

function isInside(values: readonly number[], offset: number): boolean {
  let low = 0
  let high = values.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (offset < (values[middle * 2] ?? 0)) high = middle - 1
    else if (offset >= (values[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

function readComment(
  source: Source,
  hash: number,
  end: number,
  line: number,
  nextLines: readonly number[],
): Silencer | undefined {
  const comment = source.text.slice(hash, end)
  const head = /^#+[ \t]*tthc-ignore(?![\w-])/.exec(comment)?.[0]
  if (head === undefined) return undefined
  const colon = comment.indexOf(':', head.length)
  const list = comment.slice(head.length, colon === -1 ? undefined : colon)
  const reason = colon === -1 ? '' : comment.slice(colon + 1)
  const names = [...list.matchAll(/[^\s,]+/g)].map(({ 0: rule, index }) => {
    const start = hash + head.length + index
    return { rule, at: { source, start, end: start + rule.length } }
  })
  return {
    at: { source, start: hash, end: hash + comment.trimEnd().length },
    line: standsAlone(source, hash) ? (nextLines[line] ?? line + 1) : line,
    names,
    reason: isReason(reason) ? reason.trim() : undefined,
  }
}

/** What editors and messages put there to be written over is none. */
function isReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^\P{L}*(?:lý do|(?:the )?reason)\P{L}*$/iu.test(text.normalize('NFC'))
}

function standsAlone({ text }: Source, hash: number): boolean {
  const start = text.lastIndexOf('\n', hash) + 1
  return /^[\s\uFEFF]*$/.test(text.slice(start, hash))
}

/**
 * For each line the next that is no comment: comments may be piled up above a line, and all of them speak of it. Found from
 * the last line up, since a pile may be as long as the file.
 */
function linesSpokenOf(source: Source): readonly number[] {
  const last = position(source, source.text.length).line
  const next = Array.from({ length: last + 1 }, () => last + 1)
  for (let line = last - 1; line > 0; line -= 1) {
    next[line] = /^[ \t]*#/.test(lineText(source, line + 1)) ? (next[line + 1] ?? last + 1) : line + 1
  }
  return next
}

interface Judged {
  readonly names: readonly ActiveName[]
  readonly findings: readonly Finding[]
}

function judge({ at, line, names, reason }: Silencer, ids: readonly string[], forbidden: ReadonlySet<string>): Judged {
  if (reason === undefined) return { names: [], findings: [withoutReason(at, names[0]?.rule)] }
  if (names.length === 0) return { names: [], findings: [silencerFinding('silencer-unknown-rule', at, noName)] }
  const findings: Finding[] = []
  const active: ActiveName[] = []
  for (const { rule, at: place } of names) {
    if (!ids.includes(rule)) findings.push(silencerFinding('silencer-unknown-rule', place, unknownRule(rule, ids)))
    else if (forbidden.has(rule) || !canBeSilenced(rule)) {
      findings.push(silencerFinding('silence-forbidden', place, forbiddenMessage(rule)))
    } else active.push({ rule, line, at: place })
  }
  return { names: active, findings }
}

/** By file, rule and line. Of several that silence the same the first is used, and the others are not. */
function activeByPlace(active: readonly ActiveName[]): ReadonlyMap<Source, ReadonlyMap<string, ActiveName>> {
  const files = new Map<Source, Map<string, ActiveName>>()
  for (const name of active) {
    const inFile = files.get(name.at.source) ?? new Map<string, ActiveName>()
    files.set(name.at.source, inFile)
    const key = placeKey(name.rule, name.line)
    if (!inFile.has(key)) inFile.set(key, name)
  }
  return files
}

function placeKey(rule: string, line: number): string {
  return `${line} ${rule}`
}

function withoutReason(at: Location, rule = '<rule>'): Finding {
  return silencerFinding('silencer-without-reason', at, {
    vi: `Ghi chú bỏ qua chưa có lý do; ghi sau dấu hai chấm: # ${mark} ${rule}: lý do`,
    en: `The silencer has no reason; write one after a colon: # ${mark} ${rule}: the reason`,
  })
}

const noName: Text = {
  vi: `Ghi chú bỏ qua chưa nêu quy tắc nào; viết: # ${mark} <quy tắc>: <lý do>`,
  en: `The silencer names no rule; write: # ${mark} <rule>: <reason>`,
}

/** Also said of the rules that a configuration names. */
export function unknownRule(rule: string, ids: readonly string[]): Text {
  const near = suggestion(rule, ids)
  return {
    vi: `Không có quy tắc “${rule}”; ${near === undefined ? 'tthc explain liệt kê mọi quy tắc' : `có phải “${near}” không?`}`,
    en: `There is no rule “${rule}”; ${near === undefined ? 'tthc explain lists all rules' : `did you mean “${near}”?`}`,
  }
}

function unusedFinding({ rule, at, line }: ActiveName): Finding {
  return silencerFinding('silencer-unused', at, {
    vi: `Ở dòng ${line} quy tắc “${rule}” không báo gì, nên ghi chú bỏ qua là thừa; xóa ghi chú này`,
    en: `On line ${line} the rule “${rule}” finds nothing, so it need not be silenced; delete the comment`,
  })
}
