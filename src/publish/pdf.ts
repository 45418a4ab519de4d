import { Failure } from '../failure.js'
import type { Io, PrintingBrowser } from '../io.js'
import { findBrowser } from './browser.js'

export interface PdfOptions {
  /** Path of the browser; without it the machine is searched. */
  readonly browser: string | undefined
  /** ISO; stands in the PDF as the day it was made, so that two runs write the same. */
  readonly date: string
}

/** Prints pages of ours to PDF, by name. Throws a Failure where no browser is to be had or it fails. */
export async function printPdfs(
  pages: ReadonlyMap<string, string>,
  { browser: wished, date }: PdfOptions,
  io: Io,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const path = await findBrowser(wished, io)
  const browser = await start(path, io)
  try {
    const printed = new Map<string, Uint8Array>()
    for (const [name, html] of pages) printed.set(name, dated(await browser.pdf(html), date))
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
