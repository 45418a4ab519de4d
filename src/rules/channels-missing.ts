import { proceduresLacking } from '../catalog/completeness.js'
import type { Rule } from '../check/rule.js'

export const channelsMissing: Rule = {
  meta: {
    id: 'channels-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục chưa ghi cách thức thực hiện',
      en: 'A procedure does not say how it is handed in',
    },
    why: {
      vi: 'Người dân không biết nộp tại quầy, qua mạng hay qua bưu chính, nên phải đi hỏi thêm một lần.',
      en: 'Citizens do not know whether to use the counter, the network or the post, and come once more just to ask.',
    },
    remedy: {
      vi: 'Thêm channels: một hoặc nhiều trong counter (tại quầy), online (trực tuyến), post (bưu chính công ích). Chỉ xét khi publication.profile là full.',
      en: 'Add channels: one or more of counter, online, post. Asked for only where publication.profile is full.',
    },
    basis: [
      { document: '63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm c' },
      { document: '92/2017/NĐ-CP', article: 'Điều 1' },
    ],
  },

  *check(catalog, { where }) {
    for (const procedure of proceduresLacking(catalog, 'channels')) {
      yield {
        at: where(procedure),
        message: {
          vi: `Thủ tục ${procedure.code} chưa ghi cách thức thực hiện, cần khóa channels`,
          en: `Procedure ${procedure.code} does not say how it is handed in, expected the key channels`,
        },
      }
    }
  },
}
