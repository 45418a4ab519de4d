import { isLegalNumber, type LegalNumber, parseLegalNumber } from '../catalog/legal.js'
import type { Text } from '../locale.js'

const kinds: Readonly<Record<string, Text>> = {
  NĐ: { vi: 'Nghị định', en: 'Decree' },
  NQ: { vi: 'Nghị quyết', en: 'Resolution' },
  QĐ: { vi: 'Quyết định', en: 'Decision' },
  TT: { vi: 'Thông tư', en: 'Circular' },
  CT: { vi: 'Chỉ thị', en: 'Directive' },
  KH: { vi: 'Kế hoạch', en: 'Plan' },
  TB: { vi: 'Thông báo', en: 'Notice' },
  HD: { vi: 'Hướng dẫn', en: 'Guidance' },
  KL: { vi: 'Kết luận', en: 'Conclusion' },
}

const issuers: Readonly<Record<string, Text>> = {
  CP: { vi: 'Chính phủ', en: 'the Government' },
  TTg: { vi: 'Thủ tướng Chính phủ', en: 'the Prime Minister' },
  CTN: { vi: 'Chủ tịch nước', en: 'the President' },
  HĐND: { vi: 'Hội đồng nhân dân', en: 'a People’s Council' },
  UBND: { vi: 'Ủy ban nhân dân', en: 'a People’s Committee' },
  BTP: { vi: 'Bộ Tư pháp', en: 'the Ministry of Justice' },
  BTC: { vi: 'Bộ Tài chính', en: 'the Ministry of Finance' },
  BCA: { vi: 'Bộ Công an', en: 'the Ministry of Public Security' },
  BQP: { vi: 'Bộ Quốc phòng', en: 'the Ministry of Defence' },
  BNV: { vi: 'Bộ Nội vụ', en: 'the Ministry of Home Affairs' },
  BYT: { vi: 'Bộ Y tế', en: 'the Ministry of Health' },
  BXD: { vi: 'Bộ Xây dựng', en: 'the Ministry of Construction' },
  BCT: { vi: 'Bộ Công Thương', en: 'the Ministry of Industry and Trade' },
  BGDĐT: { vi: 'Bộ Giáo dục và Đào tạo', en: 'the Ministry of Education and Training' },
  BVHTTDL: { vi: 'Bộ Văn hóa, Thể thao và Du lịch', en: 'the Ministry of Culture, Sports and Tourism' },
  BKHCN: { vi: 'Bộ Khoa học và Công nghệ', en: 'the Ministry of Science and Technology' },
  BNG: { vi: 'Bộ Ngoại giao', en: 'the Ministry of Foreign Affairs' },
  BNNMT: { vi: 'Bộ Nông nghiệp và Môi trường', en: 'the Ministry of Agriculture and Environment' },
  BLĐTBXH: { vi: 'Bộ Lao động - Thương binh và Xã hội', en: 'the Ministry of Labour, Invalids and Social Affairs' },
  BTNMT: { vi: 'Bộ Tài nguyên và Môi trường', en: 'the Ministry of Natural Resources and Environment' },
  BNNPTNT: {
    vi: 'Bộ Nông nghiệp và Phát triển nông thôn',
    en: 'the Ministry of Agriculture and Rural Development',
  },
  BGTVT: { vi: 'Bộ Giao thông vận tải', en: 'the Ministry of Transport' },
  BKHĐT: { vi: 'Bộ Kế hoạch và Đầu tư', en: 'the Ministry of Planning and Investment' },
  BTTTT: { vi: 'Bộ Thông tin và Truyền thông', en: 'the Ministry of Information and Communications' },
  TTCP: { vi: 'Thanh tra Chính phủ', en: 'the Government Inspectorate' },
  VPCP: { vi: 'Văn phòng Chính phủ', en: 'the Office of the Government' },
  NHNN: { vi: 'Ngân hàng Nhà nước', en: 'the State Bank' },
  BDTTG: { vi: 'Bộ Dân tộc và Tôn giáo', en: 'the Ministry of Ethnic Affairs and Religion' },
  VPQH: { vi: 'Văn phòng Quốc hội', en: 'the Office of the National Assembly' },
}

/** What a document number tells whoever does not read such numbers every day. */
export function legalMeaning(text: string): Text {
  const read = parseLegalNumber(text)
  if (isLegalNumber(read)) return meaning(read)
  if (read.repair !== undefined)
    return sentence(meaningOf(read.repair), `nên viết ${read.repair}`, `write ${read.repair}`)
  return {
    vi: 'Không đúng cách viết số, ký hiệu văn bản; cần viết như 60/2014/QH13 hoặc 371/QĐ-UBND',
    en: 'Not a document number as the law writes it, such as 60/2014/QH13 or 371/QĐ-UBND',
  }
}

function meaningOf(number: string): Text {
  const read = parseLegalNumber(number)
  return isLegalNumber(read) ? meaning(read) : { vi: number, en: number }
}

function meaning({ kind, number, year }: LegalNumber): Text {
  const [type, body] = signOf(number)
  const of = {
    vi: `${kinds[type]?.vi ?? 'Văn bản'}${body === undefined ? '' : ` của ${issuers[body]?.vi ?? body}`}`,
    en: `${kinds[type]?.en ?? 'A document'}${body === undefined ? '' : ` of ${issuers[body]?.en ?? body}`}`,
  }
  const when = { vi: `năm ${year}`, en: String(year) }
  switch (kind) {
    case 'law':
      return number.includes('UBTVQH')
        ? sentence(
            {
              vi: 'Pháp lệnh hoặc nghị quyết của Ủy ban Thường vụ Quốc hội',
              en: 'Ordinance or resolution of the Standing Committee of the National Assembly',
            },
            when.vi,
            when.en,
          )
        : sentence(
            {
              vi: 'Luật, bộ luật hoặc nghị quyết của Quốc hội',
              en: 'Law, code or resolution of the National Assembly',
            },
            when.vi,
            when.en,
          )
    case 'normative':
      return sentence(of, when.vi, when.en)
    case 'joint':
      return sentence({ vi: 'Văn bản liên tịch', en: 'Joint document' }, when.vi, when.en)
    case 'consolidated':
      return sentence(
        { vi: 'Văn bản hợp nhất', en: 'Consolidated text' },
        'cần ghi kèm ngày',
        'its date must stand beside it',
      )
    case 'individual':
      return sentence(
        of,
        'số này được đánh lại mỗi năm nên phải ghi kèm ngày ký',
        'it is numbered anew each year, so the date must stand beside it',
      )
  }
}

function sentence(head: Text, vi: string, en: string): Text {
  return { vi: `${head.vi}, ${vi}`, en: `${head.en}, ${en}` }
}

/** “NĐ” and “CP” of 123/2015/NĐ-CP; “NQ” and “TW” of 19-NQ/TW. */
function signOf(number: string): readonly [string, string | undefined] {
  const [, dashedType = '', dashedBody] = /^\d+-(\p{L}+)\/(\p{L}+)/u.exec(number) ?? []
  if (dashedType !== '') return [dashedType, dashedBody]
  const [, type = '', body] = /\/(\p{L}+)-(\p{L}+)/u.exec(number) ?? []
  return kinds[type] === undefined ? ['', undefined] : [type, body]
}
