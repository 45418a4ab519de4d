import { webLinks } from '../catalog/web-links.js'
import type { LinkAnswer, Unreachable } from '../check/link-answer.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const linkUnreachable: Rule = {
  meta: {
    id: 'link-unreachable',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Máy chủ của liên kết không trả lời được (chỉ khi chạy check --links)',
      en: 'The server of a link does not answer (only with check --links)',
    },
    why: {
      vi: 'Có thể chỉ là sự cố tạm thời; nếu kéo dài thì người dân không vào được trang, hoặc bị trình duyệt cảnh báo không an toàn.',
      en: 'It may be a passing trouble; if it lasts, citizens cannot open the page, or their browser warns them of it.',
    },
    remedy: {
      vi: 'Chạy lại sau; nếu vẫn vậy thì mở trang trong trình duyệt và báo cho đơn vị quản lý cổng.',
      en: 'Run it again later; if it stays so, open the page in a browser and tell whoever runs the portal.',
    },
  },

  *check(catalog, { where, links }) {
    if (links === undefined) return
    for (const { url, at, of } of webLinks(catalog, where)) {
      const answer = links.get(url)
      if (answer?.kind !== 'unreachable') continue
      const reason = reasons[answer.reason](answer)
      yield {
        at,
        message: {
          vi: `Liên kết ${of.vi} là “${url}”, ${reason.vi}`,
          en: `The link ${of.en} is “${url}”, ${reason.en}`,
        },
      }
    }
  },
}

type Fault = Extract<LinkAnswer, { readonly kind: 'unreachable' }>

const reasons: Readonly<Record<Unreachable, (fault: Fault) => Text>> = {
  timeout: () => ({
    vi: 'nhưng máy chủ không trả lời trong 10 giây',
    en: 'but the server did not answer within 10 seconds',
  }),
  status: ({ detail }) => ({
    vi: `nhưng máy chủ đang báo lỗi (${detail})`,
    en: `but the server is in trouble (${detail})`,
  }),
  certificate: ({ detail }) => ({
    vi: `nhưng chứng thư bảo mật của máy chủ không hợp lệ (${detail})`,
    en: `but the security certificate of the server is not valid (${detail})`,
  }),
  connection: ({ detail }) => ({
    vi: `nhưng không kết nối được với máy chủ (${detail})`,
    en: `but there was no connection to the server (${detail})`,
  }),
}
