import { isCoda, isOnset, isSyllable } from './syllable.js'

/** “c ấp”, which is “cấp”. */
export interface BrokenSyllable {
  readonly written: string
  readonly meant: string
  readonly index: number
}

/** Behind these a lone letter is a label: “điểm c ở trên”, “hạng B ô tô”. */
const labelled =
  /^(?:điểm|khoản|mục|mẫu|nhóm|loại|hạng|lớp|khu|lô|dãy|tổ|bảng|hình|cột|phụ|lục|số|gan|vitamin|và|hoặc|đến)$/iu
const letters = /^[\p{L}\p{M}]+$/u
const marked = /[^A-Za-z]/

/** Syllables that were torn apart when a text was copied from a PDF. */
export function brokenSyllables(text: string): readonly BrokenSyllable[] {
  const tokens = [...text.normalize('NFC').matchAll(/[^ \u00a0\n]+/g)].map(({ 0: token, index }) => ({ token, index }))
  const sure: BrokenSyllable[] = []
  const unsure: BrokenSyllable[] = []
  for (const [position, { token, index }] of tokens.entries()) {
    const head = token.replace(/^[("“‘]+/, '')
    const tail = tokens[position + 1]?.token.replace(/[)"”’.,;:]+$/, '')
    if (tail === undefined || !letters.test(head) || !letters.test(tail)) continue
    if (!isSyllable(head + tail) || !sameCase(head, tail)) continue
    const before = tokens[position - 1]?.token
    const doubt = breakIn(head, tail, before)
    if (doubt === undefined) continue
    const broken = { written: `${head} ${tail}`, meant: head + tail, index: index + token.length - head.length }
    if (doubt) unsure.push(broken)
    else sure.push(broken)
  }
  // “viêm gan B ở trẻ em” is sound; beside another torn syllable a lone capital is torn too.
  return sure.length === 0 && unsure.length < 2 ? [] : [...sure, ...unsure].sort((a, b) => a.index - b.index)
}

/** Whether a syllable was torn between the two words: undefined where not, true where it may also be a label. */
function breakIn(head: string, tail: string, before: string | undefined): boolean | undefined {
  // “nhâ n”: the head is no syllable without its end.
  if (isCoda(tail)) return isSyllable(head) || !marked.test(head) ? undefined : false
  if (!startsWithVowel(tail) || !marked.test(tail)) return undefined
  // “đư ờng”: nothing in Vietnamese is called “ờng”.
  if (!isOnset(head)) return isSyllable(tail) ? undefined : false
  if (before !== undefined && (labelled.test(before) || /[\d,;/(]$/.test(before) || /^\d/.test(before)))
    return undefined
  return head.length === 1 && head !== head.toLowerCase() && before !== undefined
}

function startsWithVowel(word: string): boolean {
  return /^[aeiouy]/i.test(word.normalize('NFD'))
}

/** “TH ở” is an abbreviation before a word. */
function sameCase(head: string, tail: string): boolean {
  if (head === head.toLowerCase()) return tail === tail.toLowerCase()
  if (head.length > 1 && head === head.toUpperCase()) return tail === tail.toUpperCase()
  return true
}
