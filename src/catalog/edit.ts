/** What YAML 1.1 or 1.2 readers take for a boolean or for nothing. */
const otherTypes = /^(?:true|false|yes|no|on|off|y|n|null)$/i
/** A letter first: no number, date, time or code begins with one. What is quoted in flow lists is quoted everywhere. */
const plain = /^\p{L}[\p{L}\p{M}\p{N} ()/.+–—“”‘’…%;=_@:#-]*$/u
/** JSON leaves these as they are; YAML takes them for line ends or forbids them. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** YAML source for a text value: plain where every reader takes it for that text, else in double quotes. */
export function scalar(text: string): string {
  if (isPlain(text)) return text
  return JSON.stringify(text).replace(
    unprintable,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function isPlain(text: string): boolean {
  if (!plain.test(text) || otherTypes.test(text)) return false
  // “: ” begins a value, “ #” a comment.
  return !/:(?:\s|$)| #|\s$/.test(text) && text === text.normalize('NFC')
}
