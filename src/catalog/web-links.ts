import type { Text } from '../locale.js'
import type { Location } from '../source.js'
import type { Catalog } from './model.js'

/** One web address of a catalog. */
export interface WebLink {
  /** As written. */
  readonly url: string
  readonly at: Location
  /** Whose, for a message: “nộp trực tuyến của thủ tục 1.001193”. */
  readonly of: Text
}

type Where = <R extends object>(record: R, key?: keyof R & string) => Location

/** Every web address that a citizen may follow, in the order of the records. */
export function* webLinks({ agency, procedures }: Catalog, where: Where): Generator<WebLink> {
  if (agency?.website !== undefined) {
    const of = { vi: 'trang thông tin của cơ quan', en: 'of the office' }
    yield { url: agency.website, at: where(agency, 'website'), of }
  }
  if (agency?.feedback?.url !== undefined) {
    const of = { vi: 'tiếp nhận phản ánh, kiến nghị', en: 'for feedback' }
    yield { url: agency.feedback.url, at: where(agency.feedback, 'url'), of }
  }
  for (const procedure of procedures) {
    const { code, onlineUrl, forms } = procedure
    if (onlineUrl !== undefined) {
      const of = { vi: `nộp trực tuyến của thủ tục ${code}`, en: `for handing in procedure ${code}` }
      yield { url: onlineUrl, at: where(procedure, 'onlineUrl'), of }
    }
    for (const form of forms === undefined || forms === 'none' ? [] : forms) {
      if (form.url === undefined) continue
      const of = { vi: `mẫu “${form.name}” của thủ tục ${code}`, en: `of the form “${form.name}” of procedure ${code}` }
      yield { url: form.url, at: where(form, 'url'), of }
    }
  }
}
