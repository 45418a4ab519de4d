/** One province's area code before and after 2017, without the leading zero. */
export interface AreaChange {
  readonly province: string
  readonly old: string
  readonly now: string
}

/** A mobile prefix before and after 2018; the last seven digits stayed. */
export interface MobileChange {
  readonly old: string
  readonly now: string
}

const change = (province: string, old: string, now: string): AreaChange => ({ province, old, now })

/**
 * Area codes changed in 2017: Quyết định 2036/QĐ-BTTTT (2016). Dates and new codes: tvxdkg.com.vn, baomoi.com,
 * m.kienthuc.net.vn; some of the old codes are from memory. Subscriber numbers stayed. No old code is the beginning of
 * another, so digits written the old way have one reading among the old codes.
 */
export const areaChanges: readonly AreaChange[] = [
  // 11/02/2017
  change('Sơn La', '22', '212'),
  change('Lai Châu', '231', '213'),
  change('Lào Cai', '20', '214'),
  change('Điện Biên', '230', '215'),
  change('Yên Bái', '29', '216'),
  change('Quảng Bình', '52', '232'),
  change('Quảng Trị', '53', '233'),
  change('Thừa Thiên Huế', '54', '234'),
  change('Quảng Nam', '510', '235'),
  change('Đà Nẵng', '511', '236'),
  change('Thanh Hóa', '37', '237'),
  change('Nghệ An', '38', '238'),
  change('Hà Tĩnh', '39', '239'),
  // 15/04/2017
  change('Quảng Ninh', '33', '203'),
  change('Bắc Giang', '240', '204'),
  change('Lạng Sơn', '25', '205'),
  change('Cao Bằng', '26', '206'),
  change('Tuyên Quang', '27', '207'),
  change('Thái Nguyên', '280', '208'),
  change('Bắc Kạn', '281', '209'),
  change('Hải Dương', '320', '220'),
  change('Hưng Yên', '321', '221'),
  change('Bắc Ninh', '241', '222'),
  change('Hải Phòng', '31', '225'),
  change('Hà Nam', '351', '226'),
  change('Thái Bình', '36', '227'),
  change('Nam Định', '350', '228'),
  change('Ninh Bình', '30', '229'),
  change('Cà Mau', '780', '290'),
  change('Bạc Liêu', '781', '291'),
  change('Cần Thơ', '710', '292'),
  change('Hậu Giang', '711', '293'),
  change('Trà Vinh', '74', '294'),
  change('An Giang', '76', '296'),
  change('Kiên Giang', '77', '297'),
  change('Sóc Trăng', '79', '299'),
  // 17/06/2017
  change('Hà Nội', '4', '24'),
  change('TP Hồ Chí Minh', '8', '28'),
  change('Đồng Nai', '61', '251'),
  change('Bình Thuận', '62', '252'),
  change('Bà Rịa - Vũng Tàu', '64', '254'),
  change('Quảng Ngãi', '55', '255'),
  change('Bình Định', '56', '256'),
  change('Phú Yên', '57', '257'),
  change('Khánh Hòa', '58', '258'),
  change('Ninh Thuận', '68', '259'),
  change('Kon Tum', '60', '260'),
  change('Đắk Nông', '501', '261'),
  change('Đắk Lắk', '500', '262'),
  change('Lâm Đồng', '63', '263'),
  change('Gia Lai', '59', '269'),
  change('Vĩnh Long', '70', '270'),
  change('Bình Phước', '651', '271'),
  change('Long An', '72', '272'),
  change('Tiền Giang', '73', '273'),
  change('Bình Dương', '650', '274'),
  change('Bến Tre', '75', '275'),
  change('Tây Ninh', '66', '276'),
  change('Đồng Tháp', '67', '277'),
]

/** Phú Thọ, Vĩnh Phúc, Hòa Bình and Hà Giang kept theirs. */
const unchangedAreas = ['210', '211', '218', '219']

/** Every area code in use, without the leading zero. */
export const areas: ReadonlySet<string> = new Set([...areaChanges.map(({ now }) => now), ...unchangedAreas])

/**
 * Eleven-digit mobile numbers became ten-digit ones on 15/09/2018; the old ones were cut off after 14/11/2018.
 * Sources: kynguyenso.plo.vn, kenh14.vn, aptoide; 0182 has one source only.
 */
export const mobileChanges: readonly MobileChange[] = [
  // Viettel
  { old: '0162', now: '032' },
  { old: '0163', now: '033' },
  { old: '0164', now: '034' },
  { old: '0165', now: '035' },
  { old: '0166', now: '036' },
  { old: '0167', now: '037' },
  { old: '0168', now: '038' },
  { old: '0169', now: '039' },
  // MobiFone
  { old: '0120', now: '070' },
  { old: '0121', now: '079' },
  { old: '0122', now: '077' },
  { old: '0126', now: '076' },
  { old: '0128', now: '078' },
  // VinaPhone
  { old: '0123', now: '083' },
  { old: '0124', now: '084' },
  { old: '0125', now: '085' },
  { old: '0127', now: '081' },
  { old: '0129', now: '082' },
  // Vietnamobile
  { old: '0182', now: '052' },
  { old: '0186', now: '056' },
  { old: '0188', now: '058' },
  // Gmobile
  { old: '0199', now: '059' },
]

/** Mobile prefixes that the networks hold; libphonenumber knows only the parts of them that are in use. */
export const mobilePrefixes: ReadonlySet<string> = new Set(
  '032 033 034 035 036 037 038 039 052 055 056 058 059 070 076 077 078 079 081 082 083 084 085 086 087 088 089 090 091 092 093 094 096 097 098 099'.split(
    ' ',
  ),
)
