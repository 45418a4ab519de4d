/** The amount of a fee, understood. */
export type Money =
  /** `per` is what stood behind a slash: “2,000 Việt Nam Đồng(/trang)”. */
  | { readonly kind: 'amount'; readonly dong: number; readonly per?: string }
  /** Consular and border fees are set in dollars. */
  | { readonly kind: 'foreign'; readonly currency: 'USD'; readonly amount: number; readonly per?: string }
  /**
   * Words in place of a number. That there is no fee, that someone is exempt, and that the rate is 0 đồng are three
   * different statements; only the first two have words.
   */
  | { readonly kind: 'free'; readonly said: 'none' | 'exempt' }
  /** “Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)”: free, and at once not. */
  | { readonly kind: 'contradictory' }
  | { readonly kind: 'unparsed'; readonly reason: UnparsedMoney }

export type UnparsedMoney =
  /** “Phí :  Đồng”: the number is lost. */
  | 'number-missing'
  /** “Không có thông tin”: what portals print where nobody filled the field in. */
  | 'no-information'
  /** “o Đồng”, “Không Đồng”: a zero that is none. */
  | 'zero-in-letters'
  /** “1.5”, “08.000”, “1.000,50”: it can be read in several ways. */
  | 'ambiguous-number'
  /** Less than any rate there is: “8” for 8.000. */
  | 'too-small'
  /** Several rates in one text: they belong into a list, one per case. */
  | 'several'
  /** “Theo quy định của Hội đồng nhân dân cấp tỉnh”: a citizen cannot pay a reference. */
  | 'by-reference'
  | 'unknown'

/** Longer texts are prose. The limit also bounds the work of the patterns below. */
const longest = 300
/** There is no smaller coin or note, and no smaller rate. */
const smallest = 100

const usual = /^(?:[1-9]\d{2,8}|[1-9]\d{0,2}(?:\.\d{3}){1,3})$/
const label = /^(?:mức thu )?(?:phí và lệ phí|lệ phí|phí) ?: ?/iu
const exempt = /^(?:được )?miễn(?: thu)?(?: phí, lệ phí| phí và lệ phí| phí| lệ phí)?$/iu
const none = /^không(?: có| thu| mất)?(?: phí, lệ phí| phí và lệ phí| phí| lệ phí)?$/iu
const freeHead =
  /^(?:(?:được )?miễn(?: thu)?(?: phí, lệ phí| phí và lệ phí| phí| lệ phí)?|không(?: thu| mất) (?:phí|lệ phí)|0 ?(?:việt nam đồng|đồng|vnđ|vnd|đ)) ?(?=[(;,:./-])/iu
/** A document that sets rates also says who need not pay; its title is no rate. */
const titleOfDocument = /quy định (?:về )?mức thu/giu
const rate =
  /[1-9]\d* ?(?:nghìn|ngàn|triệu|việt nam đồng|đồng|vnđ|vnd|đ|usd)(?![\p{L}\p{M}])|[1-9]\d{0,2}(?:[.,]\d{3})+|mức (?:thu|phí|lệ phí)|(?:hội đồng nhân dân|hđnd)(?! cấp xã)|(?:phí|lệ phí) [\p{L} ,()]{1,80}thực hiện theo/iu
const reference = /(?:theo|do) [^\d]{0,40}(?:quy định|hội đồng nhân dân|hđnd|thông tư|nghị quyết|quyết định)/iu

const currencies = '(?:việt nam đồng|đồng việt nam|đồng|vnđ|vnd|đ|₫)'
const figure = String.raw`(\d[\d., ]{0,20}\d|\d)`
const per = String.raw`(?: ?\/ ?([\p{L}\p{M}][\p{L}\p{M} ]{0,39})| ?\( ?\/ ?([\p{L}\p{M}][\p{L}\p{M} ]{0,39})\))?`
const inDong = new RegExp(`^${figure} ?(nghìn|ngàn|triệu)? ?${currencies}?${per}$`, 'iu')
const inDollars = new RegExp(String.raw`^(?:${figure} ?(?:usd|đô la mỹ)|(?:usd|\$) ?${figure})${per}$`, 'iu')
const anyAmount = new RegExp(String.raw`\d ?(?:nghìn |ngàn |triệu )?(?:${currencies}|usd)(?![\p{L}\p{M}])`, 'giu')

/** Reads the amount of a fee as offices and portals write it; never guesses. Any text is fine; it does not throw. */
export function parseMoney(text: string): Money {
  // As nearly every catalog writes it. Spares the patterns below, which take a while to compile.
  if (usual.test(text)) return { kind: 'amount', dong: Number(text.replaceAll('.', '')) }
  if (text.length > longest) return freeAndNot(spaces(text.slice(0, longest))) ?? unparsed('several')
  const clean = spaces(text).replace(label, '')
  if (/^(?:không|chưa) có thông tin$/iu.test(clean)) return unparsed('no-information')
  if (exempt.test(clean)) return { kind: 'free', said: 'exempt' }
  if (none.test(clean)) return { kind: 'free', said: 'none' }
  return freeAndNot(clean) ?? dong(clean) ?? dollars(clean) ?? unparsed(whyNot(clean))
}

function unparsed(reason: UnparsedMoney): Money {
  return { kind: 'unparsed', reason }
}

function spaces(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[ .;,]+$/, '')
}

