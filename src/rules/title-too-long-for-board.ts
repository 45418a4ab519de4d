import { excerpt } from '../catalog/excerpt.js'
import type { Rule } from '../check/rule.js'
import type { RuleOption } from '../finding.js'
import { graphemes } from '../graphemes.js'

/** Three lines on a board of three columns. */
const characters: RuleOption<number> = {
  name: 'characters',
  title: { vi: 'Số ký tự', en: 'Characters' },
  description: {
    vi: 'Tên dài hơn số ký tự này thì nhắc thêm tên ngắn.',
    en: 'A title with more characters than this is reported.',
  },
  default: 160,
}

export const titleTooLongForBoard: Rule = {
  meta: {
    id: 'title-too-long-for-board',
    severity: 'info',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Tên thủ tục quá dài cho bảng niêm yết',
      en: 'A title is too long for a board',
    },
    why: {
      vi: 'Tên dài buộc cả bảng phải in chữ nhỏ lại, người đứng xa không đọc được.',
      en: 'One long title makes the whole board smaller, and nobody reads it from where they stand.',
    },
    remedy: {
      vi: 'Thêm shortTitle: tên ngắn mà người dân quen gọi. Tên chính thức ở title giữ nguyên.',
      en: 'Add shortTitle, the short name that people use. The official title stays as it is.',
    },
    options: [characters],
  },

  *check({ procedures }, { where, option }) {
    const longest = option(characters)
    for (const procedure of procedures) {
      const { code, title, shortTitle } = procedure
      if (shortTitle !== undefined || title.length <= longest) continue
      const length = graphemes(title).length
      if (length <= longest) continue
      yield {
        at: where(procedure, 'title'),
        message: {
          vi: `Tên thủ tục ${code} dài ${length} ký tự: “${excerpt(title)}”; quá ${longest} ký tự thì cần thêm shortTitle`,
          en: `The title of procedure ${code} has ${length} characters: “${excerpt(title)}”; beyond ${longest} a shortTitle is expected`,
        },
      }
    }
  },
}
