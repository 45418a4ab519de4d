/** What became of asking for a web address. */
export type LinkAnswer =
  /** The page is there, or its server does not show it to programs: 401, 403, 429. */
  | { readonly kind: 'ok' }
  /** Moved for good; the page at `to` is there. */
  | { readonly kind: 'moved'; readonly to: string }
  /** 404 or 410. */
  | { readonly kind: 'missing'; readonly status: number }
  | { readonly kind: 'no-host'; readonly host: string }
  /** The address, or one that it leads to, lies in a private network; it was not asked. */
  | { readonly kind: 'private'; readonly host: string; readonly address: string }
  /** Redirects without an end. */
  | { readonly kind: 'loop' }
  /** No answer, several times; it may be there tomorrow. `detail`: 503, ECONNREFUSED, CERT_HAS_EXPIRED. */
  | { readonly kind: 'unreachable'; readonly reason: Unreachable; readonly detail: string }

export type Unreachable = 'timeout' | 'status' | 'certificate' | 'connection'

/** By the address as it was written. */
export type LinkAnswers = ReadonlyMap<string, LinkAnswer>
