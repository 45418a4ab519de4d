import { excerpt } from '../catalog/excerpt.js'
import { misread } from '../catalog/misread.js'
import { rewriteFix } from '../catalog/rewrite.js'
import { unusualTexts } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

/** Signs that are seen as a space, and are none. */
const otherSpace = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
/** Signs without width: nothing is lost with them. */
const nothing = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
/** Control signs, lost letters (U+FFFD) and the signs of symbol fonts (U+F0B7): what they were is not known. */
const lost = /(?![\t\n\r])\p{Cc}|[\uE000-\uF8FF\uFFFD]/gu
const any = new RegExp([otherSpace, nothing, lost].map(({ source }) => source).join('|'), 'u')

const names: Readonly<Record<string, Text>> = {
  '\t': { vi: 'dấu Tab', en: 'a tab' },
  '\u00a0': { vi: 'dấu cách không ngắt', en: 'a no-break space' },
  '\u00ad': { vi: 'gạch nối ẩn', en: 'a soft hyphen' },
  '\u200b': { vi: 'dấu cách không độ rộng', en: 'a zero-width space' },
  '\ufeff': { vi: 'dấu BOM', en: 'a byte order mark' },
  '\ufffd': { vi: 'chữ đã bị mất', en: 'a lost letter' },
}

export const textInvisible: Rule = {
  meta: {
    id: 'text-invisible',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Ký tự ẩn trong nội dung',
      en: 'Invisible signs in a text',
    },
    why: {
      vi: 'Ký tự ẩn thường dính theo khi chép từ Word, PDF, trang web: tìm kiếm và so khớp trượt, liên kết hỏng, dòng xuống sai chỗ khi in.',
      en: 'They come along when text is copied from Word, PDF or the web: searches and comparisons fail, links break, lines break in the wrong place.',
    },
    remedy: {
      vi: 'Xóa ký tự ẩn; chỗ cần dấu cách thì gõ dấu cách thường.',
      en: 'Delete the sign; where a space belongs, type an ordinary one.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, key, item, text } of unusualTexts(catalog)) {
      const index = text.search(any)
      // A whole text in an old encoding is told as such.
      if (index === -1 || misread(text) !== undefined) continue
      const at = where(record, key, item)
      const sign = text.charAt(index)
      const shown = excerpt(visible(text), index)
      const name = nameOf(sign)
      const expected = expectation(sign)
      yield {
        at,
        message: {
          vi: `Giá trị “${shown}” của khóa “${key}” có ${name.vi} ở chỗ “¦”, ${expected.vi}`,
          en: `The value “${shown}” of the key “${key}” has ${name.en} where “¦” stands, ${expected.en}`,
        },
        ...(text.search(lost) === -1 &&
          rewriteFix(at, cleaned(text), { vi: 'Bỏ ký tự ẩn', en: 'Remove the invisible signs' })),
      }
    }
  },
}

function expectation(sign: string): Text {
  if (sign.search(lost) === 0) return { vi: 'cần gõ lại chỗ này', en: 'expected this place typed anew' }
  if (sign.search(otherSpace) === 0) return { vi: 'cần dấu cách thường', en: 'expected an ordinary space' }
  return { vi: 'cần xóa đi', en: 'expected nothing there' }
}

function visible(text: string): string {
  return text.replace(otherSpace, '¦').replace(nothing, '¦').replace(lost, '¦')
}

function cleaned(text: string): string {
  return text.replace(otherSpace, ' ').replace(nothing, '')
}

function nameOf(sign: string): Text {
  const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = names[sign] ?? { vi: 'ký tự ẩn', en: 'an invisible sign' }
  return { vi: `${name.vi} (${code})`, en: `${name.en} (${code})` }
}
