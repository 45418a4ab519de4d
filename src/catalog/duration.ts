/** From long to short: the order in which a sum is written. Working time and calendar time are never merged. */
export const durationUnits = ['year', 'month', 'week', 'day', 'working-day', 'hour', 'working-hour', 'minute'] as const
export type DurationUnit = (typeof durationUnits)[number]

/** A number without rounding, in lowest terms: 1/2, 5/1. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

/** One summand: “15 ngày làm việc”. */
export interface DurationPart {
  readonly amount: Fraction
  readonly unit: DurationUnit
}

/** thời hạn giải quyết, understood. */
export type Duration =
  /** “giải quyết ngay” */
  | { readonly kind: 'immediate'; readonly afterThree?: true }
  /**
   * “trong ngày”. `afterThree`: what comes in after 15:00 may wait for the next working day (Luật Hộ tịch Điều 5 khoản
   * 3; NĐ 23/2015/NĐ-CP Điều 7).
   */
  | { readonly kind: 'same-day'; readonly afterThree?: true }
  /** Each unit at most once, in the order of `durationUnits`. `from`: what it counts from, where that is not the receipt. */
  | { readonly kind: 'span'; readonly parts: readonly DurationPart[]; readonly from?: string }
  /** “Không quy định”: the law sets no time, and the list says so. */
  | { readonly kind: 'not-set' }

export type DurationProblem =
  /** A bare number: whether days or working days were meant is lost. */
  | { readonly kind: 'unit-missing'; readonly amount: string }
  | { readonly kind: 'unparsed'; readonly reason: UnparsedReason }

export type UnparsedReason =
  | 'empty'
  /** “Không có thông tin”: what portals print where nobody filled the field in. */
  | 'no-information'
  /** Several times in one text: they belong into a list, one per case. */
  | 'several'
  /** “1.000”: a thousand or one? “5/10”: a half, or five and ten? */
  | 'ambiguous-number'
  | 'too-long'
  | 'unknown'

/** Longer texts are prose. The limit also bounds the work of the patterns below. */
const longest = 300

const units: ReadonlyMap<string, DurationUnit> = new Map([
  ['năm', 'year'],
  ['tháng', 'month'],
  ['tuần', 'week'],
  ['ngày', 'day'],
  ['ngày làm việc', 'working-day'],
  ['giờ', 'hour'],
  ['giờ đồng hồ', 'hour'],
  ['giờ làm việc', 'working-hour'],
  ['giờ hành chính', 'working-hour'],
  ['phút', 'minute'],
])

const unitNames: Readonly<Record<DurationUnit, string>> = {
  year: 'năm',
  month: 'tháng',
  week: 'tuần',
  day: 'ngày',
  'working-day': 'ngày làm việc',
  hour: 'giờ',
  'working-hour': 'giờ làm việc',
  minute: 'phút',
}

/** Official papers repeat a small number in words: “05 (năm) ngày làm việc”. */
const numberWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

const number = String.raw`(?:\d{1,4} ?/ ?\d{1,2}|\d{1,6}(?:[.,]\d{1,4})?|nửa)`
const unit = '(?:ngày làm việc|ngày|giờ làm việc|giờ hành chính|giờ đồng hồ|giờ|tháng|tuần|phút|năm)'
const part = String.raw`${number}(?: ?\([\p{L} ]{2,12}\))? ?${unit}(?![\p{L}\p{M}])`

const bound =
  /^(?:thời hạn(?: giải quyết)?(?: là)? ?:? ?|trong thời hạn |trong thời gian |trong vòng |trong (?=[\dn])|không quá |không vượt quá |tối đa(?: là)? ?:? ?|chậm nhất(?: là)? ?:? ?)/iu
const immediate =
  /^(?:giải quyết ngay|trả kết quả ngay|ngay lập tức|ngay)(?: (?:sau )?khi (?:tiếp )?nhận (?:được )?(?:đủ |đầy đủ )?(?:hồ sơ|yêu cầu)(?: đầy đủ)?(?:,? (?:và )?hợp lệ)?)?$/iu
