import { InvalidArgumentError } from 'commander'
import { isIsoDate } from '../catalog/shape.js'
import type { Locale, Text } from '../locale.js'
import type { Output } from '../publish/reports.js'
import { type CheckFormat, checkFormats } from '../reports/reporter.js'

/** Reads the value of an option; throws what commander shows as wrong use. */
export type ValueReader<T> = (word: string) => T

function reader<T>(lang: Locale, read: (word: string) => T | undefined, needed: Text): ValueReader<T> {
  return word => {
    const value = read(word)
    if (value === undefined) throw new InvalidArgumentError(needed[lang])
    return value
  }
}

export function isoDate(lang: Locale): ValueReader<string> {
  return reader(lang, word => (isIsoDate(word) ? word : undefined), {
    vi: 'cần ngày có thật viết năm-tháng-ngày, như 2026-11-23',
    en: 'a real day is needed, such as 2026-11-23',
  })
}

export function clock(lang: Locale): ValueReader<string> {
  return reader(lang, word => (/^([01]\d|2[0-3]):[0-5]\d$/.test(word) ? word : undefined), {
    vi: 'cần giờ:phút, như 15:30',
    en: 'hours:minutes are needed, such as 15:30',
  })
}

export function count(lang: Locale): ValueReader<number> {
  return reader(lang, word => (/^\d{1,9}$/.test(word) ? Number(word) : undefined), {
    vi: 'cần một số nguyên không âm',
    en: 'a whole number is needed',
  })
}

export function positive(lang: Locale): ValueReader<number> {
  return reader(lang, word => (/^[1-9]\d{0,2}$/.test(word) ? Number(word) : undefined), {
    vi: 'cần một số nguyên từ 1 trở lên',
    en: 'a whole number of at least 1 is needed',
  })
}

export function metres(lang: Locale): ValueReader<number> {
  return reader(lang, word => between(word, 0.2, 20), {
    vi: 'cần số mét từ 0.2 đến 20, như 1.5',
    en: 'metres from 0.2 to 20 are needed, such as 1.5',
  })
}

export function millimetres(lang: Locale): ValueReader<number> {
  return reader(lang, word => between(word, 0, 20), {
    vi: 'cần số milimét từ 0 đến 20, như 3',
    en: 'millimetres from 0 to 20 are needed, such as 3',
  })
}

/** Vietnamese write a comma: 0,7 is taken too. */
function between(word: string, least: number, most: number): number | undefined {
  const value = /^\d{1,3}(?:[.,]\d{1,3})?$/.test(word) ? Number(word.replace(',', '.')) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** Words between commas, of these where they are given. */
export function list(lang: Locale, words?: readonly string[]): ValueReader<readonly string[]> {
  const known = words === undefined ? undefined : new Set(words)
  const split = (word: string) => word.split(',').map(part => part.trim())
  return reader(
    lang,
    word => (split(word).every(part => part !== '' && known?.has(part) !== false) ? split(word) : undefined),
    {
      vi: words === undefined ? 'cần các mã cách nhau bằng dấu phẩy' : `chọn trong ${words.join(', ')}`,
      en: words === undefined ? 'codes between commas are needed' : `choose from ${words.join(', ')}`,
    },
  )
}

/** `sarif` or `sarif=report.sarif`; may be given several times. */
export function outputs(lang: Locale): (word: string, before: readonly Output[] | undefined) => readonly Output[] {
  const read = reader(lang, asOutput, {
    vi: `dạng kết quả là ${checkFormats.join(', ')}; thêm =<tệp> để ghi vào tệp`,
    en: `forms are ${checkFormats.join(', ')}; add =<file> to write a file`,
  })
  return (word, before = []) => [...before, read(word)]
}

function asOutput(word: string): Output | undefined {
  const [name = '', file] = [word.split('=', 1)[0], word.includes('=') ? word.slice(word.indexOf('=') + 1) : undefined]
  if (!isFormat(name) || file === '') return undefined
  return { format: name, ...(file !== undefined && { file }) }
}

function isFormat(word: string): word is CheckFormat {
  return (checkFormats as readonly string[]).includes(word)
}

/** The address of a folder on the web, with its last slash. */
export function siteUrl(lang: Locale): ValueReader<string> {
  return reader(lang, folderUrl, {
    vi: 'cần địa chỉ đầy đủ của một thư mục trên mạng, như https://dinhhoa.gov.vn/tthc/',
    en: 'the whole address of a folder on the web is needed, such as https://dinhhoa.gov.vn/tthc/',
  })
}

function folderUrl(word: string): string | undefined {
  if (!/^https?:\/\//i.test(word) || !URL.canParse(word)) return undefined
  const { href, search, hash, username, password } = new URL(word)
  if (search !== '' || hash !== '' || username !== '' || password !== '') return undefined
  return href.endsWith('/') ? href : `${href}/`
}

export function portNumber(lang: Locale): ValueReader<number> {
  return reader(lang, word => (/^\d{1,5}$/.test(word) && Number(word) <= 65_535 ? Number(word) : undefined), {
    vi: 'cần số cổng từ 0 đến 65535',
    en: 'a port number from 0 to 65535 is needed',
  })
}
