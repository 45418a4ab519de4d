import type { Locale, Text } from '../locale.js'
import type { Type } from './schema.js'

/** What a key asks for, in words: “một ngày … hoặc khoảng ngày như mon-fri”. */
export function expected(type: Type): Text {
  switch (type.kind) {
    case 'text':
    case 'ruled':
      if (type.values !== undefined) return { vi: or(type.values, 'vi'), en: or(type.values, 'en') }
      if (type.pattern !== undefined) return expectedPatterns[type.pattern] ?? anyText
      return anyText
    case 'date':
      return {
        vi: 'ngày có thật viết năm-tháng-ngày, như 2022-07-01',
        en: 'a real day as year-month-day, such as 2022-07-01',
      }
    case 'number':
      return { vi: 'số nguyên không âm, viết liền', en: 'a whole number, not negative, digits only' }
    case 'boolean':
      return { vi: 'true hoặc false', en: 'true or false' }
    case 'list':
      return { vi: 'danh sách, mỗi mục bắt đầu bằng gạch ngang “- ”', en: 'a list, each item beginning with “- ”' }
    case 'record': {
      const keys = Object.keys(type.keys).join(', ')
      if (keys === '') return { vi: 'nhóm khóa', en: 'a map of keys' }
      return { vi: `nhóm khóa (${keys})`, en: `a map of keys (${keys})` }
    }
    case 'either': {
      const options = type.options.flatMap(option =>
        'values' in option && option.values !== undefined
          ? option.values.map(word => ({ vi: word, en: word }))
          : [expected(option)],
      )
      return {
        vi: or(
          options.map(({ vi }) => vi),
          'vi',
        ),
        en: or(
          options.map(({ en }) => en),
          'en',
        ),
      }
    }
  }
}

const anyText: Text = { vi: 'một dòng chữ', en: 'a text' }

/** What the patterns of `schema.ts` ask for, in words. */
const expectedPatterns: Readonly<Record<string, Text>> = {
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': {
    vi: 'giờ:phút trong nháy kép, như "07:30"',
    en: 'hours:minutes in double quotes, such as "07:30"',
  },
  '^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$': {
    vi: 'một ngày (mon, tue, wed, thu, fri, sat, sun) hoặc khoảng ngày như mon-fri',
    en: 'a day (mon, tue, wed, thu, fri, sat, sun) or a range such as mon-fri',
  },
}

function or(words: readonly string[], locale: Locale): string {
  const joint = { vi: ' hoặc ', en: ' or ' }[locale]
  return words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + joint + words.at(-1)
}
