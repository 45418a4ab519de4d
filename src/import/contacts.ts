import { classifyPhone, splitExtension } from '../catalog/phone.js'
import { fold } from '../catalog/vietnamese.js'
import { isScientific } from './code-cell.js'

/** One telephone number out of a cell. */
export interface ReadPhone {
  readonly number: string
  readonly extension?: string
  /** What stood before it: “DĐ”, “Cơ quan”. */
  readonly label?: string
  /** The cell held the number without its leading zero, or as 2.743822234E9: what Excel makes of digits. */
  readonly restored?: true
  /** Digits are lost: 1.23457E+11. */
  readonly destroyed?: true
}

const joiner = /[\n\r;|/]|,(?=\s*[+(\d\p{L}])|(?<=\d)\)?\s+[-–—]\s+(?=[(+]?\d)|(?<![\p{L}])(?:hoặc|và)(?![\p{L}])/iu

const longest = 400

/** The numbers of a cell, in the order in which they stand. */
export function readPhones(cell: string): ReadPhone[] {
  // Prose is no list of numbers, and the patterns below would take their time over it.
  if (cell.length > longest) return [{ number: cell }]
  const number = plainNumber(cell)
  if (number !== undefined) return [number]
  return cell
    .split(joiner)
    .map(part => part?.trim() ?? '')
    .filter(part => /\d/.test(part))
    .map(readPhone)
}

function readPhone(part: string): ReadPhone {
  const [, label = '', rest = part] = /^([^\d+(]*?)\s*[:.]?\s*([+(]?\d.*)$/su.exec(part) ?? []
  const { number, extension } = splitExtension(rest)
  const name = label.replace(/^(?:số )?(?:điện thoại|đt|sđt|tel|phone)\b\.?:?$/iu, '').replace(/[\s:.(-]+$/, '')
  return {
    ...(plainNumber(number) ?? { number }),
    ...(extension !== undefined && { extension }),
    ...(name !== '' && { label: name }),
  }
}

/** Digits alone, as a spreadsheet holds a number: without the zero that every Vietnamese number begins with. */
function plainNumber(text: string): ReadPhone | undefined {
  if (isScientific(text)) {
    const digits = wholeOf(text)
    return digits === undefined
      ? { number: text, destroyed: true }
      : { ...(plainNumber(digits) ?? { number: digits }), restored: true }
  }
  if (!/^\d+$/.test(text)) return undefined
  const phone = classifyPhone(text)
  if (phone.kind === 'malformed' && phone.fault === 'style' && phone.repair !== undefined && !text.startsWith('84')) {
    return { number: phone.repair, restored: true }
  }
  return { number: text }
}

/** 2.743822234E+9 still has all its digits; 1.23457E+11 has six of twelve. */
function wholeOf(text: string): string | undefined {
  const [, first = '', decimals = '', power = ''] = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text) ?? []
  return first !== '' && decimals.length === Number(power) ? first + decimals : undefined
}

/** An officer as a cell tells of one. */
export interface ReadOfficer {
  readonly name: string
  readonly jobTitle?: string
  readonly phone?: ReadPhone
}

const phoneInside =
  /(?:(?:đt|sđt|điện thoại|số điện thoại|tel)\s*[:.]?\s*)?(?<!\d)(?:\+?84|0)[\d\s().-]{8,14}\d(?:\s*\(?(?:máy lẻ|số lẻ|ext\.?)\s*\d{1,5}\)?)?/iu
const salutation = /^(?:ông|bà|đ\/c|đồng chí|anh|chị)\s*:?\s+(?=\p{Lu})/iu

/** Several officers of one cell: in lines, or by their names. “An, Công chức Tư pháp” is one. */
const between = /[\n\r;]|(?<=\p{Ll})\s*[,/]\s*(?=\p{Lu}\p{Ll}+\s\p{Lu})|(?<=\p{Ll})\s+và\s+(?=\p{Lu}\p{Ll}+\s\p{Lu})/u

/** Reads the cell of the officers in charge. What has a column of its own is not looked for behind the names. */
export function readOfficers(
  cell: string,
  own: { readonly phones: boolean; readonly jobTitles: boolean },
): ReadOfficer[] {
  if (cell.length > longest) return [{ name: cell }]
  const parts = cell.split(between).map(part => part.replace(/^\s*(?:[-+•*]|\d{1,2}[.)])\s*/, '').trim())
  return parts.filter(part => part !== '').map(part => readOfficer(part, own))
}

function readOfficer(part: string, own: { readonly phones: boolean; readonly jobTitles: boolean }): ReadOfficer {
  const [said = ''] = own.phones ? [] : (phoneInside.exec(part) ?? [])
  const [phone] = said === '' ? [] : readPhones(said)
  const rest =
    said === ''
      ? part
      : part
          .replace(said, '')
          .replace(/\(\s*\)|[\s,;:(–-]+$/g, '')
          .trim()
  const split = own.jobTitles ? null : /^([^(,–-]+?)\s*(?:[(,]|\s[–-]\s)\s*(.+?)\)?$/su.exec(rest)
  const [, before = '', behind = ''] = split ?? []
  const isName = /^\p{Lu}\S*(?:\s\S+){1,5}$/u.test(before.replace(salutation, ''))
  return {
    name: isName ? before : rest === '' ? part : rest,
    ...(isName && { jobTitle: behind.replace(/[\s,;:–-]+$/, '') }),
    ...(phone !== undefined && { phone }),
  }
}

/** Equal for two spellings of one name. */
export function nameKey(name: string): string {
  return fold(name.replace(salutation, ''))
}

/** A short plain name for a record: lower case, ASCII, hyphens; each once. */
export class Ids {
  readonly #taken = new Set<string>()

  constructor(readonly fallback: string) {}

  take(name: string): string {
    const plain = fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '')
    // No file of Windows may be called so, whatever its ending; an id is also the name of a file.
    const base =
      plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(plain)
        ? [this.fallback, plain].filter(Boolean).join('-')
        : plain
    let id = base
    for (let again = 2; this.#taken.has(id); again += 1) id = `${base}-${again}`
    this.#taken.add(id)
    return id
  }
}
