/** What a statement says of its subject: another thing, a text in a language, or a typed value. */
export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly lang: 'vi' | 'en' }
  | { readonly value: string; readonly type?: string }

/** A thing and what is said of it. `id` may be relative to the folder that the data is published in. */
export interface Resource {
  readonly id: string
  /** Prefixed names: `cpsv:PublicService`. */
  readonly types: readonly string[]
  readonly statements: readonly (readonly [predicate: string, term: Term])[]
}

/** A set of things, each once, in the order in which they were added. */
export interface Graph {
  readonly prefixes: Readonly<Record<string, string>>
  /** Absolute address of the folder that the data is published in; without it, what is relative stays so. */
  readonly base?: string | undefined
  readonly resources: readonly Resource[]
}

/** JSON-LD 1.1 that needs no other file: the context is inside. Equal graphs give equal bytes. */
export function jsonLdText({ prefixes, base, resources }: Graph): string {
  const context = { ...(base !== undefined && { '@base': iri(base) }), ...prefixes }
  const nodes = resources.map(({ id, types, statements }) => ({
    '@id': iri(id),
    '@type': types,
    ...Object.fromEntries(
      Array.from(grouped(statements), ([predicate, terms]) => {
        const values = terms.map(jsonLdValue)
        return [predicate, values.length === 1 ? values[0] : values]
      }),
    ),
  }))
  // A thing a line: half the size of the usual indentation, and a change shows what it is about.
  const lines = nodes.map(node => JSON.stringify(node)).join(',\n')
  return `{"@context":${JSON.stringify(context)},\n"@graph":[\n${lines}\n]}\n`
}

function jsonLdValue(term: Term) {
  if ('iri' in term) return { '@id': iri(term.iri) }
  if ('text' in term) return { '@value': wellFormed(term.text), '@language': term.lang }
  return term.type === undefined ? wellFormed(term.value) : { '@value': wellFormed(term.value), '@type': term.type }
}

/** RDF 1.1 Turtle. Equal graphs give equal bytes. */
export function turtleText({ prefixes, base, resources }: Graph): string {
  const head = [
    ...(base === undefined ? [] : [`@base <${iri(base)}> .`]),
    ...Object.entries(prefixes).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`),
  ]
  const blocks = resources.map(({ id, types, statements }) => {
    const lines = [`a ${types.join(', ')}`]
    for (const [predicate, terms] of grouped(statements)) lines.push(`${predicate} ${terms.map(turtleTerm).join(', ')}`)
    return `<${iri(id)}> ${lines.join(' ;\n  ')} .\n`
  })
  return `${head.join('\n')}\n\n${blocks.join('\n')}`
}

function turtleTerm(term: Term): string {
  if ('iri' in term) return `<${iri(term.iri)}>`
  if ('text' in term) return `${quoted(term.text)}@${term.lang}`
  return term.type === undefined ? quoted(term.value) : `${quoted(term.value)}^^${term.type}`
}

function grouped(statements: Resource['statements']): ReadonlyMap<string, readonly Term[]> {
  const groups = new Map<string, Term[]>()
  for (const [predicate, term] of statements) {
    const terms = groups.get(predicate)
    if (terms === undefined) groups.set(predicate, [term])
    else if (!terms.some(other => isSame(other, term))) terms.push(term)
  }
  return groups
}

function isSame(a: Term, b: Term): boolean {
  if ('iri' in a || 'iri' in b) return 'iri' in a && 'iri' in b && a.iri === b.iri
  if ('text' in a || 'text' in b) return 'text' in a && 'text' in b && a.text === b.text && a.lang === b.lang
  return a.value === b.value && a.type === b.type
}

/** Signs that RFC 3987 does not let stand where they stand become percent signs: browsers are more lenient than it. */
function iri(text: string): string {
  const [, head = '', tail = '', fragment] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^#]*)(?:#(.*))?$/is.exec(wellFormed(text)) ?? []
  return encoded(head) + strictly(tail) + (fragment === undefined ? '' : `#${strictly(fragment)}`)
}

function strictly(part: string): string {
  return encoded(part).replace(/[[\]#]/g, encodeURIComponent)
}

function encoded(part: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  return part.replace(/[\u0000-\u0020\u007F-\u009F\uE000-\uFFFF<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/g, sign =>
    encodeURIComponent(sign),
  )
}

function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  const escaped = wellFormed(text).replace(/["\\\u0000-\u001F\u007F]/g, sign => {
    const letter = short[sign]
    return letter ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
  })
  return `"${escaped}"`
}

const short: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Half a surrogate pair has no place in UTF-8: it becomes what a decoder would make of it, in both forms alike. */
function wellFormed(text: string): string {
  return /[\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text
}
