import { isDuration, parseDuration } from '../catalog/duration.js'
import { isLegalNumber, parseLegalNumber } from '../catalog/legal.js'
import {
  type Applicant,
  applicants,
  type Channel,
  channels,
  type ServiceLevel,
  serviceLevels,
} from '../catalog/model.js'
import { parseMoney, writtenMoney } from '../catalog/money.js'
import { namedLevel } from '../catalog/service-level.js'
import { isIsoDate, isoFromVietnamese } from '../catalog/shape.js'
import { fold } from '../catalog/vietnamese.js'
import { bare, flow, list, map, text, type Value } from './draft.js'
import type { CellPlace } from './table.js'

/** Reads the text of a cell as the value of a key; undefined where the cell does not say one. */
export type ValueReader = (cell: string, at: CellPlace, heading: string) => Value | undefined

export const readText: ValueReader = (cell, at) => text(cell, at)

/** Lines, or parts between semicolons, without the dashes and numbers that stand before them. */
function parts(cell: string): string[] {
  const lines = cell.split(/\r\n?|\n/).filter(line => line.trim() !== '')
  const pieces = lines.length > 1 ? lines : cell.split(';')
  return pieces
    .map(piece =>
      piece
        .trim()
        .replace(/^(?:[-–—+•*]|\(?\d{1,2}[.)](?!\d)|[a-zđ]\))\s*/u, '')
        .replace(/[\s;]+$/, ''),
    )
    .filter(Boolean)
}

const saysNone = /^(?:không(?: có)?|ko|none|không yêu cầu|không quy định)[.\s]*$/iu

export const readTextList: ValueReader = (cell, at) => list(parts(cell).map(part => text(part, at)))

/** Conditions: “Không” is a statement of its own. */
export const readTextsOrNone: ValueReader = (cell, at) =>
  saysNone.test(cell) ? text('none', at) : list(parts(cell).map(part => text(part, at)))

/** Papers, forms: a list of names, or none. */
export const readNamesOrNone: ValueReader = (cell, at) =>
  saysNone.test(cell) ? text('none', at) : list(parts(cell).map(part => map({ name: part }, at)))

export const readSteps: ValueReader = (cell, at) =>
  list(parts(cell).map(part => map({ title: part.replace(/^bước \d{1,2}\s*[:.–-]\s*/iu, '') || part }, at)))

export const readCount: ValueReader = (cell, at) => {
  const [, digits] = /^0{0,3}(\d{1,6})(?: ?bộ)?(?: hồ sơ)?\.?$/iu.exec(cell) ?? []
  return digits === undefined ? undefined : bare(String(Number(digits)), at)
}

/** 2022-07-01, 01/07/2022, “ngày 01 tháng 7 năm 2022”. */
export const readDate: ValueReader = (cell, at) => {
  const day = dayIn(cell)
  return day === undefined ? undefined : bare(day, at)
}

function dayIn(cell: string): string | undefined {
  const plain = cell
    .trim()
    .replace(/^(?:từ )?ngày /iu, '')
    .replace(/ tháng | năm /giu, '/')
    .replace(/\s*\/\s*/g, '/')
  return isIsoDate(plain) ? plain : isoFromVietnamese(plain)
}

const yes: ReadonlySet<string> = new Set(['x', 'co', 'true', 'yes', '1', 'v', 'dung', 'duoc'])
const no: ReadonlySet<string> = new Set(['khong', 'false', 'no', '0', 'khong ap dung', 'chua'])

/** A cross, a tick, “Có”; “Không”. */
export function readMark(cell: string): boolean | undefined {
  if (/^[✓✔√☑×✕✗✘]$/u.test(cell)) return true
  const word = fold(cell)
  return yes.has(word) ? true : no.has(word) || /^[-–—]$/.test(cell) ? false : undefined
}

export const readBoolean: ValueReader = (cell, at) => {
  const mark = readMark(cell)
  return mark === undefined ? undefined : bare(String(mark), at)
}

/** A level in any words; what is none of them is kept, for the rule about unknown levels to point at. */
export const readLevel: ValueReader = (cell, at) => text(levelIn(cell) ?? cell, at)

function levelIn(cell: string): ServiceLevel | undefined {
  // Excel makes “3” of “03” and may make “3.0” of it.
  const level = namedLevel(cell.replace(/^0?([1-4])(?:\.0)?$/, '$1'))
  return level ?? serviceLevels.find(known => known === cell.toLowerCase())
}

