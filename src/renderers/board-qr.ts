import { encode } from 'uqr'
import type { BoardNode } from './board-node.js'

/** Light modules around a code that ISO/IEC 18004 asks for. */
const quiet = 4
/** A telephone reads a module of 0.4 mm at a hand's breadth from a laser print; ours are no smaller, mm. */
export const smallestModule = 0.4
/** A scanner reads a code from about ten times its width. */
export const usualModule = 0.55

export interface QrCode {
  /** Modules along a side, the light ones around it included. */
  readonly modules: number
  readonly text: string
}

/** Codes of texts of one length are of one size: sheets are measured many times, and no code is drawn for that. */
const sizes = new Map<number, number>()

export function qrCode(text: string): QrCode {
  const length = new TextEncoder().encode(text).length
  const known = sizes.get(length)
  if (known !== undefined) return { modules: known, text }
  // Letters outside of the narrow alphabets of QR, as in every address: a code of bytes.
  const modules =
    encode(`x${'é'.repeat(Math.floor((length - 1) / 2))}${length % 2 === 0 ? 'x' : ''}`, code).size + 2 * quiet
  sizes.set(length, modules)
  return { modules, text }
}

/** Correction level M: a code with a scratch (15 %) is still read. */
const code = { ecc: 'M', border: 0 } as const

/** The dark modules of a row become one rectangle. */
function qrPath({ text, modules }: QrCode): string {
  const { data, size } = encode(text, { ...code, minVersion: (modules - 2 * quiet - 17) / 4 })
  let path = ''
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue
      const start = x
      while (x + 1 < size && row[x + 1]) x += 1
      const width = x - start + 1
      path += `M${start + quiet} ${y + quiet}h${width}v1h-${width}z`
    }
  }
  return path
}

/** The width of a code: as wished, but no module under the smallest. */
export function qrWidth(code: QrCode, wished: number): number {
  return Math.max(wished, code.modules * smallestModule)
}

export function qrNode(code: QrCode, label: string, x: number, y: number, width: number): BoardNode {
  return {
    tag: 'a',
    kind: 'qr',
    href: code.text,
    label,
    box: { x, y, width, height: width },
    qr: { modules: code.modules, path: qrPath(code) },
  }
}
