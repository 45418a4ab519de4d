import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const onlineUrlMalformed: Rule = {
  meta: {
    id: 'online-url-malformed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Liên kết nộp hồ sơ trực tuyến không dùng được',
      en: 'The address for handing in online does not work',
    },
    why: {
      vi: 'Người dân bấm vào hoặc quét mã QR thì không mở được trang, hoặc gửi giấy tờ cá nhân qua đường truyền không mã hóa.',
      en: 'Citizens who click it or scan its QR code reach nothing, or send personal papers over a line that is not encrypted.',
    },
    remedy: {
      vi: 'Chép nguyên địa chỉ từ thanh địa chỉ của trình duyệt, bắt đầu bằng https://.',
      en: 'Copy the whole address from the browser’s address bar; it starts with https://.',
    },
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, onlineUrl } = procedure
      if (onlineUrl === undefined) continue
      const expected = expectation(onlineUrl)
      if (expected === undefined) continue
      yield {
        at: where(procedure, 'onlineUrl'),
        message: {
          vi: `Liên kết nộp trực tuyến của thủ tục ${code} là “${onlineUrl}”, ${expected.vi}`,
          en: `The online address of procedure ${code} is “${onlineUrl}”, ${expected.en}`,
        },
      }
    }
  },
}

function expectation(address: string): Text | undefined {
  if (/\s/.test(address)) {
    return { vi: 'cần một địa chỉ duy nhất, không có khoảng trắng', en: 'expected a single address without spaces' }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase()
  if (scheme === undefined || !URL.canParse(address)) {
    return { vi: 'cần địa chỉ đầy đủ bắt đầu bằng https://', en: 'expected a whole address starting with https://' }
  }
  const { hostname, username } = new URL(address)
  if (!hostname.includes('.') || username !== '') {
    return { vi: 'cần tên miền của một cổng dịch vụ công', en: 'expected the domain of a public service portal' }
  }
  if (scheme === 'https') return undefined
  return { vi: `cần https:// thay cho ${scheme}://`, en: `expected https:// instead of ${scheme}://` }
}
