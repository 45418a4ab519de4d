import { webLinks } from '../catalog/web-links.js'
import type { Rule } from '../check/rule.js'

export const linkMoved: Rule = {
  meta: {
    id: 'link-moved',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Trang đã chuyển hẳn sang địa chỉ khác (chỉ khi chạy check --links)',
      en: 'A page has moved for good (only with check --links)',
    },
    why: {
      vi: 'Địa chỉ cũ chỉ còn dẫn đường một thời gian; khi cổng tắt chuyển hướng, mã QR đã in trên bảng sẽ hỏng.',
      en: 'The old address leads on for a while only; once the portal stops that, the QR codes on printed boards are dead.',
    },
    remedy: {
      vi: 'Mở địa chỉ mới để xem có đúng trang cần không, rồi ghi địa chỉ đó vào danh mục.',
      en: 'Open the new address to see that it is the right page, then write it into the catalog.',
    },
  },

  *check(catalog, { where, links }) {
    if (links === undefined) return
    for (const { url, at, of } of webLinks(catalog, where)) {
      const answer = links.get(url)
      if (answer?.kind !== 'moved') continue
      yield {
        at,
        message: {
          vi: `Liên kết ${of.vi} là “${url}”, trang đã chuyển hẳn sang “${answer.to}”`,
          en: `The link ${of.en} is “${url}”, which has moved for good to “${answer.to}”`,
        },
      }
    }
  },
}