const applicantWords: readonly (readonly [RegExp, Applicant])[] = [
  [/^(?:ca nhan|cong dan|nguoi dan|cong dan viet nam|ho gia dinh|nguoi nuoc ngoai|citizens?)$/, 'citizen'],
  [/^(?:to chuc|co quan|don vi|hop tac xa|to hop tac|cong dong dan cu|organisations?)$/, 'organisation'],
  [/^(?:doanh nghiep|ho kinh doanh|business(?:es)?)$/, 'business'],
  [/^(?:can bo|cong chuc|vien chuc|can bo cong chuc vien chuc|can bo cong chuc|officials?)$/, 'official'],
]

export const readApplicants: ValueReader = (cell, at) =>
  words(cell, at, applicants, word => applicantWords.find(([pattern]) => pattern.test(word))?.[1])

/** Where each of them happens says no more than the channel itself. */
const place =
  '(?: (?:tai|tren|qua) (?:tru so|bo phan|trung tam|ubnd|uy ban|quay|cong|trang|he thong|moi truong mang)[^,]*)?'
const channelWords: readonly (readonly [RegExp, Channel])[] = [
  [
    new RegExp(`^(?:nop )?(?:ho so )?(?:truc tiep|counter|tai quay|tai tru so|tai bo phan mot cua)${place}$`),
    'counter',
  ],
  [new RegExp(`^(?:nop )?(?:ho so )?(?:truc tuyen|online|qua mang|qua cong dich vu cong)${place}$`), 'online'],
  [/^(?:nop )?(?:ho so )?(?:qua |dich vu |gui qua )*(?:buu chinh(?: cong ich)?|buu dien|bcci|post)$/, 'post'],
]

function channelIn(words: string): Channel | undefined {
  const plain = fold(words)
  return channelWords.find(([pattern]) => pattern.test(plain))?.[1]
}

export const readChannels: ValueReader = (cell, at) => words(cell, at, channels, channelIn)

/** Words out of a fixed list, each once; undefined where one of them is none. */
function words<T extends string>(
  cell: string,
  at: CellPlace,
  order: readonly T[],
  read: (word: string) => T | undefined,
): Value | undefined {
  const found = new Set<T>()
  for (const part of cell.split(/[,;/\n\r+]|(?<=\s)(?:và|hoặc)(?=\s)/iu)) {
    const word = fold(part)
    if (word === '') continue
    const value = read(word)
    if (value === undefined) return undefined
    found.add(value)
  }
  if (found.size === 0) return undefined
  return flow(
    order.filter(value => found.has(value)),
    at,
  )
}

/** What is longer is prose, in which nothing is looked for. */
const longestCases = 2000

/** A time, or several with their cases: “Trực tuyến: 3 ngày làm việc”. What is neither is kept for a rule to point at. */
export const readTime: ValueReader = (cell, at, heading) => {
  if (cell.length > longestCases) return text(cell, at)
  const whole = timeIn(cell, heading)
  if (whole !== undefined) return text(whole, at)
  const cases = parts(cell).map(part => caseIn(part, rest => timeIn(rest, heading)))
  if (cases.length > 0 && cases.every(found => found !== undefined)) {
    return list(cases.map(({ value, channel, when }) => map({ channel, time: value, when }, at)))
  }
  return text(cell, at)
}

/** A number without a unit takes that of the heading: “Thời hạn (ngày làm việc)”. */
function timeIn(written: string, heading: string): string | undefined {
  const read = parseDuration(written)
  if (isDuration(read)) return written
  if (read.kind !== 'unit-missing') return undefined
  const [unit] = /ngày làm việc|ngày|giờ làm việc|giờ|tháng/iu.exec(heading.normalize('NFC')) ?? []
  if (unit === undefined) return undefined
  const full = `${written} ${unit.toLowerCase()}`
  return isDuration(parseDuration(full)) ? full : undefined
}

interface Case<T> {
  readonly value: T
  readonly channel?: Channel
  readonly when?: string
}

/** A value with what stands before its colon: a channel, a case, or both. */
function caseIn<T>(part: string, read: (rest: string) => T | undefined): Case<T> | undefined {
  const alone = read(part)
  if (alone !== undefined) return { value: alone }
  for (let colon = part.lastIndexOf(':'); colon > 0; colon = part.lastIndexOf(':', colon - 1)) {
    const value = read(part.slice(colon + 1).trim())
    if (value !== undefined) return { value, ...caseOf(part.slice(0, colon).trim()) }
  }
  return undefined
}

function caseOf(label: string): { readonly channel?: Channel; readonly when?: string } {
  const channel = channelIn(label)
  if (channel !== undefined) return { channel }
  // “Nộp trực tuyến, hồ sơ phải xác minh”
  const comma = label.indexOf(',')
  const first = comma === -1 ? undefined : channelIn(label.slice(0, comma))
  return first === undefined ? { when: label } : { channel: first, when: label.slice(comma + 1).trim() }
}

