import type { ServiceLevel } from '../catalog/model.js'
import { catalogKeys, type Keys, type Type } from '../catalog/schema.js'
import { fold } from '../catalog/vietnamese.js'

/** What a column of a sheet may hold. */
export const columnKeys = [
  'number',
  'code',
  'title',
  'shortTitle',
  'field',
  'serviceLevel',
  'level:level-1',
  'level:level-2',
  'level:level-3',
  'level:level-4',
  'level:full',
  'level:partial',
  'level:information',
  'level:none',
  'partialReason',
  'onlineUrl',
  'onlinePayment',
  'postal',
  'processingTime',
  'statutoryTime',
  'fees',
  'fees:phí',
  'fees:lệ phí',
  'applicants',
  'authority',
  'interlinked',
  'steps',
  'channels',
  'dossier',
  'sets',
  'forms',
  'results',
  'conditions',
  'legalBases',
  'iso',
  'decision',
  'decisionDate',
  'effectiveFrom',
  'effectiveTo',
  'replacedBy',
  'checkedOn',
  'place',
  'counter',
  'officer',
  'officer.jobTitle',
  'officer.phone',
  'officer.extension',
  'officer.email',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** The level that a column of marks stands for. */
export function levelOf(key: ColumnKey): ServiceLevel | undefined {
  return key.startsWith('level:') ? (key.slice('level:'.length) as ServiceLevel) : undefined
}

/** Long ways to say short things, so that the patterns below need but one of each. */
const shortenings: readonly (readonly [RegExp, string])[] = [
  [/\bthu tuc hanh chinh\b|\bthu tuc hc\b/g, 'tthc'],
  [/\bthu tuc\b/g, 'tthc'],
  [/\bdich vu cong\b/g, 'dvc'],
  [/\bdvc truc tuyen\b|\bdvc tt\b/g, 'dvctt'],
  [/\bbuu chinh cong ich\b|\bbuu chinh ci\b|\bdich vu buu chinh\b|\bbuu chinh\b/g, 'bcci'],
  [/\bso (?:may |so )?dien thoai\b|\bdien thoai so\b|\bsdt\b|\bso dt\b|\bdt lien he\b|\bdien thoai\b/g, 'dt'],
  [
    /\bcan bo cong chuc vien chuc\b|\bcan bo cong chuc\b|\bcbccvc\b|\bcbcc\b|\bcong chuc vien chuc\b|\bcong chuc\b|\bchuyen vien\b|\bnhan vien\b/g,
    'can bo',
  ],
  [/\bvan ban quy pham phap luat\b|\bvb qppl\b|\bvan ban qppl\b/g, 'vbqppl'],
  [/\bthoi gian\b/g, 'thoi han'],
  [/\bphu trach xu ly\b|\bthu ly\b|\bgiai quyet ho so\b/g, 'phu trach'],
  [/\bso luong bo ho so\b/g, 'so bo ho so'],
]

/** The first that fits holds: what is special stands before what is general. */
const patterns: readonly (readonly [ColumnKey, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu|no|thu tu|#)$/],
  ['replacedBy', /(?:duoc )?thay (?:the )?(?:boi|bang)|ma tthc thay the|^tthc thay the$|^replaced ?by$/],
  [
    'code',
    /^(?:ma|code|procedure code|id tthc)$|^ma (?:so |hieu |dinh danh )?(?:so )?(?:cua )?(?:tthc|dvc|dvctt|ho so tthc)\b|^ma so$|^so ma(?: tthc)?$|^ma tthc/,
  ],
  ['shortTitle', /^ten (?:ngan|viet tat)|^short title$/],
  ['field', /^(?:ten )?linh vuc\b|^nhom tthc$|^field(?: name)?$/],
  [
    'title',
    /^ten (?:goi )?(?:cua )?(?:cac )?(?:tthc|dvc|dvctt)\b|^(?:ten|tthc|title|name|noi dung tthc|danh muc tthc|ten cong viec|tieu de|procedure|ten dvctt)$/,
  ],
  ['level:level-1', /^(?:muc do dvctt |muc do |muc |cap do |dvctt )*(?:muc |muc do |cap do |level )1$/],
  ['level:level-2', /^(?:muc do dvctt |muc do |muc |cap do |dvctt )*(?:muc |muc do |cap do |level )2$/],
  ['level:level-3', /^(?:muc do dvctt |muc do |muc |cap do |dvctt )*(?:muc |muc do |cap do |level )3$/],
  ['level:level-4', /^(?:muc do dvctt |muc do |muc |cap do |dvctt )*(?:muc |muc do |cap do |level )4$/],
  ['partialReason', /^ly do (?:mot phan|chua toan trinh|chi mot phan|chua cung cap)|^why partial$/],
  ['level:full', /(?:^| )toan trinh$|^full(?: online)?$/],
  ['level:partial', /(?:^| )mot phan$|^partial(?: online)?$/],
  ['level:information', /(?:^| )cung cap thong tin(?: truc tuyen)?$/],
  [
    'onlinePayment',
    /^(?:co )?thanh toan (?:phi |le phi |phi le phi )?(?:truc tuyen|tt|online|dien tu)|^online payment$/,
  ],
  [
    'onlineUrl',
    /^(?:link|lien ket|duong dan|dia chi)(?:$| (?:nop|dvc|dvctt|tthc|ho so|truc tuyen|tren|url|web|cong))|^(?:online ?)?(?:url|address)$|^lien ket nop/,
  ],
  [
    'serviceLevel',
    /^muc do\b|^dvctt$|^muc dvctt|^(?:cung cap )?dvctt muc do|^(?:online )?(?:service )?level$|^cap do dvctt|^loai dvctt|^dvctt (?:toan trinh va mot phan|toan trinh hoac mot phan|toan trinh mot phan)|^muc do (?:cung cap )?dvctt/,
  ],
  ['postal', /\bbcci\b|^by post$|^postal$/],
  [
    'statutoryTime',
    /^thoi han (?:giai quyet )?(?:theo )?(?:quy dinh|luat dinh|luat|tthc goc)\b|^theo quy dinh$|^theo luat$|^statutory time$/,
  ],
  [
    'processingTime',
    /^thoi han\b|^(?:sau )?(?:khi )?(?:da )?(?:cat giam|rut ngan)$|^sau cat giam|^thuc te$|^processing ?time$|^sla$/,
  ],
  ['fees', /^(?:muc )?(?:thu )?phi (?:va )?le phi\b|^le phi (?:va )?phi\b|^phi le phi|^fees?$|^muc thu$/],
  ['fees:lệ phí', /^(?:muc )?(?:thu )?le phi\b/],
  ['fees:phí', /^(?:muc )?(?:thu )?phi\b/],
  ['applicants', /^doi tuong\b|^applicants?$/],
  ['officer.extension', /\b(?:may le|so le|may nhanh|noi bo)\b|^extension$|^ext$/],
  [
    'officer.phone',
    /^dt\b|^(?:so )?(?:dt|hotline|duong day nong)\b|\bdt$|^(?:tele)?phone(?: number)?$|^lien he$|^mobile$|^di dong$/,
  ],
  ['officer.email', /^(?:dia chi )?(?:e ?mail|thu dien tu)\b|^email/],
  ['officer.jobTitle', /^chuc (?:danh|vu)\b|^job title$/],
  [
    'officer',
    /^(?:ho (?:va )?)?ten (?:can bo|nguoi)|^ho (?:va )?ten$|^(?:ho ten )?can bo\b|^nguoi (?:phu trach|tiep nhan|giai quyet|thuc hien|lam|phu trach giai quyet)\b|^officers?$|^phu trach$|^contact(?: person)?$|^can bo rieng$/,
  ],
  ['counter', /^(?:so )?quay\b|^cua (?:so )?tiep nhan|^counter$|^vi tri quay/],
  ['place', /^(?:dia diem|noi)\b|^place$/],
  ['interlinked', /^(?:co quan |don vi )?(?:lien thong|phoi hop)\b|^interlinked/],
  [
    'authority',
    /^(?:co quan|don vi|tham quyen)(?: tham quyen)?(?:$| (?:thuc hien|giai quyet|quyet dinh|xu ly|tiep nhan|co tham quyen|chu tri|phu trach))|^authority$|^cap thuc hien$|^cap giai quyet$/,
  ],
  ['steps', /^(?:trinh tu|cac buoc|quy trinh thuc hien)\b|^steps$/],
  ['channels', /^(?:cach thuc|hinh thuc|phuong thuc)\b|^channels?$/],
  ['sets', /^so (?:luong|bo)(?: ho so)?$|^sets$/],
  ['dossier', /^(?:thanh phan|ho so)\b|^giay to\b|^dossier$/],
  ['forms', /^(?:mau|ten mau|bieu mau)\b|^forms?$/],
  ['results', /^ket qua\b|^san pham$|^results?$/],
  ['conditions', /^(?:yeu cau|dieu kien)\b|^conditions?$/],
  ['decisionDate', /^ngay (?:ky |ban hanh )?(?:quyet dinh|qd)\b|^ngay cong bo$/],
  ['decision', /^(?:so )?(?:quyet dinh|qd)\b|^decision$/],
  ['legalBases', /^(?:can cu|co so) ?(?:phap ly)?\b|^(?:ten )?(?:vb ?qppl|van ban phap ly|van ban)\b|^legal bas[ei]s$/],
  ['iso', /\biso\b/],
  [
    'effectiveFrom',
    /^(?:ngay )?(?:co )?hieu luc(?: tu| thi hanh)?(?: ngay)?$|^ap dung tu|^(?:in force|effective) ?from$/,
  ],
  ['effectiveTo', /^(?:ngay )?het hieu luc|^(?:in force|effective) ?to$/],
  ['checkedOn', /^ngay (?:doi chieu|cap nhat|ra soat)|^checked ?on$|^cap nhat ngay$/],
]

/** The labels of our own schema, in both languages, and the names of the keys themselves. */
const labels: ReadonlyMap<string, ColumnKey> = labelMap()

function labelMap(): ReadonlyMap<string, ColumnKey> {
  const map = new Map<string, ColumnKey>()
  for (const key of columnKeys) map.set(fold(key), key)
  for (const [name, { title }] of Object.entries(procedureKeys())) {
    const key = columnKeys.find(known => known === name)
    if (key === undefined) continue
    for (const label of [title.vi, title.en]) if (!map.has(fold(label))) map.set(fold(label), key)
  }
  return map
}

function procedureKeys(): Keys {
  const list = catalogKeys.procedures.type as Type & { kind: 'list' }
  return (list.items as Type & { kind: 'record' }).keys
}

/** What a column so headed holds; undefined where that is not known. */
export function headingKey(heading: string): ColumnKey | undefined {
  // “Mức độ dịch vụ (3, 4)”, “Thời hạn giải quyết (ngày làm việc)”: what stands in brackets explains.
  return plainKey(heading) ?? plainKey(heading.replace(/[([{].*$/s, ''))
}

function plainKey(heading: string): ColumnKey | undefined {
  // A heading has a few words; a paragraph that begins like one is none.
  if (heading.length > 120) return undefined
  const plain = fold(heading)
  if (plain === '') return undefined
  const label = labels.get(plain)
  if (label !== undefined) return label
  const short = shortenings.reduce((text, [long, brief]) => text.replace(long, brief), plain)
  return patterns.find(([, pattern]) => pattern.test(short))?.[0]
}

/** How many different columns a row would name. */
export function countHeadings(row: readonly string[]): number {
  const keys = new Set<ColumnKey>()
  for (const cell of row) {
    const key = headingKey(cell)
    if (key !== undefined) keys.add(key)
  }
  return keys.size
}
