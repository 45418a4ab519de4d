import type { Text } from '../locale.js'
import type { Catalog } from './model.js'
import type { PlacedText } from './texts.js'

/** A title or name that stands on boards and pages by itself. */
export interface PlacedTitle extends PlacedText {
  /** Whose title it is, to begin a sentence with. */
  readonly name: Text
}

/** The titles and short titles of procedures, and the names of fields. */
export function* titles({ fields, procedures }: Catalog): Generator<PlacedTitle> {
  for (const field of fields) {
    yield placed(field, 'name', field.name, { vi: 'Tên lĩnh vực', en: 'The name of the field' })
  }
  for (const procedure of procedures) {
    const { code, title, shortTitle } = procedure
    yield placed(procedure, 'title', title, { vi: `Tên thủ tục ${code}`, en: `The title of procedure ${code}` })
    if (shortTitle === undefined) continue
    const name = { vi: `Tên ngắn của thủ tục ${code}`, en: `The short title of procedure ${code}` }
    yield placed(procedure, 'shortTitle', shortTitle, name)
  }
}

function placed(record: object, key: string, text: string, name: Text): PlacedTitle {
  return { record: record as PlacedText['record'], key, text, name }
}

/** A title without the punctuation at its end, dashes and the spaces between too. “v.v.” keeps its full stop. */
export function withoutEnd(text: string): string {
  if (/v\. ?v[.…]*$/.test(text)) return text
  let end = text.length
  while (end > 0 && /[\s.,;:…–—-]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(end).trim() === '' ? text : text.slice(0, end)
}
