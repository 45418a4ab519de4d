import type { Text } from '../locale.js'
import type { Agency, Catalog, Feedback, Officer } from './model.js'
import { classifyPhone, type OldLandline, type Phone, writtenPhone } from './phone.js'
import { sameProvince } from './vietnamese.js'

/** A record that tells citizens how to reach somebody. */
type ContactRecord = Officer | Agency | Feedback

/** One published telephone number. */
export interface PhoneContact {
  readonly record: ContactRecord
  /** As written. */
  readonly text: string
  readonly phone: Phone
  /** What it is once its spelling, or its old prefix, is put right: what is said of a number must not wait for that. */
  readonly meant: Phone
  /** Only where the number is an officer's. */
  readonly officer?: Officer
  /** Whose number, for a message: “của Nguyễn Thị An”. */
  readonly owner: Text
}

/** One published e-mail address. */
export interface EmailContact {
  readonly record: ContactRecord
  readonly text: string
  readonly owner: Text
}

const phones = new WeakMap<Catalog, readonly PhoneContact[]>()

/** Every published telephone number. `internal.phone` is private and not among them. */
export function publishedPhones(catalog: Catalog): readonly PhoneContact[] {
  let found = phones.get(catalog)
  if (found === undefined) {
    // Several rules ask; the numbers are read once.
    found = contactRecords(catalog).flatMap(({ record, ...rest }) => {
      if (record.phone === undefined) return []
      const phone = classifyPhone(record.phone)
      return [{ record, text: record.phone, phone, meant: meantPhone(phone), ...rest }]
    })
    phones.set(catalog, found)
  }
  return found
}

function meantPhone(phone: Phone): Phone {
  switch (phone.kind) {
    case 'malformed':
      return phone.repair === undefined ? phone : meantPhone(classifyPhone(phone.repair))
    case 'obsolete-mobile':
      return classifyPhone(writtenPhone(phone.now))
    case 'obsolete-area':
      return phone.certain ? classifyPhone(writtenPhone(phone.now.digits)) : phone
    default:
      return phone
  }
}

/** Every published e-mail address. */
export function publishedEmails(catalog: Catalog): EmailContact[] {
  return contactRecords(catalog).flatMap(({ record, owner }) =>
    record.email === undefined ? [] : [{ record, text: record.email, owner }],
  )
}

interface Owned {
  readonly record: ContactRecord
  readonly officer?: Officer
  readonly owner: Text
}

function contactRecords({ agency, officers }: Catalog): Owned[] {
  const owned: Owned[] = []
  if (agency !== undefined) owned.push({ record: agency, owner: { vi: `của ${agency.name}`, en: `of ${agency.name}` } })
  if (agency?.feedback !== undefined) {
    owned.push({ record: agency.feedback, owner: { vi: 'tiếp nhận phản ánh, kiến nghị', en: 'for feedback' } })
  }
  for (const officer of officers) {
    owned.push({ record: officer, officer, owner: { vi: `của ${officer.name}`, en: `of ${officer.name}` } })
  }
  return owned
}

/**
 * What a number that is a mobile today would have meant before 2017, where its grouping or the office's province speaks
 * for that. Whoever recorded the officer's consent knows that it is a mobile.
 */
export function likelyOldLandline({ text, phone, officer }: PhoneContact, agency?: Agency): OldLandline | undefined {
  if (officer?.mobileConsent !== undefined) return undefined
  if (phone.kind === 'ambiguous-old-landline') return phone.oldLandline
  if (phone.kind !== 'mobile' || phone.oldLandline === undefined || agency?.province === undefined) return undefined
  if (!sameProvince(agency.province, phone.oldLandline.province) || mobileGrouping.test(text)) return undefined
  // Offices have had numbers beginning with 3 since 2008; every other digit is far more likely a mobile.
  return officeSubscriber.test(phone.oldLandline.digits) ? phone.oldLandline : undefined
}

/** 0363 822 234, 036 382 2234 */
const mobileGrouping = /^\d{3,4}[ .-]\d{3}[ .-]\d{3,4}$/

const officeSubscriber = /^02(?:[48]3\d{7}|\d\d3\d{6})$/
