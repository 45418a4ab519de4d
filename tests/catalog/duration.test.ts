import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDurations,
  type Duration,
  durationUnits,
  formatDuration,
  fraction,
  isDuration,
  isZero,
  leastCalendarDays,
  parseAnyDuration,
  parseDuration,
  readDuration,
  sumDurations,
} from '../../src/catalog/duration.js'

function canonical(text: string): string {
  const read = parseDuration(text)
  return isDuration(read) ? formatDuration(read) : `? ${read.kind === 'unparsed' ? read.reason : read.kind}`
}

function duration(text: string): Duration {
  const read = readDuration(text)
  if (read === undefined) throw new Error(`not a duration: ${text}`)
  return read
}

describe('parseDuration', () => {
  it.each([
    ['ngay', 'ngay'],
    ['Giải quyết ngay', 'ngay'],
    ['Ngay sau khi nhận đủ hồ sơ hợp lệ', 'ngay'],
    ['trong ngày', 'trong ngày'],
    ['Ngay trong ngày.', 'trong ngày'],
    ['Giải quyết trong ngày làm việc', 'trong ngày'],
    ['Trong ngày tiếp nhận hồ sơ', 'trong ngày'],
    ['ngay trong ngày; sau 15 giờ thì ngày làm việc tiếp theo', 'trong ngày; sau 15 giờ thì ngày làm việc tiếp theo'],
    [
      'Ngay trong ngày tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu cầu sau 15 giờ',
      'trong ngày; sau 15 giờ thì ngày làm việc tiếp theo',
    ],
    [
      'Ngay trong ngày; trường hợp nhận hồ sơ sau 15h00 thì trả kết quả trong ngày làm việc tiếp theo',
      'trong ngày; sau 15 giờ thì ngày làm việc tiếp theo',
    ],
    ['3 Ngày làm việc', '3 ngày làm việc'],
    ['05 ngày làm việc', '5 ngày làm việc'],
    ['05 (năm) ngày làm việc', '5 ngày làm việc'],
    ['15 Ngày', '15 ngày'],
    ['0.5 Giờ', '0,5 giờ'],
    ['02 Giờ', '2 giờ'],
    ['04 giờ làm việc', '4 giờ làm việc'],
    ['2,5 ngày làm việc', '2,5 ngày làm việc'],
    ['1/2 ngày', '0,5 ngày'],
    ['½ ngày', '0,5 ngày'],
    ['nửa ngày làm việc', '0,5 ngày làm việc'],
    ['1/3 ngày', '1/3 ngày'],
    ['30 phút', '30 phút'],
    ['2 tuần', '2 tuần'],
    ['1 năm', '1 năm'],
    ['Không quá 08 ngày làm việc', '8 ngày làm việc'],
    ['Tối đa: 75 ngày', '75 ngày'],
    ['Trong thời hạn không quá 12 ngày kể từ ngày nhận đủ hồ sơ hợp lệ', '12 ngày'],
    ['20 ngày kể từ ngày nhận được hồ sơ đầy đủ và hợp lệ', '20 ngày'],
    ['Thời hạn giải quyết: chậm nhất là 10 ngày, kể từ ngày tiếp nhận hồ sơ', '10 ngày'],
    ['45 ngày kể từ ngày thụ lý', '45 ngày kể từ ngày thụ lý'],
    ['02 tháng và 15 ngày làm việc', '2 tháng và 15 ngày làm việc'],
    ['1 giờ 30 phút', '1 giờ và 30 phút'],
    ['15 ngày và 1 tháng', '1 tháng và 15 ngày'],
    ['Không quy định', 'không quy định'],
    ['15  NGÀY\u00a0LÀM VIỆC', '15 ngày làm việc'],
  ])('reads “%s” as “%s”', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it.each([
    ['', '? empty'],
    ['5', '? unit-missing'],
    ['05', '? unit-missing'],
    ['không quá 1/2', '? unit-missing'],
    ['Không có thông tin', '? no-information'],
    ['2 Ngày làm việc / 5 Ngày làm việc', '? several'],
    ['1 Ngày làm việc / 02 Giờ', '? several'],
    ['30 ngày; phức tạp không quá 45 ngày', '? several'],
    ['2 ngày và 3 ngày', '? several'],
    ['1.000 ngày', '? ambiguous-number'],
    ['5/10 ngày', '? ambiguous-number'],
    ['1/0 ngày', '? ambiguous-number'],
    ['1½ ngày', '? unknown'],
    ['1 1/2 ngày', '? unknown'],
    ['20-30 ngày', '? unknown'],
    ['05 (sáu) ngày', '? unknown'],
    ['-5 ngày', '? unknown'],
    ['15 ngày, không kể thời gian lấy ý kiến', '? unknown'],
    ['5 ngày kể từ ngày 15 hằng tháng', '? unknown'],
    ['Chậm nhất là ngay trước khi tàu rời cảng', '? unknown'],
    ['tháng', '? unknown'],
    ['5 ngàylàm việc', '? unknown'],
    ['x'.repeat(301), '? too-long'],
  ])('does not guess at “%s”: %s', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })
})

