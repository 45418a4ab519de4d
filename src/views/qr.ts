import { encode } from 'uqr'

/** A QR code as one path on a grid of `size` modules, the quiet zone included. */
export interface QrView {
  readonly text: string
  readonly size: number
  readonly path: string
}

/** The quiet zone that ISO/IEC 18004 asks for. */
const quiet = 4

/** Many procedures are handed in at one address, and a preview draws the same codes at every change. */
const drawn = new Map<string, QrView>()
const mostDrawn = 2000

export function qrView(text: string): QrView {
  const known = drawn.get(text)
  if (known !== undefined) return known
  const { data, size } = encode(text, { ecc: 'M', border: quiet })
  const view = { text, size, path: data.map(rowPath).join('') }
  if (drawn.size < mostDrawn) drawn.set(text, view)
  return view
}

/** Makes the code of an address once: most procedures of a ward are handed in at one and the same portal. */
export function qrViews(): (text: string) => QrView {
  const made = new Map<string, QrView>()
  return text => {
    const known = made.get(text) ?? qrView(text)
    made.set(text, known)
    return known
  }
}

/** One stroke for each run of dark modules: half the bytes of a square for each. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x += 1
    path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return path
}
