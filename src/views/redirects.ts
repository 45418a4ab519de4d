import type { Procedure } from '../catalog/model.js'
import type { SiteContext } from './site-context.js'

/** The small page at the address of a code that was replaced. */
export interface Redirect {
  readonly address: string
  readonly code: string
  readonly target: string
  readonly title: string
}

/** Old codes lead to what came in their place: their addresses are printed on boards. */
export function redirects({ catalog, addresses, addressOf, options }: SiteContext): Redirect[] {
  const byCode = new Map(catalog.procedures.map(procedure => [procedure.code, procedure]))
  const successors = new Map<string, string>(options.replaced ?? [])
  for (const { code, replaces } of catalog.procedures) for (const old of replaces ?? []) successors.set(old, code)
  const found: Redirect[] = []
  for (const code of successors.keys()) {
    const target = follow(code, successors, byCode)
    const address = addresses.retired(code)
    if (target === undefined || address === undefined) continue
    found.push({ address, code, target: addressOf(target), title: target.title })
  }
  return found.sort((a, b) => (a.address < b.address ? -1 : 1))
}

function follow(
  code: string,
  successors: ReadonlyMap<string, string>,
  byCode: ReadonlyMap<string, Procedure>,
): Procedure | undefined {
  const seen = new Set<string>()
  for (let next = successors.get(code); next !== undefined && !seen.has(next); next = successors.get(next)) {
    seen.add(next)
    const found = byCode.get(next)
    if (found !== undefined) return found
  }
  return undefined
}
