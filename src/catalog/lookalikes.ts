/** Signs of one kind of look, and what they look like. */
function alike(signs: string, letters: string): readonly (readonly [string, string])[] {
  const meant = [...letters]
  return [...signs].map((sign, index) => [sign, meant[index] ?? sign] as const)
}

/** No Vietnamese keyboard makes these; they come from other keyboards, old converters and scanners. */
const latin = new Map([
  ...alike('ÐðƉɖƋƌ', 'ĐđĐđĐđ'),
  // A caron instead of the breve.
  ...alike('ǍǎĔĕ', 'ĂăEe'),
  ...alike('ɑɡı', 'agi'),
])

/** Letters of Cyrillic and Greek that look the same as Latin ones in common fonts. */
const foreign = new Map([
  ...alike('АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁ', 'ABEKMHOPCTYXIJSaeopcyxijshd'),
  ...alike('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαικνρ', 'ABEZHIKMNOPTYXoaikvp'),
])

export interface Lookalikes {
  /** Each once, in the order of the text. */
  readonly signs: readonly string[]
  readonly index: number
  /** The text put right, where every one of them can only be one letter. */
  readonly repair?: string
}

const suspect = /[ÐðƉɖƋƌǍǎĔĕɑɡı\uFF01-\uFF5E\p{Script=Cyrillic}\p{Script=Greek}]/u
const word = /[\p{L}\p{M}]+/gu

/** Letters that look right and are others. A word all in Cyrillic or Greek is foreign, not damaged. */
export function lookalikes(text: string): Lookalikes | undefined {
  if (!suspect.test(text)) return undefined
  const signs = new Set<string>()
  let index = -1
  let certain = true
  const repair = text
    .replace(word, (whole, offset: number) =>
      [...whole].map(sign => mend(sign, isMixed(whole), offset + whole.indexOf(sign))).join(''),
    )
    .replace(/[\uFF01-\uFF5E]/g, (sign, offset: number) => found(sign, narrow(sign), offset))
  if (signs.size === 0) return undefined
  return { signs: [...signs], index, ...(certain && { repair }) }

  function mend(sign: string, mixed: boolean, offset: number): string {
    const meant = latin.get(sign)
    if (meant !== undefined) return found(sign, meant, offset)
    if (!mixed || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(sign)) return sign
    const letter = foreign.get(sign)
    if (letter === undefined) certain = false
    return found(sign, letter ?? sign, offset)
  }

  function found(sign: string, letter: string, offset: number): string {
    signs.add(sign)
    if (index === -1) index = offset
    return letter
  }
}

function isMixed(whole: string): boolean {
  return /\p{Script=Latin}/u.test(whole)
}

/** Full-width signs of East Asian keyboards. */
function narrow(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
}
