/**
 * mã thủ tục hành chính: the code on the national portal, and what provinces put behind it: 1.001193.02 (a variant),
 * 1.013978.H41, 2.000815.000.00.00.H55 (an organisation), 2.000815.000.00.00.H55.02 (both).
 */
export interface ProcedureCode {
  /** As the portal knows it: 1.001193. */
  readonly base: string
  readonly variant?: string
  readonly organisation?: string
}

const organisation = String.raw`(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}`
const pattern = new RegExp(String.raw`^([1-9]\.\d{6})(?:\.(${organisation}))?(?:\.(\d{2}))?$`)
const variantFirst = new RegExp(String.raw`^([1-9]\.\d{6})\.(\d{2})\.(${organisation})$`)

export function parseCode(text: string): ProcedureCode | undefined {
  const [, base, office, variant] = pattern.exec(text) ?? []
  if (base !== undefined) return code(base, variant, office)
  const [, otherBase, otherVariant, otherOffice] = variantFirst.exec(text) ?? []
  return otherBase === undefined ? undefined : code(otherBase, otherVariant, otherOffice)
}

/** The code that a text means, where only its style is wrong: what is said of a code must not wait until it was mended. */
export function meantCode(text: string): ProcedureCode | undefined {
  return parseCode(text) ?? parseCode(repairCode(text) ?? '')
}

/** What two codes of one procedure have in common: the organisation behind a code says only who lists it. */
export function codeKey(text: string): string {
  const parsed = meantCode(text)
  if (parsed === undefined) return text.trim()
  return parsed.variant === undefined ? parsed.base : `${parsed.base}.${parsed.variant}`
}

/** The code that was certainly meant, where only separators, spaces or the case of the suffix are wrong. */
export function repairCode(text: string): string | undefined {
  const bare = text
    .replace(/\s+/g, '')
    .replace(/,/g, '.')
    .replace(/^\.|\.$/g, '')
    .toUpperCase()
  // 1001193, and 1.001.193 from a spreadsheet that takes the code for a number.
  const candidate = /^[1-9]\d{6}$/.test(bare)
    ? `${bare[0]}.${bare.slice(1)}`
    : bare.replace(/^(\d\.\d{3})\.(\d{3})$/, '$1$2')
  return candidate !== text && parseCode(candidate) !== undefined ? candidate : undefined
}

function code(base: string, variant: string | undefined, office: string | undefined): ProcedureCode {
  return {
    base,
    ...(variant !== undefined && { variant }),
    ...(office !== undefined && { organisation: office }),
  }
}
