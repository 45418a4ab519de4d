import type { IsoDate } from './model.js'

/** A document that another one put out of force. */
export interface Repeal {
  readonly number: string
  /** The first day on which it is no longer in force. */
  readonly since: IsoDate
  /** What came in its place. */
  readonly by: string
}

/**
 * Documents that wards still cite. Only what was found in a source is listed, and never a document of which a part stays in
 * force (45/2020/NĐ-CP). To extend: one line, and its source here.
 *
 * Sources. 61/2018 and 107/2021: 118/2025/NĐ-CP, in force 01/07/2025. 42/2022: 224/2026/NĐ-CP Điều 90 (Pháp điển, vanban.chinhphu.vn
 * docid 218633). 13/2023: 356/2025/NĐ-CP, in force 01/01/2026. 43/2011: 42/2022/NĐ-CP, in force 15/08/2022. 120/2016: 362/2025/NĐ-CP, in
 * force 01/01/2026. 60/2014/QH13: 03/2026/QH16, in force 01/03/2027.
 */
const repeals: readonly Repeal[] = [
  { number: '43/2011/NĐ-CP', since: '2022-08-15', by: '42/2022/NĐ-CP' },
  { number: '61/2018/NĐ-CP', since: '2025-07-01', by: '118/2025/NĐ-CP' },
  { number: '107/2021/NĐ-CP', since: '2025-07-01', by: '118/2025/NĐ-CP' },
  { number: '13/2023/NĐ-CP', since: '2026-01-01', by: '356/2025/NĐ-CP' },
  { number: '120/2016/NĐ-CP', since: '2026-01-01', by: '362/2025/NĐ-CP' },
  { number: '42/2022/NĐ-CP', since: '2026-07-01', by: '224/2026/NĐ-CP' },
  { number: '60/2014/QH13', since: '2027-03-01', by: '03/2026/QH16' },
]

const byNumber: ReadonlyMap<string, Repeal> = new Map(repeals.map(repeal => [repeal.number, repeal]))

/** What put a document out of force by that day. */
export function repealOf(number: string, day: IsoDate): Repeal | undefined {
  const repeal = byNumber.get(number)
  return repeal !== undefined && repeal.since <= day ? repeal : undefined
}
