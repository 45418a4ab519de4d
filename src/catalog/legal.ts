/** What a document number tells of its document. */
export type LegalKind =
  /** 60/2014/QH13, 02/2020/UBTVQH14: laws and ordinances. */
  | 'law'
  /** 123/2015/NĐ-CP, 66.7/2025/NQ-CP, 12/2013/QĐ-UBND. */
  | 'normative'
  /** 102/2012/TTLT-BQP-BLĐTBXH-BTC, 69/2007/TTLT/BQP-BLĐTBXH-BTC. */
  | 'joint'
  /** 371/QĐ-UBND, 1523/QĐ-BCA-C06, 1747/UBND-NC, 19-NQ/TW: numbered anew each year. */
  | 'individual'
  /** 48/VBHN-VPQH */
  | 'consolidated'

export interface LegalNumber {
  readonly kind: LegalKind
  readonly number: string
  /** Absent where only a date beside the number tells which document is meant. */
  readonly year?: number
}

export interface LegalProblem {
  readonly kind: 'malformed'
  readonly fault: LegalFault
  /** The number put right, where it cannot be another. */
  readonly repair?: string
  /** The one number in a longer text: what stands around it has keys of its own. */
  readonly inside?: string
}

export type LegalFault =
  /** Only letters, signs and spaces: “37/2026/ND -CP”. */
  | 'style'
  /** “Nghị định số 123/2015/NĐ-CP” */
  | 'prefix'
  /** “Luật Hộ tịch số 60/2014/QH13”, “371/QĐ-UBND ngày 01/3/2022” */
  | 'text-around'
  | 'several'
  /** “Thông tư 123/2015/NĐ-CP” */
  | 'prefix-contradicts'
  /** “BỘ LUẬT HÀNG HẢI VIỆT NAM” */
  | 'name'
  /** “104” */
  | 'serial-only'
  /** “34/2023”, “Thông tư 34/2023” */
  | 'body-missing'
  /** “158/2011/TT” */
  | 'issuer-missing'
  /** “118/2025/NĐ-C” */
  | 'issuer-unknown'
  /** “Demo/QĐ-BCA”, “QĐ/123-BCA” */
  | 'serial-missing'
  /** “123/215/NĐ-CP” */
  | 'year'
  | 'unknown'

/** A number with all the words around it that offices write; longer texts are prose. */
const longest = 300

/** Kinds of documents: Luật 64/2025/QH15 and its forerunners; NĐ 30/2020/NĐ-CP Phụ lục III. */
const types = [
  ...[
    'NĐ',
    'NQ',
    'QĐ',
    'TT',
    'CT',
    'PL',
    'L',
    'SL',
    'QC',
    'QyĐ',
    'TC',
    'TB',
    'HD',
    'CTr',
    'KH',
    'PA',
    'ĐA',
    'DA',
    'BC',
  ],
  ...['BB', 'TTr', 'HĐ', 'CĐ', 'BGN', 'BTT', 'GUQ', 'GM', 'GGT', 'GNP', 'PG', 'PC', 'PB', 'KL', 'ĐC', 'CV', 'LCT'],
]

/** For repair only: an issuer that is not here is not wrong, ministries change their names. */
const issuers = [
  ...[
    'CP',
    'TTg',
    'CTN',
    'HĐND',
    'UBND',
    'HĐBT',
    'HĐNN',
    'VPQH',
    'VPCP',
    'VPCTN',
    'TTCP',
    'NHNN',
    'KTNN',
    'HĐTP',
    'UBDT',
  ],
  ...['BTP', 'BTC', 'BCA', 'BQP', 'BNV', 'BYT', 'BXD', 'BCT', 'BNG', 'BGDĐT', 'BVHTTDL', 'BKHCN', 'BNNMT', 'BDTTG'],
  ...[
    'BLĐTBXH',
    'BTNMT',
    'BNNPTNT',
    'BNN',
    'BGTVT',
    'BKHĐT',
    'BTTTT',
    'TANDTC',
    'VKSNDTC',
    'VKSTC',
    'BHXH',
    'TLĐ',
    'TW',
  ],
]

const properType = new Map(types.map(name => [bare(name), name] as const))
const properIssuer = new Map(issuers.map(name => [bare(name), name] as const))
// “HD” is hướng dẫn as well as hợp đồng without its stroke, “DA” dự án or đề án, “DC” and “CD” likewise.
for (const name of ['HD', 'DA', 'CD', 'DC']) properType.delete(name)

