import { createHash } from 'node:crypto'
import { Failure } from '../failure.js'

/** What a Content-Security-Policy calls a script or a style sheet that stands in the page. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** A text that ends its own element would spill over the page. */
export function refuseEndTag(name: string, text: string, tag: string): void {
  if (!text.toLowerCase().includes(tag)) return
  throw new Failure({
    vi: `Tệp ${name} chứa “${tag}”, trang sẽ đứt ở đó`,
    en: `${name} contains “${tag}”, which would end it in the middle of the page`,
  })
}
