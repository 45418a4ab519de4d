/**
 * A ZIP archive without the hour at which it was made, so that the same content gives the same bytes: every entry gets the
 * earliest day that the format knows, 1980-01-01. Nothing else in it changes.
 */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  let at = view.getUint32(end + 16, true)
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries -= 1) {
    expectSignature(view, at, 0x02014b50)
    setTime(view, at + 12)
    const local = view.getUint32(at + 42, true)
    expectSignature(view, local, 0x04034b50)
    setTime(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

/** Midnight, and then day 1 of month 1 of year 0 (1980). */
function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, (1 << 5) | 1, true)
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error('this is no ZIP archive')
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error('this ZIP archive is built in an unknown way')
}
