import type { IsoDate, ServiceLevel } from './model.js'
import { serviceLevels } from './model.js'
import { fold } from './vietnamese.js'

/** Which decree a level belongs to. The two do not map onto each other. */
export type LevelScheme = 'nd43-2011' | 'nd42-2022'

/**
 * The day Decree 42/2022/NĐ-CP came in force: from then on, toàn trình and một phần instead of levels 1 to 4. Decree
 * 224/2026/NĐ-CP, which repeals it from 2026-07-01, keeps toàn trình and một phần (Điều 14).
 */
export const newSchemeInForce: IsoDate = '2022-08-15'

/** The day Decree 224/2026/NĐ-CP came in force: a service that is only partly online must say why (Điều 14). */
export const partialReasonInForce: IsoDate = '2026-07-01'

export function isServiceLevel(value: string): value is ServiceLevel {
  return (serviceLevels as readonly string[]).includes(value)
}

export function levelScheme(level: ServiceLevel): LevelScheme {
  return level.startsWith('level-') ? 'nd43-2011' : 'nd42-2022'
}

/** Is the dossier handed in online at this level? */
export function isOnlineLevel(level: ServiceLevel): boolean {
  return level === 'full' || level === 'partial' || level === 'level-3' || level === 'level-4'
}

/** Does this level promise that the fee can be paid online (NĐ 43/2011/NĐ-CP Điều 3 khoản 4; NĐ 42/2022/NĐ-CP)? */
export function isPaidOnline(level: ServiceLevel): boolean {
  return level === 'full' || level === 'level-4'
}

const namedLevels: ReadonlyMap<string, ServiceLevel> = new Map([
  ['toan trinh', 'full'],
  ['dich vu cong truc tuyen toan trinh', 'full'],
  ['dvc truc tuyen toan trinh', 'full'],
  ['dvctt toan trinh', 'full'],
  ['truc tuyen toan trinh', 'full'],
  ['full online', 'full'],
  ['mot phan', 'partial'],
  ['dich vu cong truc tuyen mot phan', 'partial'],
  ['dvc truc tuyen mot phan', 'partial'],
  ['dvctt mot phan', 'partial'],
  ['truc tuyen mot phan', 'partial'],
  ['partial online', 'partial'],
  ['thong tin', 'information'],
  ['cung cap thong tin', 'information'],
  ['chi cung cap thong tin', 'information'],
  ['cung cap thong tin truc tuyen', 'information'],
  ['dich vu cung cap thong tin truc tuyen', 'information'],
  ['information only', 'information'],
  ['info', 'information'],
  ['khong', 'none'],
  ['khong co', 'none'],
  ['khong truc tuyen', 'none'],
  ['truc tiep', 'none'],
])

/** The level that a text such as “Mức độ 4”, “toàn trình” or “level4” most likely means. Only to be asked about, never taken. */
export function likelyLevel(text: string): ServiceLevel | undefined {
  return namedLevel(text) ?? closest(fold(text))
}

/** The level that a text names in words of its own: “Mức độ 4”, “3”, “DVC trực tuyến toàn trình”. */
export function namedLevel(text: string): ServiceLevel | undefined {
  const plain = fold(text)
  if (isServiceLevel(plain)) return plain
  const [, digit] =
    /^(?:(?:dvc(?:tt)?|dich vu cong)(?: truc tuyen)? )?(?:muc(?: do)?|cap(?: do)?|level|lv)? ?0?([1-4])$/.exec(plain) ??
    []
  if (digit !== undefined) return `level-${digit}` as ServiceLevel
  return namedLevels.get(plain)
}

/** One slip of the fingers: “ful”, “partail”, “levle 4”. */
function closest(plain: string): ServiceLevel | undefined {
  const written = plain.replaceAll(' ', '-')
  const near = serviceLevels.filter(level => isOneSlip(written, level))
  return near.length === 1 ? near[0] : undefined
}

/** Is one letter too many, missing, wrong, or swapped with its neighbour? */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const inA = a.slice(start, a.length - end)
  const inB = b.slice(start, b.length - end)
  if (inA.length <= 1 && inB.length <= 1) return true
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]
}
