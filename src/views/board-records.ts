import { createHash } from 'node:crypto'

/** One thing that a board shows, with its values as they are printed: what a revision code is made from. */
export interface BoardRecord {
  /** “listing/1.001193”, “officer/ho-tich-1”: the same as long as the code or the id is. */
  readonly id: string
  /** “Thủ tục 1.001193 (Đăng ký khai sinh)” */
  readonly name: string
  /** By the name that the value has on the board. */
  readonly values: Readonly<Record<string, string>>
}

/** Digits and capitals that nobody takes for one another when a code is read out over the telephone (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function code(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest()
  return Array.from({ length }, (_, index) => letters[(hash[index] ?? 0) % 32]).join('')
}

const contentLength = 5
const issueLength = 3

/** A code of the usual length, for measuring before the real one is known. */
export const anyRevision = `${'0'.repeat(contentLength)}-${'0'.repeat(issueLength)}`

/**
 * “7K2MQ-9XR”: the first half comes from what the sheet shows and stays while that stays, the second from the day and the
 * revision of the whole catalog. So a sheet printed last year is still known to be right, and two issues are told apart.
 */
export function revisionCode(shows: readonly BoardRecord[], issue: string): string {
  return `${contentCode(shows)}-${code(issue, issueLength)}`
}

export function contentCode(shows: readonly BoardRecord[]): string {
  return code(contentText(shows), contentLength)
}

/** What two sheets have in common where they show the same. */
function contentText(shows: readonly BoardRecord[]): string {
  return JSON.stringify(shows.map(({ id, values }) => [id, Object.entries(values)]))
}

/** The revision of all that a catalog publishes. */
export function catalogRevision(records: Iterable<BoardRecord>): string {
  return createHash('sha256')
    .update(contentText([...records]))
    .digest('hex')
    .slice(0, 12)
}

/** As somebody types it from paper: without the hyphen, in small letters, O for 0 and I or L for 1. */
export function readRevision(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (plain.length !== contentLength + issueLength || [...plain].some(letter => !letters.includes(letter))) {
    return undefined
  }
  return `${plain.slice(0, contentLength)}-${plain.slice(contentLength)}`
}

/** The half of a code that comes from what the sheet shows. */
export function contentOf(revision: string): string {
  return revision.slice(0, contentLength)
}
