import { applicants, channels, serviceLevels } from './model.js'
import { fold } from './vietnamese.js'

/** What a clerk reads in a sheet in place of the words that the format uses. */
export interface CellWords {
  readonly byValue: ReadonlyMap<string, string>
  /** By folded word: nobody has to hit the marks or the capitals. */
  readonly byWord: ReadonlyMap<string, string>
}

const none: CellWords = { byValue: new Map(), byWord: new Map() }

function cellWords(words: Readonly<Record<string, string>>, also: Readonly<Record<string, string>> = {}): CellWords {
  const byWord = new Map(Object.entries(words).map(([value, word]) => [fold(word), value]))
  for (const [word, value] of Object.entries(also)) byWord.set(fold(word), value)
  return { byValue: new Map(Object.entries(words)), byWord }
}

const byValues: ReadonlyMap<string, CellWords> = new Map([
  [
    serviceLevels.join(),
    cellWords({
      full: 'Toàn trình',
      partial: 'Một phần',
      information: 'Chỉ cung cấp thông tin',
      none: 'Không trực tuyến',
      'level-1': 'Mức độ 1',
      'level-2': 'Mức độ 2',
      'level-3': 'Mức độ 3',
      'level-4': 'Mức độ 4',
    }),
  ],
  [
    channels.join(),
    cellWords({ counter: 'Trực tiếp', online: 'Trực tuyến', post: 'Qua bưu chính' }, { 'Bưu chính': 'post' }),
  ],
  [
    applicants.join(),
    cellWords({
      citizen: 'Công dân',
      organisation: 'Tổ chức',
      business: 'Doanh nghiệp',
      official: 'Cán bộ công chức',
    }),
  ],
  ['none,exempt', cellWords({ none: 'Không có', exempt: 'Miễn' }, { Không: 'none', 'Miễn phí': 'exempt' })],
  ['none', cellWords({ none: 'Không có' }, { Không: 'none' })],
])

/** The words for the values of an enumeration; none where it is shown as it is written. */
export function wordsOf(values: readonly string[] | undefined): CellWords {
  return byValues.get(values?.join() ?? '') ?? none
}
