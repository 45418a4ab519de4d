/** One `<meta property="…" content="…">`. The template escapes the content. */
export interface MetaTag {
  readonly property: string
  readonly content: string
}

export interface PageFacts {
  readonly title: string
  readonly description: string
  /** Name of the office. */
  readonly siteName: string
  /** Absolute, known only with `--base-url`. */
  readonly url?: string | undefined
  /** Absolute address of a picture. */
  readonly image?: string | undefined
}

/** Sites that show a preview of a link cut at about this many letters; we cut between words. */
const longestDescription = 200

/** What Zalo, Facebook and others show of a link that somebody shares (https://ogp.me). */
export function openGraph({ title, description, siteName, url, image }: PageFacts): readonly MetaTag[] {
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['og:type', 'website'],
    ['og:locale', 'vi_VN'],
    ['og:site_name', siteName],
    ['og:title', title],
    ['og:description', shortened(description, longestDescription)],
    ['og:url', url],
    ['og:image', image],
  ]
  return tags.flatMap(([property, content]) => (content === undefined || content === '' ? [] : [{ property, content }]))
}

/** Not longer than `length` UTF-16 units, cut between words where there are any, the cut marked by “…”. */
export function shortened(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= length) return plain
  const head = plain.slice(0, length - 1)
  const space = head.lastIndexOf(' ')
  const cut = space > length / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/[\s,;:.(–-]+$/, '')}…`
}