const amount = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }).map(n => fraction(n, 1)),
  fc.integer({ min: 1, max: 9_999_999 }).map(n => fraction(n, 10_000)),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(2, 3, 4, 6, 8, 12, 24)).map(([n, d]) => fraction(n, d)),
)
const from = fc.option(fc.constantFrom('ngày thụ lý', 'ngày Hội đồng kết luận', 'khi nhận thông tin'), {
  nil: undefined,
})
const span: fc.Arbitrary<Duration> = fc
  .tuple(
    fc.subarray([...durationUnits], { minLength: 1, maxLength: 5 }),
    fc.array(amount, { minLength: 5, maxLength: 5 }),
    from,
  )
  .map(([units, amounts, event]) => ({
    kind: 'span',
    parts: units.map((unit, i) => ({ unit, amount: amounts[i] ?? fraction(1, 1) })),
    ...(event !== undefined && { from: event }),
  }))
const anyDuration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 6, arbitrary: span },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Duration>(
      { kind: 'immediate' },
      { kind: 'immediate', afterThree: true },
      { kind: 'same-day' },
      { kind: 'same-day', afterThree: true },
      { kind: 'not-set' },
    ),
  },
)
const nearlyDuration = fc
  .array(
    fc.constantFrom(
      ...[
        '5',
        '02',
        '0,5',
        '1/2',
        'ngày',
        'làm việc',
        'giờ',
        'tháng',
        'và',
        'không quá',
        'trong',
        'ngay',
        'sau 15 giờ',
      ],
      ...['kể từ', 'nhận đủ hồ sơ', ';', ',', '/', '(năm)', ' ', '\n', '15', 'thì', 'ngày làm việc tiếp theo'],
    ),
    { maxLength: 12 },
  )
  .map(words => words.join(' '))

describe('laws of durations', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyDuration, value => {
        expect(parseDuration(formatDuration(value))).toEqual(value)
      }),
    )
  })

  it('never throws, and writes what it read in a form that it reads again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), nearlyDuration), text => {
        const read = parseDuration(text)
        if (isDuration(read)) expect(parseDuration(formatDuration(read))).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not mind zeros, prefixes, capitals, spaces, decomposed letters or the usual ending', () => {
    const prefixes = ['', 'không quá ', 'Tối đa ', 'trong thời hạn ', 'Chậm nhất là ', 'Trong ']
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('ngày', 'ngày làm việc', 'giờ', 'tháng'),
        fc.constantFrom(...prefixes),
        fc.constantFrom('', '.', ' kể từ ngày nhận đủ hồ sơ', ' kể từ ngày nhận đủ hồ sơ hợp lệ'),
        fc.constantFrom<(text: string) => string>(
          text => text,
          text => text.toUpperCase(),
          text => text.normalize('NFD'),
          text => text.replaceAll(' ', '  '),
          text => ` ${text.replaceAll(' ', '\u00a0')}\n`,
        ),
        (count, unit, prefix, ending, change) => {
          const padded = String(count).padStart(2, '0')
          expect(canonical(change(`${prefix}${padded} ${unit}${ending}`))).toBe(`${count} ${unit}`)
        },
      ),
    )
  })

  it('orders both ways alike, and everything like itself', () => {
    fc.assert(
      fc.property(anyDuration, anyDuration, (a, b) => {
        const order = compareDurations(a, b)
        expect(compareDurations(b, a)).toBe(order === undefined || order === 0 ? order : -order)
        expect(compareDurations(a, a)).toBe(0)
      }),
    )
  })
})

