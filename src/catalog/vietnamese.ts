/**
 * A text as it is compared and searched: without marks (so hòa and hoà are equal), đ as d, lower case, and with one
 * space in place of any punctuation.
 */
export function fold(text: string): string {
  const plain = unmarked(text)
  // A pattern over all of Unicode takes longer to compile than all of a catalog to fold.
  return plain.replace(beyondAscii.test(plain) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g, ' ').trim()
}

const beyondAscii = /[^\0-\x7f]/

/** Lower case without marks, đ as d. Line breaks stay, so that many texts can be done at once. */
export function unmarked(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      // đ has no decomposition; ð (U+00F0) is its look-alike.
      .replace(/[đð]/g, 'd')
  )
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