const serial = String.raw`\d{1,4}(?:(?<!\d{4})\.\d{1,2})?[a-zđ]?`
const issuer = String.raw`[A-ZĐ][A-ZĐa-z]*[A-ZĐa-z]\d{0,2}`
const law = /^\d{1,3}\/((?:19|20)\d{2})\/(?:QH|UBTVQH)\d{1,2}$/
const joint = new RegExp(String.raw`^${serial}\/((?:19|20)\d{2})\/(?:TTLT|NQLT|TTLN)[-/]${issuer}(?:-${issuer})+$`)
const normative = new RegExp(String.raw`^${serial}\/((?:19|20)\d{2})\/(${types.join('|')})-(${issuer})(?:-${issuer})*$`)
const consolidated = new RegExp(String.raw`^\d{1,4}\/VBHN-${issuer}$`)
const individual = new RegExp(
  String.raw`^\d{1,5}[a-zđ]?\/(?:${types.join('|')}|QĐLT|KHLT|HDLT|CTPH|TTLT)[-/]${issuer}(?:[-/](?:${issuer}|[A-ZĐ]\d{2}))*$`,
)
/** “1747/UBND-NC”: a letter has no kind. */
const letter = new RegExp(String.raw`^\d{1,5}[a-zđ]?\/(${issuer})(?:-(?:${issuer}|[A-ZĐ]\d{1,2}))+$`)
/** “19-NQ/TW” of the Party, “07-LCT/HĐNN7” of before 1990. */
const dashed = new RegExp(String.raw`^\d{1,4}-(?:${types.join('|')})\/${issuer}$`)

/** The name of a kind and the beginning of the numbers that such documents bear. */
const prefixes: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:bộ )?luật /iu, /\/QH\d|LCT\//],
  [/^pháp lệnh /iu, /\/UBTVQH\d|PL[-/]/],
  [/^nghị quyết liên tịch /iu, /\/NQLT/],
  [/^nghị quyết /iu, /NQ[-/]|\/QH\d|\/UBTVQH\d/],
  [/^nghị định /iu, /\/NĐ-/],
  [/^thông tư liên tịch /iu, /\/TTL[TN]/],
  [/^thông tư /iu, /\/TT/],
  [/^quyết định /iu, /QĐ[-/]/],
  [/^chỉ thị /iu, /CT[-/]/],
  [/^văn bản hợp nhất /iu, /\/VBHN-/],
  [/^kế hoạch /iu, /KH[-/]/],
  [/^thông báo /iu, /TB[-/]/],
  [/^hướng dẫn /iu, /HD[-/]/],
  [/^công văn /iu, /^\d+\//],
]
const numberWord = /^số ?:? ?(?=\d)/iu
const somewhere = /(?<![\p{L}\p{M}\d./-])\d[\d.]{0,7}[a-z]?[/-][\p{L}\p{M}\d./-]{2,60}/gu

/**
 * Reads the number of a legal document. What is not a number as the law writes it comes with its repair, where there is
 * but one. Any text is fine; it does not throw.
 */
export function parseLegalNumber(text: string): LegalNumber | LegalProblem {
  const exact = strict(text)
  if (exact !== undefined) return exact
  if (text.length > longest) return { kind: 'malformed', fault: 'text-around' }
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const { rest, family } = withoutPrefix(clean)
  const repair = repaired(rest, family)
  if (repair !== undefined) {
    if (family !== undefined && !family.test(repair)) return { kind: 'malformed', fault: 'prefix-contradicts' }
    return { kind: 'malformed', fault: rest === clean ? 'style' : 'prefix', repair }
  }
  return { kind: 'malformed', ...whyNot(clean, rest) }
}

export function isLegalNumber(read: LegalNumber | LegalProblem): read is LegalNumber {
  return read.kind !== 'malformed'
}

