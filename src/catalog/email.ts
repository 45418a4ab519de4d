/** ASCII alone: mail systems of offices take no letters with marks. Each part is anchored by a sign it cannot hold. */
const address = /^[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/

/** RFC 5321: a path is no longer. */
const longest = 254

export function isEmail(text: string): boolean {
  return text.length <= longest && address.test(text)
}

/** The address that was certainly meant: without mailto:, angle brackets, spaces around @ and dots, a full stop. */
export function repairEmail(text: string): string | undefined {
  if (text.length > longest) return undefined
  const repaired = text
    .trim()
    .replace(/[.,;]$/, '')
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '')
    .replace(/\s?([@.])\s?/g, '$1')
  return repaired !== text && isEmail(repaired) ? repaired : undefined
}

const personalDomains = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.com.vn',
  'ymail.com',
  'hotmail.com',
  'hotmail.com.vn',
  'outlook.com',
  'outlook.com.vn',
  'live.com',
  'msn.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'zoho.com',
])

/** The domain of an address, where anybody can open a mailbox there. */
export function personalDomain(email: string): string | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return personalDomains.has(domain) ? domain : undefined
}
