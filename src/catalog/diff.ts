import type { Agency, Catalog, Field, Officer, Procedure, Publication } from './model.js'

/** What differs between two states of a catalog, as far as the public may know it: `internal` is not compared. */
export interface Changes {
  readonly procedures: ChangesOf<Procedure>
  /** Procedures that gave way to another one; they are not among the added and the removed. */
  readonly replaced: readonly { readonly before: Procedure; readonly after: Procedure }[]
  readonly fields: ChangesOf<Field>
  readonly officers: ChangesOf<Officer>
  /** Keys of the agency whose values differ. */
  readonly agency: readonly (keyof Agency)[]
  readonly publication: readonly (keyof Publication)[]
}

export interface ChangesOf<R> {
  /** In the order of the newer catalog. */
  readonly added: readonly R[]
  /** In the order of the older catalog. */
  readonly removed: readonly R[]
  readonly changed: readonly Changed<R>[]
}

export interface Changed<R> {
  readonly before: R
  readonly after: R
  /** In the order of the schema, as far as the records follow it. */
  readonly keys: readonly (keyof R)[]
}

/** Records are matched by code or id, a repeated one by its turn, then compared key by key. The order of records is no change. */
export function diffCatalogs(before: Catalog, after: Catalog): Changes {
  const procedures = compare(before.procedures, after.procedures, ({ code }) => code)
  const replaced = replacements(before.procedures, procedures)
  const gone = new Set<Procedure>(replaced.map(pair => pair.before))
  const come = new Set<Procedure>(replaced.map(pair => pair.after))
  return {
    procedures: {
      added: procedures.added.filter(record => !come.has(record)),
      removed: procedures.removed.filter(record => !gone.has(record)),
      changed: procedures.changed,
    },
    replaced,
    fields: compare(before.fields, after.fields, ({ id }) => id),
    officers: compare(before.officers, after.officers, ({ id }) => id),
    agency: differingKeys(before.agency ?? {}, after.agency ?? {}) as (keyof Agency)[],
    publication: differingKeys(before.publication ?? {}, after.publication ?? {}) as (keyof Publication)[],
  }
}

/** Whether nothing differs that the public may know. */
export function isUnchanged({ procedures, replaced, fields, officers, agency, publication }: Changes): boolean {
  const lists = [procedures, fields, officers].flatMap(({ added, removed, changed }) => [added, removed, changed])
  return [...lists, replaced, agency, publication].every(({ length }) => length === 0)
}

function compare<R extends object>(
  before: readonly R[],
  after: readonly R[],
  nameOf: (record: R) => string,
): ChangesOf<R> {
  const old = byName(before, nameOf)
  const fresh = byName(after, nameOf)
  const changed: Changed<R>[] = []
  for (const [name, record] of fresh) {
    const former = old.get(name)
    const keys = former === undefined ? [] : differingKeys(former, record)
    if (former !== undefined && keys.length > 0) changed.push({ before: former, after: record, keys })
  }
  return {
    added: [...fresh].filter(([name]) => !old.has(name)).map(([, record]) => record),
    removed: [...old].filter(([name]) => !fresh.has(name)).map(([, record]) => record),
    changed,
  }
}

/** A code that stands twice is an error, but neither of the two may be lost. */
function byName<R>(records: readonly R[], nameOf: (record: R) => string): ReadonlyMap<string, R> {
  const named = new Map<string, R>()
  for (const record of records) {
    let name = nameOf(record)
    while (named.has(name)) name += '\0'
    named.set(name, record)
  }
  return named
}

function differingKeys<R extends object>(before: R, after: R): (keyof R)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof R>
  keys.delete('internal' as keyof R)
  return [...keys].filter(key => canonical(before[key]) !== canonical(after[key]))
}

/** `{a, b}` and `{b, a}` say the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A procedure that is gone, and names as its successor one that is new. */
function replacements(before: readonly Procedure[], { added, removed, changed }: ChangesOf<Procedure>) {
  const isNew = new Map(added.map(record => [record.code, record]))
  const renamed = new Map(changed.map(change => [change.before, change.after]))
  return before.flatMap(record => {
    const successor = isNew.get((renamed.get(record) ?? record).replacedBy ?? '')
    return successor !== undefined && removed.includes(record) ? [{ before: record, after: successor }] : []
  })
}
