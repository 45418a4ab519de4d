import { type BoardView, boardRecords } from './board.js'
import { type BoardRecord, contentCode, contentOf } from './board-records.js'
import { vietnameseDate } from './vietnamese-text.js'

/** boards.json: which boards were issued, and what each of them shows. Nothing but what the boards print. */
export interface BoardRegister {
  readonly format: 1
  readonly agency: string
  /** The day as of which the list is true. */
  readonly date: string | null
  /** Of all that the catalog publishes. */
  readonly revision: string
  readonly boards: readonly RegisteredBoard[]
  /** What the boards show, by id. */
  readonly records: Readonly<Record<string, Omit<BoardRecord, 'id'>>>
  /** Boards of former issues that no longer tell the truth. */
  readonly superseded: readonly SupersededBoard[]
}

interface BoardName {
  readonly code: string
  readonly kind: string
  readonly subject: string
  readonly title: string
}

export interface RegisteredBoard extends BoardName {
  /** Where it is printed; null where it was not part of this issue, because nothing of it had changed. */
  readonly file: string | null
  /** First and last page in that file. */
  readonly pages: readonly [number, number]
  readonly paper: string
  readonly orientation: string
  /** Height of the smallest capitals, mm, and the metres from which they are read. */
  readonly letterHeight: number
  readonly readableFrom: number
  readonly shows: readonly string[]
}

export interface SupersededBoard extends BoardName {
  /** The day as of which its list was true. */
  readonly date: string | null
  /** The day of the list that it no longer agrees with. */
  readonly supersededOn: string | null
  readonly changes: readonly BoardChange[]
}

/** A value that a board shows and that is another by now; null where there was or is none. */
export interface BoardChange {
  readonly record: string
  /** “Cán bộ Nguyễn Thị Thu Hà” */
  readonly name: string
  readonly value: string
  readonly before: string | null
  readonly after: string | null
}

export type RecordsById = ReadonlyMap<string, Pick<BoardRecord, 'name' | 'values'>>

/** What differs in what a board shows. A record that is gone is one change. */
export function boardChanges(shows: readonly string[], before: RecordsById, after: RecordsById): BoardChange[] {
  return shows.flatMap(id => {
    const old = before.get(id)
    const fresh = after.get(id)
    if (old === undefined) return []
    if (fresh === undefined) return [{ record: id, name: old.name, value: '', before: old.name, after: null }]
    const keys = new Set([...Object.keys(old.values), ...Object.keys(fresh.values)])
    return [...keys]
      .filter(key => old.values[key] !== fresh.values[key])
      .map(key => ({
        record: id,
        name: old.name,
        value: key,
        before: old.values[key] ?? null,
        after: fresh.values[key] ?? null,
      }))
  })
}

/** “Cán bộ Nguyễn Thị Thu Hà: điện thoại 0274 0123 401 → 0274 0123 402” */
export function changeText({ name, value, before, after }: BoardChange): string {
  if (value === '') return `${name}: không còn trong danh mục`
  return `${name}: ${value} ${before ?? '(chưa có)'} → ${after ?? '(bỏ)'}`
}

/** Boards of a former issue that are wrong by now, and those that were wrong before. */
export function supersededBy(
  former: BoardRegister,
  view: BoardView,
  current: readonly RegisteredBoard[],
): SupersededBoard[] {
  const after = boardRecords(view)
  const before = registerRecords(former)
  const codes = new Set(current.map(({ code }) => code))
  const fresh = former.boards
    .filter(({ code }) => !codes.has(code))
    .flatMap((board): SupersededBoard[] => {
      const changes = boardChanges(board.shows, before, after)
      if (changes.length === 0) return []
      const { code, kind, subject, title } = board
      return [{ code, kind, subject, title, date: former.date, supersededOn: view.date?.iso ?? null, changes }]
    })
  const known = new Set([...codes, ...fresh.map(({ code }) => code)])
  return [...fresh, ...former.superseded.filter(({ code }) => !known.has(code))]
}

/** Boards of a former issue that nobody printed anew and that may well hang on: part of the register, and of no file. */
export interface CarriedBoards {
  readonly boards: readonly RegisteredBoard[]
  readonly records: BoardRegister['records']
}

/** Boards of a former issue that are still true, and that no board made now replaces. */
export function carriedOver(
  former: BoardRegister,
  view: BoardView,
  current: readonly RegisteredBoard[],
): CarriedBoards {
  const before = registerRecords(former)
  const after = boardRecords(view)
  // A board of the same name replaces it where it shows all that it showed; a wall may have been divided otherwise.
  const isReplaced = ({ kind, subject, shows }: RegisteredBoard) =>
    current.some(
      one => one.kind === kind && one.subject === subject && shows.every(record => one.shows.includes(record)),
    )
  const boards = former.boards
    .filter(board => !isReplaced(board) && boardChanges(board.shows, before, after).length === 0)
    .map((board): RegisteredBoard => ({ ...board, file: null, pages: [0, 0] }))
  const shown = new Set(boards.flatMap(({ shows }) => shows))
  return { boards, records: Object.fromEntries(Object.entries(former.records).filter(([id]) => shown.has(id))) }
}

