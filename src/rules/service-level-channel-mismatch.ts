import { isOnlineLevel, isServiceLevel } from '../catalog/service-level.js'
import type { Rule } from '../check/rule.js'

export const serviceLevelChannelMismatch: Rule = {
  meta: {
    id: 'service-level-channel-mismatch',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Mức độ trực tuyến và cách thức thực hiện trái nhau',
      en: 'The service level and the channels contradict each other',
    },
    why: {
      vi: 'Một chỗ nói nộp được qua mạng, chỗ khác nói không; người dân không biết tin chỗ nào.',
      en: 'One place says that it can be handed in online, another that it cannot; citizens do not know which to believe.',
    },
    remedy: {
      vi: 'Nếu nộp được qua mạng: thêm online vào channels. Nếu không: sửa serviceLevel (information hoặc none; trước 15/8/2022 là level-1 hoặc level-2) và bỏ online khỏi channels.',
      en: 'If it can be handed in online, add online to channels. If not, correct serviceLevel (information or none; level-1 or level-2 before 2022-08-15) and take online out of channels.',
    },
    basis: [{ document: '43/2011/NĐ-CP', article: 'Điều 3 khoản 4' }, { document: '42/2022/NĐ-CP' }],
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const { code, serviceLevel, channels } = procedure
      if (serviceLevel === undefined || !isServiceLevel(serviceLevel) || channels === undefined) continue
      const online = channels.indexOf('online')
      if (isOnlineLevel(serviceLevel) === online >= 0) continue
      const related = [
        {
          at: where(procedure, 'serviceLevel'),
          message: { vi: `Mức độ là “${serviceLevel}”`, en: `The level is “${serviceLevel}”` },
        },
      ]
      if (online >= 0) {
        yield {
          at: where(procedure, 'channels', online),
          message: {
            vi: `Cách thức của thủ tục ${code} có “online”, trong khi mức “${serviceLevel}” không nộp được qua mạng`,
            en: `The channels of procedure ${code} name “online”, but at level “${serviceLevel}” nothing is handed in online`,
          },
          related,
        }
      } else {
        yield {
          at: where(procedure, 'channels'),
          message: {
            vi: `Cách thức của thủ tục ${code} là “${channels.join(', ')}”, mức “${serviceLevel}” cần có online`,
            en: `The channels of procedure ${code} are “${channels.join(', ')}”, level “${serviceLevel}” expects online among them`,
          },
          related,
        }
      }
    }
  },
}
