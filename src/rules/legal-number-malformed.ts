import { excerpt } from '../catalog/excerpt.js'
import { isLegalNumber, type LegalFault, type LegalProblem, parseLegalNumber } from '../catalog/legal.js'
import { rewriteFix } from '../catalog/rewrite.js'
import { writtenNumbers } from '../catalog/written-numbers.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

const shape = {
  vi: 'cần số, ký hiệu như 60/2014/QH13, 123/2015/NĐ-CP hoặc 371/QĐ-UBND',
  en: 'expected a number such as 60/2014/QH13, 123/2015/NĐ-CP or 371/QĐ-UBND',
}

const expectations: Readonly<Record<LegalFault, Text>> = {
  style: shape,
  prefix: shape,
  unknown: shape,
  'text-around': shape,
  several: {
    vi: 'gồm nhiều văn bản; cần mỗi văn bản một mục',
    en: 'which is several documents; expected one item each',
  },
  'prefix-contradicts': {
    vi: 'loại văn bản không khớp với ký hiệu; cần xem lại bản gốc',
    en: 'whose kind and number disagree; expected what the original says',
  },
  name: {
    vi: 'là tên; cần số, ký hiệu của văn bản, tên ghi ở title',
    en: 'which is a name; expected the number, the name goes under title',
  },
  'serial-only': {
    vi: 'chỉ có số thứ tự; cần cả năm và ký hiệu, như 104/2024/TT-BQP',
    en: 'which is a serial only; expected year and issuer too, as in 104/2024/TT-BQP',
  },
  'body-missing': {
    vi: 'thiếu ký hiệu loại văn bản và cơ quan ban hành, như NĐ-CP, TT-BTP',
    en: 'without kind and issuer, such as NĐ-CP or TT-BTP',
  },
  'issuer-missing': {
    vi: 'thiếu cơ quan ban hành ở cuối, như TT-BTP',
    en: 'without the issuer at its end, as in TT-BTP',
  },
  'issuer-unknown': {
    vi: 'cơ quan ban hành bị cụt hoặc sai; nghị định là NĐ-CP, thông tư liên tịch có ít nhất hai cơ quan',
    en: 'with an issuer that is cut off or wrong; a decree is NĐ-CP, a joint circular has two issuers or more',
  },
  'serial-missing': {
    vi: 'thiếu số ở đầu, như 123/QĐ-BCA',
    en: 'without a number at its beginning, as in 123/QĐ-BCA',
  },
  year: { vi: 'năm ban hành phải có bốn chữ số', en: 'whose year must have four digits' },
}

export const legalNumberMalformed: Rule = {
  meta: {
    id: 'legal-number-malformed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Số, ký hiệu văn bản viết sai',
      en: 'The number of a legal document is malformed',
    },
    why: {
      vi: 'Số sai thì không tra được văn bản, không nối được đến cơ sở dữ liệu pháp luật, và khi văn bản thay đổi thì thủ tục bị bỏ sót.',
      en: 'A wrong number finds no document and links to none, and the procedure is overlooked when that document changes.',
    },
    remedy: {
      vi: 'Chỉ ghi số, ký hiệu, không ghi “Nghị định số”: 123/2015/NĐ-CP. Đ là chữ Việt (không phải D hay Ð), không có dấu cách.',
      en: 'Write the number alone, without “Nghị định số”: 123/2015/NĐ-CP. Đ is the Vietnamese letter (neither D nor Ð), and there are no spaces.',
    },
    basis: [{ document: '30/2020/NĐ-CP', article: 'Phụ lục I' }, { document: '64/2025/QH15' }],
    fixable: true,
  },

  *check(catalog, { where }) {
    for (const { text, record, key, name } of writtenNumbers(catalog)) {
      const read = parseLegalNumber(text)
      if (isLegalNumber(read)) continue
      const at = where(record, key)
      const expected = expectation(read, key)
      const { repair } = read
      yield {
        at,
        message: {
          vi: `${name.vi} là “${excerpt(text)}”, ${expected.vi}`,
          en: `${name.en} is “${excerpt(text)}”, ${expected.en}`,
        },
        ...(repair !== undefined && rewriteFix(at, repair, { vi: `Viết thành ${repair}`, en: `Write ${repair}` })),
      }
    }
  },
}

function expectation({ fault, repair, inside }: LegalProblem, key: 'number' | 'basis'): Text {
  if (repair !== undefined) return { vi: `cần “${repair}”`, en: `expected “${repair}”` }
  if (inside === undefined) return expectations[fault]
  const number = { vi: `cần chỉ ghi “${inside}”`, en: `expected “${inside}” alone` }
  if (key === 'basis') return number
  return {
    vi: `${number.vi}; tên văn bản ghi ở title, ngày ký ở date`,
    en: `${number.en}; the name of the document goes under title, its date under date`,
  }
}
