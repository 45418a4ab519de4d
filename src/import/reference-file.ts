import type { ReferenceEntry } from '../catalog/reference-list.js'
import { readTable } from './read-table.js'
import { referenceEntries } from './reference-rows.js'

/** The entries of a list that the user gives, such as the one that the national portal exports. Throws a Failure. */
export async function readReferenceFile(path: string, bytes: Uint8Array): Promise<readonly ReferenceEntry[]> {
  const { rows } = await readTable(path, bytes)
  return referenceEntries(
    path,
    rows.map(row => row.map(({ text }) => text)),
  )
}
