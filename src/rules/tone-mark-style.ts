import { excerpt } from '../catalog/excerpt.js'
import type { Catalog } from '../catalog/model.js'
import { distinctTexts, type PlacedText } from '../catalog/texts.js'
import { type StyledWord, type ToneStyle, toneStyles } from '../catalog/tone-marks.js'
import type { Rule } from '../check/rule.js'
import type { RuleOption } from '../finding.js'

const style: RuleOption<'usual' | 'old' | 'new'> = {
  name: 'style',
  title: { vi: 'Kiểu đặt dấu', en: 'Style' },
  description: {
    vi: 'old: hòa, ủy, thủy; new: hoà, uỷ, thuỷ; usual: theo phần lớn danh mục.',
    en: 'old: hòa, ủy, thủy; new: hoà, uỷ, thuỷ; usual: as most of the catalog.',
  },
  default: 'usual',
  values: ['usual', 'old', 'new'],
}

export const toneMarkStyle: Rule = {
  meta: {
    id: 'tone-mark-style',
    severity: 'info',
    // Which style is the rarer one shows only when everything could be read.
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Lẫn hai kiểu đặt dấu thanh',
      en: 'Two ways of placing tone marks are mixed',
    },
    why: {
      vi: '“Hòa” và “hoà” là một từ nhưng máy coi là hai: tìm kiếm, sắp xếp và so khớp tên lĩnh vực bị lệch.',
      en: '“Hòa” and “hoà” are one word, but two to a machine: searching, sorting and matching names go astray.',
    },
    remedy: {
      vi: 'Dùng một kiểu cho cả danh mục: hòa, ủy, thủy (kiểu cũ, thường gặp trong văn bản nhà nước) hoặc hoà, uỷ, thuỷ (kiểu mới). Tên người viết như giấy tờ của người đó.',
      en: 'Keep to one style in the whole catalog: hòa, ủy, thủy (old, usual in official papers) or hoà, uỷ, thuỷ (new). Names of people stay as in their papers.',
    },
    options: [style],
  },

  *check(catalog, { where, option }) {
    const words = styledWords(catalog)
    const wanted = option(style) === 'usual' ? usualStyle(words) : option(style)
    const others = words.filter(word => word.style !== wanted)
    const count = words.length - others.length
    const example = words.find(word => word.style === wanted)?.word ?? examples[wanted === 'new' ? 'new' : 'old']
    const told = new Set<string>()
    for (const { record, key, item, text, word, index } of others) {
      const at = where(record, key, item)
      const place = `${at.source.path}\n${at.start}`
      if (told.has(place)) continue
      told.add(place)
      yield {
        at,
        message: {
          vi: `Chữ “${word}” trong “${excerpt(text, index)}” đặt dấu khác với ${count} chỗ trong danh mục, cần kiểu như “${example}”`,
          en: `The word “${word}” in “${excerpt(text, index)}” is marked otherwise than ${count} others of the catalog, expected the style of “${example}”`,
        },
      }
    }
  },
}

const examples = { old: 'hòa', new: 'hoà' } as const

/** Where both are as frequent, the old one, which official papers use. */
function usualStyle(words: readonly StyledWord[]): ToneStyle {
  const newer = words.filter(word => word.style === 'new').length
  return newer > words.length - newer ? 'new' : 'old'
}

function styledWords(catalog: Catalog): readonly (PlacedText & StyledWord)[] {
  const names = new Set<object>(catalog.officers)
  return [...distinctTexts(catalog)].flatMap(([text, places]) => {
    const words = toneStyles(text)
    if (words.length === 0) return []
    return places
      .filter(({ record, key }) => !(key === 'name' && names.has(record)))
      .flatMap(placed => words.map(word => ({ ...placed, ...word })))
  })
}