const sameDay =
  /^(?:(?:giải quyết|trả kết quả|giải quyết và trả kết quả) )?(?:ngay )?trong ngày(?: làm việc)?(?: (?:tiếp )?nhận(?: được)?(?: đủ)? (?:hồ sơ|yêu cầu)(?: hợp lệ)?)?$/iu
const afterThree =
  /(?: ?[;,.(]|(?= hoặc )) ?[^;\d]{0,80}sau 15 ?(?:giờ(?: ?00)?|h(?:00)?|:00)(?: [^;\d]{0,80})?(?:ngày làm việc (?:tiếp theo|kế tiếp)|ngày tiếp theo)[^;\d)]{0,20}\)?$/iu
const afterThreeInverted =
  /,? hoặc (?:trả kết quả )?(?:trong |vào )?ngày làm việc (?:tiếp theo|kế tiếp),? (?:nếu|khi) [^;\d]{0,40}sau 15 ?(?:giờ|h(?:00)?|:00)$/iu
const receipt =
  /^(?:cơ quan [\p{L} ]{1,40} )?(?:tiếp )?nhận (?:được )?(?:đủ |đầy đủ )?(?:hồ sơ|đơn|yêu cầu|văn bản)(?: đầy đủ| đủ)?(?:,? ?(?:và )?\(?hợp lệ\)?)?(?: theo quy định)?$/iu
const start = /^,? ?(?:(?:kể |tính |)từ|kể từ sau|sau) (ngày|khi|thời điểm|lúc) (.+)$/iu
const sum = new RegExp(String.raw`^(${part})((?:(?: và | ?\+ ?| )${part}){0,4})(.*)$`, 'iu')
const eachPart = new RegExp(String.raw`(${number})(?: ?\(([\p{L} ]{2,12})\))? ?(${unit})(?![\p{L}\p{M}])`, 'giu')
const anyPart = new RegExp(String.raw`\d ?${unit}(?![\p{L}\p{M}])`, 'giu')
const bare = new RegExp(`^${number}$`, 'u')

/** As nearly every list writes it. Spares the patterns above, which take a quarter of a check to compile. */
const usual = /^0?([1-9]\d{0,2}) (ngày làm việc|ngày|tháng|giờ)$/
const usualAtOnce: ReadonlyMap<string, Duration> = new Map([
  ['ngay', { kind: 'immediate' }],
  ['trong ngày', { kind: 'same-day' }],
  ['ngay trong ngày', { kind: 'same-day' }],
])

/**
 * Reads a processing time as an office writes it. Tolerant of leading zeros, capitals, decomposed letters, spaces,
 * “không quá”, “kể từ ngày nhận đủ hồ sơ hợp lệ”; never guesses. Any text is fine; it does not throw.
 */
export function parseDuration(text: string): Duration | DurationProblem {
  return usualDuration(text) ?? parseAnyDuration(text)
}

function usualDuration(text: string): Duration | undefined {
  const [, amount, name = ''] = usual.exec(text) ?? []
  const unit = units.get(name)
  if (amount === undefined || unit === undefined) return usualAtOnce.get(text)
  return { kind: 'span', parts: [{ amount: { numerator: Number(amount), denominator: 1 }, unit }] }
}

/** Any writing; exported so that a test can hold the short way against it. */
export function parseAnyDuration(text: string): Duration | DurationProblem {
  if (text.length > longest) return { kind: 'unparsed', reason: 'too-long' }
  const clean = spacesAndMarks(text)
  if (clean === '') return { kind: 'unparsed', reason: 'empty' }
  if (/^(?:không|chưa) có thông tin$/iu.test(clean)) return { kind: 'unparsed', reason: 'no-information' }
  if (/^không quy định(?: thời hạn(?: giải quyết)?)?$/iu.test(clean)) return { kind: 'not-set' }
  return atOnce(clean) ?? span(withoutBounds(clean))
}

