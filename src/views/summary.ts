import type { Catalog, Procedure } from '../catalog/model.js'
import { type CaseView, feeViews, timeViews } from './procedure.js'

/**
 * A procedure in one or two sentences, for search engines, previews of links and data catalogs: what a citizen asks first.
 * “Lĩnh vực Hộ tịch, tiếp nhận tại UBND phường Định Hòa. Thời hạn giải quyết: trong ngày. Phí, lệ phí: Không.”
 */
export function procedureSummary(procedure: Procedure, { agency, fields }: Catalog): string {
  const field = fields.find(({ id }) => id === procedure.field)
  const office = agency?.shortName ?? agency?.name
  const head = [
    field === undefined ? undefined : `Lĩnh vực ${field.name}`,
    office === undefined ? undefined : `${field === undefined ? 'Tiếp nhận' : 'tiếp nhận'} tại ${office}`,
  ]
  const sentences = [
    head.filter(part => part !== undefined).join(', '),
    cases('Thời hạn giải quyết', timeViews(procedure.processingTime)),
    cases('Phí, lệ phí', feeViews(procedure.fees)),
  ]
  return sentences
    .filter(sentence => sentence !== '')
    .map(sentence => `${sentence.replace(/[.\s]+$/, '')}.`)
    .join(' ')
}

function cases(label: string, views: readonly CaseView[]): string {
  const texts = views.map(({ text, when }) => (when === null ? text : `${text} (${when})`))
  return texts.length === 0 ? '' : `${label}: ${texts.join('; ')}`
}
