import type { Text } from '../locale.js'
import { isSyllable } from './syllable.js'

export type MisreadEncoding = 'TCVN3' | 'VNI' | 'windows-1258' | 'UTF-8'

/** As a clerk knows them. */
export const encodingNames: Readonly<Record<MisreadEncoding, Text>> = {
  TCVN3: { vi: 'TCVN3 (ABC, phông .VnTime)', en: 'TCVN3 (ABC, fonts .VnTime)' },
  VNI: { vi: 'VNI (phông VNI-Times)', en: 'VNI (fonts VNI-Times)' },
  'windows-1258': { vi: 'Windows-1258', en: 'Windows-1258' },
  'UTF-8': { vi: 'UTF-8 nhưng bị đọc như Windows-1252', en: 'UTF-8, but read as Windows-1252' },
}

/** A text that was read with the wrong table of letters. */
export interface Misread {
  readonly encoding: MisreadEncoding
  /** What was meant, where it is certain. */
  readonly text?: string
}

/** windows-1252 from 0x80 on; the five bytes that it leaves open come through as they are. */
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map([...upper1252].map((sign, index) => [sign, 0x80 + index] as const))

/** A letter that windows-1252 lacks. */
const notWestern = new RegExp(`[^\\u0000-\\u00ff${upper1252.replace(/[\u0080-\u009f]/g, '')}]`)

/** A space that was a no-break space is lost for good, hence no way back. */
const utf8Traces = /á[º»][^\s]|Ä(?:\u0090|‘)|Æ[°¡]|Ã[\u00a0-\u00bf ][\p{L}]|â€/u

/**
 * Says in which encoding a text was written that is shown in windows-1252. Vietnamese needs letters that windows-1252
 * lacks, so a text with one of them was read rightly; of the others, only those speak whose words make no syllables as they
 * stand and do so in one of the old tables.
 */
export function misread(text: string): Misread | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most texts are done here
  if (/^[\u0000-\u007f]*$/.test(text) || notWestern.test(text)) return undefined
  const utf8 = fromUtf8(text)
  if (utf8 !== undefined) return { encoding: 'UTF-8', text: utf8 }
  if (utf8Traces.test(text)) return { encoding: 'UTF-8' }
  // Ð for Đ is a slip of its own.
  if (foreignWords(text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')).length === 0) return undefined
  const meant = tables.flatMap(({ encoding, decode }) => {
    const decoded = decode(text)
    return decoded !== text && foreignWords(decoded).length === 0 ? [{ encoding, text: decoded }] : []
  })
  const [first, ...others] = meant
  if (first === undefined) return undefined
  return others.length === 0 ? first : { encoding: first.encoding }
}

/** How many words of a text make no Vietnamese syllable: with the wrong table of letters, nearly all do not. */
export function countForeignWords(text: string): number {
  return foreignWords(text).length
}

/** A text that is shown in windows-1252, read with another table of letters. */
export function reread(text: string, encoding: Exclude<MisreadEncoding, 'UTF-8'>): string {
  return tables.find(table => table.encoding === encoding)?.decode(text) ?? text
}

/** Words with letters beyond ASCII, or signs among letters, that make no Vietnamese syllable. “NĐ” is an abbreviation. */
function foreignWords(text: string): readonly string[] {
  const words = text.match(/[^\s\u0020-\u0040[-`{-~“”‘’…–—]+/gu) ?? []
  return words.filter(word => /[^A-ZĐa-z]/.test(word.replace(/^[A-ZĐ]+$/, '')) && !isSyllable(word))
}

function fromUtf8(text: string): string | undefined {
  const bytes = Uint8Array.from([...text], sign => byteOf.get(sign) ?? sign.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

interface Table {
  readonly encoding: MisreadEncoding
  decode(text: string): string
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const meant = [...to]
  return new Map([...from].map((sign, index) => [sign, meant[index] ?? sign] as const))
}

const tcvn3 = pairs(
  '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ',
  'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
)

/** VNI writes most marks as a letter of their own behind the vowel. */
const vniMarks = new Map([
  ...vniRow('a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'),
  ...vniRow('e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'),
  ...vniRow('o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'),
  ...vniRow('ô', 'ùøûõï', 'ớờởỡợ'),
  ...vniRow('u', 'ùøûõï', 'úùủũụ'),
  ...vniRow('ö', 'ùøûõï', 'ứừửữự'),
  ...vniRow('y', 'ùøûõ', 'ýỳỷỹ'),
])
const vniLetters = pairs('ñÑôÔöÖæÆóÓòÒîÎ', 'đĐơƠưƯỉỈĩĨịỊỵỴ')

function vniRow(vowel: string, marks: string, letters: string): readonly (readonly [string, string])[] {
  const meant = [...letters]
  return [...marks].flatMap((mark, index) => {
    const letter = meant[index] ?? vowel
    return [
      [vowel + mark, letter],
      [(vowel + mark).toUpperCase(), letter.toUpperCase()],
      [vowel.toUpperCase() + mark, letter.toUpperCase()],
    ] as const
  })
}

const cp1258 = pairs('ÃÐÕÝãðõýþÌÒÞìò', 'ĂĐƠƯăđơư₫\u0300\u0309\u0303\u0301\u0323')

const tables: readonly Table[] = [
  {
    encoding: 'VNI',
    decode: text =>
      text.replace(
        /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/giu,
        sign => vniMarks.get(sign) ?? vniLetters.get(sign) ?? sign,
      ),
  },
  { encoding: 'TCVN3', decode: text => [...text].map(sign => tcvn3.get(sign) ?? sign).join('') },
  {
    encoding: 'windows-1258',
    decode: text =>
      [...text]
        .map(sign => cp1258.get(sign) ?? sign)
        .join('')
        .normalize('NFC'),
  },
]
