import { type Document, type ErrorCode, parseAllDocuments, visit, type YAMLParseError } from 'yaml'
import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import type { Location, Source } from '../source.js'
import { finding } from './reading.js'

/**
 * Every error that `yaml` finds in a file that does not parse. Loaded only then: it explains well, but takes seven times
 * as long as `js-yaml`. `reason` and `offset` are what `js-yaml` said, for a file in which `yaml` finds no fault.
 */
export function explainSyntax(source: Source, reason: string, offset: number): readonly Finding[] {
  const errors = parse(source.text).flatMap(document =>
    document.errors.map(error => explained(error, document, source)),
  )
  if (errors.length === 0) {
    const message = stricterMessage(source, reason, offset)
    return [finding('yaml-syntax', place(source, offset, offset), message)]
  }
  const places = new Set<number>()
  return errors.filter(({ at: { start } }) => !places.has(start) && places.add(start))
}

function parse(text: string): readonly Document[] {
  const documents = parseAllDocuments(text, {
    prettyErrors: false,
    uniqueKeys: false,
    schema: 'failsafe',
    logLevel: 'silent',
  })
  return 'empty' in documents ? [] : documents
}

function explained({ code, message, pos: [start, end] }: YAMLParseError, document: Document, source: Source): Finding {
  const quote = code === 'MISSING_CHAR' && /closing ["']/.test(message) ? openQuote(document, start) : undefined
  if (quote !== undefined) return finding('yaml-syntax', place(source, quote, quote + 1), missingQuote)
  if (code === 'BAD_SCALAR_START' && source.text[start] === '%') {
    return finding('yaml-syntax', place(source, start, end), percentSign)
  }
  return finding('yaml-syntax', place(source, start, end), explanations[code] ?? { vi: unreadable.vi, en: message })
}

/** Where the quoted text begins that has no end: the parser reports it only where the file ends, far below. */
function openQuote(document: Document, end: number): number | undefined {
  let start: number | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range != null && range[1] >= end) start ??= range[0]
    },
  })
  return start
}

function place(source: Source, start: number, end: number): Location {
  const last = source.text.length
  // Some errors reach to the end of the file; one line is enough to show where.
  const lineEnd = source.text.slice(start, end).search(/[\r\n]/)
  return { source, start: Math.min(start, last), end: Math.min(lineEnd === -1 ? end : start + lineEnd, last) }
}

const unreadable: Text = {
  vi: 'Không đọc được từ chỗ này; xem lại dấu cách đầu dòng, dấu nháy và dấu hai chấm của dòng này và dòng trên',
  en: 'The file cannot be read from here on; look at the indentation, quotes and colons of this line and the one above',
}

const missingQuote: Text = {
  vi: 'Dấu nháy mở ở đây không có dấu nháy đóng; thêm dấu nháy ở cuối giá trị',
  en: 'The quote opened here is never closed; add a quote at the end of the value',
}

const percentSign: Text = {
  vi: 'Dòng hoặc giá trị bắt đầu bằng “%”; đặt giá trị trong dấu nháy kép',
  en: 'A line or value begins with “%”; put the value in double quotes',
}

/** What js-yaml refuses, as the standard demands, and yaml lets pass. */
function stricterMessage({ text }: Source, reason: string, offset: number): Text {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  if (text.slice(lineStart, offset + 1).includes('\t')) {
    return {
      vi: 'Dòng này có phím Tab ở chỗ cần dấu cách; thay bằng dấu cách',
      en: 'There is a tab where spaces belong on this line; use spaces instead',
    }
  }
  if (!/indentation/i.test(reason)) return unreadable
  return {
    vi: 'Dòng này phải lùi vào sâu hơn tên khóa mở ngoặc phía trên',
    en: 'This line must be indented more than the key above whose bracket is open',
  }
}

const explanations: Partial<Record<ErrorCode, Text>> = {
  ALIAS_PROPS: {
    vi: 'Sau dấu “*” chỉ được là tên của phần đã đánh dấu “&”',
    en: 'Only the name of a part marked “&” may follow “*”',
  },
  BAD_ALIAS: {
    vi: 'Dấu “*” ở đầu giá trị được hiểu là tham chiếu; đặt giá trị trong dấu nháy kép',
    en: 'A “*” at the start of a value is read as an alias; put the value in double quotes',
  },
  BAD_COLLECTION_TYPE: {
    vi: 'Kiểu của nhóm không khớp với nội dung',
    en: 'The collection does not have the type that it claims',
  },
  BAD_DIRECTIVE: percentSign,
  BAD_DQ_ESCAPE: {
    vi: 'Dấu “\\” trong nháy kép phải viết “\\\\”, hoặc dùng dấu nháy đơn',
    en: 'A “\\” inside double quotes is written “\\\\”; or use single quotes',
  },
  BAD_INDENT: {
    vi: 'Dấu cách đầu dòng lệch so với các dòng cùng nhóm; cho thẳng hàng với dòng trên',
    en: 'The indentation differs from the lines of the same group; align it with the line above',
  },
  BAD_PROP_ORDER: {
    vi: 'Dấu “&” hoặc “!” đứng sai chỗ; đặt giá trị trong dấu nháy kép',
    en: 'A “&” or “!” stands in the wrong place; put the value in double quotes',
  },
  BAD_SCALAR_START: {
    vi: 'Giá trị bắt đầu bằng ký tự đặc biệt; đặt cả giá trị trong dấu nháy kép',
    en: 'The value begins with a special sign; put all of it in double quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    vi: 'Có hai dấu hai chấm trên một dòng; đặt giá trị có dấu hai chấm trong dấu nháy kép',
    en: 'There are two colons on one line; put the value that holds a colon in double quotes',
  },
  BLOCK_IN_FLOW: {
    vi: 'Trong ngoặc [ ] hoặc { } không được xuống dòng viết danh sách bằng gạch ngang',
    en: 'Inside [ ] or { } there can be no list with dashes',
  },
  IMPOSSIBLE: unreadable,
  MISSING_CHAR: {
    vi: 'Thiếu một ký tự: dấu nháy đóng, ngoặc đóng, dấu phẩy hoặc dấu hai chấm sau tên khóa',
    en: 'A sign is missing: a closing quote or bracket, a comma, or the colon after a key',
  },
  MULTILINE_IMPLICIT_KEY: {
    vi: 'Tên khóa phải nằm trên một dòng và có dấu hai chấm theo sau',
    en: 'A key must stand on one line and be followed by a colon',
  },
  MULTIPLE_ANCHORS: { vi: 'Một giá trị có hai dấu “&”', en: 'A value has two anchors' },
  MULTIPLE_TAGS: { vi: 'Một giá trị có hai nhãn kiểu “!”', en: 'A value has two tags' },
  RESOURCE_EXHAUSTION: {
    vi: 'Tệp lồng quá nhiều cấp nên không đọc được',
    en: 'The file is nested too deeply to be read',
  },
  TAB_AS_INDENT: {
    vi: 'Đầu dòng có phím Tab; thay bằng dấu cách',
    en: 'There is a tab in the indentation; use spaces instead',
  },
  TAG_RESOLVE_FAILED: {
    vi: 'Dấu “!” ở đầu giá trị được hiểu là nhãn kiểu; đặt giá trị trong dấu nháy kép',
    en: 'A “!” at the start of a value is read as a tag; put the value in double quotes',
  },
  UNEXPECTED_TOKEN: {
    vi: 'Có ký tự thừa hoặc dòng đứng sai chỗ',
    en: 'There is a sign too many, or a line in the wrong place',
  },
}
