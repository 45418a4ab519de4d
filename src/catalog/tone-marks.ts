/** hòa, khỏe, thủy: the mark stands on the first vowel; hoà, khoẻ, thuỷ: on the second. */
export type ToneStyle = 'old' | 'new'

export interface StyledWord {
  readonly word: string
  readonly style: ToneStyle
  readonly index: number
}

/** The two vowels that may be marked in two ways. Searched for first: most texts hold none. */
const pair = /[òóỏõọ][ae]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/gi
const anyPair = new RegExp(pair.source, 'i')
const older = /^[òóỏõọùúủũụ]/i
const consonants = /(?:^|[^\p{L}\p{M}])((?:[bcdđghklmnprstvx]|ch|gh|kh|ng|nh|ph|th|tr)?)$/iu
const goesOn = /^[\p{L}\p{M}]/u

/** The words of a text that could be marked in two ways: open syllables in oa, oe, uy; in “quý” the u is a consonant. */
export function toneStyles(text: string): readonly StyledWord[] {
  const composed = text.normalize('NFC')
  if (!anyPair.test(composed)) return []
  return [...composed.matchAll(pair)].flatMap(({ 0: vowels, index }): StyledWord[] => {
    const [, onset] = consonants.exec(composed.slice(Math.max(0, index - 3), index)) ?? []
    if (onset === undefined || goesOn.test(composed.slice(index + 2, index + 3))) return []
    return [{ word: onset + vowels, index: index - onset.length, style: older.test(vowels) ? 'old' : 'new' }]
  })
}

/** The text with the words that could be marked in two ways marked as official papers do: hoà → hòa. */
export function inOldStyle(text: string): string {
  let marked = text.normalize('NFC')
  // A word keeps its length, so the places of the others stay.
  for (const { word, style, index } of toneStyles(marked)) {
    if (style === 'old') continue
    const moved = word.normalize('NFD').replace(/([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])/iu, '$1$3$2')
    marked = marked.slice(0, index) + moved.normalize('NFC') + marked.slice(index + word.length)
  }
  return marked
}
