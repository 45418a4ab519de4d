import type { Text } from '../locale.js'
import type { Location } from '../source.js'
import type { Procedure } from './model.js'

/** One time as it stands in the catalog. */
export interface WrittenTime {
  readonly text: string
  readonly at: Location
  /** Which time it is, to begin a sentence with. */
  readonly name: Text
}

type Where = <R extends object>(record: R, key?: keyof R & string) => Location

/** The times that a procedure promises, one for each case. */
export function promisedTimes(procedure: Procedure, where: Where): readonly WrittenTime[] {
  const { processingTime, code } = procedure
  const name = { vi: `Thời hạn giải quyết của thủ tục ${code}`, en: `The processing time of procedure ${code}` }
  if (processingTime === undefined) return []
  if (typeof processingTime === 'string')
    return [{ text: processingTime, at: where(procedure, 'processingTime'), name }]
  return processingTime.map(byCase => ({ text: byCase.time, at: where(byCase, 'time'), name }))
}

/** All times that stand in the record of a procedure. */
export function writtenTimes(procedure: Procedure, where: Where): readonly WrittenTime[] {
  const { statutoryTime, steps = [], code } = procedure
  const times = [...promisedTimes(procedure, where)]
  if (statutoryTime !== undefined) {
    const name = { vi: `Thời hạn theo quy định của thủ tục ${code}`, en: `The statutory time of procedure ${code}` }
    times.push({ text: statutoryTime, at: where(procedure, 'statutoryTime'), name })
  }
  for (const step of steps) {
    if (step.time === undefined) continue
    const name = {
      vi: `Thời gian của bước “${step.title}”, thủ tục ${code},`,
      en: `The time of step “${step.title}” of procedure ${code}`,
    }
    times.push({ text: step.time, at: where(step, 'time'), name })
  }
  return times
}
