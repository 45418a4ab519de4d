import { readDuration } from '../catalog/duration.js'
import { isoDuration } from '../catalog/iso-duration.js'
import type { Channel, Fee, Procedure } from '../catalog/model.js'
import { parseMoney } from '../catalog/money.js'
import { timeViews } from './procedure.js'
import { caseText, feeText } from './vietnamese-text.js'

/** How long it takes, for data that other programs read. */
export interface TimeValue {
  /** “trong ngày; 1 ngày làm việc (tiếp nhận sau 15 giờ)” */
  readonly words: string | null
  /** ISO 8601, where one time holds for all cases and ISO 8601 can say it exactly. */
  readonly iso: string | null
}

/** The time of a procedure, or of one way to hand its dossier in. */
export function timeValue(written: Procedure['processingTime'], channel?: Channel): TimeValue {
  const all = typeof written === 'string' ? [{ time: written }] : (written ?? [])
  const meant = all.filter(time => channel === undefined || (time.channel ?? channel) === channel)
  const words = timeViews(meant).map(({ text, when }) => (when === null ? text : `${text} (${when})`))
  const [only, more] = meant
  const general = only !== undefined && more === undefined && only.when === undefined
  const holds = general && (only.channel === undefined || only.channel === channel)
  const duration = holds ? readDuration(only.time) : undefined
  return {
    words: words.length === 0 ? null : words.join('; '),
    iso: (duration === undefined ? undefined : isoDuration(duration)) ?? null,
  }
}

/** What a fee comes to, for data that other programs read. */
export interface FeeValue {
  /** “8.000 đồng/bản (phí): Nộp trực tiếp” */
  readonly words: string
  readonly amount: number | null
  readonly currency: 'VND' | 'USD' | null
}

/** An amount that cannot be read for certain is told in words alone. */
export function feeValue(fee: Fee): FeeValue {
  const when = caseText(fee.channel, fee.when)
  const words = when === null ? feeText(fee) : `${feeText(fee)}: ${when}`
  const money = parseMoney(fee.amount)
  if (money.kind === 'amount') return { words, amount: money.dong, currency: 'VND' }
  if (money.kind === 'foreign') return { words, amount: money.amount, currency: money.currency }
  if (money.kind === 'free') return { words, amount: 0, currency: 'VND' }
  return { words, amount: null, currency: null }
}

/** All fees; that there are none, and that all are exempt, is said in words and comes to nothing. */
export function feeValues(fees: Procedure['fees']): readonly FeeValue[] {
  if (fees === undefined) return []
  if (fees === 'none') return [{ words: 'Không thu phí, lệ phí', amount: 0, currency: 'VND' }]
  if (fees === 'exempt') return [{ words: 'Được miễn phí, lệ phí', amount: 0, currency: 'VND' }]
  return fees.map(feeValue)
}
