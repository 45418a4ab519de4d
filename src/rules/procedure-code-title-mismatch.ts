import { excerpt } from '../catalog/excerpt.js'
import type { Procedure } from '../catalog/model.js'
import {
  codesText,
  isRemembered,
  likeness,
  type ReferenceEntry,
  type ReferenceList,
  sameTitle,
  sharedWords,
} from '../catalog/reference-list.js'
import type { Rule, RuleContext } from '../check/rule.js'
import type { Draft } from '../finding.js'
import type { Text } from '../locale.js'

export const procedureCodeTitleMismatch: Rule = {
  meta: {
    id: 'procedure-code-title-mismatch',
    severity: 'error',
    // It looks at neighbours, but a record that could not be read makes it say less, never anything wrong.
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Mã thủ tục là mã của thủ tục khác', en: 'A procedure bears the code of another one' },
    why: {
      vi: 'Người dân tra mã trên Cổng Dịch vụ công quốc gia sẽ mở ra một thủ tục khác và chuẩn bị nhầm hồ sơ.',
      en: 'Citizens who look the code up on the national portal get another procedure and prepare the wrong papers.',
    },
    remedy: {
      vi: 'Đối chiếu với quyết định công bố rồi sửa mã, hoặc sửa tên nếu tên bị chép nhầm. Tên được so sau khi bỏ dấu, dấu câu và chữ “Thủ tục” ở đầu; chỉ báo khi tên ấy là tên của thủ tục khác, hoặc khi hai tên giống nhau chưa đến 40% số từ. Có danh sách mới hơn thì kiểm tra lại với --reference.',
      en: 'Compare with the decision, then correct the code, or the title if that is the wrong one. Titles are compared without marks, punctuation and a leading “Thủ tục”; the rule speaks only where the title is that of another procedure, or where the two share less than 40% of their words. With a newer list at hand, check again with --reference.',
    },
    basis: [{ document: '63/2010/NĐ-CP', article: 'Điều 17' }],
  },

  *check({ procedures }, { where, reference }) {
    const slip = findSlip(procedures, reference)
    if (slip !== undefined) yield slipFinding(slip, procedures, where)
    for (const [index, procedure] of procedures.entries()) {
      const listed = reference.byCode(procedure.code)
      if (listed === undefined || slip?.rows.has(index) === true) continue
      const rightful = mismatch(procedure, listed, reference)
      if (rightful === undefined) continue
      const is = { code: procedure.code, title: excerpt(procedure.title), listed: excerpt(listed.title) }
      const expected = expectation(rightful)
      yield {
        at: where(procedure, 'code'),
        message: {
          vi: `Thủ tục “${is.title}” ghi mã “${is.code}”, là mã của “${is.listed}”, cần ${expected.vi}`,
          en: `“${is.title}” bears the code “${is.code}”, which is that of “${is.listed}”, expected ${expected.en}`,
        },
      }
    }
  },
}

function expectation(rightful: readonly ReferenceEntry[]): Text {
  const codes = codesText(rightful)
  if (rightful.length === 0) return { vi: 'mã của đúng thủ tục này', en: 'the code of this procedure' }
  if (rightful.length === 1) return { vi: `mã ${codes}`, en: codes }
  return { vi: `một trong các mã ${codes}`, en: `one of ${codes}` }
}

/**
 * The entries that bear the title of a procedure whose code is certainly that of another one; undefined where that is not
 * certain, as with a title that was only shortened or reworded, or a list that is itself remembered.
 */
function mismatch(
  { title }: Procedure,
  listed: ReferenceEntry,
  reference: ReferenceList,
): readonly ReferenceEntry[] | undefined {
  if (sameTitle(title, listed.title) || isRemembered(listed)) return undefined
  const same = reference.byTitle(title)
  // A procedure that was issued anew keeps its matter, whatever both are called.
  if (same.some(entry => entry.replacedBy === listed.code || listed.replacedBy === entry.code)) return undefined
  if (same.some(entry => !isRemembered(entry))) return same
  // “ĐK NVQS” shares no word with what it abbreviates.
  const isOther = title.trim().split(/\s+/).length > 2 && sharedWords(title, listed.title) < 0.4
  const near = likeness(title, listed.title) < 0.6 ? nearest(title, reference) : []
  return isOther || near.length > 0 ? [...same, ...near] : undefined
}

