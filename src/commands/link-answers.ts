import type { Loaded } from '../catalog/load.js'
import { webLinks } from '../catalog/web-links.js'
import type { LinkAnswers } from '../check/link-answer.js'
import { LinkCache } from '../check/link-cache.js'
import { askable, askLinks } from '../check/links.js'
import type { Io } from '../io.js'

export interface LinkAnswersOptions {
  readonly allowPrivate?: boolean
  readonly cache?: boolean
}

/** Asks for every web address of the catalogs, each once, and not again on the same day. */
export async function linkAnswers(
  catalogs: readonly { readonly loaded: Loaded }[],
  { allowPrivate = false, cache: wanted = true }: LinkAnswersOptions,
  io: Io,
): Promise<LinkAnswers> {
  const urls = new Set(catalogs.flatMap(({ loaded }) => urlsOf(loaded)))
  // With private addresses allowed the answers are those of one network, and of no use to another.
  const cache = wanted && !allowPrivate ? await LinkCache.open(io) : LinkCache.none(io)
  const known = new Map<string, ReturnType<typeof cache.get> & object>()
  for (const url of urls) {
    const answer = cache.get(url)
    if (answer !== undefined) known.set(url, answer)
  }
  const open = [...urls].filter(url => !known.has(url))
  const fresh = await askLinks(open, { allowPrivate }, io, io.progress)
  await cache.keep(fresh)
  return new Map([...known, ...fresh])
}

function urlsOf({ catalog, sources }: Loaded): string[] {
  return Array.from(webLinks(catalog, sources.where.bind(sources)), ({ url }) => url).filter(askable)
}
