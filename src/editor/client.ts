import type { Range } from 'vscode-languageserver'
import type { Locale } from '../locale.js'
import { type Location, offsetOf, position, type Source } from '../source.js'

/** What an answer has to know of the editor that asked. */
export interface Client {
  readonly locale: Locale
  /** How the editor calls a file. */
  uriOf(path: string): string
  /** Which state of the file it has open. */
  versionOf(path: string): number | null
  /** Whether it shows Markdown, or plain text alone. */
  readonly markdown: boolean
  /** Whether it can be asked to show a place. */
  readonly showsDocuments: boolean
}

/** Lines and characters counted from 0, in UTF-16 units, as the protocol has them. */
export function rangeOf({ source, start, end }: Location): Range {
  return { start: pointOf(source, start), end: pointOf(source, end) }
}

function pointOf(source: Source, offset: number) {
  const { line, column } = position(source, offset)
  return { line: line - 1, character: column - 1 }
}

export function offsetAt(source: Source, { line, character }: Range['start']): number {
  return offsetOf(source, line + 1, character + 1)
}
