import type { Channel, Fee, Procedure } from '../catalog/model.js'
import { channels } from '../catalog/model.js'
import { parseMoney } from '../catalog/money.js'
import type { Locale, Text } from '../locale.js'
import { channelText, feeText } from './vietnamese-text.js'

/** What a procedure costs, as a table by channel. */
export interface FeeTableView {
  /** `silent`: the catalog does not say. `none`: there is no fee. `exempt`: nobody has to pay it. */
  readonly kind: 'silent' | 'none' | 'exempt' | 'rates'
  /** In a few words: “Không thu phí, lệ phí”, “8.000 đồng/bản (phí)”. */
  readonly summary: string
  /** Whether nobody pays anything. */
  readonly free: boolean
  /** Whether any rate is for one case only, so that the table needs that column. */
  readonly byCase: boolean
  readonly rows: readonly FeeRowView[]
}

export interface FeeRowView {
  readonly channel: string
  readonly when: string | null
  readonly amount: string
  readonly basis: string | null
}

const sayings = {
  silent: { vi: 'Chưa công bố', en: 'Not published' },
  none: { vi: 'Không thu phí, lệ phí', en: 'No fee' },
  exempt: { vi: 'Được miễn phí, lệ phí', en: 'Exempt from fees' },
} as const satisfies Record<string, Text>

const anyChannel: Text = { vi: 'Mọi cách nộp', en: 'Any channel' }

export function feeTableView(fees: Procedure['fees'], locale: Locale): FeeTableView {
  if (fees === undefined || fees === 'none' || fees === 'exempt') {
    const kind = fees ?? 'silent'
    return { kind, summary: sayings[kind][locale], free: kind !== 'silent', byCase: false, rows: [] }
  }
  const sorted = [...fees].sort((a, b) => order(a.channel) - order(b.channel))
  return {
    kind: 'rates',
    summary: summary(fees, locale),
    free: fees.length > 0 && fees.every(isZero),
    byCase: fees.some(({ when }) => when !== undefined),
    rows: sorted.map(fee => ({
      channel: fee.channel === undefined ? anyChannel[locale] : channelText(fee.channel, locale),
      when: fee.when ?? null,
      amount: feeText(fee),
      basis: fee.basis ?? null,
    })),
  }
}

/** What holds for every channel comes first. */
function order(channel: Channel | undefined): number {
  return channel === undefined ? -1 : channels.indexOf(channel)
}

function isZero({ amount }: Fee): boolean {
  const money = parseMoney(amount)
  return money.kind === 'amount' && money.dong === 0
}

function summary(fees: readonly Fee[], locale: Locale): string {
  const [first] = fees
  if (first === undefined) return sayings.silent[locale]
  const depends = { vi: 'tùy trường hợp', en: 'depending on the case' }[locale]
  const certain = fees.length === 1 && first.when === undefined && first.channel === undefined
  // Amounts are the catalog's own words; within an English sentence they would be half a sentence in each language.
  if (locale === 'en') return certain ? 'Charged' : `Charged, ${depends}`
  if (fees.length > 1) return `Có thu, ${depends}`
  return certain ? feeText(first) : `${feeText(first)}, ${depends}`
}
