import type { Finding, RuleMeta } from '../finding.js'
import type { Text } from '../locale.js'
import type { Location } from '../source.js'

/** What the reading of a sheet may object to, before there are records for the rules to look at. */
export const importRules = {
  'sheet-value-destroyed': {
    id: 'sheet-value-destroyed',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Bảng tính đã làm hỏng giá trị của một ô', en: 'A spreadsheet destroyed the value of a cell' },
    why: {
      vi: 'Excel đổi mã thủ tục, số điện thoại, số văn bản thành số hoặc ngày rồi bỏ mất chữ số; chép nguyên thì công khai sai.',
      en: 'Excel makes numbers and dates of codes, telephone and document numbers and loses digits; what is copied as it stands is published wrong.',
    },
    remedy: {
      vi: 'Định dạng cột là Văn bản (Text), nhập lại giá trị theo bản gốc rồi nhập bảng lại.',
      en: 'Format the column as Text, type the value anew from the original, and import again.',
    },
  },
  'sheet-value-repaired': {
    id: 'sheet-value-repaired',
    severity: 'info',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Giá trị bị bảng tính làm hỏng đã được khôi phục',
      en: 'A value that a spreadsheet destroyed was restored',
    },
    why: {
      vi: 'Ô trong bảng vẫn còn sai, lần sau dùng lại bảng sẽ gặp lại.',
      en: 'The cell of the sheet is still wrong, for the next who uses it.',
    },
    remedy: {
      vi: 'Kiểm tra giá trị đã khôi phục; sửa ô trong bảng nếu bảng còn được dùng.',
      en: 'Look at what was restored; mend the cell where the sheet is still in use.',
    },
  },
  'sheet-value-unread': {
    id: 'sheet-value-unread',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Không hiểu nội dung của một ô', en: 'The content of a cell is not understood' },
    why: {
      vi: 'Nội dung được giữ làm chú thích bên cạnh thủ tục, chưa thành dữ liệu nên không được công khai.',
      en: 'It was kept as a comment beside the record; as long as it is no data it is not published.',
    },
    remedy: {
      vi: 'Sửa ô theo gợi ý rồi nhập lại, hoặc ghi giá trị vào tệp YAML theo chú thích.',
      en: 'Mend the cell and import again, or write the value into the YAML from the comment.',
    },
  },
  'sheet-column-unplaced': {
    id: 'sheet-column-unplaced',
    severity: 'info',
    scope: 'catalog',
    since: '0.1.0',
    title: { vi: 'Một cột không có chỗ trong danh mục', en: 'A column has no place in a catalog' },
    why: {
      vi: 'Nội dung của cột được giữ làm chú thích, không được công khai.',
      en: 'What it holds was kept as comments and is not published.',
    },
    remedy: {
      vi: 'Nếu cột có chỗ, chỉ ra bằng --map "Tên cột=khóa"; nếu không cần, bỏ cột bằng --map "Tên cột=-".',
      en: 'Tell where it belongs by --map "heading=key", or leave it out by --map "heading=-".',
    },
  },
  'sheet-row-unplaced': {
    id: 'sheet-row-unplaced',
    severity: 'warning',
    scope: 'catalog',
    since: '0.1.0',
    title: {
      vi: 'Một dòng của bảng không phải thủ tục, cũng không phải lĩnh vực',
      en: 'A row is neither a procedure nor a field',
    },
    why: {
      vi: 'Dòng được giữ làm chú thích đầu tệp catalog.yaml; nếu đó là một thủ tục thì danh mục đang thiếu.',
      en: 'It was kept as a comment in catalog.yaml; if it was a procedure, the catalog lacks it.',
    },
    remedy: {
      vi: 'Ghi đủ mã và tên thủ tục vào đúng cột, hoặc xóa dòng khỏi bảng.',
      en: 'Write code and title into their columns, or delete the row.',
    },
  },
  'sheet-code-missing': {
    id: 'sheet-code-missing',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Thủ tục trong bảng không có mã', en: 'A procedure of the sheet has no code' },
    why: {
      vi: 'Không có mã thì không đối chiếu được với Cổng Dịch vụ công quốc gia, và thủ tục bị để ngoài danh mục.',
      en: 'Without a code nothing can be compared with the national portal, and the procedure stays out of the catalog.',
    },
    remedy: {
      vi: 'Tra mã trên Cổng Dịch vụ công quốc gia rồi ghi vào cột mã.',
      en: 'Look the code up on the national portal and write it into the column of codes.',
    },
  },
  'sheet-code-contradictory': {
    id: 'sheet-code-contradictory',
    severity: 'error',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Một dòng mang hai mã thủ tục khác nhau', en: 'A row bears two different codes' },
    why: {
      vi: 'Cột mã, tên thủ tục hoặc liên kết dẫn đến hai thủ tục khác nhau; người dân mở nhầm hướng dẫn.',
      en: 'The column, the title or the link names another procedure; citizens open the wrong instructions.',
    },
    remedy: {
      vi: 'Đối chiếu tên trên Cổng Dịch vụ công quốc gia và giữ đúng một mã.',
      en: 'Compare with the title on the national portal and keep the one that is right.',
    },
  },
  'sheet-field-missing': {
    id: 'sheet-field-missing',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Bảng không cho biết lĩnh vực của thủ tục', en: 'The sheet does not name the field of a procedure' },
    why: {
      vi: 'Người dân tìm thủ tục theo lĩnh vực; thủ tục không có lĩnh vực được xếp tạm.',
      en: 'Citizens look procedures up by field; those without one were put aside.',
    },
    remedy: {
      vi: 'Thêm cột Lĩnh vực, hoặc chuyển thủ tục sang tệp của đúng lĩnh vực.',
      en: 'Add a column “Lĩnh vực”, or move the procedure to the file of its field.',
    },
  },
  'sheet-field-spellings': {
    id: 'sheet-field-spellings',
    severity: 'info',
    scope: 'record',
    since: '0.1.0',
    title: { vi: 'Một lĩnh vực được viết nhiều cách', en: 'One field is spelt in several ways' },
    why: {
      vi: 'Các cách viết được gộp vào một lĩnh vực; nếu đó là hai lĩnh vực thì thủ tục đang nằm nhầm chỗ.',
      en: 'The spellings were taken for one field; if they are two, procedures stand in the wrong one.',
    },
    remedy: {
      vi: 'Viết tên lĩnh vực thống nhất trong cả bảng.',
      en: 'Write the name of a field in one way throughout the sheet.',
    },
  },
  'sheet-officer-unnamed': {
    id: 'sheet-officer-unnamed',
    severity: 'warning',
    scope: 'record',
    since: '0.1.0',
    title: {
      vi: 'Có số điện thoại nhưng không có tên cán bộ',
      en: 'A telephone number stands without the name of an officer',
    },
    why: {
      vi: 'Người dân gọi mà không biết gặp ai; danh mục tạm ghi cán bộ theo tên lĩnh vực.',
      en: 'Citizens call without knowing whom; for now the officer bears the name of the field.',
    },
    remedy: {
      vi: 'Ghi họ tên cán bộ phụ trách vào bảng hoặc vào mục officers.',
      en: 'Write the name into the sheet or under officers.',
    },
  },
} as const satisfies Record<string, RuleMeta>

export type ImportRule = keyof typeof importRules

export function importFinding(rule: ImportRule, at: Location, message: Text): Finding {
  return { rule, severity: importRules[rule].severity, at, message }
}
