import { addDuration, type Deadline } from '../catalog/calendar.js'
import { dayText } from '../catalog/day.js'
import { formatDuration, isDuration, parseDuration } from '../catalog/duration.js'
import { excerpt } from '../catalog/excerpt.js'
import { type ExitCode, exit } from '../exit.js'
import type { Io } from '../io.js'
import type { Locale, Text } from '../locale.js'
import { fold } from '../reports/wrap.js'

export interface DeadlineOptions {
  readonly lang: Locale
  /** Day of receipt, ISO. */
  readonly from: string
  /** Time of receipt, HH:MM: after 15:00 some results may wait for the next working day. */
  readonly at?: string
}

/** Prints the last day of a time limit and how it was counted. A time that cannot be counted is wrong use. */
export async function deadlineCommand(text: string, { lang, from, at }: DeadlineOptions, io: Io): Promise<ExitCode> {
  const duration = parseDuration(text)
  if (!isDuration(duration)) {
    io.err(`tthc: ${(duration.kind === 'unit-missing' ? unitMissing(text) : notUnderstood(text))[lang]}\n`)
    return exit.usage
  }
  const deadline = addDuration({ date: from, afterThree: at !== undefined && at > '15:00' }, duration)
  if (deadline === undefined) {
    io.err(`tthc: ${notCountable(text)[lang]}\n`)
    return exit.usage
  }
  if (deadline === 'too-far') {
    io.err(`tthc: ${tooFar(text)[lang]}\n`)
    return exit.usage
  }
  const lines = deadlineLines(formatDuration(duration), from, deadline, lang)
  io.out(
    lines
      .map(
        line => `${fold(line, io.columns)}
`,
      )
      .join(''),
  )
  return exit.ok
}

function deadlineLines(
  duration: string,
  from: string,
  { due, undecided, unknown, steps }: Deadline,
  lang: Locale,
): string[] {
  const head = {
    vi: `${duration}, nhận ngày ${dayText(from).vi}: hạn trả kết quả ${dayText(due).vi}`,
    en: `${duration}, received on ${dayText(from).en}: due on ${dayText(due).en}`,
  }
  const lines = [head[lang], ...steps.map(step => `  ${step[lang]}`)]
  if (undecided.length > 0) lines.push(`  ${notDecided(yearsText(undecided))[lang]}`)
  if (unknown.length > 0) lines.push(`  ${notKnown(yearsText(unknown))[lang]}`)
  return lines
}

function notDecided(years: string): Text {
  return {
    vi: `Lưu ý: năm ${years} chưa có quyết định về ngày nghỉ lễ, Tết, nên ngày này còn có thể thay đổi`,
    en: `Note: the public holidays of ${years} are not decided yet, so the day may still change`,
  }
}

function notKnown(years: string): Text {
  return {
    vi: `Lưu ý: chưa tính Tết Nguyên đán, Giỗ Tổ Hùng Vương và ngày nghỉ hoán đổi của năm ${years} vì tthc không có lịch nghỉ của năm đó; cần tự kiểm tra`,
    en: `Note: Tết, Giỗ Tổ (Hùng Kings’ Day) and swapped days of ${years} are not known here and not counted; check them yourself`,
  }
}

/** 2019, 2028–2031 */
function yearsText(years: readonly number[]): string {
  const runs: { readonly first: number; last: number }[] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run?.last === year - 1) run.last = year
    else runs.push({ first: year, last: year })
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

function tooFar(text: string): Text {
  return {
    vi: `thời hạn “${excerpt(text)}” kết thúc sau năm 9999; kiểm tra lại con số và ngày nhận`,
    en: `the time “${excerpt(text)}” ends after the year 9999; check the number and the day of receipt`,
  }
}

function unitMissing(text: string): Text {
  return {
    vi: `thời hạn “${text}” thiếu đơn vị; ghi như “${text.trim()} ngày làm việc” hoặc “${text.trim()} ngày”`,
    en: `the time “${text}” lacks its unit; write “${text.trim()} ngày làm việc” or “${text.trim()} ngày”`,
  }
}

function notUnderstood(text: string): Text {
  return {
    vi: `không hiểu thời hạn “${text}”; ghi như “5 ngày làm việc”, “10 ngày”, “1 tháng”, “trong ngày”`,
    en: `the time “${text}” is not understood; write “5 ngày làm việc”, “10 ngày”, “1 tháng”, “trong ngày”`,
  }
}

function notCountable(text: string): Text {
  return {
    vi: `thời hạn “${text}” không tính được bằng ngày; lệnh này tính ngày, tuần, tháng, năm`,
    en: `the time “${text}” cannot be counted in days; this command counts days, weeks, months and years`,
  }
}
