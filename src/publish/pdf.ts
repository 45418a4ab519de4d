import { Failure } from '../failure.js'
import type { Io, PrintingBrowser } from '../io.js'
import { findBrowser } from './browser.js'

export interface PdfOptions {
  /** Path of the browser; without it the machine is searched. */
  readonly browser: string | undefined
  /** ISO; stands in the PDF as the day it was made, so that two runs write the same. */
  readonly date: string
}

export interface PrintedPage {
  readonly html: string
  /** Of the paper, mm. */
  readonly width: number
  readonly height: number
}

/** Prints pages of ours to PDF, by name. Throws a Failure where no browser is to be had or it fails. */
export async function printPdfs(
  pages: ReadonlyMap<string, PrintedPage>,
  { browser: wished, date }: PdfOptions,
  io: Io,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const path = await findBrowser(wished, io)
  const browser = await start(path, io)
  try {
    const printed = new Map<string, Uint8Array>()
    for (const [name, { html, width, height }] of pages) {
      printed.set(name, sized(dated(await browser.pdf(html), date), width, height))
    }
    return printed
  } catch (error) {
    throw didNotWork(path, error)
  } finally {
    await browser.close().catch(() => {})
  }
}

async function start(path: string, io: Io): Promise<PrintingBrowser> {
  try {
    return await io.browser(path)
  } catch (error) {
    throw didNotWork(path, error)
  }
}

function didNotWork(path: string, error: unknown): Failure {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  return new Failure({
    vi: `Trình duyệt “${path}” không in được PDF: ${reason}`,
    en: `The browser “${path}” could not print the PDF: ${reason}`,
  })
}

/** The browser writes the second at which it printed; a day of the same length takes its place. */
export function dated(pdf: Uint8Array, date: string): Uint8Array {
  const bytes = Buffer.from(pdf)
  const stamp = Buffer.from(`D:${date.replaceAll('-', '')}000000+07'00'`, 'latin1')
  for (const key of ['/CreationDate (', '/ModDate (']) {
    const at = bytes.lastIndexOf(key, undefined, 'latin1')
    const text = at === -1 ? '' : bytes.toString('latin1', at + key.length, at + key.length + stamp.length + 1)
    if (/^D:\d{14}[+-]\d\d'\d\d'\)$/.test(text)) stamp.copy(bytes, at + key.length)
  }
  return bytes
}

/**
 * Browsers round paper up to whole pixels, which is a fifth of a millimetre too much on A2 and A3. What is too much goes at
 * the right and at the foot; the new size takes no more signs than the old, so that nothing else in the file moves.
 */
export function sized(pdf: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  for (const { index, 0: found, 1: size = '' } of text.matchAll(/\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/g)) {
    const top = Number(size.split(' ')[1])
    const right = (width * 72) / 25.4
    const bottom = top - (height * 72) / 25.4
    if (Math.abs(Number(size.split(' ')[0]) - right) > 2 || Math.abs(bottom) > 2) continue
    const room = found.length - '/MediaBox []'.length
    const exact = [2, 1].map(places => [0, bottom, right, top].map(value => short(value, places)).join(' '))
    const fits = exact.find(one => one.length <= room)
    if (fits !== undefined) bytes.write(`/MediaBox [${fits.padEnd(room)}]`, index, 'latin1')
  }
  return bytes
}

/** 0.30 → “.3” */
function short(value: number, places: number): string {
  return String(Number(value.toFixed(places))).replace(/^(-?)0\./, '$1.')
}
