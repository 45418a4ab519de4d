import { meantCode } from '../catalog/code.js'
import { excerpt } from '../catalog/excerpt.js'
import type { Procedure } from '../catalog/model.js'
import { codesText, type ReferenceList } from '../catalog/reference-list.js'
import type { Rule } from '../check/rule.js'
import type { Text } from '../locale.js'

export const procedureCodeUnknown: Rule = {
  meta: {
    id: 'procedure-code-unknown',
    // The list holds a part of the country's procedures, and the portal gets new ones every month.
    severity: 'info',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Mã thủ tục không có trong danh sách đối chiếu', en: 'A procedure code is not in the reference list' },
    why: {
      vi: 'Mã ấy có thể bị gõ nhầm hoặc tự đặt ra; người dân tra trên Cổng Dịch vụ công quốc gia sẽ không thấy gì.',
      en: 'The code may be mistyped or made up; citizens who look it up on the national portal find nothing.',
    },
    remedy: {
      vi: 'Tra mã trên Cổng Dịch vụ công quốc gia và sửa nếu sai. Danh sách kèm theo phần mềm chỉ có một phần các thủ tục: hãy xuất danh sách mới từ Cổng (tệp .xlsx hoặc .csv) rồi kiểm tra lại với --reference.',
      en: 'Look the code up on the national portal and correct it if need be. The list that comes with the tool holds a part of all procedures: export a new one from the portal (.xlsx or .csv) and check again with --reference.',
    },
  },

  *check({ procedures }, { where, reference }) {
    // What is no code at all is the business of procedure-code-malformed.
    const codes = procedures.filter(({ code }) => meantCode(code) !== undefined)
    const unknown = codes.filter(({ code }) => reference.byCode(code) === undefined)
    const [first] = unknown
    if (first === undefined) return
    // Where the list knows few of them, it is the list that is lacking: a hundred findings would say nothing more.
    if (unknown.length > 1 && unknown.length * 4 > codes.length) {
      const { vi, en } = reference.name
      yield {
        at: where(first, 'code'),
        message: {
          vi: `${unknown.length} trong ${codes.length} mã không có trong ${vi}, đầu tiên là “${first.code}”; cần một danh sách đầy đủ hơn để đối chiếu`,
          en: `${unknown.length} of ${codes.length} codes are not in ${en}, the first is “${first.code}”; a fuller list is needed to compare them with`,
        },
      }
      return
    }
    for (const procedure of unknown) yield { at: where(procedure, 'code'), message: messageFor(procedure, reference) }
  },
}

function messageFor({ code, title }: Procedure, reference: ReferenceList): Text {
  const same = codesText(reference.byTitle(title))
  const hint = {
    vi: same === '' ? 'cần tra lại' : `thủ tục cùng tên có mã ${same}`,
    en: same === '' ? 'look it up' : `a procedure of that title has ${same}`,
  }
  return {
    vi: `Mã “${code}” của thủ tục “${excerpt(title)}” không có trong ${reference.name.vi}; ${hint.vi}`,
    en: `The code “${code}” of “${excerpt(title)}” is not in ${reference.name.en}; ${hint.en}`,
  }
}
