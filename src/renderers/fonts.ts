import { fonts } from '../generated/fonts.js'
import type { BinaryFile } from './renderer.js'

/** Be Vietnam Pro within the style sheet, for a page that is one file. */
export function embeddedFonts(): string {
  return fonts.map(({ weight, range, base64 }) => face(weight, range, `data:font/woff2;base64,${base64}`)).join('')
}

/** The same font as files beside the style sheet, which every page of a site then shares. */
export function linkedFonts(): string {
  return fonts.map(({ weight, range, file }) => face(weight, range, file)).join('')
}

export function fontFiles(folder: string): BinaryFile[] {
  return fonts.map(({ file, base64 }) => ({ path: folder + file, bytes: Buffer.from(base64, 'base64') }))
}

function face(weight: number, range: string, url: string): string {
  return `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(${url}) format("woff2");unicode-range:${range}}\n`
}
