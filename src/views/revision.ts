import { createHash } from 'node:crypto'
import type { Catalog } from '../catalog/model.js'

/** Eight signs that change with anything that is published: “3F2A-90C1”. What is internal does not count. */
export function revisionOf({ agency, publication, officers, fields, procedures }: Catalog): string {
  const published = {
    agency,
    publication,
    officers: officers.map(({ internal, ...officer }) => officer),
    fields,
    procedures,
  }
  const hash = createHash('sha256').update(JSON.stringify(published)).digest('hex').toUpperCase()
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`
}
