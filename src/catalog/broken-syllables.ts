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

/** The second half of a torn syllable begins with a vowel, or is what ends one. Few words of a sound text do. */
const tails = /(?<=[ \u00a0\n])(?:[aeiouyà-ỹ]|(?:ch|nh|ng|[cmnpt])(?![A-Za-zÀ-ỹ]))/gi

/** Syllables that were torn apart when a text was copied from a PDF. */
export function brokenSyllables(text: string): readonly BrokenSyllable[] {
  const composed = text.normalize('NFC')
  const sure: BrokenSyllable[] = []
  const unsure: BrokenSyllable[] = []
  for (const { index } of composed.matchAll(tails)) {
    const tail = wordFrom(composed, index).replace(/[)"”’.,;:]+$/, '')
    const { word, start } = wordBefore(composed, index)
    const head = word.replace(/^[("“‘]+/, '')
    const doubt = breakIn(head, tail, () => wordBefore(composed, start).word)
    if (doubt === undefined || !letters.test(head + tail)) continue
    if (!isSyllable(head + tail) || !sameCase(head, tail)) continue
    const broken = { written: `${head} ${tail}`, meant: head + tail, index: start + word.length - head.length }
    if (doubt) unsure.push(broken)
    else sure.push(broken)
  }
  // “viêm gan B ở trẻ em” is sound; beside another torn syllable a lone capital is torn too.
  return sure.length === 0 && unsure.length < 2 ? [] : [...sure, ...unsure].sort((a, b) => a.index - b.index)
}

const gaps = ' \u00a0\n'

function wordFrom(text: string, start: number): string {
  let end = start
  while (end < text.length && !gaps.includes(text.charAt(end))) end += 1
  return text.slice(start, end)
}

/** The word that ends before an offset; empty at the beginning of the text. */
function wordBefore(text: string, offset: number): { readonly word: string; readonly start: number } {
  let end = offset
  while (end > 0 && gaps.includes(text.charAt(end - 1))) end -= 1
  let start = end
  while (start > 0 && !gaps.includes(text.charAt(start - 1))) start -= 1
  return { word: text.slice(start, end), start }
}

/** Whether a syllable was torn between the two words: undefined where not, true where it may also be a label. */
function breakIn(head: string, tail: string, wordBeforeHead: () => string): boolean | undefined {
  if (head === '') return undefined
  // “nhâ n”: the head is no syllable without its end.
  if (isCoda(tail)) return isSyllable(head) || !marked.test(head) ? undefined : false
  if (!startsWithVowel(tail) || !marked.test(tail)) return undefined
  // “đư ờng”: nothing in Vietnamese is called “ờng”.
  if (!isOnset(head)) return isSyllable(tail) ? undefined : false
  const before = wordBeforeHead()
  if (labelled.test(before) || /[\d,;/(]$/.test(before) || /^\d/.test(before)) return undefined
  return head.length === 1 && head !== head.toLowerCase() && before !== ''
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
