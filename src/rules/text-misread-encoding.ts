import { excerpt } from '../catalog/excerpt.js'
import { encodingNames, misread } from '../catalog/misread.js'
import { rewriteFix } from '../catalog/rewrite.js'
import { distinctTexts } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'

export const textMisreadEncoding: Rule = {
  meta: {
    id: 'text-misread-encoding',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Chữ bị sai bảng mã',
      en: 'A text is in the wrong encoding',
    },
    why: {
      vi: 'Người dân chỉ thấy những ký tự lạ như “Thñ tôc hµnh chÝnh”, không đọc được và không tìm được.',
      en: 'Citizens see signs such as “Thñ tôc hµnh chÝnh”, which nobody can read or find.',
    },
    remedy: {
      vi: 'Chuyển sang Unicode bằng công cụ chuyển mã của bộ gõ (Unikey: Ctrl+Shift+F6), rồi chép lại.',
      en: 'Convert it to Unicode, e.g. with the converter of Unikey (Ctrl+Shift+F6), and paste it again.',
    },
    basis: [{ document: '30/2020/NĐ-CP', article: 'Phụ lục I' }],
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const [text, places] of distinctTexts(catalog)) {
      const found = misread(text)
      if (found === undefined) continue
      const { encoding, text: meant } = found
      const origin = encodingNames[encoding]
      for (const { record, key, item } of places) {
        const at = where(record, key, item)
        yield {
          at,
          message: {
            vi: `Giá trị “${excerpt(text)}” của khóa “${key}” viết bằng bảng mã ${origin.vi}, cần Unicode${meant === undefined ? '' : `: “${excerpt(meant)}”`}`,
            en: `The value “${excerpt(text)}” of the key “${key}” is in ${origin.en}, expected Unicode${meant === undefined ? '' : `: “${excerpt(meant)}”`}`,
          },
          ...(meant !== undefined &&
            rewriteFix(at, meant, { vi: `Viết thành “${excerpt(meant)}”`, en: `Write “${excerpt(meant)}”` })),
        }
      }
    }
  },
}