/** Entries whose title differs from this one by a word in ten at most. */
function nearest(title: string, { entries }: ReferenceList): readonly ReferenceEntry[] {
  return entries.filter(entry => !isRemembered(entry) && likeness(title, entry.title) >= 0.9)
}

/** A column of codes that stands one row off its titles. */
interface Slip {
  /** 1: the code of a title stands one row further down; -1: one row further up. */
  readonly step: 1 | -1
  /** Every row that it made wrong, by its index. */
  readonly rows: ReadonlySet<number>
  /** The rows whose title has its code in the row beside it. */
  readonly proven: readonly number[]
}

/** Fewer rows may be an exchange of two. */
const fewest = 3

function findSlip(procedures: readonly Procedure[], reference: ReferenceList): Slip | undefined {
  const wrong = procedures.flatMap(({ code, title }, index) => {
    const listed = reference.byCode(code)
    return listed !== undefined && sameTitle(title, listed.title) ? [] : [index]
  })
  if (wrong.length < fewest) return undefined
  for (const step of [1, -1] as const) {
    const beside = (index: number) => reference.byCode(procedures[index + step]?.code ?? '')
    const isListed = (index: number) => reference.byCode(procedures[index]?.code ?? '') !== undefined
    const comparable = wrong.filter(index => beside(index) !== undefined && isListed(index))
    const proven = comparable.filter(index => sameTitle(procedures[index]?.title ?? '', beside(index)?.title ?? ''))
    const [first = 0, last = 0] = [proven[0], proven.at(-1)]
    // The column may slip half-way down; what is wrong outside the stretch speaks for itself.
    const stretch = comparable.filter(index => index >= first && index <= last)
    if (proven.length < fewest || proven.length * 2 <= stretch.length) continue
    return { step, proven, rows: slippedRows(wrong, proven, step, beside) }
  }
  return undefined
}

/** The proven rows, those that hold their codes, and those between them that nothing can be compared with. */
function slippedRows(
  wrong: readonly number[],
  proven: readonly number[],
  step: Slip['step'],
  beside: (index: number) => ReferenceEntry | undefined,
): ReadonlySet<number> {
  const [first = 0, last = 0] = [proven[0], proven.at(-1)]
  const between = wrong.filter(index => index > first && index < last && beside(index) === undefined)
  return new Set([...proven, ...proven.map(index => index + step), ...between])
}

function slipFinding(
  { step, rows, proven }: Slip,
  procedures: readonly Procedure[],
  where: RuleContext['where'],
): Draft {
  const sorted = [...rows].sort((a, b) => a - b)
  const at = (index = 0) => procedures[index] as Procedure
  const [first, last, example] = [at(sorted[0]), at(sorted.at(-1)), at(proven[0])]
  const code = at((proven[0] ?? 0) + step).code
  const title = excerpt(example.title)
  const row = step === 1 ? { vi: 'ngay trên', en: 'above' } : { vi: 'ngay dưới', en: 'below' }
  return {
    at: where(first, 'code'),
    message: {
      vi: `Cột mã lệch một dòng so với cột tên: ${rows.size} thủ tục mang mã của dòng ${row.vi}; “${title}” ghi mã “${example.code}”, cần mã ${code}`,
      en: `The codes stand one row off the titles: ${rows.size} procedures bear the code of the row ${row.en}; “${title}” bears “${example.code}”, expected ${code}`,
    },
    related: [
      {
        at: where(last, 'code'),
        message: { vi: 'Dòng cuối cùng bị lệch', en: 'The last row that is off' },
      },
    ],
  }
}
