import { compareDurations, type Duration, formatDuration, readDuration, sumDurations } from '../catalog/duration.js'
import type { Procedure } from '../catalog/model.js'
import { promisedTimes } from '../catalog/written-times.js'
import type { Rule } from '../check/rule.js'

export const processingTimeStepsMismatch: Rule = {
  meta: {
    id: 'processing-time-steps-mismatch',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tổng thời gian các bước khác thời hạn giải quyết',
      en: 'The times of the steps do not add up to the processing time',
    },
    why: {
      vi: 'Các bước cộng lại dài hơn thì chắc chắn trễ hẹn với người dân; ngắn hơn thì quy trình nội bộ thiếu bước.',
      en: 'If the steps take longer, the promise to the citizen cannot be kept; if shorter, a step is missing.',
    },
    remedy: {
      vi: 'Sửa time của các bước hoặc processingTime theo quy trình nội bộ đã duyệt, cùng một đơn vị.',
      en: 'Correct the times of the steps, or processingTime, after the approved internal process, in one unit.',
    },
  },

  *check({ procedures }, { where }) {
    for (const procedure of procedures) {
      const [whole, another] = promisedTimes(procedure, where)
      // With several times one cannot tell which of them the steps belong to.
      if (whole === undefined || another !== undefined) continue
      const promised = readDuration(whole.text)
      const total = stepsTotal(procedure)
      if (promised === undefined || total === undefined || (compareDurations(total, promised) ?? 0) === 0) continue
      const sum = formatDuration(total)
      yield {
        at: whole.at,
        message: {
          vi: `${whole.name.vi} là “${whole.text}”, nhưng các bước cộng lại là “${sum}”`,
          en: `${whole.name.en} is “${whole.text}”, but its steps add up to “${sum}”`,
        },
        related: [
          { at: where(procedure, 'steps'), message: { vi: `Cộng lại là “${sum}”`, en: `These add up to “${sum}”` } },
        ],
      }
    }
  },
}

/** Nothing where a step has no time, or one that cannot be read. */
function stepsTotal({ steps = [] }: Procedure): Duration | undefined {
  const times: Duration[] = []
  for (const { time } of steps) {
    const duration = time === undefined ? undefined : readDuration(time)
    if (duration === undefined) return undefined
    times.push(duration)
  }
  return times.length === 0 ? undefined : sumDurations(times)
}
