import type { Channel, IsoDate, Procedure } from '../catalog/model.js'
import type { Locale } from '../locale.js'
import { type OfficerView, webAddress } from './agency.js'
import { caseText, channelsText, feeText, type LevelText, legalText, levelText } from './vietnamese-text.js'

export interface LevelView extends LevelText {
  readonly value: string
}

export interface ProcedureView {
  readonly anchor: string
  /** Its place in the whole list, from 1. */
  readonly number: number
  readonly code: string
  readonly title: string
  readonly shortTitle: string | null
  readonly level: LevelView | null
  /** Why only part of it can be done online: NĐ 224/2026/NĐ-CP Điều 14 has it published. */
  readonly partialReason: string | null
  readonly times: readonly CaseView[]
  /** What the law allows, where the office promises less. */
  readonly statutoryTime: string | null
  readonly fees: readonly CaseView[]
  /** “Trực tiếp, trực tuyến, qua bưu chính” */
  readonly channels: string | null
  readonly legalBases: readonly string[]
  /** http and https only: a page must not carry `javascript:`. */
  readonly onlineUrl: string | null
  /** Whom to ask, where it is not the officer in charge of the field. */
  readonly officer: OfficerView | null
  readonly place: string
}

/** A value, and the case that it holds for where it does not hold for all. */
export interface CaseView {
  readonly text: string
  readonly when: string | null
}

export function levelView(value: string, date: IsoDate | undefined, locale: Locale = 'vi'): LevelView {
  const { name, scheme, meaning } = levelText(value, date, locale)
  return { value, name, scheme, meaning }
}

export function procedureView(
  procedure: Procedure,
  around: Pick<ProcedureView, 'anchor' | 'number' | 'officer' | 'place'> & { readonly date: IsoDate | undefined },
): ProcedureView {
  return {
    anchor: around.anchor,
    number: around.number,
    code: procedure.code,
    title: procedure.title,
    shortTitle: procedure.shortTitle ?? null,
    level: procedure.serviceLevel === undefined ? null : levelView(procedure.serviceLevel, around.date),
    partialReason: procedure.partialReason ?? null,
    times: timeViews(procedure.processingTime),
    statutoryTime: procedure.statutoryTime ?? null,
    fees: feeViews(procedure.fees),
    channels: channelsText(handingIn(procedure)),
    legalBases: (procedure.legalBases ?? []).map(legalText),
    onlineUrl: webAddress(procedure.onlineUrl),
    officer: around.officer,
    place: around.place,
  }
}

export function timeViews(written: Procedure['processingTime']): CaseView[] {
  if (written === undefined) return []
  if (typeof written === 'string') return [{ text: written, when: null }]
  return written.map(({ time, channel, when }) => ({ text: time, when: caseText(channel, when) }))
}

export function feeViews(fees: Procedure['fees']): CaseView[] {
  if (fees === undefined) return []
  if (fees === 'none') return [{ text: 'Không', when: null }]
  if (fees === 'exempt') return [{ text: 'Miễn', when: null }]
  return fees.map(fee => ({ text: feeText(fee), when: caseText(fee.channel, fee.when) }))
}

/** The ways to hand a dossier in. */
export function handingIn({ channels, postal }: Procedure): Channel[] {
  const all = new Set(channels ?? [])
  if (postal === true) all.add('post')
  return [...all]
}
