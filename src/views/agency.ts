import type { Agency, Feedback, Officer } from '../catalog/model.js'
import type { Locale } from '../locale.js'
import { type ContactNumber, contactNumber } from './contact-number.js'
import { hoursLines } from './vietnamese-text.js'

export interface AgencyView {
  readonly name: string
  readonly shortName: string
  readonly province: string | null
  readonly address: string | null
  readonly phone: ContactNumber | null
  readonly email: string | null
  readonly website: string | null
  readonly hours: readonly string[]
  readonly feedback: FeedbackView | null
}

export interface FeedbackView {
  readonly phone: ContactNumber | null
  readonly email: string | null
  readonly address: string | null
  readonly url: string | null
}

export interface OfficerView {
  readonly name: string
  readonly jobTitle: string | null
  readonly counter: string | null
  readonly phone: ContactNumber | null
  readonly email: string | null
}

export function agencyView(agency: Agency | undefined, locale: Locale = 'vi'): AgencyView {
  return {
    name: agency?.name ?? '',
    shortName: agency?.shortName ?? agency?.name ?? '',
    province: agency?.province ?? null,
    address: agency?.address ?? null,
    phone: agency?.phone === undefined ? null : contactNumber(agency.phone),
    email: agency?.email ?? null,
    website: webAddress(agency?.website),
    hours: hoursLines(agency?.openingHours ?? [], locale),
    feedback: agency?.feedback === undefined ? null : feedbackView(agency.feedback),
  }
}

function feedbackView({ phone, email, address, url }: Feedback): FeedbackView {
  return {
    phone: phone === undefined ? null : contactNumber(phone),
    email: email ?? null,
    address: address ?? null,
    url: webAddress(url),
  }
}

export function officerView({ name, jobTitle, counter, phone, extension, email }: Officer): OfficerView {
  return {
    name,
    jobTitle: jobTitle ?? null,
    counter: counter ?? null,
    phone: phone === undefined ? null : contactNumber(phone, extension),
    email: email ?? null,
  }
}

/** http and https only: a page must not carry `javascript:`. */
export function webAddress(written: string | undefined): string | null {
  if (written === undefined || !/^https?:\/\//i.test(written)) return null
  return URL.canParse(written) ? written : null
}
