import type { Text } from '../locale.js'

/** What the page of findings says by itself. */
export const findingWords = {
  title: { vi: 'Kết quả kiểm tra danh mục thủ tục hành chính', en: 'Check of the list of administrative procedures' },
  asOf: { vi: 'Kiểm tra theo ngày', en: 'Checked as of' },
  skip: { vi: 'Chuyển đến danh sách vấn đề', en: 'Skip to the findings' },
  catalogs: { vi: 'Danh mục đã kiểm tra', en: 'Catalogs checked' },
  order: { vi: 'Xếp các vấn đề theo', en: 'Show the findings by' },
  contents: { vi: 'Mục lục', en: 'Contents' },
  file: { vi: 'Tệp', en: 'File' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  'by-file': { vi: 'Vấn đề theo tệp', en: 'Findings by file' },
  'by-field': { vi: 'Vấn đề theo lĩnh vực', en: 'Findings by field' },
  'by-officer': { vi: 'Vấn đề theo cán bộ phụ trách', en: 'Findings by the officer in charge' },
  line: { vi: 'dòng', en: 'line' },
  faulty: { vi: 'Chỗ cần xem', en: 'The line' },
  remedy: { vi: 'Cách sửa', en: 'What to write' },
  why: { vi: 'Vì sao cần sửa', en: 'Why it matters' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  fix: { vi: 'tthc check --fix sửa được chỗ này', en: 'tthc check --fix mends this' },
  fine: {
    vi: 'Không có vấn đề nào. Danh mục có thể công khai.',
    en: 'No problem was found. The catalog can be published.',
  },
  'verdict-error': {
    vi: 'phải sửa hết lỗi trước khi công khai danh mục.',
    en: 'all errors must be mended before the catalog is published.',
  },
  'verdict-warning': {
    vi: 'danh mục công khai được, nhưng nên xem lại các chỗ này trước.',
    en: 'the catalog can be published, but look at these first.',
  },
  'verdict-info': {
    vi: 'danh mục công khai được; các lưu ý dưới đây chỉ để biết.',
    en: 'the catalog can be published; what follows is good to know.',
  },
  foot: {
    vi: 'Trang này dùng trong nội bộ cơ quan để sửa danh mục, không phải bản công khai.',
    en: 'This page is for those who keep the catalog; it is not the published list.',
  },
  top: { vi: 'Về đầu trang', en: 'Back to the top' },
} as const satisfies Record<string, Text>

/** Where what belongs to no field and to no officer goes. */
export const otherGroups = {
  field: { vi: 'Chung cho cả danh mục', en: 'The catalog as a whole' },
  officer: { vi: 'Chưa rõ cán bộ phụ trách', en: 'No officer in charge' },
} as const satisfies Record<string, Text>