/** The duration, or nothing where the text is not one. */
export function readDuration(text: string): Duration | undefined {
  const read = parseDuration(text)
  return isDuration(read) ? read : undefined
}

export function isDuration(read: Duration | DurationProblem): read is Duration {
  return read.kind !== 'unparsed' && read.kind !== 'unit-missing'
}

function spacesAndMarks(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim()
      // Not behind a digit: “1½” is not “11/2”.
      .replace(/(?<!\d ?)½/g, '1/2')
      .replace(/[ .;,]+$/, '')
  )
}

function withoutBounds(clean: string): string {
  let rest = clean
  for (let round = 0; round < 3; round++) rest = rest.replace(bound, '')
  return rest
}

function atOnce(clean: string): Duration | undefined {
  const head = clean.replace(afterThreeInverted, '').replace(afterThree, '')
  const flag = head === clean ? {} : ({ afterThree: true } as const)
  if (immediate.test(head)) return { kind: 'immediate', ...flag }
  if (sameDay.test(head)) return { kind: 'same-day', ...flag }
  return undefined
}

function span(text: string): Duration | DurationProblem {
  if (bare.test(text)) return { kind: 'unit-missing', amount: text }
  const [, first, more = '', tail = ''] = sum.exec(text) ?? []
  if (first === undefined) return { kind: 'unparsed', reason: whyUnknown(text) }
  const parts = summands(first + more)
  if ('reason' in parts) return { kind: 'unparsed', reason: parts.reason }
  if (tail === '') return { kind: 'span', parts }
  const [, moment = '', event = ''] = start.exec(tail) ?? []
  if (event === '') return { kind: 'unparsed', reason: whyUnknown(text) }
  if (receipt.test(event)) return { kind: 'span', parts }
  // A figure or a second clause behind the start is one more time, or a condition: not ours to drop.
  if (/[\d.,;:()]/.test(event)) return { kind: 'unparsed', reason: whyUnknown(text) }
  return { kind: 'span', parts, from: `${moment.toLowerCase()} ${event}` }
}

function whyUnknown(text: string): UnparsedReason {
  return (text.match(anyPart)?.length ?? 0) > 1 ? 'several' : 'unknown'
}

function summands(text: string): readonly DurationPart[] | { readonly reason: UnparsedReason } {
  const found = new Map<DurationUnit, Fraction>()
  for (const [, amountText = '', words, unitText = ''] of text.matchAll(eachPart)) {
    const amount = parseAmount(amountText.toLowerCase())
    if (amount === undefined) return { reason: 'ambiguous-number' }
    if (words !== undefined && !saysAmount(words, amount)) return { reason: 'unknown' }
    const name = units.get(unitText.toLowerCase())
    if (name === undefined) return { reason: 'unknown' }
    // “2 ngày và 3 ngày” is not a sum but two cases.
    if (found.has(name)) return { reason: 'several' }
    found.set(name, amount)
  }
  return inOrder(found)
}

function inOrder(amounts: ReadonlyMap<DurationUnit, Fraction>): readonly DurationPart[] {
  return durationUnits.flatMap(unit => {
    const amount = amounts.get(unit)
    return amount === undefined ? [] : [{ amount, unit }]
  })
}

function saysAmount(words: string, { numerator, denominator }: Fraction): boolean {
  return denominator === 1 && numberWords[numerator] === words.trim().toLowerCase()
}

/** How days, months and years are divided. “5/10 ngày” and “3/5 ngày” are more likely two times than a fraction. */
const divisions = [2, 3, 4, 6, 8, 12, 24]

function parseAmount(text: string): Fraction | undefined {
  if (text === 'nửa') return { numerator: 1, denominator: 2 }
  const [over, under] = text.split('/').map(Number)
  if (over !== undefined && under !== undefined) {
    const reduced = fraction(over, under)
    return divisions.includes(under) && reduced.denominator === under ? reduced : undefined
  }
  const [whole = '', decimals = ''] = text.split(/[.,]/)
  // “1.000” and “1,000” can be a thousand as well as one; “0,125” cannot.
  if (decimals.length === 3 && Number(whole) !== 0) return undefined
  return fraction(Number(whole + decimals), 10 ** decimals.length)
}