/** Whether a note beside a zero or an exemption speaks of a rate after all. */
export function namesRate(note: string): boolean {
  return rate.test(note.slice(0, longest).normalize('NFC').replace(titleOfDocument, ''))
}

function freeAndNot(clean: string): Money | undefined {
  const [head] = freeHead.exec(clean) ?? []
  if (head === undefined) return undefined
  return namesRate(clean.slice(head.length)) ? { kind: 'contradictory' } : undefined
}

function dong(clean: string): Money | undefined {
  const [, digits, scale, slash, bracket] = inDong.exec(clean) ?? []
  if (digits === undefined) return undefined
  const amount = scale === undefined ? wholeNumber(digits) : scaled(digits, scale)
  if (amount === undefined) return unparsed('ambiguous-number')
  if (amount > 0 && amount < smallest) return unparsed('too-small')
  return { kind: 'amount', dong: amount, ...unitOf(slash ?? bracket) }
}

function dollars(clean: string): Money | undefined {
  const [, before, after, slash, bracket] = inDollars.exec(clean) ?? []
  const digits = before ?? after
  if (digits === undefined) return undefined
  const amount = decimal(digits) ?? wholeNumber(digits)
  if (amount === undefined) return unparsed('ambiguous-number')
  return { kind: 'foreign', currency: 'USD', amount, ...unitOf(slash ?? bracket) }
}

function unitOf(written: string | undefined): { readonly per?: string } {
  return written === undefined ? {} : { per: written.trim() }
}

/** Groups of three behind one and the same sign are thousands; anything else but digits has several readings. */
function wholeNumber(digits: string): number | undefined {
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3}){1,4}$|^[1-9]\d{0,2}(?:,\d{3}){1,4}$|^[1-9]\d{0,2}(?: \d{3}){1,4}$/
  if (grouped.test(digits)) return Number(digits.replace(/\D/g, ''))
  return /^(?:0|[1-9]\d{0,14})$/.test(digits) ? Number(digits) : undefined
}

function scaled(digits: string, scale: string): number | undefined {
  const amount = decimal(digits)
  if (amount === undefined) return undefined
  return Math.round(amount * (scale.toLowerCase() === 'triệu' ? 1_000_000 : 1_000))
}

/** “1,5”, “1.5”, “20”. Three decimals may be thousands. */
function decimal(digits: string): number | undefined {
  return /^(?:0|[1-9]\d{0,5})(?:[.,]\d{1,2})?$/.test(digits) ? Number(digits.replace(',', '.')) : undefined
}

function whyNot(clean: string): UnparsedMoney {
  if (new RegExp(`^${currencies}?$`, 'iu').test(clean)) return 'number-missing'
  if (new RegExp(`^(?:o|không) ?${currencies}$`, 'iu').test(clean) || /^o$/i.test(clean)) return 'zero-in-letters'
  if ((clean.match(anyAmount)?.length ?? 0) > 1) return 'several'
  return reference.test(clean) ? 'by-reference' : 'unknown'
}

/** The one way we show it: 8000 → “8.000 đồng”. */
export function formatDong(amount: number): string {
  return `${String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.')} đồng`
}

/** As it stands in a catalog: digits alone for đồng, “1,5 USD” for dollars. */
export function writtenMoney(money: Extract<Money, { kind: 'amount' | 'foreign' }>): string {
  if (money.kind === 'amount') return String(money.dong)
  return `${String(money.amount).replace('.', ',')} ${money.currency}`
}
