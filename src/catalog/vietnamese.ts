/**
 * A text as it is compared and searched: without marks (so hòa and hoà are equal), đ as d, lower case, and with one
 * space in place of any punctuation.
 */
export function fold(text: string): string {
  let folded = ''
  let gap = false
  for (const sign of text) {
    const letter = letters.get(sign) ?? remembered(sign)
    if (letter === ' ') gap = true
    else {
      // A mark of a decomposed letter folds to nothing, and is no gap.
      if (gap && letter !== '' && folded !== '') folded += ' '
      if (letter !== '') gap = false
      folded += letter
    }
  }
  return folded
}

/** What each sign folds to; patterns over all of Unicode take longer to compile than a catalog has letters. */
const letters = new Map<string, string>()

function remembered(sign: string): string {
  const folded = foldedSign(sign)
  // A hostile text could hold all of Unicode.
  if (letters.size < 4096) letters.set(sign, folded)
  return folded
}

function foldedSign(sign: string): string {
  const plain = sign
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    // đ has no decomposition; ð (U+00F0) is its look-alike.
    .replace(/[đð]/g, 'd')
  return plain === '' || /^[a-z0-9]$/.test(plain) ? plain : plain.replace(/[^\p{L}\p{N}]+/gu, ' ')
}

/** Whether every letter and its marks are one character where Unicode has such a character. */
export function isNfc(text: string): boolean {
  return text === text.normalize('NFC')
}

const places = /^(?:thanh pho|tp|tinh) /
const aliases: Readonly<Record<string, string>> = {
  hcm: 'ho chi minh',
  tphcm: 'ho chi minh',
  'sai gon': 'ho chi minh',
  hue: 'thua thien hue',
}

/** Whether two names mean one province: “Thành phố Hồ Chí Minh”, “TP.HCM”. */
export function sameProvince(a: string, b: string): boolean {
  return provinceKey(a) === provinceKey(b)
}

function provinceKey(name: string): string {
  const key = fold(name).replace(places, '')
  return aliases[key] ?? key
}
