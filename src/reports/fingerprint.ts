import { createHash } from 'node:crypto'
import { recordFinder } from '../catalog/record-names.js'
import { writtenAt } from '../check/baseline.js'
import type { Finding } from '../finding.js'
import type { CatalogReport } from './reporter.js'

/** A finding that can be told from all others, and known again after the lines around it have moved. */
export interface Identified {
  readonly finding: Finding
  /** The record it lies in, as `procedures/1.001193`; empty where it lies in none. */
  readonly record: string
  readonly fingerprint: string
}

/**
 * Findings with a fingerprint each, made of catalog, rule, record and value, and of a turn where these are equal. Messages are no
 * part of it: they count days and name others.
 */
export async function identify({ path, findings, loaded }: CatalogReport): Promise<readonly Identified[]> {
  const recordOf = await recordFinder(loaded.files)
  const own = new Set(loaded.files)
  const turns = new Map<string, number>()
  return findings.map(finding => {
    const { at, rule } = finding
    const record = recordOf(at)
    // A configuration reaches many catalogs and is told of once.
    const home = own.has(at.source) ? path : at.source.path
    const key = JSON.stringify([home, rule, record, writtenAt(finding)])
    const turn = (turns.get(key) ?? 0) + 1
    turns.set(key, turn)
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([key, turn]))
      .digest('hex')
      .slice(0, 40)
    return { finding, record, fingerprint }
  })
}