export function fraction(numerator: number, denominator: number): Fraction {
  const divisor = commonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

/** The one way we write it: “5 ngày làm việc”, “2,5 ngày”, “1/3 ngày”, “2 tháng và 15 ngày làm việc”. */
export function formatDuration(duration: Duration): string {
  switch (duration.kind) {
    case 'not-set':
      return 'không quy định'
    case 'immediate':
    case 'same-day': {
      const head = duration.kind === 'immediate' ? 'ngay' : 'trong ngày'
      return duration.afterThree ? `${head}; sau 15 giờ thì ngày làm việc tiếp theo` : head
    }
    case 'span': {
      const parts = duration.parts.map(({ amount, unit }) => `${formatAmount(amount)} ${unitNames[unit]}`)
      return parts.join(' và ') + (duration.from === undefined ? '' : ` kể từ ${duration.from}`)
    }
  }
}

function formatAmount({ numerator, denominator }: Fraction): string {
  const decimal = String(numerator / denominator)
  if (!/^\d+(?:\.\d{1,4})?$/.test(decimal)) return `${numerator}/${denominator}`
  // Three decimals behind a whole would read as thousands.
  return (/^[1-9]\d*\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal).replace('.', ',')
}

/**
 * Less than 0, 0 or more than 0 where the order is certain, whatever the day of receipt; otherwise nothing.
 *
 * - Same units: by amount. A week is 7 days, a year 12 months, 8 working hours a working day (40-hour week of five days,
 *   QĐ 188/1999/QĐ-TTg); an hour has 60 minutes.
 * - N working days are more than M days where N ≥ M: never earlier, and later as soon as a weekend lies between.
 * - All else by the shortest and the longest that each can last: “60 ngày” is more than “5 ngày làm việc”, but
 *   “5 ngày” and “3 ngày làm việc” depend on the day of the week. Hours may mean clock hours or working hours: both count.
 * - Times that count from different events are not comparable, nor is “không quy định” with anything else.
 */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  if (a.kind === 'not-set' || b.kind === 'not-set') return a.kind === b.kind ? 0 : undefined
  if (formatDuration(a) === formatDuration(b)) return 0
  if (a.kind === 'span' && b.kind === 'span') {
    if (a.from !== b.from) return undefined
    const order = byUnits(measure(a), measure(b))
    if (order !== undefined) return order
  }
  if (a.kind !== 'span' && b.kind !== 'span') return atOnceOrder(a, b)
  const [aLeast, aMost] = bounds(a)
  const [bLeast, bMost] = bounds(b)
  if (aLeast > bMost) return 1
  if (bLeast > aMost) return -1
  return undefined
}

/** “ngay” before “trong ngày”; the leave to wait after 15:00 makes either longer. */
function atOnceOrder(a: AtOnce, b: AtOnce): number | undefined {
  const kinds = Number(a.kind === 'same-day') - Number(b.kind === 'same-day')
  const leave = Number(a.afterThree ?? false) - Number(b.afterThree ?? false)
  return kinds * leave < 0 ? undefined : Math.sign(kinds + leave)
}

/** Amounts by the four clocks that cannot be turned into each other. */
interface Measure {
  readonly months: number
  readonly days: number
  readonly workingDays: number
  readonly minutes: number
}

type Span = Extract<Duration, { readonly kind: 'span' }>
type AtOnce = Extract<Duration, { readonly kind: 'immediate' | 'same-day' }>

const measures: Readonly<Record<DurationUnit, readonly [keyof Measure, number]>> = {
  year: ['months', 12],
  month: ['months', 1],
  week: ['days', 7],
  day: ['days', 1],
  'working-day': ['workingDays', 1],
  hour: ['minutes', 60],
  'working-hour': ['workingDays', 1 / 8],
  minute: ['minutes', 1],
}

