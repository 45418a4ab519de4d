import {
  dayOrMonth,
  newest,
  type ReferenceEntry,
  type ReferenceList,
  referenceList,
  tableEntries,
} from '../catalog/reference-list.js'
import { referenceAsOf, referenceTable } from '../generated/reference.js'
import { readReferenceFile } from '../import/reference-file.js'
import type { Io } from '../io.js'
import type { Text } from '../locale.js'
import { cannotRead } from './discover.js'

/**
 * What catalogs are compared with: the list that comes with the tool and, over it, the one that the user gives. The portal
 * exports a list for each ministry, so what such a list does not hold is still looked up in ours.
 */
export async function readReference(path: string | undefined, io: Io): Promise<ReferenceList> {
  const { vi, en } = dayOrMonth(referenceAsOf)
  if (path === undefined) {
    const name = { vi: `danh sách đối chiếu (nguồn đến ${vi})`, en: `the reference list (sources up to ${en})` }
    return referenceList(name, tableEntries(referenceTable))
  }
  const own = await readReferenceFile(path, await bytesOf(path, io))
  const name = ownName(path, own)
  return referenceList(
    {
      vi: `${name.vi} và danh sách kèm theo phần mềm (nguồn đến ${vi})`,
      en: `${name.en} and the list that comes with the tool (sources up to ${en})`,
    },
    [...tableEntries(referenceTable), ...own],
  )
}

function ownName(path: string, entries: readonly ReferenceEntry[]): Text {
  const asOf = newest(entries)
  if (asOf === undefined) return { vi: `danh sách “${path}”`, en: `the list “${path}”` }
  const { vi, en } = dayOrMonth(asOf)
  return { vi: `danh sách “${path}” (đến ${vi})`, en: `the list “${path}” (up to ${en})` }
}

async function bytesOf(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.readBytes(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
}
