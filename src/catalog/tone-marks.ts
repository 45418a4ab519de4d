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