function measure({ parts }: Span): Measure {
  const result = { months: 0, days: 0, workingDays: 0, minutes: 0 }
  for (const { amount, unit } of parts) {
    const [clock, factor] = measures[unit]
    result[clock] += (amount.numerator * factor) / amount.denominator
  }
  return result
}

function byUnits(a: Measure, b: Measure): number | undefined {
  const differences = [a.months - b.months, a.days - b.days, a.workingDays - b.workingDays, a.minutes - b.minutes].map(
    // 1/3 + 2/3 of a day must be one day.
    difference => Math.round(difference * 1e6),
  )
  if (differences.every(difference => difference === 0)) return 0
  if (differences.every(difference => difference >= 0)) return 1
  if (differences.every(difference => difference <= 0)) return -1
  return workingAgainstCalendar(a, b) ?? negated(workingAgainstCalendar(b, a))
}

/** 1 where `a` counts working days, `b` only as many calendar days or fewer. */
function workingAgainstCalendar(a: Measure, b: Measure): 1 | undefined {
  const comparable = b.months === 0 && b.minutes === 0 && b.workingDays === 0 && a.workingDays >= 1
  return comparable && a.workingDays + a.days >= b.days ? 1 : undefined
}

function negated(order: 1 | undefined): -1 | undefined {
  return order === undefined ? undefined : -1
}

const day = 24 * 60

/** The least and the most minutes on the calendar that a time can last, counted from its receipt. */
function bounds(duration: Span | AtOnce): readonly [number, number] {
  if (duration.kind === 'span') {
    const { months, days, workingDays, minutes } = measure(duration)
    const years = Math.floor(months / 12)
    const least = (365 * years + 28 * (months - 12 * years) + days + leastDays(workingDays)) * day + minutes
    const clock = minutes === 0 ? 0 : Math.max(minutes, mostDays(minutes / 60 / 8) * day)
    return [least, (366 * years + 31 * (months - 12 * years) + days + mostDays(workingDays)) * day + clock]
  }
  const most = duration.kind === 'immediate' ? 0 : day - 1
  return [0, duration.afterThree ? mostDays(1) * day : most]
}

/** Every sixth working day lies behind a weekend. Less than a day may be a few hours. */
function leastDays(workingDays: number): number {
  if (workingDays < 1) return workingDays / 3
  return Math.floor(workingDays) + 2 * Math.floor((Math.floor(workingDays) - 1) / 5)
}

/** A year has 12 public holidays (Bộ luật Lao động Điều 112, NQ 28/2026/QH16); four more leave room for swapped days. */
function mostDays(workingDays: number): number {
  if (workingDays === 0) return 0
  const whole = Math.ceil(workingDays)
  return whole + 2 * Math.ceil(whole / 5) + 16 * Math.ceil(whole / 230)
}

/** The least days on the calendar that it can last: what is longer than a year is so in any year. */
export function leastCalendarDays(duration: Duration): number {
  return duration.kind === 'not-set' ? 0 : bounds(duration)[0] / day
}

/** Is it nothing at all, such as “0 ngày”? */
export function isZero(duration: Duration): boolean {
  return duration.kind === 'span' && duration.parts.every(({ amount }) => amount.numerator === 0)
}

/**
 * One time after another. Units are added, not converted. Nothing where that cannot be said: two “trong ngày” may or may
 * not be one day, and times with a start of their own do not follow each other.
 */
export function sumDurations(durations: readonly Duration[]): Duration | undefined {
  const lasting = durations.filter(duration => duration.kind !== 'immediate' || duration.afterThree)
  const [only] = lasting
  if (only === undefined) return { kind: 'immediate' }
  if (lasting.length === 1) return only
  const amounts = new Map<DurationUnit, Fraction>()
  for (const duration of lasting) {
    if (duration.kind !== 'span' || duration.from !== undefined) return undefined
    for (const { amount, unit } of duration.parts) {
      const before = amounts.get(unit)
      amounts.set(unit, before === undefined ? amount : plus(before, amount))
    }
  }
  return { kind: 'span', parts: inOrder(amounts) }
}
