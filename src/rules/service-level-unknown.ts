import { serviceLevels } from '../catalog/model.js'
import { isServiceLevel, likelyLevel } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

export const serviceLevelUnknown: Rule = {
  meta: {
    id: 'service-level-unknown',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Mức độ dịch vụ công trực tuyến không có trong quy định',
      en: 'An online service level is not one that the decrees know',
    },
    why: {
      vi: 'Mức độ lạ thì không lọc, không đếm được, và người dân không hiểu mình làm được gì qua mạng.',
      en: 'A level that nobody defined can be neither filtered nor counted, and tells citizens nothing of what can be done online.',
    },
    remedy: {
      vi: `Viết một trong tám giá trị: ${serviceLevels.join(', ')}. Không tự đổi “mức độ 4” thành “toàn trình”: hai nghị định định nghĩa khác nhau.`,
      en: `Write one of eight values: ${serviceLevels.join(', ')}. Do not turn “mức độ 4” into “toàn trình” unasked: two decrees define them differently.`,
    },
    basis: [{ document: '43/2011/NĐ-CP', article: 'Điều 3 khoản 4' }, { document: '42/2022/NĐ-CP' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, serviceLevel } = procedure
      if (serviceLevel === undefined || isServiceLevel(serviceLevel)) continue
      const likely = likelyLevel(serviceLevel)
      yield {
        at: where(procedure, 'serviceLevel'),
        message: {
          vi: `Mức độ của thủ tục ${code} là “${serviceLevel}”, ${likely === undefined ? `cần một trong: ${serviceLevels.join(', ')}` : `có phải là “${likely}”?`}`,
          en: `The service level of procedure ${code} is “${serviceLevel}”, ${likely === undefined ? `expected one of: ${serviceLevels.join(', ')}` : `did you mean “${likely}”?`}`,
        },
      }
    }
  },
}
