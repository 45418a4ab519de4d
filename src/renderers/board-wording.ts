import type { Text } from '../locale.js'
import { distanceOf, letterFor } from './board-legibility.js'
import type { Paper } from './board-paper.js'
import { type BoardDocument, pageCount, smallestOf } from './board-sheet.js'
import { capHeight } from './board-type.js'
import type { WallLayout, WallOptions } from './board-wall.js'

/** 7.73 → “7,7” in Vietnamese, “7.7” in English; rounded down, so that nothing is promised that is not kept. */
function decimal(value: number, places = 1): Text {
  const en = (Math.floor(value * 10 ** places + 1e-6) / 10 ** places).toFixed(places)
  return { en, vi: en.replace('.', ',') }
}

function paperText({ name, orientation }: Paper): Text {
  return orientation === 'portrait'
    ? { vi: `${name} dọc`, en: `${name} portrait` }
    : { vi: `${name} ngang`, en: `${name} landscape` }
}

/** “bang-lon: 4 tờ A0 dọc, chữ nhỏ nhất cao 7,7 mm, đọc được từ 1,5 m” */
export function documentLine(document: BoardDocument): Text {
  const letter = smallestOf(document)
  const [size, metres] = [decimal(letter), decimal(distanceOf(letter), 2)]
  const pages = pageCount(document)
  const boards = document.sheets.length
  const name = paperText(document.paper)
  return {
    vi: `${boards} bảng, ${pages} trang ${name.vi}; chữ nhỏ nhất cao ${size.vi} mm, đọc được từ ${metres.vi} m`,
    en: `${boards} ${boards === 1 ? 'board' : 'boards'}, ${pages} ${pages === 1 ? 'page' : 'pages'} ${name.en}; smallest letters ${size.en} mm high, read from ${metres.en} m`,
  }
}

export const legibilityRule: Text = {
  vi: 'Chiều cao chữ tính theo chữ hoa không dấu, bằng ít nhất 1/200 khoảng cách đọc (17 phút góc; ISO 9241-303 yêu cầu ít nhất 16).',
  en: 'Letter height is that of a capital without marks: at least 1/200 of the reading distance (17 minutes of arc; ISO 9241-303 asks for 16).',
}

export interface TooSmall {
  readonly layout: WallLayout | undefined
  readonly options: WallOptions
  readonly distance: number
  readonly needed: number | undefined
  readonly longTitles: number
}

/** Why a wall board is not made, with the numbers, and what would help. */
export function wallTooSmall({ layout, options, distance, needed, longTitles }: TooSmall): Text {
  const least = decimal(letterFor(distance))
  const metres = decimal(distance, 2)
  const name = paperText(options.paper)
  const sheets = layout?.sheets ?? options.sheets ?? 1
  const reached = layout === undefined ? undefined : layout.size * capHeight
  const size = reached === undefined ? undefined : decimal(reached)
  const from = reached === undefined ? undefined : decimal(distanceOf(reached), 2)
  const help = {
    vi: [
      ...(needed === undefined
        ? ['dùng khổ giấy lớn hơn (--wall-paper)']
        : [`dùng ${needed} tờ (--sheets ${needed}) hoặc khổ lớn hơn`]),
      ...(longTitles > 0 ? [`thêm shortTitle cho ${longTitles} thủ tục có tên dài quá 100 ký tự`] : []),
      ...(from === undefined ? [] : [`hoặc chấp nhận đứng gần hơn (--distance ${from.en})`]),
    ],
    en: [
      ...(needed === undefined
        ? ['use larger paper (--wall-paper)']
        : [`use ${needed} sheets (--sheets ${needed}) or larger paper`]),
      ...(longTitles > 0 ? [`give a shortTitle to ${longTitles} procedures with titles over 100 characters`] : []),
      ...(from === undefined ? [] : [`or let people stand closer (--distance ${from.en})`]),
    ],
  }
  return {
    vi:
      size === undefined
        ? `Bảng lớn không xếp được vào ${sheets} tờ ${name.vi} với chữ cao ${least.vi} mm (đọc từ ${metres.vi} m): ${help.vi.join('; ')}`
        : `Bảng lớn trên ${sheets} tờ ${name.vi} chỉ in được chữ cao ${size.vi} mm, đọc được từ ${from?.vi} m; cần ${least.vi} mm để đọc từ ${metres.vi} m: ${help.vi.join('; ')}`,
    en:
      size === undefined
        ? `The wall board does not fit ${sheets} × ${name.en} with letters of ${least.en} mm (read from ${metres.en} m): ${help.en.join('; ')}`
        : `The wall board on ${sheets} × ${name.en} has letters of ${size.en} mm, read from ${from?.en} m; ${least.en} mm are needed for ${metres.en} m: ${help.en.join('; ')}`,
  }
}

/** A sheet whose paper is too small for letters of this height. */
export function noRoom(name: string, on: Paper, letter: number): Text {
  const height = decimal(letter)
  const text = paperText(on)
  return {
    vi: `“${name}” không xếp được lên giấy ${text.vi} với chữ cao ${height.vi} mm: dùng khổ lớn hơn (--paper) hoặc khoảng cách đọc ngắn hơn (--distance)`,
    en: `“${name}” finds no room on ${text.en} with letters of ${height.en} mm: use larger paper (--paper) or a shorter distance (--distance)`,
  }
}