function registerRecords(register: BoardRegister): RecordsById {
  return new Map(Object.entries(register.records))
}

export type BoardStatus =
  | { readonly state: 'current'; readonly board: BoardName; readonly date: string | null }
  | {
      readonly state: 'superseded'
      readonly board: BoardName
      readonly date: string | null
      readonly supersededOn: string | null
      readonly changes: readonly BoardChange[]
    }
  | { readonly state: 'unknown' }

/**
 * What a printed code is worth. A board whose content is what the catalog says today is current, even where the catalog
 * was issued anew since: its code differs in its second half only. With `view` the catalog of today is asked, without it
 * the register.
 */
export function boardStatus(code: string, register: BoardRegister, view?: BoardView): BoardStatus {
  const after = view === undefined ? registerRecords(register) : boardRecords(view)
  const date = view === undefined ? register.date : (view.date?.iso ?? null)
  const before = registerRecords(register)
  const board =
    register.boards.find(one => one.code === code) ??
    register.boards.find(one => contentOf(one.code) === contentOf(code))
  if (board !== undefined) {
    const changes = boardChanges(board.shows, before, after)
    return changes.length === 0
      ? { state: 'current', board, date: register.date }
      : { state: 'superseded', board, date: register.date, supersededOn: date, changes }
  }
  const old = register.superseded.find(one => one.code === code)
  if (old === undefined) return { state: 'unknown' }
  return { state: 'superseded', board: old, date: old.date, supersededOn: old.supersededOn, changes: old.changes }
}

/** One line of the page that says which printed boards are right. */
export interface BoardStatusLine {
  readonly code: string
  readonly title: string
  readonly current: boolean
  /** “01/07/2022”: of the list that it was printed from. */
  readonly date: string | null
  readonly supersededOn: string | null
  readonly changes: readonly string[]
}

/** Every code that was ever printed, as far as boards.json tells, by code: what somebody before a board looks up. */
export function boardStatusLines(register: BoardRegister, view?: BoardView): BoardStatusLine[] {
  const codes = new Set([...register.boards, ...register.superseded].map(({ code }) => code))
  return [...codes].sort().flatMap((code): BoardStatusLine[] => {
    const status = boardStatus(code, register, view)
    if (status.state === 'unknown') return []
    const superseded = status.state === 'superseded'
    const day = (iso: string | null) => (iso === null ? null : vietnameseDate(iso))
    return [
      {
        code,
        title: status.board.title,
        current: !superseded,
        date: day(status.date),
        supersededOn: superseded ? day(status.supersededOn) : null,
        changes: superseded ? status.changes.map(changeText) : [],
      },
    ]
  })
}

/** Whether two sheets show the same, whatever the issue. */
export function sameContent(a: readonly BoardRecord[], b: readonly BoardRecord[]): boolean {
  return contentCode(a) === contentCode(b)
}

/** Reads boards.json; undefined where it is none of ours. */
export function readRegister(text: string): BoardRegister | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { format, agency, date, revision, boards, records, superseded } = value as Partial<BoardRegister>
    const lists = Array.isArray(boards) && Array.isArray(superseded) && typeof records === 'object' && records !== null
    if (format !== 1 || !lists) return undefined
    const isSound =
      [agency, revision].every(isText) &&
      isTextOrNull(date) &&
      boards.every(isRegistered) &&
      superseded.every(isSuperseded) &&
      Object.values(records).every(isRecord)
    return isSound ? (value as BoardRegister) : undefined
  } catch {
    return undefined
  }
}

/** What JSON may hold in place of a T. */
type Unsure<T> = { readonly [K in keyof T]?: unknown } | null

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value)
}

function isNamed(one: Unsure<BoardName>): boolean {
  return [one?.code, one?.kind, one?.subject, one?.title].every(isText)
}

function isRegistered(one: Unsure<RegisteredBoard>): boolean {
  return (
    isNamed(one) &&
    isTextOrNull(one?.file) &&
    isListOf(one?.pages, page => Number.isSafeInteger(page)) &&
    isListOf(one?.shows, isText)
  )
}

function isSuperseded(one: Unsure<SupersededBoard>): boolean {
  return isNamed(one) && [one?.date, one?.supersededOn].every(isTextOrNull) && isListOf(one?.changes, isChange)
}

function isChange(value: unknown): boolean {
  const change = value as Unsure<BoardChange>
  return (
    [change?.record, change?.name, change?.value].every(isText) && [change?.before, change?.after].every(isTextOrNull)
  )
}

function isRecord(one: Unsure<BoardRecord>): boolean {
  const values = one?.values
  return isText(one?.name) && typeof values === 'object' && values !== null && Object.values(values).every(isText)
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}