describe('compareDurations', () => {
  it.each([
    ['5 ngày làm việc', '3 ngày làm việc', 1],
    ['05 ngày', '5 ngày', 0],
    ['1 tuần', '7 ngày', 0],
    ['12 tháng', '1 năm', 0],
    ['8 giờ làm việc', '1 ngày làm việc', 0],
    ['90 phút', '2 giờ', -1],
    ['ngay', 'trong ngày', -1],
    ['trong ngày', '1 ngày', -1],
    ['trong ngày', '4 giờ', undefined],
    ['5 ngày làm việc', '5 ngày', 1],
    ['3 ngày', '3 ngày làm việc', -1],
    ['5 ngày', '3 ngày làm việc', undefined],
    ['60 ngày', '5 ngày làm việc', 1],
    ['30 ngày', '1 tháng', undefined],
    ['32 ngày', '1 tháng', 1],
    ['27 ngày', '1 tháng', -1],
    ['24 giờ', '1 ngày', undefined],
    ['72 giờ', '1 ngày', 1],
    ['5 ngày kể từ ngày thụ lý', '3 ngày', undefined],
    ['không quy định', '3 ngày', undefined],
    ['1 tháng và 5 ngày', '1 tháng', 1],
  ])('%s against %s: %s', (a, b, expected) => {
    expect(compareDurations(duration(a), duration(b))).toBe(expected)
  })
})

describe('sumDurations', () => {
  it.each([
    [['0,5 ngày làm việc', '1/2 ngày làm việc', '2 ngày làm việc'], '3 ngày làm việc'],
    [['1/3 ngày', '2/3 ngày'], '1 ngày'],
    [['1 ngày', '3 ngày làm việc'], '1 ngày và 3 ngày làm việc'],
    [['ngay', '5 ngày'], '5 ngày'],
    [['ngay', 'ngay'], 'ngay'],
    [['trong ngày'], 'trong ngày'],
  ])('%j make %s', (texts, expected) => {
    const total = sumDurations(texts.map(duration))
    expect(total && formatDuration(total)).toBe(expected)
  })

  it('says nothing of two same days, or of a start of its own', () => {
    expect(sumDurations(['trong ngày', 'trong ngày'].map(duration))).toBeUndefined()
    expect(sumDurations(['5 ngày kể từ ngày thụ lý', '1 ngày'].map(duration))).toBeUndefined()
  })
})

it('knows nothing and too much', () => {
  expect(isZero(duration('0 ngày'))).toBe(true)
  expect(isZero(duration('ngay'))).toBe(false)
  expect(leastCalendarDays(duration('2 năm'))).toBe(730)
  expect(leastCalendarDays(duration('10 ngày làm việc'))).toBe(12)
  expect(leastCalendarDays(duration('12 tháng'))).toBe(365)
})

it('reads the usual writing the short way as the long way would', () => {
  const amount = fc.integer({ min: 0, max: 120 }).chain(n => fc.constantFrom(`${n}`, `0${n}`, `00${n}`))
  const unit = fc.constantFrom('ngày làm việc', 'ngày', 'tháng', 'giờ', 'tuần', 'giờ làm việc')
  const usual = fc.tuple(amount, unit).map(words => words.join(' '))
  fc.assert(
    fc.property(fc.oneof(usual, fc.constantFrom('ngay', 'trong ngày', 'ngay trong ngày')), text => {
      expect(parseDuration(text)).toEqual(parseAnyDuration(text))
    }),
  )
})
