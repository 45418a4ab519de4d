import { unzipSync, zipSync } from 'fflate'

/** The same archive without the time of its making, so that the same content is the same bytes. */
export function steadyZip(bytes: Uint8Array): Uint8Array {
  // The first moment that a zip can name, in local time as zips have it.
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) })
}
