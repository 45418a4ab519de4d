/** NĐ 42/2022/NĐ-CP: full, partial; information and none are not online services. NĐ 43/2011/NĐ-CP Điều 3 khoản 4: levels 1 to 4. */
export const serviceLevels = [
  'full',
  'partial',
  'information',
  'none',
  'level-1',
  'level-2',
  'level-3',
  'level-4',
] as const
export type ServiceLevel = (typeof serviceLevels)[number]

export const channels = ['counter', 'online', 'post'] as const
export type Channel = (typeof channels)[number]

export const applicants = ['citizen', 'organisation', 'business', 'official'] as const
export type Applicant = (typeof applicants)[number]

export const feeKinds = ['phí', 'lệ phí'] as const
export type FeeKind = (typeof feeKinds)[number]

export const profiles = ['listing', 'full'] as const
export type Profile = (typeof profiles)[number]

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Day = (typeof days)[number]

/** A calendar day, YYYY-MM-DD. */
export type IsoDate = string

/** cơ quan: the office that publishes the catalog. */
export interface Agency {
  readonly id?: string
  readonly name: string
  readonly shortName?: string
  readonly province?: string
  readonly address?: string
  readonly phone?: string
  readonly email?: string
  readonly website?: string
  readonly openingHours?: readonly OpeningHours[]
  readonly feedback?: Feedback
}

/** Hours of reception. `days` is a day or a range, "mon-fri"; times are HH:MM. */
export interface OpeningHours {
  readonly days: string
  readonly from: string
  readonly to: string
}

/** nơi tiếp nhận phản ánh, kiến nghị */
export interface Feedback {
  readonly phone?: string
  readonly email?: string
  readonly address?: string
  readonly url?: string
}

/** A decision by its number and day: "1234/QĐ-UBND", 2022-05-10. */
export interface Decision {
  readonly number: string
  readonly date?: IsoDate
  readonly issuer?: string
  readonly title?: string
}

export interface Publication {
  readonly decision?: Decision
  /** The list is true as of this day. */
  readonly date?: IsoDate
  readonly reviewBy?: IsoDate
  readonly expect?: Expect
  readonly profile?: Profile
  /** What every page says of the list as a whole, e.g. that it is an example. */
  readonly notice?: string
  /** Codes of the procedures that most people come for; the home page shows them first. */
  readonly featured?: readonly Procedure['code'][]
}

/** The declared count. */
export interface Expect {
  readonly procedures?: number
  readonly fields?: number
}

/** cán bộ, công chức: whom a citizen calls or meets about a procedure. */
export interface Officer {
  readonly id: string
  readonly name: string
  readonly jobTitle?: string
  readonly phone?: string
  readonly extension?: string
  readonly email?: string
  readonly counter?: string
  readonly checkedOn?: IsoDate
  readonly mobileConsent?: IsoDate
  /** Never leaves the catalog: no output may contain it. */
  readonly internal?: Internal
  readonly absent?: readonly Absence[]
}

export interface Internal {
  readonly phone?: string
  readonly email?: string
  readonly note?: string
}

export interface Absence {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly deputy?: Officer['id']
}

/** lĩnh vực: one of the fields of government work that procedures are filed under. */
export interface Field {
  readonly id: string
  readonly name: string
  /** The first is in charge, the others stand in. */
  readonly officers?: readonly Officer['id'][]
  readonly counter?: string
}

/** thời hạn theo hình thức nộp hoặc điều kiện */
export interface TimeByCase {
  readonly time: string
  readonly channel?: Channel
  readonly when?: string
}

/** phí, lệ phí */
export interface Fee {
  /** As written; `catalog/money.ts` reads it. */
  readonly amount: string
  readonly kind?: FeeKind
  readonly per?: string
  readonly channel?: Channel
  readonly when?: string
  readonly basis?: string
}

/** một bước trong trình tự thực hiện */
export interface Step {
  readonly title: string
  readonly actor?: string
  readonly time?: string
}

/** một thành phần hồ sơ */
export interface Paper {
  readonly name: string
  readonly original?: number
  readonly copies?: number
  readonly form?: string
  readonly when?: string
}

/** căn cứ pháp lý: a bare number in the catalog is read as `{number}`. */
export interface LegalReference {
  readonly number: string
  readonly date?: IsoDate
  readonly title?: string
}

export interface IsoProcess {
  readonly process: string
  readonly revision?: number
  readonly date?: IsoDate
}

/** mẫu đơn, tờ khai */
export interface Form {
  readonly name: string
  readonly code?: string
  readonly url?: string
}

/** thủ tục hành chính: one administrative procedure. */
export interface Procedure {
  readonly code: string
  readonly title: string
  readonly shortTitle?: string
  readonly field: Field['id']
  /** One of `serviceLevels` where it is right; any text where rule `service-level-unknown` speaks. */
  readonly serviceLevel?: string
  /** Why only part of it is online (NĐ 224/2026 Điều 14). */
  readonly partialReason?: string
  readonly onlineUrl?: string
  readonly onlinePayment?: boolean
  readonly postal?: boolean
  /** As written, in the grammar of `catalog/duration.ts`. */
  readonly processingTime?: string | readonly TimeByCase[]
  readonly statutoryTime?: string
  readonly fees?: 'none' | 'exempt' | readonly Fee[]
  readonly applicants?: readonly Applicant[]
  readonly authority?: string
  readonly interlinked?: readonly string[]
  readonly steps?: readonly Step[]
  readonly channels?: readonly Channel[]
  readonly dossier?: 'none' | readonly Paper[]
  readonly sets?: number
  readonly forms?: 'none' | readonly Form[]
  readonly results?: readonly string[]
  readonly conditions?: 'none' | readonly string[]
  readonly legalBases?: readonly LegalReference[]
  readonly iso?: IsoProcess
  readonly decision?: Decision
  readonly effectiveFrom?: IsoDate
  readonly effectiveTo?: IsoDate
  readonly replacedBy?: string
  /** Codes that this procedure came in place of: their printed QR codes lead here. */
  readonly replaces?: readonly string[]
  /** Only where it is not the field's officer. */
  readonly officer?: Officer['id']
  readonly checkedOn?: IsoDate
}

/** Everyday words for what a procedure is officially called. */
export interface Synonym {
  readonly words: readonly string[]
  /** Words that stand in titles, or a code. */
  readonly means: string
}

/** danh mục: what one office publishes. Records keep the order of their source. */
export interface Catalog {
  /** The folder or file as the user named it. */
  readonly path: string
  /** Absent where no file of the catalog holds a readable one. */
  readonly agency?: Agency
  readonly publication?: Publication
  readonly officers: readonly Officer[]
  readonly fields: readonly Field[]
  readonly procedures: readonly Procedure[]
  readonly synonyms?: readonly Synonym[]
}
