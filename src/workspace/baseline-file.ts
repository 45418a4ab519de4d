import { Baseline } from '../check/baseline.js'
import { Failure } from '../failure.js'
import type { Io } from '../io.js'
import { cannotRead } from './discover.js'

export interface BaselineFile {
  readonly baseline: Baseline
  /** As it stands on the disk; absent where there is no file yet. */
  readonly text?: string
}

/** Reads a baseline. Throws a Failure where that cannot be done, or there is none and none may be begun. */
export async function readBaseline(path: string, mayBeMissing: boolean, io: Io): Promise<BaselineFile> {
  try {
    const text = new TextDecoder().decode(await io.readBytes(path))
    return { baseline: Baseline.parse(path, text), text }
  } catch (error) {
    if (error instanceof Failure) throw error
    if (mayBeMissing && (error as { code?: string }).code === 'ENOENT') return { baseline: Baseline.empty() }
    throw cannotRead(path, error)
  }
}
