import { scalar } from '../catalog/edit.js'
import { isBlockText } from '../catalog/rewrite.js'
import { unusualTexts } from '../catalog/texts.js'
import { isNfc } from '../catalog/vietnamese.js'
import type { Rule } from '../check/rule.js'
import type { Location } from '../source.js'

export const textNotNfc: Rule = {
  meta: {
    id: 'text-not-nfc',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Chữ có dấu viết bằng mã tổ hợp', en: 'Letters and their marks are separate characters' },
    why: {
      vi: 'Chữ nhìn giống nhau nhưng máy coi là khác: tìm kiếm không ra, bảng tính so không khớp, dấu bị lệch khi in.',
      en: 'The text looks right but machines take it for another: searches and spreadsheets miss it, and marks slip in print.',
    },
    remedy: {
      vi: 'Chuyển sang Unicode dựng sẵn (NFC); đặt bộ gõ ở bảng mã Unicode, không phải Unicode tổ hợp.',
      en: 'Compose the text (NFC); set the keyboard program to “Unicode”, not to “Unicode tổ hợp”.',
    },
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { record, key, item, text } of unusualTexts(catalog)) {
      if (isNfc(text)) continue
      const at = where(record, key, item)
      const composed = text.normalize('NFC')
      const shown = composed.length > 80 ? `${composed.slice(0, 79)}…` : composed
      yield {
        at,
        message: {
          vi: `Giá trị “${shown}” của khóa “${key}” viết bằng mã tổ hợp, cần Unicode dựng sẵn (NFC)`,
          en: `The value “${shown}” of the key “${key}” is decomposed, expected composed Unicode (NFC)`,
        },
        fix: {
          title: { vi: 'Chuyển sang Unicode dựng sẵn', en: 'Compose the letters' },
          edits: [{ at, text: composedSource(at, composed) }],
        },
      }
    }
  },
}

/** The source as it is laid out, composed; only escapes (\u0301) need the value written anew. */
function composedSource(at: Location, composed: string): string {
  const { source, start, end } = at
  const written = source.text.slice(start, end)
  if (isNfc(written)) return scalar(composed)
  // Beside the head of a block text a comment may stand, which is nobody’s business.
  const head = isBlockText(at) ? written.search(/\r?\n/) : 0
  return written.slice(0, head) + written.slice(head).normalize('NFC')
}