/** Fees of a column that says which of the two they are, or of one that holds both. */
export function feesReader(kind: 'phí' | 'lệ phí' | undefined): ValueReader {
  return (cell, at) => {
    if (cell.length > longestCases) return list([map({ kind, amount: cell }, at)])
    const whole = parseMoney(cell)
    if (whole.kind === 'free') return text(whole.said, at)
    const one = feeIn(cell, kind)
    const cases =
      one === undefined ? parts(cell).map(part => caseIn(part, rest => feeIn(rest, kind))) : [{ value: one }]
    if (cases.length > 0 && cases.every(found => found !== undefined)) {
      return list(cases.map(({ value, channel, when }: Case<FeeParts>) => map({ ...value, channel, when }, at)))
    }
    // “Theo quy định của HĐND tỉnh”: the rule says why that will not do.
    return list([map({ kind, amount: cell }, at)])
  }
}

interface FeeParts {
  readonly kind: string | undefined
  readonly amount: string
  readonly per: string | undefined
}

const kindBefore = /^\s*(?:mức )?(?:thu )?(lệ phí|phí)\s*:\s*/iu
const kindBehind = /\s*\((lệ phí|phí)\)\s*$/iu

function feeIn(written: string, column: string | undefined): FeeParts | undefined {
  const [, before] = kindBefore.exec(written) ?? []
  const [, behind] = kindBehind.exec(written) ?? []
  const amount = written.replace(kindBefore, '').replace(kindBehind, '').trim()
  const kind = (before ?? behind)?.toLowerCase() ?? column
  // “/hợp đồng, giao dịch”: whatever stands behind the slash is what is paid for.
  const [, alone = amount, per] = /^([^/(]+?)\s*\(?\s*\/\s*(\p{L}[^()/;:\d]{0,60}?)\s*\)?$/u.exec(amount) ?? []
  const money = parseMoney(alone)
  if (money.kind !== 'amount' && money.kind !== 'foreign') return undefined
  return { kind, amount: writtenMoney(money), per }
}

/** Numbers of documents, bare where nothing else was written; a day and a title behind them where it was. */
export const readLegalBases: ValueReader = (cell, at) => {
  const pieces = parts(cell).flatMap(part =>
    isNumberList(part) ? part.split(/[,;]/).map(piece => piece.trim()) : [part],
  )
  const bases = pieces.filter(Boolean).map(piece => legalBase(piece, at))
  return bases.every(base => base.kind === 'text') ? { kind: 'list', items: bases, flow: true } : list(bases)
}

/** “60/2014/QH13, 123/2015/NĐ-CP”: a comma parts numbers only where each side is one. */
function isNumberList(part: string): boolean {
  const pieces = part
    .split(/[,;]/)
    .map(piece => piece.trim())
    .filter(Boolean)
  return pieces.length > 1 && pieces.every(piece => /^(?:\p{L}+ )*(?:số )?\d[\w./Đđ-]*\/[\p{L}\d.-]+$/u.test(piece))
}

const documentNumber = /\d[\d.]{0,7}[a-zđ]?\/(?:\d{4}\/)?[\p{Lu}Đđ][\p{L}\d/-]*\d{0,2}/u
const dayBehind = /,?\s*(?:ký )?ngày (\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})/iu

function legalBase(piece: string, at: CellPlace): Value {
  if (piece.length > longestCases) return text(piece, at)
  if (isLegalNumber(parseLegalNumber(piece))) return text(piece, at)
  const [number] = documentNumber.exec(piece) ?? []
  if (number === undefined || !isLegalNumber(parseLegalNumber(number))) return text(piece, at)
  const [said, day, month, year] = dayBehind.exec(piece) ?? []
  const date = day === undefined ? undefined : dayIn(`${day}/${month}/${year}`)
  const title = piece
    .replace(number, '')
    .replace(date === undefined ? '' : (said ?? ''), '')
    .replace(/\bsố\s*(?=[\s,.;:]|$)/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|[\s,;:–-]+$/g, '')
  return map({ number, date: date === undefined ? undefined : bare(date, at), title: title || undefined }, at)
}

/** “123/QĐ-UBND ngày 10/5/2022” */
export const readDecision: ValueReader = (cell, at) => {
  if (cell.length > longestCases) return undefined
  const [said, day, month, year] = dayBehind.exec(cell) ?? []
  const date = day === undefined ? undefined : dayIn(`${day}/${month}/${year}`)
  const number = (date === undefined ? cell : cell.replace(said ?? '', ''))
    .replace(/^(?:quyết định|qđ)?\s*(?:số)?\s*:?\s*(?=\d)/iu, '')
    .trim()
  return number === '' ? undefined : map({ number, date: date === undefined ? undefined : bare(date, at) }, at)
}

export const readIso: ValueReader = (cell, at) => map({ process: cell }, at)
