import { webLinks } from '../catalog/web-links.js'
import type { LinkAnswer } from '../check/link-answer.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const linkBroken: Rule = {
  meta: {
    id: 'link-broken',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Liên kết không dẫn đến trang nào (chỉ khi chạy check --links)',
      en: 'A link leads to no page (only with check --links)',
    },
    why: {
      vi: 'Người dân bấm vào hoặc quét mã QR thì gặp trang báo lỗi và không nộp được hồ sơ, không tải được mẫu đơn.',
      en: 'Citizens who click it or scan its QR code meet an error and can neither hand in a dossier nor fetch a form.',
    },
    remedy: {
      vi: 'Mở lại trang trong trình duyệt, chép địa chỉ đúng vào danh mục; trang không còn nữa thì bỏ liên kết.',
      en: 'Find the page in a browser and copy its address into the catalog; take the link out where the page is gone.',
    },
  },

  *check(catalog, { where, links }) {
    if (links === undefined) return
    for (const { url, at, of } of webLinks(catalog, where)) {
      const answer = links.get(url)
      const fault = answer === undefined ? undefined : faultOf(answer)
      if (fault === undefined) continue
      yield {
        at,
        message: {
          vi: `Liên kết ${of.vi} là “${url}”, ${fault.vi}`,
          en: `The link ${of.en} is “${url}”, ${fault.en}`,
        },
      }
    }
  },
}

function faultOf(answer: LinkAnswer): Text | undefined {
  switch (answer.kind) {
    case 'missing':
      return {
        vi: `nhưng máy chủ trả lời là không có trang này (${answer.status})`,
        en: `but the server says that there is no such page (${answer.status})`,
      }
    case 'no-host':
      return { vi: `nhưng không có tên miền “${answer.host}”`, en: `but there is no host “${answer.host}”` }
    case 'private':
      return {
        vi: `nhưng “${answer.host}” là địa chỉ trong mạng nội bộ (${answer.address}), người dân không vào được`,
        en: `but “${answer.host}” is an address of a private network (${answer.address}), which citizens cannot reach`,
      }
    case 'loop':
      return { vi: 'nhưng trang này chuyển hướng mãi không dừng', en: 'but it redirects without an end' }
    default:
      return undefined
  }
}
