import type { Text } from '../locale.js'
import type { Catalog, Decision } from './model.js'

/** One number of a legal document as it stands in the catalog: `where(record, key)` is its place. */
export interface WrittenNumber {
  readonly text: string
  readonly record: Readonly<Record<string, unknown>>
  readonly key: 'number' | 'basis'
  /** Whose number it is, to begin a sentence with. */
  readonly name: Text
  /** The decision or legal basis that could hold a date; the basis of a fee cannot. */
  readonly document?: Decision
}

/** Every number of a legal document: decisions, legal bases, the bases of fees. */
export function* writtenNumbers({ publication, procedures }: Catalog): Generator<WrittenNumber> {
  if (publication?.decision !== undefined) {
    yield ofDocument(publication.decision, {
      vi: 'Số quyết định công bố danh mục',
      en: 'The number of the publication decision',
    })
  }
  for (const { code, fees, legalBases = [], decision } of procedures) {
    for (const fee of typeof fees === 'object' ? fees : []) {
      if (fee.basis === undefined) continue
      const name = { vi: `Căn cứ mức thu của thủ tục ${code}`, en: `The basis of a rate of procedure ${code}` }
      yield { text: fee.basis, record: asEntries(fee), key: 'basis', name }
    }
    for (const basis of legalBases) {
      yield ofDocument(basis, { vi: `Căn cứ pháp lý của thủ tục ${code}`, en: `A legal basis of procedure ${code}` })
    }
    if (decision === undefined) continue
    yield ofDocument(decision, {
      vi: `Số quyết định công bố thủ tục ${code}`,
      en: `The number of the decision on procedure ${code}`,
    })
  }
}

function ofDocument(document: Decision, name: Text): WrittenNumber {
  return { text: document.number, record: asEntries(document), key: 'number', name, document }
}

function asEntries(record: object): WrittenNumber['record'] {
  return record as WrittenNumber['record']
}
