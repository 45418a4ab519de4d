import { textsOf } from '../catalog/texts.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const personalDataExposed: Rule = {
  meta: {
    id: 'personal-data-exposed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Số định danh hoặc ngày sinh nằm trong nội dung công khai',
      en: 'An identity number or a birth date stands in a published text',
    },
    why: {
      vi: 'Số định danh và ngày sinh của một người bị in ra trang và bảng niêm yết; kẻ xấu dùng để vay tiền, lừa đảo.',
      en: 'Somebody’s identity number or birth date is printed on page and board, where it serves loans and fraud in that name.',
    },
    remedy: {
      vi: 'Xóa khỏi danh mục; công khai thủ tục chỉ cần họ tên, chức danh và liên hệ cơ quan.',
      en: 'Delete it; name, job title and office contact are all that publication needs.',
    },
    basis: [{ document: '91/2025/QH15' }, { document: '13/2023/NĐ-CP', article: 'Điều 2, Điều 3' }],
  },

  *check({ agency, publication, officers, fields, procedures }, { where }) {
    const records = [agency, publication, ...officers, ...fields, ...procedures]
    const people = new Set<object>(officers)
    for (const whole of records) {
      if (whole === undefined) continue
      for (const { record, key, item, text } of textsOf(whole)) {
        const found = identityNumber(text) ?? (people.has(whole) ? birthDate(text) : undefined)
        if (found === undefined) continue
        yield {
          at: where(record, key, item),
          // The value itself stays out: a report is read by more people than the catalog.
          message: {
            vi: `Giá trị của khóa “${key}” có ${found.vi}, cần bỏ khỏi nội dung công khai`,
            en: `The value of the key “${key}” holds ${found.en}, expected no such thing in what is published`,
          },
        }
      }
    }
  },
}

const identity =
  /(?:CCCD|CMND|CMTND|căn cước|chứng minh (?:nhân dân|thư)|(?:số|mã) định danh|định danh cá nhân)[^\d\n]{0,30}(\d(?:[ .]?\d){8,11})(?!\d)/giu

const nineDigits = /\d(?:[ .]?\d){8}/

/** thẻ căn cước: 12 digits; chứng minh nhân dân: 9 digits. */
function identityNumber(text: string): Text | undefined {
  // Few texts hold nine digits in a row; the rest need no closer look.
  if (!nineDigits.test(text)) return undefined
  for (const [, number = ''] of text.normalize('NFC').matchAll(identity)) {
    const { length } = number.replace(/\D/g, '')
    if (length === 12) return { vi: 'số định danh 12 chữ số', en: 'an identity number of 12 digits' }
    if (length === 9) return { vi: 'số chứng minh nhân dân 9 chữ số', en: 'an identity number of 9 digits' }
  }
  return undefined
}

const birth = /(?:ngày sinh|năm sinh|sinh (?:ngày|năm)|(?<![\p{L}])(?:SN|NS))[\s:.]{0,3}\d/iu

function birthDate(text: string): Text | undefined {
  return birth.test(text.normalize('NFC')) ? { vi: 'ngày hoặc năm sinh', en: 'a birth date' } : undefined
}
