import type { Fix } from '../finding.js'
import type { Text } from '../locale.js'
import type { Location } from '../source.js'
import { scalar } from './edit.js'

/** A slash makes it no number and no date to YAML, and nothing in it needs quotes. */
const documentNumber = /^\d[\d.]*[a-zđ]?[/-][\p{L}\d./-]*\p{L}[\p{L}\d./-]*$/u
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/**
 * A fix that writes a value anew, in the quotes that it had. A block text (`|`, `>`) gets none: its line breaks are its
 * writer’s. To be spread into a draft.
 */
export function rewriteFix(at: Location, text: string, title: Text): { readonly fix?: Fix } {
  const source = rewritten(at, text)
  return source === undefined ? {} : { fix: { title, edits: [{ at, text: source }] } }
}

/** Whether a text stands there as lines below a `|` or `>`. */
export function isBlockText({ source, start }: Location): boolean {
  return /^[|>]/.test(source.text.slice(start, start + 1))
}

function rewritten(at: Location, text: string): string | undefined {
  if (isBlockText(at) || text === '') return undefined
  const { source, start, end } = at
  const written = source.text.slice(start, end)
  if (!unprintable.test(text)) {
    if (/^"[^"\\\r\n]*"$/.test(written) && !/["\\]/.test(text)) return `"${text}"`
    if (/^'[^'\r\n]*'$/.test(written) && !text.includes("'")) return `'${text}'`
    if (!/^["']/.test(written) && documentNumber.test(text)) return text
  }
  return scalar(text)
}
