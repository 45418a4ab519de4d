import type { Catalog } from '../catalog/model.js'
import { listType, recordType } from '../catalog/plain-value.js'
import { catalogKeys, type Type } from '../catalog/schema.js'

/** The whole catalog as JSON, keys and values as the format names them; what is internal is left out. */
export function renderCatalogJson(catalog: Catalog): string {
  const { agency, publication, officers, fields, procedures } = catalog
  const parts = { agency, publication, officers, fields, procedures }
  const data = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, published(catalogKeys[name as keyof typeof parts].type, value)] as const],
  )
  return `${JSON.stringify(Object.fromEntries(data), undefined, 2)}\n`
}

/** Keys are picked by the schema, one by one: what it does not name cannot leave. */
function published(type: Type, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = listType(type)?.items
    return items === undefined ? value : value.map(item => published(items, item))
  }
  if (typeof value !== 'object' || value === null) return value
  const record = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(recordType(type)?.keys ?? {}).flatMap(([name, key]) =>
      name === 'internal' || record[name] === undefined ? [] : [[name, published(key.type, record[name])]],
    ),
  )
}
