import type { Locale, Text } from '../locale.js'
import { expected } from './expected.js'
import { applicants, channels, feeKinds, profiles, serviceLevels } from './model.js'
import {
  applicantNames,
  channelNames,
  feeNames,
  noneNames,
  profileNames,
  serviceLevelNames,
  type ValueNames,
} from './value-names.js'

/**
 * The one list of keys. The published JSON Schema, the reading of records (`shape.ts`), "did you mean" and the labels of
 * pages are all made from it; nothing repeats it.
 */
export interface Key {
  readonly title: Text
  readonly description: Text
  readonly type: Type
  readonly required?: true
}

export type Type =
  | {
      readonly kind: 'text'
      readonly values?: readonly string[]
      readonly names?: ValueNames
      readonly pattern?: string
    }
  /** A text whose values a rule judges, so that one slip does not keep the record from being read. */
  | {
      readonly kind: 'ruled'
      readonly values?: readonly string[]
      readonly names?: ValueNames
      readonly pattern?: string
    }
  | { readonly kind: 'date' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** `bare` is the key that a plain text stands for: `60/2014/QH13` for `{number: 60/2014/QH13}`. */
  | { readonly kind: 'record'; readonly keys: Keys; readonly bare?: string }
  | { readonly kind: 'list'; readonly items: Type }
  | { readonly kind: 'either'; readonly options: readonly Type[] }

export type Keys = Readonly<Record<string, Key>>

const text: Type = { kind: 'text' }
const date: Type = { kind: 'date' }
const number: Type = { kind: 'number' }
const boolean: Type = { kind: 'boolean' }
const oneOf = (values: readonly string[], names?: ValueNames): Type => ({
  kind: 'text',
  values,
  ...(names !== undefined && { names }),
})
const list = (items: Type): Type => ({ kind: 'list', items })
const record = (keys: Keys): Type => ({ kind: 'record', keys })
const shorthand = (bare: string, keys: Keys): Type => ({ kind: 'record', keys, bare })
const either = (...options: readonly Type[]): Type => ({ kind: 'either', options })

function key(type: Type, vi: readonly [string, string], en: readonly [string, string]): Key {
  return { title: { vi: vi[0], en: en[0] }, description: { vi: vi[1], en: en[1] }, type }
}

function must(entry: Key): Key {
  return { ...entry, required: true }
}

const time = '^([01][0-9]|2[0-3]):[0-5][0-9]$'
const dayRange = '^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$'

const decision: Keys = {
  number: must(key(text, ['Số, ký hiệu', 'Ví dụ 1234/QĐ-UBND.'], ['Number', 'For example 1234/QĐ-UBND.'])),
  date: key(
    date,
    ['Ngày ký', 'Viết năm-tháng-ngày, ví dụ 2022-05-10.'],
    ['Date signed', 'As year-month-day, such as 2022-05-10.'],
  ),
  issuer: key(
    text,
    ['Cơ quan ban hành', 'Cơ quan đã ký quyết định.'],
    ['Issuer', 'The authority that signed the decision.'],
  ),
  title: key(text, ['Trích yếu', 'Nội dung tóm tắt của văn bản.'], ['Title', 'What the document is about.']),
}

const agency: Keys = {
  id: key(
    text,
    ['Mã định danh', 'Mã định danh điện tử của cơ quan.'],
    ['Identifier', 'The electronic identifier of the agency.'],
  ),
  name: must(
    key(
      text,
      ['Tên cơ quan', 'Tên đầy đủ của cơ quan công bố danh mục.'],
      ['Name', 'Full name of the office that publishes the catalog.'],
    ),
  ),
  shortName: key(text, ['Tên viết tắt', 'Dùng ở nơi hẹp chỗ.'], ['Short name', 'Used where space is short.']),
  province: key(
    text,
    ['Tỉnh, thành phố', 'Tỉnh hoặc thành phố trực thuộc trung ương.'],
    ['Province', 'Province or city under the central government.'],
  ),
  address: key(
    text,
    ['Địa chỉ', 'Nơi người dân đến nộp hồ sơ.'],
    ['Address', 'Where citizens hand in their dossiers.'],
  ),
  phone: key(text, ['Điện thoại', 'Số máy của cơ quan.'], ['Telephone', 'The telephone number of the office.']),
  email: key(text, ['Thư điện tử', 'Hộp thư công vụ.'], ['E-mail', 'The official mailbox.']),
  website: key(text, ['Trang thông tin', 'Địa chỉ trang thông tin điện tử.'], ['Website', 'Address of the website.']),
  openingHours: key(
    list(
      record({
        days: must(
          key(
            { kind: 'text', pattern: dayRange },
            ['Ngày', 'Một ngày (sat) hoặc khoảng ngày (mon-fri).'],
            ['Days', 'A day (sat) or a range of days (mon-fri).'],
          ),
        ),
        from: must(
          key(
            { kind: 'text', pattern: time },
            ['Từ giờ', 'Viết giờ:phút, ví dụ 07:30.'],
            ['From', 'As hours:minutes, such as 07:30.'],
          ),
        ),
        to: must(
          key(
            { kind: 'text', pattern: time },
            ['Đến giờ', 'Viết giờ:phút, ví dụ 11:30.'],
            ['To', 'As hours:minutes, such as 11:30.'],
          ),
        ),
      }),
    ),
    ['Giờ tiếp nhận', 'Các buổi tiếp nhận hồ sơ trong tuần.'],
    ['Opening hours', 'The hours of reception in a week.'],
  ),
  feedback: key(
    record({
      phone: key(text, ['Điện thoại', 'Số máy tiếp nhận phản ánh.'], ['Telephone', 'The number that takes feedback.']),
      email: key(text, ['Thư điện tử', 'Hộp thư tiếp nhận phản ánh.'], ['E-mail', 'The mailbox that takes feedback.']),
      address: key(text, ['Địa chỉ', 'Nơi tiếp nhận phản ánh.'], ['Address', 'Where feedback is taken.']),
      url: key(
        text,
        ['Trang tiếp nhận', 'Địa chỉ trang tiếp nhận phản ánh, kiến nghị.'],
        ['Page', 'Address of the page that takes feedback.'],
      ),
    }),
    ['Phản ánh, kiến nghị', 'Nơi tiếp nhận phản ánh, kiến nghị về quy định hành chính.'],
    ['Feedback', 'Where feedback and petitions are received.'],
  ),
}

const publication: Keys = {
  decision: key(
    record(decision),
    ['Quyết định công bố', 'Quyết định công bố danh mục.'],
    ['Publication decision', 'The decision that announced the list.'],
  ),
  date: key(date, ['Ngày của danh mục', 'Danh mục đúng tại ngày này.'], ['Date', 'The list is true as of this day.']),
  reviewBy: key(
    date,
    ['Hạn rà soát', 'Phải rà soát lại trước ngày này.'],
    ['Review by', 'The list must be reviewed before this day.'],
  ),
  expect: key(
    record({
      procedures: key(
        number,
        ['Số thủ tục', 'Tổng số thủ tục đã công bố.'],
        ['Procedures', 'How many procedures the office declares.'],
      ),
      fields: key(
        number,
        ['Số lĩnh vực', 'Tổng số lĩnh vực đã công bố.'],
        ['Fields', 'How many fields the office declares.'],
      ),
    }),
    ['Số lượng công bố', 'Số thủ tục và lĩnh vực phải có; lệch là lỗi.'],
    ['Declared counts', 'The numbers that must be met; any difference is an error.'],
  ),
  profile: key(
    oneOf(profiles, profileNames),
    ['Mức đầy đủ', 'listing: đủ cho danh mục; full: đủ các bộ phận theo Điều 8 Nghị định 63/2010/NĐ-CP.'],
    ['Profile', 'listing: what a list needs; full: every part that Article 8 of Decree 63/2010/NĐ-CP names.'],
  ),
  notice: key(
    text,
    ['Lưu ý chung', 'Câu hiện trên mọi trang, ví dụ danh mục chỉ để minh họa.'],
    ['Notice', 'A sentence shown on every page, e.g. that the list is an example.'],
  ),
  featured: key(
    list(text),
    ['Thủ tục nhiều người làm', 'Mã các thủ tục hiện đầu trang chủ.'],
    ['Most used', 'Codes of the procedures that the home page shows first.'],
  ),
}

const officer: Keys = {
  id: must(
    key(
      text,
      ['Mã cán bộ', 'Tên ngắn, không dấu, dùng trong danh mục này.'],
      ['Id', 'A short plain name used within this catalog.'],
    ),
  ),
  name: must(key(text, ['Họ và tên', 'Họ và tên cán bộ, công chức.'], ['Name', 'Name of the officer.'])),
  jobTitle: key(
    text,
    ['Chức danh', 'Ví dụ Công chức Tư pháp - hộ tịch.'],
    ['Job title', 'For example Công chức Tư pháp - hộ tịch.'],
  ),
  phone: key(
    text,
    ['Điện thoại', 'Số máy cơ quan, được công khai.'],
    ['Telephone', 'The office number; it is published.'],
  ),
  extension: key(
    text,
    ['Số máy lẻ', 'Số máy lẻ sau số chính.'],
    ['Extension', 'The extension behind the main number.'],
  ),
  email: key(text, ['Thư điện tử', 'Hộp thư công vụ.'], ['E-mail', 'The official mailbox.']),
  counter: key(
    text,
    ['Quầy', 'Quầy làm việc tại bộ phận một cửa.'],
    ['Counter', 'The counter in the one-stop section.'],
  ),
  checkedOn: key(
    date,
    ['Ngày gọi kiểm tra', 'Lần gần nhất có người gọi thử số này.'],
    ['Checked on', 'When somebody last dialled the number.'],
  ),
  mobileConsent: key(
    date,
    ['Ngày đồng ý công khai', 'Ngày cán bộ đồng ý công khai số di động.'],
    ['Consent', 'When the officer agreed that the mobile number be published.'],
  ),
  internal: key(
    record({
      phone: key(
        text,
        ['Điện thoại riêng', 'Không bao giờ được công khai.'],
        ['Private telephone', 'Never published.'],
      ),
      email: key(text, ['Thư điện tử riêng', 'Không bao giờ được công khai.'], ['Private e-mail', 'Never published.']),
      note: key(text, ['Ghi chú', 'Không bao giờ được công khai.'], ['Note', 'Never published.']),
    }),
    ['Nội bộ', 'Thông tin nội bộ, không xuất ra bất cứ đâu.'],
    ['Internal', 'Kept inside; no output contains it.'],
  ),
  absent: key(
    list(
      record({
        from: must(key(date, ['Từ ngày', 'Ngày đầu vắng mặt.'], ['From', 'First day away.'])),
        to: must(key(date, ['Đến ngày', 'Ngày cuối vắng mặt.'], ['To', 'Last day away.'])),
        deputy: key(text, ['Người làm thay', 'Mã cán bộ làm thay.'], ['Deputy', 'Id of the officer who stands in.']),
      }),
    ),
    ['Vắng mặt', 'Các đợt vắng mặt và người làm thay.'],
    ['Absences', 'When the officer is away, and who stands in.'],
  ),
}

const field: Keys = {
  id: must(
    key(
      text,
      ['Mã lĩnh vực', 'Tên ngắn, không dấu, dùng trong danh mục này.'],
      ['Id', 'A short plain name used within this catalog.'],
    ),
  ),
  name: must(key(text, ['Tên lĩnh vực', 'Ví dụ Hộ tịch.'], ['Name', 'For example Hộ tịch.'])),
  officers: key(
    list(text),
    ['Cán bộ phụ trách', 'Mã cán bộ; người đầu phụ trách, người sau làm thay.'],
    ['Officers', 'Ids of officers; the first is in charge, the others stand in.'],
  ),
  counter: key(text, ['Quầy', 'Quầy tiếp nhận lĩnh vực này.'], ['Counter', 'The counter of this field.']),
}

const channel = oneOf(channels, channelNames)

const procedure: Keys = {
  code: must(
    key(
      { kind: 'ruled', pattern: '^[1-9]\\.[0-9]{6}(\\.[0-9A-Z.]+)?$' },
      ['Mã thủ tục', 'Mã trên Cổng Dịch vụ công quốc gia, ví dụ "1.001193".'],
      ['Procedure code', 'The code on the national portal, such as "1.001193".'],
    ),
  ),
  title: must(
    key(
      text,
      ['Tên thủ tục', 'Tên chính thức theo quyết định công bố.'],
      ['Title', 'The official title as announced.'],
    ),
  ),
  shortTitle: key(text, ['Tên ngắn', 'Dùng trên bảng niêm yết và thẻ.'], ['Short title', 'For boards and cards.']),
  field: must(
    key(text, ['Lĩnh vực', 'Mã của một lĩnh vực trong danh mục.'], ['Field', 'Id of a field of the catalog.']),
  ),
  serviceLevel: key(
    { kind: 'ruled', values: serviceLevels, names: serviceLevelNames },
    [
      'Mức độ dịch vụ công trực tuyến',
      'Nghị định 42/2022/NĐ-CP: full, partial, information, none; Nghị định 43/2011/NĐ-CP: level-1 đến level-4.',
    ],
    [
      'Online service level',
      'Decree 42/2022/NĐ-CP: full, partial, information, none; Decree 43/2011/NĐ-CP: level-1 to level-4.',
    ],
  ),
  partialReason: key(
    text,
    ['Lý do chỉ cung cấp một phần', 'Vì sao chưa làm trực tuyến toàn trình.'],
    ['Why partial', 'Why it is not fully online.'],
  ),
  onlineUrl: key(
    text,
    ['Liên kết nộp trực tuyến', 'Địa chỉ trang nộp hồ sơ.'],
    ['Online address', 'Where the dossier is handed in online.'],
  ),
  onlinePayment: key(
    boolean,
    ['Thanh toán trực tuyến', 'true nếu nộp được phí, lệ phí trực tuyến.'],
    ['Online payment', 'true where the fee can be paid online.'],
  ),
  postal: key(
    boolean,
    ['Bưu chính công ích', 'true nếu tiếp nhận, trả kết quả qua bưu chính công ích.'],
    ['By post', 'true where the public post takes dossiers and returns results.'],
  ),
  processingTime: key(
    either(
      text,
      list(
        record({
          channel: key(channel, ['Cách thức', 'counter, online hoặc post.'], ['Channel', 'counter, online or post.']),
          time: must(key(text, ['Thời hạn', 'Ví dụ 3 ngày làm việc.'], ['Time', 'For example 3 ngày làm việc.'])),
          when: key(
            text,
            ['Trường hợp', 'Khi nào thời hạn này áp dụng.'],
            ['When', 'The case in which this time applies.'],
          ),
        }),
      ),
    ),
    ['Thời hạn giải quyết', 'Ví dụ 5 ngày làm việc, hoặc danh sách theo cách thức nộp.'],
    ['Processing time', 'For example 5 ngày làm việc, or a list by channel.'],
  ),
  statutoryTime: key(
    text,
    ['Thời hạn theo quy định', 'Ghi khi cơ quan cam kết ngắn hơn luật định.'],
    ['Statutory time', 'Where the office promises less than the law allows.'],
  ),
  fees: key(
    either(
      oneOf(['none', 'exempt'], feeNames),
      list(
        record({
          kind: key(oneOf(feeKinds), ['Loại', 'phí hoặc lệ phí.'], ['Kind', 'phí or lệ phí.']),
          amount: must(key(text, ['Mức thu', 'Số tiền bằng đồng.'], ['Amount', 'In đồng.'])),
          per: key(
            text,
            ['Đơn vị tính', 'Ví dụ bản, trang, trường hợp.'],
            ['Per', 'For example bản, trang, trường hợp.'],
          ),
          channel: key(channel, ['Cách thức', 'counter, online hoặc post.'], ['Channel', 'counter, online or post.']),
          when: key(
            text,
            ['Trường hợp', 'Khi nào mức thu này áp dụng.'],
            ['When', 'The case in which this amount applies.'],
          ),
          basis: key(
            text,
            ['Căn cứ', 'Số, ký hiệu văn bản quy định mức thu.'],
            ['Basis', 'Number of the document that sets the amount.'],
          ),
        }),
      ),
    ),
    ['Phí, lệ phí', 'none: không có; exempt: miễn; hoặc danh sách mức thu.'],
    ['Fees', 'none, exempt, or a list of amounts.'],
  ),
  applicants: key(
    list(oneOf(applicants, applicantNames)),
    ['Đối tượng thực hiện', 'citizen, organisation, business, official.'],
    ['Applicants', 'citizen, organisation, business, official.'],
  ),
  authority: key(
    text,
    ['Cơ quan giải quyết', 'Cơ quan có thẩm quyền quyết định.'],
    ['Authority', 'The authority that decides.'],
  ),
  interlinked: key(
    list(text),
    ['Liên thông với', 'Các cơ quan cùng giải quyết.'],
    ['Interlinked with', 'The offices that take part.'],
  ),
  steps: key(
    list(
      record({
        title: must(key(text, ['Bước', 'Việc phải làm.'], ['Step', 'What is done.'])),
        actor: key(text, ['Người thực hiện', 'Ai làm bước này.'], ['Actor', 'Who does it.']),
        time: key(text, ['Thời gian', 'Ví dụ 1 ngày làm việc.'], ['Time', 'For example 1 ngày làm việc.']),
      }),
    ),
    ['Trình tự thực hiện', 'Các bước theo thứ tự.'],
    ['Steps', 'The steps in order.'],
  ),
  channels: key(
    list(channel),
    ['Cách thức thực hiện', 'counter, online, post.'],
    ['Channels', 'counter, online, post.'],
  ),
  dossier: key(
    either(
      oneOf(['none'], noneNames),
      list(
        record({
          name: must(
            key(text, ['Tên giấy tờ', 'Giấy tờ phải nộp hoặc xuất trình.'], ['Paper', 'The paper to hand in or show.']),
          ),
          original: key(number, ['Bản chính', 'Số bản chính.'], ['Originals', 'How many originals.']),
          copies: key(number, ['Bản sao', 'Số bản sao.'], ['Copies', 'How many copies.']),
          form: key(text, ['Mẫu', 'Tên hoặc ký hiệu mẫu.'], ['Form', 'Name or code of the form.']),
          when: key(text, ['Trường hợp', 'Khi nào cần giấy tờ này.'], ['When', 'The case in which it is needed.']),
        }),
      ),
    ),
    ['Thành phần hồ sơ', 'none hoặc danh sách giấy tờ.'],
    ['Dossier', 'none, or the list of papers.'],
  ),
  sets: key(number, ['Số lượng hồ sơ', 'Số bộ hồ sơ phải nộp.'], ['Sets', 'How many sets of the dossier.']),
  forms: key(
    either(
      oneOf(['none'], noneNames),
      list(
        shorthand('name', {
          name: must(key(text, ['Tên mẫu', 'Tên mẫu đơn, tờ khai.'], ['Name', 'Name of the form.'])),
          code: key(text, ['Ký hiệu', 'Ký hiệu mẫu.'], ['Code', 'Code of the form.']),
          url: key(text, ['Liên kết', 'Nơi tải mẫu.'], ['Address', 'Where the form is found.']),
        }),
      ),
    ),
    ['Mẫu đơn, tờ khai', 'none hoặc danh sách mẫu.'],
    ['Forms', 'none, or the list of forms.'],
  ),
  results: key(list(text), ['Kết quả', 'Giấy tờ mà người dân nhận được.'], ['Results', 'What the citizen receives.']),
  conditions: key(
    either(oneOf(['none'], noneNames), list(text)),
    ['Yêu cầu, điều kiện', 'none hoặc danh sách điều kiện.'],
    ['Conditions', 'none, or the list of conditions.'],
  ),
  legalBases: key(
    list(shorthand('number', decision)),
    ['Căn cứ pháp lý', 'Số, ký hiệu văn bản, ví dụ 60/2014/QH13.'],
    ['Legal bases', 'Numbers of documents, such as 60/2014/QH13.'],
  ),
  iso: key(
    record({
      process: must(key(text, ['Quy trình', 'Mã quy trình ISO.'], ['Process', 'Code of the ISO process.'])),
      revision: key(number, ['Lần ban hành', 'Lần ban hành thứ mấy.'], ['Revision', 'Which revision.']),
      date: key(date, ['Ngày ban hành', 'Viết năm-tháng-ngày.'], ['Date', 'As year-month-day.']),
    }),
    ['Quy trình ISO', 'TCVN ISO 9001:2015.'],
    ['ISO process', 'TCVN ISO 9001:2015.'],
  ),
  decision: key(
    record(decision),
    ['Quyết định công bố', 'Quyết định công bố thủ tục này.'],
    ['Decision', 'The decision that announced this procedure.'],
  ),
  effectiveFrom: key(date, ['Có hiệu lực từ', 'Viết năm-tháng-ngày.'], ['In force from', 'As year-month-day.']),
  effectiveTo: key(date, ['Hết hiệu lực', 'Ngày cuối còn hiệu lực.'], ['In force to', 'The last day in force.']),
  replacedBy: key(
    text,
    ['Thay thế bởi', 'Mã thủ tục thay thế.'],
    ['Replaced by', 'Code of the procedure that replaces it.'],
  ),
  replaces: key(
    list(text),
    ['Thay cho', 'Các mã cũ mà thủ tục này thay thế; mã QR đã in của chúng dẫn về đây.'],
    ['Replaces', 'Old codes that this procedure came in place of; their printed QR codes lead here.'],
  ),
  officer: key(
    text,
    ['Cán bộ riêng', 'Chỉ ghi khi không phải cán bộ phụ trách lĩnh vực.'],
    ['Officer', 'Only where it is not the officer of the field.'],
  ),
  checkedOn: key(
    date,
    ['Ngày đối chiếu', 'Lần gần nhất đối chiếu với nguồn.'],
    ['Checked on', 'When it was last compared with its source.'],
  ),
}

const synonym: Keys = {
  words: must(
    key(
      list(text),
      ['Cách nói thường ngày', 'Ví dụ sao y, công chứng giấy tờ.'],
      ['Everyday words', 'For example sao y, công chứng giấy tờ.'],
    ),
  ),
  means: must(
    key(
      text,
      ['Tên trong thủ tục', 'Cụm từ có trong tên thủ tục, hoặc mã thủ tục.'],
      ['Meaning', 'Words that stand in titles of procedures, or a code.'],
    ),
  ),
}

/** The keys that may stand at the top of a file of a catalog. */
export const catalogKeys = {
  catalog: key({ kind: 'text', values: ['1'] }, ['Phiên bản định dạng', 'Luôn là 1.'], ['Format version', 'Always 1.']),
  extends: key(
    text,
    ['Danh mục gốc', 'Thư mục chứa danh mục dùng chung của tỉnh hoặc thành phố.'],
    ['Base catalog', 'The folder of the catalog that the province or city shares.'],
  ),
  agency: key(
    record(agency),
    ['Cơ quan', 'Cơ quan công bố danh mục.'],
    ['Agency', 'The office that publishes the catalog.'],
  ),
  publication: key(
    record(publication),
    ['Công bố', 'Quyết định, ngày và số lượng công bố.'],
    ['Publication', 'Decision, date and declared counts.'],
  ),
  officers: key(
    list(record(officer)),
    ['Cán bộ', 'Cán bộ, công chức phụ trách.'],
    ['Officers', 'The officers in charge.'],
  ),
  fields: key(list(record(field)), ['Lĩnh vực', 'Các lĩnh vực.'], ['Fields', 'The fields of government work.']),
  procedures: key(
    list(record(procedure)),
    ['Thủ tục', 'Các thủ tục hành chính.'],
    ['Procedures', 'The administrative procedures.'],
  ),
  synonyms: key(
    list(record(synonym)),
    ['Từ thường dùng', 'Cách nói thường ngày để ô tìm kiếm hiểu.'],
    ['Synonyms', 'Everyday words that the search understands.'],
  ),
} as const satisfies Keys

/** The format knows one version so far. */
export const formatVersion = '1'

type JsonSchema = { readonly [name: string]: unknown }

/** What an editor's parser may make of a text written without quotes: 1.001193 arrives as a number. */
const editorScalar = ['string', 'number', 'boolean']

/**
 * Each keyword speaks of one type of JSON alone (`minLength` of texts, `items` of lists), so a value of two forms needs no
 * `anyOf`: editors would show its title twice, and say of a slip in a list that it is no text.
 */
function typeSchema(type: Type, locale: Locale): JsonSchema {
  switch (type.kind) {
    case 'text':
    case 'ruled':
      return textSchema(type, locale)
    case 'date':
      return { type: 'string', format: 'date', ...said(type, locale) }
    case 'number':
      return {
        type: ['integer', 'string'],
        minimum: 0,
        pattern: wholeNumber.source,
        ...said(type, locale),
      }
    case 'boolean':
      return {
        type: ['boolean', 'string'],
        pattern: '^(?:true|false)$',
        ...said(type, locale),
      }
    case 'list':
      return { type: 'array', items: typeSchema(type.items, locale), errorMessage: said(type, locale)['errorMessage'] }
    case 'record': {
      const whole = recordSchema(type.keys, locale)
      return type.bare === undefined ? whole : { ...whole, type: [...editorScalar, 'object'], minLength: 1 }
    }
    case 'either':
      return eitherSchema(type, locale)
  }
}

function textSchema(type: Type & { kind: 'text' | 'ruled' }, locale: Locale): JsonSchema {
  const { values, names, pattern } = type
  if (values?.[0] === formatVersion) return { enum: [formatVersion, Number(formatVersion)] }
  if (values !== undefined) {
    return {
      enum: values,
      ...(names !== undefined && { enumDescriptions: values.map(value => names[value]?.[locale] ?? '') }),
      ...said(type, locale),
    }
  }
  return { type: editorScalar, minLength: 1, ...(pattern !== undefined && { pattern }), ...said(type, locale) }
}

/** A text or a list. */
function eitherSchema(type: Type & { kind: 'either' }, locale: Locale): JsonSchema {
  const [text, list] = type.options
  if (text?.kind !== 'text' || list?.kind !== 'list') {
    return { anyOf: type.options.map(option => typeSchema(option, locale)) }
  }
  const { items } = typeSchema(list, locale)
  const { values, names } = text
  if (values === undefined) return { type: [...editorScalar, 'array'], minLength: 1, items, ...said(type, locale) }
  return {
    type: ['string', 'array'],
    pattern: `^(?:${values.join('|')})$`,
    items,
    ...said(type, locale),
    defaultSnippets: values.map(value => ({ label: value, description: names?.[value]?.[locale], body: value })),
  }
}

/** What an editor says of a value that does not fit; by itself it would say “does not match the pattern”. */
function said(type: Type, locale: Locale): JsonSchema {
  const wanted = expected(type)[locale]
  const sentence = { vi: `Cần ${wanted}`, en: `Expected ${wanted}` }[locale]
  return { errorMessage: sentence, patternErrorMessage: sentence }
}

/** Nine digits are enough for every count, and stay exact. */
export const wholeNumber = /^[0-9]{1,9}$/

function recordSchema(keys: Keys, locale: Locale): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  for (const [name, entry] of Object.entries(keys)) {
    properties[name] = {
      title: entry.title[locale],
      description: entry.description[locale],
      'x-title': entry.title,
      'x-description': entry.description,
      ...typeSchema(entry.type, locale),
    }
  }
  const required = Object.keys(keys).filter(name => keys[name]?.required)
  return { type: 'object', properties, additionalProperties: false, ...(required.length > 0 && { required }) }
}

/**
 * The JSON Schema 2020-12 of one file of a catalog, for editors and for other programs. `title` and `description` are in
 * `locale`; `x-title` and `x-description` hold both languages.
 */
export function jsonSchema(locale: Locale): JsonSchema {
  return fileSchema(
    catalogKeys,
    { vi: 'Danh mục thủ tục hành chính', en: 'Catalog of administrative procedures' },
    locale,
  )
}

/** The JSON Schema 2020-12 of a YAML file with these keys. */
export function fileSchema(keys: Keys, title: Text, locale: Locale): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: title[locale],
    ...recordSchema(keys, locale),
  }
}
