import type { IsoDate, OpeningHours } from '../catalog/model.js'
import type { ReferenceField } from '../catalog/reference-fields.js'
import { isRemembered } from '../catalog/reference-list.js'
import { withoutEnd } from '../catalog/titles.js'
import { inOldStyle } from '../catalog/tone-marks.js'
import type { OutputFile } from './renderer.js'

/** What `init` knows of an office. */
export interface NewCatalog {
  readonly name: string
  readonly shortName?: string
  readonly province?: string
  readonly address?: string
  readonly phone?: string
  readonly hours: readonly OpeningHours[]
  /** The list is true as of this day. */
  readonly date: IsoDate
  readonly fields: readonly ReferenceField[]
  /** As of when the reference list is, in words. */
  readonly referenceAsOf: string
}

/**
 * The first catalog of an office: what is known stands there, what only the office knows stands as a comment to be filled in.
 * The comments are Vietnamese whatever the language of our messages, as the catalog is.
 */
export function newCatalog(office: NewCatalog): OutputFile {
  const parts = [
    head(office),
    agency(office),
    publication(office),
    officers(office),
    fields(office),
    procedures(office),
  ]
  return { path: 'catalog.yaml', text: `${parts.map(lines => lines.join('\n')).join('\n\n')}\n` }
}

function head({ name, shortName }: NewCatalog): string[] {
  return [
    `# Danh mục thủ tục hành chính của ${comment(shortName ?? name)}.`,
    '# Dòng bắt đầu bằng dấu # là lời dặn, chương trình bỏ qua.',
    '# Mỗi dòng viết theo kiểu “tên: nội dung”. Các khoảng trắng ở đầu dòng cho biết mục nào thuộc mục nào, xin giữ nguyên.',
    '# Mã thủ tục và số điện thoại đặt trong dấu nháy kép. Ngày viết năm-tháng-ngày, ví dụ 2026-11-01.',
    '# Những khối có dấu # ở đầu mỗi dòng là chỗ chờ ghi: sửa nội dung cho đúng rồi xóa dấu # và một khoảng trắng sau nó.',
    '# Danh mục dài thì có thể tách mỗi lĩnh vực một tệp .yaml trong thư mục này; chương trình tự gộp lại.',
    '# Sửa xong, chạy lệnh sau để kiểm tra và xem còn thiếu gì: tthc check',
    'catalog: 1',
  ]
}

function agency({ name, shortName, province, address, phone, hours }: NewCatalog): string[] {
  return [
    '# Cơ quan công bố danh mục.',
    'agency:',
    `  name: ${scalar(name)}`,
    ...(shortName === undefined ? [] : [`  shortName: ${scalar(shortName)}`]),
    ...(province === undefined
      ? ['  # Tỉnh hoặc thành phố trực thuộc trung ương.', '  # province: ghi vào đây']
      : [`  province: ${scalar(province)}`]),
    ...(address === undefined
      ? ['  # Nơi người dân đến nộp hồ sơ.', '  # address: ghi vào đây']
      : [`  address: ${scalar(address)}`]),
    ...(phone === undefined ? ['  # Số máy của cơ quan.', '  # phone: "ghi vào đây"'] : [`  phone: ${quoted(phone)}`]),
    '  # Hộp thư công vụ của cơ quan.',
    '  # email: ghi vào đây',
    '  # Mỗi buổi tiếp nhận là một mục: mon-fri là từ thứ Hai đến thứ Sáu, sat là thứ Bảy.',
    '  openingHours:',
    ...hours.flatMap(({ days, from, to }) => [
      `    - days: ${days}`,
      `      from: ${quoted(from)}`,
      `      to: ${quoted(to)}`,
    ]),
    '  # Nơi người dân gửi phản ánh, kiến nghị: ghi ít nhất một trong ba mục.',
    '  # feedback:',
    '  #   phone: "ghi vào đây"',
    '  #   email: ghi vào đây',
    '  #   url: ghi vào đây',
  ]
}

function publication({ date, fields: chosen }: NewCatalog): string[] {
  const count = chosen.reduce((sum, { procedures: some }) => sum + some.length, 0)
  return [
    'publication:',
    '  # Quyết định công bố danh mục: ghi số, ngày ký và nơi ban hành.',
    '  # decision:',
    '  #   number: ghi vào đây',
    `  #   date: ${date}`,
    '  #   issuer: Chủ tịch Ủy ban nhân dân tỉnh',
    '  # Danh mục đúng tại ngày này; mỗi lần rà soát xong thì sửa lại.',
    `  date: ${date}`,
    '  # Phải rà soát lại trước ngày này.',
    `  # reviewBy: ${halfAYearAfter(date)}`,
    '  # Số thủ tục và số lĩnh vực ghi trong quyết định công bố. Thiếu hoặc thừa một mục, chương trình sẽ báo.',
    '  # expect:',
    `  #   procedures: ${count}`,
    `  #   fields: ${chosen.length}`,
    '  profile: listing',
  ]
}

