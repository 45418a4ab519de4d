import { dayNames } from '../catalog/hours.js'
import type { Channel, Decision, Fee, IsoDate, LegalReference, OpeningHours } from '../catalog/model.js'
import { formatDong, parseMoney } from '../catalog/money.js'
import { partialReasonInForce } from '../catalog/service-level.js'
import type { Locale, Text } from '../locale.js'

/** 2022-07-01 → 01/07/2022. Anything else is shown as it was written. */
export function vietnameseDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  return year === undefined ? iso : `${day}/${month}/${year}`
}

/** “Quyết định số 1234/QĐ-UBND ngày 10/05/2022 của UBND tỉnh Bình Dương” */
export function decisionText({ number, date, issuer }: Decision): string {
  return [
    `Quyết định số ${number}`,
    date === undefined ? '' : ` ngày ${vietnameseDate(date)}`,
    issuer === undefined ? '' : ` của ${issuer}`,
  ].join('')
}

/** The number, and the day where there is one: the numbers of single decisions repeat every year. */
export function legalText({ number, date }: LegalReference): string {
  return date === undefined ? number : `${number} ngày ${vietnameseDate(date)}`
}

/** 8000 → “8.000 đồng/bản (phí)”. An amount that cannot be read for certain is shown as it was written. */
export function feeText({ amount, per, kind }: Fee): string {
  const money = parseMoney(amount)
  const text = money.kind === 'amount' ? formatDong(money.dong) : amount
  const unit = per ?? (money.kind === 'amount' ? money.per : undefined)
  return `${text}${unit === undefined ? '' : `/${unit}`}${kind === undefined ? '' : ` (${kind})`}`
}

const handingIn: Readonly<Record<Channel, Text>> = {
  counter: { vi: 'trực tiếp', en: 'in person' },
  online: { vi: 'trực tuyến', en: 'online' },
  post: { vi: 'qua bưu chính', en: 'by post' },
}

