import type { Catalog } from '../src/catalog/model.js'

/** A private number that no output may hold. */
export const internalPhone = '0900 000 099'

/** A small catalog with everything that a list shows. Names and numbers are invented. */
export const sampleCatalog: Catalog = {
  path: 'catalogs/vi-du',
  agency: {
    name: 'Ủy ban nhân dân phường Ví Dụ',
    shortName: 'UBND phường Ví Dụ',
    province: 'Bình Dương',
    address: 'Số 1, đường Ví Dụ',
    phone: '02743000000',
    email: 'ubnd.vidu@example.vn',
    website: 'https://vidu.example.vn',
    openingHours: [
      { days: 'mon-fri', from: '07:30', to: '11:30' },
      { days: 'mon-fri', from: '13:00', to: '17:00' },
      { days: 'sat', from: '07:30', to: '11:30' },
    ],
    feedback: {
      phone: '0274 3000 009',
      email: 'phananh@example.vn',
      address: 'Số 2, đường Ví Dụ',
      url: 'https://phananh.example.vn',
    },
  },
  publication: {
    decision: { number: '1234/QĐ-UBND', date: '2022-05-10', issuer: 'UBND tỉnh Bình Dương' },
    date: '2022-07-01',
    expect: { procedures: 3, fields: 2 },
    notice: 'Danh mục ví dụ, không phải danh mục chính thức.',
  },
  officers: [
    {
      id: 'ho-tich-1',
      name: 'Nguyễn Thị Ví Dụ',
      jobTitle: 'Công chức Tư pháp - Hộ tịch',
      phone: '0274 3000 001',
      extension: '12',
      email: 'hotich@example.vn',
      counter: 'Quầy 2',
      internal: { phone: internalPhone, email: 'rieng@example.vn', note: 'chỉ gọi khi khẩn cấp' },
    },
    { id: 'ho-tich-2', name: 'Trần Văn Mẫu', internal: { phone: internalPhone } },
    { id: 'dat-dai-1', name: 'Lê Văn Thử', phone: '0274 3000 003', counter: 'Quầy 3' },
  ],
  fields: [
    { id: 'ho-tich', name: 'Hộ tịch', officers: ['ho-tich-1', 'ho-tich-2'] },
    { id: 'dat-dai', name: 'Đất đai', officers: ['dat-dai-1'], counter: 'Phòng 5' },
  ],
  procedures: [
    {
      code: '1.001193',
      title: 'Đăng ký khai sinh',
      shortTitle: 'Khai sinh',
      field: 'ho-tich',
      serviceLevel: 'level-4',
      onlineUrl: 'https://dichvucong.example.vn/khai-sinh?a=1&b=2',
      postal: true,
      processingTime: 'trong ngày',
      statutoryTime: '1 ngày làm việc',
      fees: 'none',
      channels: ['counter', 'online'],
      legalBases: [{ number: '60/2014/QH13' }, { number: '371/QĐ-UBND', date: '2022-03-01' }],
    },
    {
      code: '2.000635',
      title: 'Cấp bản sao trích lục hộ tịch',
      field: 'ho-tich',
      serviceLevel: 'level-2',
      processingTime: [
        { time: '1/2 ngày', channel: 'counter' },
        { time: '3 ngày làm việc', channel: 'post', when: 'hồ sơ phải xác minh' },
      ],
      fees: [{ amount: '8000', per: 'bản', kind: 'lệ phí', when: 'đăng ký quá hạn' }],
      officer: 'ho-tich-2',
    },
    { code: '1.003554', title: 'Hòa giải tranh chấp đất đai', field: 'dat-dai', fees: 'exempt' },
  ],
}

/** Text that breaks out of what is not escaped, everywhere that a catalog takes text. */
const hostile = `</style></script><script>alert(1)</script><img src=x onerror=alert(2)>" ' \` {{x}} {{{x}}} &amp; <!-- =1+1`

const { agency, publication, officers, fields, procedures } = sampleCatalog

export const hostileCatalog: Catalog = {
  path: hostile,
  agency: {
    ...agency,
    name: hostile,
    shortName: '</title><b>"',
    province: hostile,
    address: hostile,
    phone: hostile,
    email: hostile,
    website: `https://x.example.vn/"><script>alert(3)</script>`,
    feedback: { phone: hostile, email: hostile, address: hostile, url: `javascript:alert(4)//${hostile}` },
    openingHours: [{ days: hostile, from: hostile, to: hostile }],
  },
  publication: { ...publication, notice: hostile, date: hostile, decision: { number: hostile, issuer: hostile } },
  officers: officers.map(officer => ({
    ...officer,
    name: hostile,
    jobTitle: hostile,
    phone: hostile,
    extension: hostile,
    email: hostile,
    counter: hostile,
  })),
  fields: fields.map(field => ({ ...field, name: hostile })),
  procedures: procedures.map(procedure => ({
    ...procedure,
    code: hostile,
    title: hostile,
    shortTitle: hostile,
    serviceLevel: hostile,
    partialReason: hostile,
    onlineUrl: ` javascript:alert(5)`,
    processingTime: hostile,
    statutoryTime: hostile,
    fees: [{ amount: hostile, per: hostile, when: hostile }],
    legalBases: [{ number: hostile, date: hostile }],
  })),
}