/** Officers of wards change posts about as often. */
function halfAYearAfter(date: IsoDate): IsoDate {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 180)
  return day.toISOString().slice(0, 10)
}

function officers({ fields: chosen, date }: NewCatalog): string[] {
  const id = `${chosen[0]?.id ?? 'can-bo'}-1`
  return [
    '# Cán bộ, công chức phụ trách: mỗi người một khối. id là tên ngắn không dấu, dùng để nhắc lại ở mục lĩnh vực.',
    '# checkedOn là ngày gần nhất có người gọi thử số máy và thấy đúng.',
    '# officers:',
    `#   - id: ${id}`,
    '#     name: ghi vào đây',
    '#     jobTitle: Công chức Tư pháp - hộ tịch',
    '#     phone: "ghi vào đây"',
    '#     counter: Quầy 1',
    `#     checkedOn: ${date}`,
  ]
}

function fields({ fields: chosen }: NewCatalog): string[] {
  return [
    '# Lĩnh vực. Người đứng đầu danh sách officers phụ trách, người sau làm thay khi vắng.',
    'fields:',
    ...chosen.flatMap(({ id, name }) => [
      `  - id: ${scalar(id)}`,
      `    name: ${scalar(inOldStyle(name))}`,
      `    # officers: [${id}-1, ${id}-2]`,
    ]),
  ]
}

function procedures({ fields: chosen, referenceAsOf }: NewCatalog): string[] {
  return [
    `# Thủ tục, lấy mã và tên từ danh sách đối chiếu kèm phần mềm (nguồn đến ${referenceAsOf}).`,
    '# Xóa thủ tục mà đơn vị không tiếp nhận. Với từng thủ tục còn lại, ghi thêm các khóa như mẫu dưới đây, theo quyết định',
    '# công bố. Mẫu này là của một thủ tục giả định, xin đừng chép nguyên số liệu:',
    '#   # Mức độ: full là trực tuyến toàn trình, partial là một phần (ghi thêm partialReason: vì sao), information là chỉ',
    '#   # cung cấp thông tin, none là chưa làm trực tuyến.',
    '#   serviceLevel: full',
    '#   onlineUrl: https://dichvucong.gov.vn/',
    '#   # true là nộp được phí, lệ phí trực tuyến; nhận hồ sơ, trả kết quả được qua bưu chính.',
    '#   onlinePayment: true',
    '#   postal: true',
    '#   # “3 ngày làm việc”, “15 ngày”, “2 giờ”, “trong ngày”. “Ngày” và “ngày làm việc” là khác nhau.',
    '#   processingTime: 3 ngày làm việc',
    '#   # none là không có, exempt là được miễn, hoặc liệt kê từng mức thu.',
    '#   fees:',
    '#     - kind: lệ phí',
    '#       amount: 8000',
    '#       per: bản',
    '#       basis: 281/2016/TT-BTC',
    '#   # citizen là cá nhân, organisation là tổ chức, business là doanh nghiệp, official là cán bộ, công chức, viên chức.',
    '#   applicants: [citizen]',
    '#   # counter là nộp tại quầy, online là trên mạng, post là qua bưu chính.',
    '#   channels: [counter, online, post]',
    '#   # Chỉ ghi số, ký hiệu văn bản.',
    '#   legalBases: [60/2014/QH13, 123/2015/NĐ-CP]',
    'procedures:',
    ...chosen.flatMap(({ id, name, procedures: some }) => [
      `  # ${comment(name)}: ${some.length} thủ tục.`,
      ...some.flatMap(entry => [
        ...(isRemembered(entry) ? ['  # Mã và tên dưới đây chưa đối chiếu được với nguồn nào, xin kiểm tra lại.'] : []),
        `  - code: ${quoted(entry.code)}`,
        `    title: ${scalar(withoutEnd(inOldStyle(entry.title)))}`,
        `    field: ${scalar(id)}`,
      ]),
    ]),
  ]
}

/** A letter first, then nothing that YAML could take for a sign of its own. */
const plain = /^\p{L}[\p{L}\p{N}_./()–-]*(?:,? [\p{L}\p{N}_./()–-]+,?)*$/u

/** Words that an editor's parser takes for something else than a text. */
const words = /^(?:true|false|yes|no|on|off|null|y|n)$/i

function scalar(text: string): string {
  return plain.test(text) && !words.test(text) ? text : quoted(text)
}

/** JSON's way to write a text is YAML's too, but for the signs that YAML would not print. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u00A0\u2028\u2029\uFEFF]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A text inside a comment must not end its line. */
function comment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]+/g, ' ')
}
