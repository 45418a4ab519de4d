import { isOnlineLevel, isServiceLevel } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

export const onlineUrlMissing: Rule = {
  meta: {
    id: 'online-url-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Thủ tục nộp được qua mạng nhưng không có liên kết nộp hồ sơ',
      en: 'An online procedure has no address to hand in at',
    },
    why: {
      vi: 'Người dân biết là nộp được qua mạng nhưng không biết nộp ở đâu, tự tìm dễ lạc vào trang giả mạo.',
      en: 'Citizens are told that it can be done online but not where; searching on their own they may land on a fake site.',
    },
    remedy: {
      vi: 'Thêm khóa onlineUrl: địa chỉ trang nộp hồ sơ của chính thủ tục này trên Cổng Dịch vụ công, bắt đầu bằng https://.',
      en: 'Add onlineUrl: the page of the public service portal where this very procedure is handed in, starting with https://.',
    },
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, serviceLevel, onlineUrl } = procedure
      if (onlineUrl !== undefined || serviceLevel === undefined) continue
      if (!isServiceLevel(serviceLevel) || !isOnlineLevel(serviceLevel)) continue
      yield {
        at: where(procedure, 'serviceLevel'),
        message: {
          vi: `Thủ tục ${code} ở mức “${serviceLevel}” nhưng chưa có liên kết nộp trực tuyến, cần khóa onlineUrl`,
          en: `Procedure ${code} is at level “${serviceLevel}” but has no online address, expected the key onlineUrl`,
        },
      }
    }
  },
}
