/** hòa, khỏe, thủy: the mark stands on the first vowel; hoà, khoẻ, thuỷ: on the second. */
export type ToneStyle = 'old' | 'new'

export interface StyledWord {
  readonly word: string
  readonly style: ToneStyle
  readonly index: number
}

/** Only open syllables in oa, oe and uy know two styles; in “quý” the u belongs to the consonant. */
const open =
  /(?<![\p{L}\p{M}])(?:[bcdđghklmnprstvx]|ch|gh|kh|ng|nh|ph|th|tr)?(?:(?<old>[òóỏõọ][ae]|[ùúủũụ]y)|(?<new>o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]))(?![\p{L}\p{M}])/giu

/** The words of a text that could be marked in two ways. */
export function toneStyles(text: string): readonly StyledWord[] {
  return [...text.normalize('NFC').matchAll(open)].map(({ 0: word, index, groups }) => ({
    word,
    index,
    style: groups?.['old'] === undefined ? 'new' : 'old',
  }))
}
