import type { OpeningHours } from '../catalog/model.js'
import { areaChanges } from '../catalog/phone-changes.js'
import { findField, type ReferenceField } from '../catalog/reference-fields.js'
import { suggestion } from '../catalog/shape.js'
import { fold, sameProvince } from '../catalog/vietnamese.js'
import { parseHours, writtenHours } from '../catalog/written-hours.js'
import type { Text } from '../locale.js'

/** What was answered, or why the answer will not do. */
export type Answer<T> = { readonly value: T } | { readonly problem: Text }

/** The usual hours of an office. */
export const usualHours: readonly OpeningHours[] = [
  { days: 'mon-fri', from: '07:30', to: '11:30' },
  { days: 'mon-fri', from: '13:00', to: '17:00' },
]

/** What every ward office has. */
export const usualFields = ['Hộ tịch', 'Chứng thực'] as const

export const questions = {
  name: { vi: 'Tên cơ quan, như UBND phường Hoa Mai', en: 'Name of the office, such as UBND phường Hoa Mai' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  address: { vi: 'Địa chỉ tiếp nhận hồ sơ', en: 'Address where dossiers are handed in' },
  phone: { vi: 'Điện thoại của cơ quan', en: 'Telephone of the office' },
  hours: { vi: 'Giờ tiếp nhận', en: 'Hours of reception' },
  fields: { vi: 'Lĩnh vực', en: 'Fields' },
} as const satisfies Readonly<Record<string, Text>>

export const howToChoose: Text = {
  vi: 'Các lĩnh vực (số thủ tục). Ghi số hoặc tên, cách nhau bằng dấu chấm phẩy; “tất cả” là lấy hết.',
  en: 'The fields (and how many procedures). Write numbers or names, with semicolons between; “all” takes every one.',
}

export interface OfficeName {
  readonly name: string
  readonly shortName?: string
}

/** “UBND phường Hoa Mai” is the short name of “Ủy ban nhân dân phường Hoa Mai”, and the other way round. */
export function readName(written: string): Answer<OfficeName> {
  const text = cleaned(written)
  if (text === '') return problem('Phải có tên cơ quan', 'The office must have a name')
  const [, place] = /^(?:ubnd|[ủu][ỷyýỳ] ban nh[âa]n d[âa]n) (.+)$/iu.exec(text) ?? []
  if (place === undefined) return { value: { name: text } }
  return { value: { name: `Ủy ban nhân dân ${place}`, shortName: `UBND ${place}` } }
}

/** Any name will do but one that is nearly that of a province: “Bình Dươg”. */
export function readProvince(written: string): Answer<string> {
  const text = cleaned(written).replace(/^tỉnh /iu, '')
  const known = areaChanges.map(({ province }) => province)
  const unmarked = known.find(province => fold(province) === fold(text))
  if (unmarked !== undefined && unmarked.toLowerCase() !== text.toLowerCase()) return meantProvince(unmarked)
  if (known.some(province => sameProvince(province, text))) return { value: text }
  const near = suggestion(
    fold(text),
    known.map(province => fold(province)),
  )
  const meant = near === undefined ? undefined : known.find(province => fold(province) === near)
  return meant === undefined ? { value: text } : meantProvince(meant)
}

function meantProvince(name: string): Answer<never> {
  return problem(`Có phải “${name}” không? Ghi lại cho đúng`, `Did you mean “${name}”? Write it as it is`)
}

export function readHours(written: string): Answer<readonly OpeningHours[]> {
  const value = parseHours(written)
  if (value !== undefined) return { value }
  const example = `${writtenHours(usualHours)}; T7 07:30-11:30`
  return problem(`Không hiểu giờ này; viết như “${example}”`, `These hours are not understood; write “${example}”`)
}

/** The fields that an answer names, each once, in its order. */
export function readFields(written: string, fields: readonly ReferenceField[]): Answer<readonly ReferenceField[]> {
  if (['tat ca', 'all'].includes(fold(written))) return { value: fields }
  const chosen = new Set<ReferenceField>()
  for (const part of written.split(';')) {
    // Names hold commas, numbers do not.
    const words = /^[\d\s,]+$/.test(part) ? part.split(/[\s,]+/) : [part]
    for (const word of words) {
      if (word.trim() === '') continue
      const found = findField(word, fields)
      if (found.field === undefined) return noSuchField(cleaned(word), found.near)
      chosen.add(found.field)
    }
  }
  return chosen.size > 0
    ? { value: [...chosen] }
    : problem('Phải có ít nhất một lĩnh vực', 'At least one field is needed')
}

function noSuchField(word: string, near: string | undefined): Answer<never> {
  if (near !== undefined) {
    return problem(
      `Không có lĩnh vực “${word}”; có phải “${near}” không?`,
      `There is no field “${word}”; did you mean “${near}”?`,
    )
  }
  return problem(
    `Không có lĩnh vực “${word}” trong danh sách đối chiếu`,
    `There is no field “${word}” in the reference list`,
  )
}

export function cleaned(written: string): string {
  return written.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function problem(vi: string, en: string): Answer<never> {
  return { problem: { vi, en } }
}
