import type { Text } from '../locale.js'
import type { Applicant, Channel, Profile, ServiceLevel } from './model.js'

/** What the words mean that a key may hold, as an editor explains them beside its list. */
export type ValueNames = Readonly<Record<string, Text>>

export const serviceLevelNames = {
  full: { vi: 'Toàn trình (Nghị định 42/2022/NĐ-CP)', en: 'Fully online (Decree 42/2022/NĐ-CP)' },
  partial: { vi: 'Một phần (Nghị định 42/2022/NĐ-CP)', en: 'Partly online (Decree 42/2022/NĐ-CP)' },
  information: { vi: 'Chỉ cung cấp thông tin trực tuyến', en: 'Information only' },
  none: { vi: 'Không cung cấp trực tuyến', en: 'Not online' },
  'level-1': { vi: 'Mức độ 1 (Nghị định 43/2011/NĐ-CP)', en: 'Level 1 (Decree 43/2011/NĐ-CP)' },
  'level-2': { vi: 'Mức độ 2 (Nghị định 43/2011/NĐ-CP)', en: 'Level 2 (Decree 43/2011/NĐ-CP)' },
  'level-3': { vi: 'Mức độ 3 (Nghị định 43/2011/NĐ-CP)', en: 'Level 3 (Decree 43/2011/NĐ-CP)' },
  'level-4': { vi: 'Mức độ 4 (Nghị định 43/2011/NĐ-CP)', en: 'Level 4 (Decree 43/2011/NĐ-CP)' },
} as const satisfies Record<ServiceLevel, Text>

export const channelNames = {
  counter: { vi: 'Trực tiếp tại bộ phận một cửa', en: 'At the counter' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  post: { vi: 'Qua dịch vụ bưu chính công ích', en: 'By the public post' },
} as const satisfies Record<Channel, Text>

export const applicantNames = {
  citizen: { vi: 'Cá nhân', en: 'Citizens' },
  organisation: { vi: 'Tổ chức', en: 'Organisations' },
  business: { vi: 'Doanh nghiệp, hợp tác xã, hộ kinh doanh', en: 'Businesses' },
  official: { vi: 'Cán bộ, công chức, viên chức', en: 'Officials' },
} as const satisfies Record<Applicant, Text>

export const profileNames = {
  listing: { vi: 'Đủ cho một danh mục', en: 'What a list needs' },
  full: {
    vi: 'Đủ các bộ phận theo Điều 8 Nghị định 63/2010/NĐ-CP',
    en: 'Every part that Article 8 of Decree 63/2010/NĐ-CP names',
  },
} as const satisfies Record<Profile, Text>

export const noneNames = { none: { vi: 'Không có', en: 'There is none' } } as const satisfies ValueNames

export const feeNames = {
  none: { vi: 'Không thu phí, lệ phí', en: 'There is no fee' },
  exempt: { vi: 'Được miễn phí, lệ phí', en: 'Exempt from the fee' },
} as const satisfies ValueNames
