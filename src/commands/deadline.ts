import { addDuration, type Deadline } from '../catalog/calendar.js'
import { dayText } from '../catalog/day.js'
import { formatDuration, isDuration, parseDuration } from '../catalog/duration.js'
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

function deadlineLines(duration: string, from: string, { due, certain, steps }: Deadline, lang: Locale): string[] {
  const head = {
    vi: `${duration}, nhận ngày ${dayText(from).vi}: hạn trả kết quả ${dayText(due).vi}`,
    en: `${duration}, received on ${dayText(from).en}: due on ${dayText(due).en}`,
  }
  const lines = [head[lang], ...steps.map(step => `  ${step[lang]}`)]
  if (!certain) lines.push(`  ${uncertain[lang]}`)
  return lines
}

const uncertain: Text = {
  vi: 'Lưu ý: có năm chưa có quyết định về ngày nghỉ lễ, Tết, nên ngày này còn có thể thay đổi',
  en: 'Note: the public holidays of one of the years are not decided yet, so the day may still change',
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