/** “Nộp trực tuyến” */
export function channelText(channel: Channel, locale: Locale = 'vi'): string {
  return locale === 'vi' ? `Nộp ${handingIn[channel].vi}` : capital(handingIn[channel].en)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** “Trực tiếp, trực tuyến, qua bưu chính” */
export function channelsText(channels: readonly Channel[], locale: Locale = 'vi'): string | null {
  const text = channels.map(channel => handingIn[channel][locale]).join(', ')
  return text === '' ? null : capital(text)
}

/** The case that a time or a fee holds for: “Nộp trực tuyến, hồ sơ phải xác minh”. */
export function caseText(channel: Channel | undefined, when: string | undefined, locale: Locale = 'vi'): string | null {
  const parts = [channel === undefined ? undefined : channelText(channel, locale), when].filter(
    part => part !== undefined,
  )
  return parts.length === 0 ? null : parts.join(', ')
}

/** One line for each run of equal days: “Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:00–17:00”. */
export function hoursLines(hours: readonly OpeningHours[], locale: Locale = 'vi'): string[] {
  const byDays = new Map<string, string[]>()
  for (const { days, from, to } of hours) byDays.set(days, [...(byDays.get(days) ?? []), `${from}–${to}`])
  return Array.from(byDays, ([days, times]) => `${daysText(days, locale)}: ${times.join(', ')}`)
}

function daysText(days: string, locale: Locale): string {
  return days
    .split('-')
    .map(day => (dayNames as Readonly<Record<string, Text>>)[day]?.[locale] ?? day)
    .join({ vi: ' đến ', en: ' to ' }[locale])
}

export interface LevelText {
  /** “Mức độ 4” */
  readonly name: string
  /** The decree whose scale this is: a bare “mức độ 4” means something else since NĐ 224/2026. */
  readonly scheme: string | null
  /** What it lets a citizen do. */
  readonly meaning: string | null
}

interface Level {
  readonly name: Text
  readonly scheme: string | null
  readonly meaning: Text
}

const decree42 = '42/2022/NĐ-CP'
const decree43 = '43/2011/NĐ-CP'

// Meanings: NĐ 43/2011/NĐ-CP Điều 3 khoản 4; NĐ 42/2022/NĐ-CP.
const levels: Readonly<Record<string, Level>> = {
  full: {
    name: { vi: 'Toàn trình', en: 'Fully online' },
    scheme: decree42,
    meaning: {
      vi: 'Nộp hồ sơ, nộp phí (nếu có) và nhận kết quả trực tuyến hoặc qua bưu chính, không phải đến trụ sở.',
      en: 'Apply, pay and receive the result online or by post, without a visit to the office.',
    },
  },
  partial: {
    name: { vi: 'Một phần', en: 'Partly online' },
    scheme: decree42,
    meaning: {
      vi: 'Làm được một số bước trên mạng; còn bước phải đến trụ sở.',
      en: 'Some steps are online; others need a visit to the office.',
    },
  },
  information: {
    name: { vi: 'Chỉ cung cấp thông tin', en: 'Information only' },
    scheme: decree42,
    meaning: {
      vi: 'Xem được hướng dẫn trên mạng; nộp hồ sơ trực tiếp hoặc qua bưu chính.',
      en: 'Guidance is online; dossiers are handed in in person or by post.',
    },
  },
  none: {
    name: { vi: 'Không trực tuyến', en: 'Not online' },
    scheme: null,
    meaning: { vi: 'Nộp hồ sơ và nhận kết quả tại trụ sở.', en: 'Apply and receive the result at the office.' },
  },
  'level-1': {
    name: { vi: 'Mức độ 1', en: 'Level 1' },
    scheme: decree43,
    meaning: {
      vi: 'Xem được đầy đủ thông tin về thủ tục trên mạng.',
      en: 'All information on the procedure is online.',
    },
  },
  'level-2': {
    name: { vi: 'Mức độ 2', en: 'Level 2' },
    scheme: decree43,
    meaning: {
      vi: 'Tải được mẫu đơn về điền; nộp hồ sơ trực tiếp hoặc qua bưu chính.',
      en: 'Forms can be downloaded; dossiers are handed in in person or by post.',
    },
  },
  'level-3': {
    name: { vi: 'Mức độ 3', en: 'Level 3' },
    scheme: decree43,
    meaning: {
      vi: 'Điền và gửi hồ sơ qua mạng; nộp phí (nếu có) và nhận kết quả tại trụ sở.',
      en: 'Apply online; pay (where there is a fee) and receive the result at the office.',
    },
  },
  'level-4': {
    name: { vi: 'Mức độ 4', en: 'Level 4' },
    scheme: decree43,
    meaning: {
      vi: 'Gửi hồ sơ và nộp phí (nếu có) qua mạng; nhận kết quả qua mạng, tại trụ sở hoặc qua bưu chính.',
      en: 'Apply and pay online; receive the result online, at the office or by post.',
    },
  },
}

/**
 * A level in a list that is true as of `date`. A level that no decree knows (rule `service-level-unknown`) is shown as it
 * was written.
 */
export function levelText(value: string, date?: IsoDate, locale: Locale = 'vi'): LevelText {
  const level = levels[value]
  if (level === undefined) return { name: value, scheme: null, meaning: null }
  const decree = decreeOf(value, level, date)
  return {
    name: level.name[locale],
    scheme: decree === null ? null : { vi: `Nghị định ${decree}`, en: `Decree ${decree}` }[locale],
    meaning: level.meaning[locale],
  }
}

function decreeOf(value: string, { scheme }: Level, date: IsoDate | undefined): string | null {
  if (date === undefined || date < partialReasonInForce || scheme !== decree42) return scheme
  // NĐ 224/2026/NĐ-CP repeals NĐ 42/2022/NĐ-CP; its Điều 14 keeps toàn trình and một phần, and no more.
  return value === 'information' ? null : '224/2026/NĐ-CP'
}
