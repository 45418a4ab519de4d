import type { Finding } from '../finding.js'
import type { Text } from '../locale.js'
import type { Source } from '../source.js'
import { encodingNames, type MisreadEncoding, misread } from './misread.js'
import { finding } from './reading.js'

export interface Decoded {
  readonly source: Source
  readonly findings: readonly Finding[]
}

/** A ward's list is some hundred KB; eight MB is twenty provinces by mistake. */
const largestFile = 8 * 1024 * 1024

/** The text of a file; what is not UTF-8, or far too large, is told and not read. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  if (bytes.length > largestFile) {
    const source = { path, text: '' }
    const size = Math.ceil(bytes.length / 1024 / 1024)
    return {
      source,
      findings: [
        finding(
          'file-too-large',
          { source, start: 0, end: 0 },
          {
            vi: `Tệp nặng ${size} MB, nhiều nhất được ${largestFile / 1024 / 1024} MB; kiểm tra có lẫn tệp khác không`,
            en: `The file has ${size} MB, at most ${largestFile / 1024 / 1024} MB are read; see whether it is another file`,
          },
        ),
      ],
    }
  }
  try {
    return {
      source: { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) },
      findings: [],
    }
  } catch {
    return notUtf8(path, bytes)
  }
}

function notUtf8(path: string, bytes: Uint8Array): Decoded {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encoding = utf16 ? 'utf-16le' : 'utf-8'
  const shown = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const start = utf16 ? 0 : Math.max(0, shown.indexOf('\uFFFD'))
  // The frame shows the place; the text itself must not be read as a catalog.
  const at = { source: { path, text: shown }, start, end: start }
  const message = utf16
    ? {
        vi: 'Tệp ghi bằng bảng mã UTF-16 (“Unicode” trong Notepad cũ); lưu lại bằng UTF-8',
        en: 'The file is encoded in UTF-16 (“Unicode” in old Notepad); save it as UTF-8',
      }
    : notUtf8Message(oldEncoding(bytes))
  return { source: { path, text: '' }, findings: [finding('text-encoding', at, message)] }
}

function notUtf8Message(encoding: MisreadEncoding | undefined): Text {
  if (encoding === undefined) {
    return {
      vi: 'Từ chỗ này tệp không phải UTF-8; mở bằng phần mềm đã tạo ra tệp và lưu lại bằng bảng mã UTF-8',
      en: 'From here on the file is not UTF-8; open it in the program that made it and save it as UTF-8',
    }
  }
  const { vi, en } = encodingNames[encoding]
  return {
    vi: `Từ chỗ này tệp không phải UTF-8 mà là ${vi}; chuyển mã sang Unicode (ví dụ bằng UniKey) rồi lưu lại bằng UTF-8`,
    en: `From here on the file is not UTF-8 but ${en}; convert it to Unicode and save it as UTF-8`,
  }
}

/** The encoding in which most lines make Vietnamese. A line must hold several words: two letters prove nothing. */
function oldEncoding(bytes: Uint8Array): MisreadEncoding | undefined {
  const votes = new Map<MisreadEncoding, number>()
  for (const line of new TextDecoder('windows-1252').decode(bytes.subarray(0, 100_000)).split(/[\r\n]+/)) {
    const encoding = misread(line.replace(/^[\s\w-]*:|["']/g, '').trim())?.encoding
    if (encoding !== undefined) votes.set(encoding, (votes.get(encoding) ?? 0) + 1)
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0]
}
