import { printable } from './printable.js'

/** Text for XML 1.0, within an element or in double quotes: line ends are kept, other control signs become visible. */
export function xmlText(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Halves of surrogate pairs and two code points that XML has no place for. */
const notXml = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