/** Equal for two spellings of one number: with and without leading zeros, “TTLT-BQP” and “TTLT/BQP”, damaged and right. */
export function legalKey(text: string): string {
  const read = parseLegalNumber(text)
  const number = isLegalNumber(read) ? read.number : (read.repair ?? text)
  return bare(number.replace(/(TTL[TN]|NQLT)\//, '$1-')).replace(/^0+(?=\d)/, '')
}

function strict(text: string): LegalNumber | undefined {
  if (misspelt(text)) return undefined
  const [, lawYear] = law.exec(text) ?? []
  if (lawYear !== undefined) return { kind: 'law', number: text, year: Number(lawYear) }
  const [, jointYear] = joint.exec(text) ?? []
  if (jointYear !== undefined) return { kind: 'joint', number: text, year: Number(jointYear) }
  const [, year, type, body] = normative.exec(text) ?? []
  if (year !== undefined) {
    return type === 'NĐ' && !governments.has(body ?? '') ? undefined : { kind: 'normative', number: text, year: +year }
  }
  if (consolidated.test(text)) return { kind: 'consolidated', number: text }
  if (individual.test(text) || dashed.test(text)) return { kind: 'individual', number: text }
  const [, sender = ''] = letter.exec(text) ?? []
  // “123/ND-CP” is a decree without its year, not a letter of an office named ND.
  if (sender !== '' && !properType.has(bare(sender))) return { kind: 'individual', number: text }
  return undefined
}

/** “HDND”, “BLDTBXH”, “TTG”: a known issuer under a wrong name. */
function misspelt(text: string): boolean {
  return [...text.matchAll(/(?<![\p{L}\d])\p{L}+/gu)].some(([name]) => issuerName(name) !== name)
}

/** Only the Government issues decrees; before 1992 it was the Council of Ministers. */
const governments: ReadonlySet<string> = new Set(['CP', 'HĐBT'])

interface Prefixed {
  readonly rest: string
  readonly family: RegExp | undefined
}

function withoutPrefix(clean: string): Prefixed {
  const found = prefixes.find(([name]) => name.test(clean))
  const rest = found === undefined ? clean : clean.replace(found[0], '')
  return { rest: rest.replace(numberWord, ''), family: found?.[1] }
}

function repaired(rest: string, family: RegExp | undefined): string | undefined {
  const tidy = rest
    .replace(/[ÐƉðɖƌ]/g, 'Đ')
    .replace(/[‐-―−]/g, '-')
    .replace(/ ?([/-]) ?/g, '$1')
    .replace(/[.,;]$/, '')
  const [, head, year] = /^(\d{1,4})\/((?:19|20)\d{2})$/.exec(tidy) ?? []
  // “Nghị định 146/2025”: since 1992 there is only one body that issues decrees.
  if (head !== undefined && family?.source === decree && Number(year) >= 1993) return `${head}/${year}/NĐ-CP`
  // Letters only: one number stays one number.
  const proper = tidy.replace(/[\p{L}]+(?=[-/\d]|$)/gu, properName)
  return strict(proper) === undefined ? undefined : proper
}

const decree = String.raw`\/NĐ-`

function properName(name: string, offset: number, whole: string): string {
  const before = whole.charAt(offset - 1)
  // The letter of a serial, “46a/QĐ-UBND”.
  if (/\d/.test(before)) return name
  const key = bare(name)
  if (isDashedType(whole, offset) || before === '/') return properType.get(key) ?? joints.get(key) ?? issuerName(name)
  return issuerName(name)
}

/** The kind in “19-NQ/TW”. */
function isDashedType(whole: string, offset: number): boolean {
  return /^\d+-$/.test(whole.slice(0, offset))
}

const joints: ReadonlyMap<string, string> = new Map(['TTLT', 'NQLT', 'VBHN', 'QH', 'UBTVQH'].map(name => [name, name]))

function issuerName(name: string): string {
  return properIssuer.get(bare(name)) ?? name
}

/** Without case and without the stroke of Đ. */
function bare(name: string): string {
  return name.toUpperCase().replace(/[ĐÐƉ]/g, 'D')
}

function whyNot(clean: string, rest: string): { readonly fault: LegalFault; readonly inside?: string } {
  if (!/\d/.test(clean)) return { fault: /[/-]/.test(clean) && /QĐ|TT|NĐ|NQ/.test(clean) ? 'serial-missing' : 'name' }
  if (/^\d{1,4}$/.test(rest)) return { fault: 'serial-only' }
  if (/^\d{1,4}(?:\.\d{1,2})?\/\d{2,4}$/.test(rest)) return { fault: 'body-missing' }
  const candidates = [...clean.matchAll(somewhere)].map(([found]) => found.replace(/[.\-/]+$/, ''))
  const inside = candidates.filter(found => strict(found) !== undefined)
  if (inside.length > 1) return { fault: 'several' }
  if (inside.length === 1 && inside[0] !== undefined && inside[0] !== rest) {
    return { fault: 'text-around', inside: inside[0] }
  }
  return { fault: partFault(rest) }
}

function partFault(rest: string): LegalFault {
  if (/^[^\d/]+\//.test(rest)) return 'serial-missing'
  const [, year, body] = /^[\d.]+[a-zđ]?\/(?:(\d+)\/)?(\S+)$/u.exec(rest) ?? []
  if (body === undefined) return 'unknown'
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year)) return 'year'
  if (properType.has(bare(body)) || joints.has(bare(body))) return 'issuer-missing'
  if (/^(?:TTLT|NQLT)/.test(body) || /^NĐ-/.test(body)) return 'issuer-unknown'
  return 'unknown'
}
