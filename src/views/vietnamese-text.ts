import type { Channel, Decision, Fee, IsoDate, LegalReference, OpeningHours } from '../catalog/model.js'
import { formatDong, parseMoney } from '../catalog/money.js'
import { partialReasonInForce } from '../catalog/service-level.js'

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

const handingIn: Readonly<Record<Channel, string>> = {
  counter: 'trực tiếp',
  online: 'trực tuyến',
  post: 'qua bưu chính',
}

/** “Trực tiếp, trực tuyến, qua bưu chính” */
export function channelsText(channels: readonly Channel[]): string | null {
  const text = channels.map(channel => handingIn[channel]).join(', ')
  return text === '' ? null : text[0]?.toUpperCase() + text.slice(1)
}

/** The case that a time or a fee holds for: “Nộp trực tuyến, hồ sơ phải xác minh”. */
export function caseText(channel: Channel | undefined, when: string | undefined): string | null {
  const parts = [channel === undefined ? undefined : `Nộp ${handingIn[channel]}`, when].filter(
    part => part !== undefined,
  )
  return parts.length === 0 ? null : parts.join(', ')
}

const weekdays: Readonly<Record<string, string>> = {
  mon: 'Thứ Hai',
  tue: 'Thứ Ba',
  wed: 'Thứ Tư',
  thu: 'Thứ Năm',
  fri: 'Thứ Sáu',
  sat: 'Thứ Bảy',
  sun: 'Chủ nhật',
}

/** One line for each run of equal days: “Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:00–17:00”. */
export function hoursLines(hours: readonly OpeningHours[]): string[] {
  const byDays = new Map<string, string[]>()
  for (const { days, from, to } of hours) byDays.set(days, [...(byDays.get(days) ?? []), `${from}–${to}`])
  return Array.from(byDays, ([days, times]) => `${daysText(days)}: ${times.join(', ')}`)
}

function daysText(days: string): string {
  return days
    .split('-')
    .map(day => weekdays[day] ?? day)
    .join(' đến ')
}

export interface LevelText {
  /** “Mức độ 4” */
  readonly name: string
  /** The decree whose scale this is: a bare “mức độ 4” means something else since NĐ 224/2026. */
  readonly scheme: string | null
  /** What it lets a citizen do. */
  readonly meaning: string | null
}

// Meanings: NĐ 43/2011/NĐ-CP Điều 3 khoản 4; NĐ 42/2022/NĐ-CP.
const levels: Readonly<Record<string, LevelText>> = {
  full: {
    name: 'Toàn trình',
    scheme: 'Nghị định 42/2022/NĐ-CP',
    meaning: 'Nộp hồ sơ, nộp phí và nhận kết quả trực tuyến hoặc qua bưu chính, không phải đến trụ sở.',
  },
  partial: {
    name: 'Một phần',
    scheme: 'Nghị định 42/2022/NĐ-CP',
    meaning: 'Làm được một số bước trên mạng; còn bước phải đến trụ sở.',
  },
  information: {
    name: 'Chỉ cung cấp thông tin',
    scheme: 'Nghị định 42/2022/NĐ-CP',
    meaning: 'Xem được hướng dẫn trên mạng; nộp hồ sơ trực tiếp hoặc qua bưu chính.',
  },
  none: {
    name: 'Không trực tuyến',
    scheme: null,
    meaning: 'Nộp hồ sơ và nhận kết quả tại trụ sở.',
  },
  'level-1': {
    name: 'Mức độ 1',
    scheme: 'Nghị định 43/2011/NĐ-CP',
    meaning: 'Xem được đầy đủ thông tin về thủ tục trên mạng.',
  },
  'level-2': {
    name: 'Mức độ 2',
    scheme: 'Nghị định 43/2011/NĐ-CP',
    meaning: 'Tải được mẫu đơn về điền; nộp hồ sơ trực tiếp hoặc qua bưu chính.',
  },
  'level-3': {
    name: 'Mức độ 3',
    scheme: 'Nghị định 43/2011/NĐ-CP',
    meaning: 'Điền và gửi hồ sơ qua mạng; nộp phí (nếu có) và nhận kết quả tại trụ sở.',
  },
  'level-4': {
    name: 'Mức độ 4',
    scheme: 'Nghị định 43/2011/NĐ-CP',
    meaning: 'Gửi hồ sơ và nộp phí (nếu có) qua mạng; nhận kết quả qua mạng, tại trụ sở hoặc qua bưu chính.',
  },
}

/**
 * A level in a list that is true as of `date`. A level that no decree knows (rule `service-level-unknown`) is shown as it
 * was written.
 */
export function levelText(value: string, date?: IsoDate): LevelText {
  const level = levels[value] ?? { name: value, scheme: null, meaning: null }
  if (date === undefined || date < partialReasonInForce || level.scheme !== 'Nghị định 42/2022/NĐ-CP') return level
  // NĐ 224/2026/NĐ-CP repeals NĐ 42/2022/NĐ-CP; its Điều 14 keeps toàn trình and một phần, and no more.
  return { ...level, scheme: value === 'information' ? null : 'Nghị định 224/2026/NĐ-CP' }
}
