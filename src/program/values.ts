import { InvalidArgumentError } from 'commander'
import { isIsoDate } from '../catalog/shape.js'
import type { Locale, Text } from '../locale.js'

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

/** An address of the web, with a stroke at its end: addresses of pages are joined to it. */
export function baseUrl(lang: Locale): ValueReader<string> {
  return reader(lang, webFolder, {
    vi: 'cần một địa chỉ http hoặc https, như https://phuong.example/thu-tuc',
    en: 'an http or https address is needed, such as https://ward.example/procedures',
  })
}

function webFolder(word: string): string | undefined {
  if (!/^https?:\/\//i.test(word) || !URL.canParse(word)) return undefined
  const { origin, pathname, search, hash, username, password } = new URL(word)
  if (search !== '' || hash !== '' || username !== '' || password !== '') return undefined
  return origin + (pathname.endsWith('/') ? pathname : `${pathname}/`)
}

export function portNumber(lang: Locale): ValueReader<number> {
  return reader(lang, word => (/^\d{1,5}$/.test(word) && Number(word) <= 65_535 ? Number(word) : undefined), {
    vi: 'cần số cổng từ 0 đến 65535',
    en: 'a port number from 0 to 65535 is needed',
  })
}
