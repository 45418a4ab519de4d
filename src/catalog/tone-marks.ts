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
