import type { Synonym } from '../catalog/model.js'

/**
 * What people say, and the words of official titles that they mean. The search finds the procedures whose titles hold the
 * words of `means` one after another. A catalog adds its own under `synonyms`.
 */
export const everydayWords: readonly Synonym[] = [
  // Hộ tịch
  {
    words: [
      'giấy khai sinh',
      'làm khai sinh',
      'làm giấy khai sinh cho con',
      'khai sinh cho bé',
      'sinh con',
      'em bé mới sinh',
    ],
    means: 'khai sinh',
  },
  { words: ['làm lại giấy khai sinh', 'mất giấy khai sinh'], means: 'đăng ký lại khai sinh' },
  {
    words: ['bản sao giấy khai sinh', 'trích lục khai sinh', 'xin lại giấy khai sinh', 'mất giấy khai sinh'],
    means: 'bản sao trích lục hộ tịch',
  },
  { words: ['đẻ ở nước ngoài', 'con lai'], means: 'khai sinh có yếu tố nước ngoài' },
  { words: ['giấy chứng tử', 'giấy báo tử', 'khai tử', 'người mất', 'người chết', 'báo tử'], means: 'khai tử' },
  {
    words: ['đăng ký kết hôn', 'giấy kết hôn', 'hôn thú', 'cưới', 'lấy vợ', 'lấy chồng', 'giấy đăng ký kết hôn'],
    means: 'kết hôn',
  },
  {
    words: ['lấy chồng nước ngoài', 'lấy vợ nước ngoài', 'cưới người nước ngoài'],
    means: 'kết hôn có yếu tố nước ngoài',
  },
  { words: ['mất giấy kết hôn', 'làm lại giấy kết hôn'], means: 'đăng ký lại kết hôn' },
  {
    words: [
      'xác nhận độc thân',
      'giấy độc thân',
      'chứng nhận độc thân',
      'chưa vợ chưa chồng',
      'xác nhận chưa kết hôn',
      'giấy xác nhận tình trạng hôn nhân',
    ],
    means: 'xác nhận tình trạng hôn nhân',
  },
  {
    words: ['nhận con', 'nhận cha cho con', 'nhận cha con', 'con ngoài giá thú', 'xác nhận cha con'],
    means: 'nhận cha, mẹ, con',
  },
  { words: ['con nuôi', 'xin con nuôi', 'nhận con nuôi'], means: 'nuôi con nuôi' },
  {
    words: [
      'đổi tên',
      'sửa tên',
      'sửa giấy khai sinh',
      'sai tên',
      'đổi họ',
      'sai ngày sinh',
      'cải chính khai sinh',
      'xác định lại dân tộc',
    ],
    means: 'cải chính',
  },
  { words: ['người giám hộ', 'nuôi cháu mồ côi'], means: 'giám hộ' },
  { words: ['ghi chú kết hôn', 'ghi chú ly hôn', 'ly hôn ở nước ngoài'], means: 'ghi vào sổ hộ tịch' },
  {
    words: ['khai sinh nhập khẩu thẻ bảo hiểm', 'liên thông khai sinh', 'khai sinh thẻ bảo hiểm y tế trẻ em'],
    means: 'liên thông',
  },
  // Chứng thực
  {
    words: [
      'sao y',
      'sao y bản chính',
      'công chứng',
      'công chứng giấy tờ',
      'photo công chứng',
      'chứng thực bản sao',
      'sao y công chứng',
    ],
    means: 'chứng thực bản sao từ bản chính',
  },
  {
    words: [
      'chứng chữ ký',
      'xác nhận chữ ký',
      'xác nhận sơ yếu lý lịch',
      'sơ yếu lý lịch',
      'ký giấy ủy quyền',
      'giấy ủy quyền',
      'điểm chỉ',
    ],
    means: 'chứng thực chữ ký',
  },
  { words: ['bản sao từ sổ', 'trích sao', 'bản sao văn bằng'], means: 'cấp bản sao từ sổ gốc' },
  {
    words: [
      'giấy bán nhà',
      'mua bán đất',
      'hợp đồng mua bán',
      'hợp đồng mua bán xe',
      'bán xe',
      'giấy mua bán xe',
      'cho tặng',
      'cho tặng nhà đất',
    ],
    means: 'chứng thực hợp đồng, giao dịch',
  },
  {
    words: [
      'giấy bán nhà',
      'mua bán đất',
      'hợp đồng mua bán',
      'bán xe',
      'giấy mua bán xe',
      'cho tặng nhà đất',
      'hợp đồng ủy quyền',
    ],
    means: 'chứng thực giao dịch',
  },
  { words: ['di chúc', 'làm di chúc', 'để lại tài sản'], means: 'chứng thực di chúc' },
  { words: ['thừa kế', 'chia thừa kế', 'phân chia di sản', 'khai nhận di sản'], means: 'di sản' },
  { words: ['từ chối thừa kế', 'không nhận thừa kế'], means: 'từ chối nhận di sản' },
  // Cư trú, căn cước
  {
    words: ['hộ khẩu', 'nhập hộ khẩu', 'nhập khẩu', 'làm hộ khẩu', 'đăng ký hộ khẩu', 'chuyển hộ khẩu', 'sổ hộ khẩu'],
    means: 'đăng ký thường trú',
  },
  { words: ['cắt hộ khẩu', 'cắt khẩu', 'xóa hộ khẩu'], means: 'xóa đăng ký thường trú' },
  { words: ['KT3', 'sổ tạm trú', 'ở trọ', 'thuê nhà', 'giấy tạm trú'], means: 'tạm trú' },
  { words: ['tạm vắng', 'đi vắng'], means: 'khai báo tạm vắng' },
  { words: ['khách ở lại', 'khách ngủ qua đêm', 'người nhà đến ở'], means: 'thông báo lưu trú' },
  {
    words: ['giấy xác nhận cư trú', 'CT07', 'xác nhận nơi ở', 'xác nhận hộ khẩu'],
    means: 'xác nhận thông tin về cư trú',
  },
  { words: ['tách khẩu', 'tách sổ hộ khẩu'], means: 'tách hộ' },
  { words: ['CCCD', 'căn cước', 'chứng minh nhân dân', 'CMND', 'thẻ căn cước'], means: 'căn cước' },
  { words: ['VNeID', 'tài khoản định danh', 'định danh điện tử'], means: 'tài khoản định danh' },
  // Đất đai, xây dựng, môi trường
  { words: ['tranh chấp đất', 'kiện đất', 'lấn đất', 'hòa giải đất'], means: 'hòa giải tranh chấp đất đai' },
  { words: ['sổ đỏ', 'sổ hồng', 'giấy tờ đất', 'làm sổ đỏ', 'cấp sổ'], means: 'giấy chứng nhận quyền sử dụng đất' },
  { words: ['giấy phép xây nhà', 'xây nhà', 'xin phép xây dựng', 'sửa nhà'], means: 'giấy phép xây dựng' },
  { words: ['bảo vệ môi trường', 'đề án môi trường'], means: 'môi trường' },
  // Bảo trợ xã hội, người có công
  {
    words: [
      'trợ cấp người già',
      'tiền người cao tuổi',
      'người già neo đơn',
      'trợ cấp xã hội',
      'tiền trợ cấp hàng tháng',
      'bảo trợ xã hội',
    ],
    means: 'trợ cấp xã hội',
  },
  { words: ['người tàn tật', 'giấy khuyết tật', 'thẻ khuyết tật', 'giám định khuyết tật'], means: 'khuyết tật' },
  { words: ['mai táng phí', 'tiền mai táng', 'tiền tuất', 'chôn cất', 'hỏa táng'], means: 'mai táng' },
  { words: ['sổ hộ nghèo', 'hộ nghèo', 'xét hộ nghèo', 'giấy hộ nghèo', 'xóa đói giảm nghèo'], means: 'hộ nghèo' },
  { words: ['hộ làm nông nghiệp', 'mức sống trung bình'], means: 'mức sống trung bình' },
  {
    words: ['thương binh', 'con thương binh', 'con liệt sĩ', 'gia đình chính sách', 'thẻ thương binh'],
    means: 'thương binh',
  },
  { words: ['liệt sĩ', 'gia đình liệt sĩ', 'mộ liệt sĩ', 'giấy báo tử liệt sĩ'], means: 'liệt sĩ' },
  { words: ['chất độc màu da cam', 'da cam', 'dioxin'], means: 'chất độc hóa học' },
  { words: ['ưu đãi học phí', 'miễn học phí', 'giảm học phí', 'trợ cấp đi học'], means: 'ưu đãi trong giáo dục' },
  { words: ['thẻ bảo hiểm y tế', 'BHYT', 'bảo hiểm y tế'], means: 'bảo hiểm y tế' },
  { words: ['BHXH', 'bảo hiểm xã hội một lần', 'rút bảo hiểm'], means: 'bảo hiểm xã hội' },
  { words: ['cai nghiện', 'nghiện ma túy', 'ma túy'], means: 'cai nghiện' },
  { words: ['trẻ mồ côi', 'trẻ em bị bỏ rơi', 'bạo hành trẻ em', 'bảo vệ trẻ em'], means: 'trẻ em' },
  // Kinh doanh
  {
    words: [
      'mở tiệm',
      'mở quán',
      'đăng ký kinh doanh',
      'giấy phép kinh doanh',
      'mở cửa hàng',
      'buôn bán',
      'hộ kinh doanh cá thể',
    ],
    means: 'thành lập hộ kinh doanh',
  },
  {
    words: ['đóng cửa tiệm', 'nghỉ kinh doanh', 'trả giấy phép kinh doanh'],
    means: 'chấm dứt hoạt động hộ kinh doanh',
  },
  { words: ['bán rượu', 'nấu rượu'], means: 'rượu' },
  { words: ['bán thuốc lá'], means: 'thuốc lá' },
  { words: ['hát karaoke', 'quán karaoke'], means: 'karaoke' },
  { words: ['hợp tác xã', 'tổ hợp tác'], means: 'tổ hợp tác' },
  { words: ['hộ chiếu', 'mất hộ chiếu', 'mất passport', 'passport'], means: 'hộ chiếu' },
  // Giáo dục
  {
    words: ['nhà trẻ', 'giữ trẻ', 'mở lớp giữ trẻ', 'trường mầm non', 'nhóm trẻ gia đình', 'mở nhà trẻ'],
    means: 'mẫu giáo',
  },
  { words: ['xin học', 'chuyển trường', 'nhập học'], means: 'chuyển trường' },
  // Quân sự
  {
    words: ['đi bộ đội', 'nghĩa vụ quân sự', 'đi nghĩa vụ', 'khám nghĩa vụ', 'đăng ký nghĩa vụ'],
    means: 'nghĩa vụ quân sự',
  },
  { words: ['tạm hoãn nghĩa vụ', 'hoãn đi lính'], means: 'tạm hoãn gọi nhập ngũ' },
  { words: ['dân quân', 'dân quân tự vệ'], means: 'dân quân' },
  // Tôn giáo, văn hóa, thi đua
  { words: ['lễ hội', 'tổ chức hội làng', 'cúng đình'], means: 'lễ hội' },
  { words: ['nhà chùa', 'chùa', 'nhà thờ', 'sinh hoạt đạo', 'theo đạo'], means: 'tôn giáo' },
  { words: ['gia đình văn hóa', 'giấy khen gia đình'], means: 'gia đình văn hóa' },
  { words: ['giấy khen', 'khen thưởng'], means: 'giấy khen' },
  { words: ['tủ sách', 'thư viện tư nhân'], means: 'thư viện' },
  // Khiếu nại, tố cáo, trật tự
  { words: ['kiện cán bộ', 'đơn khiếu nại', 'gửi đơn khiếu nại', 'không đồng ý quyết định'], means: 'khiếu nại' },
  { words: ['tố cáo cán bộ', 'đơn tố cáo', 'tố giác'], means: 'tố cáo' },
  { words: ['gặp chủ tịch', 'gặp lãnh đạo', 'tiếp dân'], means: 'tiếp công dân' },
  { words: ['hòa giải viên', 'tổ hòa giải', 'cãi nhau hàng xóm'], means: 'hòa giải viên' },
  { words: ['bồi thường nhà nước', 'nhà nước bồi thường'], means: 'bồi thường' },
  { words: ['kê khai tài sản', 'tham nhũng'], means: 'tài sản, thu nhập' },
  { words: ['chó mèo', 'heo gà', 'dịch bệnh gia súc', 'tiêm phòng chó'], means: 'chăn nuôi' },
  { words: ['thiên tai', 'bão lụt', 'thiệt hại do bão'], means: 'thiên tai' },
  { words: ['đò', 'ghe', 'xuồng', 'bến đò'], means: 'phương tiện thủy' },
]
