import type { Applicant, Form, Paper, Procedure, Step } from '../catalog/model.js'
import type { Locale, Text } from '../locale.js'
import { webAddress } from './agency.js'
import { handingIn } from './procedure.js'
import { channelsText, decisionText, vietnameseDate } from './vietnamese-text.js'

/**
 * What NĐ 63/2010/NĐ-CP Điều 8 khoản 2 names beside what the listing shows, for a page or a sheet of its own, in the order
 * of the decree. `null`: the catalog is silent; an empty list: it says that there is none.
 */
export interface ProcedureParts {
  /** b) trình tự thực hiện */
  readonly steps: readonly StepView[] | null
  /** c) cách thức thực hiện: “Trực tiếp, trực tuyến, qua bưu chính” */
  readonly channels: string | null
  /** d) thành phần, số lượng hồ sơ */
  readonly dossier: readonly PaperView[] | null
  readonly sets: number | null
  /** e) đối tượng thực hiện */
  readonly applicants: readonly string[] | null
  /** g) cơ quan giải quyết */
  readonly authority: string | null
  readonly interlinked: readonly string[]
  /** h) mẫu đơn, tờ khai; kết quả; yêu cầu, điều kiện */
  readonly forms: readonly FormView[] | null
  readonly results: readonly string[] | null
  readonly conditions: readonly string[] | null
  /** Căn cứ pháp lý, with the title where there is one. */
  readonly legalBases: readonly LegalView[] | null
  /** “Quyết định số … ngày … của …” */
  readonly decision: string | null
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  /** “QT-TP-01, lần ban hành 3, ngày 01/02/2022” */
  readonly iso: string | null
  readonly checkedOn: string | null
}

export interface StepView {
  /** From 1. */
  readonly number: number
  readonly title: string
  readonly actor: string | null
  readonly time: string | null
}

export interface PaperView {
  readonly name: string
  /** “1 bản chính, 2 bản sao” */
  readonly copies: string | null
  readonly form: string | null
  readonly when: string | null
}

export interface FormView {
  readonly name: string
  readonly code: string | null
  readonly url: string | null
}

export interface LegalView {
  readonly number: string
  readonly date: string | null
  readonly title: string | null
}

export function procedureParts(procedure: Procedure, locale: Locale = 'vi'): ProcedureParts {
  const { steps, dossier, sets, applicants, authority, forms, results, conditions } = procedure
  const { interlinked, legalBases, decision, effectiveFrom, effectiveTo, iso, checkedOn } = procedure
  return {
    steps: steps === undefined ? null : steps.map(stepView),
    channels: channelsText(handingIn(procedure), locale),
    dossier: listOrNone(dossier)?.map(paper => paperView(paper, locale)) ?? null,
    sets: sets ?? null,
    applicants: applicants?.map(applicant => applicantNames[applicant][locale]) ?? null,
    authority: authority ?? null,
    interlinked: interlinked ?? [],
    forms: listOrNone(forms)?.map(formView) ?? null,
    results: results ?? null,
    conditions: listOrNone(conditions) ?? null,
    legalBases:
      legalBases?.map(({ number, date, title }) => ({ number, date: dayOrNull(date), title: title ?? null })) ?? null,
    decision: decision === undefined ? null : decisionText(decision),
    effectiveFrom: dayOrNull(effectiveFrom),
    effectiveTo: dayOrNull(effectiveTo),
    iso: iso === undefined ? null : isoText(iso),
    checkedOn: dayOrNull(checkedOn),
  }
}

function listOrNone<T>(list: 'none' | readonly T[] | undefined): readonly T[] | undefined {
  return list === 'none' ? [] : list
}

function dayOrNull(date: string | undefined): string | null {
  return date === undefined ? null : vietnameseDate(date)
}

function stepView({ title, actor, time }: Step, index: number): StepView {
  return { number: index + 1, title, actor: actor ?? null, time: time ?? null }
}

function paperView({ name, original, copies, form, when }: Paper, locale: Locale): PaperView {
  const vi = [original && `${original} bản chính`, copies && `${copies} bản sao`]
  const en = [
    original && `${original} ${original === 1 ? 'original' : 'originals'}`,
    copies && `${copies} ${copies === 1 ? 'copy' : 'copies'}`,
  ]
  const counts = { vi, en }[locale].filter(Boolean)
  return { name, copies: counts.length === 0 ? null : counts.join(', '), form: form ?? null, when: when ?? null }
}

function formView({ name, code, url }: Form): FormView {
  return { name, code: code ?? null, url: webAddress(url) }
}

const applicantNames: Readonly<Record<Applicant, Text>> = {
  citizen: { vi: 'Cá nhân', en: 'Citizens' },
  organisation: { vi: 'Tổ chức', en: 'Organisations' },
  business: { vi: 'Doanh nghiệp', en: 'Businesses' },
  official: { vi: 'Cán bộ, công chức, viên chức', en: 'Officials' },
}

function isoText({ process, revision, date }: NonNullable<Procedure['iso']>): string {
  const parts = [
    process,
    revision === undefined ? '' : `lần ban hành ${revision}`,
    date && `ngày ${vietnameseDate(date)}`,
  ]
  return parts.filter(Boolean).join(', ')
}
